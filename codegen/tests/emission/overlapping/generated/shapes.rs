// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from overlapping/document.yaml: Overlapping alternatives 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Shapes`: The operations `Shapes_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Shapes_*`.
#[derive(Clone, Debug)]
pub struct ShapesClient {
    pub(super) pipeline: Pipeline,
}

impl ShapesClient {
    /// Shapes draw.
    ///
    /// `Shapes_Draw`: `POST /shapes`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn draw(&self, request: &[Shape]) -> RequestBuilder<JsonOrDefault<Vec<Shape>>> {
        let call = Request::new(SHAPES_DRAW).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const SHAPES_DRAW: &Operation = &Operation::new(
    "Shapes_Draw",
    Method::POST,
    "/shapes",
);

/// Shape.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Shape {
    /// Line.
    Line(Line),
    /// Arrow.
    Arrow(Arrow),
    /// Mark.
    Mark(Mark),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(Shape { Line(Line), Arrow(Arrow), Mark(Mark), });

impl From<Line> for Shape {
    fn from(value: Line) -> Self {
        Self::Line(value)
    }
}

impl From<Arrow> for Shape {
    fn from(value: Arrow) -> Self {
        Self::Arrow(value)
    }
}

impl From<Mark> for Shape {
    fn from(value: Mark) -> Self {
        Self::Mark(value)
    }
}

/// Line.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// Always `line`.
    pub is: String,
    /// Length.
    pub length: f64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Line, sent { "is" => is : constant("line"), "length" => length : required, }
);

azure_openai_core::fit_object!(
    Line { "is" : String = constant("line"), "length" : f64 = required, }
);

impl Line {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(length: f64) -> Self {
        Self {
            is: "line".into(),
            length,
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

/// Arrow.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Arrow {
    /// Always `arrow`.
    pub is: String,
    /// Length.
    pub length: f64,
    /// Head.
    pub head: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Arrow, sent { "is" => is : constant("arrow"), "length" => length : required, "head"
    => head : optional, }
);

azure_openai_core::fit_object!(
    Arrow { "is" : String = constant("arrow"), "length" : f64 = required, "head" : String
    = optional, }
);

impl Arrow {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(length: f64) -> Self {
        Self {
            is: "arrow".into(),
            length,
            head: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::head`].
    #[must_use]
    pub fn with_head(mut self, head: impl Into<String>) -> Self {
        self.head = Some(head.into());
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

/// Mark.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mark {
    /// Always `mark`.
    pub is: Option<String>,
    /// Always `2`.
    pub level: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Mark, sent { "is" => is : optional, "level" => level : optional, }
);

azure_openai_core::fit_object!(
    Mark { "is" : String = only("mark"), "level" : i64 = only(2), }
);

impl Mark {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            is: None,
            level: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::is`].
    #[must_use]
    pub fn with_is(mut self, is: impl Into<String>) -> Self {
        self.is = Some(is.into());
        self
    }

    /// Sets [`Self::level`].
    #[must_use]
    pub fn with_level(mut self, level: i64) -> Self {
        self.level = Some(level);
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

impl Default for Mark {
    fn default() -> Self {
        Self::new()
    }
}
