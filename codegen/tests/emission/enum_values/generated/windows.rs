// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from enum_values/document.yaml: Values of enumerations 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Windows`: The operations `Windows_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Windows_*`.
#[derive(Clone, Debug)]
pub struct WindowsClient {
    pub(super) pipeline: Pipeline,
}

impl WindowsClient {
    /// Windows read.
    ///
    /// `Windows_Read`: `POST /windows`.
    ///
    /// # Arguments
    /// - `request`: the body
    /// - `options`: the optional parameters; `None` for none
    pub fn read(
        &self,
        request: &Window,
        options: impl Into<Option<WindowsReadOptions>>,
    ) -> RequestBuilder<Json<Window>> {
        fn encode(call: Request, request: &Window) -> Request {
            call.json(request)
        }
        let options = options.into().unwrap_or_default();
        let call = encode(
            Request::new(WINDOWS_READ).query("level", options.level.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Windows_Read`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WindowsReadOptions {
    /// Level.
    pub level: Option<WindowsReadLevel>,
}

impl WindowsReadOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::level`].
    #[must_use]
    pub fn with_level(mut self, level: impl Into<WindowsReadLevel>) -> Self {
        self.level = Some(level.into());
        self
    }
}

pub(super) const WINDOWS_READ: &Operation = &Operation::new(
    "Windows_Read",
    Method::POST,
    "/windows",
);

/// Window.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Window {
    /// Unit.
    pub unit: WindowUnit,
    /// Word.
    pub word: Option<WindowWord>,
    /// Level.
    pub level: Option<WindowLevel>,
    /// Ratio.
    pub ratio: Option<WindowRatio>,
    /// Mixed.
    pub mixed: Option<WindowMixed>,
    /// Switch.
    pub switch: Option<bool>,
    /// Always `3`.
    pub version: Option<i64>,
    /// Always `18446744073709551615`.
    pub mask: Option<u64>,
    /// Size.
    pub size: Option<WindowSize>,
    /// Grade.
    pub grade: Option<WindowGrade>,
    /// Rank.
    pub rank: Option<WindowRank>,
    /// Mode.
    pub mode: Option<WindowMode>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Window, response, sent { "unit" => unit : required, "word" => word : optional,
    "level" => level : optional, "ratio" => ratio : optional, "mixed" => mixed :
    optional, "switch" => switch : optional, "version" => version : optional, "mask" =>
    mask : optional, "size" => size : optional, "grade" => grade : optional, "rank" =>
    rank : optional, "mode" => mode : optional, }
);

impl Window {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(unit: impl Into<WindowUnit>) -> Self {
        Self {
            unit: unit.into(),
            word: None,
            level: None,
            ratio: None,
            mixed: None,
            switch: None,
            version: None,
            mask: None,
            size: None,
            grade: None,
            rank: None,
            mode: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::word`].
    #[must_use]
    pub fn with_word(mut self, word: impl Into<WindowWord>) -> Self {
        self.word = Some(word.into());
        self
    }

    /// Sets [`Self::level`].
    #[must_use]
    pub fn with_level(mut self, level: impl Into<WindowLevel>) -> Self {
        self.level = Some(level.into());
        self
    }

    /// Sets [`Self::ratio`].
    #[must_use]
    pub fn with_ratio(mut self, ratio: impl Into<WindowRatio>) -> Self {
        self.ratio = Some(ratio.into());
        self
    }

    /// Sets [`Self::mixed`].
    #[must_use]
    pub fn with_mixed(mut self, mixed: impl Into<WindowMixed>) -> Self {
        self.mixed = Some(mixed.into());
        self
    }

    /// Sets [`Self::switch`].
    #[must_use]
    pub fn with_switch(mut self, switch: bool) -> Self {
        self.switch = Some(switch);
        self
    }

    /// Sets [`Self::version`].
    #[must_use]
    pub fn with_version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets [`Self::mask`].
    #[must_use]
    pub fn with_mask(mut self, mask: u64) -> Self {
        self.mask = Some(mask);
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: impl Into<WindowSize>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets [`Self::grade`].
    #[must_use]
    pub fn with_grade(mut self, grade: impl Into<WindowGrade>) -> Self {
        self.grade = Some(grade.into());
        self
    }

    /// Sets [`Self::rank`].
    #[must_use]
    pub fn with_rank(mut self, rank: impl Into<WindowRank>) -> Self {
        self.rank = Some(rank.into());
        self
    }

    /// Sets [`Self::mode`].
    #[must_use]
    pub fn with_mode(mut self, mode: impl Into<WindowMode>) -> Self {
        self.mode = Some(mode.into());
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

/// Window unit.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowUnit {
    /// Serialized as `h`.
    H,
    /// Serialized as `H`.
    H2,
    /// Serialized as `d`.
    D,
    /// Serialized as `D`.
    D2,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    WindowUnit, exact { H = "h", H2 = "H", D = "d", D2 = "D", }
);

/// Window word.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowWord {
    /// Serialized as `Small`.
    Small,
    /// Serialized as `large`.
    Large,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(WindowWord, exact { Small = "Small", Large = "large", });

/// Window level.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowLevel {
    /// Serialized as `1`.
    Value1,
    /// Serialized as `2`.
    Value2,
    /// Serialized as `-3`.
    Minus3,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(WindowLevel { Value1 = 1, Value2 = 2, Minus3 = - 3, });

/// Window ratio.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowRatio {
    /// Serialized as `0.5`.
    Value05,
    /// Serialized as `1`.
    Value1,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(WindowRatio { Value05 = 0.5, Value1 = 1, });

/// Window mixed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowMixed {
    /// Serialized as `auto`.
    Auto,
    /// Serialized as `2`.
    Value2,
    /// Serialized as `true`.
    True,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(WindowMixed { Auto = "auto", Value2 = 2, True = true, });

/// Window size.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowSize {
    /// The smallest.
    ///
    /// Serialized as `1`.
    Small,
    /// Serialized as `2`.
    Large,
    /// Serialized as `4294967296`.
    Value4294967296,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(
    WindowSize { Small = 1, Large = 2, Value4294967296 = 4294967296_i64, }
);

/// Window grade.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowGrade {
    /// The best.
    ///
    /// Serialized as `a`.
    Alpha,
    /// The rest.
    ///
    /// Serialized as `b`.
    Beta,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(WindowGrade, exact { Alpha = "a", Beta = "b", });

/// Window rank.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowRank {
    /// Serialized as `0`.
    Zero,
    /// Serialized as `1`.
    One,
    /// Serialized as `2`.
    Value2,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(WindowRank { Zero = 0, One = 1, Value2 = 2, });

/// Window mode.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowMode {
    /// Quick.
    ///
    /// Serialized as `fast`.
    Fast,
    /// Thorough.
    ///
    /// Serialized as `slow`.
    Slow,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(WindowMode, exact { Fast = "fast", Slow = "slow", });

/// Windows read level.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindowsReadLevel {
    /// Serialized as `1`.
    Value1,
    /// Serialized as `2`.
    Value2,
    /// Serialized as `3`.
    Value3,
    /// A value that this version of the crate does not know, as received.
    Unknown(Value),
}

azure_openai_core::open_values!(
    WindowsReadLevel { Value1 = 1, Value2 = 2, Value3 = 3, }
);
