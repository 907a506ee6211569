//! What the emulator knows: deployments, files, and how it was configured.

pub(crate) mod deployments;
pub(crate) mod files;
pub(crate) mod models;
pub(crate) mod quota;

use std::time::{SystemTime, UNIX_EPOCH};

use crate::builder::{Builder, Observer};
use crate::reply::Script;
use crate::server::StartError;
use crate::wire::auth::Credentials;

use deployments::Deployments;
use files::FileStore;

/// Shared by all requests.
pub(crate) struct State {
    /// `http://127.0.0.1:PORT`
    pub(crate) endpoint: String,
    /// When the emulator started, in seconds since 1970.
    pub(crate) started_at: i64,
    pub(crate) credentials: Credentials,
    pub(crate) deployments: Deployments,
    pub(crate) files: FileStore,
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
        Ok(Self {
            endpoint,
            started_at: now(),
            credentials,
            deployments: Deployments::new(builder.deployments)?,
            files: FileStore::new().map_err(|source| StartError::Storage { source })?,
            script: builder.script,
            blocked_marker: builder.blocked_marker,
            observer: builder.observer,
        })
    }
}

/// Seconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
