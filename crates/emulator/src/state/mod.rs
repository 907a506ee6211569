//! What the emulator knows: deployments, files, and how it was configured.

pub(crate) mod batches;
pub(crate) mod deployments;
pub(crate) mod files;
pub(crate) mod fine_tuning;
pub(crate) mod import_hosts;
pub(crate) mod models;
pub(crate) mod quota;
pub(crate) mod schedule;
pub(crate) mod table;
pub(crate) mod tasks;
pub(crate) mod uploads;

use crate::builder::{Builder, Observer};
use crate::clock::Clock;
use crate::reply::Script;
use crate::server::StartError;
use crate::wire::auth::Credentials;

use batches::Batches;
use deployments::Deployments;
use files::FileStore;
use fine_tuning::FineTuning;
use import_hosts::ImportHosts;
use tasks::Tasks;
use uploads::Uploads;

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
    pub(crate) import_hosts: ImportHosts,
    pub(crate) uploads: Uploads,
    pub(crate) batches: Batches,
    pub(crate) fine_tuning: FineTuning,
    pub(crate) script: Script,
    pub(crate) blocked_marker: String,
    pub(crate) observer: Option<Observer>,
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
            files: FileStore::new(clock.clone(), builder.max_file_size)
                .map_err(|source| StartError::Storage { source })?,
            import_hosts: builder.import_hosts,
            uploads: Uploads::default(),
            batches: Batches::new(builder.batch_line_time),
            fine_tuning: FineTuning::default(),
            script: builder.script,
            blocked_marker: builder.blocked_marker,
            observer: builder.observer,
            clock,
        })
    }
}
