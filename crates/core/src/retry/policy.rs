//! The caller's choices about retries.

use std::time::Duration;

/// How failed requests are retried: set on a [`Pipeline`](crate::Pipeline), or on a single request by
/// [`RequestBuilder::with_retry_policy`](crate::RequestBuilder::with_retry_policy). It bounds the attempts of each request,
/// and the pipeline alone retries: a poll, a page, a part of an upload and a round of tools are one request each.
///
/// # What is retried
/// - **Every request** that was certainly not processed: no connection could be made, or the status is 429.
/// - **Idempotent requests** ([`Operation::is_idempotent`](crate::Operation::is_idempotent): reading, deleting, inference,
///   …) also where they may have been processed: the connection broke or no response came in time, the status is 408,
///   499, 500, 502, 503, 504, 520 to 524 or 529, or a 409 that says it will pass. Requests that create something are not,
///   unless [`with_non_idempotent_retries`](Self::with_non_idempotent_retries) is set: the file or job could exist twice.
/// - A 401 once, with a new token, if the credential has one. That is not counted.
/// - Never a request whose body is a stream that was read already, and never a stream of events that has begun.
///
/// # When
/// After the wait that the service asks for, and from the second retry on no sooner than after the backoff; without such a
/// wait, after a random time of up to 0.5 s, 1 s, 2 s, … (exponential backoff with full jitter). A wait longer than
/// [`with_max_wait`](Self::with_max_wait), or one that would exceed the request's
/// [`timeout`](crate::RequestOptions::with_timeout), fails the request at once:
/// [`Error::retry_after`](crate::Error::retry_after) has it.
///
/// After a 429 or 503, other requests to the same endpoint and deployment that this pipeline has not sent yet wait as long,
/// up to their own `max_wait`, unless there are fallbacks or they have no retries.
///
/// ```
/// use std::time::Duration;
/// use azure_openai_core::RetryPolicy;
///
/// let patient = RetryPolicy::new().with_max_retries(8).with_max_wait(Duration::from_secs(300));
/// assert_eq!(patient.max_retries(), 8);
/// assert_eq!(RetryPolicy::none().max_retries(), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a policy does nothing until it is set"]
pub struct RetryPolicy {
    pub(super) max_retries: u32,
    pub(super) initial_backoff: Duration,
    pub(super) max_backoff: Duration,
    pub(super) max_wait: Duration,
    pub(super) jitter: Jitter,
    creating_calls: bool,
}

/// How waits that the service does not ask for are spread, so that clients that failed together do not return together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Jitter {
    /// A random time between zero and the backoff.
    #[default]
    Full,
    /// As [`Full`](Self::Full), and the same for the same seed: the n-th wait of each request is always the same. For tests.
    Seeded(u64),
    /// The whole backoff. For tests.
    None,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy {
    /// Three retries, a backoff that begins at 0.5 s and ends at 20 s, waits of at most 60 s.
    pub const fn new() -> Self {
        Self {
            max_retries: 3,
            initial_backoff: Duration::from_millis(500),
            max_backoff: Duration::from_secs(20),
            max_wait: Duration::from_secs(60),
            jitter: Jitter::Full,
            creating_calls: false,
        }
    }

    /// No retries: one attempt, and a second one only for a new token after a 401.
    pub const fn none() -> Self {
        Self::new().with_max_retries(0)
    }

    crate::setters! {
        /// How many attempts may follow the first one, whichever endpoint they go to. Default: 3. With fallbacks, use
        /// at least as many as there are.
        pub const fn with_max_retries(self, retries: u32) => max_retries = retries;
        /// The longest wait for a retry. Where the service asks for more, the request fails at once. Default: 60 s.
        pub const fn with_max_wait(self, wait: Duration) => max_wait = wait;
        /// How waits are spread. Default: [`Jitter::Full`].
        pub const fn with_jitter(self, jitter: Jitter) => jitter = jitter;
        /// Whether requests that create something (files, uploads, batches, jobs) are retried where they may have been
        /// processed. Default: no. What they create can then exist twice.
        pub const fn with_non_idempotent_retries(self, repeat: bool) => creating_calls = repeat;
    }

    /// The upper bound of the first wait that the service does not ask for; it doubles with each retry up to `max`.
    /// Default: 0.5 s, 20 s.
    pub const fn with_backoff(mut self, initial: Duration, max: Duration) -> Self {
        self.initial_backoff = initial;
        self.max_backoff = max;
        self
    }

    /// How many attempts may follow the first one.
    pub const fn max_retries(&self) -> u32 {
        self.max_retries
    }

    /// The longest wait for a retry.
    pub const fn max_wait(&self) -> Duration {
        self.max_wait
    }

    /// Whether requests that create something are retried where they may have been processed.
    pub const fn retries_non_idempotent(&self) -> bool {
        self.creating_calls
    }
}
