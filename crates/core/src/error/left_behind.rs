//! What a failure left at the service.

use super::Error;

impl Error {
    /// Notes what the failed operation left at the service, for operations of several requests.
    #[must_use]
    pub fn leaving_behind(mut self, what: impl Into<String>) -> Self {
        self.0.left_behind = Some(what.into());
        self
    }

    /// Returns what the failed operation left at the service, such as an input file that may be in use, with its id.
    pub fn left_behind(&self) -> Option<&str> {
        self.0.left_behind.as_deref()
    }
}
