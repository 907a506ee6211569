//! Ingestion jobs. Their runs are never stored: which there are, and how far each has come, follows from the clock.

use std::time::Duration;

use indexmap::IndexMap;
use indexmap::map::Entry;
use parking_lot::Mutex;
use serde_json::Value;

use crate::clock::Clock;

const HOUR: Duration = Duration::from_secs(60 * 60);

/// The settings of a job.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    /// The job as in responses: with its id, without its secrets.
    pub(crate) described: Value,
    /// A digest of the job as it came, secrets too, to see whether a second one changes anything.
    pub(crate) digest: u64,
    pub(crate) user_compute: bool,
    /// Between the starts of two runs; without it there is one run.
    pub(crate) refresh_hours: Option<u32>,
    pub(crate) source: Documents,
}

/// The data that a run reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Documents {
    /// Web pages are crawled before anything else.
    pub(crate) crawled: bool,
    pub(crate) documents: u32,
    /// Why its runs fail, if they do.
    pub(crate) failure: Option<String>,
    pub(crate) warnings: Vec<String>,
}

/// A run that has been started.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    pub(crate) id: String,
    /// How long ago it was started.
    pub(crate) age: Duration,
    pub(crate) source: Documents,
}

/// A part of a list, and where the next one begins.
#[derive(Debug)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    pub(crate) next: Option<u64>,
}

#[derive(Debug)]
pub(crate) struct IngestionStore {
    /// By id, in the order of their creation. Jobs are never removed.
    jobs: Mutex<IndexMap<String, IngestionJob>>,
    clock: Clock,
}

#[derive(Debug)]
struct IngestionJob {
    /// The id of its first run; those of later runs follow.
    first_run: u128,
    /// Each change of the job starts runs of its own.
    versions: Vec<Version>,
}

#[derive(Debug)]
struct Version {
    plan: Plan,
    start: Duration,
    /// How many runs there were before.
    runs_before: u64,
}

impl Version {
    /// How many runs it has started.
    fn runs(&self, now: Duration) -> u64 {
        let age = now.saturating_sub(self.start).as_secs();
        let interval = self.plan.refresh_hours;
        1 + interval.map_or(0, |hours| age / (HOUR.as_secs() * u64::from(hours)))
    }

    fn age(&self, run: u64, now: Duration) -> Duration {
        let hours = u64::from(self.plan.refresh_hours.unwrap_or_default());
        let started = Duration::from_secs((HOUR.as_secs() * hours).saturating_mul(run));
        now.saturating_sub(self.start.saturating_add(started))
    }
}

impl IngestionJob {
    fn new(plan: Plan, start: Duration) -> Self {
        let version = Version {
            plan,
            start,
            runs_before: 0,
        };
        Self {
            // The lowest bits count the runs.
            first_run: uuid::Uuid::new_v4().as_u128() & !u128::from(u64::MAX >> 16),
            versions: vec![version],
        }
    }

    fn latest(&self) -> Option<&Version> {
        self.versions.last()
    }

    fn runs(&self, now: Duration) -> u64 {
        self.latest()
            .map_or(0, |version| version.runs_before + version.runs(now))
    }

    fn run_id(&self, index: u64) -> String {
        uuid::Uuid::from_u128(self.first_run + u128::from(index)).to_string()
    }

    fn run(&self, index: u64, now: Duration) -> Option<Run> {
        if index >= self.runs(now) {
            return None;
        }
        let mut versions = self.versions.iter().rev();
        let version = versions.find(|version| version.runs_before <= index)?;
        Some(Run {
            id: self.run_id(index),
            age: version.age(index - version.runs_before, now),
            source: version.plan.source.clone(),
        })
    }
}

impl IngestionStore {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            jobs: Mutex::default(),
            clock,
        }
    }

    /// Creates a job, or changes it and starts a run. An identical job changes nothing. Returns the id of its latest
    /// run, or `None` if there is a job of this id on the other kind of compute.
    pub(crate) fn put(&self, id: &str, plan: Plan) -> Option<String> {
        let mut jobs = self.jobs.lock();
        let now = self.clock.now();
        let job = match jobs.entry(id.to_owned()) {
            Entry::Vacant(entry) => entry.insert(IngestionJob::new(plan, now)),
            Entry::Occupied(entry) => {
                let job = entry.into_mut();
                let latest = &job.latest()?.plan;
                if latest.user_compute != plan.user_compute {
                    return None;
                }
                if latest.digest != plan.digest {
                    let runs_before = job.runs(now);
                    job.versions.push(Version {
                        plan,
                        start: now,
                        runs_before,
                    });
                }
                job
            }
        };
        Some(job.run_id(job.runs(now).saturating_sub(1)))
    }

    pub(crate) fn get(&self, id: &str) -> Option<Plan> {
        Some(self.jobs.lock().get(id)?.latest()?.plan.clone())
    }

    /// Jobs from the `from`th on, oldest first.
    pub(crate) fn list(&self, from: u64, limit: u64) -> Page<Value> {
        let jobs = self.jobs.lock();
        let described = |job: &IngestionJob| Some(job.latest()?.plan.described.clone());
        page(from, limit, jobs.len() as u64, |index| {
            described(jobs.get_index(index as usize)?.1)
        })
    }

    /// A job's runs from the `from`th on, oldest first, or `None` if the job does not exist.
    pub(crate) fn runs(&self, id: &str, from: u64, limit: u64) -> Option<Page<Run>> {
        let jobs = self.jobs.lock();
        let job = jobs.get(id)?;
        let now = self.clock.now();
        Some(page(from, limit, job.runs(now), |index| job.run(index, now)))
    }

    /// A run of a job, or `None` if there is none of this id.
    pub(crate) fn run(&self, job: &str, run: &str) -> Option<Run> {
        let jobs = self.jobs.lock();
        let job = jobs.get(job)?;
        let id = uuid::Uuid::parse_str(run).ok()?.as_u128();
        let index = u64::try_from(id.checked_sub(job.first_run)?).ok()?;
        job.run(index, self.clock.now()).filter(|found| found.id == run)
    }
}

fn page<T>(from: u64, limit: u64, count: u64, item: impl Fn(u64) -> Option<T>) -> Page<T> {
    let end = from.saturating_add(limit);
    Page {
        items: (from..end.min(count)).filter_map(item).collect(),
        next: (end < count).then_some(end),
    }
}
