//! What the emulator knows: deployments, files, and how it was configured.

pub(crate) mod deployments;
pub(crate) mod files;
pub(crate) mod models;
pub(crate) mod quota;
pub(crate) mod tasks;

use crate::builder::{Builder, Observer};
use crate::clock::Clock;
use crate::faults::Faults;
use crate::reply::Script;
use crate::requests::RequestLog;
use crate::server::StartError;
use crate::wire::auth::Credentials;

use deployments::Deployments;
use files::FileStore;
use quota::{Limits, Quota};
use tasks::Tasks;

/// Shared by all requests.
pub(crate) struct State {
    /// `http://127.0.0.1:PORT`
    pub(crate) endpoint: String,
    pub(crate) clock: Clock,
    pub(crate) tasks: Tasks,
    /// When the emulator started, in seconds since 1970.
    pub(crate) started_at: i64,
    pub(crate) credentials: Credentials,
    pub(crate) deployments: Deployments,
    pub(crate) files: FileStore,
    pub(crate) script: Script,
    pub(crate) blocked_marker: String,
    pub(crate) observer: Option<Observer>,
    pub(crate) faults: Faults,
    pub(crate) requests: RequestLog,
    /// A gateway's limit on all requests together.
    pub(crate) gateway: Option<Quota>,
}

impl State {
    pub(crate) fn new(
        builder: Builder,
        api_key: &str,
        endpoint: String,
    ) -> Result<Self, StartError> {
        let clock = Clock::new();
        clock.set_speed(builder.clock_speed);
        let credentials = Credentials::new(
            api_key,
            builder.keys_disabled,
            builder.bearer_tokens,
            clock.clone(),
        )?;
        let gateway = builder.gateway_limit.map(|requests| {
            let limits = Limits {
                requests,
                tokens: u64::MAX,
            };
            Quota::new(limits, clock.clone())
        });
        Ok(Self {
            endpoint,
            started_at: clock.seconds(),
            tasks: Tasks::new(),
            credentials,
            deployments: Deployments::new(builder.deployments, &builder.rate_limits, &clock)?,
            files: FileStore::new(clock.clone())
                .map_err(|source| StartError::Storage { source })?,
            script: builder.script,
            blocked_marker: builder.blocked_marker,
            observer: builder.observer,
            faults: Faults::new(builder.faults)?,
            requests: RequestLog::default(),
            gateway,
            clock,
        })
    }
}
