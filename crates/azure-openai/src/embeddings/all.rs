//! Embeddings of more texts than one request takes.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_openai_core::{EmbeddingVector, Error, Response};
use azure_openai_inference::{CreateEmbeddingRequest, CreateEmbeddingResponse, EmbeddingEncodingFormat, Usage};
use futures_core::Stream;

use super::request::EmbedRequest;
use super::texts::{EmbeddingText, MAX_INPUTS, TextBatch, TextBatches};
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
            in_flight: VecDeque::new(),
            done: 0,
            usage: Usage::default(),
        }
    }
}

/// The default number of requests in flight.
const CONCURRENCY: usize = 4;

type Outcome = Result<Response<CreateEmbeddingResponse>, Error>;

/// Embeddings of any number of texts, from [`Deployment::embed_all`]: a [`Stream`] of batches in the order of the texts,
/// each from one response. Awaited, it returns [all of them](Embeddings).
///
/// A request has at most 2048 texts and 768 KiB, and four requests are in flight; all three can be set. No more than
/// those requests and their responses are in memory. After an error the stream ends, and the requests in flight are
/// dropped; [`done`](Self::done) is the number of texts embedded so far, to resume from there.
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
    /// The requests in flight, in order.
    in_flight: VecDeque<InFlight>,
    done: usize,
    usage: Usage,
}

/// A request in flight, and which of the texts it embeds.
struct InFlight {
    first: usize,
    count: usize,
    state: State,
}

enum State {
    Pending(Pin<Box<dyn Future<Output = Outcome> + Send>>),
    Ready(Box<Outcome>),
}

/// The embeddings of some of the texts, and the response that they came with.
#[derive(Debug)]
pub struct EmbeddedBatch {
    first: usize,
    response: Response<CreateEmbeddingResponse>,
}

/// The embeddings of all texts.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Embeddings {
    /// The embeddings, in the order of the texts; empty where the service sent something else than a vector of numbers.
    pub vectors: Vec<EmbeddingVector>,
    /// The tokens of all requests together.
    pub usage: Usage,
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

    /// Sets how many requests may be in flight; at least 1. Default: 4.
    pub fn with_concurrency(mut self, requests: usize) -> Self {
        self.concurrency = requests.max(1);
        self
    }

    /// Sets how many texts a request may have; 1 to 2048. Default: 2048.
    pub fn with_batch_size(mut self, texts: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.inputs = texts.clamp(1, MAX_INPUTS);
        }
        self
    }

    /// Sets how many bytes the texts of a request may have together. Default: 768 KiB, which stands for the service's
    /// limit of tokens per request. A larger text is sent alone.
    pub fn with_batch_bytes(mut self, bytes: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.bytes = bytes;
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
    /// Any [`Error`] of a request; [`Decode`](crate::ErrorKind::Decode) where a response does not have one embedding for
    /// each text; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for an empty text, for which the service would
    /// refuse the whole request.
    pub async fn next(&mut self) -> Option<Result<EmbeddedBatch, Error>> {
        poll_fn(|cx| self.poll_batch(cx)).await
    }

    fn start(&self, batch: TextBatch) -> InFlight {
        let (first, count) = (batch.first, batch.texts.len());
        let state = match batch.texts.iter().position(String::is_empty) {
            Some(place) => State::Ready(Box::new(Err(Error::invalid_request(format!(
                "text {} is empty: the service does not embed empty texts",
                first + place
            ))))),
            None => {
                let mut request = self.request.clone();
                request.input = batch.texts.into();
                let request = EmbedRequest {
                    deployment: self.deployment.clone(),
                    request,
                    options: self.options.clone(),
                };
                State::Pending(request.into_future())
            }
        };
        InFlight { first, count, state }
    }

    fn poll_batch(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<EmbeddedBatch, Error>>> {
        while self.in_flight.len() < self.concurrency
            && let Some(batches) = &mut self.batches
        {
            match batches.next() {
                Some(batch) => self.in_flight.push_back(self.start(batch)),
                None => self.batches = None,
            }
        }
        // Polls all of them, though only the first is waited for.
        for request in &mut self.in_flight {
            if let State::Pending(pending) = &mut request.state
                && let Poll::Ready(outcome) = pending.as_mut().poll(cx)
            {
                request.state = State::Ready(Box::new(outcome));
            }
        }
        let (first, count, outcome) = match self.in_flight.pop_front() {
            None => return Poll::Ready(None),
            Some(InFlight {
                first,
                count,
                state: State::Ready(outcome),
            }) => (first, count, outcome),
            Some(pending) => {
                self.in_flight.push_front(pending);
                return Poll::Pending;
            }
        };
        let batch = (*outcome).and_then(|response| in_order(first, count, response));
        match &batch {
            Ok(batch) => {
                self.done += count;
                self.usage += &batch.response.usage;
            }
            Err(_) => {
                self.batches = None;
                self.in_flight.clear();
            }
        }
        Poll::Ready(Some(batch))
    }

    /// Reads all batches that are left.
    ///
    /// # Errors
    /// Those of [`next`](Self::next). What was embedded before the error is lost; to keep it, read batch by batch.
    pub async fn send(mut self) -> Result<Embeddings, Error> {
        let mut vectors = Vec::new();
        while let Some(batch) = self.next().await {
            vectors.extend(batch?.into_vectors());
        }
        Ok(Embeddings {
            vectors,
            usage: self.usage,
        })
    }
}

/// Sorts the embeddings by text; each text must have one.
fn in_order(first: usize, count: usize, response: Response<CreateEmbeddingResponse>) -> Result<EmbeddedBatch, Error> {
    let response = response.try_map_value(|mut embeddings| {
        embeddings.data.sort_by_key(|item| item.index);
        let indexes = embeddings.data.iter().map(|item| item.index);
        if indexes.eq(0..count as i64) {
            return Ok(embeddings);
        }
        Err(Error::decode(format!(
            "{} embeddings for {count} texts, or not one for each",
            embeddings.data.len()
        )))
    })?;
    Ok(EmbeddedBatch { first, response })
}

impl EmbeddedBatch {
    /// Returns the number of the batch's first text among all texts, from 0.
    pub fn first(&self) -> usize {
        self.first
    }

    /// Iterates over the embeddings, each with the number of its text among all. One that is not a vector of numbers is an
    /// error of its own.
    pub fn vectors(&self) -> impl ExactSizeIterator<Item = (usize, Result<&[f32], Error>)> {
        let first = self.first;
        let items = self.response.data.iter().enumerate();
        items.map(move |(place, item)| (first + place, item.vector()))
    }

    /// Returns the embeddings, in order, without copying them.
    pub fn into_vectors(self) -> impl ExactSizeIterator<Item = EmbeddingVector> {
        let data = self.response.into_value().data;
        data.into_iter().map(|item| item.embedding)
    }

    /// Returns the response that they came with: its usage, headers and ids.
    pub fn response(&self) -> &Response<CreateEmbeddingResponse> {
        &self.response
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
