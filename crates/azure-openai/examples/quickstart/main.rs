//! A tour of the service: chat, embeddings, an image, speech, files, a batch, a fine-tuning job. Against the emulator,
//! which it starts itself, or against your own resource where `AZURE_OPENAI_ENDPOINT` is set.
//!
//! On your resource it calls the deployments that these variables name, and leaves out what none is named for:
//! `AZURE_OPENAI_CHAT_DEPLOYMENT` (else `gpt-4o`), `AZURE_OPENAI_EMBEDDING_DEPLOYMENT` (else `text-embedding-3-small`),
//! `AZURE_OPENAI_IMAGE_DEPLOYMENT`, `AZURE_OPENAI_SPEECH_DEPLOYMENT`, `AZURE_OPENAI_TRANSCRIPTION_DEPLOYMENT`,
//! `AZURE_OPENAI_BATCH_DEPLOYMENT` and, a model's name, `AZURE_OPENAI_FINE_TUNING_MODEL`. The last two take hours
//! there.

mod media;
mod training;
mod words;
mod work;

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use azure_openai::{Client, Credential};
use azure_openai_emulator::Emulator;

type Outcome = Result<(), Box<dyn Error>>;

/// What the tour has to do with.
struct Tour {
    client: Client,
    /// Stops when it is dropped.
    emulator: Option<Emulator>,
    /// Where the image and the audio file are written.
    directory: PathBuf,
}

#[tokio::main]
async fn main() -> Outcome {
    let began = Instant::now();
    let tour = Tour::new().await?;
    words::chat(&tour).await?;
    words::stream(&tour).await?;
    words::embeddings(&tour).await?;
    media::image(&tour).await?;
    media::speech(&tour).await?;
    work::file(&tour).await?;
    work::batch(&tour).await?;
    training::job(&tour).await?;
    println!("\nDone in {:.1} s.", began.elapsed().as_secs_f64());
    Ok(())
}

impl Tour {
    async fn new() -> Result<Self, Box<dyn Error>> {
        let directory = std::env::temp_dir().join("azure-openai-quickstart");
        std::fs::create_dir_all(&directory)?;
        if std::env::var_os("AZURE_OPENAI_ENDPOINT").is_some() {
            println!("Using the resource that AZURE_OPENAI_ENDPOINT names.");
            let client = Client::from_env()?;
            return Ok(Self {
                client,
                emulator: None,
                directory,
            });
        }
        let emulator = Emulator::start().await?;
        println!("Using the emulator on {}.", emulator.endpoint());
        let client = Client::builder()
            .with_endpoint(emulator.endpoint())
            .with_credential(Credential::api_key(emulator.api_key()))
            .build()?;
        Ok(Self {
            client,
            emulator: Some(emulator),
            directory,
        })
    }

    /// The name in the variable; on the emulator, if there is none, the other one. Without both the step is left out.
    fn name(&self, what: &str, on_the_emulator: &str) -> Option<String> {
        let variable = format!("AZURE_OPENAI_{what}");
        let found = std::env::var(&variable).ok();
        if found.is_none() && self.emulator.is_none() {
            println!("\n({variable} is not set: left out)");
            return None;
        }
        Some(found.unwrap_or_else(|| on_the_emulator.to_owned()))
    }

    /// How often to ask how a job does: the emulator's are done in seconds, the service's in hours.
    fn interval(&self) -> (Duration, Duration) {
        match self.emulator {
            Some(_) => (Duration::from_millis(300), Duration::from_millis(300)),
            None => (Duration::from_secs(10), Duration::from_secs(120)),
        }
    }
}
