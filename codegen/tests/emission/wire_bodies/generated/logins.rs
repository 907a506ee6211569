// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_bodies/document.yaml: Bodies of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Logins`: The operations `Logins_*`.

use azure_openai_core::{
    Extra, Form, Method, NoContent, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Logins_*`.
#[derive(Clone, Debug)]
pub struct LoginsClient {
    pub(super) pipeline: Pipeline,
}

impl LoginsClient {
    /// Logins make.
    ///
    /// `Logins_Make`: `POST /login`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn make(&self, form: LoginsMakeForm) -> RequestBuilder<NoContent> {
        let call = Request::new(LOGINS_MAKE).urlencoded(&form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Logins search.
    ///
    /// `Logins_Search`: `POST /searches`.
    ///
    /// # Arguments
    /// - `form`: the form
    pub fn search(
        &self,
        form: impl Into<Option<LoginsSearchForm>>,
    ) -> RequestBuilder<NoContent> {
        let call = Request::new(LOGINS_SEARCH)
            .opt_urlencoded(form.into().map(LoginsSearchForm::into_form).as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const LOGINS_MAKE: &Operation = &Operation::new(
    "Logins_Make",
    Method::POST,
    "/login",
);

pub(super) const LOGINS_SEARCH: &Operation = &Operation::new(
    "Logins_Search",
    Method::POST,
    "/searches",
);

/// Logins make form.
#[derive(Debug)]
#[non_exhaustive]
pub struct LoginsMakeForm {
    /// User name.
    ///
    /// Serialized as `user name`.
    pub user_name: String,
    /// Scopes.
    pub scopes: Vec<String>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl LoginsMakeForm {
    pub(crate) fn into_form(self) -> Form {
        Form::new()
            .text("user name", &self.user_name)
            .text("scopes", &self.scopes)
            .extra(self.extra)
    }
}

impl LoginsMakeForm {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(user_name: impl Into<String>) -> Self {
        Self {
            user_name: user_name.into(),
            scopes: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::scopes`].
    #[must_use]
    pub fn with_scopes(
        mut self,
        scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
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

/// Logins search form.
#[derive(Debug)]
#[non_exhaustive]
pub struct LoginsSearchForm {
    /// Words.
    pub words: Option<String>,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl LoginsSearchForm {
    pub(crate) fn into_form(self) -> Form {
        Form::new().opt_text("words", self.words.as_ref()).extra(self.extra)
    }
}

impl LoginsSearchForm {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            words: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::words`].
    #[must_use]
    pub fn with_words(mut self, words: impl Into<String>) -> Self {
        self.words = Some(words.into());
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

impl Default for LoginsSearchForm {
    fn default() -> Self {
        Self::new()
    }
}
