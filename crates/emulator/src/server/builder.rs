//! How an emulator is configured.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::exchange::Exchange;
use crate::faults::Fault;
use crate::reply::{ChatCall, Reply};
use crate::state::config::{Config, DEFAULT_DEPLOYMENTS};
use crate::state::credentials::BearerToken;
use crate::state::quota::Limits;

/// Configures an [`Emulator`](crate::Emulator); made by [`Emulator::builder`](crate::Emulator::builder).
#[derive(Clone)]
#[must_use = "nothing runs before `start`"]
pub struct Builder(pub(super) Config);

impl Builder {
    pub(super) fn new() -> Self {
        Self(Config::default())
    }

    /// Listens on this port of 127.0.0.1 instead of any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.0.port = port;
        self
    }

    /// Accepts this key in the header `api-key` instead of a random one.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.0.api_key = Some(key.into());
        self
    }

    /// Also accepts `Authorization: Bearer` with this token: a text, or a [`BearerToken`] that expires or lacks
    /// permission. May be called several times. Without it no bearer token is accepted; the running emulator takes more
    /// by [`Emulator::accept_bearer_token`](crate::Emulator::accept_bearer_token).
    pub fn bearer_token(mut self, token: impl Into<BearerToken>) -> Self {
        self.0.bearer_tokens.push(token.into());
        self
    }

    /// Refuses the key with 403, code `AuthenticationTypeDisabled`, as a resource does where only Entra ID is allowed.
    /// `/emulator` still asks for the key.
    pub fn disable_keys(mut self) -> Self {
        self.0.keys_disabled = true;
        self
    }

    /// Adds a deployment of a model, or replaces the one of that name. [`start`](Self::start) refuses unknown models.
    pub fn deployment(mut self, name: impl Into<String>, model: impl Into<String>) -> Self {
        let (name, model) = (name.into(), model.into());
        self.0.deployments.retain(|(other, _)| *other != name);
        self.0.deployments.push((name, model));
        self
    }

    /// Removes the deployments that exist by default: gpt-4o, gpt-35-turbo-instruct, text-embedding-3-small,
    /// text-embedding-3-large, dall-e-3, whisper, tts-1 and tts-1-hd.
    pub fn without_default_deployments(mut self) -> Self {
        self.0
            .deployments
            .retain(|(name, _)| !DEFAULT_DEPLOYMENTS.contains(&name.as_str()));
        self
    }

    /// Answers chat and text completions from a script. Rules are asked in the order in which they were added; the first that
    /// returns a reply decides, and if none does the default answer is given.
    pub fn reply_when(mut self, rule: impl Fn(&ChatCall<'_>) -> Option<Reply> + Send + Sync + 'static) -> Self {
        self.0.script.push(rule);
        self
    }

    /// Answers chat and text completions from a JSON file: a list of rules, each with a `match` and a `reply`. They are
    /// asked in turn with those of [`reply_when`](Self::reply_when) and of other files, in the order of addition.
    ///
    /// ```json
    /// [
    ///   {
    ///     "match": {"deployment": "gpt-4o", "contains": "capital of France"},
    ///     "reply": {"text": "Paris."}
    ///   },
    ///   {
    ///     "match": {"regex": "(?i)weather in \\w+"},
    ///     "reply": {"tool_calls": [{"name": "weather", "arguments": {"city": "Oslo"}}]}
    ///   },
    ///   {
    ///     "reply": {"chunks": ["I do ", "not know."], "filter": {"violence": {"filtered": false, "severity": "low"}}}
    ///   }
    /// ]
    /// ```
    ///
    /// - `match`: `deployment`, and of the prompt `equals`, `contains` and `regex`; everything named must hold, so without
    ///   any the rule is for every call. The prompt is what [`ChatCall::prompt`] says.
    /// - `reply`: `text` or `chunks` (the same text, streamed in these pieces), `tool_calls` (arguments that are a string
    ///   are sent as they stand), `finish_reason`, `filter` (see [`Reply::with_filter_result`]) and `cut_by_filter` (a
    ///   category, see [`Reply::cut_by_filter`]).
    ///
    /// The file is read by [`start`](Self::start), which refuses one with an error in it.
    pub fn script_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.0.script.push_file(path.into());
        self
    }

    /// Streams of this deployment come as with the asynchronous content filter: chunks without filter results, and
    /// between and after them chunks without `delta` that have the results and say which part of the text they are for.
    pub fn asynchronous_filter(mut self, deployment: impl Into<String>) -> Self {
        self.0.chat.asynchronous_filter.insert(deployment.into());
        self
    }

    /// Waits this long, by the emulator's [clock](crate::Emulator::clock), between two chunks of a stream. Without it chunks
    /// come as fast as the client takes them.
    pub fn stream_pace(mut self, pace: Duration) -> Self {
        self.0.chat.pace = pace;
        self
    }

    /// A completion in which this text would stand ends before it, cut by the content filter: the `finish_reason` is
    /// `content_filter`. Without this call the text is `EMULATOR_CUT_COMPLETION`; default answers repeat the prompt, so
    /// it works from there too. An empty text cuts nothing.
    ///
    /// To have a prompt or a completion annotated but not cut, put `EMULATOR_FILTER:violence=medium` into it, with any
    /// category and `safe`, `low`, `medium`, `high` or, of those that are detected or not, `detected`.
    pub fn cut_marker(mut self, marker: impl Into<String>) -> Self {
        self.0.chat.cut_marker = marker.into();
        self
    }

    /// A prompt that contains this text is refused by the content filter (400, code `content_filter`).
    /// Without this call the text is `EMULATOR_BLOCK_PROMPT`. An empty text blocks nothing.
    pub fn blocked_marker(mut self, marker: impl Into<String>) -> Self {
        self.0.blocked_marker = marker.into();
        self
    }

    /// Limits what may be used of a deployment in a minute of the emulator's clock. What goes beyond is refused with 429,
    /// code `"429"`, until the minute is over, which starts with its first request. Requests are counted when they come,
    /// whatever becomes of them; tokens when the answer is known: the request that crosses the limit still gets its
    /// answer. Without limits set there are ten million requests and ten billion tokens a minute.
    pub fn rate_limit(mut self, deployment: impl Into<String>, requests: u64, tokens: u64) -> Self {
        let limits = Limits { requests, tokens };
        self.0.rate_limits.insert(deployment.into(), limits);
        self
    }

    /// Puts a gateway in front that passes so many requests a minute of the emulator's clock, and refuses more with 429
    /// as API Management does: `{"statusCode":429,"message":…}`, without the service's headers.
    pub fn gateway_limit(mut self, requests: u64) -> Self {
        self.0.gateway_limit = Some(requests);
        self
    }

    /// Adds a fault. The running emulator's are changed by [`Emulator::faults`](crate::Emulator::faults).
    pub fn fault(mut self, fault: Fault) -> Self {
        self.0.faults.push(fault);
        self
    }

    /// How fast the emulator's clock starts: see [`Clock::set_speed`](crate::Clock::set_speed).
    pub fn clock_speed(mut self, speed: f64) -> Self {
        self.0.clock_speed = speed;
        self
    }

    /// Calls `observer` for each request once its answer is known. It runs on the server's task: keep it short.
    pub fn observe(mut self, observer: impl Fn(&Exchange) + Send + Sync + 'static) -> Self {
        self.0.observer = Some(Arc::new(observer));
        self
    }

    /// Whether requests and answers are checked against the two specifications, as they are unless this says no. A
    /// request that breaks them is then a 400 that names the JSON pointer of the mistake, whatever the operation itself
    /// would have said; an answer that breaks them is a 500, see [`Emulator::violations`](crate::Emulator::violations).
    pub fn validate(mut self, validate: bool) -> Self {
        self.0.validate = validate;
        self
    }

    /// Lets files be imported from this host: `example.com`, or `example.com:8080` for one port alone. Without this call
    /// no file is imported, and redirects to other hosts are never followed.
    pub fn allow_import_host(mut self, host: impl AsRef<str>) -> Self {
        self.0.import_hosts.allow(host.as_ref());
        self
    }

    /// The largest file, or part of an upload, that is taken, in bytes. Without this call it is the service's limit,
    /// 512 MiB.
    pub fn max_file_size(mut self, bytes: u64) -> Self {
        self.0.max_file_size = bytes;
        self
    }

    /// How much of the clock's time each line of a batch takes. Without this call it is 60 milliseconds, and less where
    /// a batch would take longer than 20 seconds. With an hour, a batch of more than 24 lines expires.
    pub fn batch_line_time(mut self, time: Duration) -> Self {
        self.0.batch_line_time = Some(time);
        self
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Builder")
            .field("port", &self.0.port)
            .field("deployments", &self.0.deployments)
            .field("script", &self.0.script)
            .finish_non_exhaustive()
    }
}
