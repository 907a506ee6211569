//! One reply of the model, printed.

use azure_openai::Deployment;
use azure_openai::chat::{ChatEvent, assistant};
use azure_openai::inference::{
    ChatCompletionFinishReason, ChatCompletionMessage, CreateChatCompletionRequest, CreateChatCompletionResponse,
};

use crate::commands::sampling::{Sampling, apply};
use crate::failure::{Failure, Kind, Result};
use crate::session::Session;

/// The model, and how it is asked.
pub(super) struct Chat<'a> {
    pub(super) session: &'a Session,
    pub(super) deployment: Deployment,
    pub(super) sampling: &'a Sampling,
    pub(super) stream: bool,
}

impl Chat<'_> {
    /// Asks, prints the reply, and gives it as a message for the next turn.
    pub(super) async fn reply(&self, messages: &[ChatCompletionMessage]) -> Result<ChatCompletionMessage> {
        let request = apply!(
            CreateChatCompletionRequest::new(messages.iter().cloned()),
            self.sampling
        );
        let request = self.deployment.chat_request(request);
        let out = &self.session.out;
        if out.is_json() {
            let response = request.await?.into_value();
            out.json_line(&response)?;
            check(&response, out)?;
            return Ok(assistant(response.text()));
        }
        let response = match self.stream {
            true => {
                let mut stream = request.stream().await?.into_value();
                let mut ends_line = true;
                let result = loop {
                    match stream.next().await {
                        Some(Ok(ChatEvent::Text { text, .. })) => {
                            ends_line = text.ends_with('\n');
                            out.text(&text)?;
                        }
                        Some(Ok(_)) => {}
                        Some(Err(error)) => break Err(Failure::from(error)),
                        None => break Ok(()),
                    }
                };
                if !ends_line {
                    out.text("\n")?;
                }
                result?;
                stream.partial()
            }
            false => {
                let response = request.await?.into_value();
                out.text(response.text())?;
                out.text("\n")?;
                response
            }
        };
        check(&response, out)?;
        Ok(assistant(response.text()))
    }
}

/// Says why a reply is not what was asked for.
fn check(response: &CreateChatCompletionResponse, out: &crate::output::Output) -> Result<()> {
    if response.is_blocked() {
        return Err(Failure::new(Kind::Blocked, "the content filter cut the response off").advise("change the prompt"));
    }
    if response.finish_reason() == Some(&ChatCompletionFinishReason::Length) {
        out.warn("the response was cut off at the token limit: raise --max-tokens");
    }
    if response.text().is_empty()
        && let Some(refusal) = response.refusal()
    {
        out.warn(&format!("the model refuses: {refusal}"));
    }
    Ok(())
}
