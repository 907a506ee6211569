//! What the model calls a tool with.

use std::fmt;

use serde::de::DeserializeOwned;

use crate::{ChatCompletionMessage, ChatCompletionToolCall};

impl ChatCompletionToolCall {
    /// The arguments, decoded. Without any, as for a function that takes none, they are `{}`.
    ///
    /// # Errors
    /// [`ArgumentsError`] where the model wrote something else than the function takes; it can be sent back to the
    /// model, which then mostly mends it.
    ///
    /// ```
    /// use azure_openai_inference::{ChatCompletionToolCall, ChatCompletionToolCallFunction};
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Weather {
    ///     city: String,
    /// }
    /// let function = ChatCompletionToolCallFunction::new("weather", r#"{"town":"Oslo"}"#);
    /// let call = ChatCompletionToolCall::new("call_1", function);
    /// let error = call.arguments::<Weather>().err().unwrap();
    /// assert!(error.to_string().contains("missing field `city`"));
    /// let message = error.to_message(); // role `tool`, for the next request
    /// assert_eq!(message.tool_call_id.as_deref(), Some("call_1"));
    /// ```
    pub fn arguments<T: DeserializeOwned>(&self) -> Result<T, ArgumentsError> {
        let text = match self.function.arguments.trim() {
            "" => "{}",
            text => text,
        };
        decode(text).map_err(|(path, source)| ArgumentsError {
            call_id: self.id.clone(),
            function: self.function.name.clone(),
            path,
            source,
        })
    }
}

/// Arguments that are not what the function takes.
#[derive(Debug)]
pub struct ArgumentsError {
    call_id: String,
    function: String,
    path: String,
    source: serde_json::Error,
}

impl ArgumentsError {
    /// The ID of the model's call.
    pub fn call_id(&self) -> &str {
        &self.call_id
    }

    /// The function that was called.
    pub fn function(&self) -> &str {
        &self.function
    }

    /// Where in the arguments it is, as in `stops[1].city`; empty for the whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The message that tells the model of it, in answer to its call.
    pub fn to_message(&self) -> ChatCompletionMessage {
        ChatCompletionMessage::tool(&*self.call_id, format!("Error: {self}. Call it again."))
    }
}

impl fmt::Display for ArgumentsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the arguments of `{}` are wrong", self.function)?;
        if !self.path.is_empty() {
            write!(f, " at `{}`", self.path)?;
        }
        write!(f, ": {}", self.source)
    }
}

impl std::error::Error for ArgumentsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Decodes JSON, and tells where it fails.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, (String, serde_json::Error)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        (path, error.into_inner())
    })?;
    deserializer.end().map_err(|error| (String::new(), error))?;
    Ok(value)
}
