// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from type_names/document.yaml: Schemas named like types of Rust 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Client`: The operations `Client_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use serde::{Deserialize, Serialize};

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
    ) -> RequestBuilder<Json<VecModel>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(CLIENT_CALL)
            .query("limit", options.limit.as_ref())
            .json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// What is optional about the call; nothing is sent of what is not set.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ClientCallOptions {
    /// Limit.
    pub limit: Option<i64>,
}

impl ClientCallOptions {
    /// Nothing set.
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OptionModel {
    /// String.
    #[serde(
        default = "azure_openai_core::decode::absent",
        deserialize_with = "azure_openai_core::decode::or_absent",
        skip_serializing_if = "azure_openai_core::decode::is_absent"
    )]
    pub string: StringModel,
    /// Vec.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub vec: Vec<VecModel>,
    /// Text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Self.
    ///
    /// On the wire: `self`.
    #[serde(rename = "self", default, skip_serializing_if = "Option::is_none")]
    pub self_: Option<Box<OptionModel>>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl OptionModel {
    /// What is required, nothing else set.
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
        self.vec = vec.into_iter().map(Into::into).collect();
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

/// Vec model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct VecModel {
    /// Box.
    ///
    /// On the wire: `box`.
    #[serde(rename = "box", default, skip_serializing_if = "Option::is_none")]
    pub box_: Option<BoxModel>,
    /// Texts.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub texts: Vec<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl VecModel {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
        self.texts = texts.into_iter().map(Into::into).collect();
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

/// String model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StringModel {
    /// A.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub a: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl StringModel {
    /// What is required, nothing else set.
    #[must_use]
    pub fn new(a: impl Into<String>) -> Self {
        Self {
            a: a.into(),
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

impl azure_openai_core::decode::Absent for StringModel {
    fn absent() -> Self {
        Self {
            a: Default::default(),
            extra: Extra::default(),
        }
    }
}

/// Result model.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ResultModel {
    /// On the wire: `ok`.
    Ok,
    /// On the wire: `err`.
    Err2,
    /// On the wire: `none`.
    None,
    /// On the wire: `some`.
    Some,
    /// On the wire: `default`.
    Default,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    ResultModel { Ok = "ok", Err2 = "err", None = "none", Some = "some", Default =
    "default", }
);

/// Box model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxModel {
    /// Result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultModel>,
    /// Default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<DefaultModel>,
    /// Value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<ValueModel>,
    /// Extra.
    ///
    /// On the wire: `extra`.
    #[serde(rename = "extra", default, skip_serializing_if = "Option::is_none")]
    pub extra2: Option<ExtraModel>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl BoxModel {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

/// Default model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DefaultModel {
    /// Always `default`.
    ///
    /// On the wire: `type`.
    #[serde(
        rename = "type",
        default = "DefaultModel::constant_type",
        deserialize_with = "DefaultModel::decode_type"
    )]
    pub type_: String,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DefaultModel {
    fn constant_type() -> String {
        "default".to_owned()
    }

    fn decode_type<'de, D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        Ok(Option::deserialize(deserializer)?.unwrap_or_else(Self::constant_type))
    }
}

impl DefaultModel {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            type_: Self::constant_type(),
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

impl Default for DefaultModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Value model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum ValueModel {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ExtraModel {
    /// Free.
    #[serde(
        default,
        deserialize_with = "azure_openai_core::decode::map_without_nulls",
        skip_serializing_if = "serde_json::Map::is_empty"
    )]
    pub free: serde_json::Map<String, Value>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ExtraModel {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::free`].
    #[must_use]
    pub fn with_free(
        mut self,
        free: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>,
    ) -> Self {
        self.free = free
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
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
