//! What happens to a request that meets a fault.

use std::future::Future;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use futures_util::StreamExt;
use http::StatusCode;

use super::body;
use super::connection::Connection;
use super::fault::Fault;
use super::kinds::{Cut, Place};
use super::reply;
use crate::clock::Clock;

/// What came of a request.
pub(crate) struct Served {
    outcome: Outcome,
    /// Whether the request reached the service.
    pub(crate) acted: bool,
}

enum Outcome {
    Answered(Response),
    /// The connection is to end instead.
    Ends(Connection, Cut),
}

impl Served {
    pub(crate) fn answered(response: Response, acted: bool) -> Self {
        Self {
            outcome: Outcome::Answered(response),
            acted,
        }
    }

    /// The answer's status; `None` if there will be no answer.
    pub(crate) fn status(&self) -> Option<StatusCode> {
        match &self.outcome {
            Outcome::Answered(response) => Some(response.status()),
            Outcome::Ends(..) => None,
        }
    }

    /// The answer. If there is none this ends the connection, and whoever waits is dropped with it.
    pub(crate) async fn response(self) -> Response {
        match self.outcome {
            Outcome::Answered(response) => response,
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
    let replaced = match (fault.cut, &connection) {
        (Some((cut, Place::Headers)), Some(connection)) => Some(Outcome::Ends(connection.clone(), cut)),
        _ => reply::make_up(fault, clock).map(|response| {
            let reshaped = body::reshape(response, fault, clock, connection.clone());
            Outcome::Answered(reshaped)
        }),
    };
    let Some(outcome) = replaced else {
        let response = serve(request).await;
        return Served::answered(body::reshape(response, fault, clock, connection), true);
    };
    if fault.acted {
        // The answer is lost.
        drop(serve(request).await);
    } else if !matches!(outcome, Outcome::Ends(_, Cut::Reset)) {
        // A client that is still sending would not see the answer, and a close with bytes unread is a reset.
        drain(request.body_mut()).await;
    }
    Served {
        outcome,
        acted: fault.acted,
    }
}

/// Reads a request's body to its end.
async fn drain(body: &mut Body) {
    let mut pieces = std::mem::take(body).into_data_stream();
    while let Some(Ok(_)) = pieces.next().await {}
}
