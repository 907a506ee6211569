// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_objects/document.yaml: Objects of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Rules`: The operations `Rules_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Rules_*`.
#[derive(Clone, Debug)]
pub struct RulesClient {
    pub(super) pipeline: Pipeline,
}

impl RulesClient {
    /// Rules set.
    ///
    /// `Rules_Set`: `PUT /rules`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn set(&self, request: &Rule) -> RequestBuilder<Json<Rule>> {
        let call = Request::new(RULES_SET).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const RULES_SET: &Operation = &Operation::new(
    "Rules_Set",
    Method::PUT,
    "/rules",
);

/// Rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// Stop.
    pub stop: Option<RuleStop>,
    /// Name.
    pub name: String,
    /// Scope.
    pub scope: Option<RuleScope>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Rule, response, sent { "stop" => stop : optional, "name" => name : required, "scope"
    => scope : optional, }
);

impl Rule {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            stop: None,
            name: name.into(),
            scope: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::stop`].
    #[must_use]
    pub fn with_stop(mut self, stop: impl Into<RuleStop>) -> Self {
        self.stop = Some(stop.into());
        self
    }

    /// Sets [`Self::scope`].
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<RuleScope>) -> Self {
        self.scope = Some(scope.into());
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

/// Rule stop.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RuleStop {
    /// String.
    String(String),
    /// At most 4 items.
    StringList(Vec<String>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    RuleStop { String(String), StringList(Vec < String >), }
);

impl From<String> for RuleStop {
    fn from(value: String) -> Self {
        Self::String(value)
    }
}

impl From<&str> for RuleStop {
    fn from(value: &str) -> Self {
        Self::String(value.to_owned())
    }
}

impl From<Vec<String>> for RuleStop {
    fn from(value: Vec<String>) -> Self {
        Self::StringList(value)
    }
}

impl From<Vec<&str>> for RuleStop {
    fn from(value: Vec<&str>) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

impl<const N: usize> From<[&str; N]> for RuleStop {
    fn from(value: [&str; N]) -> Self {
        Self::StringList(value.into_iter().map(str::to_owned).collect())
    }
}

/// Rule scope room days.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuleScopeRoomDays {
    /// Room.
    pub room: String,
    /// Days.
    pub days: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    RuleScopeRoomDays, sent { "room" => room : required, "days" => days : required, }
);

azure_openai_core::fit_object!(
    RuleScopeRoomDays { "room" : String = required, "days" : i64 = required, }
);

impl RuleScopeRoomDays {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(room: impl Into<String>, days: i64) -> Self {
        Self {
            room: room.into(),
            days,
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

/// Rule scope floor days.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuleScopeFloorDays {
    /// Floor.
    pub floor: i64,
    /// Days.
    pub days: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    RuleScopeFloorDays, sent { "floor" => floor : required, "days" => days : required, }
);

azure_openai_core::fit_object!(
    RuleScopeFloorDays { "floor" : i64 = required, "days" : i64 = required, }
);

impl RuleScopeFloorDays {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(floor: i64, days: i64) -> Self {
        Self {
            floor,
            days,
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

/// Rule scope room hours.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuleScopeRoomHours {
    /// Room.
    pub room: String,
    /// Hours.
    pub hours: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    RuleScopeRoomHours, sent { "room" => room : required, "hours" => hours : required, }
);

azure_openai_core::fit_object!(
    RuleScopeRoomHours { "room" : String = required, "hours" : i64 = required, }
);

impl RuleScopeRoomHours {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(room: impl Into<String>, hours: i64) -> Self {
        Self {
            room: room.into(),
            hours,
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

/// Rule scope floor hours.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuleScopeFloorHours {
    /// Floor.
    pub floor: i64,
    /// Hours.
    pub hours: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    RuleScopeFloorHours, sent { "floor" => floor : required, "hours" => hours : required,
    }
);

azure_openai_core::fit_object!(
    RuleScopeFloorHours { "floor" : i64 = required, "hours" : i64 = required, }
);

impl RuleScopeFloorHours {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(floor: i64, hours: i64) -> Self {
        Self {
            floor,
            hours,
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

/// Rule scope.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum RuleScope {
    /// Room days.
    RoomDays(RuleScopeRoomDays),
    /// Floor days.
    FloorDays(RuleScopeFloorDays),
    /// Room hours.
    RoomHours(RuleScopeRoomHours),
    /// Floor hours.
    FloorHours(RuleScopeFloorHours),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    RuleScope { RoomDays(RuleScopeRoomDays), FloorDays(RuleScopeFloorDays),
    RoomHours(RuleScopeRoomHours), FloorHours(RuleScopeFloorHours), }
);

impl From<RuleScopeRoomDays> for RuleScope {
    fn from(value: RuleScopeRoomDays) -> Self {
        Self::RoomDays(value)
    }
}

impl From<RuleScopeFloorDays> for RuleScope {
    fn from(value: RuleScopeFloorDays) -> Self {
        Self::FloorDays(value)
    }
}

impl From<RuleScopeRoomHours> for RuleScope {
    fn from(value: RuleScopeRoomHours) -> Self {
        Self::RoomHours(value)
    }
}

impl From<RuleScopeFloorHours> for RuleScope {
    fn from(value: RuleScopeFloorHours) -> Self {
        Self::FloorHours(value)
    }
}
