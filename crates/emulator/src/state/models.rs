//! The models there are, and what each can do. Figures are from the service's published model list.

use crate::tokens::Vocabulary;

/// A base model.
#[derive(Debug)]
pub(crate) struct Model {
    /// Its name in a deployment.
    pub(crate) name: &'static str,
    /// Its id in `/models` and responses: the name and its version.
    pub(crate) id: &'static str,
    pub(crate) task: Task,
    /// When it came out, in seconds since 1970.
    pub(crate) created_at: i64,
    pub(crate) fine_tune: bool,
}

/// The purpose of a model.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Task {
    /// Chat completions; limits in tokens.
    Chat {
        vocabulary: Vocabulary,
        context: usize,
        output: usize,
        /// It thinks before it responds, and takes other parameters.
        reasoning: bool,
    },
    Completion,
    /// Embeddings; `shortens` says whether `dimensions` may be given.
    Embedding {
        dimensions: usize,
        shortens: bool,
    },
    Image(ImageModel),
    Transcription(Transcriber),
    /// `instructed` says whether it takes instructions.
    Speech {
        instructed: bool,
    },
}

/// A kind of model that makes images.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImageModel {
    DallE,
    /// It edits and streams, and takes other parameters.
    Gpt,
}

/// A kind of model that transcribes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Transcriber {
    Whisper,
    /// It streams, and counts tokens.
    Gpt,
    /// The same, and it distinguishes speakers.
    Diarizing,
}

const fn chat(vocabulary: Vocabulary, context: usize, output: usize) -> Task {
    Task::Chat {
        vocabulary,
        context,
        output,
        reasoning: false,
    }
}

const fn reasoning(context: usize, output: usize) -> Task {
    Task::Chat {
        vocabulary: Vocabulary::O200k,
        context,
        output,
        reasoning: true,
    }
}

const fn model(name: &'static str, id: &'static str, task: Task, created_at: i64, fine_tune: bool) -> Model {
    Model {
        name,
        id,
        task,
        created_at,
        fine_tune,
    }
}

pub(crate) static MODELS: &[Model] = &[
    model(
        "gpt-4o",
        "gpt-4o-2024-08-06",
        chat(Vocabulary::O200k, 128_000, 16_384),
        1_722_902_400,
        true,
    ),
    model(
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        chat(Vocabulary::O200k, 128_000, 16_384),
        1_721_260_800,
        true,
    ),
    model(
        "o3-mini",
        "o3-mini-2025-01-31",
        reasoning(200_000, 100_000),
        1_738_281_600,
        false,
    ),
    model(
        "o4-mini",
        "o4-mini-2025-04-16",
        reasoning(200_000, 100_000),
        1_744_761_600,
        false,
    ),
    model(
        "gpt-5",
        "gpt-5-2025-08-07",
        reasoning(400_000, 128_000),
        1_754_524_800,
        false,
    ),
    model(
        "gpt-4",
        "gpt-4-turbo-2024-04-09",
        chat(Vocabulary::Cl100k, 128_000, 4_096),
        1_712_620_800,
        false,
    ),
    model(
        "gpt-35-turbo",
        "gpt-35-turbo-0125",
        chat(Vocabulary::Cl100k, 16_385, 4_096),
        1_706_140_800,
        true,
    ),
    model(
        "gpt-35-turbo-instruct",
        "gpt-35-turbo-instruct-0914",
        Task::Completion,
        1_694_649_600,
        false,
    ),
    model(
        "text-embedding-ada-002",
        "text-embedding-ada-002",
        Task::Embedding {
            dimensions: 1536,
            shortens: false,
        },
        1_671_062_400,
        false,
    ),
    model(
        "text-embedding-3-small",
        "text-embedding-3-small",
        Task::Embedding {
            dimensions: 1536,
            shortens: true,
        },
        1_706_140_800,
        false,
    ),
    model(
        "text-embedding-3-large",
        "text-embedding-3-large",
        Task::Embedding {
            dimensions: 3072,
            shortens: true,
        },
        1_706_140_800,
        false,
    ),
    model(
        "dall-e-3",
        "dall-e-3-3.0",
        Task::Image(ImageModel::DallE),
        1_699_228_800,
        false,
    ),
    model(
        "gpt-image-1",
        "gpt-image-1-2025-04-15",
        Task::Image(ImageModel::Gpt),
        1_744_675_200,
        false,
    ),
    model(
        "whisper",
        "whisper-001",
        Task::Transcription(Transcriber::Whisper),
        1_677_628_800,
        false,
    ),
    model(
        "gpt-4o-transcribe",
        "gpt-4o-transcribe-2025-03-20",
        Task::Transcription(Transcriber::Gpt),
        1_742_428_800,
        false,
    ),
    model(
        "gpt-4o-mini-transcribe",
        "gpt-4o-mini-transcribe-2025-03-20",
        Task::Transcription(Transcriber::Gpt),
        1_742_428_800,
        false,
    ),
    model(
        "gpt-4o-transcribe-diarize",
        "gpt-4o-transcribe-diarize-2025-10-15",
        Task::Transcription(Transcriber::Diarizing),
        1_760_486_400,
        false,
    ),
    model(
        "tts-1",
        "tts-1-001",
        Task::Speech { instructed: false },
        1_699_228_800,
        false,
    ),
    model(
        "tts-1-hd",
        "tts-1-hd-001",
        Task::Speech { instructed: false },
        1_699_228_800,
        false,
    ),
    model(
        "gpt-4o-mini-tts",
        "gpt-4o-mini-tts-2025-03-20",
        Task::Speech { instructed: true },
        1_742_428_800,
        false,
    ),
];

pub(crate) fn find(name: &str) -> Option<&'static Model> {
    MODELS.iter().find(|model| model.name == name)
}
