// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from parents/document.yaml: Parents that list their children 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Vehicles`: The operations `Vehicles_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};

/// The operations `Vehicles_*`.
#[derive(Clone, Debug)]
pub struct VehiclesClient {
    pub(super) pipeline: Pipeline,
}

impl VehiclesClient {
    /// Vehicles add.
    ///
    /// `Vehicles_Add`: `POST /vehicles`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn add(&self, request: &Vehicle) -> RequestBuilder<Json<Engine>> {
        let call = Request::new(VEHICLES_ADD).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const VEHICLES_ADD: &Operation = &Operation::new(
    "Vehicles_Add",
    Method::POST,
    "/vehicles",
);

/// Vehicle.
///
/// Distinguished by `wheelKind`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Vehicle {
    /// `wheelKind` is `car`.
    Car(Car),
    /// `wheelKind` is `bike`.
    Bike(Bike),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    Vehicle, "wheelKind" { Car(Car) = "car", Bike(Bike) = "bike", }
);

/// Car.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Car {
    /// Plate.
    pub plate: String,
    /// Doors.
    pub doors: Option<i64>,
    /// Wheel kind.
    ///
    /// Always `car`.
    ///
    /// Serialized as `wheelKind`.
    pub wheel_kind: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Car, sent { "plate" => plate : required, "doors" => doors : optional, "wheelKind" =>
    wheel_kind : constant("car"), }
);

impl Car {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(plate: impl Into<String>) -> Self {
        Self {
            plate: plate.into(),
            doors: None,
            wheel_kind: "car".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::doors`].
    #[must_use]
    pub fn with_doors(mut self, doors: i64) -> Self {
        self.doors = Some(doors);
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

/// Bike.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bike {
    /// Plate.
    pub plate: String,
    /// Bell.
    pub bell: Option<bool>,
    /// Wheel kind.
    ///
    /// Always `bike`.
    ///
    /// Serialized as `wheelKind`.
    pub wheel_kind: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Bike, sent { "plate" => plate : required, "bell" => bell : optional, "wheelKind" =>
    wheel_kind : constant("bike"), }
);

impl Bike {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(plate: impl Into<String>) -> Self {
        Self {
            plate: plate.into(),
            bell: None,
            wheel_kind: "bike".into(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::bell`].
    #[must_use]
    pub fn with_bell(mut self, bell: bool) -> Self {
        self.bell = Some(bell);
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

/// Engine.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum Engine {
    /// Petrol.
    Petrol(Petrol),
    /// Battery.
    Battery(Battery),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(Engine { Petrol(Petrol), Battery(Battery), });

impl From<Petrol> for Engine {
    fn from(value: Petrol) -> Self {
        Self::Petrol(value)
    }
}

impl From<Battery> for Engine {
    fn from(value: Battery) -> Self {
        Self::Battery(value)
    }
}

/// Petrol.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Petrol {
    /// Power.
    pub power: i64,
    /// Tank.
    pub tank: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Petrol { "power" => power : required, "tank" => tank : required, }
);

azure_openai_core::fit_object!(
    Petrol { "power" : i64 = required, "tank" : i64 = required, }
);

impl Petrol {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            power: Default::default(),
            tank: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::power`].
    #[must_use]
    pub fn with_power(mut self, power: i64) -> Self {
        self.power = power;
        self
    }

    /// Sets [`Self::tank`].
    #[must_use]
    pub fn with_tank(mut self, tank: i64) -> Self {
        self.tank = tank;
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

impl Default for Petrol {
    fn default() -> Self {
        Self::new()
    }
}

/// Battery.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Battery {
    /// Power.
    pub power: i64,
    /// Cells.
    pub cells: i64,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Battery { "power" => power : required, "cells" => cells : required, }
);

azure_openai_core::fit_object!(
    Battery { "power" : i64 = required, "cells" : i64 = required, }
);

impl Battery {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            power: Default::default(),
            cells: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::power`].
    #[must_use]
    pub fn with_power(mut self, power: i64) -> Self {
        self.power = power;
        self
    }

    /// Sets [`Self::cells`].
    #[must_use]
    pub fn with_cells(mut self, cells: i64) -> Self {
        self.cells = cells;
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

impl Default for Battery {
    fn default() -> Self {
        Self::new()
    }
}
