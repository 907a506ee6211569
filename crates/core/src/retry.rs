//! Whether, when and how often a call is tried again.

mod policy;
mod progress;
mod throttle;
mod verdict;
mod wait;

pub use policy::{Jitter, RetryPolicy};
pub(crate) use progress::Progress;
pub(crate) use throttle::{DEFAULT_CAPACITY, Throttle};
pub(crate) use verdict::{Verdict, judge};
