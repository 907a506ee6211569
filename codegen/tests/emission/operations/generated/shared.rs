// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from operations/document.yaml: Operations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Value};

/// Thing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// Id.
    pub id: String,
    /// Size.
    pub size: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Thing, response, sent { "id" => id : required, "size" => size : optional, }
);

impl Thing {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            size: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
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
