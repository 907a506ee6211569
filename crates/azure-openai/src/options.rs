//! What the requests of a deployment have in common: setters, and how they are sent.

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

/// A request of a deployment: the struct, its constructor, and the setters of its fields and options. The caller
/// imports `Deployment`.
macro_rules! request_type {
    ($(#[$attribute:meta])* $name:ident($request:ident) $($setters:tt)*) => {
        $(#[$attribute])*
        #[derive(Debug)]
        #[must_use = "nothing is sent until the request is awaited or sent"]
        pub struct $name {
            pub(crate) deployment: Deployment,
            pub(crate) request: $request,
            pub(crate) options: azure_openai_core::RequestOptions,
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

            azure_openai_core::request_option_setters!(options);
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
            pub fn send(
                self,
            ) -> impl Future<Output = Result<azure_openai_core::Response<$response>, azure_openai_core::Error>> + Send
            {
                self.into_future()
            }
        }
    };
}

/// How a request is sent: by `create` of a group of operations, which takes it by reference or as it is; and by
/// `create_stream`, where a response can come in events.
macro_rules! sent_by {
    ($name:ident, $group:ident($($reference:tt)?) -> $reader:ty, $response:ty) => {
        impl $name {
            /// Returns the request as core sends it, for a response that is not streamed.
            pub fn into_builder(self) -> azure_openai_core::RequestBuilder<$reader> {
                let operations = self.deployment.client.inference.$group();
                let builder = operations.create(&self.deployment.name, $($reference)? self.request);
                builder.with_options(self.options)
            }
        }

        crate::options::awaitable!($name, $response);
    };
    ($name:ident, $group:ident($($reference:tt)?) -> $reader:ty, $response:ty, $event:ty) => {
        crate::options::sent_by!($name, $group($($reference)?) -> $reader, $response);

        impl $name {
            /// Returns the request as core sends it, with a response in events.
            pub fn into_stream_builder(self) -> azure_openai_core::RequestBuilder<azure_openai_core::Events<$event>> {
                let operations = self.deployment.client.inference.$group();
                let builder = operations.create_stream(&self.deployment.name, $($reference)? self.request);
                builder.with_options(self.options)
            }
        }
    };
}

pub(crate) use {awaitable, field_setters, request_type, sent_by};
