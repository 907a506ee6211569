//! A fault, and the methods to build one.

use std::time::Duration;

use http::Method;

use super::kinds::{Cut, EventShape, FaultBody, Garble, Label, Place, RetryAfter, ToolChunks};
use super::target::Target;
use super::when::When;
use crate::setters::setters;

/// A failure on demand: what fails, for which requests, and how often.
///
/// Made with the methods below or parsed from text; [`Display`](std::fmt::Display) returns the text. All parts may be
/// combined: `status=503; retry-after=2; first=2; operation=Batch_Get`. Without conditions a fault applies to every
/// request to the service, but not to `/emulator`.
///
/// ```
/// use azure_openai_emulator::{Fault, RetryAfter};
///
/// let fault = Fault::new().with_status(429).with_retry_after(RetryAfter::Seconds(2)).with_first(3);
/// assert_eq!(fault.to_string(), "status=429; retry-after=2; first=3");
/// assert_eq!(fault, "status=429; retry-after=2; first=3".parse()?);
/// # Ok::<(), azure_openai_emulator::InvalidFault>(())
/// ```
///
/// [`Builder::start`](crate::Builder::start) and [`Faults::add`](crate::Faults::add) refuse invalid faults.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "a fault does nothing until an emulator has it"]
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
    /// At most one of these three.
    pub(super) reset: Option<Place>,
    pub(super) close: Option<Place>,
    pub(super) end: Option<Place>,
    pub(super) garble: Option<Garble>,
    pub(super) error_event: Option<u64>,
    /// `none` takes the header away.
    pub(super) content_type: Option<String>,
    pub(super) event_shapes: Vec<EventShape>,
    pub(super) chop: Option<usize>,
    pub(super) gzip: bool,
    pub(super) label: Option<Label>,
    pub(super) keep_alive: Duration,
    pub(super) tool_chunks: Vec<ToolChunks>,
    pub(super) parts_content: bool,
    pub(super) ignored_after: bool,
}

impl Fault {
    /// Creates a fault without any effect yet.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// Responds with this status (200 to 599) instead of running the operation.
        pub fn with_status(self, status: u16) => status = Some(status);
        /// Responds with a redirect to this URL, with 307 unless another status is set.
        pub fn with_redirect(self, url: impl Into<String>) => redirect = Some(url.into());
        /// Sets the kind of body that is sent with the status. Default: the service's.
        pub fn with_body(self, body: FaultBody) => body = Some(body);
        /// Sets the error code in the service's body. Default: the usual one for the status.
        pub fn with_code(self, code: impl Into<String>) => code = Some(code.into());
        /// Sets the message in the body. Default: the usual one for the status.
        pub fn with_message(self, message: impl Into<String>) => message = Some(message.into());
        /// Resets the connection (TCP RST) at this place of the response.
        pub fn with_reset(self, place: Place) => reset = Some(place);
        /// Closes the connection (TCP FIN) at this place of the response.
        pub fn with_close(self, place: Place) => close = Some(place);
        /// Ends the body at this place, as if it were complete.
        pub fn with_end(self, place: Place) => end = Some(place);
        /// Runs the operation before its response is lost to [`with_status`](Self::with_status), [`with_redirect`](Self::with_redirect) or
        /// a cut before the headers. Without it the operation is not run.
        pub fn with_processing(self) => processed = true;
        /// Waits before anything else, by the emulator's clock; a day at most.
        pub fn with_latency(self, wait: Duration) => latency = wait;
        /// Waits between the response's headers and the first byte of its body, by the emulator's clock; a day at most.
        pub fn with_first_byte(self, wait: Duration) => first_byte = wait;
        /// Waits between two chunks of the body (events of a stream), by the emulator's clock; a day at most.
        pub fn with_pace(self, wait: Duration) => pace = wait;
        /// Breaks the body.
        pub fn with_garble(self, garble: Garble) => garble = Some(garble);
        /// Ends an event stream with an event `{"error":…}` after this many events, without `[DONE]`. Other responses
        /// are not changed.
        pub fn with_error_event(self, after: u64) => error_event = Some(after);
        /// Sets another content type, or removes it.
        pub fn with_content_type(self, content_type: Option<&str>) => content_type = Some(content_type.unwrap_or("none").to_owned());
        /// Writes the body in chunks of this many bytes, wherever that splits it.
        pub fn with_chop(self, bytes: usize) => chop = Some(bytes);
        /// Applies to requests of this operation only, by the document's id: `ChatCompletions_Create`.
        pub fn with_operation(self, id: impl Into<String>) => target.operation = Some(id.into());
        /// Applies to requests with this method only.
        pub fn with_method(self, method: Method) => target.method = Some(method.to_string());
        /// Applies to requests only whose path has this prefix: `/openai/files`.
        pub fn with_path(self, start: impl Into<String>) => target.path = Some(start.into());
        /// Applies to requests to this deployment only.
        pub fn with_deployment(self, name: impl Into<String>) => target.deployment = Some(name.into());
        /// Lets this many requests pass first.
        pub fn with_skip(self, requests: u64) => when.skip = requests;
        /// Applies to the first requests only, after those skipped.
        pub fn with_first(self, requests: u64) => when.first = Some(requests);
        /// Applies to every n-th request only: with 3 to the third, the sixth and so on.
        pub fn with_every(self, n: u64) => when.every = Some(n);
        /// Compresses the body with gzip, whether or not the request accepts it, of errors too.
        pub fn with_gzip(self) => gzip = true;
        /// Labels an event stream as something else. Other responses are not changed.
        pub fn with_label(self, label: Label) => label = Some(label);
        /// Sends only comments for this time before the first event of a stream, by the emulator's clock; a day at
        /// most.
        pub fn with_keep_alive(self, time: Duration) => keep_alive = time;
        /// Sends the content of chat messages as a list of parts.
        pub fn with_parts_content(self) => parts_content = true;
        /// Ignores the query parameter `after` of lists, so that each page is the first.
        pub fn with_ignored_after(self) => ignored_after = true;
    }

    /// How and where the response is cut short.
    pub(super) fn cut(&self) -> Option<(Cut, Place)> {
        let cuts = [(Cut::Reset, self.reset), (Cut::Close, self.close), (Cut::End, self.end)];
        cuts.into_iter().find_map(|(cut, place)| Some((cut, place?)))
    }

    /// Says when to retry, with the status: a number is [`RetryAfter::Seconds`], a `Duration` [`RetryAfter::Millis`].
    /// May be called several times, for several headers.
    pub fn with_retry_after(mut self, retry_after: impl Into<RetryAfter>) -> Self {
        self.retry_after.push(retry_after.into());
        self
    }

    /// Writes an event stream in an unusual shape. May be called several times, for several shapes.
    pub fn with_event_shape(mut self, shape: EventShape) -> Self {
        if !self.event_shapes.contains(&shape) {
            self.event_shapes.push(shape);
        }
        self
    }

    /// Applies to this fraction of the requests only, from 0 to 1, drawn by the seed: the same seed always draws the
    /// same requests.
    pub fn with_probability(mut self, probability: f64, seed: u64) -> Self {
        self.when.probability = Some(probability);
        self.when.seed = seed;
        self
    }

    /// Streams tool calls in an unusual way. May be called several times, for several ways.
    pub fn with_tool_chunks(mut self, way: ToolChunks) -> Self {
        if !self.tool_chunks.contains(&way) {
            self.tool_chunks.push(way);
        }
        self
    }
}
