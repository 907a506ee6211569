//! Settings of requests, on each level.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use http::HeaderMap;
use serde_json::Value;

use super::header::header;
use super::versions::API_VERSION;
use crate::pipeline::{Layer, Layers};
use crate::retry::RetryPolicy;
use crate::value::ToParameter;

/// Timeouts, retry policy, headers, query parameters and body fields, for every request of a
/// [`PipelineBuilder`](crate::PipelineBuilder) or [`Pipeline`](crate::Pipeline::with_options), or for one
/// [`RequestBuilder`](crate::RequestBuilder).
///
/// What is set on the inner level wins: request, then what the operation itself sends, then pipeline. What is unset on all
/// of them has the default named at its setter.
///
/// ```
/// use std::time::Duration;
/// use azure_openai_core::{RequestOptions, RetryPolicy};
///
/// let patient = RequestOptions::new()
///     .with_timeout(Duration::from_secs(1800))
///     .with_retry_policy(RetryPolicy::new().with_max_retries(8));
/// # let _ = patient;
/// ```
#[derive(Clone, Default)]
#[must_use = "options do nothing until they are set"]
pub struct RequestOptions(Option<Box<Settings>>);

/// Most requests have none of their own, so they take the space of a pointer.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    pub(crate) timeout: Option<Duration>,
    pub(crate) first_byte_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) event_timeout: Option<Duration>,
    pub(crate) retry_policy: Option<RetryPolicy>,
    pub(crate) max_response_bytes: Option<usize>,
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(Cow<'static, str>, String)>,
    pub(crate) body_fields: Vec<(String, Value)>,
    pub(crate) layers: Layers,
    /// The first header that cannot be sent. Reported when the request is sent.
    pub(crate) mistake: Option<String>,
}

static UNSET: LazyLock<Settings> = LazyLock::new(Settings::default);

impl RequestOptions {
    /// Creates empty options.
    pub fn new() -> Self {
        Self::default()
    }

    pub(crate) fn get(&self) -> &Settings {
        self.0.as_deref().unwrap_or_else(|| &UNSET)
    }

    pub(crate) fn get_mut(&mut self) -> &mut Settings {
        self.0.get_or_insert_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    fn set(mut self, set: impl FnOnce(&mut Settings)) -> Self {
        set(self.get_mut());
        self
    }

    /// Sets what `other` sets: where both are set, `other` wins. Headers, query parameters and body fields are replaced by
    /// name; layers are added.
    pub fn with_options(self, other: Self) -> Self {
        let (mut own, other) = match (self.0, other.0) {
            (Some(own), Some(other)) => (own, *other),
            (own, other) => return Self(own.or(other)),
        };
        own.timeout = other.timeout.or(own.timeout);
        own.first_byte_timeout = other.first_byte_timeout.or(own.first_byte_timeout);
        own.idle_timeout = other.idle_timeout.or(own.idle_timeout);
        own.event_timeout = other.event_timeout.or(own.event_timeout);
        own.retry_policy = other.retry_policy.or(own.retry_policy);
        own.max_response_bytes = other.max_response_bytes.or(own.max_response_bytes);
        own.mistake = own.mistake.or(other.mistake);
        own.headers.extend(other.headers);
        own.layers.extend(other.layers);
        let options = other.query.into_iter().fold(Self(Some(own)), |options, (name, value)| {
            options.with_query(name, value)
        });
        other
            .body_fields
            .into_iter()
            .fold(options, |options, (name, value)| options.with_body_field(name, value))
    }

    /// How long a request may take in total, from the first byte sent to the last one read, retries and waits
    /// included. Default: 10 minutes. For streams and binary responses it ends with the headers, so that long
    /// downloads are not cut.
    pub fn with_timeout(self, timeout: Duration) -> Self {
        self.set(|own| own.timeout = Some(timeout))
    }

    /// How long an attempt may wait for the headers of its response, counted from its start; for forms, from the
    /// last bytes handed to the connection. Default: 5 minutes. An attempt that takes longer has failed, and is
    /// retried if that is safe.
    ///
    /// The headers of a response that is not streamed come when the model has finished. Streams start within
    /// seconds, and can do with much less.
    pub fn with_first_byte_timeout(self, timeout: Duration) -> Self {
        self.set(|own| own.first_byte_timeout = Some(timeout))
    }

    /// How long a response may pause between two reads. Default: 2 minutes. In a stream, comments count as well:
    /// they show that the connection is alive.
    pub fn with_idle_timeout(self, timeout: Duration) -> Self {
        self.set(|own| own.idle_timeout = Some(timeout))
    }

    /// How long a stream may go without an event, whatever comments come. Default: 10 minutes.
    pub fn with_event_timeout(self, timeout: Duration) -> Self {
        self.set(|own| own.event_timeout = Some(timeout))
    }

    /// How failed requests are retried. Default: [`RetryPolicy::new`].
    pub fn with_retry_policy(self, policy: RetryPolicy) -> Self {
        self.set(|own| own.retry_policy = Some(policy))
    }

    /// The largest response that is read whole, in bytes, after decompression. Default: 32 MiB, and 128 MiB for
    /// embeddings. A response that would cost more than 16 times as much memory when decoded (and more than 64 MiB)
    /// is refused as well. Binary responses and streams have no limit in total; an event of a stream has one of 16
    /// MiB, which this does not change.
    pub fn with_max_response_bytes(self, limit: usize) -> Self {
        self.set(|own| own.max_response_bytes = Some(limit))
    }

    /// Sends a header, in place of one of the same name. Values are never shown. Headers of the credential and of the
    /// connection (`content-length`, `host`, …) are refused when the request is sent.
    pub fn with_header(self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.set(|own| match header(name.as_ref(), value.as_ref()) {
            Ok((name, value)) => drop(own.headers.insert(name, value)),
            Err(mistake) => drop(own.mistake.get_or_insert(mistake)),
        })
    }

    /// Sends this version of the API, as in `2024-10-21`: the query parameter `api-version`.
    pub fn with_api_version(self, api_version: impl Into<String>) -> Self {
        self.with_query(API_VERSION, api_version.into())
    }

    /// The api-version, taken out of the query.
    pub(crate) fn take_api_version(&mut self) -> Option<String> {
        let place = self.get().query.iter().position(|(name, _)| name == API_VERSION)?;
        Some(self.get_mut().query.remove(place).1)
    }

    /// Sends a query parameter, in place of those of the same name.
    pub fn with_query(self, name: impl Into<Cow<'static, str>>, value: impl ToParameter) -> Self {
        let name = name.into();
        self.set(|own| {
            own.query.retain(|(other, _)| *other != name);
            own.query.push((name, value.to_parameter().into_owned()));
        })
    }

    /// Sends a field of the JSON object or form that is the body, in place of one of the same name: for parameters that the
    /// types do not have. Not for `stream`, which decides how the response is read.
    pub fn with_body_field(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        let name = name.into();
        self.set(|own| {
            own.body_fields.retain(|(other, _)| *other != name);
            own.body_fields.push((name, value.into()));
        })
    }

    /// Adds a [`Layer`] around each attempt, inside of those that are there.
    pub fn with_layer(self, layer: impl Layer) -> Self {
        self.set(|own| own.layers.push(Arc::new(layer)))
    }

    /// Sends an id of the caller's own (`x-ms-client-request-id`), which the service logs and sends back.
    pub fn with_client_request_id(self, id: impl AsRef<str>) -> Self {
        self.with_header("x-ms-client-request-id", id)
    }
}

impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values may be the caller's secrets.
        let own = self.get();
        f.debug_struct("RequestOptions")
            .field("timeout", &own.timeout)
            .field("first_byte_timeout", &own.first_byte_timeout)
            .field("idle_timeout", &own.idle_timeout)
            .field("event_timeout", &own.event_timeout)
            .field("retry_policy", &own.retry_policy)
            .field("max_response_bytes", &own.max_response_bytes)
            .field("headers", &own.headers.keys().collect::<Vec<_>>())
            .field("query", &names(&own.query))
            .field("body_fields", &names(&own.body_fields))
            .field("layers", &own.layers.len())
            .finish()
    }
}

fn names<N: AsRef<str>, V>(pairs: &[(N, V)]) -> Vec<&str> {
    pairs.iter().map(|(name, _)| name.as_ref()).collect()
}

/// Setters of [`RequestOptions`](crate::RequestOptions) for a type that has them in a field: inside of its `impl` block,
/// `request_option_setters!(options);`.
#[macro_export]
macro_rules! request_option_setters {
    ($($field:ident).+) => {
        $crate::request_option_setters! { @each ($($field).+)
            /// Sets what `options` sets. Where both are set, `options` wins over what was set before it, and a setter after it
            /// wins over `options`. Headers, query parameters and body fields are replaced by name; layers are added.
            with_options(options: $crate::RequestOptions);
            /// How long a request may take in total, retries included: see
            #[doc = "[`RequestOptions::with_timeout`]($crate::RequestOptions::with_timeout)."]
            with_timeout(timeout: ::std::time::Duration);
            /// How long an attempt may wait for the headers of its response: see
            #[doc = "[`RequestOptions::with_first_byte_timeout`]($crate::RequestOptions::with_first_byte_timeout)."]
            with_first_byte_timeout(timeout: ::std::time::Duration);
            /// How long a response may pause between two reads: see
            #[doc = "[`RequestOptions::with_idle_timeout`]($crate::RequestOptions::with_idle_timeout)."]
            with_idle_timeout(timeout: ::std::time::Duration);
            /// How long a stream may go without an event: see
            #[doc = "[`RequestOptions::with_event_timeout`]($crate::RequestOptions::with_event_timeout)."]
            with_event_timeout(timeout: ::std::time::Duration);
            /// How failed requests are retried: see
            #[doc = "[`RequestOptions::with_retry_policy`]($crate::RequestOptions::with_retry_policy)."]
            with_retry_policy(policy: $crate::RetryPolicy);
            /// The largest response that is read whole: see
            #[doc = "[`RequestOptions::with_max_response_bytes`]($crate::RequestOptions::with_max_response_bytes)."]
            with_max_response_bytes(limit: usize);
            /// Sends a header, in place of one of the same name.
            with_header(name: impl AsRef<str>, value: impl AsRef<str>);
            /// Sends this version of the API, as in `2024-10-21`. Default: the one that the generated client was made from.
            with_api_version(api_version: impl Into<String>);
            /// Sends a query parameter, in place of those of the same name.
            with_query(name: impl Into<::std::borrow::Cow<'static, str>>, value: impl $crate::ToParameter);
            /// Sends a field of the body, in place of one of the same name: for parameters that the types do not have.
            with_body_field(name: impl Into<String>, value: impl Into<$crate::Value>);
            /// Adds code around each attempt, inside of that which is there: see
            #[doc = "[`Layer`]($crate::Layer)."]
            with_layer(layer: impl $crate::Layer);
            /// Sends an id of the caller's own (`x-ms-client-request-id`), which the service logs and sends back.
            with_client_request_id(id: impl AsRef<str>);
        }
    };
    (@each $path:tt $($(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),+);)+) => {
        $($crate::request_option_setters! { @one $path $(#[$doc])* $name($($argument: $type),+) })+
    };
    (@one ($($field:ident).+) $(#[$doc:meta])* $name:ident($($argument:ident: $type:ty),+)) => {
        $(#[$doc])*
        pub fn $name(mut self, $($argument: $type),+) -> Self {
            self.$($field).+ = ::std::mem::take(&mut self.$($field).+).$name($($argument),+);
            self
        }
    };
}
