// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_forms/document.yaml: Forms whose fields are encoded in their own ways 1.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Value};

/// Card.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// Number.
    pub number: String,
    /// Owner.
    pub owner: Option<CardOwner>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Card, sent { "number" => number : required, "owner" => owner : optional, }
);

azure_openai_core::fit_object!(
    Card { "number" : String = required, "owner" : CardOwner = optional, }
);

impl Card {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            owner: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::owner`].
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<CardOwner>) -> Self {
        self.owner = Some(owner.into());
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

/// Card owner.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CardOwner {
    /// Name.
    pub name: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(CardOwner, sent { "name" => name : optional, });

azure_openai_core::fit_object!(CardOwner { "name" : String = optional, });

impl CardOwner {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
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

impl Default for CardOwner {
    fn default() -> Self {
        Self::new()
    }
}
