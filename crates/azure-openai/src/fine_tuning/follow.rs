//! A fine-tuning job and its events, as they happen.

use std::cmp::Ordering;
use std::collections::{HashSet, VecDeque};

use azure_openai_authoring::{self as authoring, FineTuningJob, FineTuningJobEvent};
use azure_openai_core::polling::{Job, Phase, Progress};
use azure_openai_core::{Error, PollError, Poller, Response, ResultStream};
use futures_util::StreamExt;

use super::metrics::TrainingStep;

/// Something that happened in a fine-tuning job.
#[derive(Debug)]
#[non_exhaustive]
pub enum TrainingUpdate {
    /// The job has moved on: another state, or another estimate of its end.
    Job(Box<FineTuningJob>),
    /// An event of the job, each once. [`TrainingStep::from_event`](crate::fine_tuning::TrainingStep::from_event) reads
    /// its metrics.
    Event(Box<FineTuningJobEvent>),
}

type Update = Result<TrainingUpdate, PollError<FineTuningJob>>;

/// What happens in a fine-tuning job, a [`Stream`](futures_core::Stream) that ends after the job's success: see
/// [`FineTuning::follow`](crate::fine_tuning::FineTuning::follow).
pub type TrainingUpdates = ResultStream<TrainingUpdate, PollError<FineTuningJob>>;

pub(super) fn follow(client: authoring::Client, job_id: String, poller: Poller<FineTuningJob>) -> TrainingUpdates {
    let state = Follow {
        client,
        job_id,
        progress: poller.with_every_poll().progress(),
        last: None,
        seen: HashSet::new(),
        held: HashSet::new(),
        listed: Listed::Unknown,
        ready: VecDeque::new(),
    };
    let updates = futures_util::stream::unfold(state, |mut state| async move {
        let update = state.next().await?;
        Some((update, state))
    });
    ResultStream::new(updates.fuse())
}

struct Follow {
    client: authoring::Client,
    job_id: String,
    progress: Progress<FineTuningJob>,
    last: Option<FineTuningJob>,
    seen: HashSet<String>,
    /// Events that were held back for one poll, because nothing showed their order.
    held: HashSet<String>,
    listed: Listed,
    ready: VecDeque<Update>,
}

/// The order in which the service was seen to list events.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Listed {
    /// Nothing shows it yet: taken as newest first, which is how the service lists events.
    Unknown,
    NewestFirst,
    OldestFirst,
}

impl Follow {
    async fn next(&mut self) -> Option<Update> {
        loop {
            if let Some(update) = self.ready.pop_front() {
                return Some(update);
            }
            let job = self.progress.next().await?;
            // Events are requested after the job, so that those before its end are returned before it. What cannot be
            // had now comes with the next poll.
            let done = job.as_ref().map_or(true, |job| job.phase() != Phase::Running);
            let reached = !matches!(&job, Err(error) if !error.is_failed());
            let events = match reached {
                true => self.new_events(done).await,
                false => Ok(Vec::new()),
            };
            match (events, &job) {
                (Ok(events), _) => self.ready.extend(
                    events
                        .into_iter()
                        .map(|event| Ok(TrainingUpdate::Event(Box::new(event)))),
                ),
                // A failure of the job says more than one of its events.
                (Err(_), Err(_)) => {}
                (Err(error), Ok(_)) if !done && error.is_transient() => {}
                (Err(error), Ok(job)) => {
                    let error = PollError::request(error, Some(job.value().clone()));
                    self.ready.push_back(Err(error));
                    self.progress = ResultStream::new(futures_util::stream::empty());
                    continue;
                }
            }
            match job {
                Ok(job) => self.push_job(job),
                Err(error) => self.ready.push_back(Err(error)),
            }
        }
    }

    fn push_job(&mut self, job: Response<FineTuningJob>) {
        let job = job.into_value();
        let moved = self.last.as_ref().is_none_or(|last| job.has_moved(last));
        if moved || job.phase() != Phase::Running {
            self.last = Some(job.clone());
            self.ready.push_back(Ok(TrainingUpdate::Job(Box::new(job))));
        }
    }

    /// Fetches the events that were not returned yet, the oldest first. Where the newest come first, only down to those
    /// that were.
    async fn new_events(&mut self, done: bool) -> Result<Vec<FineTuningJobEvent>, Error> {
        let mut events: Vec<FineTuningJobEvent> = Vec::new();
        let mut pages = self.client.fine_tuning().get_events(&self.job_id, None).pages();
        while let Some(page) = pages.next().await {
            events.extend(page?.into_items());
            self.look_at_order(&events);
            let reached_seen = events.last().is_some_and(|event| self.seen.contains(&key(event)));
            if self.listed == Listed::NewestFirst && reached_seen {
                break;
            }
        }
        // Events of one second: where new ones are listed at the next poll shows the order.
        if self.listed == Listed::Unknown && events.len() > 1 && self.held.is_empty() && !done {
            self.held.extend(events.iter().map(key));
            return Ok(Vec::new());
        }
        if self.listed != Listed::OldestFirst {
            events.reverse();
        }
        if events.iter().all(|event| event.created_at.is_some()) {
            // Stable: events of the same second keep the order of the list.
            events.sort_by(|one, other| one.created_at.cmp(&other.created_at));
        }
        events.retain(|event| self.seen.insert(key(event)));
        Ok(events)
    }

    /// Determines the order of the list: from times, steps, numbers in ids, or what a job reports first and last, where
    /// they differ; or from where new events stand beside those that were seen.
    fn look_at_order(&mut self, events: &[FineTuningJobEvent]) {
        let seen = |event: &FineTuningJobEvent| self.seen.contains(&key(event)) || self.held.contains(&key(event));
        let prefix = events
            .first()
            .map_or("", |first| first.id.trim_end_matches(|c: char| c.is_ascii_digit()));
        let order = ends(events, |event| event.created_at.as_ref())
            .then_with(|| ends(events, |event| Some(TrainingStep::from_event(event)?.step)))
            .then_with(|| ends(events, |event| event.id.strip_prefix(prefix)?.parse::<u64>().ok()))
            .then_with(|| ends(events, stage))
            .then_with(|| ends(events, |event| Some(!seen(event))));
        self.listed = match order {
            Ordering::Greater => Listed::NewestFirst,
            Ordering::Less => Listed::OldestFirst,
            Ordering::Equal => self.listed,
        };
    }
}

/// Compares the first and the last event that have a value.
fn ends<'e, T: Ord>(events: &'e [FineTuningJobEvent], value: impl Fn(&'e FineTuningJobEvent) -> Option<T>) -> Ordering {
    let mut values = events.iter().filter_map(value);
    let Some(first) = values.next() else {
        return Ordering::Equal;
    };
    values.next_back().map_or(Ordering::Equal, |last| first.cmp(&last))
}

/// Where in a job's life the service writes an event with these words, as "Job enqueued. Waiting for jobs ahead to
/// complete." and "Job succeeded.": all that shows the order of a short job that has ended within a second.
fn stage(event: &FineTuningJobEvent) -> Option<usize> {
    const STAGES: [&[&str]; 4] = [
        &["job enqueued", "created fine-tuning job", "validating"],
        &["job started", "preprocessing", "training started"],
        &["training completed", "postprocessing", "results file", "model created"],
        &["succeeded", "successfully completed", "failed", "cancelled", "canceled"],
    ];
    let message = event.message.to_lowercase();
    let says = |words: &&[&str]| words.iter().any(|word| message.contains(word));
    STAGES.iter().position(says)
}

/// What distinguishes one event from another: its id, or, without one, all that there is of it.
fn key(event: &FineTuningJobEvent) -> String {
    match event.id.as_str() {
        "" => format!("{:?} {}", event.created_at, event.message),
        id => id.to_owned(),
    }
}
