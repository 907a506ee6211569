//! Breaks JSON and text.

use bytes::{Bytes, BytesMut};

use super::kinds::Garble;

impl Garble {
    pub(super) fn apply(self, body: &Bytes) -> Bytes {
        let (before, byte) = match self {
            Self::Json(_) => (&b"{"[..], b','),
            Self::Utf8(_) => (&b":\""[..], 0xff),
        };
        let found = body.windows(before.len()).position(|part| part == before);
        let place = found.map_or(0, |place| place + before.len());
        let mut garbled = BytesMut::with_capacity(body.len() + 1);
        garbled.extend_from_slice(&body[..place]);
        garbled.extend_from_slice(&[byte]);
        garbled.extend_from_slice(&body[place..]);
        garbled.freeze()
    }
}
