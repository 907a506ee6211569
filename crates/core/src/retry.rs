//! Whether, when and how often a request is retried.

mod policy;
mod throttle;
mod wait;

pub use policy::{Jitter, RetryPolicy};
pub(crate) use throttle::{DEFAULT_CAPACITY, Throttle};
