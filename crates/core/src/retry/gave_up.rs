//! Why no further attempt is made.

/// Why a request that failed for a reason that may pass was not retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GaveUp {
    /// The retry policy allows no more attempts.
    Retries,
    /// The wait that the service asks for is longer than the retry policy allows.
    LongWait,
    /// The request's time is up, or would be before the wait is over.
    Deadline,
    /// The request creates something and may have been processed: a second attempt could create it twice.
    MayHaveBeenProcessed,
    /// The body is a stream that was read already.
    OneShotBody,
    /// The endpoint's retry budget is exhausted: too many retries failed recently.
    Throttled,
}
