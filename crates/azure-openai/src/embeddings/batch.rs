//! Embeddings of many texts: of one batch, of all, as a matrix.

use azure_openai_core::{EmbeddingVector, Error, Response, Value};
use azure_openai_inference::{CreateEmbeddingResponse, Usage};
use serde::Serialize;

use super::send::Sent;

/// The embeddings of some of the texts, and the responses that they came with.
#[derive(Debug)]
pub struct EmbeddedBatch {
    first: usize,
    /// Of each text.
    ids: Vec<Option<Value>>,
    /// With numbers of texts among all.
    sent: Sent,
}

impl EmbeddedBatch {
    pub(super) fn new(first: usize, ids: Vec<Option<Value>>, mut sent: Sent) -> Self {
        for (place, _) in &mut sent.responses {
            *place += first;
        }
        for (place, _) in &mut sent.failed {
            *place += first;
        }
        Self { first, ids, sent }
    }

    /// Returns the number of the batch's first text among all texts, from 0.
    pub fn first(&self) -> usize {
        self.first
    }

    /// Returns the number of texts in the batch, failed ones included.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// Iterates over the embeddings, each with the number of its text among all. One that is not a vector of numbers is
    /// an error of its own; texts that [failed](Self::failed) are left out.
    pub fn vectors(&self) -> impl Iterator<Item = (usize, Result<&[f32], Error>)> {
        self.sent.responses.iter().flat_map(|(first, response)| {
            let items = response.data.iter().enumerate();
            items.map(move |(place, item)| (first + place, item.vector()))
        })
    }

    /// Returns the texts that the service refused, by their number among all, and why.
    pub fn failed(&self) -> &[(usize, Error)] {
        &self.sent.failed
    }

    /// Returns the embeddings, one for each text, in order, without copying them; that of a text that failed is empty.
    pub fn into_vectors(self) -> impl ExactSizeIterator<Item = EmbeddingVector> {
        let mut vectors = vec![EmbeddingVector::default(); self.count()];
        for (first, response) in self.sent.responses {
            let data = response.into_value().data;
            for (place, item) in data.into_iter().enumerate() {
                vectors[first - self.first + place] = item.embedding;
            }
        }
        vectors.into_iter()
    }

    /// Returns the texts in order, each with its embedding or why it has none.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, Result<&[f32], String>)> {
        let mut failed = self.failed().iter().peekable();
        let mut vectors = self.vectors().peekable();
        (self.first..self.first + self.count()).map(move |number| {
            if let Some((_, error)) = failed.next_if(|(of, _)| *of == number) {
                return (number, Err(error.to_string()));
            }
            match vectors.next_if(|(of, _)| *of == number) {
                Some((_, vector)) => (number, vector.map_err(|error| error.to_string())),
                None => (number, Err("no embedding".to_owned())),
            }
        })
    }

    /// Returns a line of JSON for each text, as [`EmbedAll::save_jsonl`](super::EmbedAll::save_jsonl) writes them.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where an embedding is not JSON.
    pub fn to_jsonl(&self) -> Result<Vec<u8>, Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            index: usize,
            #[serde(skip_serializing_if = "Option::is_none")]
            id: Option<&'a Value>,
            #[serde(skip_serializing_if = "Option::is_none")]
            embedding: Option<&'a [f32]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            error: Option<&'a str>,
        }
        let mut lines = Vec::new();
        for ((index, row), id) in self.rows().zip(&self.ids) {
            let line = Line {
                index,
                id: id.as_ref(),
                embedding: row.as_ref().ok().copied(),
                error: row.as_ref().err().map(String::as_str),
            };
            serde_json::to_writer(&mut lines, &line)
                .map_err(|error| Error::invalid_request("cannot serialize the embedding").with_source(error))?;
            lines.push(b'\n');
        }
        Ok(lines)
    }

    /// Returns the responses that they came with, one unless a text failed: their usage, headers and ids.
    pub fn responses(&self) -> impl Iterator<Item = &Response<CreateEmbeddingResponse>> {
        self.sent.responses.iter().map(|(_, response)| response)
    }

    /// Returns the tokens of the batch.
    pub fn usage(&self) -> Usage {
        let mut usage = Usage::default();
        for response in self.responses() {
            usage += &response.usage;
        }
        usage
    }
}

/// The embeddings of all texts.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Embeddings {
    /// The embeddings, in the order of the texts; empty where the text failed, or the service sent something else than
    /// a vector of numbers.
    pub vectors: Vec<EmbeddingVector>,
    /// The texts that the service refused, by their number, and why.
    pub failed: Vec<(usize, Error)>,
    /// The tokens of all requests together.
    pub usage: Usage,
}

impl Embeddings {
    pub(super) fn push(&mut self, mut batch: EmbeddedBatch) {
        self.usage += &batch.usage();
        self.failed.append(&mut batch.sent.failed);
        self.vectors.extend(batch.into_vectors());
    }

    /// Returns the embeddings as one matrix.
    ///
    /// # Errors
    /// The first failure where a text failed; [`Decode`](crate::ErrorKind::Decode) where an embedding is not as long as
    /// the others.
    pub fn into_matrix(mut self) -> Result<EmbeddingMatrix, Error> {
        if !self.failed.is_empty() {
            return Err(self.failed.swap_remove(0).1);
        }
        let columns = self.vectors.first().map_or(0, |vector| vector.len());
        let mut numbers = Vec::with_capacity(columns * self.vectors.len());
        let rows = self.vectors.len();
        for (number, vector) in self.vectors.into_iter().enumerate() {
            if vector.len() != columns {
                return Err(Error::decode(format!(
                    "embedding of text {number} has {} numbers, the first has {columns}",
                    vector.len()
                )));
            }
            numbers.extend_from_slice(&vector);
        }
        Ok(EmbeddingMatrix { rows, columns, numbers })
    }
}

/// Embeddings as one contiguous matrix, a row for each text.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EmbeddingMatrix {
    /// The number of texts.
    pub rows: usize,
    /// The number of dimensions.
    pub columns: usize,
    /// The numbers, row by row.
    pub numbers: Vec<f32>,
}

impl EmbeddingMatrix {
    /// Returns the embedding of a text; `None` where there are not so many.
    pub fn row(&self, number: usize) -> Option<&[f32]> {
        let start = number.checked_mul(self.columns)?;
        self.numbers
            .get(start..start + self.columns)
            .filter(|_| number < self.rows)
    }
}
