//! What the emulator knows: deployments, files, and how it was configured.

pub(crate) mod deployments;
pub(crate) mod files;
pub(crate) mod images;
pub(crate) mod ingestion;
pub(crate) mod models;
pub(crate) mod quota;
pub(crate) mod tasks;

use crate::builder::{Builder, Observer};
use crate::clock::Clock;
use crate::reply::Script;
use crate::server::StartError;
use crate::wire::auth::Credentials;

use deployments::Deployments;
use files::FileStore;
use images::ImageStore;
use ingestion::IngestionStore;
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
    pub(crate) images: ImageStore,
    pub(crate) ingestion: IngestionStore,
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
            files: FileStore::new(clock.clone())
                .map_err(|source| StartError::Storage { source })?,
            images: ImageStore::new(clock.clone()),
            ingestion: IngestionStore::new(clock.clone()),
            script: builder.script,
            blocked_marker: builder.blocked_marker,
            observer: builder.observer,
            clock,
        })
    }
}
