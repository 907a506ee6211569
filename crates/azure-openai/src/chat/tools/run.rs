//! A chat that calls tools until there is an answer.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use azure_openai_core::{Error, Response};
use futures_util::{StreamExt, stream};

use super::error::ToolLoopError;
use super::set::Tools;
use crate::chat::request::ChatRequest;
use azure_openai_inference::{
    ChatCompletionMessage, ChatCompletionToolCall, ChatCompletionToolChoice, ChatCompletionToolChoiceMode,
    CreateChatCompletionResponse, Usage,
};

/// How many rounds of tools there may be, by default.
const ROUNDS: usize = 10;
/// How many tools of one round run at once, by default.
const CONCURRENCY: usize = 8;

impl ChatRequest {
    /// Sends it, calls the tools that the model wants called, tells it their results, and so on until it answers.
    /// Nothing happens until the loop is awaited. Feature `tools`.
    pub fn run_tools(self, tools: &Tools) -> ToolLoop<'_> {
        ToolLoop {
            call: self,
            tools,
            rounds: ROUNDS,
            concurrency: CONCURRENCY,
        }
    }
}

/// A chat that calls tools until there is an answer, from [`ChatRequest::run_tools`]; it waits to be awaited or
/// [sent](Self::send).
///
/// The settings of the call hold for each request. The first choice alone counts. A `tool_choice` that forces a call is
/// sent with the first request only, or there would be no end. Several tools that the model wants called at once run
/// [concurrently](Self::concurrency), and their results are sent in its order. A function that there is none of,
/// arguments that do not decode and errors that are not [fatal](super::ToolError::fatal) are told to the model.
#[derive(Debug)]
#[must_use = "nothing is sent until it is awaited"]
pub struct ToolLoop<'a> {
    call: ChatRequest,
    tools: &'a Tools,
    rounds: usize,
    concurrency: usize,
}

/// An answer, and how it came about.
#[derive(Debug)]
#[non_exhaustive]
pub struct ToolOutcome {
    /// The last answer, which calls no tools.
    pub answer: Response<CreateChatCompletionResponse>,
    /// The whole conversation: the messages sent, calls of tools, their results, and the answer.
    pub messages: Vec<ChatCompletionMessage>,
    /// The tokens of all requests together.
    pub usage: Usage,
    /// How many rounds of tools there were.
    pub rounds: usize,
}

impl<'a> ToolLoop<'a> {
    /// How many rounds of tools there may be, 10 by default. Where the model wants another, the loop ends with
    /// [`ToolLoopError::TooManyRounds`].
    pub fn max_rounds(mut self, rounds: usize) -> Self {
        self.rounds = rounds;
        self
    }

    /// How many tools of one round may run at once: 8 by default; 1 runs them one after another, in the model's order.
    pub fn concurrency(mut self, tools: usize) -> Self {
        self.concurrency = tools.max(1);
        self
    }

    /// Runs it, as awaiting it does.
    ///
    /// # Errors
    /// [`ToolLoopError`], with the conversation up to then in it.
    pub async fn send(self) -> Result<ToolOutcome, ToolLoopError> {
        let Self {
            mut call,
            tools,
            rounds: most,
            concurrency,
        } = self;
        let mut usage = Usage::default();
        match tools.definitions() {
            Ok(definitions) => call.request.tools.extend(definitions),
            Err(error) => return Err(failed(error, call)),
        }
        for rounds in 0.. {
            let mut answer = match call.clone().await {
                Ok(answer) => answer,
                Err(error) => return Err(failed(error, call)),
            };
            add(&mut usage, answer.usage.as_ref());
            let wanted = name_calls(&mut answer, rounds);
            let message = answer
                .choices
                .iter()
                .min_by_key(|choice| choice.index)
                .map(|choice| ChatCompletionMessage::from(choice.message.clone()));
            if wanted.is_empty() {
                let mut messages = call.request.messages;
                messages.extend(message);
                return Ok(ToolOutcome {
                    answer,
                    messages,
                    usage,
                    rounds,
                });
            }
            if rounds == most {
                return Err(ToolLoopError::TooManyRounds {
                    rounds,
                    wanted,
                    messages: call.request.messages,
                });
            }
            match run(tools, &wanted, concurrency).await {
                Ok(results) => {
                    call.request.messages.extend(message);
                    call.request.messages.extend(results);
                }
                Err((name, source)) => {
                    return Err(ToolLoopError::Tool {
                        name,
                        source,
                        messages: call.request.messages,
                    });
                }
            }
            if forces(call.request.tool_choice.as_ref()) {
                call.request.tool_choice = None;
            }
        }
        unreachable!("there is no last number of a round")
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

/// Runs the tools of a round. The results are in the order of the calls.
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
            .or_else(super::error::ToolError::into_message)
            .map_err(|error| (call.function.name.clone(), error))?;
        messages.push(ChatCompletionMessage::tool(&*call.id, text));
    }
    Ok(messages)
}

/// The tool calls of the first choice. Some servers send no IDs, without which results cannot be told apart: they get
/// ones.
fn name_calls(answer: &mut CreateChatCompletionResponse, round: usize) -> Vec<ChatCompletionToolCall> {
    let first = answer.choices.iter_mut().min_by_key(|choice| choice.index);
    let Some(first) = first else {
        return Vec::new();
    };
    for (place, call) in first.message.tool_calls.iter_mut().enumerate() {
        if call.id.is_empty() {
            call.id = format!("call_{round}_{place}");
        }
    }
    first.message.tool_calls.clone()
}

fn failed(source: Error, call: ChatRequest) -> ToolLoopError {
    ToolLoopError::Call {
        source,
        messages: call.request.messages,
    }
}

fn forces(choice: Option<&ChatCompletionToolChoice>) -> bool {
    match choice {
        None => false,
        Some(ChatCompletionToolChoice::Mode(mode)) => *mode == ChatCompletionToolChoiceMode::Required,
        Some(_) => true,
    }
}

fn add(sum: &mut Usage, usage: Option<&Usage>) {
    if let Some(usage) = usage {
        sum.prompt_tokens += usage.prompt_tokens;
        sum.total_tokens += usage.total_tokens;
        if let Some(tokens) = usage.completion_tokens {
            *sum.completion_tokens.get_or_insert_default() += tokens;
        }
    }
}
