//! What the emulator knows: deployments, files, and how it was configured.

pub(crate) mod deployments;
pub(crate) mod files;
pub(crate) mod models;
pub(crate) mod quota;
pub(crate) mod tasks;
pub(crate) mod violations;

use crate::builder::{Builder, Observer};
use crate::clock::Clock;
use crate::reply::Script;
use crate::server::StartError;
use crate::wire::auth::Credentials;

use deployments::Deployments;
use files::FileStore;
use tasks::Tasks;
use violations::Violations;

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
    /// Whether requests and answers are checked against the documents.
    pub(crate) validate: bool,
    pub(crate) violations: Violations,
}

impl State {
    pub(crate) fn new(
        builder: Builder,
        credentials: Credentials,
        endpoint: String,
    ) -> Result<Self, StartError> {
        let clock = Clock::new();
        Ok(Self {
            endpoint,
            started_at: clock.seconds(),
            tasks: Tasks::new(),
            credentials,
            deployments: Deployments::new(builder.deployments)?,
            files: FileStore::new(clock.clone())
                .map_err(|source| StartError::Storage { source })?,
            script: builder.script,
            blocked_marker: builder.blocked_marker,
            observer: builder.observer,
            validate: builder.validate,
            violations: Violations::default(),
            clock,
        })
    }
}
