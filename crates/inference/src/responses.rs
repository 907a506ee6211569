//! Conveniences of chat responses.

use azure_openai_core::ContentFilterResults;
use serde::de::DeserializeOwned;

use crate::chunks::is_finish;
use crate::text_as_json::{at, decode};
use crate::{ChatCompletionChoice, ChatCompletionFinishReason, ChatCompletionToolCall, CreateChatCompletionResponse};

/// These are about the first choice; a request with an `n` of 2 or more has the others in `choices`.
impl CreateChatCompletionResponse {
    fn first(&self) -> Option<&ChatCompletionChoice> {
        self.choices.iter().min_by_key(|choice| choice.index)
    }

    /// Returns the text of the response; empty where the model calls tools instead or the content filter removed it,
    /// see [`content`](Self::content).
    pub fn text(&self) -> &str {
        self.content().unwrap_or_default()
    }

    /// Returns the text of the response, if it has one.
    pub fn content(&self) -> Option<&str> {
        self.first()?.message.content.as_deref()
    }

    /// Returns the model's tool calls.
    pub fn tool_calls(&self) -> &[ChatCompletionToolCall] {
        self.first().map_or(&[], |choice| &choice.message.tool_calls)
    }

    /// Returns why the response ended: `length` where it reached `max_tokens`.
    pub fn finish_reason(&self) -> Option<&ChatCompletionFinishReason> {
        let reason = self.first()?.finish_reason.as_ref();
        reason.filter(|reason| is_finish(reason.as_str()))
    }

    /// Returns whether the content filter cut or removed the response; the categories are in
    /// [`filter_results`](Self::filter_results). (A blocked prompt is an error, see
    /// [`Error`](azure_openai_core::Error::is_content_filtered).)
    pub fn is_blocked(&self) -> bool {
        self.finish_reason() == Some(&ChatCompletionFinishReason::ContentFilter)
    }

    /// Returns the content filter results of the response.
    pub fn filter_results(&self) -> Option<&ContentFilterResults> {
        self.first()?.content_filter_results.as_ref()
    }

    /// Returns the model's refusal, if it refused.
    pub fn refusal(&self) -> Option<&str> {
        self.first()?.message.refusal.as_deref()
    }

    /// Decodes the response's text as JSON, for requests with a `response_format` of JSON.
    ///
    /// # Errors
    /// [`ParseError`]: a refusal, the content filter, the limit of tokens, or text that does not decode.
    pub fn parsed<T: DeserializeOwned>(&self) -> Result<T, ParseError> {
        let so_far = || self.text().to_owned();
        if self.is_blocked() {
            return Err(ParseError::Blocked { text: so_far() });
        }
        if let Some(refusal) = self.refusal() {
            return Err(ParseError::Refused(refusal.to_owned()));
        }
        if self.finish_reason() == Some(&ChatCompletionFinishReason::Length) {
            return Err(ParseError::CutOff { text: so_far() });
        }
        let text = self
            .content()
            .filter(|text| !text.trim().is_empty())
            .ok_or(ParseError::NoText)?;
        decode(text).map_err(|(path, source)| ParseError::Json {
            text: text.to_owned(),
            path,
            source,
        })
    }
}

/// Why the text of a response does not decode. See [`CreateChatCompletionResponse::parsed`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ParseError {
    /// The response has no text: it has tool calls, or nothing.
    #[error("response has no text to decode")]
    NoText,
    /// The content filter cut or removed the response.
    #[error("content filter blocked the response: change the prompt")]
    Blocked {
        /// The text up to the cut.
        text: String,
    },
    /// The model refused, in these words.
    #[error("model refused: {0}")]
    Refused(String),
    /// The response was cut at the limit of tokens, or where the model's context is full.
    #[error("response was cut before its JSON was whole: raise max_tokens or max_completion_tokens")]
    CutOff {
        /// The text up to the cut.
        text: String,
    },
    /// The text is not the expected JSON.
    #[error("text of the response is not the expected JSON{}: {source}", at(", at", path))]
    Json {
        /// The text.
        text: String,
        /// The path in the JSON, such as `items[3].price`; empty for the whole.
        path: String,
        /// The error of the decoder.
        source: serde_json::Error,
    },
}

impl ParseError {
    /// Returns what the model wrote: the text, up to where it was cut, or the words of the refusal.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::NoText => None,
            Self::Blocked { text } | Self::Refused(text) | Self::CutOff { text } | Self::Json { text, .. } => {
                Some(text)
            }
        }
    }
}
