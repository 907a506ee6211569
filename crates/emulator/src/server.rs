//! The process: starting and stopping, routes, the gateway in front of the operations, administration.

mod admin;
mod builder;
mod dispatch;
mod emulator;
mod gateway;
mod limits;
mod listener;
mod named;
mod recorded;

pub use builder::Builder;
pub use emulator::Emulator;
