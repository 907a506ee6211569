//! Arguments of tool calls.

use serde::de::DeserializeOwned;

use crate::messages::tool;
use crate::text_as_json::{at, decode};
use crate::{ChatCompletionMessage, ChatCompletionToolCall};

impl ChatCompletionToolCall {
    /// Decodes the arguments. Empty arguments, as for a function without parameters, are taken as `{}`.
    ///
    /// # Errors
    /// [`ArgumentsError`] where the model wrote something else than the function takes; it can be sent back to the
    /// model, which then mostly corrects it.
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

/// An error in the arguments that a model wrote.
#[derive(Debug, thiserror::Error)]
#[error("invalid arguments of `{function}`{}: {source}", at(" at", path))]
pub struct ArgumentsError {
    call_id: String,
    function: String,
    path: String,
    source: serde_json::Error,
}

impl ArgumentsError {
    /// Returns the ID of the tool call.
    pub fn call_id(&self) -> &str {
        &self.call_id
    }

    /// Returns the name of the function.
    pub fn function(&self) -> &str {
        &self.function
    }

    /// Returns the path of the invalid argument, such as `stops[1].city`; empty for the whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the message with the tool's result that shows the model the error.
    pub fn to_message(&self) -> ChatCompletionMessage {
        tool(&*self.call_id, format!("Error: {self}. Call it again."))
    }
}
