//! `aoai tour`: what this program does, shown by doing it.

use std::path::Path;

use azure_openai::authoring::{BatchListOptions, FilesListOptions, FineTuningListOptions, Purpose};

use crate::failure::{Failure, Result};
use crate::output::Tone;
use crate::session::Session;

/// See in a minute what this program does, on an emulator in this process: no account needed, nothing is kept
#[derive(Debug, clap::Args)]
#[command(after_help = "Every command of the tour can be typed: `aoai --emulator chat 'Why is the sky blue?'`.")]
pub(crate) struct Arguments {}

/// What is said before a command, and the command.
pub(crate) type Step = (&'static str, &'static [&'static str]);

/// `FILE`, `BATCH` and `JOB` stand for what the command before made.
const STEPS: &[Step] = &[
    (
        "Ask something. Pipe something in, and it is part of the question.",
        &["chat", "Why is the sky blue?"],
    ),
    ("Which models are there?", &["deployments"]),
    (
        "Texts become vectors: lines of JSON, or an array for numpy with -o vectors.npy.",
        &["embed", "--dimensions", "4", "a cat", "a kitten", "the stock market"],
    ),
    (
        "Pictures and speech are files.",
        &["image", "a lighthouse at dusk", "-o", "lighthouse.png"],
    ),
    ("", &["speak", "Good morning!", "-o", "morning.wav"]),
    ("", &["transcribe", "morning.wav"]),
    (
        "Many requests at half the price: a batch. A file goes up,",
        &["files", "put", "questions.jsonl", "--purpose", "batch"],
    ),
    ("becomes a batch,", &["batch", "submit", "FILE"]),
    (
        "is waited for (Ctrl-C leaves it running, and says how to come back),",
        &["batch", "wait", "BATCH"],
    ),
    (
        "and has a response for each line.",
        &["batch", "results", "--text", "BATCH"],
    ),
    (
        "A model of your own: check the examples,",
        &["tune", "check", "sums.jsonl"],
    ),
    (
        "make a fine-tuning job and follow it,",
        &[
            "tune",
            "create",
            "gpt-4o-2024-08-06",
            "sums.jsonl",
            "--validation",
            "checks.jsonl",
            "--follow",
        ],
    ),
    ("look at its curves here,", &["tune", "plot", "JOB"]),
    ("or as a picture.", &["tune", "plot", "JOB", "-o", "curves.svg"]),
    (
        "With a resource of your own, begin with the doctor: it checks everything from DNS to deployments.",
        &["doctor"],
    ),
];

impl Arguments {
    /// The commands in their order.
    pub(crate) fn steps(&self) -> &'static [Step] {
        STEPS
    }

    /// Writes the files of the tour, and goes to where they are.
    pub(crate) fn enter(&self, directory: &Path) -> Result<()> {
        let question = |number: usize, text: &str| {
            format!(
                "{{\"custom_id\":\"question-{number}\",\"method\":\"POST\",\"url\":\"/chat/completions\",\"body\":{{\
                 \"model\":\"gpt-4o\",\"messages\":[{{\"role\":\"user\",\"content\":\"{text}\"}}]}}}}\n"
            )
        };
        let sum = |n: usize| {
            format!(
                "{{\"messages\":[{{\"role\":\"user\",\"content\":\"{n} + 1?\"}},{{\"role\":\"assistant\",\"content\":\
                 \"{}\"}}]}}\n",
                n + 1
            )
        };
        let files = [
            (
                "questions.jsonl",
                question(1, "Name a color.") + &question(2, "Name a bird."),
            ),
            ("sums.jsonl", (0..24).map(sum).collect()),
            ("checks.jsonl", (100..112).map(sum).collect()),
        ];
        for (name, content) in files {
            let path = directory.join(name);
            std::fs::write(&path, content).map_err(|error| Failure::file(&path, "write", &error))?;
        }
        std::env::set_current_dir(directory).map_err(|error| Failure::file(directory, "enter", &error))
    }

    /// The words of a step's command line, after they were shown.
    pub(crate) async fn present(&self, session: &Session, (text, words): &Step) -> Result<Vec<String>> {
        let mut line = Vec::new();
        for word in *words {
            line.push(match *word {
                "FILE" => newest_file(session).await?,
                "BATCH" => newest_batch(session).await?,
                "JOB" => newest_job(session).await?,
                word => word.to_owned(),
            });
        }
        let shown: Vec<_> = line
            .iter()
            .map(|word| match word.contains([' ', '?', '!']) {
                true => format!("'{word}'"),
                false => word.clone(),
            })
            .collect();
        let out = session.out;
        if !text.is_empty() {
            out.line(&format!("\n{}", out.paint(Tone::Dim, &format!("# {text}"))))?;
        }
        out.line(&out.paint(Tone::Accent, &format!("$ aoai {}", shown.join(" "))))?;
        Ok(line)
    }

    pub(crate) fn leave(&self, session: &Session) -> Result<()> {
        let out = session.out;
        out.line("")?;
        out.line("That was the emulator. Each command runs with --emulator, or on your resource:")?;
        out.line(&out.paint(
            Tone::Accent,
            "$ export AZURE_OPENAI_ENDPOINT=https://my-resource.openai.azure.com AZURE_OPENAI_API_KEY=…",
        ))?;
        out.line(&out.paint(Tone::Accent, "$ aoai doctor"))?;
        out.line("`aoai --help` has examples, profiles, and exit codes; `aoai COMMAND --help` each command's.")
    }
}

async fn newest_file(session: &Session) -> Result<String> {
    let options = FilesListOptions::new().with_purpose(Purpose::Batch);
    let mut files = session.client().await?.files().list_with(options);
    let mut newest = None;
    while let Some(file) = files.next().await {
        newest = newest.max(Some(file?).map(|file| (file.created_at.map(|at| at.unix_seconds()), file.id)));
    }
    newest
        .map(|(_, id)| id)
        .ok_or_else(|| Failure::input("no file was listed"))
}

async fn newest_batch(session: &Session) -> Result<String> {
    let mut batches = session.client().await?.batches().list_with(BatchListOptions::new());
    let batch = batches.next().await.transpose()?;
    batch
        .map(|batch| batch.id)
        .ok_or_else(|| Failure::input("no batch was listed"))
}

async fn newest_job(session: &Session) -> Result<String> {
    let mut jobs = session
        .client()
        .await?
        .fine_tuning()
        .list_with(FineTuningListOptions::new());
    let job = jobs.next().await.transpose()?;
    job.map(|job| job.id)
        .ok_or_else(|| Failure::input("no fine-tuning job was listed"))
}
