// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_responses/document.yaml: Responses of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Value};

/// Task.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Task {
    /// Id.
    pub id: String,
    /// Done.
    pub done: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Task, response { "id" => id : required, "done" => done : optional, }
);

azure_openai_core::fit_object!(
    Task { "id" : String = required, "done" : bool = optional, }
);

impl Task {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: Default::default(),
            done: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::done`].
    #[must_use]
    pub fn with_done(mut self, done: bool) -> Self {
        self.done = Some(done);
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl Default for Task {
    fn default() -> Self {
        Self::new()
    }
}
