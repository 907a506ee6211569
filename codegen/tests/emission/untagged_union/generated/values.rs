// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from untagged_union/document.yaml: Untagged unions 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Values`: The operations `Values_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Values_*`.
#[derive(Clone, Debug)]
pub struct ValuesClient {
    pub(super) pipeline: Pipeline,
}

impl ValuesClient {
    /// Values send.
    ///
    /// `Values_Send`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn send(&self, request: &Input) -> RequestBuilder<Json<Output>> {
        let call = Request::new(VALUES_SEND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const VALUES_SEND: &Operation = &Operation::new(
    "Values_Send",
    Method::POST,
    "/a",
);

/// Input.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Input {
    /// One or several.
    pub prompt: InputPrompt,
    /// Count.
    pub count: Option<InputCount>,
    /// Choice.
    pub choice: Option<InputChoice>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Input, sent { "prompt" => prompt : required, "count" => count : optional, "choice" =>
    choice : optional, }
);

impl Input {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(prompt: impl Into<InputPrompt>) -> Self {
        Self {
            prompt: prompt.into(),
            count: None,
            choice: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::count`].
    #[must_use]
    pub fn with_count(mut self, count: impl Into<InputCount>) -> Self {
        self.count = Some(count.into());
        self
    }

    /// Sets [`Self::choice`].
    #[must_use]
    pub fn with_choice(mut self, choice: impl Into<InputChoice>) -> Self {
        self.choice = Some(choice.into());
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

/// Named.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Named {
    /// Name.
    pub name: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Named, sent { "name" => name : required, });

azure_openai_core::fit_object!(Named { "name" : String = required, });

impl Named {
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

/// Output.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Output {
    /// Named.
    Named(Named),
    /// Numbered.
    Numbered(OutputNumbered),
    /// Number.
    Number(f64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    Output { Named(Named), Numbered(OutputNumbered), Number(f64), }
);

impl From<Named> for Output {
    fn from(value: Named) -> Self {
        Self::Named(value)
    }
}

impl From<OutputNumbered> for Output {
    fn from(value: OutputNumbered) -> Self {
        Self::Numbered(value)
    }
}

impl From<f64> for Output {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}

/// Output numbered.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OutputNumbered {
    /// Number.
    pub number: i64,
    /// Name.
    pub name: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    OutputNumbered { "number" => number : required, "name" => name : required, }
);

azure_openai_core::fit_object!(
    OutputNumbered { "number" : i64 = required, "name" : String = required, }
);

impl OutputNumbered {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            number: Default::default(),
            name: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::number`].
    #[must_use]
    pub fn with_number(mut self, number: i64) -> Self {
        self.number = number;
        self
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
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

impl Default for OutputNumbered {
    fn default() -> Self {
        Self::new()
    }
}

/// One or several.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputPrompt {
    /// One.
    String(String),
    /// String list.
    StringList(Vec<String>),
    /// Integer list.
    IntegerList(Vec<i64>),
    /// Token lists.
    TokenLists(Vec<Vec<i64>>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    InputPrompt { String(String), StringList(Vec < String >), IntegerList(Vec < i64 >),
    TokenLists(Vec < Vec < i64 > >), }
);

impl From<String> for InputPrompt {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for InputPrompt {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for InputPrompt {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<&str>> for InputPrompt {
    fn from(value: Vec<&str>) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl<const N: usize> From<[&str; N]> for InputPrompt {
    fn from(value: [&str; N]) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl From<Vec<i64>> for InputPrompt {
    fn from(value: Vec<i64>) -> Self {
        Self::IntegerList(value)
    }
}

impl<const N: usize> From<[i64; N]> for InputPrompt {
    fn from(value: [i64; N]) -> Self {
        Self::IntegerList(value.into())
    }
}

impl From<Vec<Vec<i64>>> for InputPrompt {
    fn from(value: Vec<Vec<i64>>) -> Self {
        Self::TokenLists(value)
    }
}

impl<const N: usize> From<[Vec<i64>; N]> for InputPrompt {
    fn from(value: [Vec<i64>; N]) -> Self {
        Self::TokenLists(value.into())
    }
}

/// Input count word.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InputCountWord {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `none`.
    None,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(InputCountWord, exact { Auto = "auto", None = "none", });

/// Input count.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputCount {
    /// Integer.
    Integer(i64),
    /// Word.
    Word(InputCountWord),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(InputCount { Integer(i64), Word(InputCountWord), });

impl From<i64> for InputCount {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<InputCountWord> for InputCount {
    fn from(value: InputCountWord) -> Self {
        Self::Word(value)
    }
}

impl From<&str> for InputCount {
    fn from(value: &str) -> Self {
        Self::Word(value.into())
    }
}

/// Input choice word.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum InputChoiceWord {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `none`.
    None,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(InputChoiceWord, exact { Auto = "auto", None = "none", });

/// Input choice.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum InputChoice {
    /// Word.
    Word(InputChoiceWord),
    /// Named.
    Named(Named),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(InputChoice { Word(InputChoiceWord), Named(Named), });

impl From<InputChoiceWord> for InputChoice {
    fn from(value: InputChoiceWord) -> Self {
        Self::Word(value)
    }
}

impl From<&str> for InputChoice {
    fn from(value: &str) -> Self {
        Self::Word(value.into())
    }
}

impl From<Named> for InputChoice {
    fn from(value: Named) -> Self {
        Self::Named(value)
    }
}
