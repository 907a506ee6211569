//! The tool calls of one response of the model.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use azure_openai_inference::messages::tool;
use azure_openai_inference::{ChatCompletionMessage, ChatCompletionToolCall};
use futures_core::Stream;
use futures_util::stream::FuturesUnordered;

use super::error::ToolError;
use super::event::ToolEvent;
use super::set::Tools;

/// The name of a function, and its error that ends the loop.
type Fatal = (String, Box<dyn std::error::Error + Send + Sync>);
type Running<'a> = Pin<Box<dyn Future<Output = (usize, Result<String, ToolError>)> + Send + 'a>>;

/// Tool calls that run at once, up to a limit.
pub(super) struct Round<'a> {
    tools: &'a Tools,
    concurrency: usize,
    message: Option<ChatCompletionMessage>,
    calls: Vec<ChatCompletionToolCall>,
    waiting: VecDeque<usize>,
    running: FuturesUnordered<Running<'a>>,
    /// In the order of the calls.
    results: Vec<Option<String>>,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        tools: &'a Tools,
        calls: Vec<ChatCompletionToolCall>,
        message: Option<ChatCompletionMessage>,
        concurrency: usize,
    ) -> Self {
        Self {
            tools,
            concurrency,
            message,
            waiting: (0..calls.len()).collect(),
            running: FuturesUnordered::new(),
            results: vec![None; calls.len()],
            calls,
        }
    }

    /// The next start or result; `None` when all calls have a result.
    pub(super) fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<ToolEvent, Fatal>>> {
        if self.running.len() < self.concurrency
            && let Some(place) = self.waiting.pop_front()
        {
            let (tools, call) = (self.tools, self.calls[place].clone());
            let started = ToolEvent::ToolStart { call: call.clone() };
            self.running
                .push(Box::pin(async move { (place, tools.run(&call).await) }));
            return Poll::Ready(Some(Ok(started)));
        }
        let Some((place, result)) = ready!(Pin::new(&mut self.running).poll_next(cx)) else {
            return Poll::Ready(None);
        };
        let call = self.calls[place].clone();
        let failed = result.is_err();
        let result = match result.or_else(ToolError::into_message) {
            Ok(result) => result,
            Err(source) => return Poll::Ready(Some(Err((call.function.name, source)))),
        };
        self.results[place] = Some(result.clone());
        Poll::Ready(Some(Ok(ToolEvent::ToolResult { call, result, failed })))
    }

    /// The model's message and the results, in order.
    pub(super) fn messages(&mut self) -> Vec<ChatCompletionMessage> {
        let results = self.calls.iter().zip(&mut self.results);
        let results = results.map(|(call, result)| tool(&*call.id, result.take().unwrap_or_default()));
        self.message.take().into_iter().chain(results).collect()
    }

    /// The calls without a result.
    pub(super) fn unfinished(&mut self) -> Vec<ChatCompletionToolCall> {
        let calls = std::mem::take(&mut self.calls).into_iter().zip(&self.results);
        calls
            .filter(|(_, result)| result.is_none())
            .map(|(call, _)| call)
            .collect()
    }
}
