//! The commands as processes, against the embedded emulator or one of the test's own.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

mod batch_run;
mod chat;
mod config;
mod doctor;
mod embed;
mod files;
mod full_disks;
mod ingest;
mod interrupt;
mod killed;
mod lists;
mod media;
mod programs;
mod stored;
mod support;
mod terminal;
mod tune;
