// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_parameters/document.yaml: Parameters of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Birds`: The operations of `birds`.

use azure_openai_core::{
    Extra, Method, NoContent, Operation, ParameterStyle, Pipeline, Request,
    RequestBuilder, Value,
};
use std::collections::BTreeMap;

/// The operations of `birds`.
#[derive(Clone, Debug)]
pub struct BirdsClient {
    pub(super) pipeline: Pipeline,
}

impl BirdsClient {
    /// Find birds.
    ///
    /// `find_birds`: `GET /birds`.
    ///
    /// # Arguments
    /// - `options`: the optional parameters; `None` for none
    pub fn find_birds(
        &self,
        options: impl Into<Option<BirdsFindBirdsOptions>>,
    ) -> RequestBuilder<NoContent> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(FIND_BIRDS)
            .query_as("colors", options.colors.as_ref(), ParameterStyle::Commas)
            .query_as("sizes", options.sizes.as_ref(), ParameterStyle::Pipes)
            .query_as("songs", options.songs.as_ref(), ParameterStyle::Spaces)
            .query("places", (!options.places.is_empty()).then_some(&options.places))
            .query_object("filter", options.filter.as_ref(), true)
            .query_object("page", options.page.as_ref(), false)
            .query_object_as("where", options.where_.as_ref(), ParameterStyle::Json)
            .cookie("session", options.session.as_ref())
            .cookie("theme", options.theme.as_ref())
            .query("kind", Some("bird"))
            .header("X-Rings", options.x_rings.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Find flights.
    ///
    /// `find_flights`: `GET /flights/{plain}/{label}/{matrix}/{map}/{json}`.
    ///
    /// # Arguments
    /// - `plain`: Plain.
    /// - `label`: Label.
    /// - `matrix`: Matrix.
    /// - `map`: Map.
    /// - `json`: Json.
    /// - `options`: the optional parameters; `None` for none
    pub fn find_flights(
        &self,
        plain: &Wind,
        label: &Wind,
        matrix: &Wind,
        map: &BTreeMap<String, i64>,
        json: &Wind,
        options: impl Into<Option<BirdsFindFlightsOptions>>,
    ) -> RequestBuilder<NoContent> {
        let options = options.into().unwrap_or_default();
        let call = Request::new(FIND_FLIGHTS)
            .path_object("plain", plain, ParameterStyle::Commas)
            .path_object("label", label, ParameterStyle::LabelExploded)
            .path_object("matrix", matrix, ParameterStyle::Matrix)
            .path_object("map", map, ParameterStyle::CommasExploded)
            .path_object("json", json, ParameterStyle::Json)
            .query_object_as("flat", options.flat.as_ref(), ParameterStyle::Commas)
            .query_object_as("spaces", options.spaces.as_ref(), ParameterStyle::Spaces)
            .query_object_as("pipes", options.pipes.as_ref(), ParameterStyle::Pipes)
            .query("note", options.note.as_ref())
            .header_object("X-Plain", options.x_plain.as_ref(), ParameterStyle::Commas)
            .header_object(
                "X-Exploded",
                options.x_exploded.as_ref(),
                ParameterStyle::CommasExploded,
            )
            .header_object("X-Json", options.x_json.as_ref(), ParameterStyle::Json);
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `find_birds`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BirdsFindBirdsOptions {
    /// Colors.
    pub colors: Option<Vec<String>>,
    /// Sizes.
    pub sizes: Option<Vec<i64>>,
    /// Songs.
    pub songs: Option<Vec<String>>,
    /// Places.
    pub places: Vec<Option<String>>,
    /// Filter.
    pub filter: Option<Filter>,
    /// Page.
    pub page: Option<A>,
    /// Where.
    ///
    /// Serialized as `where`.
    pub where_: Option<Filter>,
    /// Session.
    pub session: Option<String>,
    /// Theme.
    pub theme: Option<String>,
    /// X rings.
    ///
    /// Serialized as `X-Rings`.
    pub x_rings: Option<Vec<String>>,
}

impl BirdsFindBirdsOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::colors`].
    #[must_use]
    pub fn with_colors(
        mut self,
        colors: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.colors = Some(colors.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::sizes`].
    #[must_use]
    pub fn with_sizes(
        mut self,
        sizes: impl IntoIterator<Item = impl Into<i64>>,
    ) -> Self {
        self.sizes = Some(sizes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::songs`].
    #[must_use]
    pub fn with_songs(
        mut self,
        songs: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.songs = Some(songs.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`Self::places`].
    #[must_use]
    pub fn with_places(
        mut self,
        places: impl IntoIterator<Item = impl Into<Option<String>>>,
    ) -> Self {
        self.places = places.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::filter`].
    #[must_use]
    pub fn with_filter(mut self, filter: impl Into<Filter>) -> Self {
        self.filter = Some(filter.into());
        self
    }

    /// Sets [`Self::page`].
    #[must_use]
    pub fn with_page(mut self, page: impl Into<A>) -> Self {
        self.page = Some(page.into());
        self
    }

    /// Sets [`Self::where_`].
    #[must_use]
    pub fn with_where(mut self, where_: impl Into<Filter>) -> Self {
        self.where_ = Some(where_.into());
        self
    }

    /// Sets [`Self::session`].
    #[must_use]
    pub fn with_session(mut self, session: impl Into<String>) -> Self {
        self.session = Some(session.into());
        self
    }

    /// Sets [`Self::theme`].
    #[must_use]
    pub fn with_theme(mut self, theme: impl Into<String>) -> Self {
        self.theme = Some(theme.into());
        self
    }

    /// Sets [`Self::x_rings`].
    #[must_use]
    pub fn with_x_rings(
        mut self,
        x_rings: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.x_rings = Some(x_rings.into_iter().map(Into::into).collect());
        self
    }
}

/// Optional parameters of `find_flights`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct BirdsFindFlightsOptions {
    /// Flat.
    pub flat: Option<Wind>,
    /// Spaces.
    pub spaces: Option<Wind>,
    /// Pipes.
    pub pipes: Option<Wind>,
    /// Note.
    pub note: Option<String>,
    /// X plain.
    ///
    /// Serialized as `X-Plain`.
    pub x_plain: Option<Wind>,
    /// X exploded.
    ///
    /// Serialized as `X-Exploded`.
    pub x_exploded: Option<Wind>,
    /// X json.
    ///
    /// Serialized as `X-Json`.
    pub x_json: Option<Vec<Wind>>,
}

impl BirdsFindFlightsOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::flat`].
    #[must_use]
    pub fn with_flat(mut self, flat: impl Into<Wind>) -> Self {
        self.flat = Some(flat.into());
        self
    }

    /// Sets [`Self::spaces`].
    #[must_use]
    pub fn with_spaces(mut self, spaces: impl Into<Wind>) -> Self {
        self.spaces = Some(spaces.into());
        self
    }

    /// Sets [`Self::pipes`].
    #[must_use]
    pub fn with_pipes(mut self, pipes: impl Into<Wind>) -> Self {
        self.pipes = Some(pipes.into());
        self
    }

    /// Sets [`Self::note`].
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Sets [`Self::x_plain`].
    #[must_use]
    pub fn with_x_plain(mut self, x_plain: impl Into<Wind>) -> Self {
        self.x_plain = Some(x_plain.into());
        self
    }

    /// Sets [`Self::x_exploded`].
    #[must_use]
    pub fn with_x_exploded(mut self, x_exploded: impl Into<Wind>) -> Self {
        self.x_exploded = Some(x_exploded.into());
        self
    }

    /// Sets [`Self::x_json`].
    #[must_use]
    pub fn with_x_json(
        mut self,
        x_json: impl IntoIterator<Item = impl Into<Wind>>,
    ) -> Self {
        self.x_json = Some(x_json.into_iter().map(Into::into).collect());
        self
    }
}

pub(super) const FIND_BIRDS: &Operation = &Operation::new(
        "find_birds",
        Method::GET,
        "/birds",
    )
    .without_api_version();

pub(super) const FIND_FLIGHTS: &Operation = &Operation::new(
        "find_flights",
        Method::GET,
        "/flights/{plain}/{label}/{matrix}/{map}/{json}",
    )
    .without_api_version();

/// Wind.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Wind {
    /// From.
    pub from: WindFrom,
    /// Speed.
    pub speed: Option<f32>,
    /// At.
    pub at: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Wind, sent { "from" => from : required, "speed" => speed : optional, "at" => at :
    optional, }
);

impl Wind {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(from: impl Into<WindFrom>) -> Self {
        Self {
            from: from.into(),
            speed: None,
            at: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::speed`].
    #[must_use]
    pub fn with_speed(mut self, speed: f32) -> Self {
        self.speed = Some(speed);
        self
    }

    /// Sets [`Self::at`].
    #[must_use]
    pub fn with_at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
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

/// Filter.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Filter {
    /// Name.
    pub name: Option<String>,
    /// Legs.
    pub legs: Option<FilterLegs>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Filter, sent { "name" => name : optional, "legs" => legs : optional, }
);

impl Filter {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            legs: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::name`].
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets [`Self::legs`].
    #[must_use]
    pub fn with_legs(mut self, legs: impl Into<FilterLegs>) -> Self {
        self.legs = Some(legs.into());
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

impl Default for Filter {
    fn default() -> Self {
        Self::new()
    }
}

/// A.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct A {
    /// Number.
    pub number: Option<i64>,
    /// Size.
    pub size: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    A, sent { "number" => number : optional, "size" => size : optional, }
);

impl A {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            number: None,
            size: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::number`].
    #[must_use]
    pub fn with_number(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }

    /// Sets [`Self::size`].
    #[must_use]
    pub fn with_size(mut self, size: i64) -> Self {
        self.size = Some(size);
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

impl Default for A {
    fn default() -> Self {
        Self::new()
    }
}

/// Wind from.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum WindFrom {
    /// Serialized as `N`.
    N,
    /// Serialized as `S`.
    S,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(WindFrom, exact { N = "N", S = "S", });

/// Filter legs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FilterLegs {
    /// Count.
    pub count: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(FilterLegs, sent { "count" => count : optional, });

impl FilterLegs {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            count: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::count`].
    #[must_use]
    pub fn with_count(mut self, count: i64) -> Self {
        self.count = Some(count);
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

impl Default for FilterLegs {
    fn default() -> Self {
        Self::new()
    }
}
