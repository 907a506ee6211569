//! What callers decide of it.

use std::time::Duration;

/// How calls that failed are tried again: given once for a [`Pipeline`](crate::Pipeline), and for a single call by
/// [`RequestBuilder::with_retry_policy`](crate::RequestBuilder::with_retry_policy).
///
/// # What is tried again
/// - **Everything**, where the service certainly did not act: no connection could be made, 429, and 503 that says how
///   long to wait.
/// - **Calls that may be repeated** ([`Operation::is_idempotent`](crate::Operation::is_idempotent): reading, deleting,
///   inference, …) also where it may have acted: the connection broke or no answer came in time, 408, 500, 502, 503,
///   504, and a 409 that says it will pass. Calls that create something are not, unless
///   [`with_non_idempotent_retries`](Self::with_non_idempotent_retries) says so: the file or job could be there twice.
/// - A 401 once, with a new token, if the credential has one. That is not counted.
/// - Never a call whose body is a stream that was read already, and never a stream of events that has begun.
///
/// # When
/// After the wait that the service asks for; else after a random time of up to 0.5 s, 1 s, 2 s, … (exponential backoff
/// with full jitter). A wait that is longer than [`with_max_wait`](Self::with_max_wait), or would pass the
/// call's [`timeout`](crate::RequestOptions::with_timeout), fails the call at once:
/// [`Error::retry_after`](crate::Error::retry_after) tells it.
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
pub struct RetryPolicy {
    pub(super) max_retries: u32,
    pub(super) initial_backoff: Duration,
    pub(super) max_backoff: Duration,
    pub(super) max_wait: Duration,
    pub(super) jitter: Jitter,
    creating_calls: bool,
}

/// How waits that the service does not demand are spread, so that callers that failed together do not come back
/// together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Jitter {
    /// Anything between nothing and the backoff, at random.
    #[default]
    Full,
    /// As [`Full`](Self::Full), and the same for the same seed: the n-th wait of each call is always the same. For tests.
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

    /// How many attempts may follow the first one, whichever endpoint they go to. Default: 3. Where there are fallback
    /// endpoints, as many as those at least.
    #[must_use]
    pub const fn with_max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// The upper bound of the first wait that the service does not demand; it doubles with each retry up to `max`.
    /// Default: 0.5 s, 20 s.
    #[must_use]
    pub const fn with_backoff(mut self, initial: Duration, max: Duration) -> Self {
        self.initial_backoff = initial;
        self.max_backoff = max;
        self
    }

    /// The longest wait for a retry. Where the service asks for more, the call fails at once. Default: 60 s.
    #[must_use]
    pub const fn with_max_wait(mut self, wait: Duration) -> Self {
        self.max_wait = wait;
        self
    }

    /// How waits are spread. Default: [`Jitter::Full`].
    #[must_use]
    pub const fn with_jitter(mut self, jitter: Jitter) -> Self {
        self.jitter = jitter;
        self
    }

    /// Whether calls that create something (files, uploads, batches, jobs) are tried again where the service may have
    /// acted already. Default: no. What they make can then be there twice.
    #[must_use]
    pub const fn with_non_idempotent_retries(mut self, repeat: bool) -> Self {
        self.creating_calls = repeat;
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

    /// Whether calls that create something are tried again where the service may have acted already.
    pub const fn retries_non_idempotent(&self) -> bool {
        self.creating_calls
    }
}
