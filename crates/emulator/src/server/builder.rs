//! The configuration of an emulator.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::exchange::Exchange;
use crate::faults::Fault;
use crate::reply::{ChatContext, Reply};
use crate::setters::setters;
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

    setters! {
        /// Listens on this port instead of any free one.
        pub fn port(self, port: u16) => 0.port = port;
        /// Listens on this address instead of 127.0.0.1: in a container, say, on `0.0.0.0`. Everyone who reaches it can
        /// use the emulator with its key, which travels in the clear; `/emulator` is still served on loopback only.
        pub fn bind(self, address: impl Into<IpAddr>) => 0.address = address.into();
        /// Accepts this key in the header `api-key` instead of a random one.
        pub fn api_key(self, key: impl Into<String>) => 0.api_key = Some(key.into());
        /// Refuses the key with 403, code `AuthenticationTypeDisabled`, like a resource that only allows Entra ID.
        /// `/emulator` still requires the key.
        pub fn disable_keys(self) => 0.keys_disabled = true;
        /// Waits this long, by the emulator's [clock](crate::Emulator::clock), between two chunks of a stream. By
        /// default chunks are sent as fast as the client takes them.
        pub fn stream_pace(self, pace: Duration) => 0.stream_pace = pace;
        /// Ends a completion before this text, as if cut by the content filter: the `finish_reason` is
        /// `content_filter`. Default: `EMULATOR_CUT_COMPLETION`. Default replies repeat the prompt, so it works from
        /// there too. An empty text cuts nothing. With `:violence` after it, or any other category, that category cuts;
        /// without, `hate`.
        ///
        /// To annotate a prompt or a completion without cutting it, put `EMULATOR_FILTER:violence=medium` into it, with
        /// any category and `safe`, `low`, `medium`, `high` or, for categories that are detected or not, `detected`.
        pub fn cut_marker(self, marker: impl Into<String>) => 0.cut_marker = marker.into();
        /// Refuses prompts that contain this text as the content filter does (400, code `content_filter`). Default:
        /// `EMULATOR_BLOCK_PROMPT`. An empty text blocks nothing. With `:violence` after it, or any other category,
        /// that category blocks; without, `hate`.
        pub fn blocked_marker(self, marker: impl Into<String>) => 0.blocked_marker = marker.into();
        /// Adds a gateway that passes this many requests in a minute of the emulator's clock, and refuses more with 429
        /// as API Management does: `{"statusCode":429,"message":…}`, without the service's headers.
        pub fn gateway_limit(self, requests: u64) => 0.gateway_limit = Some(requests);
        /// Sets the initial speed of the emulator's clock; see [`Clock::set_speed`](crate::Clock::set_speed).
        pub fn clock_speed(self, speed: f64) => 0.clock_speed = speed;
        /// Calls `observer` for each request once its response is known. It runs on the server's task: keep it short.
        pub fn observe(self, observer: impl Fn(&Exchange) + Send + Sync + 'static) =>
            0.observer = Some(Arc::new(observer));
        /// Sets whether requests and responses are validated against the two specifications. Default: `true`. An
        /// invalid request is refused with a 400 that names the JSON pointer of the mistake. An invalid response is a
        /// 500; see [`Emulator::violations`](crate::Emulator::violations).
        pub fn validate(self, validate: bool) => 0.validate = validate;
        /// Accepts parameters that the service, or the api-version of the request, does not have, where it responds
        /// with 400, `Unrecognized request argument supplied: …`: for clients that send those of other services, or of
        /// versions that the emulator does not know.
        pub fn accept_unknown_parameters(self) => 0.accept_unknown_parameters = true;
        /// Sets the size limit of a file, or a part of an upload, in bytes. Default: the service's limit, 512 MiB.
        pub fn max_file_size(self, bytes: u64) => 0.max_file_size = bytes;
        /// Sets the time that each line of a batch takes, by the emulator's clock. Default: 60 milliseconds, less in
        /// batches that would take longer than 20 seconds. With an hour, a batch of more than 24 lines expires.
        pub fn batch_line_time(self, time: Duration) => 0.batch_line_time = Some(time);
        /// Sets how many tokens batches may have enqueued together. One that would exceed it fails with the code
        /// `token_limit_exceeded` when it is validated; a token is counted as four bytes of the input file. Default:
        /// 200,000,000.
        pub fn enqueued_token_limit(self, tokens: u64) => 0.enqueued_token_limit = tokens;
    }

    /// Also accepts `Authorization: Bearer` with this token: a string, or a [`BearerToken`] that expires or lacks
    /// permission. May be called several times. Without it no bearer token is accepted;
    /// [`Emulator::accept_bearer_token`](crate::Emulator::accept_bearer_token) adds one to a running emulator.
    pub fn bearer_token(mut self, token: impl Into<BearerToken>) -> Self {
        self.0.bearer_tokens.push(token.into());
        self
    }

    /// Adds a deployment of a model, or replaces the one of that name. [`start`](Self::start) refuses unknown models.
    pub fn deployment(mut self, name: impl Into<String>, model: impl Into<String>) -> Self {
        let (name, model) = (name.into(), model.into());
        self.0.deployments.retain(|(other, _)| *other != name);
        self.0.deployments.push((name, model));
        self
    }

    /// Removes the deployments that exist by default: gpt-4o, o4-mini, gpt-35-turbo-instruct, text-embedding-3-small,
    /// text-embedding-3-large, dall-e-3, whisper, tts-1 and tts-1-hd.
    pub fn without_default_deployments(mut self) -> Self {
        self.0
            .deployments
            .retain(|(name, _)| !DEFAULT_DEPLOYMENTS.contains(&name.as_str()));
        self
    }

    /// Adds a rule that replies to chat and text completions. Rules run in the order in which they were added; the
    /// first that returns a reply wins. Without one the default reply is sent.
    pub fn reply_when(mut self, rule: impl Fn(&ChatContext<'_>) -> Option<Reply> + Send + Sync + 'static) -> Self {
        self.0.script.push(rule);
        self
    }

    /// Adds rules from a JSON file: a list of rules, each with a `match` and a `reply`. They run in the order of
    /// addition, together with those of [`reply_when`](Self::reply_when) and of other files.
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
    /// - `match`: `deployment`, and of the prompt `equals`, `contains` and `regex`; all conditions must hold, so a rule
    ///   without any matches every request. The prompt is [`ChatContext::prompt`].
    /// - `reply`: `text` or `chunks` (the same text, streamed in these chunks), `tool_calls` (arguments that are a
    ///   string are sent as they are), `finish_reason`, `filter` (see [`Reply::with_filter_result`]) and
    ///   `cut_by_filter` (a category, see [`Reply::cut_by_filter`]).
    ///
    /// The file is read by [`start`](Self::start), which fails if it is invalid.
    pub fn script_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.0.script.push_file(path.into());
        self
    }

    /// Streams of this deployment as with the asynchronous content filter: chunks without filter results and, between
    /// and after them, chunks without `delta` that have the results and the offsets of the text that they are for.
    pub fn asynchronous_filter(mut self, deployment: impl Into<String>) -> Self {
        self.0.asynchronous_filter.insert(deployment.into());
        self
    }

    /// Limits the requests and tokens of a deployment in a minute of the emulator's clock, which starts with the first
    /// request in it. Requests beyond a limit are refused with 429, code `"429"`. Requests are counted when they
    /// arrive, whatever their outcome; tokens once the response is known: the request that crosses the limit is still
    /// served. Default: ten million requests and ten billion tokens a minute.
    pub fn rate_limit(mut self, deployment: impl Into<String>, requests: u64, tokens: u64) -> Self {
        let limits = Limits { requests, tokens };
        self.0.rate_limits.insert(deployment.into(), limits);
        self
    }

    /// Adds a fault. [`Emulator::faults`](crate::Emulator::faults) changes those of a running emulator.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.0.faults.push(fault);
        self
    }

    /// Allows imports of files from this host: `example.com`, or `example.com:8080` for one port. By default no file is
    /// imported; redirects to other hosts are never followed.
    pub fn allow_import_host(mut self, host: impl AsRef<str>) -> Self {
        self.0.import_hosts.allow(host.as_ref());
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
