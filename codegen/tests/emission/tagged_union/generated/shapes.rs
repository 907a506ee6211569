// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from tagged_union/document.yaml: Tagged unions 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Shapes`: The operations `Shapes_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Timestamp, Value,
};

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
/// Distinguished by `kind`.
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    /// Name.
    pub name: String,
    /// Radius.
    pub radius: f64,
    /// Which shape.
    ///
    /// Always `Round`.
    pub kind: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Circle, sent { "name" => name : required, "radius" => radius : required, "kind" =>
    kind : constant("Round"), }
);

impl Circle {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, radius: f64) -> Self {
        Self {
            name: name.into(),
            radius,
            kind: "Round".into(),
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

/// Square.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Square {
    /// Name.
    pub name: String,
    /// Which shape.
    ///
    /// Always `sq`.
    pub kind: String,
    /// Side.
    pub side: Option<f64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Square, sent { "name" => name : required, "kind" => kind : constant("sq"), "side" =>
    side : optional, }
);

impl Square {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: "sq".into(),
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

/// Unknown.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unknown {
    /// Name.
    pub name: String,
    /// Which shape.
    ///
    /// Always `Unknown`.
    pub kind: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Unknown, sent { "name" => name : required, "kind" => kind : constant("Unknown"), }
);

impl Unknown {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: "Unknown".into(),
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

/// Event.
///
/// Distinguished by `type`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Event {
    /// `type` is `started`.
    Started(Started),
    /// `type` is `stopped`.
    Stopped(Stopped),
    /// `type` is `halted`.
    Halted(StoppedHalted),
    /// `type` is `short` or `long`.
    Pause(Pause),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Event, "type" { Started(Started) = "started", Stopped(Stopped) = "stopped",
    Halted(StoppedHalted) = "halted", Pause(Pause) = "short" | "long", }
);

/// Started.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Started {
    /// Type.
    ///
    /// Always `started`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// At.
    pub at: Option<Timestamp>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Started { "type" => type_ : constant("started"), "at" => at : optional, }
);

impl Started {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "started".into(),
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

impl Default for Started {
    fn default() -> Self {
        Self::new()
    }
}

/// Stopped.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stopped {
    /// Type.
    ///
    /// Always `stopped`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Why.
    pub why: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Stopped { "type" => type_ : constant("stopped"), "why" => why : optional, }
);

impl Stopped {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "stopped".into(),
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

impl Default for Stopped {
    fn default() -> Self {
        Self::new()
    }
}

/// Pause.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Pause {
    /// Timed.
    Timed(Timed),
    /// Open.
    Open(Open),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(Pause { Timed(Timed), Open(Open), });

impl From<Timed> for Pause {
    fn from(value: Timed) -> Self {
        Self::Timed(value)
    }
}

impl From<Open> for Pause {
    fn from(value: Open) -> Self {
        Self::Open(value)
    }
}

/// Timed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Timed {
    /// Type.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Seconds.
    pub seconds: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Timed { "type" => type_ : required, "seconds" => seconds : required, }
);

azure_openai_core::fit_object!(
    Timed { "type" : String = required, "seconds" : i64 = required, }
);

impl Timed {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Default::default(),
            seconds: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::seconds`].
    #[must_use]
    pub fn with_seconds(mut self, seconds: i64) -> Self {
        self.seconds = seconds;
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

impl Default for Timed {
    fn default() -> Self {
        Self::new()
    }
}

/// Open.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Open {
    /// Type.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Until.
    pub until: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Open { "type" => type_ : required, "until" => until : required, }
);

azure_openai_core::fit_object!(
    Open { "type" : String = required, "until" : String = required, }
);

impl Open {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Default::default(),
            until: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::type_`].
    #[must_use]
    pub fn with_type(mut self, type_: impl Into<String>) -> Self {
        self.type_ = type_.into();
        self
    }

    /// Sets [`Self::until`].
    #[must_use]
    pub fn with_until(mut self, until: impl Into<String>) -> Self {
        self.until = until.into();
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

impl Default for Open {
    fn default() -> Self {
        Self::new()
    }
}

/// Stopped halted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoppedHalted {
    /// Type.
    ///
    /// Always `halted`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Why.
    pub why: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StoppedHalted { "type" => type_ : constant("halted"), "why" => why : optional, }
);

impl StoppedHalted {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "halted".into(),
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

impl Default for StoppedHalted {
    fn default() -> Self {
        Self::new()
    }
}
