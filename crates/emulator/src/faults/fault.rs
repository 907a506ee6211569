//! What can go wrong, as types.

use std::time::Duration;

use http::Method;

use super::kinds::{Cut, EventShape, FaultBody, Garble, Place, RetryAfter};
use super::target::Target;
use super::when::When;

/// Something that goes wrong: what, for which requests, and how often.
///
/// Made with the methods below or read from text; [`Display`](std::fmt::Display) gives the text back. All of them but
/// `status` may be combined freely: `status=503; retry-after=2; first=2; operation=Batch_Get`. Without conditions a
/// fault meets every request to the service, the emulator's own `/emulator` aside.
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
/// What can't be is said when the fault is put to use, by [`Builder::start`](crate::Builder::start) or
/// [`Faults::add`](crate::Faults::add).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fault {
    pub(super) target: Target,
    pub(super) when: When,
    pub(super) acted: bool,
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
}

impl Fault {
    /// A fault that does nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers with this status (200 to 599) instead of asking the operation.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Answers with a redirect to this URL: 307, if no other status is set.
    #[must_use]
    pub fn redirect(mut self, url: impl Into<String>) -> Self {
        self.redirect = Some(url.into());
        self
    }

    /// The kind of body that goes with the status; the service's by default.
    #[must_use]
    pub fn body(mut self, body: FaultBody) -> Self {
        self.body = Some(body);
        self
    }

    /// The error code in the service's body, instead of the usual one for the status.
    #[must_use]
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The message in the body, instead of the usual one for the status.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Tells when to try again, with the status. Call it again to tell it in several ways.
    #[must_use]
    pub fn retry_after(mut self, retry_after: RetryAfter) -> Self {
        self.retry_after.push(retry_after);
        self
    }

    /// Resets the connection (TCP RST) when the answer has come so far.
    #[must_use]
    pub fn reset(mut self, place: Place) -> Self {
        self.cut = Some((Cut::Reset, place));
        self
    }

    /// Closes the connection (TCP FIN) when the answer has come so far.
    #[must_use]
    pub fn close(mut self, place: Place) -> Self {
        self.cut = Some((Cut::Close, place));
        self
    }

    /// Ends the body when it has come so far, as if it were complete.
    #[must_use]
    pub fn end(mut self, place: Place) -> Self {
        self.cut = Some((Cut::End, place));
        self
    }

    /// Does the operation before the answer is lost to [`status`](Self::status), [`redirect`](Self::redirect) or a cut
    /// before the headers. Without it the operation is not done.
    #[must_use]
    pub fn acted(mut self) -> Self {
        self.acted = true;
        self
    }

    /// Waits before anything else, in the emulator's time, a day at most.
    #[must_use]
    pub fn latency(mut self, wait: Duration) -> Self {
        self.latency = wait;
        self
    }

    /// Waits between the answer's headers and the first byte of its body, in the emulator's time, a day at most.
    #[must_use]
    pub fn first_byte(mut self, wait: Duration) -> Self {
        self.first_byte = wait;
        self
    }

    /// Waits between two pieces of the body (an event stream's events), in the emulator's time, a day at most.
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

    /// Ends an event stream with an event `{"error":…}` after so many events, without `[DONE]`. Other answers are left
    /// alone.
    #[must_use]
    pub fn error_event(mut self, after: u64) -> Self {
        self.error_event = Some(after);
        self
    }

    /// Gives the answer another content type, or none.
    #[must_use]
    pub fn content_type(mut self, content_type: Option<&str>) -> Self {
        self.content_type = Some(content_type.map(str::to_owned));
        self
    }

    /// Writes an event stream in an unusual way. Call it again for several ways at once.
    #[must_use]
    pub fn event_shape(mut self, shape: EventShape) -> Self {
        if !self.event_shapes.contains(&shape) {
            self.event_shapes.push(shape);
        }
        self
    }

    /// Writes the body so many bytes at a time, wherever that splits it.
    #[must_use]
    pub fn chop(mut self, bytes: usize) -> Self {
        self.chop = Some(bytes);
        self
    }

    /// Only requests of this operation, by the document's id: `ChatCompletions_Create`.
    #[must_use]
    pub fn operation(mut self, id: impl Into<String>) -> Self {
        self.target.operation = Some(id.into());
        self
    }

    /// Only requests with this method.
    #[must_use]
    pub fn method(mut self, method: Method) -> Self {
        self.target.method = Some(method);
        self
    }

    /// Only requests whose path starts so: `/openai/files`.
    #[must_use]
    pub fn path(mut self, start: impl Into<String>) -> Self {
        self.target.path = Some(start.into());
        self
    }

    /// Only requests to this deployment.
    #[must_use]
    pub fn deployment(mut self, name: impl Into<String>) -> Self {
        self.target.deployment = Some(name.into());
        self
    }

    /// Lets so many requests pass first.
    #[must_use]
    pub fn skip(mut self, requests: u64) -> Self {
        self.when.skip = requests;
        self
    }

    /// Only the first so many requests (after those skipped).
    #[must_use]
    pub fn first(mut self, requests: u64) -> Self {
        self.when.first = Some(requests);
        self
    }

    /// Only every n-th request: with 3 the third, the sixth and so on.
    #[must_use]
    pub fn every(mut self, n: u64) -> Self {
        self.when.every = Some(n);
        self
    }

    /// Only so large a part of the requests, from 0 to 1, drawn by the seed: the same seed always picks the same.
    #[must_use]
    pub fn probability(mut self, probability: f64, seed: u64) -> Self {
        self.when.probability = Some(probability);
        self.when.seed = seed;
        self
    }
}
