//! Options of a request.

use std::fmt;
use std::time::Duration;

use azure_openai_core::reader::FromResponse;
use azure_openai_core::{PipelineBuilder, RequestBuilder, RetryPolicy, Value};

/// Options of a request that are not parameters of its operation. Those set on a request replace those of its
/// deployment, and those replace the client's.
#[derive(Clone, Default)]
#[must_use]
pub struct RequestOptions {
    timeout: Option<Duration>,
    first_byte_timeout: Option<Duration>,
    idle_timeout: Option<Duration>,
    retry_policy: Option<RetryPolicy>,
    headers: Vec<(String, String)>,
    query: Vec<(String, String)>,
    body_fields: Vec<(String, Value)>,
}

impl RequestOptions {
    /// Creates options of which none is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the options that are set in `options`; the others stay as they are.
    pub fn with_options(mut self, options: Self) -> Self {
        self.timeout = options.timeout.or(self.timeout);
        self.first_byte_timeout = options.first_byte_timeout.or(self.first_byte_timeout);
        self.idle_timeout = options.idle_timeout.or(self.idle_timeout);
        self.retry_policy = options.retry_policy.or(self.retry_policy);
        self.headers.extend(options.headers);
        self.query.extend(options.query);
        self.body_fields.extend(options.body_fields);
        self
    }

    /// Sets the limit of the whole operation.
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets how long each attempt may wait for the response headers.
    pub fn with_first_byte_timeout(mut self, timeout: Duration) -> Self {
        self.first_byte_timeout = Some(timeout);
        self
    }

    /// Sets how long a response may pause between two reads.
    pub fn with_idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = Some(timeout);
        self
    }

    /// Sets how failed requests are retried.
    pub fn with_retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = Some(policy);
        self
    }

    /// Sends a header, in place of one of the same name.
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sends a query parameter, in place of those of the same name.
    pub fn with_query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// Sends a field of the body, in place of one of the same name.
    pub fn with_body_field(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.body_fields.push((name.into(), value.into()));
        self
    }

    /// As far as core's builder has them.
    pub(crate) fn set_up(self, mut pipeline: PipelineBuilder) -> PipelineBuilder {
        if let Some(timeout) = self.timeout {
            pipeline = pipeline.timeout(timeout);
        }
        if let Some(timeout) = self.first_byte_timeout {
            pipeline = pipeline.first_byte_timeout(timeout);
        }
        if let Some(timeout) = self.idle_timeout {
            pipeline = pipeline.idle_timeout(timeout);
        }
        if let Some(policy) = self.retry_policy {
            pipeline = pipeline.retry_policy(policy);
        }
        for (name, value) in self.headers {
            pipeline = pipeline.default_header(name, value);
        }
        pipeline
    }
}

impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestOptions")
            .field("timeout", &self.timeout)
            .field("first_byte_timeout", &self.first_byte_timeout)
            .field("idle_timeout", &self.idle_timeout)
            .field("retry_policy", &self.retry_policy)
            .finish_non_exhaustive()
    }
}

/// What core's builder lacks.
pub(crate) trait WithOptions {
    fn with_options(self, options: RequestOptions) -> Self;
}

impl<A: FromResponse> WithOptions for RequestBuilder<A> {
    fn with_options(mut self, options: RequestOptions) -> Self {
        if let Some(timeout) = options.timeout {
            self = self.with_timeout(timeout);
        }
        if let Some(timeout) = options.first_byte_timeout {
            self = self.with_first_byte_timeout(timeout);
        }
        if let Some(timeout) = options.idle_timeout {
            self = self.with_idle_timeout(timeout);
        }
        if let Some(policy) = options.retry_policy {
            self = self.with_retry_policy(policy);
        }
        for (name, value) in options.headers {
            self = self.with_header(name, value);
        }
        for (name, value) in options.query {
            self = self.with_query(name, value);
        }
        for (name, value) in options.body_fields {
            self = self.with_body_field(name, value);
        }
        self
    }
}
