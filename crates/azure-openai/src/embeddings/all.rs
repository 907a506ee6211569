//! Embeddings of more texts than one request takes.

use std::fmt;
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use azure_openai_core::{Error, Value};
use azure_openai_inference::{CreateEmbeddingRequest, EmbeddingEncodingFormat, Usage};
use futures_core::Stream;
use futures_util::StreamExt;
use futures_util::stream::FuturesOrdered;

use super::batch::{EmbeddedBatch, Embeddings};
use super::gate::Gate;
use super::saved::SavedEmbeddings;
use super::send::Sender;
use super::texts::{EmbeddingText, Limit, MAX_INPUTS, TextBatch, TextBatches};
use crate::deployment::Deployment;
use crate::options::field_setters;
use azure_openai_core::{RequestOptions, request_option_setters};

impl Deployment {
    /// Creates embeddings of any number of texts, in as many requests as it takes: a stream of batches, in order. The
    /// texts, owned or borrowed, are taken one by one as they are needed.
    pub fn embed_all<'a, I>(&self, texts: I) -> EmbedAll<'a>
    where
        I: IntoIterator<Item: Into<EmbeddingText> + 'a, IntoIter: Send + 'a>,
    {
        EmbedAll {
            deployment: self.clone(),
            request: CreateEmbeddingRequest::new(Vec::<String>::new()),
            options: self.options.clone(),
            batches: Some(TextBatches::new(texts.into_iter().map(Into::into))),
            concurrency: CONCURRENCY,
            patience: PATIENCE,
            gate: None,
            in_flight: FuturesOrdered::new(),
            on_saved: None,
            done: 0,
            sum: 0,
            usage: Usage::default(),
        }
    }
}

/// The default number of requests in flight.
const CONCURRENCY: usize = 4;

/// A request in flight: at its end, the sum of the texts up to its last, and what came of them.
type InFlight = Pin<Box<dyn Future<Output = (u128, Result<EmbeddedBatch, Error>)> + Send>>;
type OnSaved<'a> = Box<dyn FnMut(&SavedEmbeddings) + Send + 'a>;

/// The default time without a success after which a refusal for the quota is an error.
const PATIENCE: Duration = Duration::from_secs(600);

/// Embeddings of any number of texts, from [`Deployment::embed_all`]: a [`Stream`] of batches in the order of the
/// texts, each from one response. Awaited, it returns [all of them](Embeddings).
///
/// A request has at most 2048 texts, and 290,000 tokens or 768 KiB, and four requests are in flight; all three can be
/// set. No more than those requests and their responses are in memory.
///
/// The requests share the quota: no more are in flight than the responses say there is quota for, and half as many
/// after a refusal (429), until others succeed; where it is used up, all wait until there is more. A text that the
/// service refuses, or an empty one, fails alone: it is found by halves, and is in [`EmbeddedBatch::failed`]. After any
/// other error the stream ends, and the requests in flight are dropped; [`done`](Self::done) is the number of texts
/// embedded so far, to resume from there.
///
/// ```no_run
/// # async fn run(deployment: azure_openai::Deployment) -> Result<(), azure_openai::Error> {
/// let texts = (0..1_000_000).map(|number| format!("text {number}"));
/// let mut batches = deployment.embed_all(texts).with_dimensions(256).with_concurrency(8);
/// while let Some(batch) = batches.next().await {
///     let batch = batch?;
///     for (number, vector) in batch.vectors() {
///         println!("text {number}: {} numbers", vector?.len());
///     }
/// }
/// println!("{} tokens", batches.usage().total_tokens);
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is embedded until the stream is read or awaited"]
pub struct EmbedAll<'a> {
    deployment: Deployment,
    request: CreateEmbeddingRequest,
    options: RequestOptions,
    batches: Option<TextBatches<'a>>,
    concurrency: usize,
    patience: Duration,
    /// Made with the first request.
    gate: Option<Arc<Gate>>,
    in_flight: FuturesOrdered<InFlight>,
    pub(super) on_saved: Option<OnSaved<'a>>,
    done: usize,
    /// The sum of the texts that are done.
    sum: u128,
    usage: Usage,
}

impl<'a> EmbedAll<'a> {
    field_setters!(CreateEmbeddingRequest {
        with_user(impl Into<String>),
        with_input_type(impl Into<String>),
        with_encoding_format(impl Into<EmbeddingEncodingFormat>),
    } {
        with_dimensions
    });

    request_option_setters!(options);

    azure_openai_core::setters! {
        /// Sets how many requests may be in flight, as long as there is quota for them; at least 1. Default: 4.
        pub fn with_concurrency(self, requests: usize) => concurrency = requests.max(1);
        /// Sets how long a refusal for the quota (429) is waited out while no request succeeds. Default: ten minutes.
        pub fn with_patience(self, patience: Duration) => patience = patience;
        /// Sets what is called when [`save_jsonl`](Self::save_jsonl) or [`save_npy`](Self::save_npy) begins, and after
        /// each batch.
        pub fn with_progress(self, on_saved: impl FnMut(&SavedEmbeddings) + Send + 'a) =>
            on_saved = Some(Box::new(on_saved));
    }

    /// Sets how many texts a request may have; 1 to 2048. Default: 2048.
    pub fn with_batch_size(mut self, texts: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.inputs = texts.clamp(1, MAX_INPUTS);
        }
        self
    }

    /// Sets how many tokens the texts of a request may have together: counted with the feature `tiktoken`, where
    /// 290,000 are the default, else estimated as a quarter of the bytes. A larger text is sent alone.
    pub fn with_batch_tokens(mut self, tokens: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.limit = Limit::Tokens(tokens);
        }
        self
    }

    /// Sets how many bytes the texts of a request may have together. Without the feature `tiktoken`, 768 KiB are the
    /// default, which stands for the service's limit of tokens per request. A larger text is sent alone.
    pub fn with_batch_bytes(mut self, bytes: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.limit = Limit::Bytes(bytes);
        }
        self
    }

    /// Returns how many texts the batches returned so far had: where to resume after an error.
    pub fn done(&self) -> usize {
        self.done
    }

    /// Returns the tokens of the batches returned so far.
    pub fn usage(&self) -> &Usage {
        &self.usage
    }

    /// Returns the next batch; `None` at the end and after an error.
    ///
    /// # Errors
    /// Any [`Error`] of a request that is not about one text; [`Decode`](crate::ErrorKind::Decode) where a response
    /// does not have one embedding for each text.
    pub async fn next(&mut self) -> Option<Result<EmbeddedBatch, Error>> {
        poll_fn(|cx| self.poll_batch(cx)).await
    }

    /// Leaves out some of the first texts, which are done, and returns their sum.
    pub(super) fn skip(&mut self, texts: u64) -> String {
        if let Some(batches) = &mut self.batches {
            self.sum = batches.skip(texts);
            self.done = usize::try_from(texts).unwrap_or(usize::MAX);
        }
        self.sum()
    }

    /// Returns the sum of the texts that are done.
    pub(super) fn sum(&self) -> String {
        format!("{:032x}", self.sum)
    }

    /// Returns the deployment, and the requests without their texts.
    pub(super) fn identity(&self) -> Result<(&Deployment, Value), Error> {
        let request = serde_json::to_value(&self.request);
        let mut request =
            request.map_err(|error| Error::invalid_request("cannot serialize the request").with_source(error))?;
        request.as_object_mut().map(|fields| fields.remove("input"));
        Ok((&self.deployment, request))
    }

    fn start(&mut self, batch: TextBatch) {
        let (patience, concurrency) = (self.patience, self.concurrency);
        let gate = self
            .gate
            .get_or_insert_with(|| Arc::new(Gate::new(patience, concurrency)));
        let sender = Sender {
            deployment: self.deployment.clone(),
            request: self.request.clone(),
            options: self.options.clone(),
            gate: Arc::clone(gate),
        };
        let TextBatch { first, texts, ids, sum } = batch;
        self.in_flight.push_back(Box::pin(async move {
            let sent = sender.send(texts).await;
            (sum, sent.map(|sent| EmbeddedBatch::new(first, ids, sent)))
        }));
    }

    fn poll_batch(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<EmbeddedBatch, Error>>> {
        while self.in_flight.len() < self.concurrency
            && let Some(batches) = &mut self.batches
        {
            match batches.next() {
                Some(batch) => self.start(batch),
                None => self.batches = None,
            }
        }
        let Some((sum, batch)) = ready!(self.in_flight.poll_next_unpin(cx)) else {
            return Poll::Ready(None);
        };
        match &batch {
            Ok(batch) => {
                self.done += batch.count();
                self.sum = sum;
                self.usage += &batch.usage();
            }
            Err(_) => {
                self.batches = None;
                self.in_flight = FuturesOrdered::new();
            }
        }
        Poll::Ready(Some(batch))
    }

    /// Reads all batches that are left.
    ///
    /// # Errors
    /// Those of [`next`](Self::next). What was embedded before the error is lost; to keep it, read batch by batch.
    pub async fn send(mut self) -> Result<Embeddings, Error> {
        let mut all = Embeddings::default();
        while let Some(batch) = self.next().await {
            all.push(batch?);
        }
        Ok(all)
    }
}

impl Stream for EmbedAll<'_> {
    type Item = Result<EmbeddedBatch, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_batch(cx)
    }
}

impl<'a> IntoFuture for EmbedAll<'a> {
    type Output = Result<Embeddings, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for EmbedAll<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmbedAll")
            .field("deployment", &self.deployment)
            .field("in_flight", &self.in_flight.len())
            .field("done", &self.done)
            .finish_non_exhaustive()
    }
}
