// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from type_names/document.yaml: Schemas named like types of Rust 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Client`: The operations `Client_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Client_*`.
#[derive(Clone, Debug)]
pub struct ClientClient {
    pub(super) pipeline: Pipeline,
}

impl ClientClient {
    /// Client call.
    ///
    /// `Client_Call`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    /// - `options`: the optional parameters; `None` for none
    pub fn call(
        &self,
        request: &OptionModel,
        options: impl Into<Option<ClientCallOptions>>,
    ) -> RequestBuilder<JsonOrDefault<VecModel>> {
        fn encode(call: Request, request: &OptionModel) -> Request {
            call.json(request)
        }
        let options = options.into().unwrap_or_default();
        let call = encode(
            Request::new(CLIENT_CALL).query("limit", options.limit.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Client_Call`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ClientCallOptions {
    /// Limit.
    pub limit: Option<i64>,
}

impl ClientCallOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::limit`].
    #[must_use]
    pub fn with_limit(mut self, limit: i64) -> Self {
        self.limit = Some(limit);
        self
    }
}

pub(super) const CLIENT_CALL: &Operation = &Operation::new(
    "Client_Call",
    Method::POST,
    "/a",
);

/// Option model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OptionModel {
    /// String.
    pub string: StringModel,
    /// Vec.
    pub vec: Vec<VecModel>,
    /// Text.
    pub text: Option<String>,
    /// Self.
    ///
    /// Serialized as `self`.
    pub self_: Option<Box<OptionModel>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    OptionModel, sent { "string" => string : required, "vec" => vec : collection, "text"
    => text : optional, "self" => self_ : optional, }
);

impl OptionModel {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(string: impl Into<StringModel>) -> Self {
        Self {
            string: string.into(),
            vec: Default::default(),
            text: None,
            self_: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::vec`].
    #[must_use]
    pub fn with_vec(
        mut self,
        vec: impl IntoIterator<Item = impl Into<VecModel>>,
    ) -> Self {
        self.vec = self.extra.set("vec", vec.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }

    /// Sets [`Self::self_`].
    #[must_use]
    pub fn with_self(mut self, self_: impl Into<OptionModel>) -> Self {
        self.self_ = Some(Box::new(self_.into()));
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

/// Vec model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VecModel {
    /// Box.
    ///
    /// Serialized as `box`.
    pub box_: Option<BoxModel>,
    /// Texts.
    pub texts: Vec<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    VecModel, response, sent { "box" => box_ : optional, "texts" => texts : collection, }
);

impl VecModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            box_: None,
            texts: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::box_`].
    #[must_use]
    pub fn with_box(mut self, box_: impl Into<BoxModel>) -> Self {
        self.box_ = Some(box_.into());
        self
    }

    /// Sets [`Self::texts`].
    #[must_use]
    pub fn with_texts(
        mut self,
        texts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.texts = self
            .extra
            .set("texts", texts.into_iter().map(Into::into).collect());
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

impl Default for VecModel {
    fn default() -> Self {
        Self::new()
    }
}

/// String model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StringModel {
    /// A.
    pub a: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(StringModel, sent { "a" => a : required, });

impl StringModel {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(a: impl Into<String>) -> Self {
        Self {
            a: a.into(),
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

/// Result model.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ResultModel {
    /// Serialized as `ok`.
    Ok,
    /// Serialized as `err`.
    Err2,
    /// Serialized as `none`.
    None,
    /// Serialized as `some`.
    Some,
    /// Serialized as `default`.
    Default,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ResultModel, exact { Ok = "ok", Err2 = "err", None = "none", Some = "some", Default =
    "default", }
);

/// Box model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxModel {
    /// Result.
    pub result: Option<ResultModel>,
    /// Default.
    pub default: Option<DefaultModel>,
    /// Value.
    pub value: Option<ValueModel>,
    /// Extra.
    ///
    /// Serialized as `extra`.
    pub extra2: Option<ExtraModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    BoxModel, sent { "result" => result : optional, "default" => default : optional,
    "value" => value : optional, "extra" => extra2 : optional, }
);

impl BoxModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            result: None,
            default: None,
            value: None,
            extra2: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::result`].
    #[must_use]
    pub fn with_result(mut self, result: impl Into<ResultModel>) -> Self {
        self.result = Some(result.into());
        self
    }

    /// Sets [`Self::default`].
    #[must_use]
    pub fn with_default(mut self, default: impl Into<DefaultModel>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// Sets [`Self::value`].
    #[must_use]
    pub fn with_value(mut self, value: impl Into<ValueModel>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Sets [`Self::extra2`].
    #[must_use]
    pub fn with_extra2(mut self, extra2: impl Into<ExtraModel>) -> Self {
        self.extra2 = Some(extra2.into());
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

impl Default for BoxModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Default model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DefaultModel {
    /// Always `default`.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    DefaultModel, sent { "type" => type_ : constant("default"), }
);

impl DefaultModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: "default".into(),
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

impl Default for DefaultModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Value model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ValueModel {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(ValueModel { String(String), Integer(i64), });

impl From<String> for ValueModel {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for ValueModel {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<i64> for ValueModel {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

/// Extra model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExtraModel {
    /// Free.
    pub free: serde_json::Map<String, Value>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(ExtraModel, sent { "free" => free : collection, });

impl ExtraModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            free: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::free`].
    #[must_use]
    pub fn with_free(
        mut self,
        free: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.free = self
            .extra
            .set(
                "free",
                free.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
            );
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

impl Default for ExtraModel {
    fn default() -> Self {
        Self::new()
    }
}
