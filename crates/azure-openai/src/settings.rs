//! What a single call may set for itself.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use azure_openai_core::reader::FromResponse;
use azure_openai_core::{RequestBuilder, RetryPolicy};

/// The settings that every call of the facade has; they are those of core's [`RequestBuilder`].
#[derive(Clone, Default)]
pub(crate) struct CallSettings {
    pub(crate) timeout: Option<Duration>,
    pub(crate) first_byte_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) retry_policy: Option<RetryPolicy>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) query: Vec<(Cow<'static, str>, String)>,
}

impl CallSettings {
    pub(crate) fn apply<A: FromResponse>(self, mut call: RequestBuilder<A>) -> RequestBuilder<A> {
        if let Some(timeout) = self.timeout {
            call = call.with_timeout(timeout);
        }
        if let Some(timeout) = self.first_byte_timeout {
            call = call.with_first_byte_timeout(timeout);
        }
        if let Some(timeout) = self.idle_timeout {
            call = call.with_idle_timeout(timeout);
        }
        if let Some(policy) = self.retry_policy {
            call = call.with_retry_policy(policy);
        }
        for (name, value) in self.headers {
            call = call.with_header(name, value);
        }
        for (name, value) in self.query {
            call = call.with_query(name, value);
        }
        call
    }
}

impl fmt::Debug for CallSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values may be the caller's secrets.
        f.debug_struct("CallSettings")
            .field("timeout", &self.timeout)
            .field("first_byte_timeout", &self.first_byte_timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("retry_policy", &self.retry_policy)
            .field("headers", &names(&self.headers))
            .field("query", &names(&self.query))
            .finish()
    }
}

fn names<N: AsRef<str>>(pairs: &[(N, String)]) -> Vec<&str> {
    pairs.iter().map(|(name, _)| name.as_ref()).collect()
}

/// The methods that set them, for a type with a field `settings`.
macro_rules! call_settings {
    () => {
        /// How long the call may take in all, in place of the client's
        /// [`timeout`](crate::ClientBuilder::timeout). For streams and binary answers: until the headers have come.
        pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
            self.settings.timeout = Some(timeout);
            self
        }

        /// How long the answer's first byte may take, in place of the client's
        /// [`first_byte_timeout`](crate::ClientBuilder::first_byte_timeout).
        pub fn first_byte_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.settings.first_byte_timeout = Some(timeout);
            self
        }

        /// How the call is tried again, in place of the client's [`retry_policy`](crate::ClientBuilder::retry_policy).
        pub fn retry_policy(mut self, policy: azure_openai_core::RetryPolicy) -> Self {
            self.settings.retry_policy = Some(policy);
            self
        }

        /// How long a stream or a binary answer may pause between two reads, in place of the client's
        /// [`idle_timeout`](crate::ClientBuilder::idle_timeout).
        pub fn idle_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.settings.idle_timeout = Some(timeout);
            self
        }

        /// Sends a header, in place of one of the same name.
        pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.settings.headers.push((name.into(), value.into()));
            self
        }

        /// Sends a query parameter, in place of those of the same name; `api-version` can be set too.
        pub fn query(mut self, name: impl Into<std::borrow::Cow<'static, str>>, value: impl Into<String>) -> Self {
            self.settings.query.push((name.into(), value.into()));
            self
        }

        /// Sends an id of your own (`x-ms-client-request-id`), which the service logs and sends back.
        pub fn client_request_id(self, id: impl Into<String>) -> Self {
            self.header("x-ms-client-request-id", id)
        }

        /// Sends a member of the body that this version of the crate does not know.
        pub fn extra(mut self, name: impl Into<String>, value: impl Into<azure_openai_core::Value>) -> Self {
            self.request.extra.insert(name.into(), value.into());
            self
        }
    };
}

/// Setters of a request's optional fields, for a type with a field `request`.
macro_rules! request_setters {
    ($request:ident { $($name:ident = $with:ident($type:ty)),* $(,)? }) => {
        $(
            #[doc = concat!(
                "Sets [`", stringify!($name), "`](crate::inference::", stringify!($request), "::", stringify!($name), ")."
            )]
            pub fn $name(mut self, $name: $type) -> Self {
                self.request = self.request.$with($name);
                self
            }
        )*
    };
}

/// Awaiting the value sends it; for a type with `into_builder`.
macro_rules! awaitable {
    ($name:ty, $answer:ty) => {
        impl std::future::IntoFuture for $name {
            type Output = Result<azure_openai_core::Response<$answer>, azure_openai_core::Error>;
            type IntoFuture = std::pin::Pin<Box<dyn std::future::Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                self.into_builder().into_future()
            }
        }

        impl $name {
            /// Sends it, as awaiting it does.
            ///
            /// # Errors
            /// Any [`Error`](crate::Error) of a call.
            pub async fn send(self) -> Result<azure_openai_core::Response<$answer>, azure_openai_core::Error> {
                self.into_builder().await
            }
        }
    };
}

pub(crate) use {awaitable, call_settings, request_setters};
