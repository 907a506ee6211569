//! A call that waits to be awaited.

use std::borrow::Cow;
use std::fmt;
use std::future::{Future, IntoFuture};
use std::marker::PhantomData;
use std::pin::Pin;
use std::time::Duration;

use serde_json::Value;

use tracing::Instrument;

use crate::error::Error;
use crate::operation::Operation;
use crate::pipeline::{Limits, Pipeline};
use crate::reader::FromResponse;
use crate::request::{PreparedRequest, Request};
use crate::response::Response;
use crate::retry::RetryPolicy;
use crate::telemetry::{AnswerSpan, CallSpan};
use crate::value::ToParameter;

/// One call of an operation, whose answer is read as `A`: [`Json`](crate::Json), [`Binary`](crate::Binary),
/// [`Events`](crate::Events), …
///
/// Nothing happens until it is awaited, in a tokio runtime. Dropping the future ends the call and closes its connection.
///
/// ```no_run
/// # use azure_openai_core::{RequestBuilder, Error, Json, Value};
/// # use std::time::Duration;
/// # async fn run(call: RequestBuilder<Json<Value>>) -> Result<(), Error> {
/// let answer = call.with_timeout(Duration::from_secs(30)).with_client_request_id("order-17").await?;
/// println!("{} {:?}", answer.status(), answer.request_id());
/// # Ok(())
/// # }
/// ```
#[must_use = "a call does nothing until it is awaited"]
pub struct RequestBuilder<A> {
    pipeline: Pipeline,
    request: Request,
    limits: Limits,
    answer: PhantomData<fn() -> A>,
}

impl<A: FromResponse> RequestBuilder<A> {
    /// A call that the pipeline is to send.
    pub fn new(pipeline: &Pipeline, request: Request) -> Self {
        Self {
            pipeline: pipeline.clone(),
            request,
            limits: Limits::default(),
            answer: PhantomData,
        }
    }

    /// How long this call may take, in place of the pipeline's
    /// [`timeout`](crate::PipelineBuilder::timeout). For streams and binary answers: until the headers have come.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = Some(timeout);
        self
    }

    /// How long each attempt may wait for the headers of its answer, in place of the pipeline's
    /// [`first_byte_timeout`](crate::PipelineBuilder::first_byte_timeout).
    pub fn with_first_byte_timeout(mut self, timeout: Duration) -> Self {
        self.limits.first_byte_timeout = Some(timeout);
        self
    }

    /// How this call is tried again, in place of the pipeline's
    /// [`retry_policy`](crate::PipelineBuilder::retry_policy).
    pub fn with_retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.limits.retry_policy = Some(policy);
        self
    }

    /// How long this call's answer may pause between two reads, in place of the pipeline's
    /// [`idle_timeout`](crate::PipelineBuilder::idle_timeout).
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        self.limits.idle_timeout = Some(timeout);
        self
    }

    /// Sends a header with this call, in place of one of the same name.
    pub fn with_header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        self.request.set_header(name.as_ref(), value.as_ref());
        self
    }

    /// Sends a query parameter with this call, in place of those of the same name. `api-version` can be set too.
    pub fn with_query(mut self, name: impl Into<Cow<'static, str>>, value: impl ToParameter) -> Self {
        self.request.set_query(name.into(), value.to_parameter().into_owned());
        self
    }

    /// Sends a member of the JSON object, or a field of the form, that is the body, in place of one of the same name. For
    /// parameters that the types do not know; not for `stream`, which decides how the answer is read.
    pub fn with_body_field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.request.set_body_field(name.into(), value.into());
        self
    }

    /// Sends an id of the caller's own (`x-ms-client-request-id`), which the service logs and sends back.
    pub fn with_client_request_id(self, id: impl AsRef<str>) -> Self {
        self.with_header("x-ms-client-request-id", id)
    }

    /// The request as it would be sent, without I/O and without the credential.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where it cannot be made, as awaiting would tell.
    pub fn into_request(self) -> Result<PreparedRequest, Error> {
        self.pipeline.prepare(self.request, A::ACCEPT)
    }

    /// Goes on where the server said that the answer does: a GET of a link that an earlier answer held, with this call's
    /// headers, timeouts and credential. Path and query are the link's; the api-version is added where it has none.
    ///
    /// # Errors
    /// Awaiting fails with [`ErrorKind::ForeignLink`](crate::ErrorKind::ForeignLink) where the link does not point to the
    /// endpoint's own scheme, host and port.
    pub fn following(mut self, link: impl Into<String>) -> Self {
        self.request.set_link(link.into());
        self
    }

    /// The same call once more, settings included; `None` where its body can be sent only once, or where it was made
    /// wrongly, as awaiting it would tell.
    pub fn again(&self) -> Option<Self> {
        Some(Self {
            pipeline: self.pipeline.clone(),
            request: self.request.again()?,
            limits: self.limits,
            answer: PhantomData,
        })
    }

    /// The operation that is called.
    pub fn operation(&self) -> &'static Operation {
        self.request.operation
    }

    async fn send(self) -> Result<Response<A::Value>, Error> {
        let mut call = CallSpan::new(
            &self.request,
            self.pipeline.endpoint(),
            A::ACCEPT == "text/event-stream",
            self.pipeline.captures_content(),
        );
        let answer = call.answer();
        let result = self.answer(answer).instrument(call.span()).await;
        if let Err(error) = &result {
            call.fail(error);
        }
        result
    }

    async fn answer(self, answer: AnswerSpan) -> Result<Response<A::Value>, Error> {
        let request = self.pipeline.prepare(self.request, A::ACCEPT)?;
        let mut incoming = self.pipeline.send(&request, self.limits, A::WHOLE).await?;
        drop(request);
        incoming.telemetry = answer;
        let head = incoming.head().clone();
        let value = A::read(incoming).await?;
        Ok(Response::new(value, head))
    }
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
        f.debug_struct("Call")
            .field("request", &self.request)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
