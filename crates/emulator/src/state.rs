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

use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::clock::Clock;
use crate::error::StartError;
use crate::faults::Faults;

use batches::Batch;
use config::Config;
use credentials::Credentials;
use deployments::Deployments;
use files::FileStore;
use fine_tuning::FineTuning;
use images::ImageStore;
use ingestion::IngestionStore;
use quota::{Limits, Quota};
use requests::RequestLog;
use script::Script;
use stored::StoredCompletion;
use table::Table;
use tasks::Tasks;
use uploads::Upload;

/// Shared by all requests.
pub(crate) struct State {
    /// Without what other fields are made of.
    pub(crate) config: Config,
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
    pub(crate) uploads: Table<Arc<Upload>>,
    pub(crate) batches: Table<Arc<Batch>>,
    pub(crate) fine_tuning: FineTuning,
    pub(crate) images: ImageStore,
    pub(crate) ingestion: IngestionStore,
    pub(crate) script: Script,
    /// Responses of the emulator that violated the specifications, the first ones.
    pub(crate) violations: Mutex<Vec<String>>,
    pub(crate) faults: Faults,
    pub(crate) requests: RequestLog,
    /// A gateway's limit on all requests together.
    pub(crate) gateway: Option<Quota>,
}

/// More violations are not kept.
const KEPT_VIOLATIONS: usize = 100;

impl State {
    pub(crate) fn report_violation(&self, what: String) {
        let mut kept = self.violations.lock();
        if kept.len() < KEPT_VIOLATIONS {
            kept.push(what);
        }
    }

    /// Deploys a model while the emulator runs.
    pub(crate) fn deploy(&self, name: &str, model: &str) -> Result<(), StartError> {
        self.deployments
            .deploy(name, model, &self.fine_tuning.models, &self.clock)
    }

    /// `directory` is for the contents of files, and goes when its owner does.
    pub(crate) fn new(
        mut config: Config,
        script: Script,
        api_key: &str,
        endpoint: String,
        directory: PathBuf,
    ) -> Result<Self, StartError> {
        let clock = Clock::new();
        clock.set_speed(config.clock_speed);
        let deployments = Deployments::new(&config.deployments, &config.rate_limits, &clock)?;
        config.check_names(&deployments)?;
        let credentials = Credentials::new(
            api_key,
            config.keys_disabled,
            std::mem::take(&mut config.bearer_tokens),
            clock.clone(),
        )?;
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
            batches: Table::default(),
            stored: Table::default(),
            script,
            files: FileStore::new(directory, clock.clone()),
            uploads: Table::default(),
            fine_tuning: FineTuning::default(),
            images: ImageStore::new(clock.clone()),
            ingestion: IngestionStore::new(clock.clone()),
            violations: Mutex::default(),
            faults: Faults::new(std::mem::take(&mut config.faults))?,
            requests: RequestLog::default(),
            gateway,
            clock,
            config,
        })
    }
}
