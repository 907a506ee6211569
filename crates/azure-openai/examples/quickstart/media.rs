//! An image, and speech there and back.

use azure_openai::FilePart;
use azure_openai::inference::{ImageSize, SpeechVoice};

use super::{Outcome, Tour};

pub(super) async fn image(tour: &Tour) -> Outcome {
    let Some(name) = tour.name("IMAGE_DEPLOYMENT", "dall-e-3") else {
        return Ok(());
    };
    println!("\nan image by {name}");
    let response = tour
        .client
        .deployment(&name)
        .image("A fox that reads the newspaper")
        .with_size(ImageSize::X1024x1024)
        .await?;
    let image = response.data.first().ok_or("an image was expected")?;
    let path = tour.directory.join("fox.png");
    let length = image.save_to(&path, &tour.client).await?;
    println!("  ← {length} bytes in {}", path.display());
    Ok(())
}

pub(super) async fn speech(tour: &Tour) -> Outcome {
    let text = "The quick brown fox jumps over the lazy dog.";
    let (Some(voice), Some(ear)) = (
        tour.name("SPEECH_DEPLOYMENT", "tts-1"),
        tour.name("TRANSCRIPTION_DEPLOYMENT", "whisper"),
    ) else {
        return Ok(());
    };
    println!("\nspeech by {voice}, heard by {ear}");
    println!("  → {text}");
    let path = tour.directory.join("fox.mp3");
    let saved = tour
        .client
        .deployment(&voice)
        .speak(text, SpeechVoice::Alloy)
        .save_to(&path)
        .await?;
    println!("  ← {} bytes in {}", *saved, path.display());
    let heard = tour
        .client
        .deployment(&ear)
        .transcribe(FilePart::from_path(&path))
        .verbose()
        .send()
        .await?;
    println!("  ← {:.1} s: {}", heard.duration.unwrap_or_default(), heard.text);
    Ok(())
}
