//! The state of an emulator: its configuration and everything that was created.

pub(crate) mod batches;
pub(crate) mod config;
pub(crate) mod credentials;
pub(crate) mod deployments;
pub(crate) mod files;
pub(crate) mod fine_tuning;
pub(crate) mod images;
pub(crate) mod import_hosts;
pub(crate) mod ingestion;
pub(crate) mod models;
pub(crate) mod quota;
pub(crate) mod requests;
pub(crate) mod schedule;
pub(crate) mod script;
pub(crate) mod stored;
pub(crate) mod table;
pub(crate) mod tasks;
pub(crate) mod uploads;
pub(crate) mod violations;

use std::path::PathBuf;
use std::sync::Arc;

use crate::clock::Clock;
use crate::error::StartError;
use crate::faults::Faults;

use batches::Batches;
use config::{ChatSettings, Config, Observer};
use credentials::Credentials;
use deployments::Deployments;
use files::FileStore;
use fine_tuning::FineTuning;
use images::ImageStore;
use import_hosts::ImportHosts;
use ingestion::IngestionStore;
use quota::{Limits, Quota};
use requests::RequestLog;
use script::Script;
use stored::StoredCompletion;
use table::Table;
use tasks::Tasks;
use uploads::Uploads;
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
    pub(crate) stored: Table<Arc<StoredCompletion>>,
    pub(crate) import_hosts: ImportHosts,
    pub(crate) uploads: Uploads,
    pub(crate) batches: Batches,
    pub(crate) fine_tuning: FineTuning,
    pub(crate) images: ImageStore,
    pub(crate) ingestion: IngestionStore,
    pub(crate) script: Script,
    pub(crate) chat: ChatSettings,
    pub(crate) blocked_marker: String,
    pub(crate) observer: Option<Observer>,
    /// Whether requests and responses are validated.
    pub(crate) validate: bool,
    /// Whether a request may have parameters that the documents do not have.
    pub(crate) accept_unknown_parameters: bool,
    pub(crate) violations: Violations,
    pub(crate) faults: Faults,
    pub(crate) requests: RequestLog,
    /// A gateway's limit on all requests together.
    pub(crate) gateway: Option<Quota>,
}

impl State {
    /// Deploys a model while the emulator runs.
    pub(crate) fn deploy(&self, name: &str, model: &str) -> Result<(), StartError> {
        self.deployments
            .deploy(name, model, &self.fine_tuning.models, &self.clock)
    }

    /// `directory` is for the contents of files, and goes when its owner does.
    pub(crate) fn new(
        config: Config,
        script: Script,
        api_key: &str,
        endpoint: String,
        directory: PathBuf,
    ) -> Result<Self, StartError> {
        let clock = Clock::new();
        clock.set_speed(config.clock_speed);
        let deployments = Deployments::new(&config.deployments, &config.rate_limits, &clock)?;
        config.check_names(&deployments)?;
        let credentials = Credentials::new(api_key, config.keys_disabled, config.bearer_tokens, clock.clone())?;
        let gateway = config.gateway_limit.map(|requests| {
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
            deployments,
            stored: Table::default(),
            script,
            chat: config.chat,
            files: FileStore::new(directory, clock.clone(), config.max_file_size),
            import_hosts: config.import_hosts,
            uploads: Uploads::default(),
            batches: Batches::new(config.batch_line_time, config.enqueued_token_limit),
            fine_tuning: FineTuning::default(),
            images: ImageStore::new(clock.clone()),
            ingestion: IngestionStore::new(clock.clone()),
            blocked_marker: config.blocked_marker,
            observer: config.observer,
            validate: config.validate,
            accept_unknown_parameters: config.accept_unknown_parameters,
            violations: Violations::default(),
            faults: Faults::new(config.faults)?,
            requests: RequestLog::default(),
            gateway,
            clock,
        })
    }
}
