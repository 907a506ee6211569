//! A batch's lines, from typed requests, and its results, as typed answers.

mod failure;
mod lines;
mod reader;
mod results;

pub use failure::{BatchFailure, BatchLineError};
pub use lines::BatchLines;
pub use results::{BatchResult, BatchResults};
