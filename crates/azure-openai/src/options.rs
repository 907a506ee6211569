//! What the requests of a deployment have in common: options, setters, and how they are sent.

mod request_options;

pub use request_options::RequestOptions;
pub(crate) use request_options::WithOptions;

/// The setters of [`RequestOptions`](crate::RequestOptions), for a type with a field `options`.
macro_rules! option_setters {
    () => {
        /// Sets the options that are set in `options`; the others stay as they are.
        pub fn with_options(mut self, options: crate::options::RequestOptions) -> Self {
            self.options = self.options.with_options(options);
            self
        }

        /// Sets the limit of the whole operation, retries and waits included. For streams and binary responses it ends
        /// when the headers have arrived. See [`RequestOptions::with_timeout`](crate::RequestOptions::with_timeout).
        pub fn with_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.options = self.options.with_timeout(timeout);
            self
        }

        /// Sets how long each attempt may wait for the response headers.
        pub fn with_first_byte_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.options = self.options.with_first_byte_timeout(timeout);
            self
        }

        /// Sets how long a response may pause between two reads.
        pub fn with_idle_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.options = self.options.with_idle_timeout(timeout);
            self
        }

        /// Sets how failed requests are retried.
        pub fn with_retry_policy(mut self, policy: azure_openai_core::RetryPolicy) -> Self {
            self.options = self.options.with_retry_policy(policy);
            self
        }

        /// Sends a header, in place of one of the same name.
        pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.options = self.options.with_header(name, value);
            self
        }

        /// Sends a query parameter, in place of those of the same name; `api-version` can be set too.
        pub fn with_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.options = self.options.with_query(name, value);
            self
        }

        /// Sends a field of the body that the types do not know. It replaces a known field of the same name.
        pub fn with_body_field(mut self, name: impl Into<String>, value: impl Into<azure_openai_core::Value>) -> Self {
            self.options = self.options.with_body_field(name, value);
            self
        }
    };
}

/// Setters of a request's optional fields, for a type with a field `request`: those of any type, and those of integers.
macro_rules! field_setters {
    ($request:ident { $($with:ident($type:ty)),* $(,)? } $({ $($integer:ident),* $(,)? })?) => {
        $($(
            #[doc = concat!(
                "Sets the field of the request: see [`", stringify!($request), "::", stringify!($integer),
                "`](crate::inference::", stringify!($request), "::", stringify!($integer), ")."
            )]
            pub fn $integer(mut self, value: impl Into<i64>) -> Self {
                self.request = self.request.$integer(value.into());
                self
            }
        )*)?
        $(
            #[doc = concat!(
                "Sets the field of the request: see [`", stringify!($request), "::", stringify!($with),
                "`](crate::inference::", stringify!($request), "::", stringify!($with), ")."
            )]
            pub fn $with(mut self, value: $type) -> Self {
                self.request = self.request.$with(value);
                self
            }
        )*
    };
}

/// A request of a deployment: the struct, its constructor, and the setters of its fields and options. The caller imports
/// `Deployment`.
macro_rules! request_type {
    ($(#[$attribute:meta])* $name:ident($request:ident) $($setters:tt)*) => {
        $(#[$attribute])*
        #[derive(Debug)]
        #[must_use = "nothing is sent until the request is awaited or sent"]
        pub struct $name {
            pub(crate) deployment: Deployment,
            pub(crate) request: $request,
            pub(crate) options: crate::options::RequestOptions,
        }

        impl $name {
            pub(crate) fn new(deployment: &Deployment, request: $request) -> Self {
                Self {
                    deployment: deployment.clone(),
                    request,
                    options: deployment.options.clone(),
                }
            }

            crate::options::field_setters!($request $($setters)*);

            crate::options::option_setters!();

            /// Sends an id of your own (`x-ms-client-request-id`), which the service logs and sends back.
            pub fn with_client_request_id(self, id: impl Into<String>) -> Self {
                self.with_header("x-ms-client-request-id", id)
            }
        }
    };
}

/// Awaiting the request sends it; for a type with `into_builder`.
macro_rules! awaitable {
    ($name:ty, $response:ty) => {
        impl std::future::IntoFuture for $name {
            type Output = Result<azure_openai_core::Response<$response>, azure_openai_core::Error>;
            type IntoFuture = std::pin::Pin<Box<dyn std::future::Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                self.into_builder().into_future()
            }
        }

        impl $name {
            /// Sends the request, as awaiting it does.
            ///
            /// # Errors
            /// Any [`Error`](crate::Error) of a request.
            pub async fn send(self) -> Result<azure_openai_core::Response<$response>, azure_openai_core::Error> {
                self.into_builder().await
            }
        }
    };
}

pub(crate) use {awaitable, field_setters, option_setters, request_type};
