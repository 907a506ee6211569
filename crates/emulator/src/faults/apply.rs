//! Serves a request with a fault.

use std::future::Future;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use futures_util::StreamExt;
use http::{StatusCode, Uri};

use super::body;
use super::connection::Connection;
use super::fault::Fault;
use super::kinds::{Cut, Place};
use super::reply;
use crate::clock::Clock;

/// The outcome of a request.
pub(crate) struct Served {
    outcome: Outcome,
    /// Whether the request reached the service.
    pub(crate) processed: bool,
}

enum Outcome {
    Responded(Response),
    /// The connection is to end instead.
    Ends(Connection, Cut),
}

impl Served {
    pub(crate) fn responded(response: Response, processed: bool) -> Self {
        Self {
            outcome: Outcome::Responded(response),
            processed,
        }
    }

    /// The response's status; `None` if there will be no response.
    pub(crate) fn status(&self) -> Option<StatusCode> {
        match &self.outcome {
            Outcome::Responded(response) => Some(response.status()),
            Outcome::Ends(..) => None,
        }
    }

    /// The response. If there is none this ends the connection, and the handler is dropped with it.
    pub(crate) async fn response(self) -> Response {
        match self.outcome {
            Outcome::Responded(response) => response,
            Outcome::Ends(connection, Cut::Reset) => connection.reset().await,
            Outcome::Ends(connection, _) => connection.close().await,
        }
    }
}

/// Serves a request with a fault.
pub(crate) async fn apply<F: Future<Output = Response>>(
    fault: &Arc<Fault>,
    clock: &Clock,
    mut request: Request,
    serve: impl FnOnce(Request) -> F,
) -> Served {
    let connection = request.extensions().get::<Connection>().cloned();
    if !fault.latency.is_zero() {
        clock.sleep(fault.latency).await;
    }
    if fault.ignored_after {
        drop_after(request.uri_mut());
    }
    let replaced = match (fault.cut(), &connection) {
        (Some((cut, Place::Headers)), Some(connection)) => Some(Outcome::Ends(connection.clone(), cut)),
        _ => reply::make_up(fault, clock).map(|response| {
            let reshaped = body::reshape(response, fault, clock, connection.clone());
            Outcome::Responded(reshaped)
        }),
    };
    let Some(outcome) = replaced else {
        let response = serve(request).await;
        return Served::responded(body::reshape(response, fault, clock, connection), true);
    };
    if fault.processed {
        // The response is lost.
        drop(serve(request).await);
    } else if !matches!(outcome, Outcome::Ends(_, Cut::Reset)) {
        // A client that is still sending would not see the response, and closing with unread bytes is a reset.
        drain(request.body_mut()).await;
    }
    Served {
        outcome,
        processed: fault.processed,
    }
}

/// Removes the query parameter `after`.
fn drop_after(uri: &mut Uri) {
    let query = uri.query().unwrap_or_default();
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("after=")).collect();
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = format!("{}?{}", uri.path(), kept.join("&")).parse().ok();
    if let Ok(changed) = Uri::from_parts(parts) {
        *uri = changed;
    }
}

/// Reads a request's body to its end.
async fn drain(body: &mut Body) {
    let mut chunks = std::mem::take(body).into_data_stream();
    while let Some(Ok(_)) = chunks.next().await {}
}
