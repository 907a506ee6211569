//! Text completions: how a model continues a text.

use azure_openai_core::{Error, Json, Response};
use azure_openai_inference::{
    ChatCompletionStreamOptions, CompletionPrompt, CompletionStop, CreateCompletionRequest, CreateCompletionResponse,
};

use crate::deployment::Deployment;
use crate::options::{request_type, sent_by};
use crate::stream::{ResponseStream, asks_for_usage};

pub use azure_openai_inference::{CompletionCollector, CompletionEvent};

/// A text completion as it is written: a stream of [`CompletionEvent`]s.
pub type CompletionStream = ResponseStream<CompletionCollector>;

impl Deployment {
    /// Creates a text completion: how the model continues this text, or these texts.
    pub fn complete(&self, prompt: impl Into<CompletionPrompt>) -> CompletionRequest {
        self.complete_request(CreateCompletionRequest::new(prompt))
    }

    /// Creates a text completion from a whole request.
    pub fn complete_request(&self, request: CreateCompletionRequest) -> CompletionRequest {
        CompletionRequest::new(self, request)
    }
}

request_type! {
    /// A text completion, to be awaited, [sent](Self::send) or [streamed](Self::stream). [`CompletionStream::new`]
    /// makes events of the chunks that [`into_stream_builder`](Self::into_stream_builder) returns.
    #[derive(Clone)]
    CompletionRequest(CreateCompletionRequest) {
        with_temperature(f64),
        with_top_p(f64),
        with_stop(impl Into<CompletionStop>),
        with_presence_penalty(f64),
        with_frequency_penalty(f64),
        with_user(impl Into<String>),
        with_logit_bias(impl IntoIterator<Item = (impl Into<String>, impl Into<i64>)>),
        with_stream_options(impl Into<ChatCompletionStreamOptions>),
    } {
        with_max_tokens, with_n, with_logprobs
    }
}

impl CompletionRequest {
    /// Sends the request and returns the text as it is written. See [the guide](crate::guide::streaming).
    ///
    /// # Errors
    /// Any [`Error`] of a request that comes before the text begins; later ones are items of the stream.
    pub async fn stream(self) -> Result<Response<CompletionStream>, Error> {
        let prompts = match &self.request.prompt {
            CompletionPrompt::StringList(prompts) => prompts.len(),
            CompletionPrompt::TokenLists(prompts) => prompts.len(),
            _ => 1,
        };
        let each = self.request.n.map_or(1, |n| usize::try_from(n).unwrap_or(1));
        let choices = each.saturating_mul(prompts);
        let usage = asks_for_usage(self.request.stream_options.as_ref());
        let chunks = self.into_stream_builder().await?;
        Ok(chunks.map_value(|chunks| CompletionStream::new(chunks.expecting_choices(choices).expecting_usage(usage))))
    }
}

sent_by!(CompletionRequest, completions(&) -> Json<CreateCompletionResponse>, CreateCompletionResponse, CreateCompletionResponse);
