//! The texts of one request, in as many requests as it takes to find those that the service refuses.

use std::ops::Range;
use std::sync::Arc;

use azure_openai_core::{Error, Response};
use azure_openai_inference::{CreateEmbeddingRequest, CreateEmbeddingResponse};

use super::gate::Gate;
use super::request::EmbedRequest;
use crate::deployment::Deployment;
use azure_openai_core::RequestOptions;

/// So many refused texts without one that is embedded mean that it is not the texts.
const MOST_REFUSED: usize = 8;

/// What came of some texts, both lists in their order.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// Responses, each with the place of its first text.
    pub(super) responses: Vec<(usize, Response<CreateEmbeddingResponse>)>,
    /// Texts without an embedding.
    pub(super) failed: Vec<(usize, Error)>,
}

/// Makes requests, all alike but for their texts.
pub(super) struct Sender {
    pub(super) deployment: Deployment,
    pub(super) request: CreateEmbeddingRequest,
    pub(super) options: RequestOptions,
    pub(super) gate: Arc<Gate>,
}

impl Sender {
    /// Embeds the texts. A text that the service refuses is found by halves, and fails alone.
    pub(super) async fn send(self, texts: Vec<String>) -> Result<Sent, Error> {
        let mut sent = Sent::default();
        // The next is the last.
        let mut ranges = Vec::new();
        let mut end = texts.len();
        for place in (0..texts.len()).rev().filter(|place| texts[*place].is_empty()) {
            ranges.push(place + 1..end);
            let text = "text is empty: the service does not embed empty texts";
            sent.failed.push((place, Error::invalid_request(text)));
            end = place;
        }
        ranges.push(0..end);
        let mut refused = 0;
        while let Some(range) = ranges.pop() {
            if range.is_empty() {
                continue;
            }
            match self.request(&texts[range.clone()]).await {
                Ok(response) => sent.responses.push((range.start, in_order(range.len(), response)?)),
                Err(error) if !is_of_a_text(&error) => return Err(error),
                Err(error) if range.len() == 1 => {
                    refused += 1;
                    if refused >= MOST_REFUSED && sent.responses.is_empty() {
                        return Err(error);
                    }
                    sent.failed.push((range.start, error));
                }
                Err(_) => ranges.extend(halves(range)),
            }
        }
        sent.failed.sort_by_key(|(place, _)| *place);
        Ok(sent)
    }

    /// Sends one request when there is quota for it. The pipeline retries what passes by itself; a refusal for the
    /// quota that outlasts its retries closes the gate for all requests.
    async fn request(&self, texts: &[String]) -> Result<Response<CreateEmbeddingResponse>, Error> {
        let mut request = self.request.clone();
        request.input = texts.to_vec().into();
        let request = EmbedRequest {
            deployment: self.deployment.clone(),
            request,
            options: self.options.clone(),
        };
        loop {
            let _permit = self.gate.pass().await;
            match request.clone().await {
                Ok(response) => {
                    self.gate
                        .succeeded(&response.head().rate_limits(), response.usage.total_tokens);
                    return Ok(response);
                }
                Err(error) if error.is_rate_limited() && self.gate.refused(&error) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

fn halves(range: Range<usize>) -> [Range<usize>; 2] {
    let middle = range.start + range.len() / 2;
    [middle..range.end, range.start..middle]
}

/// Whether a refusal may be of one text alone.
fn is_of_a_text(error: &Error) -> bool {
    let refused = error
        .status()
        .is_some_and(|status| matches!(status.as_u16(), 400 | 413 | 422));
    let of_input = error
        .param()
        .is_none_or(|param| param.starts_with("input") || param == "prompt");
    error.is_content_filtered() || refused && of_input
}

/// Sorts the embeddings by text; each text must have one.
fn in_order(
    count: usize,
    response: Response<CreateEmbeddingResponse>,
) -> Result<Response<CreateEmbeddingResponse>, Error> {
    response.try_map_value(|mut embeddings| {
        embeddings.data.sort_by_key(|item| item.index);
        let indexes = embeddings.data.iter().map(|item| item.index);
        if indexes.eq(0..count as i64) {
            return Ok(embeddings);
        }
        Err(Error::decode(format!(
            "{} embeddings for {count} texts, or not one for each",
            embeddings.data.len()
        )))
    })
}
