//! What a fault changes of a body, and where it cuts it.

use super::fault::Fault;
use super::kinds::{Cut, Place};

impl Fault {
    pub(super) fn touches_body(&self) -> bool {
        self.cut.is_some()
            || self.garble.is_some()
            || self.error_event.is_some()
            || self.chop.is_some()
            || !self.event_shapes.is_empty()
            || !self.first_byte.is_zero()
            || !self.pace.is_zero()
            || !self.keep_alive.is_zero()
            || self.gzip
            || self.rewrites()
    }

    pub(super) fn keeps_length(&self) -> bool {
        let same_length = self.garble.is_none() && !self.gzip && !self.rewrites();
        same_length && !matches!(self.cut, Some((Cut::End, _)))
    }

    pub(super) fn rewrites(&self) -> bool {
        self.parts_content || !self.tool_pieces.is_empty()
    }

    /// After how many bytes the body is cut, as far as that is known beforehand.
    pub(super) fn limit(&self, event_stream: bool, length: Option<u64>) -> Limit {
        match self.cut {
            Some((_, Place::BodyAt(bytes))) => Limit::Bytes(bytes),
            Some((_, Place::Body)) => length.map_or(Limit::HalfAChunk, |length| Limit::Bytes(length / 2)),
            // Other bodies have no events to be cut at.
            Some((_, Place::Event(_) | Place::Events(_) | Place::Finish | Place::Done)) if !event_stream => {
                length.map_or(Limit::HalfAChunk, |length| Limit::Bytes(length / 2))
            }
            _ => Limit::None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    None,
    Bytes(u64),
    HalfAChunk,
}
