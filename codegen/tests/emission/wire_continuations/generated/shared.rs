// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_continuations/document.yaml: Lists and long-running operations of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Value};

/// Train.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Train {
    /// Number.
    pub number: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Train, sent { "number" => number : required, });

impl Train {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(number: i64) -> Self {
        Self {
            number,
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

/// Train page.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TrainPage {
    /// Value.
    pub value: Vec<Train>,
    /// Next link.
    ///
    /// Serialized as `nextLink`.
    pub next_link: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    TrainPage, response { "value" => value : collection, "nextLink" => next_link :
    optional, }
);

impl TrainPage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            value: Default::default(),
            next_link: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::value`].
    #[must_use]
    pub fn with_value(
        mut self,
        value: impl IntoIterator<Item = impl Into<Train>>,
    ) -> Self {
        self.value = self
            .extra
            .set("value", value.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::next_link`].
    #[must_use]
    pub fn with_next_link(mut self, next_link: impl Into<String>) -> Self {
        self.next_link = Some(next_link.into());
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

impl Default for TrainPage {
    fn default() -> Self {
        Self::new()
    }
}

impl azure_openai_core::paging::List for TrainPage {
    type Item = Train;

    fn items(&self) -> &[Self::Item] {
        &self.value
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.value
    }

    fn item_id(_: &Self::Item) -> Option<&str> {
        None
    }

    fn next(&self) -> azure_openai_core::paging::Next<'_> {
        azure_openai_core::paging::Next::Link(self.next_link.as_deref())
    }
}

/// Fault.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Fault {
    /// Text.
    pub text: Option<String>,
    /// Retry.
    pub retry: Option<bool>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Fault { "text" => text : optional, "retry" => retry : optional, }
);

impl Fault {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: None,
            retry: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::retry`].
    #[must_use]
    pub fn with_retry(mut self, retry: bool) -> Self {
        self.retry = Some(retry);
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

impl Default for Fault {
    fn default() -> Self {
        Self::new()
    }
}
