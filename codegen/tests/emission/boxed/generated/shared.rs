// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from boxed/document.yaml: Fields in boxes 1.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Value};

/// Order.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Order {
    /// Id.
    pub id: String,
    /// Invoice.
    pub invoice: Option<Box<Place>>,
    /// Where it goes.
    pub delivery: Option<Box<Place>>,
    /// Note.
    pub note: Option<Box<OrderNote>>,
    /// Paid.
    pub paid: Option<Box<OrderPaid>>,
    /// Earlier.
    pub earlier: Option<Box<Order>>,
    /// Received.
    ///
    /// Set by the service.
    pub received: Option<Box<Place>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Order, response, sent { "id" => id : required, "invoice" => invoice : nullable,
    "delivery" => delivery : optional, "note" => note : optional, "paid" => paid :
    optional, "earlier" => earlier : optional, "received" => received : optional
    read_only, }
);

azure_openai_core::fit_object!(
    Order { "id" : String = required, "invoice" : Box < Place > = required, "delivery" :
    Box < Place > = optional, "note" : Box < OrderNote > = optional, "paid" : Box <
    OrderPaid > = optional, "earlier" : Box < Order > = optional, "received" : Box <
    Place > = optional, }
);

impl Order {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            invoice: None,
            delivery: None,
            note: None,
            paid: None,
            earlier: None,
            received: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::invoice`].
    #[must_use]
    pub fn with_invoice(mut self, invoice: impl Into<Place>) -> Self {
        self.invoice = Some(Box::new(invoice.into()));
        self
    }

    /// Sets [`Self::delivery`].
    #[must_use]
    pub fn with_delivery(mut self, delivery: impl Into<Place>) -> Self {
        self.delivery = Some(Box::new(delivery.into()));
        self
    }

    /// Sets [`Self::note`].
    #[must_use]
    pub fn with_note(mut self, note: impl Into<OrderNote>) -> Self {
        self.note = Some(Box::new(note.into()));
        self
    }

    /// Sets [`Self::paid`].
    #[must_use]
    pub fn with_paid(mut self, paid: impl Into<OrderPaid>) -> Self {
        self.paid = Some(Box::new(paid.into()));
        self
    }

    /// Sets [`Self::earlier`].
    #[must_use]
    pub fn with_earlier(mut self, earlier: impl Into<Order>) -> Self {
        self.earlier = Some(Box::new(earlier.into()));
        self
    }

    /// Sets [`Self::received`].
    #[must_use]
    pub fn with_received(mut self, received: impl Into<Place>) -> Self {
        self.received = Some(Box::new(received.into()));
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

/// Place.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Place {
    /// Town.
    pub town: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Place, sent { "town" => town : required, });

azure_openai_core::fit_object!(Place { "town" : String = required, });

impl Place {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(town: impl Into<String>) -> Self {
        Self {
            town: town.into(),
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

/// Card.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Card {
    /// By.
    ///
    /// Always `card`.
    pub by: String,
    /// Number.
    pub number: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Card, sent { "by" => by : constant("card"), "number" => number : optional, }
);

impl Card {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            by: "card".into(),
            number: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::number`].
    #[must_use]
    pub fn with_number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(number.into());
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

impl Default for Card {
    fn default() -> Self {
        Self::new()
    }
}

/// Cash.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cash {
    /// By.
    ///
    /// Always `cash`.
    pub by: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Cash, sent { "by" => by : constant("cash"), });

impl Cash {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            by: "cash".into(),
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

impl Default for Cash {
    fn default() -> Self {
        Self::new()
    }
}

/// Order note.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OrderNote {
    /// Text.
    pub text: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(OrderNote, sent { "text" => text : optional, });

azure_openai_core::fit_object!(OrderNote { "text" : String = optional, });

impl OrderNote {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            text: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::text`].
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
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

impl Default for OrderNote {
    fn default() -> Self {
        Self::new()
    }
}

/// Order paid.
///
/// Distinguished by `by`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a box would be in everybody's way")]
#[non_exhaustive]
pub enum OrderPaid {
    /// `by` is `card`.
    Card(Card),
    /// `by` is `cash`.
    Cash(Cash),
    /// A kind that this version of the crate does not know, whole.
    Unknown(Extra),
}

azure_openai_core::tagged_union!(
    OrderPaid, "by" { Card(Card) = "card", Cash(Cash) = "cash", }
);
