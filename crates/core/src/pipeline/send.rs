//! One call: what it is made of, and its beginning and end.

use std::time::Duration;

use tokio::time::Instant;

use super::Pipeline;
use super::attempt::{AttemptOf, Times};
use super::attempts::Attempts;
use super::route::Route;
use crate::error::{Error, ErrorKind};
use crate::incoming::Incoming;
use crate::request::{Defaults, PreparedRequest, Request};
use crate::retry::RetryPolicy;

/// What a call may set for itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    pub(crate) timeout: Option<Duration>,
    pub(crate) first_byte_timeout: Option<Duration>,
    pub(crate) idle_timeout: Option<Duration>,
    pub(crate) retry_policy: Option<RetryPolicy>,
}

impl Pipeline {
    pub(crate) fn prepare(&self, request: Request, accept: &'static str) -> Result<PreparedRequest, Error> {
        let settings = &*self.0;
        let api_version = settings.api_version.as_deref();
        if api_version.is_some_and(|version| version.trim().is_empty()) {
            return Err(Error::new(ErrorKind::InvalidRequest, "the api-version is empty"));
        }
        request.prepare(&Defaults {
            base: self.endpoint().base(),
            api_version,
            headers: &settings.headers,
            accept,
        })
    }

    /// Sends until there is a successful answer, or an error: the whole of a call but for decoding. `whole` asks for an
    /// answer that is read to its end, so that one that breaks can be tried again; else its head is enough.
    pub(crate) async fn send(&self, request: &PreparedRequest, limits: Limits, whole: bool) -> Result<Incoming, Error> {
        let settings = &*self.0;
        let began = Instant::now();
        let total = limits.timeout.unwrap_or(settings.timeout);
        let times = Times {
            // A timeout past what the clock can tell is none.
            deadline: began.checked_add(total),
            total,
            first_byte: limits.first_byte_timeout.unwrap_or(settings.first_byte_timeout),
            idle: limits.idle_timeout.unwrap_or(settings.idle_timeout),
        };
        let attempt = AttemptOf {
            pipeline: self,
            request,
            times,
            whole,
        };
        let policy = limits.retry_policy.unwrap_or(settings.retry_policy);
        let route = Route::new(&settings.targets, request);
        Attempts::new(attempt, route, policy, began)
            .run()
            .await
            .map_err(|error| error.with_operation(request.operation.id))
    }
}
