//! At which step a request failed.

use serde::Serialize;

/// The step at which a request failed. Serialized as `invalid_request`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request cannot be made: a bad endpoint, path parameter, header or body. Nothing was sent.
    InvalidRequest,
    /// No key or token that can be sent. Nothing was sent.
    Credential,
    /// A file or stream of the caller could not be read, or a file not be written.
    File,
    /// No connection to the service. It did not act.
    Connect,
    /// The connection broke after sending began and before a response came. The request may have been processed.
    Send,
    /// A time limit passed.
    Timeout,
    /// The service responded with a status that is not a success.
    Status,
    /// The [client that was supplied](crate::PipelineBuilder::with_http_client) followed a redirect, and may have taken the
    /// credential there.
    Redirected,
    /// The service reported an error in the middle of a stream.
    Stream,
    /// Nothing was sent: every endpoint failed a short time ago, and no circuit closes before
    /// [`retry_after`](crate::Error::retry_after) has passed. Only where there are [fallbacks](crate::Fallback).
    CircuitOpen,
    /// The connection broke while the response was read.
    Body,
    /// A stream ended before the response was whole.
    Truncated,
    /// The response is larger than the limit set for it.
    TooLarge,
    /// The pages of a list do not end: the service repeats one, or reports more pages without a cursor.
    Paging,
    /// The service gave a link to another place than the endpoint; it was not followed, since the key would go along.
    ForeignLink,
    /// What was polled failed: a file, a batch, a job, whose [`PollError`](crate::PollError) is the source, or a long-running
    /// operation, which was canceled or does not say where its state is too.
    Job,
    /// The response is not what was expected: broken JSON, a missing field, text that is not UTF-8.
    Decode,
}
