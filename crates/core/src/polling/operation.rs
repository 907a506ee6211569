//! Long-running operations: a first response that says that work has begun, and requests for its state until it is done.
//!
//! Azure's services say in three ways where the state is: a header `Azure-AsyncOperation` or `Operation-Location` leads to
//! an object with a `status`; a header `Location` leads to what returns 202 until it is done; and what a PUT or PATCH made
//! has its own `properties.provisioningState`. See [`RequestBuilder::until_done`].

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::time::Duration;

use http::{Method, StatusCode};
use tokio::time::{sleep, timeout};

use super::job::Interval;
use crate::error::{Error, ErrorKind};
use crate::incoming::Incoming;
use crate::operation::FinalState;
use crate::paging::{Items, List, Pages};
use crate::reader::{FromResponse, Json, Polled};
use crate::request_builder::RequestBuilder;
use crate::response::Response;

/// Polls a long-running operation to its end: awaited, it gives the operation's result.
///
/// The pauses between two polls grow, see [`Interval`]; where a response has `Retry-After`, that is how long the pause is.
/// A failed poll is retried as any request, then its error ends the polling. Dropping the poller does not cancel the
/// operation.
#[derive(Debug)]
#[must_use = "nothing is sent before this is awaited"]
pub struct OperationPoller<A> {
    call: RequestBuilder<A>,
    interval: Interval,
    deadline: Option<Duration>,
}

impl<A: FromResponse> RequestBuilder<A> {
    /// Sends the request, and polls the operation that it begins to its end. The result is that of the operation: see
    /// [`FinalState`]. An operation that the document does not call long-running is polled all the same, if its response
    /// says where.
    ///
    /// # Errors
    /// Awaiting fails with the errors of every request that is sent, [`ErrorKind::Job`] where the operation failed, was
    /// canceled or does not say how it goes on, and [`ErrorKind::ForeignLink`] where its state is not at the endpoint.
    pub fn until_done(self) -> OperationPoller<A> {
        OperationPoller {
            call: self,
            interval: Interval::new(Duration::from_secs(1), Duration::from_secs(30)),
            deadline: None,
        }
    }
}

impl<A: FromResponse> OperationPoller<A> {
    crate::setters! {
        /// How long to pause between two polls: at first 1 s, up to 30 s, unless set.
        pub fn with_interval(self, first: Duration, longest: Duration) =>
            interval = Interval::new(first, longest.max(first));
        /// How long to poll in all; then it is [`ErrorKind::Timeout`]. For as long as the operation runs, unless set.
        pub fn with_deadline(self, deadline: Duration) => deadline = Some(deadline);
    }

    async fn run(self) -> Result<Response<A::Value>, Error> {
        let id = self.call.operation().id;
        let deadline = self.deadline;
        let work = self.poll();
        let result = match deadline {
            Some(deadline) => timeout(deadline, work).await.unwrap_or_else(|_| {
                let text = format!("timed out after {deadline:?}: the operation still runs");
                Err(Error::new(ErrorKind::Timeout, text))
            }),
            None => work.await,
        };
        result.map_err(|error| error.with_operation(id))
    }

    async fn poll(self) -> Result<Response<A::Value>, Error> {
        let operation = self.call.operation();
        let get = self.call.to_get::<Polled>();
        let mut last = self.call.read_as::<Polled>().await?.into_value();
        let mut links = Links::default();
        links.update(&last);
        let way = Way::of(&operation.method, &last, &links)?;
        let mut pause = self.interval.first;
        let mut is_first = true;
        while way.is_running(&last, is_first)? {
            sleep(self.interval.next(&mut pause, last.head().retry_after())).await;
            last = fetch(&get, way.link(&links)).await?;
            links.update(&last);
            is_first = false;
        }
        let last = match way.result(operation.method.clone(), operation.long_running, &last, &links) {
            ResultSource::Last => last,
            ResultSource::Original => fetch(&get, None).await?,
            ResultSource::Link(link) => fetch(&get, Some(&link)).await?,
        };
        let head = last.head().clone();
        Ok(Response::new(A::read(last).await?, head))
    }
}

impl<L: List> OperationPoller<Json<L>> {
    /// The list that is the operation's result, page by page. It is polled to its end when the first page is asked for.
    pub fn pages(self) -> Pages<L> {
        let call = self.call.to_get();
        Pages::after(call, Box::pin(self.run()))
    }

    /// The list that is the operation's result, item by item.
    pub fn items(self) -> Items<L> {
        Items::new(self.pages())
    }
}

async fn fetch(get: &RequestBuilder<Polled>, link: Option<&str>) -> Result<Incoming, Error> {
    let again = get.to_get::<Polled>();
    let call = match link {
        Some(link) => again.at(link),
        None => again,
    };
    Ok(call.await?.into_value())
}

/// How the state is known.
enum Way {
    /// There is nothing to poll.
    Done,
    /// By the `status` of what a header leads to.
    Status,
    /// By the status code of what `Location` leads to.
    Location,
    /// By the provisioning state of what the operation made.
    Resource,
}

enum ResultSource {
    Last,
    Original,
    Link(String),
}

impl Way {
    fn of(method: &Method, first: &Incoming, links: &Links) -> Result<Self, Error> {
        let status = first.head().status;
        let makes = *method == Method::PUT || *method == Method::PATCH;
        let state = State::of(first);
        let is_made = makes && status == StatusCode::OK && state.provisioning.as_deref().is_some_and(is_success);
        if status == StatusCode::NO_CONTENT || is_made {
            return Ok(Self::Done);
        }
        if links.status.is_some() {
            return Ok(Self::Status);
        }
        if links.location.is_some() && status != StatusCode::OK {
            return Ok(Self::Location);
        }
        if makes && (status != StatusCode::CREATED || !first.peek().trim_ascii().is_empty()) {
            return Ok(Self::Resource);
        }
        if status == StatusCode::OK || status == StatusCode::CREATED && !makes {
            return Ok(Self::Done);
        }
        Err(first.job_error("the operation goes on, and the response does not say where its state is"))
    }

    fn is_running(&self, last: &Incoming, is_first: bool) -> Result<bool, Error> {
        let status = last.head().status;
        let accepted = status == StatusCode::ACCEPTED;
        match self {
            Self::Done => Ok(false),
            Self::Status if is_first => Ok(true),
            Self::Status if status == StatusCode::NO_CONTENT => Ok(false),
            Self::Status => match State::of(last).status {
                Some(state) => is_open(last, &state),
                None => Err(last.job_error("the state of the operation has no `status`")),
            },
            Self::Location if is_first || accepted => Ok(true),
            Self::Location => match State::of(last).provisioning {
                Some(state) if !is_success(&state) => is_open(last, &state).map(|_| false),
                _ => Ok(false),
            },
            Self::Resource => match State::of(last).provisioning {
                Some(state) => is_open(last, &state),
                None if last.peek().trim_ascii().is_empty() && !accepted && !is_first => {
                    Err(last.job_error("what the operation made has no body"))
                }
                None => Ok(accepted || is_first && status == StatusCode::CREATED),
            },
        }
    }

    /// Where the next state is; `None` at the operation's own URL.
    fn link<'a>(&self, links: &'a Links) -> Option<&'a str> {
        match self {
            Self::Status => links.status.as_deref(),
            Self::Location => links.location.as_deref(),
            Self::Done | Self::Resource => None,
        }
    }

    fn result(&self, method: Method, declared: Option<FinalState>, last: &Incoming, links: &Links) -> ResultSource {
        let makes = method == Method::PUT || method == Method::PATCH;
        let location = || links.location.clone().map(ResultSource::Link);
        match (self, declared.unwrap_or(FinalState::ByMethod)) {
            (Self::Done | Self::Resource, _) => ResultSource::Last,
            (Self::Location, FinalState::OriginalUri) => ResultSource::Original,
            (Self::Location, _) => ResultSource::Last,
            (Self::Status, FinalState::Location) => location().unwrap_or(ResultSource::Last),
            (Self::Status, FinalState::OriginalUri) => ResultSource::Original,
            (Self::Status, FinalState::LastState) if !makes => ResultSource::Last,
            (Self::Status, _) => match State::of(last).resource {
                Some(link) => ResultSource::Link(link),
                None if makes => ResultSource::Original,
                None if method == Method::POST => location().unwrap_or(ResultSource::Last),
                None => ResultSource::Last,
            },
        }
    }
}

/// The headers that say where the state is. A response without them leaves them as they are.
#[derive(Default)]
struct Links {
    status: Option<String>,
    location: Option<String>,
}

impl Links {
    fn update(&mut self, incoming: &Incoming) {
        let header = |name: &str| {
            let value = incoming.head().header(name).map(str::trim);
            value.filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let status = header("azure-asyncoperation").or_else(|| header("operation-location"));
        self.status = status.or(self.status.take());
        self.location = header("location").or(self.location.take());
    }
}

/// What a state says of the operation.
#[derive(Default)]
struct State {
    status: Option<String>,
    provisioning: Option<String>,
    resource: Option<String>,
}

impl State {
    fn of(incoming: &Incoming) -> Self {
        let text = |value: Option<&serde_json::Value>| value?.as_str().map(str::to_owned);
        let Ok(body) = serde_json::from_slice::<serde_json::Value>(incoming.peek()) else {
            return Self::default();
        };
        Self {
            status: text(body.get("status")),
            provisioning: text(body.pointer("/properties/provisioningState")),
            resource: text(body.get("resourceLocation")),
        }
    }
}

fn is_success(state: &str) -> bool {
    state.eq_ignore_ascii_case("succeeded")
}

/// Whether a state is not the last one.
fn is_open(incoming: &Incoming, state: &str) -> Result<bool, Error> {
    match ["failed", "canceled", "cancelled"]
        .iter()
        .any(|end| state.eq_ignore_ascii_case(end))
    {
        true => Err(incoming.job_error(format!("the operation ended as `{}`", state.escape_debug()))),
        false => Ok(!is_success(state)),
    }
}

impl<A: FromResponse> IntoFuture for OperationPoller<A> {
    type Output = Result<Response<A::Value>, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}
