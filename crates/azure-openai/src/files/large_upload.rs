//! Uploads of any size: one form, or parts.

mod cancel;
mod parts;
mod send;
mod state;
mod upload;

pub(super) use cancel::of_state as cancel_of_state;
pub use upload::{LargeUpload, UploadProgress};
