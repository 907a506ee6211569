//! The configuration of an emulator, as its builder collects it.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use crate::error::StartError;
use crate::exchange::Exchange;
use crate::faults::Fault;
use crate::state::credentials::BearerToken;
use crate::state::deployments::Deployments;
use crate::state::import_hosts::ImportHosts;
use crate::state::quota::Limits;
use crate::state::script::Sources;

/// Deployments that exist by default. Each is named after its model.
pub(crate) const DEFAULT_DEPLOYMENTS: [&str; 9] = [
    "gpt-4o",
    "o4-mini",
    "gpt-35-turbo-instruct",
    "text-embedding-3-small",
    "text-embedding-3-large",
    "dall-e-3",
    "whisper",
    "tts-1",
    "tts-1-hd",
];

/// The service's own limit of an uploaded file, in bytes.
const DEFAULT_MAX_FILE_SIZE: u64 = 512 * 1024 * 1024;
const DEFAULT_BLOCKED_MARKER: &str = "EMULATOR_BLOCK_PROMPT";
const DEFAULT_CUT_MARKER: &str = "EMULATOR_CUT_COMPLETION";

pub(crate) type Observer = Arc<dyn Fn(&Exchange) + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Config {
    pub(crate) address: IpAddr,
    pub(crate) port: u16,
    /// A random one if unset.
    pub(crate) api_key: Option<String>,
    pub(crate) bearer_tokens: Vec<BearerToken>,
    pub(crate) keys_disabled: bool,
    /// Names and models.
    pub(crate) deployments: Vec<(String, String)>,
    pub(crate) script: Sources,
    pub(crate) cut_marker: String,
    /// Between two chunks of a stream.
    pub(crate) stream_pace: Duration,
    /// Deployments whose streams are filtered asynchronously.
    pub(crate) asynchronous_filter: BTreeSet<String>,
    pub(crate) blocked_marker: String,
    pub(crate) observer: Option<Observer>,
    pub(crate) validate: bool,
    pub(crate) accept_unknown_parameters: bool,
    pub(crate) faults: Vec<Fault>,
    pub(crate) rate_limits: BTreeMap<String, Limits>,
    pub(crate) gateway_limit: Option<u64>,
    pub(crate) clock_speed: f64,
    pub(crate) import_hosts: ImportHosts,
    pub(crate) max_file_size: u64,
    pub(crate) batch_line_time: Option<Duration>,
    pub(crate) enqueued_token_limit: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            address: Ipv4Addr::LOCALHOST.into(),
            port: 0,
            api_key: None,
            bearer_tokens: Vec::new(),
            keys_disabled: false,
            deployments: DEFAULT_DEPLOYMENTS
                .map(|name| (name.to_owned(), name.to_owned()))
                .into(),
            script: Sources::default(),
            cut_marker: DEFAULT_CUT_MARKER.to_owned(),
            stream_pace: Duration::ZERO,
            asynchronous_filter: BTreeSet::new(),
            blocked_marker: DEFAULT_BLOCKED_MARKER.to_owned(),
            observer: None,
            validate: true,
            accept_unknown_parameters: false,
            faults: Vec::new(),
            rate_limits: BTreeMap::new(),
            gateway_limit: None,
            clock_speed: 1.0,
            import_hosts: ImportHosts::default(),
            max_file_size: DEFAULT_MAX_FILE_SIZE,
            batch_line_time: None,
            enqueued_token_limit: 200_000_000,
        }
    }
}

impl Config {
    /// Checks that each setting for a deployment names one that exists.
    pub(crate) fn check_names(&self, deployments: &Deployments) -> Result<(), StartError> {
        let limits = self.rate_limits.keys().map(|name| (name, "rate_limit"));
        let filters = self.asynchronous_filter.iter();
        let mut named = limits.chain(filters.map(|name| (name, "asynchronous_filter")));
        match named.find(|(name, _)| deployments.get(name).is_none()) {
            Some((name, setting)) => Err(StartError::UnknownDeployment {
                deployment: name.clone(),
                setting,
            }),
            None => Ok(()),
        }
    }
}
