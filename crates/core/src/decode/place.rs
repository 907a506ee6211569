//! Where a value is decoded to, whatever its type.

use serde::de::DeserializeOwned;
use serde_json::de::StrRead;
use serde_json::{Deserializer, Error};

use super::absent::Absent;

/// A place for a value. As a trait object, so that what is tried in it is not compiled for each type.
pub(crate) trait Place {
    /// Decodes a value into this place, which is blank or absent; what is in it after an error is not to be used.
    fn fill(&mut self, deserializer: &mut Deserializer<StrRead<'_>>) -> Result<(), Error>;

    /// Makes this place absent.
    fn reset(&mut self);
}

impl dyn Place + '_ {
    /// Decodes JSON text as [`fill`](Place::fill) does.
    pub(crate) fn read(&mut self, json: &str) -> Result<(), Error> {
        let mut deserializer = Deserializer::from_str(json);
        self.fill(&mut deserializer)?;
        deserializer.end()
    }
}

impl<T: Absent + DeserializeOwned> Place for T {
    fn fill(&mut self, deserializer: &mut Deserializer<StrRead<'_>>) -> Result<(), Error> {
        T::fill(self, deserializer)
    }

    fn reset(&mut self) {
        *self = T::absent();
    }
}
