//! At which step a request failed.

/// The step at which a call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The connection broke after sending began and before an answer came. The service may have acted.
    Send,
    /// A time limit passed.
    Timeout,
    /// The service answered with a status that is no success.
    Status,
    /// The [client that was supplied](crate::PipelineBuilder::with_http_client) followed a redirect, and may have taken the
    /// credential there.
    Redirected,
    /// The service reported an error in the middle of a stream.
    Stream,
    /// No endpoint was asked: each of them failed a short time ago, and none takes calls before
    /// [`retry_after`](crate::Error::retry_after) has passed. Only where there are [fallbacks](crate::Fallback).
    CircuitOpen,
    /// The connection broke while the answer was read.
    Body,
    /// A stream ended before the answer was whole.
    Truncated,
    /// The answer is larger than the limit set for it.
    TooLarge,
    /// The pages of a list lead nowhere: the service repeats one, or says that there is more and gives nothing.
    Paging,
    /// The service gave a link to another place than the endpoint; it was not followed, since the key would go along.
    ForeignLink,
    /// What was polled failed: a file, a batch, a job, whose [`PollError`](crate::PollError) is the source, or a long-running
    /// operation, which was canceled or does not say where its state is too.
    Job,
    /// The answer is not what was expected: broken JSON, a missing field, text that is not UTF-8.
    Decode,
}
