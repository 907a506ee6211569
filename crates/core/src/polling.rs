//! Polling what the service does in the background: files, batches, jobs, runs.
//!
//! A [`Job`] says when it is done, how often to poll it, and what went wrong; [`Poller`] polls it with the request that
//! retrieves it, whose headers, timeouts and retry policy hold for each poll.
//!
//! Polling has no effect on the job: dropping a [`Poller`] stops it, and the job runs on. To end the job itself, call its
//! `cancel` operation; a poller then ends with [`PollError::Failed`] and the job as it was left.
//!
//! Operations of other services that say themselves where their state is are polled by
//! [`RequestBuilder::until_done`].

mod error;
mod job;
mod operation;
mod watch;

use std::future::IntoFuture;
use std::pin::Pin;
use std::time::Duration;

pub use crate::operation::FinalState;
use crate::reader::Json;
use crate::request::RequestOptions;
use crate::request_builder::RequestBuilder;
use crate::response::Response;
use crate::result_stream::ResultStream;
pub use error::PollError;
pub use job::{Interval, Job, Phase};
pub use operation::OperationPoller;
use watch::{Settings, Watch};

/// Polls a job until it is done: awaited, it returns the job; as a stream, by [`progress`](Self::progress), it returns each
/// change on the way.
///
/// The first poll is sent at once. Then the pauses grow, see [`Interval`]; where a response has `Retry-After`, that is how
/// long the pause is. Each poll is one request, retried as its [`RetryPolicy`](crate::RetryPolicy) allows; one that fails
/// all the same ends the poller, and the job can be polled again. To outlast longer outages, give the polls a policy with
/// more retries by [`with_options`](Self::with_options).
///
/// All times are tokio's, so that a test can run on a paused clock.
#[derive(Debug)]
#[must_use = "nothing is sent before this is awaited or its progress read"]
pub struct Poller<T> {
    call: RequestBuilder<Json<T>>,
    settings: Settings,
}

impl<T: Job> Poller<T> {
    /// Polls with the request that retrieves the job. A request that is not a GET is refused when it is awaited: it would
    /// create or change something with each poll.
    pub fn new(call: RequestBuilder<Json<T>>) -> Self {
        Self {
            call,
            settings: Settings {
                interval: T::INTERVAL,
                deadline: Some(T::DEADLINE),
                every_poll: false,
            },
        }
    }

    crate::setters! {
        /// How long to pause between two polls, in place of [`Job::INTERVAL`].
        pub fn with_interval(self, first: Duration, longest: Duration) =>
            settings.interval = Interval::new(first, longest.max(first));
        /// How long to poll in total, in place of [`Job::DEADLINE`]; then it fails with [`PollError::TimedOut`]. `None`
        /// polls for as long as the job runs.
        pub fn with_deadline(self, deadline: impl Into<Option<Duration>>) => settings.deadline = deadline.into();
        /// Sets timeouts, retry policy and headers of each poll, in place of those of the request.
        pub fn with_options(self, options: RequestOptions) => call = self.call.with_options(options);
        /// [`progress`](Self::progress) returns every poll's response, changed or not.
        pub fn with_every_poll(self) => settings.every_poll = true;
    }

    /// The job each time that it has moved on, the last time when it has succeeded. A failure is the last item too, as an
    /// error with the job in it. Polls are sent only while the stream is read.
    pub fn progress(self) -> Progress<T> {
        ResultStream::new(Watch::of_call(self.call, self.settings).into_stream())
    }
}

impl<T: Job> IntoFuture for Poller<T> {
    type Output = Result<Response<T>, PollError<T>>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(Watch::of_call(self.call, self.settings).finish())
    }
}

/// A job each time that it has moved on: see [`Poller::progress`].
pub type Progress<T> = ResultStream<Response<T>, PollError<T>>;
