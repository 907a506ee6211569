//! Code of the caller's own around each attempt.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::failure::{not_sent, origin, redirected};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::operation::Operation;

/// The response or the error of an attempt, once it is there.
pub type LayerFuture<'a> = Pin<Box<dyn Future<Output = Result<reqwest::Response, Error>> + Send + 'a>>;

/// Code around each attempt of a request: it sees and changes what is sent, and sees, changes or replaces what comes back.
///
/// A layer is set on a client, a deployment or a request, by
/// [`with_layer`](crate::RequestOptions::with_layer). The first one is the outermost; those of the client come before
/// those of the request. Each attempt passes through all of them with a request of its own, whose credential is set
/// already: what a layer does on the way happens for retries and fallbacks too, within the attempt's timeouts. An error
/// or response that a layer returns is treated like the service's own: a status of 503 is retried, for instance.
///
/// Headers of credentials are marked as sensitive, so that `Debug` does not show their values. Bodies and URLs are not:
/// write them where nobody may read them, or not at all.
///
/// ```
/// use azure_openai_core::{Layer, LayerFuture, Next, reqwest};
///
/// /// Adds a header, and measures.
/// struct Traced;
///
/// impl Layer for Traced {
///     fn send<'a>(&'a self, mut request: reqwest::Request, next: Next<'a>) -> LayerFuture<'a> {
///         Box::pin(async move {
///             request.headers_mut().insert("x-team", reqwest::header::HeaderValue::from_static("blue"));
///             let (operation, began) = (next.operation().id, std::time::Instant::now());
///             let result = next.run(request).await;
///             println!("{operation}: {:?} in {:?}", result.as_ref().map(|response| response.status()), began.elapsed());
///             result
///         })
///     }
/// }
///
/// /// Sends nothing: for tests.
/// struct Fake;
///
/// impl Layer for Fake {
///     fn send<'a>(&'a self, _: reqwest::Request, _: Next<'a>) -> LayerFuture<'a> {
///         Box::pin(async { Ok(azure_openai_core::http::Response::new(r#"{"choices":[]}"#).into()) })
///     }
/// }
/// ```
pub trait Layer: Send + Sync + 'static {
    /// Sends one attempt: by `next`, once, several times, or not at all.
    fn send<'a>(&'a self, request: reqwest::Request, next: Next<'a>) -> LayerFuture<'a>;
}

/// What is around an attempt from a [`Layer`] inwards: the other layers, and the connection.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    pub(super) client: &'a reqwest::Client,
    pub(super) operation: &'static Operation,
    pub(super) endpoint: &'a Endpoint,
    pub(super) deployment: Option<&'a str>,
    pub(super) attempt: u32,
    /// Those of the pipeline, and those of the request.
    pub(super) layers: [&'a Layers; 2],
    pub(super) passed: usize,
}

impl<'a> Next<'a> {
    /// Sends the request. A copy of `self` sends another one.
    pub fn run(mut self, request: reqwest::Request) -> LayerFuture<'a> {
        let mut layers = self.layers.into_iter().flat_map(|layers| &layers.0);
        let Some(layer) = layers.nth(self.passed) else {
            return Box::pin(self.transport(request));
        };
        self.passed += 1;
        layer.send(request, self)
    }

    pub(super) async fn transport(self, request: reqwest::Request) -> Result<reqwest::Response, Error> {
        let url = request.url().clone();
        let sent = self.client.execute(request).await;
        let response = sent.map_err(|error| not_sent(error, &origin(&url)))?;
        match *response.url() == url {
            true => Ok(response),
            false => Err(redirected(response.url())),
        }
    }

    pub(super) fn has_layers(&self) -> bool {
        self.layers.iter().any(|layers| !layers.0.is_empty())
    }

    /// The operation.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The endpoint that the attempt goes to.
    pub fn endpoint(&self) -> &'a Endpoint {
        self.endpoint
    }

    /// The deployment by its name at that endpoint, if the operation has one.
    pub fn deployment(&self) -> Option<&'a str> {
        self.deployment
    }

    /// The number of the attempt; 1 for the first.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }
}

impl fmt::Debug for Next<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("operation", &self.operation.id)
            .field("endpoint", self.endpoint)
            .field("deployment", &self.deployment)
            .field("attempt", &self.attempt)
            .finish_non_exhaustive()
    }
}

/// The layers of one level, the outermost first.
#[derive(Clone, Default)]
pub(crate) struct Layers(Vec<Arc<dyn Layer>>);

impl Layers {
    pub(crate) fn push(&mut self, layer: Arc<dyn Layer>) {
        self.0.push(layer);
    }

    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}
