//! How an emulator is configured.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::exchange::Exchange;
use crate::faults::Fault;
use crate::reply::{ChatCall, Reply};
use crate::script::Sources;
use crate::server::{Emulator, StartError};
use crate::state::chat::ChatSettings;
use crate::state::import_hosts::ImportHosts;
use crate::state::quota::Limits;
use crate::wire::auth::BearerToken;

/// Deployments that exist unless [`Builder::without_default_deployments`] is called. Each is named after its model.
const DEFAULT_DEPLOYMENTS: [&str; 8] = [
    "gpt-4o",
    "gpt-35-turbo-instruct",
    "text-embedding-3-small",
    "text-embedding-3-large",
    "dall-e-3",
    "whisper",
    "tts-1",
    "tts-1-hd",
];

/// A prompt with this text in it is blocked unless [`Builder::blocked_marker`] sets another.
const DEFAULT_BLOCKED_MARKER: &str = "EMULATOR_BLOCK_PROMPT";

/// The service's own limit of an uploaded file, in bytes.
const DEFAULT_MAX_FILE_SIZE: u64 = 512 * 1024 * 1024;

pub(crate) type Observer = Arc<dyn Fn(&Exchange) + Send + Sync>;

/// Configures an [`Emulator`]; made by [`Emulator::builder`].
#[derive(Clone)]
#[must_use = "nothing runs before `start`"]
pub struct Builder {
    pub(crate) port: u16,
    pub(crate) api_key: Option<String>,
    pub(crate) bearer_tokens: Vec<BearerToken>,
    pub(crate) keys_disabled: bool,
    /// Names and models.
    pub(crate) deployments: Vec<(String, String)>,
    pub(crate) script: Sources,
    pub(crate) chat: ChatSettings,
    pub(crate) blocked_marker: String,
    pub(crate) observer: Option<Observer>,
    pub(crate) validate: bool,
    pub(crate) faults: Vec<Fault>,
    pub(crate) rate_limits: BTreeMap<String, Limits>,
    pub(crate) gateway_limit: Option<u64>,
    pub(crate) clock_speed: f64,
    pub(crate) import_hosts: ImportHosts,
    pub(crate) max_file_size: u64,
    pub(crate) batch_line_time: Option<Duration>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            port: 0,
            api_key: None,
            bearer_tokens: Vec::new(),
            keys_disabled: false,
            deployments: DEFAULT_DEPLOYMENTS
                .map(|name| (name.to_owned(), name.to_owned()))
                .into(),
            script: Sources::default(),
            chat: ChatSettings::default(),
            blocked_marker: DEFAULT_BLOCKED_MARKER.to_owned(),
            observer: None,
            validate: true,
            faults: Vec::new(),
            rate_limits: BTreeMap::new(),
            gateway_limit: None,
            clock_speed: 1.0,
            import_hosts: ImportHosts::default(),
            max_file_size: DEFAULT_MAX_FILE_SIZE,
            batch_line_time: None,
        }
    }

    /// Listens on this port of 127.0.0.1 instead of any free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Accepts this key in the header `api-key` instead of a random one.
    pub fn api_key(mut self, key: impl Into<String>) -> Self {
        self.api_key = Some(key.into());
        self
    }

    /// Also accepts `Authorization: Bearer` with this token: a text, or a [`BearerToken`] that expires or lacks
    /// permission. May be called several times. Without it no bearer token is accepted; the running emulator takes more
    /// by [`Emulator::accept_bearer_token`].
    pub fn bearer_token(mut self, token: impl Into<BearerToken>) -> Self {
        self.bearer_tokens.push(token.into());
        self
    }

    /// Refuses the key with 403, code `AuthenticationTypeDisabled`, as a resource does where only Entra ID is allowed.
    /// `/emulator` still asks for the key.
    pub fn disable_keys(mut self) -> Self {
        self.keys_disabled = true;
        self
    }

    /// Adds a deployment of a model, or replaces the one of that name. [`start`](Self::start) refuses unknown models.
    pub fn deployment(mut self, name: impl Into<String>, model: impl Into<String>) -> Self {
        let (name, model) = (name.into(), model.into());
        self.deployments.retain(|(other, _)| *other != name);
        self.deployments.push((name, model));
        self
    }

    /// Removes the deployments that exist by default: gpt-4o, gpt-35-turbo-instruct, text-embedding-3-small,
    /// text-embedding-3-large, dall-e-3, whisper, tts-1 and tts-1-hd.
    pub fn without_default_deployments(mut self) -> Self {
        self.deployments
            .retain(|(name, _)| !DEFAULT_DEPLOYMENTS.contains(&name.as_str()));
        self
    }

    /// Answers chat and text completions from a script. Rules are asked in the order in which they were added; the first that
    /// returns a reply decides, and if none does the default answer is given.
    pub fn reply_when(mut self, rule: impl Fn(&ChatCall<'_>) -> Option<Reply> + Send + Sync + 'static) -> Self {
        self.script.push(rule);
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
        self.script.push_file(path.into());
        self
    }

    /// Streams of this deployment come as with the asynchronous content filter: chunks without filter results, and
    /// between and after them chunks without `delta` that have the results and say which part of the text they are for.
    pub fn asynchronous_filter(mut self, deployment: impl Into<String>) -> Self {
        self.chat.asynchronous_filter.insert(deployment.into());
        self
    }

    /// Waits this long, by the emulator's [clock](Emulator::clock), between two chunks of a stream. Without it chunks
    /// come as fast as the client takes them.
    pub fn stream_pace(mut self, pace: Duration) -> Self {
        self.chat.pace = pace;
        self
    }

    /// A completion in which this text would stand ends before it, cut by the content filter: the `finish_reason` is
    /// `content_filter`. Without this call the text is `EMULATOR_CUT_COMPLETION`; default answers repeat the prompt, so
    /// it works from there too. An empty text cuts nothing.
    ///
    /// To have a prompt or a completion annotated but not cut, put `EMULATOR_FILTER:violence=medium` into it, with any
    /// category and `safe`, `low`, `medium`, `high` or, of those that are detected or not, `detected`.
    pub fn cut_marker(mut self, marker: impl Into<String>) -> Self {
        self.chat.cut_marker = marker.into();
        self
    }

    /// A prompt that contains this text is refused by the content filter (400, code `content_filter`).
    /// Without this call the text is `EMULATOR_BLOCK_PROMPT`. An empty text blocks nothing.
    pub fn blocked_marker(mut self, marker: impl Into<String>) -> Self {
        self.blocked_marker = marker.into();
        self
    }

    /// Limits what may be used of a deployment in a minute of the emulator's clock. What goes beyond is refused with 429,
    /// code `"429"`, until the minute is over, which starts with its first request. Requests are counted when they come,
    /// whatever becomes of them; tokens when the answer is known: the request that crosses the limit still gets its
    /// answer. Without limits set there are ten million requests and ten billion tokens a minute.
    pub fn rate_limit(mut self, deployment: impl Into<String>, requests: u64, tokens: u64) -> Self {
        let limits = Limits { requests, tokens };
        self.rate_limits.insert(deployment.into(), limits);
        self
    }

    /// Puts a gateway in front that passes so many requests a minute of the emulator's clock, and refuses more with 429
    /// as API Management does: `{"statusCode":429,"message":…}`, without the service's headers.
    pub fn gateway_limit(mut self, requests: u64) -> Self {
        self.gateway_limit = Some(requests);
        self
    }

    /// Adds a fault. The running emulator's are changed by [`Emulator::faults`].
    pub fn fault(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    /// How fast the emulator's clock starts: see [`Clock::set_speed`](crate::Clock::set_speed).
    pub fn clock_speed(mut self, speed: f64) -> Self {
        self.clock_speed = speed;
        self
    }

    /// Calls `observer` for each request once its answer is known. It runs on the server's task: keep it short.
    pub fn observe(mut self, observer: impl Fn(&Exchange) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Whether requests and answers are checked against the two specifications, as they are unless this says no. A
    /// request that breaks them is then a 400 that names the JSON pointer of the mistake, whatever the operation itself
    /// would have said; an answer that breaks them is a 500, see [`Emulator::violations`].
    pub fn validate(mut self, validate: bool) -> Self {
        self.validate = validate;
        self
    }

    /// Lets files be imported from this host: `example.com`, or `example.com:8080` for one port alone. Without this call
    /// no file is imported, and redirects to other hosts are never followed.
    pub fn allow_import_host(mut self, host: impl AsRef<str>) -> Self {
        self.import_hosts.allow(host.as_ref());
        self
    }

    /// The largest file, or part of an upload, that is taken, in bytes. Without this call it is the service's limit,
    /// 512 MiB.
    pub fn max_file_size(mut self, bytes: u64) -> Self {
        self.max_file_size = bytes;
        self
    }

    /// How much of the clock's time each line of a batch takes. Without this call it is 60 milliseconds, and less where
    /// a batch would take longer than 20 seconds. With an hour, a batch of more than 24 lines expires.
    pub fn batch_line_time(mut self, time: Duration) -> Self {
        self.batch_line_time = Some(time);
        self
    }

    /// Starts the server on the current tokio runtime.
    ///
    /// # Errors
    /// If the port is taken, the temporary folder can't be made, a deployment names an unknown model, a rate
    /// limit an unknown deployment, a fault can't be, or the key or a token can't stand in a header.
    pub async fn start(self) -> Result<Emulator, StartError> {
        Emulator::launch(self).await
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Builder")
            .field("port", &self.port)
            .field("deployments", &self.deployments)
            .field("script", &self.script)
            .finish_non_exhaustive()
    }
}
