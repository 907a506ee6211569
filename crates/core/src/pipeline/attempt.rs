//! One attempt: a request to one endpoint, and the response to it.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::failure::failed;
use super::layer::{Layers, Next};
use super::{Pipeline, Target};
use crate::credential::Authorization;
use crate::error::{Error, ErrorKind};
use crate::form::SendProgress;
use crate::incoming::{Incoming, ReadLimits};
use crate::request::{Placed, PreparedRequest};
use crate::secrets::Secrets;
use crate::telemetry::AttemptSpan;

/// The time limits that hold for one request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    pub(super) total: Duration,
    pub(super) first_byte: Duration,
    /// What of them holds for reading the response, and the end of the request's time, in `deadline`; `None` where that is
    /// later than the clock can represent.
    pub(super) limits: ReadLimits,
}

impl Times {
    /// Whether the request's time is up.
    pub(super) fn is_up(&self) -> bool {
        self.limits.deadline.is_some_and(|deadline| deadline <= Instant::now())
    }

    /// Waits for what must not take longer than the request may.
    pub(super) async fn within<T>(&self, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        match self.limits.deadline {
            None => work.await,
            Some(deadline) => timeout_at(deadline, work).await.unwrap_or_else(|_| Err(self.passed())),
        }
    }

    fn passed(&self) -> Error {
        Error::new(
            ErrorKind::Timeout,
            format!("timed out: no response came within {:?}", self.total),
        )
    }

    /// Waits for the headers of a response: as long as it takes to send the request, and then for the first byte's time.
    async fn first_byte<T>(
        &self,
        mut work: Pin<&mut impl Future<Output = Result<T, Error>>>,
        progress: Option<&SendProgress>,
    ) -> Result<T, Error> {
        let mut since = Instant::now();
        loop {
            let late = since.checked_add(self.first_byte);
            // The earlier of the two that there are.
            let Some(until) = late.into_iter().chain(self.limits.deadline).min() else {
                return work.await;
            };
            if let Ok(result) = timeout_at(until, work.as_mut()).await {
                return result;
            }
            if Some(until) == self.limits.deadline {
                return Err(self.passed());
            }
            match progress.map(SendProgress::last) {
                Some(last) if last > since => since = last,
                _ => break,
            }
        }
        Err(Error::new(
            ErrorKind::Timeout,
            format!(
                "timed out: the response did not begin within {:?} of the request",
                self.first_byte
            ),
        ))
    }
}

/// What an attempt needs to know of its request.
pub(super) struct AttemptOf<'a> {
    pub(super) pipeline: &'a Pipeline,
    pub(super) request: &'a PreparedRequest,
    pub(super) times: Times,
    /// Whether the response is read to its end before it counts as one.
    pub(super) whole: bool,
    /// Those of the pipeline, and those of the request.
    pub(super) layers: [&'a Layers; 2],
}

impl AttemptOf<'_> {
    /// Sends the request to the target and gives the response, if its status is a success. This is all that happens in an
    /// attempt but for the credential.
    pub(super) async fn run(
        &self,
        number: u32,
        target: &Target,
        placed: &Placed<'_>,
        authorization: &Authorization,
        secrets: Secrets,
    ) -> Result<Incoming, Error> {
        let deployment = self.request.deployment().map(|name| target.deployment(name));
        let span = AttemptSpan::new(
            (self.request.operation, self.request.method()),
            number,
            &placed.url,
            deployment,
        );
        let exchange = pin!(self.exchange(number, target, placed, authorization, secrets));
        let result = span.run(exchange).await;
        span.end(result.as_ref().map(|incoming| &**incoming.head()));
        result
    }

    async fn exchange(
        &self,
        number: u32,
        target: &Target,
        placed: &Placed<'_>,
        authorization: &Authorization,
        secrets: Secrets,
    ) -> Result<Incoming, Error> {
        let settings = &*self.pipeline.0;
        let progress = self
            .request
            .has_progress()
            .then(|| Arc::new(SendProgress::new(Instant::now())));
        let next = Next {
            client: &settings.client,
            operation: self.request.operation,
            endpoint: &target.endpoint,
            deployment: self.request.deployment().map(|name| target.deployment(name)),
            attempt: number,
            layers: self.layers,
            passed: 0,
        };
        let response = async {
            let request = self
                .request
                .build(&settings.client, placed, authorization, progress.as_ref())
                .await?;
            match next.has_layers() {
                true => next.run(request).await,
                false => next.transport(request).await,
            }
        };
        let response = self.times.first_byte(pin!(response), progress.as_deref()).await?;
        let status = response.status();
        let mut incoming = Incoming::new(
            self.request.operation.id,
            response,
            secrets,
            Some(target.endpoint.clone()),
            number,
        )
        .with_limits(&self.times.limits);
        if !status.is_success() {
            let error = Box::pin(failed(incoming, &placed.url, self.times.limits.deadline)).await;
            return Err(self.request.explain(error));
        }
        if self.whole {
            incoming.prefetch().await?;
        }
        Ok(incoming)
    }
}
