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
    Chat(TextModel),
    Completion(TextModel),
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

/// What a model that writes text can do; limits in tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextModel {
    pub(crate) vocabulary: Vocabulary,
    /// Of prompt and completion together.
    pub(crate) context: usize,
    /// Of a completion.
    pub(crate) output: usize,
    /// It thinks before it responds, and takes other parameters.
    pub(crate) reasoning: bool,
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

const fn text(vocabulary: Vocabulary, context: usize, output: usize) -> TextModel {
    TextModel {
        vocabulary,
        context,
        output,
        reasoning: false,
    }
}

const fn chat(vocabulary: Vocabulary, context: usize, output: usize) -> Task {
    Task::Chat(text(vocabulary, context, output))
}

const fn reasoning(context: usize, output: usize) -> Task {
    Task::Chat(TextModel {
        reasoning: true,
        ..text(Vocabulary::O200k, context, output)
    })
}

const fn embedding(dimensions: usize, shortens: bool) -> Task {
    Task::Embedding { dimensions, shortens }
}

/// Name, id, when it came out, whether it can be fine-tuned, and what it does.
macro_rules! models {
    ($($name:literal $id:literal $created_at:literal $fine_tune:literal $task:expr;)*) => {
        pub(crate) static MODELS: &[Model] = &[$(Model {
            name: $name, id: $id, task: $task, created_at: $created_at, fine_tune: $fine_tune,
        }),*];
    };
}

models! {
    "gpt-4o" "gpt-4o-2024-08-06" 1_722_902_400 true chat(Vocabulary::O200k, 128_000, 16_384);
    "gpt-4o-mini" "gpt-4o-mini-2024-07-18" 1_721_260_800 true chat(Vocabulary::O200k, 128_000, 16_384);
    "o3-mini" "o3-mini-2025-01-31" 1_738_281_600 false reasoning(200_000, 100_000);
    "o4-mini" "o4-mini-2025-04-16" 1_744_761_600 false reasoning(200_000, 100_000);
    "gpt-5" "gpt-5-2025-08-07" 1_754_524_800 false reasoning(400_000, 128_000);
    "gpt-4" "gpt-4-turbo-2024-04-09" 1_712_620_800 false chat(Vocabulary::Cl100k, 128_000, 4_096);
    "gpt-35-turbo" "gpt-35-turbo-0125" 1_706_140_800 true chat(Vocabulary::Cl100k, 16_385, 4_096);
    "gpt-35-turbo-instruct" "gpt-35-turbo-instruct-0914" 1_694_649_600 false
        Task::Completion(text(Vocabulary::Cl100k, 4_097, 4_097));
    "text-embedding-ada-002" "text-embedding-ada-002" 1_671_062_400 false embedding(1536, false);
    "text-embedding-3-small" "text-embedding-3-small" 1_706_140_800 false embedding(1536, true);
    "text-embedding-3-large" "text-embedding-3-large" 1_706_140_800 false embedding(3072, true);
    "dall-e-3" "dall-e-3-3.0" 1_699_228_800 false Task::Image(ImageModel::DallE);
    "gpt-image-1" "gpt-image-1-2025-04-15" 1_744_675_200 false Task::Image(ImageModel::Gpt);
    "whisper" "whisper-001" 1_677_628_800 false Task::Transcription(Transcriber::Whisper);
    "gpt-4o-transcribe" "gpt-4o-transcribe-2025-03-20" 1_742_428_800 false Task::Transcription(Transcriber::Gpt);
    "gpt-4o-mini-transcribe" "gpt-4o-mini-transcribe-2025-03-20" 1_742_428_800 false
        Task::Transcription(Transcriber::Gpt);
    "gpt-4o-transcribe-diarize" "gpt-4o-transcribe-diarize-2025-10-15" 1_760_486_400 false
        Task::Transcription(Transcriber::Diarizing);
    "tts-1" "tts-1-001" 1_699_228_800 false Task::Speech { instructed: false };
    "tts-1-hd" "tts-1-hd-001" 1_699_228_800 false Task::Speech { instructed: false };
    "gpt-4o-mini-tts" "gpt-4o-mini-tts-2025-03-20" 1_742_428_800 false Task::Speech { instructed: true };
}

pub(crate) fn find(name: &str) -> Option<&'static Model> {
    MODELS.iter().find(|model| model.name == name)
}
