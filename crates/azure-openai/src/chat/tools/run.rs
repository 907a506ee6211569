//! A chat that calls tools until there is a response.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use azure_openai_core::{Error, Response};
use azure_openai_inference::{
    ChatCompletionMessage, ChatCompletionToolCall, ChatCompletionToolChoice, ChatCompletionToolChoiceMode,
    CreateChatCompletionResponse, Usage,
};
use futures_core::Stream;
use futures_util::StreamExt;
use tokio::time::{Sleep, sleep};

use super::error::{ToolLoopError, ToolLoopErrorKind, ToolLoopLimit};
use super::event::ToolEvent;
use super::round::Round;
use super::set::Tools;
use crate::chat::request::ChatRequest;
use crate::stream::ChatStream;

/// The default limit of rounds.
const MAX_ROUNDS: usize = 10;
/// The default number of tools of one round that run at once.
const CONCURRENCY: usize = 8;

impl ChatRequest {
    /// Sends the request, runs the tools that the model calls, sends their results, and so on until the model responds
    /// without calling tools. Nothing happens until the loop is awaited. Feature `schemars`.
    ///
    /// The tools are added to those of the request. Where both have a function of the same name, the definition of the
    /// request is sent: it may describe the same function in other words.
    ///
    /// The api-version is 2024-10-21 where a tool has a strict schema and the client has the older default of
    /// [`inference::API_VERSION`](crate::inference::API_VERSION); any other that was set is sent.
    pub fn run_tools(self, tools: &Tools) -> ToolLoop<'_> {
        ToolLoop {
            request: self,
            tools,
            max_rounds: MAX_ROUNDS,
            max_total_tokens: u64::MAX,
            time_limit: None,
            concurrency: CONCURRENCY,
            streamed: false,
            usage: Usage::default(),
            rounds: 0,
            deadline: None,
            step: Step::Start,
        }
    }
}

/// A chat that calls tools until there is a response, from [`ChatRequest::run_tools`]: to be awaited,
/// [run](Self::run), or read as a [`Stream`] of [`ToolEvent`]s.
///
/// The options of the request hold for each of its requests. They are retried as the options say, and not again by the
/// loop. Only the first choice counts. A `tool_choice` that forces a tool call is sent with the first request only, or
/// the loop would not end. Tool calls of one round run [concurrently](Self::with_concurrency), and their results are
/// sent in the model's order. Unknown functions, arguments that do not decode and errors that are not
/// [fatal](super::ToolError::fatal) are sent to the model.
///
/// It can be stopped at any time, by no longer polling [`run`](Self::run) or [`next`](Self::next): then
/// [`messages`](Self::messages) is the conversation so far, and polling goes on where it stopped.
///
/// ```no_run
/// # async fn run(chat: azure_openai::Deployment, tools: azure_openai::tools::Tools, stop: impl Future<Output = ()>)
/// # -> Result<(), azure_openai::tools::ToolLoopError> {
/// let mut tool_loop = chat.chat("Should I take an umbrella?").run_tools(&tools);
/// let history = tokio::select! {
///     outcome = tool_loop.run() => outcome?.messages,
///     _ = stop => tool_loop.into_messages(),
/// };
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until the loop is awaited or read"]
pub struct ToolLoop<'a> {
    request: ChatRequest,
    tools: &'a Tools,
    max_rounds: usize,
    max_total_tokens: u64,
    time_limit: Option<Duration>,
    concurrency: usize,
    streamed: bool,
    usage: Usage,
    rounds: usize,
    deadline: Option<Pin<Box<Sleep>>>,
    step: Step<'a>,
}

/// What comes next.
enum Step<'a> {
    Start,
    Sending(Pin<Box<dyn Future<Output = Result<Sent, Error>> + Send>>),
    Streaming(Box<Response<ChatStream>>),
    Running(Round<'a>),
    Finished(Response<CreateChatCompletionResponse>),
    Failed,
}

enum Sent {
    Whole(Box<Response<CreateChatCompletionResponse>>),
    Stream(Box<Response<ChatStream>>),
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
    azure_openai_core::setters! {
        /// Sets how many rounds of tools there may be. Default: 10. One more ends the loop with
        /// [`ToolLoopLimit::Rounds`].
        pub fn with_max_rounds(self, rounds: usize) => max_rounds = rounds;
        /// Sets how many tokens, of prompts and responses, all requests may use together. Default: no limit. Where that
        /// many are used and the model still calls tools, the loop ends with [`ToolLoopLimit::Tokens`].
        pub fn with_max_total_tokens(self, tokens: u64) => max_total_tokens = tokens;
        /// Sets how long the whole loop may take, requests and tools. Default: no limit. Afterwards it ends with
        /// [`ToolLoopLimit::Time`]; tools that run are dropped.
        pub fn with_time_limit(self, time: Duration) => time_limit = Some(time);
        /// Sets how many tools of one round may run at once. Default: 8; 1 runs them one after another, in the model's
        /// order.
        pub fn with_concurrency(self, tools: usize) => concurrency = tools.max(1);
    }

    /// Streams each response of the model, so that its text comes as [`ToolEvent::Chat`]. Usage is requested with it,
    /// which needs an api-version from 2024-09-01-preview on; [`with_stream_options`](ChatRequest::with_stream_options)
    /// of the request takes precedence.
    pub fn streamed(mut self) -> Self {
        self.streamed = true;
        if self.request.request.stream_options.is_none() {
            self.request = self.request.with_usage();
        }
        self
    }

    /// Runs the loop, as awaiting it does, to its end or from where it was stopped. It may be read to its end before.
    ///
    /// # Errors
    /// [`ToolLoopError`], with the conversation so far in it.
    pub async fn run(&mut self) -> Result<ToolOutcome, ToolLoopError> {
        while let Some(event) = self.next().await {
            event?;
        }
        match std::mem::replace(&mut self.step, Step::Failed) {
            Step::Finished(response) => Ok(ToolOutcome {
                response,
                messages: std::mem::take(&mut self.request.request.messages),
                usage: std::mem::take(&mut self.usage),
                rounds: self.rounds,
            }),
            _ => Err(self.failed(ToolLoopErrorKind::Request(Error::invalid_request(
                "the tool loop has ended before, and its outcome or error was returned",
            )))),
        }
    }

    /// Returns the next event; `None` when the model has responded, and after an error. [`run`](Self::run) then returns
    /// the outcome.
    ///
    /// # Errors
    /// [`ToolLoopError`], with the conversation so far in it.
    pub async fn next(&mut self) -> Option<Result<ToolEvent, ToolLoopError>> {
        StreamExt::next(self).await
    }

    /// Returns the conversation so far, without tool calls that have no result: it can be sent as it is. It is moved
    /// into the outcome or the error.
    pub fn messages(&self) -> &[ChatCompletionMessage] {
        &self.request.request.messages
    }

    /// Returns the conversation so far, as [`messages`](Self::messages).
    pub fn into_messages(self) -> Vec<ChatCompletionMessage> {
        self.request.request.messages
    }

    /// Returns the tokens of all responses so far.
    pub fn usage(&self) -> &Usage {
        &self.usage
    }

    fn failed(&mut self, kind: ToolLoopErrorKind) -> ToolLoopError {
        self.step = Step::Failed;
        ToolLoopError {
            kind,
            messages: std::mem::take(&mut self.request.request.messages),
        }
    }

    fn limited(&mut self, limit: ToolLoopLimit, tool_calls: Vec<ChatCompletionToolCall>) -> ToolLoopError {
        self.failed(ToolLoopErrorKind::Limit { limit, tool_calls })
    }

    fn send(&mut self) -> Result<(), Error> {
        for definition in self.tools.definitions()? {
            let given = &mut self.request.request.tools;
            if !given.iter().any(|tool| tool.function.name == definition.function.name) {
                given.push(definition);
            }
        }
        let mut request = self.request.clone();
        if request
            .request
            .tools
            .iter()
            .any(|tool| tool.function.strict == Some(true))
        {
            request = request.with_version_of_schemas();
        }
        self.step = Step::Sending(if self.streamed {
            Box::pin(async move { Ok(Sent::Stream(Box::new(request.stream().await?))) })
        } else {
            Box::pin(async move { Ok(Sent::Whole(Box::new(request.send().await?))) })
        });
        Ok(())
    }

    fn received(&mut self, mut response: Response<CreateChatCompletionResponse>) -> Result<(), ToolLoopError> {
        if let Some(tokens) = &response.usage {
            self.usage += tokens;
        }
        let (calls, message) = named_calls(&mut response, self.rounds);
        if calls.is_empty() {
            self.request.request.messages.extend(message);
            self.step = Step::Finished(response);
            return Ok(());
        }
        if self.rounds >= self.max_rounds {
            return Err(self.limited(ToolLoopLimit::Rounds(self.rounds), calls));
        }
        if u64::try_from(self.usage.total_tokens).is_ok_and(|tokens| tokens >= self.max_total_tokens) {
            return Err(self.limited(ToolLoopLimit::Tokens(self.max_total_tokens), calls));
        }
        self.step = Step::Running(Round::new(self.tools, calls, message, self.concurrency));
        Ok(())
    }

    /// Whether the time is over.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Option<Duration> {
        let limit = self.time_limit?;
        let deadline = self.deadline.get_or_insert_with(|| Box::pin(sleep(limit)));
        deadline.as_mut().poll(cx).is_ready().then_some(limit)
    }
}

impl Stream for ToolLoop<'_> {
    type Item = Result<ToolEvent, ToolLoopError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if matches!(this.step, Step::Finished(_) | Step::Failed) {
            return Poll::Ready(None);
        }
        if let Some(limit) = this.poll_deadline(cx) {
            let calls = match &mut this.step {
                Step::Running(round) => round.unfinished(),
                _ => Vec::new(),
            };
            return Poll::Ready(Some(Err(this.limited(ToolLoopLimit::Time(limit), calls))));
        }
        loop {
            let next = match &mut this.step {
                Step::Finished(_) | Step::Failed => return Poll::Ready(None),
                Step::Start => this
                    .send()
                    .map_err(|error| this.failed(ToolLoopErrorKind::Request(error))),
                Step::Sending(sending) => match ready!(sending.as_mut().poll(cx)) {
                    Ok(Sent::Whole(response)) => this.received(*response),
                    Ok(Sent::Stream(stream)) => {
                        this.step = Step::Streaming(stream);
                        Ok(())
                    }
                    Err(error) => Err(this.failed(ToolLoopErrorKind::Request(error))),
                },
                Step::Streaming(stream) => match ready!(stream.poll_next_unpin(cx)) {
                    Some(Ok(event)) => return Poll::Ready(Some(Ok(ToolEvent::Chat(event)))),
                    Some(Err(error)) => Err(this.failed(ToolLoopErrorKind::Request(error))),
                    None => match std::mem::replace(&mut this.step, Step::Failed) {
                        Step::Streaming(stream) => this.received(stream.map_value(|stream| stream.partial())),
                        _ => return Poll::Ready(None),
                    },
                },
                Step::Running(round) => match ready!(round.poll_event(cx)) {
                    Some(Ok(event)) => return Poll::Ready(Some(Ok(event))),
                    Some(Err((name, source))) => Err(this.failed(ToolLoopErrorKind::Tool { name, source })),
                    None => {
                        let messages = round.messages();
                        let request = &mut this.request.request;
                        request.messages.extend(messages);
                        request.tool_choice.take_if(|choice| forces_a_call(choice));
                        this.rounds += 1;
                        this.step = Step::Start;
                        return Poll::Ready(Some(Ok(ToolEvent::Round {
                            round: this.rounds,
                            usage: Box::new(this.usage.clone()),
                        })));
                    }
                },
            };
            if let Err(error) = next {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

impl<'a> IntoFuture for ToolLoop<'a> {
    type Output = Result<ToolOutcome, ToolLoopError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(mut self) -> Self::IntoFuture {
        Box::pin(async move { self.run().await })
    }
}

impl fmt::Debug for ToolLoop<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ToolLoop")
            .field("request", &self.request)
            .field("tools", &self.tools)
            .field("rounds", &self.rounds)
            .finish_non_exhaustive()
    }
}

/// The tool calls and the message of the first choice. Tool calls without an ID get one, since without IDs their
/// results cannot be distinguished.
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
