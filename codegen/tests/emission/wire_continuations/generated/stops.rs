// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_continuations/document.yaml: Lists and long-running operations of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Stops`: The operations `Stops_*`.

use azure_openai_core::{
    Extra, Json, JsonOrDefault, Method, Operation, ParameterStyle, Pipeline, Request,
    RequestBuilder, Value,
};

/// The operations `Stops_*`.
#[derive(Clone, Debug)]
pub struct StopsClient {
    pub(super) pipeline: Pipeline,
}

impl StopsClient {
    /// Stops list.
    ///
    /// `Stops_List`: `GET /lines/{line}/stops`.
    ///
    /// A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise the response is the first page.
    ///
    /// # Arguments
    /// - `line`: Line.
    /// - `lang`: Lang.
    /// - `options`: the optional parameters; `None` for none
    pub fn list(
        &self,
        line: impl AsRef<str>,
        lang: impl AsRef<str>,
        options: impl Into<Option<StopsListOptions>>,
    ) -> RequestBuilder<Json<StopPage>> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(STOPS_LIST)
            .path("line", line.as_ref())
            .query("lang", Some(lang.as_ref()))
            .query("top", options.top.as_ref())
            .next_page_by(
                const {
                    &Operation::new(
                        "Stops_ListNext",
                        Method::GET,
                        "/lines/{line}/stops/{link}",
                    )
                },
                Some("link"),
                &["lang"],
            );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Stops list next.
    ///
    /// `Stops_ListNext`: `GET /lines/{line}/stops/{link}`.
    ///
    /// # Arguments
    /// - `line`: Line.
    /// - `link`: Link.
    /// - `lang`: Lang.
    pub fn list_next(
        &self,
        line: impl AsRef<str>,
        link: impl AsRef<str>,
        lang: impl AsRef<str>,
    ) -> RequestBuilder<JsonOrDefault<StopPage>> {
        let call = Request::new(STOPS_LIST_NEXT)
            .path("line", line.as_ref())
            .path_as("link", link.as_ref(), ParameterStyle::Raw)
            .query("lang", Some(lang.as_ref()));
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Stops_List`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct StopsListOptions {
    /// Top.
    pub top: Option<i64>,
}

impl StopsListOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::top`].
    #[must_use]
    pub fn with_top(mut self, top: i64) -> Self {
        self.top = Some(top);
        self
    }
}

pub(super) const STOPS_LIST: &Operation = &Operation::new(
    "Stops_List",
    Method::GET,
    "/lines/{line}/stops",
);

pub(super) const STOPS_LIST_NEXT: &Operation = &Operation::new(
    "Stops_ListNext",
    Method::GET,
    "/lines/{line}/stops/{link}",
);

/// Stop page.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StopPage {
    /// Found.
    pub found: Option<StopPageFound>,
    /// Odata next.
    ///
    /// Serialized as `odata.next`.
    pub odata_next: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    StopPage, response { "found" => found : optional, "odata.next" => odata_next :
    optional, }
);

impl StopPage {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            found: None,
            odata_next: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::found`].
    #[must_use]
    pub fn with_found(mut self, found: impl Into<StopPageFound>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// Sets [`Self::odata_next`].
    #[must_use]
    pub fn with_odata_next(mut self, odata_next: impl Into<String>) -> Self {
        self.odata_next = Some(odata_next.into());
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

impl Default for StopPage {
    fn default() -> Self {
        Self::new()
    }
}

impl azure_openai_core::paging::List for StopPage {
    type Item = String;

    fn items(&self) -> &[Self::Item] {
        self.found.as_ref().map(|inner| inner.stops.as_slice()).unwrap_or_default()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.found.map(|inner| inner.stops).unwrap_or_default()
    }

    fn item_id(_: &Self::Item) -> Option<&str> {
        None
    }

    fn next(&self) -> azure_openai_core::paging::Next<'_> {
        azure_openai_core::paging::Next::Link(self.odata_next.as_deref())
    }
}

/// Stop page found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StopPageFound {
    /// Stops.
    pub stops: Vec<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(StopPageFound { "stops" => stops : collection, });

impl StopPageFound {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            stops: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::stops`].
    #[must_use]
    pub fn with_stops(
        mut self,
        stops: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.stops = self
            .extra
            .set("stops", stops.into_iter().map(Into::into).collect());
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

impl Default for StopPageFound {
    fn default() -> Self {
        Self::new()
    }
}
