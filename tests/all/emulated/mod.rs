//! The client against the emulator: every operation with valid and with invalid input, and many clients at once.

mod batches;
mod coverage;
mod crowd;
mod files;
mod fine_tuning;
mod generation;
mod group;
mod ingestion;
mod media;
mod models;
mod newer;
mod stored;
mod streams;
mod tour;
mod v1;
