//! The facade: its settings, the README's code and the quick start, against the emulator.

mod environment;
mod examples;
