//! A fault, and the methods to build one.

use std::time::Duration;

use http::Method;

use super::kinds::{Cut, EventShape, FaultBody, Garble, Label, Place, RetryAfter, ToolPieces};
use super::target::Target;
use super::when::When;

/// A failure on demand: what fails, for which requests, and how often.
///
/// Made with the methods below or parsed from text; [`Display`](std::fmt::Display) returns the text. All parts may be
/// combined: `status=503; retry-after=2; first=2; operation=Batch_Get`. Without conditions a fault applies to every request
/// to the service, but not to `/emulator`.
///
/// ```
/// use azure_openai_emulator::{Fault, RetryAfter};
///
/// let fault = Fault::new().status(429).retry_after(RetryAfter::Seconds(2)).first(3);
/// assert_eq!(fault.to_string(), "status=429; retry-after=2; first=3");
/// assert_eq!(fault, "status=429; retry-after=2; first=3".parse()?);
/// # Ok::<(), azure_openai_emulator::InvalidFault>(())
/// ```
///
/// [`Builder::start`](crate::Builder::start) and [`Faults::add`](crate::Faults::add) refuse invalid faults.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fault {
    pub(super) target: Target,
    pub(super) when: When,
    pub(super) processed: bool,
    pub(super) latency: Duration,
    pub(super) first_byte: Duration,
    pub(super) pace: Duration,
    pub(super) status: Option<u16>,
    pub(super) redirect: Option<String>,
    pub(super) body: Option<FaultBody>,
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) retry_after: Vec<RetryAfter>,
    pub(super) cut: Option<(Cut, Place)>,
    pub(super) garble: Option<Garble>,
    pub(super) error_event: Option<u64>,
    /// `Some(None)` takes the header away.
    pub(super) content_type: Option<Option<String>>,
    pub(super) event_shapes: Vec<EventShape>,
    pub(super) chop: Option<usize>,
    pub(super) gzip: bool,
    pub(super) label: Option<Label>,
    pub(super) keep_alive: Duration,
    pub(super) tool_pieces: Vec<ToolPieces>,
    pub(super) parts_content: bool,
    pub(super) ignored_after: bool,
}

impl Fault {
    /// Creates a fault without any effect yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Responds with this status (200 to 599) instead of running the operation.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Responds with a redirect to this URL, with 307 unless another status is set.
    #[must_use]
    pub fn redirect(mut self, url: impl Into<String>) -> Self {
        self.redirect = Some(url.into());
        self
    }

    /// Sets the kind of body that is sent with the status. Default: the service's.
    #[must_use]
    pub fn body(mut self, body: FaultBody) -> Self {
        self.body = Some(body);
        self
    }

    /// Sets the error code in the service's body. Default: the usual one for the status.
    #[must_use]
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Sets the message in the body. Default: the usual one for the status.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Says when to retry, with the status. May be called several times, for several headers.
    #[must_use]
    pub fn retry_after(mut self, retry_after: RetryAfter) -> Self {
        self.retry_after.push(retry_after);
        self
    }

    /// Resets the connection (TCP RST) at this place of the response.
    #[must_use]
    pub fn reset(mut self, place: Place) -> Self {
        self.cut = Some((Cut::Reset, place));
        self
    }

    /// Closes the connection (TCP FIN) at this place of the response.
    #[must_use]
    pub fn close(mut self, place: Place) -> Self {
        self.cut = Some((Cut::Close, place));
        self
    }

    /// Ends the body at this place, as if it were complete.
    #[must_use]
    pub fn end(mut self, place: Place) -> Self {
        self.cut = Some((Cut::End, place));
        self
    }

    /// Runs the operation before its response is lost to [`status`](Self::status), [`redirect`](Self::redirect) or a cut
    /// before the headers. Without it the operation is not run.
    #[must_use]
    pub fn processed(mut self) -> Self {
        self.processed = true;
        self
    }

    /// Waits before anything else, by the emulator's clock; a day at most.
    #[must_use]
    pub fn latency(mut self, wait: Duration) -> Self {
        self.latency = wait;
        self
    }

    /// Waits between the response's headers and the first byte of its body, by the emulator's clock; a day at most.
    #[must_use]
    pub fn first_byte(mut self, wait: Duration) -> Self {
        self.first_byte = wait;
        self
    }

    /// Waits between two chunks of the body (events of a stream), by the emulator's clock; a day at most.
    #[must_use]
    pub fn pace(mut self, wait: Duration) -> Self {
        self.pace = wait;
        self
    }

    /// Breaks the body.
    #[must_use]
    pub fn garble(mut self, garble: Garble) -> Self {
        self.garble = Some(garble);
        self
    }

    /// Ends an event stream with an event `{"error":…}` after this many events, without `[DONE]`. Other responses are not
    /// changed.
    #[must_use]
    pub fn error_event(mut self, after: u64) -> Self {
        self.error_event = Some(after);
        self
    }

    /// Sets another content type, or removes it.
    #[must_use]
    pub fn content_type(mut self, content_type: Option<&str>) -> Self {
        self.content_type = Some(content_type.map(str::to_owned));
        self
    }

    /// Writes an event stream in an unusual shape. May be called several times, for several shapes.
    #[must_use]
    pub fn event_shape(mut self, shape: EventShape) -> Self {
        if !self.event_shapes.contains(&shape) {
            self.event_shapes.push(shape);
        }
        self
    }

    /// Writes the body in chunks of this many bytes, wherever that splits it.
    #[must_use]
    pub fn chop(mut self, bytes: usize) -> Self {
        self.chop = Some(bytes);
        self
    }

    /// Applies to requests of this operation only, by the document's id: `ChatCompletions_Create`.
    #[must_use]
    pub fn operation(mut self, id: impl Into<String>) -> Self {
        self.target.operation = Some(id.into());
        self
    }

    /// Applies to requests with this method only.
    #[must_use]
    pub fn method(mut self, method: Method) -> Self {
        self.target.method = Some(method);
        self
    }

    /// Applies to requests only whose path has this prefix: `/openai/files`.
    #[must_use]
    pub fn path(mut self, start: impl Into<String>) -> Self {
        self.target.path = Some(start.into());
        self
    }

    /// Applies to requests to this deployment only.
    #[must_use]
    pub fn deployment(mut self, name: impl Into<String>) -> Self {
        self.target.deployment = Some(name.into());
        self
    }

    /// Lets this many requests pass first.
    #[must_use]
    pub fn skip(mut self, requests: u64) -> Self {
        self.when.skip = requests;
        self
    }

    /// Applies to the first requests only, after those skipped.
    #[must_use]
    pub fn first(mut self, requests: u64) -> Self {
        self.when.first = Some(requests);
        self
    }

    /// Applies to every n-th request only: with 3 to the third, the sixth and so on.
    #[must_use]
    pub fn every(mut self, n: u64) -> Self {
        self.when.every = Some(n);
        self
    }

    /// Applies to this fraction of the requests only, from 0 to 1, drawn by the seed: the same seed always draws the same
    /// requests.
    #[must_use]
    pub fn probability(mut self, probability: f64, seed: u64) -> Self {
        self.when.probability = Some(probability);
        self.when.seed = seed;
        self
    }
}
