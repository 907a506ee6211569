// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from features/document.yaml: Modules behind features 1.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Value};

/// Keeper.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Keeper {
    /// Name.
    pub name: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Keeper, response, sent { "name" => name : required, });

impl Keeper {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: Extra::default(),
        }
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

/// Food.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Food {
    /// Serialized as `seeds`.
    Seeds,
    /// Serialized as `worms`.
    Worms,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Food, exact { Seeds = "seeds", Worms = "worms", });
