//! Any number of requests, in as many batches as it takes, that survive the end of the process.

mod batch_set;
mod builder;
mod drive;
mod index;
mod inner;
mod manifest;
mod progress;
mod results;
mod submit;
mod writer;

pub use batch_set::BatchSet;
pub use builder::BatchSetBuilder;
pub use manifest::BatchPart;
pub use progress::BatchSetEvent;
pub use results::{BatchSetResult, BatchSetResults};
