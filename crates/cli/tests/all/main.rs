//! The commands as processes, against the embedded emulator or one of the test's own.

mod chat;
mod config;
mod lists;
mod support;
