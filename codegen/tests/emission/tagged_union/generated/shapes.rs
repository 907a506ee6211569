// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from tagged_union/document.yaml: Tagged unions 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Shapes`: The operations `Shapes_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};
use serde::{Deserialize, Serialize};

/// The operations `Shapes_*`.
#[derive(Clone, Debug)]
pub struct ShapesClient {
    pub(super) pipeline: Pipeline,
}

impl ShapesClient {
    /// Shapes draw.
    ///
    /// `Shapes_Draw`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: A shape.
    pub fn draw(&self, request: &Shape) -> RequestBuilder<Json<Event>> {
        let call = Request::new(SHAPES_DRAW).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const SHAPES_DRAW: &Operation = &Operation::new(
    "Shapes_Draw",
    Method::POST,
    "/a",
);

/// A shape.
///
/// Told apart by `kind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Shape {
    /// `kind` is `Round`.
    Round(Circle),
    /// `kind` is `sq`.
    Sq(Square),
    /// `kind` is `Unknown`.
    Unknown2(Unknown),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Shape, "kind" { Round(Circle) = "Round", Sq(Square) = "sq", Unknown2(Unknown) =
    "Unknown", }
);

/// Circle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Circle {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Radius.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub radius: f64,
    /// Which shape.
    ///
    /// Always `Round`.
    #[serde(default = "Circle::constant_kind", deserialize_with = "Circle::decode_kind")]
    pub kind: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Circle {
    fn constant_kind() -> String {
        "Round".to_owned()
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl Circle {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>, radius: f64) -> Self {
        Self {
            name: name.into(),
            radius,
            kind: Self::constant_kind(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Square.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Square {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Which shape.
    ///
    /// Always `sq`.
    #[serde(default = "Square::constant_kind", deserialize_with = "Square::decode_kind")]
    pub kind: String,
    /// Side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<f64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Square {
    fn constant_kind() -> String {
        "sq".to_owned()
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl Square {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: Self::constant_kind(),
            side: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::side`].
    #[must_use]
    pub fn with_side(mut self, side: f64) -> Self {
        self.side = Some(side);
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Unknown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Unknown {
    /// Name.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub name: String,
    /// Which shape.
    ///
    /// Always `Unknown`.
    #[serde(
        default = "Unknown::constant_kind",
        deserialize_with = "Unknown::decode_kind"
    )]
    pub kind: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Unknown {
    fn constant_kind() -> String {
        "Unknown".to_owned()
    }

    fn decode_kind<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_kind))
    }
}

impl Unknown {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: Self::constant_kind(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Event.
///
/// Told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Event {
    /// `type` is `started`.
    Started(Started),
    /// `type` is `halted`.
    Halted(StoppedHalted),
    /// `type` is `stopped`.
    Stopped(Stopped),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Event, "type" { Started(Started) = "started", Halted(StoppedHalted) = "halted",
    Stopped(Stopped) = "stopped", }
);

/// Started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Started {
    /// Type.
    ///
    /// Always `started`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "Started::constant_type",
        deserialize_with = "Started::decode_type"
    )]
    pub type_: String,
    /// At.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Started {
    fn constant_type() -> String {
        "started".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl Started {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Self::constant_type(),
            at: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::at`].
    #[must_use]
    pub fn with_at(mut self, at: impl Into<Timestamp>) -> Self {
        self.at = Some(at.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

impl Default for Started {
    fn default() -> Self {
        Self::new()
    }
}

/// Stopped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stopped {
    /// Type.
    ///
    /// Always `stopped`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "Stopped::constant_type",
        deserialize_with = "Stopped::decode_type"
    )]
    pub type_: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Stopped {
    fn constant_type() -> String {
        "stopped".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl Stopped {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Self::constant_type(),
            why: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::why`].
    #[must_use]
    pub fn with_why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

impl Default for Stopped {
    fn default() -> Self {
        Self::new()
    }
}

/// Stopped halted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StoppedHalted {
    /// Type.
    ///
    /// Always `halted`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "StoppedHalted::constant_type",
        deserialize_with = "StoppedHalted::decode_type"
    )]
    pub type_: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl StoppedHalted {
    fn constant_type() -> String {
        "halted".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl StoppedHalted {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Self::constant_type(),
            why: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::why`].
    #[must_use]
    pub fn with_why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

impl Default for StoppedHalted {
    fn default() -> Self {
        Self::new()
    }
}
