//! Bodies on their way in and out, as the record of requests keeps them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use futures_util::StreamExt as _;
use hyper::body::{Frame, SizeHint};
use tokio::runtime::Handle;
use tokio::time::timeout;

use crate::state::State;
use crate::state::requests::BodyEnd;

/// How long a client may pause while the rest of a body is read that nothing waits for.
const PATIENCE: Duration = Duration::from_secs(1);

/// A body that the record of a request sees pass.
struct Watched {
    body: Body,
    state: Arc<State>,
    number: u64,
    side: Side,
    /// Whether the end was noted.
    ended: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Request,
    Response,
}

/// The body of a request, whose start is kept.
pub(super) fn request(body: Body, state: &Arc<State>, number: u64) -> Body {
    watched(body, state, number, Side::Request)
}

/// The body of a response, whose end is noted.
pub(super) fn response(body: Body, state: &Arc<State>, number: u64) -> Body {
    watched(body, state, number, Side::Response)
}

fn watched(body: Body, state: &Arc<State>, number: u64, side: Side) -> Body {
    Body::new(Watched {
        body,
        state: Arc::clone(state),
        number,
        side,
        ended: false,
    })
}

impl Watched {
    fn end(&mut self, end: BodyEnd) {
        if self.side == Side::Response && !std::mem::replace(&mut self.ended, true) {
            self.state.requests.body_ended(self.number, end);
        }
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        match &frame {
            None => self.end(BodyEnd::Complete),
            Some(Err(_)) => self.end(BodyEnd::Cut),
            Some(Ok(frame)) => {
                if let (Side::Request, Some(data)) = (self.side, frame.data_ref()) {
                    self.state.requests.received(self.number, data);
                }
            }
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // A body of known length is not polled past its last byte.
        let end = match self.body.is_end_stream() {
            true => BodyEnd::Complete,
            false => BodyEnd::Cut,
        };
        self.end(end);
        // A request that was refused early is read to its end: closing with unread bytes resets the connection, and the
        // client may lose the response.
        if self.side == Side::Request
            && !self.body.is_end_stream()
            && let Ok(runtime) = Handle::try_current()
        {
            let mut rest = std::mem::take(&mut self.body).into_data_stream();
            runtime.spawn(async move { while let Ok(Some(Ok(_))) = timeout(PATIENCE, rest.next()).await {} });
        }
    }
}
