//! A request that is sent when it is awaited.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::{Pin, pin};

use futures_core::future::BoxFuture;

use crate::error::Error;
use crate::incoming::Incoming;
use crate::operation::Operation;
use crate::pipeline::Pipeline;
use crate::reader::FromResponse;
use crate::request::{NextPage, PreparedRequest, Request, RequestOptions};
use crate::response::Response;
use crate::telemetry::{CallSpan, Called};

/// One request of an operation, whose response is read as `A`: [`Json`](crate::Json), [`Binary`](crate::Binary),
/// [`Events`](crate::Events), …
///
/// Nothing happens until it is awaited, in a tokio runtime. Dropping the future ends the request and closes its connection.
///
/// ```no_run
/// # use azure_openai_core::{RequestBuilder, Error, Json, Value};
/// # use std::time::Duration;
/// # async fn run(request: RequestBuilder<Json<Value>>) -> Result<(), Error> {
/// let response = request.with_timeout(Duration::from_secs(30)).with_client_request_id("order-17").await?;
/// println!("{} {:?}", response.head().status(), response.head().request_id());
/// # Ok(())
/// # }
/// ```
#[must_use = "a request is not sent until it is awaited"]
pub struct RequestBuilder<A> {
    pipeline: Pipeline,
    request: Request,
    options: RequestOptions,
    reader: PhantomData<fn() -> A>,
}

impl<A: FromResponse> RequestBuilder<A> {
    /// A request that the pipeline is to send.
    pub fn new(pipeline: &Pipeline, request: Request) -> Self {
        Self {
            pipeline: pipeline.clone(),
            request,
            options: RequestOptions::default(),
            reader: PhantomData,
        }
    }

    crate::request_option_setters!(options);

    /// The request as it would be sent, without I/O and without the credential.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where it cannot be made, as awaiting it would report.
    pub fn into_request(mut self) -> Result<PreparedRequest, Error> {
        self.request.apply(&mut self.options);
        self.pipeline.prepare(self.request, A::ACCEPT)
    }

    /// Follows a link of an earlier response: a GET with this request's
    /// headers, timeouts and credential. Path and query are the link's; the api-version is added where it has none.
    ///
    /// # Errors
    /// Awaiting fails with [`ErrorKind::ForeignLink`](crate::ErrorKind::ForeignLink) where the link does not point to the
    /// endpoint's own scheme, host and port.
    pub fn following(mut self, link: impl Into<String>) -> Self {
        self.request.follow(link.into());
        self
    }

    /// A GET of the same URL, without the body, with this call's headers and settings.
    pub(crate) fn to_get<B: FromResponse>(&self) -> RequestBuilder<B> {
        RequestBuilder {
            pipeline: self.pipeline.clone(),
            request: self.request.as_get(),
            options: self.options.clone(),
            reader: PhantomData,
        }
    }

    /// The same request, read otherwise.
    pub(crate) fn read_as<B: FromResponse>(self) -> RequestBuilder<B> {
        RequestBuilder {
            pipeline: self.pipeline,
            request: self.request,
            options: self.options,
            reader: PhantomData,
        }
    }

    /// A GET of a link that the server gave, whatever the next page of a list is.
    pub(crate) fn at(mut self, link: &str) -> Self {
        self.request.go_to(link.to_owned());
        self
    }

    /// Whether the response says nothing of a next page.
    pub(crate) fn has_single_page(&self) -> bool {
        self.request.next_page == NextPage::None
    }

    /// The same request once more, settings included; `None` where its body can be sent only once, or where it was made
    /// wrongly, as awaiting it would report.
    pub fn again(&self) -> Option<Self> {
        Some(Self {
            pipeline: self.pipeline.clone(),
            request: self.request.again()?,
            options: self.options.clone(),
            reader: PhantomData,
        })
    }

    /// The operation that is called.
    pub fn operation(&self) -> &'static Operation {
        self.request.operation
    }

    async fn send(self) -> Result<Response<A::Value>, Error> {
        let (incoming, call) = open(self.pipeline, self.request, self.options, A::ACCEPT, A::WHOLE).await?;
        let head = incoming.head().clone();
        match call.run(pin!(A::read(incoming))).await {
            Ok(value) => Ok(Response::new(value, head)),
            Err(error) => Err(call.fail(error)),
        }
    }
}

/// Sends a request until there is a response to read. A trait object, since the code of a future, and of all that it
/// awaits, is compiled in each crate that awaits it.
fn open(
    pipeline: Pipeline,
    mut request: Request,
    mut options: RequestOptions,
    accept: &'static str,
    whole: bool,
) -> BoxFuture<'static, Result<(Incoming, CallSpan), Error>> {
    Box::pin(async move {
        request.apply(&mut options);
        let mut call = CallSpan::new(
            Called {
                operation: request.operation,
                endpoint: pipeline.endpoint(),
                deployment: request.deployment(),
                body: request.bytes(),
            },
            accept == "text/event-stream",
            pipeline.captures_content(),
        );
        let response = call.response();
        let sent = async {
            let request = pipeline.prepare(request, accept)?;
            pipeline.send(&request, &options, whole).await
        };
        match call.run(pin!(sent)).await {
            Ok(mut incoming) => {
                incoming.telemetry = response.with_secrets(incoming.secret());
                Ok((incoming, call))
            }
            Err(error) => Err(call.fail(error)),
        }
    })
}

impl<A: FromResponse> IntoFuture for RequestBuilder<A> {
    type Output = Result<Response<A::Value>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<A> fmt::Debug for RequestBuilder<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestBuilder")
            .field("request", &self.request)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
