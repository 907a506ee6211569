// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from alternatives/document.yaml: Alternatives and refinements 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Entries`: The operations `Entries_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Entries_*`.
#[derive(Clone, Debug)]
pub struct EntriesClient {
    pub(super) pipeline: Pipeline,
}

impl EntriesClient {
    /// Entries add.
    ///
    /// `Entries_Add`: `POST /entries`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Entry) -> RequestBuilder<Json<LateJob>> {
        let call = Request::new(ENTRIES_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const ENTRIES_ADD: &Operation = &Operation::new(
    "Entries_Add",
    Method::POST,
    "/entries",
);

/// Entry.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// Title.
    pub title: String,
    /// Mail.
    pub mail: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Entry, sent { "title" => title : required, "mail" => mail : optional, "phone" =>
    phone : optional, }
);

impl Entry {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            mail: None,
            phone: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::mail`].
    #[must_use]
    pub fn with_mail(mut self, mail: impl Into<String>) -> Self {
        self.mail = Some(mail.into());
        self
    }

    /// Sets [`Self::phone`].
    #[must_use]
    pub fn with_phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
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

/// State.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum State {
    /// Serialized as `waiting`.
    Waiting,
    /// Serialized as `running`.
    Running,
    /// Serialized as `late`.
    Late,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    State, exact { Waiting = "waiting", Running = "running", Late = "late", }
);

/// Late job.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LateJob {
    /// Late here.
    pub state: Option<State>,
    /// At least 1.
    pub tries: i64,
    /// Whose it is.
    pub owner: Option<LateJobOwner>,
    /// Steps.
    pub steps: Vec<LateJobStep>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    LateJob, response { "state" => state : optional, "tries" => tries : required, "owner"
    => owner : optional, "steps" => steps : collection, }
);

impl LateJob {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            state: None,
            tries: Default::default(),
            owner: None,
            steps: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::state`].
    #[must_use]
    pub fn with_state(mut self, state: impl Into<State>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Sets [`Self::tries`].
    #[must_use]
    pub fn with_tries(mut self, tries: i64) -> Self {
        self.tries = tries;
        self
    }

    /// Sets [`Self::owner`].
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<LateJobOwner>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets [`Self::steps`].
    #[must_use]
    pub fn with_steps(
        mut self,
        steps: impl IntoIterator<Item = impl Into<LateJobStep>>,
    ) -> Self {
        self.steps = self
            .extra
            .set("steps", steps.into_iter().map(Into::into).collect());
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

impl Default for LateJob {
    fn default() -> Self {
        Self::new()
    }
}

/// Whose it is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LateJobOwner {
    /// Name.
    pub name: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    LateJobOwner { "name" => name : optional, "phone" => phone : optional, }
);

impl LateJobOwner {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            phone: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::phone`].
    #[must_use]
    pub fn with_phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
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

impl Default for LateJobOwner {
    fn default() -> Self {
        Self::new()
    }
}

/// Late job step.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LateJobStep {
    /// Name.
    pub name: Option<String>,
    /// Took.
    pub took: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    LateJobStep { "name" => name : optional, "took" => took : optional, }
);

impl LateJobStep {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            took: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::took`].
    #[must_use]
    pub fn with_took(mut self, took: i64) -> Self {
        self.took = Some(took);
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

impl Default for LateJobStep {
    fn default() -> Self {
        Self::new()
    }
}
