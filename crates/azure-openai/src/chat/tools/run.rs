//! A chat that calls tools until there is a response.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use azure_openai_core::{Error, Response};
use azure_openai_inference::{
    ChatCompletionMessage, ChatCompletionToolCall, ChatCompletionToolChoice, ChatCompletionToolChoiceMode,
    CreateChatCompletionResponse, Usage,
};
use futures_util::{StreamExt, stream};

use super::error::{ToolError, ToolLoopError};
use super::set::Tools;
use crate::chat::request::ChatRequest;

/// The default limit of rounds.
const MAX_ROUNDS: usize = 10;
/// The default number of tools of one round that run at once.
const CONCURRENCY: usize = 8;

impl ChatRequest {
    /// Sends the request, runs the tools that the model calls, sends their results, and so on until the model responds
    /// without calling tools. Nothing happens until the loop is awaited. Feature `schemars`.
    pub fn run_tools(self, tools: &Tools) -> ToolLoop<'_> {
        ToolLoop {
            request: self,
            tools,
            max_rounds: MAX_ROUNDS,
            concurrency: CONCURRENCY,
        }
    }
}

/// A chat that calls tools until there is a response, from [`ChatRequest::run_tools`]; to be awaited or
/// [sent](Self::send).
///
/// The options of the request hold for each of its requests. Only the first choice counts. A `tool_choice` that forces a
/// tool call is sent with the first request only, or the loop would not end. Tool calls of one round run
/// [concurrently](Self::with_concurrency), and their results are sent in the model's order. Unknown functions, arguments
/// that do not decode and errors that are not [fatal](super::ToolError::fatal) are sent to the model.
#[derive(Debug)]
#[must_use = "nothing is sent until the loop is awaited"]
pub struct ToolLoop<'a> {
    request: ChatRequest,
    tools: &'a Tools,
    max_rounds: usize,
    concurrency: usize,
}

/// The outcome of a [tool loop](ToolLoop).
#[derive(Debug)]
#[non_exhaustive]
pub struct ToolOutcome {
    /// The last response, which calls no tools.
    pub response: Response<CreateChatCompletionResponse>,
    /// The whole conversation: the messages sent, tool calls, their results, and the last response's message.
    pub messages: Vec<ChatCompletionMessage>,
    /// The tokens of all requests together.
    pub usage: Usage,
    /// The number of rounds of tools.
    pub rounds: usize,
}

impl<'a> ToolLoop<'a> {
    /// Sets how many rounds of tools there may be. Default: 10. One more ends the loop with
    /// [`ToolLoopError::TooManyRounds`].
    pub fn with_max_rounds(mut self, rounds: usize) -> Self {
        self.max_rounds = rounds;
        self
    }

    /// Sets how many tools of one round may run at once. Default: 8; 1 runs them one after another, in the model's order.
    pub fn with_concurrency(mut self, tools: usize) -> Self {
        self.concurrency = tools.max(1);
        self
    }

    /// Runs the loop, as awaiting it does.
    ///
    /// # Errors
    /// [`ToolLoopError`], with the conversation so far in it.
    pub async fn send(mut self) -> Result<ToolOutcome, ToolLoopError> {
        let mut usage = Usage::default();
        let mut rounds = 0;
        match self.tools.definitions() {
            Ok(definitions) => self.request.request.tools.extend(definitions),
            Err(error) => return Err(self.failed(error)),
        }
        loop {
            let mut response = match self.request.clone().await {
                Ok(response) => response,
                Err(error) => return Err(self.failed(error)),
            };
            if let Some(tokens) = &response.usage {
                usage += tokens;
            }
            let messages = &mut self.request.request.messages;
            let (tool_calls, message) = named_calls(&mut response, rounds);
            if tool_calls.is_empty() {
                messages.extend(message);
                return Ok(ToolOutcome {
                    response,
                    messages: std::mem::take(messages),
                    usage,
                    rounds,
                });
            }
            let messages = std::mem::take(messages);
            if rounds == self.max_rounds {
                return Err(ToolLoopError::TooManyRounds {
                    rounds,
                    tool_calls,
                    messages,
                });
            }
            match run(self.tools, &tool_calls, self.concurrency).await {
                Ok(results) => {
                    let round = messages.into_iter().chain(message).chain(results);
                    self.request.request.messages = round.collect();
                }
                Err((name, source)) => {
                    return Err(ToolLoopError::Tool { name, source, messages });
                }
            }
            let choice = &mut self.request.request.tool_choice;
            choice.take_if(|choice| forces_a_call(choice));
            rounds += 1;
        }
    }

    fn failed(self, source: Error) -> ToolLoopError {
        ToolLoopError::Request {
            source,
            messages: self.request.request.messages,
        }
    }
}

impl<'a> IntoFuture for ToolLoop<'a> {
    type Output = Result<ToolOutcome, ToolLoopError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

type Fatal = (String, Box<dyn std::error::Error + Send + Sync>);

/// Runs the tool calls of a round. The results are in their order.
async fn run(
    tools: &Tools,
    calls: &[ChatCompletionToolCall],
    concurrency: usize,
) -> Result<Vec<ChatCompletionMessage>, Fatal> {
    let all: Vec<_> = calls
        .iter()
        .map(|call| async move { (call, tools.run(call).await) })
        .collect();
    let mut running = stream::iter(all).buffered(concurrency);
    let mut messages = Vec::with_capacity(calls.len());
    while let Some((call, result)) = running.next().await {
        let text = result
            .or_else(ToolError::into_message)
            .map_err(|error| (call.function.name.clone(), error))?;
        messages.push(ChatCompletionMessage::tool(&*call.id, text));
    }
    Ok(messages)
}

/// The tool calls and the message of the first choice. Tool calls without an ID get one, since without IDs their results
/// cannot be told apart.
fn named_calls(
    response: &mut CreateChatCompletionResponse,
    round: usize,
) -> (Vec<ChatCompletionToolCall>, Option<ChatCompletionMessage>) {
    let Some(first) = response.choices.iter_mut().min_by_key(|choice| choice.index) else {
        return (Vec::new(), None);
    };
    for (place, call) in first.message.tool_calls.iter_mut().enumerate() {
        if call.id.is_empty() {
            call.id = format!("call_{round}_{place}");
        }
    }
    (first.message.tool_calls.clone(), Some(first.message.clone().into()))
}

fn forces_a_call(choice: &ChatCompletionToolChoice) -> bool {
    match choice {
        ChatCompletionToolChoice::Mode(mode) => *mode == ChatCompletionToolChoiceMode::Required,
        _ => true,
    }
}
