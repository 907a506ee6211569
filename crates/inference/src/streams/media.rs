//! Streams of images and of transcripts.

use azure_openai_core::decode::from_value;
use azure_openai_core::{Base64Bytes, Bytes, Error, StreamChunk, StreamProgress, Value};

use crate::{ImageStreamEvent, TranscriptionEvent};

impl ImageStreamEvent {
    /// Whether the image is whole; otherwise it is a partial one, of
    /// [`partial_image_index`](ImageStreamEvent::partial_image_index).
    pub fn is_completed(&self) -> bool {
        let name = self.type_.as_ref().map_or("", |name| name.as_str());
        name.ends_with(".completed")
    }

    /// Decodes the image.
    ///
    /// # Errors
    /// [`Decode`](azure_openai_core::ErrorKind::Decode) where it is not base64.
    pub fn bytes(&self) -> Result<Bytes, Error> {
        Ok(Base64Bytes::from_base64(&self.b64_json)?.into_vec().into())
    }
}

impl StreamChunk for ImageStreamEvent {
    fn observe(&self, progress: &mut StreamProgress) {
        if self.is_completed() {
            progress.finish_next();
        }
    }

    fn from_response(mut response: Value) -> Option<Self> {
        let image = response.pointer_mut("/data/0")?.take();
        let fields = response.as_object_mut()?;
        fields.remove("data");
        fields.insert("b64_json".to_owned(), image.get("b64_json")?.clone());
        fields.insert("type".to_owned(), "image_generation.completed".into());
        from_value(&response).ok()
    }
}

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
