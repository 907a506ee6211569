//! Streams of transcripts.

use azure_openai_core::decode::from_value;
use azure_openai_core::{StreamChunk, StreamProgress, Value};

use crate::TranscriptionEvent;

impl TranscriptionEvent {
    /// The text that is added to the transcript.
    pub fn delta(&self) -> Option<&str> {
        match self {
            Self::TranscriptTextDelta(event) => Some(&event.delta),
            _ => None,
        }
    }
}

impl StreamChunk for TranscriptionEvent {
    fn observe(&self, progress: &mut StreamProgress) {
        if let Self::TranscriptTextDone(_) = self {
            progress.finish_next();
        }
    }

    /// Models that do not stream send the whole transcript.
    fn from_response(mut response: Value) -> Option<Self> {
        response.get("text")?;
        response["type"] = "transcript.text.done".into();
        from_value(&response).ok()
    }
}
