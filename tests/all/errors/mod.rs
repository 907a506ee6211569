//! Responses that are no success, or none that can be read: the caller is told all there is to know.

mod broken;
mod secrets;
mod statuses;
