//! A fine-tuning job and its events, told as they happen.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use azure_openai_core::polling::{Job, Phase, Progress};
use azure_openai_core::{Error, PollError, Poller, Response};
use futures_core::Stream;
use futures_util::StreamExt;

use azure_openai_authoring::{self as authoring, FineTuningJob, FineTuningJobEvent};

/// Something that happened in a fine-tuning job.
#[derive(Debug)]
#[non_exhaustive]
pub enum TrainingUpdate {
    /// The job has moved on: another state, or another estimate of its end.
    Job(Box<FineTuningJob>),
    /// An event of the job, each once. [`TrainingStep::from_event`](crate::TrainingStep::from_event) gives its metrics.
    Event(Box<FineTuningJobEvent>),
}

/// What happens in a fine-tuning job, a [`Stream`]: see [`FineTuning::follow`](crate::FineTuning::follow).
#[must_use = "nothing is asked before the stream is read"]
pub struct TrainingUpdates(Pin<Box<dyn Stream<Item = Result<TrainingUpdate, PollError<FineTuningJob>>> + Send>>);

impl TrainingUpdates {
    /// What happened next; `None` after the job's success.
    ///
    /// # Errors
    /// [`PollError`], after which it ends.
    pub async fn next(&mut self) -> Option<Result<TrainingUpdate, PollError<FineTuningJob>>> {
        std::future::poll_fn(|cx| self.0.as_mut().poll_next(cx)).await
    }
}

impl Stream for TrainingUpdates {
    type Item = Result<TrainingUpdate, PollError<FineTuningJob>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(cx)
    }
}

impl fmt::Debug for TrainingUpdates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrainingUpdates").finish_non_exhaustive()
    }
}

pub(crate) fn follow(client: authoring::Client, job_id: String, wait: Poller<FineTuningJob>) -> TrainingUpdates {
    let state = Follow {
        client,
        job_id,
        progress: wait.with_every_poll().progress(),
        last: None,
        known: HashSet::new(),
        newest_first: false,
        ready: VecDeque::new(),
    };
    let updates = futures_util::stream::unfold(state, |mut state| async move {
        let update = state.next().await?;
        Some((update, state))
    });
    TrainingUpdates(Box::pin(updates.fuse()))
}

struct Follow {
    client: authoring::Client,
    job_id: String,
    progress: Progress<FineTuningJob>,
    last: Option<FineTuningJob>,
    known: HashSet<String>,
    /// Whether the service was seen to list the events so.
    newest_first: bool,
    ready: VecDeque<Result<TrainingUpdate, PollError<FineTuningJob>>>,
}

impl Follow {
    async fn next(&mut self) -> Option<Result<TrainingUpdate, PollError<FineTuningJob>>> {
        loop {
            if let Some(update) = self.ready.pop_front() {
                return Some(update);
            }
            let job = self.progress.next().await?;
            // The events are asked for after the job, so that those before its end are told before it. What cannot be
            // had now comes with the next poll.
            let done = job.as_ref().map_or(true, |job| job.phase() != Phase::Running);
            let asked = !matches!(&job, Err(error) if !error.is_failed());
            let events = match asked {
                true => self.new_events().await,
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
                    self.progress = Progress::ended();
                    continue;
                }
            }
            match job {
                Ok(job) => self.tell(job),
                Err(error) => self.ready.push_back(Err(error)),
            }
        }
    }

    fn tell(&mut self, job: Response<FineTuningJob>) {
        let job = job.into_value();
        let moved = self.last.as_ref().is_none_or(|last| job.has_moved(last));
        if moved || job.phase() != Phase::Running {
            self.last = Some(job.clone());
            self.ready.push_back(Ok(TrainingUpdate::Job(Box::new(job))));
        }
    }

    /// The events that were not told yet, the oldest first. The service may list them in either order: the newest first
    /// is known from their times, and then the list is read only down to what is known.
    async fn new_events(&mut self) -> Result<Vec<FineTuningJobEvent>, Error> {
        let mut events: Vec<FineTuningJobEvent> = Vec::new();
        let mut pages = self.client.fine_tuning().get_events(&self.job_id, None).pages();
        while let Some(page) = pages.next().await {
            let page = page?.into_items();
            let reached_known = page.iter().any(|event| self.known.contains(&key(event)));
            events.extend(page);
            if let (Some(first), Some(last)) = (events.first(), events.last()) {
                self.newest_first |= first.created_at > last.created_at;
            }
            if self.newest_first && reached_known {
                break;
            }
        }
        if self.newest_first {
            events.reverse();
        }
        // Stable: what happened within the same second stays as it was listed.
        events.sort_by(|one, other| one.created_at.cmp(&other.created_at));
        events.retain(|event| self.known.insert(key(event)));
        Ok(events)
    }
}

/// What tells one event from another: its id, or, without one, all that there is of it.
fn key(event: &FineTuningJobEvent) -> String {
    match event.id.as_str() {
        "" => format!("{:?} {}", event.created_at, event.message),
        id => id.to_owned(),
    }
}
