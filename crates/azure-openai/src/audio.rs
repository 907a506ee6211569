//! Speech from text, and text from speech.
//!
//! ```no_run
//! use azure_openai::FilePart;
//!
//! # async fn run(client: azure_openai::Client) -> Result<(), azure_openai::Error> {
//! client.deployment("tts-1").speak("Good morning.", "alloy").save_to("morning.mp3").await?;
//!
//! let whisper = client.deployment("whisper");
//! let heard = whisper.transcribe(FilePart::from_path("morning.mp3")).verbose().await?;
//! println!("{} ({:?} s)", heard.text, heard.duration);
//! let subtitles = whisper.transcribe(FilePart::from_path("morning.mp3")).srt().await?;
//! println!("{}", *subtitles);
//! # Ok(())
//! # }
//! ```

mod speech;
mod transcript;

pub use speech::SpeechRequest;
pub use transcript::{TranscriptRequest, TranscriptionRequest, TranslationRequest};
