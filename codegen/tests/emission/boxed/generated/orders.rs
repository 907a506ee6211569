// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from boxed/document.yaml: Fields in boxes 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Orders`: The operations `Orders_*`.

use azure_openai_core::{
    Extra, Json, Method, Operation, Pipeline, Request, RequestBuilder, Value,
};
use super::shared::Order;

/// The operations `Orders_*`.
#[derive(Clone, Debug)]
pub struct OrdersClient {
    pub(super) pipeline: Pipeline,
}

impl OrdersClient {
    /// Orders place.
    ///
    /// `Orders_Place`: `POST /orders`.
    ///
    /// # Arguments
    /// - `request`: the body
    pub fn place(&self, request: &Order) -> RequestBuilder<Json<Order>> {
        let call = Request::new(ORDERS_PLACE).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Orders list.
    ///
    /// `Orders_List`: `GET /orders`.
    ///
    /// A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise the response is the first page.
    pub fn list(&self) -> RequestBuilder<Json<Orders>> {
        let call = Request::new(ORDERS_LIST);
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const ORDERS_PLACE: &Operation = &Operation::new(
    "Orders_Place",
    Method::POST,
    "/orders",
);

pub(super) const ORDERS_LIST: &Operation = &Operation::new(
    "Orders_List",
    Method::GET,
    "/orders",
);

/// Orders.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Orders {
    /// Page.
    pub page: Option<Box<Page>>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(Orders, response { "page" => page : optional, });

impl Orders {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            page: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::page`].
    #[must_use]
    pub fn with_page(mut self, page: impl Into<Page>) -> Self {
        self.page = Some(Box::new(page.into()));
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

impl Default for Orders {
    fn default() -> Self {
        Self::new()
    }
}

impl azure_openai_core::paging::List for Orders {
    type Item = Order;

    fn items(&self) -> &[Self::Item] {
        self.page.as_ref().map(|inner| inner.orders.as_slice()).unwrap_or_default()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.page.map(|inner| inner.orders).unwrap_or_default()
    }

    fn item_id(_: &Self::Item) -> Option<&str> {
        None
    }

    fn next(&self) -> azure_openai_core::paging::Next<'_> {
        azure_openai_core::paging::Next::Link(
            self.page.as_ref().and_then(|inner| inner.next.as_deref()),
        )
    }
}

/// Page.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// Orders.
    pub orders: Vec<Order>,
    /// Next.
    pub next: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Page { "orders" => orders : collection, "next" => next : optional, }
);

impl Page {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            orders: Default::default(),
            next: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::orders`].
    #[must_use]
    pub fn with_orders(
        mut self,
        orders: impl IntoIterator<Item = impl Into<Order>>,
    ) -> Self {
        self.orders = self
            .extra
            .set("orders", orders.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::next`].
    #[must_use]
    pub fn with_next(mut self, next: impl Into<String>) -> Self {
        self.next = Some(next.into());
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

impl Default for Page {
    fn default() -> Self {
        Self::new()
    }
}
