//! Habits of gateways and compatible servers, rather than failures.

use std::time::Duration;

use super::fault::Fault;
use super::kinds::{Label, ToolPieces};

impl Fault {
    /// Compresses the body with gzip, whether or not the request accepts it, of errors too.
    #[must_use]
    pub fn gzip(mut self) -> Self {
        self.gzip = true;
        self
    }

    /// Labels an event stream as something else. Other responses are not changed.
    #[must_use]
    pub fn label(mut self, label: Label) -> Self {
        self.label = Some(label);
        self
    }

    /// Sends only comments for this time before the first event of a stream, by the emulator's clock; a day at most.
    #[must_use]
    pub fn keep_alive(mut self, time: Duration) -> Self {
        self.keep_alive = time;
        self
    }

    /// Streams tool calls in an unusual way. May be called several times, for several ways.
    #[must_use]
    pub fn tool_pieces(mut self, pieces: ToolPieces) -> Self {
        if !self.tool_pieces.contains(&pieces) {
            self.tool_pieces.push(pieces);
        }
        self
    }

    /// Sends the content of chat messages as a list of parts.
    #[must_use]
    pub fn parts_content(mut self) -> Self {
        self.parts_content = true;
        self
    }

    /// Ignores the query parameter `after` of lists, so that each page is the first.
    #[must_use]
    pub fn ignored_after(mut self) -> Self {
        self.ignored_after = true;
        self
    }
}
