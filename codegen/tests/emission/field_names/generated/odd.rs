// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from field_names/document.yaml: Odd names of properties 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Odd`: The operations `Odd_*`.

use azure_openai_core::{
    Extra, Method, NoContent, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Odd_*`.
#[derive(Clone, Debug)]
pub struct OddClient {
    pub(super) pipeline: Pipeline,
}

impl OddClient {
    /// Odd send.
    ///
    /// `Odd_Send`: `POST /a`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn send(&self, request: &Odd) -> RequestBuilder<NoContent> {
        let call = Request::new(ODD_SEND).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const ODD_SEND: &Operation = &Operation::new("Odd_Send", Method::POST, "/a");

/// Odd.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Odd {
    /// Type.
    ///
    /// Serialized as `type`.
    pub type_: String,
    /// Self.
    ///
    /// Serialized as `self`.
    pub self_: String,
    /// Extra.
    ///
    /// Serialized as `extra`.
    pub extra2: Option<String>,
    /// New.
    pub new: Option<String>,
    /// Default.
    pub default: Option<String>,
    /// Größe.
    pub größe: Option<i64>,
    /// 名前.
    pub 名前: Option<String>,
    /// User id.
    ///
    /// Serialized as `user-id`.
    pub user_id: String,
    /// User id.
    ///
    /// Serialized as `user_id`.
    pub user_id2: Option<String>,
    /// User id.
    ///
    /// Serialized as `userId`.
    pub user_id3: Option<String>,
    /// Odata type.
    ///
    /// Serialized as `@odata.type`.
    pub odata_type: Option<String>,
    /// Top.
    ///
    /// Serialized as `$top`.
    pub top: Option<i64>,
    /// 1st.
    ///
    /// Serialized as `1st`.
    pub x1st: Option<String>,
    /// .
    ///
    /// Serialized as `  `.
    pub x: Option<String>,
    /// .
    ///
    /// Serialized as `*`.
    pub x2: Option<String>,
    /// Fn.
    ///
    /// Serialized as `fn`.
    pub fn_: Option<bool>,
    /// Crate.
    ///
    /// Serialized as `crate`.
    pub crate_: Option<String>,
    /// Self.
    ///
    /// Serialized as `Self`.
    pub self2: Option<String>,
    /// With type.
    pub with_type: Option<String>,
    /// Quote d.
    ///
    /// Serialized as `quote"d`.
    pub quote_d: Option<String>,
    /// A b.
    ///
    /// Serialized as `a\b`.
    pub a_b: Option<String>,
    /// It s.
    ///
    /// Serialized as `it's`.
    pub its: Option<String>,
    /// Its.
    ///
    /// Serialized as `its`.
    pub its2: Option<String>,
    /// Serializer.
    pub serializer: Option<String>,
    /// Value.
    pub value: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Odd, sent { "type" => type_ : required, "self" => self_ : required, "extra" => extra2
    : optional, "new" => new : optional, "default" => default : optional, "größe" =>
    größe : optional, "名前" => 名前 : optional, "user-id" => user_id : required,
    "user_id" => user_id2 : optional, "userId" => user_id3 : optional, "@odata.type" =>
    odata_type : optional, "$top" => top : optional, "1st" => x1st : optional, "" => x :
    optional, "*" => x2 : optional, "fn" => fn_ : optional, "crate" => crate_ : optional,
    "Self" => self2 : optional, "with_type" => with_type : optional, "quote\"d" =>
    quote_d : optional, "a\\b" => a_b : optional, "it's" => its : optional, "its" => its2
    : optional, "serializer" => serializer : optional, "value" => value : optional, }
);

impl Odd {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        type_: impl Into<String>,
        self_: impl Into<String>,
        user_id: impl Into<String>,
    ) -> Self {
        Self {
            type_: type_.into(),
            self_: self_.into(),
            extra2: None,
            new: None,
            default: None,
            größe: None,
            名前: None,
            user_id: user_id.into(),
            user_id2: None,
            user_id3: None,
            odata_type: None,
            top: None,
            x1st: None,
            x: None,
            x2: None,
            fn_: None,
            crate_: None,
            self2: None,
            with_type: None,
            quote_d: None,
            a_b: None,
            its: None,
            its2: None,
            serializer: None,
            value: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::extra2`].
    #[must_use]
    pub fn with_extra2(mut self, extra2: impl Into<String>) -> Self {
        self.extra2 = Some(extra2.into());
        self
    }

    /// Sets [`Self::new`].
    #[must_use]
    pub fn with_new(mut self, new: impl Into<String>) -> Self {
        self.new = Some(new.into());
        self
    }

    /// Sets [`Self::default`].
    #[must_use]
    pub fn with_default(mut self, default: impl Into<String>) -> Self {
        self.default = Some(default.into());
        self
    }

    /// Sets [`Self::größe`].
    #[must_use]
    pub fn with_größe(mut self, größe: i64) -> Self {
        self.größe = Some(größe);
        self
    }

    /// Sets [`Self::名前`].
    #[must_use]
    pub fn with_名前(mut self, 名前: impl Into<String>) -> Self {
        self.名前 = Some(名前.into());
        self
    }

    /// Sets [`Self::user_id2`].
    #[must_use]
    pub fn with_user_id2(mut self, user_id2: impl Into<String>) -> Self {
        self.user_id2 = Some(user_id2.into());
        self
    }

    /// Sets [`Self::user_id3`].
    #[must_use]
    pub fn with_user_id3(mut self, user_id3: impl Into<String>) -> Self {
        self.user_id3 = Some(user_id3.into());
        self
    }

    /// Sets [`Self::odata_type`].
    #[must_use]
    pub fn with_odata_type(mut self, odata_type: impl Into<String>) -> Self {
        self.odata_type = Some(odata_type.into());
        self
    }

    /// Sets [`Self::top`].
    #[must_use]
    pub fn with_top(mut self, top: i64) -> Self {
        self.top = Some(top);
        self
    }

    /// Sets [`Self::x1st`].
    #[must_use]
    pub fn with_x1st(mut self, x1st: impl Into<String>) -> Self {
        self.x1st = Some(x1st.into());
        self
    }

    /// Sets [`Self::x`].
    #[must_use]
    pub fn with_x(mut self, x: impl Into<String>) -> Self {
        self.x = Some(x.into());
        self
    }

    /// Sets [`Self::x2`].
    #[must_use]
    pub fn with_x2(mut self, x2: impl Into<String>) -> Self {
        self.x2 = Some(x2.into());
        self
    }

    /// Sets [`Self::fn_`].
    #[must_use]
    pub fn with_fn(mut self, fn_: bool) -> Self {
        self.fn_ = Some(fn_);
        self
    }

    /// Sets [`Self::crate_`].
    #[must_use]
    pub fn with_crate(mut self, crate_: impl Into<String>) -> Self {
        self.crate_ = Some(crate_.into());
        self
    }

    /// Sets [`Self::self2`].
    #[must_use]
    pub fn with_self2(mut self, self2: impl Into<String>) -> Self {
        self.self2 = Some(self2.into());
        self
    }

    /// Sets [`Self::with_type`].
    #[must_use]
    pub fn with_with_type(mut self, with_type: impl Into<String>) -> Self {
        self.with_type = Some(with_type.into());
        self
    }

    /// Sets [`Self::quote_d`].
    #[must_use]
    pub fn with_quote_d(mut self, quote_d: impl Into<String>) -> Self {
        self.quote_d = Some(quote_d.into());
        self
    }

    /// Sets [`Self::a_b`].
    #[must_use]
    pub fn with_a_b(mut self, a_b: impl Into<String>) -> Self {
        self.a_b = Some(a_b.into());
        self
    }

    /// Sets [`Self::its`].
    #[must_use]
    pub fn with_its(mut self, its: impl Into<String>) -> Self {
        self.its = Some(its.into());
        self
    }

    /// Sets [`Self::its2`].
    #[must_use]
    pub fn with_its2(mut self, its2: impl Into<String>) -> Self {
        self.its2 = Some(its2.into());
        self
    }

    /// Sets [`Self::serializer`].
    #[must_use]
    pub fn with_serializer(mut self, serializer: impl Into<String>) -> Self {
        self.serializer = Some(serializer.into());
        self
    }

    /// Sets [`Self::value`].
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
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
