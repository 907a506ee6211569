//! What people ask answers for.

use azure_openai_core::{ContentFilterResults, Value};
use serde::de::DeserializeOwned;

use crate::arguments::decode;
use crate::{
    ChatCompletionChoice, ChatCompletionFinishReason, ChatCompletionToolCall, CompletionChoice,
    CreateChatCompletionResponse, CreateCompletionResponse, CreateEmbeddingResponse,
};

/// An answer that asks for several choices with `n` has its others in `choices`; these are about the first.
impl CreateChatCompletionResponse {
    fn first(&self) -> Option<&ChatCompletionChoice> {
        self.choices.iter().min_by_key(|choice| choice.index)
    }

    /// The text of the answer; empty where the model calls tools instead or the content filter took it, see
    /// [`content`](Self::content).
    pub fn text(&self) -> &str {
        self.content().unwrap_or_default()
    }

    /// The text of the answer, if it has one.
    pub fn content(&self) -> Option<&str> {
        self.first()?.message.content.as_deref()
    }

    /// The tools that the model wants called.
    pub fn tool_calls(&self) -> &[ChatCompletionToolCall] {
        self.first().map_or(&[], |choice| &choice.message.tool_calls)
    }

    /// Why the answer ended: `length` where `max_tokens` cut it.
    pub fn finish_reason(&self) -> Option<&ChatCompletionFinishReason> {
        self.first()?.finish_reason.as_ref()
    }

    /// Whether the content filter cut the answer or took it away; [`filter_results`](Self::filter_results) tells what for.
    /// (A prompt that it blocks is an error, see [`Error`](azure_openai_core::Error::is_content_filtered).)
    pub fn is_blocked(&self) -> bool {
        self.finish_reason() == Some(&ChatCompletionFinishReason::ContentFilter)
    }

    /// What the content filter found in the answer.
    pub fn filter_results(&self) -> Option<&ContentFilterResults> {
        self.first()?.content_filter_results.as_ref()
    }

    /// What the model says where it refuses to answer (`refusal`, later versions of the service).
    pub fn refusal(&self) -> Option<&str> {
        self.first()?.message.extra.get("refusal").and_then(Value::as_str)
    }

    /// The answer's text, decoded as JSON: for requests whose `response_format` asks for JSON.
    ///
    /// # Errors
    /// [`ParseError`], which tells why there is nothing to decode: a refusal, the content filter, a limit.
    pub fn parsed<T: DeserializeOwned>(&self) -> Result<T, ParseError> {
        if self.is_blocked() {
            return Err(ParseError::Blocked);
        }
        if let Some(refusal) = self.refusal() {
            return Err(ParseError::Refused(refusal.to_owned()));
        }
        if self.finish_reason() == Some(&ChatCompletionFinishReason::Length) {
            return Err(ParseError::CutOff);
        }
        let text = self
            .content()
            .filter(|text| !text.trim().is_empty())
            .ok_or(ParseError::NoText)?;
        decode(text).map_err(|(path, source)| ParseError::Json { path, source })
    }
}

/// Why an answer's text gives no value. See [`CreateChatCompletionResponse::parsed`].
#[derive(Debug)]
#[non_exhaustive]
pub enum ParseError {
    /// The answer has no text: it calls tools, or the model said nothing.
    NoText,
    /// The content filter cut the answer or took it away.
    Blocked,
    /// The model refuses, and says so.
    Refused(String),
    /// The answer was cut at `max_tokens`, or where the model's context is full.
    CutOff,
    /// The text is not the JSON that was expected.
    Json {
        /// Where in the JSON, as in `items[3].price`; empty for the whole.
        path: String,
        /// What is wrong.
        source: serde_json::Error,
    },
}

impl std::fmt::Display for ParseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoText => f.write_str("the answer has no text to decode"),
            Self::Blocked => f.write_str("the content filter blocked the answer: change the prompt"),
            Self::Refused(refusal) => write!(f, "the model refuses: {refusal}"),
            Self::CutOff => f.write_str("the answer was cut off before its JSON was whole: raise max_tokens"),
            Self::Json { path, source } if path.is_empty() => {
                write!(f, "the answer's text is not the JSON expected: {source}")
            }
            Self::Json { path, source } => {
                write!(f, "the answer's text is not the JSON expected, at `{path}`: {source}")
            }
        }
    }
}

impl std::error::Error for ParseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// With several prompts or `n`, the other choices are in `choices`; this is about the first.
impl CreateCompletionResponse {
    /// The text; empty where the content filter took it.
    pub fn text(&self) -> &str {
        self.choices
            .iter()
            .min_by_key(|choice| choice.index)
            .and_then(|choice: &CompletionChoice| choice.text.as_deref())
            .unwrap_or_default()
    }
}

impl CreateEmbeddingResponse {
    /// The embeddings in the order of the inputs, in whichever form they came.
    pub fn vectors(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        let mut sorted: Vec<_> = self.data.iter().collect();
        sorted.sort_by_key(|item| item.index);
        sorted.into_iter().map(|item| &*item.embedding)
    }
}
