//! How an emulator is configured.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::exchange::Exchange;
use crate::reply::{ChatCall, Reply, Script};
use crate::server::{Emulator, StartError};
use crate::state::import_hosts::ImportHosts;

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
    pub(crate) bearer_token: Option<String>,
    /// Names and models.
    pub(crate) deployments: Vec<(String, String)>,
    pub(crate) script: Script,
    pub(crate) blocked_marker: String,
    pub(crate) observer: Option<Observer>,
    pub(crate) import_hosts: ImportHosts,
    pub(crate) max_file_size: u64,
    pub(crate) batch_line_time: Option<Duration>,
}

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            port: 0,
            api_key: None,
            bearer_token: None,
            deployments: DEFAULT_DEPLOYMENTS
                .map(|name| (name.to_owned(), name.to_owned()))
                .into(),
            script: Script::default(),
            blocked_marker: DEFAULT_BLOCKED_MARKER.to_owned(),
            observer: None,
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

    /// Also accepts `Authorization: Bearer` with this token. Without it no bearer token is accepted.
    pub fn bearer_token(mut self, token: impl Into<String>) -> Self {
        self.bearer_token = Some(token.into());
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

    /// Answers chat completions from a script. Rules are asked in the order in which they were added; the first that
    /// returns a reply decides, and if none does the default answer is given.
    pub fn reply_when(
        mut self,
        rule: impl Fn(&ChatCall<'_>) -> Option<Reply> + Send + Sync + 'static,
    ) -> Self {
        self.script.push(rule);
        self
    }

    /// A prompt that contains this text is refused by the content filter (400, code `content_filter`).
    /// Without this call the text is `EMULATOR_BLOCK_PROMPT`. An empty text blocks nothing.
    pub fn blocked_marker(mut self, marker: impl Into<String>) -> Self {
        self.blocked_marker = marker.into();
        self
    }

    /// Calls `observer` for each request once its answer is known. It runs on the server's task: keep it short.
    pub fn observe(mut self, observer: impl Fn(&Exchange) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
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
    /// If the port is taken, the temporary folder can't be made, a deployment names an unknown model, or the key or
    /// token can't stand in a header.
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
