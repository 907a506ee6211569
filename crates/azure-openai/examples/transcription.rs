//! Speech from text, and text from an audio file.

use azure_openai::{Client, FilePart};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let path = std::env::temp_dir().join("azure-openai-morning.mp3");
    client
        .deployment("tts-1")
        .speak("Good morning.", "alloy")
        .save_to(&path)
        .await?;

    let whisper = client.deployment("whisper");
    let transcript = whisper.transcribe(FilePart::from_path(&path)).verbose().await?;
    println!("{} ({:.1} s)", transcript.text, transcript.duration.unwrap_or_default());

    let subtitles = whisper.transcribe(FilePart::from_path(&path)).srt().await?;
    println!("{}", *subtitles);
    std::fs::remove_file(&path)?;
    Ok(())
}
