//! Responses as a Rust type. Feature `schemars`.

mod error;
mod parsed;
mod partial;
mod stream;

use std::fmt;
use std::future::IntoFuture;
use std::marker::PhantomData;
use std::pin::Pin;

use azure_openai_core::Error;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::request::ChatRequest;
use super::schema::response_format;
pub use error::StructuredError;
pub use parsed::Parsed;
pub use stream::ParsedStream;

impl ChatRequest {
    /// Requests a response that is a `T`, and decodes it. `T` is a struct with named fields; its schema is made
    /// [strict](super::schema) and sent as the response format.
    ///
    /// ```no_run
    /// use schemars::JsonSchema;
    /// use serde::Deserialize;
    ///
    /// #[derive(Deserialize, JsonSchema)]
    /// struct City {
    ///     name: String,
    ///     /// In the city proper.
    ///     inhabitants: u64,
    ///     mayor: Option<String>,
    /// }
    ///
    /// # async fn run(chat: azure_openai::Deployment) -> Result<(), azure_openai::chat::StructuredError> {
    /// let city = chat.chat("Which is the capital of Norway?").parse::<City>().await?;
    /// println!("{}: {} inhabitants ({:?})", city.value.name, city.value.inhabitants, city.response.usage);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The api-version is 2024-10-21 where the client has the older default of
    /// [`inference::API_VERSION`](crate::inference::API_VERSION), which has no schemas; any other that was set is sent.
    pub fn parse<T: JsonSchema + DeserializeOwned>(self) -> ParseRequest<T> {
        ParseRequest {
            request: response_format::<T>().map(|format| self.with_response_format(format).with_version_of_schemas()),
            type_: PhantomData,
        }
    }
}

/// A chat completion whose response is a `T`, from [`ChatRequest::parse`]; to be awaited, [sent](Self::send) or
/// [streamed](Self::stream).
#[must_use = "nothing is sent until the request is awaited or sent"]
pub struct ParseRequest<T> {
    request: Result<ChatRequest, Error>,
    type_: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> ParseRequest<T> {
    /// Sends the request, as awaiting it does.
    ///
    /// # Errors
    /// [`StructuredError`]: the request failed, or its response is not a `T`. A response that calls tools is one
    /// without text: see [`StructuredError::response`].
    pub async fn send(self) -> Result<Parsed<T>, StructuredError> {
        Parsed::of(self.request?.send().await?)
    }

    /// Sends the request and returns the response as it is written.
    ///
    /// # Errors
    /// [`StructuredError::Request`], where an error comes before the response begins.
    pub async fn stream(self) -> Result<ParsedStream<T>, StructuredError> {
        Ok(ParsedStream::new(self.request?.stream().await?))
    }
}

impl<T: DeserializeOwned + 'static> IntoFuture for ParseRequest<T> {
    type Output = Result<Parsed<T>, StructuredError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<T> fmt::Debug for ParseRequest<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParseRequest").field("request", &self.request).finish()
    }
}
