//! When to poll, how often, and when no more.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use futures_core::Stream;
use futures_util::StreamExt;
use http::Method;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::error::PollError;
use super::job::{Interval, Job, Phase};
use crate::error::Error;
use crate::reader::Json;
use crate::request_builder::RequestBuilder;
use crate::response::Response;

#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) interval: Interval,
    pub(super) deadline: Option<Duration>,
    pub(super) every_poll: bool,
}

type Poll<T> = Pin<Box<dyn Future<Output = Result<Response<T>, Error>> + Send>>;

pub(super) struct Watch<T> {
    ask: Box<dyn FnMut() -> Poll<T> + Send>,
    settings: Settings,
    /// Set by the first poll.
    times: Option<Times>,
    pause: Duration,
    last: Option<T>,
}

#[derive(Clone, Copy)]
struct Times {
    start: Instant,
    /// A deadline past the range of the clock is none.
    deadline: Option<Instant>,
    next: Instant,
}

impl<T: Job> Watch<T> {
    pub(super) fn of_call(call: RequestBuilder<Json<T>>, settings: Settings) -> Self {
        let mut next = Some(call);
        let ask = move || -> Poll<T> {
            let refusal = match next.take() {
                Some(call) if call.operation().method == Method::GET => {
                    // An invalid request has no next one: sending it fails with the reason.
                    next = call.again();
                    return call.into_future();
                }
                Some(call) => format!(
                    "cannot poll `{}`: it is not a GET; pass the operation that retrieves the {}",
                    call.operation().id,
                    T::NAME
                ),
                None => "the request cannot be sent again".to_owned(),
            };
            Box::pin(std::future::ready(Err(Error::invalid_request(refusal))))
        };
        Self::new(Box::new(ask), settings)
    }

    pub(super) fn new(ask: Box<dyn FnMut() -> Poll<T> + Send>, settings: Settings) -> Self {
        Self {
            ask,
            settings,
            times: None,
            pause: settings.interval.first,
            last: None,
        }
    }

    /// Polls until the job has moved.
    async fn step(&mut self) -> Result<Response<T>, PollError<T>> {
        loop {
            let times = *self.times.get_or_insert_with(|| {
                let start = Instant::now();
                Times {
                    start,
                    deadline: self.settings.deadline.and_then(|time| start.checked_add(time)),
                    next: start,
                }
            });
            match times.deadline {
                Some(deadline) if deadline < times.next => {
                    sleep_until(deadline).await;
                    return Err(self.timed_out(times));
                }
                _ => sleep_until(times.next).await,
            }
            let asked = (self.ask)();
            let result = match times.deadline {
                Some(deadline) => match timeout_at(deadline, asked).await {
                    Ok(result) => result,
                    Err(_) => return Err(self.timed_out(times)),
                },
                None => asked.await,
            };
            match result {
                Ok(job) => {
                    self.pause_for(job.head().retry_after());
                    if let Some(changed) = self.changed(job)? {
                        return Ok(changed);
                    }
                }
                Err(error) => return Err(PollError::request(error, self.last.take())),
            }
        }
    }

    fn changed(&mut self, job: Response<T>) -> Result<Option<Response<T>>, PollError<T>> {
        match job.phase() {
            Phase::Failed => Err(PollError::Failed {
                job: Box::new(job.into_value()),
            }),
            Phase::Succeeded => Ok(Some(job)),
            Phase::Running => {
                let moved = self.last.as_ref().is_none_or(|last| job.has_moved(last));
                self.last = Some(job.value().clone());
                Ok((moved || self.settings.every_poll).then_some(job))
            }
        }
    }

    /// Sets when the next poll is: when the service says, else after the interval.
    fn pause_for(&mut self, asked: Option<Duration>) {
        let pause = self.settings.interval.next(&mut self.pause, asked);
        // What has passed since the response came counts, so that a slow reader of the stream does not slow the polls.
        let now = Instant::now();
        if let Some(times) = &mut self.times {
            // As good as never, past the range of the clock.
            times.next = now
                .checked_add(pause)
                .unwrap_or(now + Duration::from_secs(86_400 * 365));
        }
    }

    fn timed_out(&mut self, times: Times) -> PollError<T> {
        PollError::TimedOut {
            job: self.last.take().map(Box::new),
            waited: times.start.elapsed(),
        }
    }

    /// Polls until the job is done.
    pub(super) async fn finish(mut self) -> Result<Response<T>, PollError<T>> {
        loop {
            let job = self.step().await?;
            if job.phase() == Phase::Succeeded {
                return Ok(job);
            }
        }
    }

    pub(super) fn into_stream(self) -> impl Stream<Item = Result<Response<T>, PollError<T>>> + Send {
        let items = futures_util::stream::unfold(Some(self), |watch| async {
            let mut watch = watch?;
            let item = watch.step().await;
            let is_running = item.as_ref().is_ok_and(|job| job.phase() == Phase::Running);
            Some((item, is_running.then_some(watch)))
        });
        items.fuse()
    }
}

#[cfg(test)]
mod tests;
