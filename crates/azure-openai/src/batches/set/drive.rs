//! All parts of a set, from wherever the manifest stands to the end.

use std::pin::Pin;

use azure_openai_authoring::{self as authoring, Batch, BatchListOptions};
use azure_openai_core::paging::List as _;
use azure_openai_core::polling::{Job, Phase};
use azure_openai_core::{Error, PollError, Poller, Response};
use futures_core::Stream;
use futures_util::StreamExt;
use futures_util::stream::SelectAll;

use super::inner::Inner;
use super::manifest::{self, Manifest, Stage};
use super::progress::BatchSetEvent;
use super::submit::{QUOTA_PAUSE, Submission, is_quota};
use crate::client::Client;
use crate::state_file::{self, Lock};

/// How far to go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    Submitted,
    Ended,
}

type Polled = (usize, Result<Response<Batch>, PollError<Batch>>);
type Watched = Pin<Box<dyn Stream<Item = Polled> + Send>>;

/// What a poll of a batch says.
enum Step {
    GoesOn,
    Ended,
    /// It failed for want of quota.
    Refused,
}

impl Inner {
    pub(super) async fn drive(&mut self, client: &Client, goal: Goal) -> Result<(), Error> {
        let _lock = self.begin(client).await?;
        let client = client.authoring();
        let mut running = SelectAll::new();
        for (index, part) in self.manifest.parts.iter().enumerate() {
            if let (Stage::Running, Some(id)) = (part.stage, &part.batch_id) {
                running.push(self.watch(client, index, id));
            }
        }
        let mut refused = None;
        let mut pause = QUOTA_PAUSE.0;
        loop {
            while refused.is_none()
                && !self.manifest.cancelled
                && let Some(index) = self.manifest.parts.iter().position(|part| !part.is_submitted())
            {
                match self.submit_part(client, index).await? {
                    Submission::Batch(id) => running.push(self.watch(client, index, &id)),
                    Submission::Refused(error) => {
                        self.event(BatchSetEvent::WaitsForQuota { part: index });
                        refused = Some(error);
                    }
                }
            }
            if goal == Goal::Submitted && refused.is_none() {
                return Ok(());
            }
            match (running.next().await, refused.take()) {
                (Some((index, polled)), waiting) => match self.note(index, polled).await? {
                    Step::GoesOn => refused = waiting,
                    Step::Ended => pause = QUOTA_PAUSE.0,
                    Step::Refused => {
                        self.event(BatchSetEvent::WaitsForQuota { part: index });
                        let text = "batch was refused for the quota of enqueued tokens";
                        refused = waiting.or_else(|| Some(Error::invalid_request(text)));
                    }
                },
                (None, None) => return Ok(()),
                (None, Some(error)) => {
                    if nothing_enqueued(client).await? {
                        return Err(error);
                    }
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(QUOTA_PAUSE.1);
                }
            }
        }
    }

    pub(super) async fn cancel(&mut self, client: &Client) -> Result<(), Error> {
        let _lock = self.begin(client).await?;
        let client = client.authoring();
        self.manifest.cancelled = true;
        self.save().await?;
        for index in 0..self.manifest.parts.len() {
            if self.manifest.parts[index].stage == Stage::Creating {
                let found = self.find_batch(client, index).await?;
                let part = &mut self.manifest.parts[index];
                part.stage = found.as_ref().map_or(Stage::Uploaded, |_| Stage::Running);
                part.batch_id = found.map(|batch| batch.id);
                self.save().await?;
            }
            let part = &self.manifest.parts[index];
            match (part.stage, &part.batch_id, &part.input_file_id) {
                (Stage::Running, Some(id), _) => match client.batch().cancel(id).await {
                    Ok(_) => {}
                    // It may have ended before.
                    Err(error) => match client.batch().get(id).await?.phase() {
                        Phase::Running => return Err(error),
                        Phase::Succeeded | Phase::Failed => {}
                    },
                },
                (Stage::Uploaded, _, Some(file_id)) => {
                    // No batch uses it.
                    match client.files().delete(file_id).await {
                        Ok(_) => {}
                        Err(error) if error.is_not_found() => {}
                        Err(error) => return Err(error.leaving_behind(format!("input file `{file_id}`"))),
                    }
                    let part = &mut self.manifest.parts[index];
                    (part.stage, part.input_file_id) = (Stage::Prepared, None);
                    self.save().await?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Locks the set, and reads what another process may have done to it.
    async fn begin(&mut self, client: &Client) -> Result<Lock, Error> {
        let path = self.path();
        let lock = state_file::lock(&path)?;
        let endpoint = client.authoring().pipeline().endpoint();
        let Some(stored) = state_file::read::<Manifest>(&path, manifest::FORMAT)? else {
            return Err(Error::invalid_request(format!(
                "`{}` is gone: create the set again",
                path.display()
            )));
        };
        self.manifest = stored.of_resource(&path, endpoint)?;
        self.resource = endpoint.base().to_owned();
        Ok(lock)
    }

    fn watch(&self, client: &authoring::Client, index: usize, batch_id: &str) -> Watched {
        let poller = Poller::new(client.batch().get(batch_id));
        let poller = match self.interval {
            Some((first, longest)) => poller.with_interval(first, longest),
            None => poller,
        };
        Box::pin(poller.progress().map(move |polled| (index, polled)))
    }

    /// Notes how far a batch is.
    async fn note(&mut self, index: usize, polled: Result<Response<Batch>, PollError<Batch>>) -> Result<Step, Error> {
        let batch = match polled {
            Ok(batch) => batch.into_value(),
            Err(error) if error.is_failed() => match error.job() {
                Some(batch) => batch.clone(),
                None => return Err(error.into()),
            },
            Err(error) => return Err(error.into()),
        };
        let part = &mut self.manifest.parts[index];
        part.status = Some(batch.state().to_owned());
        if batch.phase() == Phase::Running {
            let batch = Box::new(batch);
            self.event(BatchSetEvent::Moved { part: index, batch });
            return Ok(Step::GoesOn);
        }
        let errors = batch.errors.iter().flat_map(|errors| &errors.data);
        let mut errors = errors.map(|error| is_quota(error.code.as_deref(), error.message.as_deref()));
        if batch.phase() == Phase::Failed && errors.any(|quota| quota) && !self.manifest.cancelled {
            part.stage = Stage::Uploaded;
            part.refused.extend(part.batch_id.take());
            self.save().await?;
            return Ok(Step::Refused);
        }
        part.stage = Stage::Ended;
        let id = |id: &Option<String>| id.clone().filter(|id| !id.is_empty());
        part.output_file_id = id(&batch.output_file_id);
        part.error_file_id = id(&batch.error_file_id);
        part.problem = (batch.phase() == Phase::Failed).then(|| format!("{}: {}", batch.state(), batch.problem()));
        self.save().await?;
        let batch = Box::new(batch);
        self.event(BatchSetEvent::Ended { part: index, batch });
        Ok(Step::Ended)
    }
}

/// Whether the service says that no tokens are enqueued: then waiting is of no use.
async fn nothing_enqueued(client: &authoring::Client) -> Result<bool, Error> {
    let list = client.batch().list(BatchListOptions::new().with_limit(1)).await?;
    Ok(list.head().rate_limits().enqueued_tokens == Some(0) || list.items().is_empty())
}
