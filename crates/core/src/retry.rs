//! Whether, when and how often a request is retried.

mod gave_up;
mod policy;
mod throttle;
mod wait;

pub use gave_up::GaveUp;
pub use policy::{Jitter, RetryPolicy};
pub(crate) use throttle::{DEFAULT_CAPACITY, Throttle};
