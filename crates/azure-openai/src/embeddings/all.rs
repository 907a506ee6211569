//! Embeddings of more texts than a request takes.

use std::collections::VecDeque;
use std::fmt;
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_openai_core::{EmbeddingVector, Error, Response};
use futures_core::Stream;

use super::texts::{Batch, Batches, EmbeddingText, MOST_INPUTS};
use crate::deployment::Deployment;
use crate::settings::{CallSettings, call_settings, request_setters};
use azure_openai_inference::{CreateEmbeddingRequest, CreateEmbeddingResponse, Usage};

impl Deployment {
    /// Embeddings of any number of texts, in requests of as many as the service takes: a stream of batches, in order.
    /// The texts are taken one by one as they are needed.
    pub fn embed_all<I>(&self, texts: I) -> EmbedAll
    where
        I: IntoIterator,
        I::Item: Into<EmbeddingText> + 'static,
        I::IntoIter: Send + 'static,
    {
        EmbedAll::new(self.clone(), texts)
    }
}

/// How many requests are under way at once, by default.
const CONCURRENCY: usize = 4;

type Pending = Pin<Box<dyn Future<Output = Result<Response<CreateEmbeddingResponse>, Error>> + Send>>;

/// Embeddings of any number of texts, from [`Deployment::embed_all`]: a [`Stream`] of batches in the order of the texts,
/// each of them an answer. Awaited, it gives [all of them](Embeddings).
///
/// The texts are cut into requests of at most 2048 texts and 768 KiB, of which four are under way at once; both can be
/// set. No more than those requests and their answers are in memory. After an error it ends, and the requests under way
/// are dropped; [`done`](Self::done) tells how many texts are embedded, to go on from there.
///
/// ```no_run
/// # async fn run(deployment: azure_openai::Deployment) -> Result<(), azure_openai::Error> {
/// let texts = (0..1_000_000).map(|number| format!("text {number}"));
/// let mut batches = deployment.embed_all(texts).dimensions(256).concurrency(8);
/// while let Some(batch) = batches.next().await {
///     let batch = batch?;
///     for (number, vector) in batch.vectors() {
///         println!("text {number}: {} numbers", vector.len());
///     }
/// }
/// println!("{} tokens", batches.usage().total_tokens);
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is embedded until it is read or awaited"]
pub struct EmbedAll {
    deployment: Deployment,
    request: CreateEmbeddingRequest,
    settings: CallSettings,
    batches: Option<Batches>,
    concurrency: usize,
    /// The requests under way, in order, with the place and number of their texts.
    pending: VecDeque<(usize, usize, Underway)>,
    done: usize,
    usage: Usage,
}

enum Underway {
    Pending(Pending),
    Ready(Result<Response<CreateEmbeddingResponse>, Error>),
}

/// Some of the texts' embeddings, and the answer that they came with.
#[derive(Debug)]
pub struct EmbeddedBatch {
    first: usize,
    answer: Response<CreateEmbeddingResponse>,
}

/// Every text's embedding.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Embeddings {
    /// The embeddings, in the order of the texts.
    pub vectors: Vec<EmbeddingVector>,
    /// The tokens of all requests together.
    pub usage: Usage,
}

impl EmbedAll {
    pub(crate) fn new<I>(deployment: Deployment, texts: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<EmbeddingText> + 'static,
        I::IntoIter: Send + 'static,
    {
        Self {
            deployment,
            request: CreateEmbeddingRequest::new(Vec::<String>::new()),
            settings: CallSettings::default(),
            batches: Some(Batches::new(texts.into_iter().map(Into::into))),
            concurrency: CONCURRENCY,
            pending: VecDeque::new(),
            done: 0,
            usage: Usage::default(),
        }
    }

    request_setters!(CreateEmbeddingRequest {
        user = with_user(impl Into<String>),
        input_type = with_input_type(impl Into<String>),
        dimensions = with_dimensions(i64),
    });

    call_settings!();

    /// How many requests may be under way at once; at least 1, 4 by default.
    pub fn concurrency(mut self, requests: usize) -> Self {
        self.concurrency = requests.max(1);
        self
    }

    /// How many texts a request may have; 1 to 2048, which is the default.
    pub fn batch_size(mut self, texts: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.inputs = texts.clamp(1, MOST_INPUTS);
        }
        self
    }

    /// How many bytes the texts of a request may have together, 768 KiB by default: it stands for the service's limit of
    /// tokens a request. A text that has more goes alone.
    pub fn batch_bytes(mut self, bytes: usize) -> Self {
        if let Some(batches) = &mut self.batches {
            batches.bytes = bytes;
        }
        self
    }

    /// How many texts the batches given so far had: where to go on after an error.
    pub fn done(&self) -> usize {
        self.done
    }

    /// The tokens of the batches given so far.
    pub fn usage(&self) -> &Usage {
        &self.usage
    }

    /// The next batch; `None` at the end and after an error.
    ///
    /// # Errors
    /// Any [`Error`] of a call; [`Decode`](crate::ErrorKind::Decode) where an answer has another number of embeddings
    /// than the request had texts; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for an empty text, which the
    /// service would refuse together with all others of its request.
    pub async fn next(&mut self) -> Option<Result<EmbeddedBatch, Error>> {
        poll_fn(|cx| self.poll_batch(cx)).await
    }

    fn start(&self, batch: Batch) -> Underway {
        if let Some(place) = batch.texts.iter().position(String::is_empty) {
            return Underway::Ready(Err(Error::invalid_request(format!(
                "text number {} is empty, and the service embeds no empty texts",
                batch.first + place
            ))));
        }
        let mut request = self.request.clone();
        request.input = batch.texts.into();
        let mut call = self.deployment.embed_request(request);
        call.settings = self.settings.clone();
        Underway::Pending(call.into_future())
    }

    fn poll_batch(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<EmbeddedBatch, Error>>> {
        while self.pending.len() < self.concurrency
            && let Some(batches) = &mut self.batches
        {
            match batches.next() {
                Some(batch) => {
                    let (first, count) = (batch.first, batch.texts.len());
                    let underway = self.start(batch);
                    self.pending.push_back((first, count, underway));
                }
                None => self.batches = None,
            }
        }
        // All are driven, though only the first is waited for.
        for (_, _, underway) in &mut self.pending {
            if let Underway::Pending(pending) = underway
                && let Poll::Ready(answer) = pending.as_mut().poll(cx)
            {
                *underway = Underway::Ready(answer);
            }
        }
        match self.pending.pop_front() {
            None => Poll::Ready(None),
            Some((first, count, Underway::Ready(answer))) => {
                let batch = answer.and_then(|answer| check(first, count, answer));
                match &batch {
                    Ok(batch) => {
                        self.done += count;
                        add(&mut self.usage, &batch.answer.usage);
                    }
                    Err(_) => {
                        self.batches = None;
                        self.pending.clear();
                    }
                }
                Poll::Ready(Some(batch))
            }
            Some(waiting) => {
                self.pending.push_front(waiting);
                Poll::Pending
            }
        }
    }

    /// Reads all that is left.
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

/// Puts the embeddings into the order of the texts, each of which must have one.
fn check(first: usize, count: usize, answer: Response<CreateEmbeddingResponse>) -> Result<EmbeddedBatch, Error> {
    let answer = answer.try_map_value(|mut answer| {
        answer.data.sort_by_key(|item| item.index);
        let complete = answer.data.len() == count && (0..).zip(&answer.data).all(|(place, item)| item.index == place);
        if complete {
            Ok(answer)
        } else {
            Err(Error::decode(format!(
                "the answer has {} embeddings for {count} texts, or not one for each",
                answer.data.len()
            )))
        }
    })?;
    Ok(EmbeddedBatch { first, answer })
}

fn add(sum: &mut Usage, usage: &Usage) {
    sum.prompt_tokens += usage.prompt_tokens;
    sum.total_tokens += usage.total_tokens;
    if let Some(tokens) = usage.completion_tokens {
        *sum.completion_tokens.get_or_insert_default() += tokens;
    }
}

impl EmbeddedBatch {
    /// The number of the first text of the batch among all texts, from 0.
    pub fn first(&self) -> usize {
        self.first
    }

    /// The embeddings, each with the number of its text among all.
    pub fn vectors(&self) -> impl ExactSizeIterator<Item = (usize, &[f32])> {
        let first = self.first;
        let items = self.answer.data.iter().enumerate();
        items.map(move |(place, item)| (first + place, &*item.embedding))
    }

    /// The embeddings, in order, without copying them.
    pub fn into_vectors(self) -> impl ExactSizeIterator<Item = EmbeddingVector> {
        let data = self.answer.into_value().data;
        data.into_iter().map(|item| item.embedding)
    }

    /// The answer that they came with: its usage, headers and ids.
    pub fn answer(&self) -> &Response<CreateEmbeddingResponse> {
        &self.answer
    }
}

impl Stream for EmbedAll {
    type Item = Result<EmbeddedBatch, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_batch(cx)
    }
}

impl IntoFuture for EmbedAll {
    type Output = Result<Embeddings, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for EmbedAll {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmbedAll")
            .field("deployment", &self.deployment)
            .field("under_way", &self.pending.len())
            .field("done", &self.done)
            .finish_non_exhaustive()
    }
}
