// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from type_names/document.yaml: Schemas named like types of Rust 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Vec`: The operations `Vec_*`.

use azure_openai_core::{
    Extra, JsonOrDefault, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations `Vec_*`.
#[derive(Clone, Debug)]
pub struct VecClient {
    pub(super) pipeline: Pipeline,
}

impl VecClient {
    /// Vec list.
    ///
    /// `Vec_List`: `GET /b`.
    pub fn list(&self) -> RequestBuilder<JsonOrDefault<ClientModel>> {
        let call = Request::new(VEC_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const VEC_LIST: &Operation = &Operation::new("Vec_List", Method::GET, "/b");

/// Client model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClientModel {
    /// Call.
    pub call: Option<Call>,
    /// Self.
    ///
    /// Serialized as `self`.
    pub self_: Option<Self_>,
    /// Json.
    pub json: Option<JsonModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    ClientModel, response { "call" => call : optional, "self" => self_ : optional, "json"
    => json : optional, }
);

impl ClientModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            call: None,
            self_: None,
            json: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::call`].
    #[must_use]
    pub fn with_call(mut self, call: impl Into<Call>) -> Self {
        self.call = Some(call.into());
        self
    }

    /// Sets [`Self::self_`].
    #[must_use]
    pub fn with_self(mut self, self_: impl Into<Self_>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets [`Self::json`].
    #[must_use]
    pub fn with_json(mut self, json: impl Into<JsonModel>) -> Self {
        self.json = Some(json.into());
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

impl Default for ClientModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Call.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Call {
    /// Map.
    pub map: BTreeMap<String, String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Call { "map" => map : collection, });

impl Call {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            map: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::map`].
    #[must_use]
    pub fn with_map(
        mut self,
        map: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Self {
        self.map = self
            .extra
            .set(
                "map",
                map.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
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

impl Default for Call {
    fn default() -> Self {
        Self::new()
    }
}

/// Json model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JsonModel {
    /// Request.
    pub request: Option<RequestModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(JsonModel { "request" => request : optional, });

impl JsonModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            request: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::request`].
    #[must_use]
    pub fn with_request(mut self, request: impl Into<RequestModel>) -> Self {
        self.request = Some(request.into());
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

impl Default for JsonModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Request model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RequestModel {
    /// Into.
    pub into: Option<IntoModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(RequestModel { "into" => into : optional, });

impl RequestModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            into: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::into`].
    #[must_use]
    pub fn with_into(mut self, into: impl Into<IntoModel>) -> Self {
        self.into = Some(into.into());
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

impl Default for RequestModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Into model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IntoModel {
    /// Ok.
    pub ok: Option<OkModel>,
    /// Serialize.
    pub serialize: Option<SerializeModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    IntoModel { "ok" => ok : optional, "serialize" => serialize : optional, }
);

impl IntoModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            ok: None,
            serialize: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::ok`].
    #[must_use]
    pub fn with_ok(mut self, ok: impl Into<OkModel>) -> Self {
        self.ok = Some(ok.into());
        self
    }

    /// Sets [`Self::serialize`].
    #[must_use]
    pub fn with_serialize(mut self, serialize: impl Into<SerializeModel>) -> Self {
        self.serialize = Some(serialize.into());
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

impl Default for IntoModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Ok model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OkModel {
    /// Some.
    pub some: Option<SomeModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(OkModel { "some" => some : optional, });

impl OkModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            some: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::some`].
    #[must_use]
    pub fn with_some(mut self, some: impl Into<SomeModel>) -> Self {
        self.some = Some(some.into());
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

impl Default for OkModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Some model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SomeModel {
    /// A.
    pub a: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(SomeModel { "a" => a : optional, });

impl SomeModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            a: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::a`].
    #[must_use]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
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

impl Default for SomeModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Serialize model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SerializeModel {
    /// Clone.
    pub clone: Option<CloneModel>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(SerializeModel { "clone" => clone : optional, });

impl SerializeModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            clone: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::clone`].
    #[must_use]
    pub fn with_clone(mut self, clone: impl Into<CloneModel>) -> Self {
        self.clone = Some(clone.into());
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

impl Default for SerializeModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Clone model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CloneModel {
    /// A.
    pub a: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(CloneModel { "a" => a : optional, });

impl CloneModel {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            a: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::a`].
    #[must_use]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
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

impl Default for CloneModel {
    fn default() -> Self {
        Self::new()
    }
}

/// Self.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Self_ {
    /// A.
    pub a: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Self_ { "a" => a : optional, });

impl Self_ {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            a: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::a`].
    #[must_use]
    pub fn with_a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
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

impl Default for Self_ {
    fn default() -> Self {
        Self::new()
    }
}
