//! Error responses and responses that cannot be decoded: the error has everything that is known.

mod broken;
mod secrets;
mod statuses;
