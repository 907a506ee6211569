//! The start and the end of a request, and the options that hold for it.

use std::time::Duration;

use tokio::time::Instant;

use super::Pipeline;
use super::attempt::{AttemptOf, Times};
use super::attempts::Attempts;
use super::route::Route;
use crate::error::{Error, ErrorKind};
use crate::incoming::{Incoming, ReadLimits};
use crate::request::{Defaults, PreparedRequest, Request, RequestOptions};

const TIMEOUT: Duration = Duration::from_secs(600);
/// Half of the above, so that an attempt that hangs can be retried; few models take longer.
const FIRST_BYTE_TIMEOUT: Duration = Duration::from_secs(300);
/// Long for a pause between two reads, short for a dead connection that nothing else would report.
const IDLE_TIMEOUT: Duration = Duration::from_secs(120);
const EVENT_TIMEOUT: Duration = Duration::from_secs(600);
/// More than responses of models and lists have.
const MAX_RESPONSE_BYTES: usize = 32 * 1024 * 1024;
/// 2,048 embeddings of 3,072 numbers each, the most that one request can ask for, are some 80 MB of JSON.
const MAX_EMBEDDINGS_BYTES: usize = 4 * MAX_RESPONSE_BYTES;

impl Pipeline {
    pub(crate) fn prepare(&self, request: Request, accept: &'static str) -> Result<PreparedRequest, Error> {
        let settings = &*self.0;
        let api_version = settings.api_version.as_deref();
        if api_version.is_some_and(|version| version.trim().is_empty()) {
            return Err(Error::new(ErrorKind::InvalidRequest, "the api-version is empty"));
        }
        let prepared = request.prepare(&Defaults {
            endpoint: self.endpoint(),
            api_version,
            options: &settings.options,
            accept,
        })?;
        if prepared.may_have_newer_fields {
            prepared.each_newer_field(|field| settings.warned.warn(prepared.operation.id, field));
        }
        Ok(prepared)
    }

    /// Sends until there is a successful response or a final error. `whole` asks for a response that is read to its end,
    /// so that one that breaks off can be retried; else its head is enough.
    pub(crate) async fn send(
        &self,
        request: &PreparedRequest,
        own: &RequestOptions,
        whole: bool,
    ) -> Result<Incoming, Error> {
        let settings = &*self.0;
        let (own, outer) = (own.get(), settings.options.get());
        let started = Instant::now();
        let total = own.timeout.or(outer.timeout).unwrap_or(TIMEOUT);
        let times = Times {
            total,
            first_byte: own
                .first_byte_timeout
                .or(outer.first_byte_timeout)
                .unwrap_or(FIRST_BYTE_TIMEOUT),
            limits: ReadLimits {
                // A timeout past the clock's range is none.
                deadline: started.checked_add(total),
                idle: own.idle_timeout.or(outer.idle_timeout).unwrap_or(IDLE_TIMEOUT),
                event: own.event_timeout.or(outer.event_timeout).unwrap_or(EVENT_TIMEOUT),
                bytes: own.max_response_bytes.or(outer.max_response_bytes).unwrap_or(
                    match request.operation.path.ends_with("/embeddings") {
                        true => MAX_EMBEDDINGS_BYTES,
                        false => MAX_RESPONSE_BYTES,
                    },
                ),
            },
        };
        let attempt = AttemptOf {
            pipeline: self,
            request,
            times,
            whole,
            layers: [&outer.layers, &own.layers],
        };
        let policy = own.retry_policy.or(outer.retry_policy).unwrap_or_default();
        let route = Route::new(&settings.targets, request);
        Attempts::new(attempt, route, policy, started)
            .run()
            .await
            .map_err(|error| error.with_operation(request.operation.id))
    }
}
