// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_forms/document.yaml: Forms whose fields are encoded in their own ways 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Charges`: The operations `Charges_*`.

use azure_openai_core::{
    Extra, Form, Method, NoContent, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;
use super::shared::Card;

/// The operations `Charges_*`.
#[derive(Clone, Debug)]
pub struct ChargesClient {
    pub(super) pipeline: Pipeline,
}

impl ChargesClient {
    /// Charges make.
    ///
    /// `Charges_Make`: `POST /charges`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn make(&self, form: Charge) -> RequestBuilder<NoContent> {
        let call = Request::new(CHARGES_MAKE).urlencoded(&form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Charges plain.
    ///
    /// `Charges_Plain`: `POST /charges/plain`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn plain(&self, form: ChargeForm) -> RequestBuilder<NoContent> {
        let call = Request::new(CHARGES_PLAIN).urlencoded(&form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const CHARGES_MAKE: &Operation = &Operation::new(
    "Charges_Make",
    Method::POST,
    "/charges",
);

pub(super) const CHARGES_PLAIN: &Operation = &Operation::new(
    "Charges_Plain",
    Method::POST,
    "/charges/plain",
);

/// Charge.
#[derive(Debug)]
#[non_exhaustive]
pub struct Charge {
    /// Amount.
    pub amount: i64,
    /// Card.
    pub card: Option<Card>,
    /// Lines.
    pub lines: Vec<Card>,
    /// Shipping.
    pub shipping: Option<ChargeShipping>,
    /// Metadata.
    pub metadata: BTreeMap<String, String>,
    /// Range.
    pub range: Option<ChargeRange>,
    /// Tags.
    pub tags: Vec<String>,
    /// Words.
    pub words: Vec<String>,
    /// Pipes.
    pub pipes: Vec<String>,
    /// Ids.
    pub ids: Vec<i64>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl Charge {
    pub(crate) fn into_form(self) -> Form {
        Form::new()
            .text("amount", &self.amount)
            .nested("card", self.card.as_ref(), true)
            .nested("lines", Some(&self.lines).filter(|value| !value.is_empty()), true)
            .nested("shipping", self.shipping.as_ref(), true)
            .nested(
                "metadata",
                Some(&self.metadata).filter(|value| !value.is_empty()),
                true,
            )
            .nested("range", self.range.as_ref(), false)
            .delimited("tags", Some(&self.tags).filter(|value| !value.is_empty()), ",")
            .delimited("words", Some(&self.words).filter(|value| !value.is_empty()), " ")
            .delimited("pipes", Some(&self.pipes).filter(|value| !value.is_empty()), "|")
            .json_text("ids", Some(&self.ids).filter(|value| !value.is_empty()))
            .extra(self.extra)
    }
}

impl Charge {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(amount: i64) -> Self {
        Self {
            amount,
            card: None,
            lines: Default::default(),
            shipping: None,
            metadata: Default::default(),
            range: None,
            tags: Default::default(),
            words: Default::default(),
            pipes: Default::default(),
            ids: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::card`].
    #[must_use]
    pub fn with_card(mut self, card: impl Into<Card>) -> Self {
        self.card = Some(card.into());
        self
    }

    /// Sets [`Self::lines`].
    #[must_use]
    pub fn with_lines(
        mut self,
        lines: impl IntoIterator<Item = impl Into<Card>>,
    ) -> Self {
        self.lines = lines.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::shipping`].
    #[must_use]
    pub fn with_shipping(mut self, shipping: impl Into<ChargeShipping>) -> Self {
        self.shipping = Some(shipping.into());
        self
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = metadata
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::range`].
    #[must_use]
    pub fn with_range(mut self, range: impl Into<ChargeRange>) -> Self {
        self.range = Some(range.into());
        self
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::words`].
    #[must_use]
    pub fn with_words(
        mut self,
        words: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.words = words.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::pipes`].
    #[must_use]
    pub fn with_pipes(
        mut self,
        pipes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.pipes = pipes.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::ids`].
    #[must_use]
    pub fn with_ids(mut self, ids: impl IntoIterator<Item = impl Into<i64>>) -> Self {
        self.ids = ids.into_iter().map(Into::into).collect();
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

/// Charge shipping word.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ChargeShippingWord {
    /// Serialized as `  `.
    X,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(ChargeShippingWord, exact { X = "", });

/// Charge shipping.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum ChargeShipping {
    /// Card.
    Card(Card),
    /// Word.
    Word(ChargeShippingWord),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    ChargeShipping { Card(Card), Word(ChargeShippingWord), }
);

impl From<Card> for ChargeShipping {
    fn from(value: Card) -> Self {
        Self::Card(value)
    }
}

impl From<ChargeShippingWord> for ChargeShipping {
    fn from(value: ChargeShippingWord) -> Self {
        Self::Word(value)
    }
}

impl From<&str> for ChargeShipping {
    fn from(value: &str) -> Self {
        Self::Word(value.into())
    }
}

/// Charge range.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChargeRange {
    /// Gt.
    pub gt: Option<i64>,
    /// Lt.
    pub lt: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ChargeRange, sent { "gt" => gt : optional, "lt" => lt : optional, }
);

impl ChargeRange {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            gt: None,
            lt: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::gt`].
    #[must_use]
    pub fn with_gt(mut self, gt: i64) -> Self {
        self.gt = Some(gt);
        self
    }

    /// Sets [`Self::lt`].
    #[must_use]
    pub fn with_lt(mut self, lt: i64) -> Self {
        self.lt = Some(lt);
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

impl Default for ChargeRange {
    fn default() -> Self {
        Self::new()
    }
}

/// Charge form.
#[derive(Debug)]
#[non_exhaustive]
pub struct ChargeForm {
    /// Amount.
    pub amount: i64,
    /// Card.
    pub card: Option<Card>,
    /// Lines.
    pub lines: Vec<Card>,
    /// Shipping.
    pub shipping: Option<ChargeShipping>,
    /// Metadata.
    pub metadata: BTreeMap<String, String>,
    /// Range.
    pub range: Option<ChargeRange>,
    /// Tags.
    pub tags: Vec<String>,
    /// Words.
    pub words: Vec<String>,
    /// Pipes.
    pub pipes: Vec<String>,
    /// Ids.
    pub ids: Vec<i64>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl ChargeForm {
    pub(crate) fn into_form(self) -> Form {
        Form::new()
            .text("amount", &self.amount)
            .json("card", self.card.as_ref())
            .json("lines", Some(&self.lines).filter(|value| !value.is_empty()))
            .json("shipping", self.shipping.as_ref())
            .json("metadata", Some(&self.metadata).filter(|value| !value.is_empty()))
            .json("range", self.range.as_ref())
            .text("tags", &self.tags)
            .text("words", &self.words)
            .text("pipes", &self.pipes)
            .text("ids", &self.ids)
            .extra(self.extra)
    }
}

impl ChargeForm {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(amount: i64) -> Self {
        Self {
            amount,
            card: None,
            lines: Default::default(),
            shipping: None,
            metadata: Default::default(),
            range: None,
            tags: Default::default(),
            words: Default::default(),
            pipes: Default::default(),
            ids: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::card`].
    #[must_use]
    pub fn with_card(mut self, card: impl Into<Card>) -> Self {
        self.card = Some(card.into());
        self
    }

    /// Sets [`Self::lines`].
    #[must_use]
    pub fn with_lines(
        mut self,
        lines: impl IntoIterator<Item = impl Into<Card>>,
    ) -> Self {
        self.lines = lines.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::shipping`].
    #[must_use]
    pub fn with_shipping(mut self, shipping: impl Into<ChargeShipping>) -> Self {
        self.shipping = Some(shipping.into());
        self
    }

    /// Sets [`Self::metadata`].
    #[must_use]
    pub fn with_metadata(
        mut self,
        metadata: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.metadata = metadata
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        self
    }

    /// Sets [`Self::range`].
    #[must_use]
    pub fn with_range(mut self, range: impl Into<ChargeRange>) -> Self {
        self.range = Some(range.into());
        self
    }

    /// Sets [`Self::tags`].
    #[must_use]
    pub fn with_tags(
        mut self,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.tags = tags.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::words`].
    #[must_use]
    pub fn with_words(
        mut self,
        words: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.words = words.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::pipes`].
    #[must_use]
    pub fn with_pipes(
        mut self,
        pipes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.pipes = pipes.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::ids`].
    #[must_use]
    pub fn with_ids(mut self, ids: impl IntoIterator<Item = impl Into<i64>>) -> Self {
        self.ids = ids.into_iter().map(Into::into).collect();
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
