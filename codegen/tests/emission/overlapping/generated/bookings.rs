// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from overlapping/document.yaml: Overlapping alternatives 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Bookings`: The operations `Bookings_*`.

use azure_openai_core::{
    DateTime, Extra, Json, Method, Operation, Pipeline, PlainDate, Request,
    RequestBuilder, Value,
};

/// The operations `Bookings_*`.
#[derive(Clone, Debug)]
pub struct BookingsClient {
    pub(super) pipeline: Pipeline,
}

impl BookingsClient {
    /// Bookings make.
    ///
    /// `Bookings_Make`: `POST /bookings`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn make(&self, request: &Booking) -> RequestBuilder<Json<Booking>> {
        let call = Request::new(BOOKINGS_MAKE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const BOOKINGS_MAKE: &Operation = &Operation::new(
    "Bookings_Make",
    Method::POST,
    "/bookings",
);

/// Booking.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Booking {
    /// Tariff.
    pub tariff: BookingTariff,
    /// Guest.
    pub guest: BookingGuest,
    /// Until.
    pub until: Option<BookingUntil>,
    /// Rooms.
    pub rooms: Option<BookingRooms>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Booking, response, sent { "tariff" => tariff : required, "guest" => guest : required,
    "until" => until : optional, "rooms" => rooms : optional, }
);

impl Booking {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        tariff: impl Into<BookingTariff>,
        guest: impl Into<BookingGuest>,
    ) -> Self {
        Self {
            tariff: tariff.into(),
            guest: guest.into(),
            until: None,
            rooms: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::until`].
    #[must_use]
    pub fn with_until(mut self, until: impl Into<BookingUntil>) -> Self {
        self.until = Some(until.into());
        self
    }

    /// Sets [`Self::rooms`].
    #[must_use]
    pub fn with_rooms(mut self, rooms: impl Into<BookingRooms>) -> Self {
        self.rooms = Some(rooms.into());
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

/// Traveller.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Traveller {
    /// Id.
    pub id: String,
    /// Surname.
    pub surname: String,
    /// Seat.
    pub seat: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Traveller, sent { "id" => id : required, "surname" => surname : required, "seat" =>
    seat : optional, }
);

azure_openai_core::fit_object!(
    Traveller { "id" : String = required, "surname" : String = required, "seat" : String
    = optional, }
);

impl Traveller {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(id: impl Into<String>, surname: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            surname: surname.into(),
            seat: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::seat`].
    #[must_use]
    pub fn with_seat(mut self, seat: impl Into<String>) -> Self {
        self.seat = Some(seat.into());
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

/// Agency.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Agency {
    /// Id.
    pub id: String,
    /// License.
    pub license: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Agency, sent { "id" => id : required, "license" => license : required, }
);

azure_openai_core::fit_object!(
    Agency { "id" : String = required, "license" : String = required, }
);

impl Agency {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(id: impl Into<String>, license: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            license: license.into(),
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

/// Booking tariff.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BookingTariff {
    /// Serialized as `full`.
    Full,
    /// Serialized as `reduced`.
    Reduced,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    BookingTariff, exact { Full = "full", Reduced = "reduced", }
);

/// Booking guest.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum BookingGuest {
    /// Traveller.
    Traveller(Traveller),
    /// Agency.
    Agency(Agency),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(BookingGuest { Traveller(Traveller), Agency(Agency), });

impl From<Traveller> for BookingGuest {
    fn from(value: Traveller) -> Self {
        Self::Traveller(value)
    }
}

impl From<Agency> for BookingGuest {
    fn from(value: Agency) -> Self {
        Self::Agency(value)
    }
}

/// Booking until.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BookingUntil {
    /// Plain date.
    PlainDate(PlainDate),
    /// Date time.
    DateTime(DateTime),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    BookingUntil { PlainDate(PlainDate), DateTime(DateTime), }
);

impl From<PlainDate> for BookingUntil {
    fn from(value: PlainDate) -> Self {
        Self::PlainDate(value)
    }
}

impl From<DateTime> for BookingUntil {
    fn from(value: DateTime) -> Self {
        Self::DateTime(value)
    }
}

/// Booking rooms.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BookingRooms {
    /// Traveller list.
    TravellerList(Vec<Traveller>),
    /// Agency list.
    AgencyList(Vec<Agency>),
    /// A shape that this version of the crate does not know, whole.
    Unknown(Value),
}

azure_openai_core::shape_union!(
    BookingRooms { TravellerList(Vec < Traveller >), AgencyList(Vec < Agency >), }
);

impl From<Vec<Traveller>> for BookingRooms {
    fn from(value: Vec<Traveller>) -> Self {
        Self::TravellerList(value)
    }
}

impl<const N: usize> From<[Traveller; N]> for BookingRooms {
    fn from(value: [Traveller; N]) -> Self {
        Self::TravellerList(value.into())
    }
}

impl From<Vec<Agency>> for BookingRooms {
    fn from(value: Vec<Agency>) -> Self {
        Self::AgencyList(value)
    }
}

impl<const N: usize> From<[Agency; N]> for BookingRooms {
    fn from(value: [Agency; N]) -> Self {
        Self::AgencyList(value.into())
    }
}
