// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from formats/document.yaml: Formats 1.
// Do not edit: change the overlay or the generator, and run it again.

//! `Values`: The operations `Values_*`.

use azure_openai_core::{
    Base64Bytes, Base64UrlBytes, DateTime, EmbeddingVector, Extra, HttpDate, IsoDuration,
    Json, Method, Operation, Pipeline, PlainDate, PlainTime, Request, RequestBuilder,
    Secret, Timestamp, Uuid, Value,
};

/// The operations `Values_*`.
#[derive(Clone, Debug)]
pub struct ValuesClient {
    pub(super) pipeline: Pipeline,
}

impl ValuesClient {
    /// Values send.
    ///
    /// `Values_Send`: `POST /a`.
    ///
    /// # Arguments
    /// - `since`: Since.
    /// - `request`: the body
    /// - `options`: the optional parameters; `None` for none
    pub fn send(
        &self,
        since: &DateTime,
        request: &Formats,
        options: impl Into<Option<ValuesSendOptions>>,
    ) -> RequestBuilder<Json<Formats>> {
        fn encode(call: Request, request: &Formats) -> Request {
            call.json(request)
        }
        let options = options.into().unwrap_or_default();
        let call = encode(
            Request::new(VALUES_SEND)
                .query("after", options.after.as_ref())
                .query("since", Some(since))
                .query("day", options.day.as_ref())
                .query("hash", options.hash.as_ref())
                .query("hashes", (!options.hashes.is_empty()).then_some(&options.hashes))
                .header("x-key", options.x_key.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }
}

/// Optional parameters of `Values_Send`. Unset fields are not sent.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ValuesSendOptions {
    /// After.
    pub after: Option<Timestamp>,
    /// Day.
    pub day: Option<PlainDate>,
    /// Hash.
    pub hash: Option<Base64UrlBytes>,
    /// Hashes.
    pub hashes: Vec<Base64Bytes>,
    /// X key.
    ///
    /// Serialized as `x-key`.
    pub x_key: Option<Secret>,
}

impl ValuesSendOptions {
    /// Creates options with every field unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`Self::after`].
    #[must_use]
    pub fn with_after(mut self, after: impl Into<Timestamp>) -> Self {
        self.after = Some(after.into());
        self
    }

    /// Sets [`Self::day`].
    #[must_use]
    pub fn with_day(mut self, day: impl Into<PlainDate>) -> Self {
        self.day = Some(day.into());
        self
    }

    /// Sets [`Self::hash`].
    #[must_use]
    pub fn with_hash(mut self, hash: impl Into<Base64UrlBytes>) -> Self {
        self.hash = Some(hash.into());
        self
    }

    /// Sets [`Self::hashes`].
    #[must_use]
    pub fn with_hashes(
        mut self,
        hashes: impl IntoIterator<Item = impl Into<Base64Bytes>>,
    ) -> Self {
        self.hashes = hashes.into_iter().map(Into::into).collect();
        self
    }

    /// Sets [`Self::x_key`].
    #[must_use]
    pub fn with_x_key(mut self, x_key: impl Into<Secret>) -> Self {
        self.x_key = Some(x_key.into());
        self
    }
}

pub(super) const VALUES_SEND: &Operation = &Operation::new(
    "Values_Send",
    Method::POST,
    "/a",
);

/// Formats.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Formats {
    /// At.
    pub at: Option<Timestamp>,
    /// On.
    pub on: Option<DateTime>,
    /// Data.
    pub data: Option<Base64Bytes>,
    /// Key.
    pub key: Option<Secret>,
    /// Small.
    pub small: Option<i32>,
    /// Big.
    pub big: Option<i64>,
    /// Ratio.
    pub ratio: Option<f32>,
    /// Format: uri.
    pub link: Option<String>,
    /// Id.
    pub id: Option<Uuid>,
    /// Token.
    pub token: Option<Base64UrlBytes>,
    /// Day.
    pub day: Option<PlainDate>,
    /// Clock.
    pub clock: Option<PlainTime>,
    /// Length.
    pub length: Option<IsoDuration>,
    /// Seen.
    pub seen: Option<HttpDate>,
    /// Vector.
    pub vector: Option<EmbeddingVector>,
    /// Times.
    pub times: Vec<Timestamp>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    Formats, response, sent { "at" => at : optional, "on" => on : optional, "data" =>
    data : optional, "key" => key : optional, "small" => small : optional, "big" => big :
    optional, "ratio" => ratio : optional, "link" => link : optional, "id" => id :
    optional, "token" => token : optional, "day" => day : optional, "clock" => clock :
    optional, "length" => length : optional, "seen" => seen : optional, "vector" =>
    vector : optional, "times" => times : collection, }
);

impl Formats {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(at: impl Into<Timestamp>) -> Self {
        Self {
            at: Some(at.into()),
            on: None,
            data: None,
            key: None,
            small: None,
            big: None,
            ratio: None,
            link: None,
            id: None,
            token: None,
            day: None,
            clock: None,
            length: None,
            seen: None,
            vector: None,
            times: Default::default(),
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::on`].
    #[must_use]
    pub fn with_on(mut self, on: impl Into<DateTime>) -> Self {
        self.on = Some(on.into());
        self
    }

    /// Sets [`Self::data`].
    #[must_use]
    pub fn with_data(mut self, data: impl Into<Base64Bytes>) -> Self {
        self.data = Some(data.into());
        self
    }

    /// Sets [`Self::key`].
    #[must_use]
    pub fn with_key(mut self, key: impl Into<Secret>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Sets [`Self::small`].
    #[must_use]
    pub fn with_small(mut self, small: i32) -> Self {
        self.small = Some(small);
        self
    }

    /// Sets [`Self::big`].
    #[must_use]
    pub fn with_big(mut self, big: i64) -> Self {
        self.big = Some(big);
        self
    }

    /// Sets [`Self::ratio`].
    #[must_use]
    pub fn with_ratio(mut self, ratio: f32) -> Self {
        self.ratio = Some(ratio);
        self
    }

    /// Sets [`Self::link`].
    #[must_use]
    pub fn with_link(mut self, link: impl Into<String>) -> Self {
        self.link = Some(link.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<Uuid>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets [`Self::token`].
    #[must_use]
    pub fn with_token(mut self, token: impl Into<Base64UrlBytes>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Sets [`Self::day`].
    #[must_use]
    pub fn with_day(mut self, day: impl Into<PlainDate>) -> Self {
        self.day = Some(day.into());
        self
    }

    /// Sets [`Self::clock`].
    #[must_use]
    pub fn with_clock(mut self, clock: impl Into<PlainTime>) -> Self {
        self.clock = Some(clock.into());
        self
    }

    /// Sets [`Self::length`].
    #[must_use]
    pub fn with_length(mut self, length: impl Into<IsoDuration>) -> Self {
        self.length = Some(length.into());
        self
    }

    /// Sets [`Self::seen`].
    #[must_use]
    pub fn with_seen(mut self, seen: impl Into<HttpDate>) -> Self {
        self.seen = Some(seen.into());
        self
    }

    /// Sets [`Self::vector`].
    #[must_use]
    pub fn with_vector(mut self, vector: impl Into<EmbeddingVector>) -> Self {
        self.vector = Some(vector.into());
        self
    }

    /// Sets [`Self::times`].
    #[must_use]
    pub fn with_times(
        mut self,
        times: impl IntoIterator<Item = impl Into<Timestamp>>,
    ) -> Self {
        self.times = self
            .extra
            .set("times", times.into_iter().map(Into::into).collect());
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
