//! A connection that the handlers of its requests can end.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

const GOES_ON: u8 = 0;
const RESET: u8 = 1;
const CLOSE: u8 = 2;

/// A handle on the connection that a request came by, among the request's extensions.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(crate) peer: SocketAddr,
    order: Arc<AtomicU8>,
}

impl Connection {
    /// A socket whose end the handle orders.
    pub(crate) fn wrap(stream: TcpStream, peer: SocketAddr) -> (Self, Socket) {
        let order = Arc::new(AtomicU8::new(GOES_ON));
        let socket = Socket {
            stream,
            order: Arc::clone(&order),
            written: 0,
            ending: None,
        };
        (Self { peer, order }, socket)
    }

    /// Resets the connection once everything written so far is sent. Never returns: the handler is dropped with the
    /// connection.
    pub(super) async fn reset<T>(&self) -> T {
        self.end(RESET).await
    }

    /// Closes the connection, as above.
    pub(super) async fn close<T>(&self) -> T {
        self.end(CLOSE).await
    }

    async fn end<T>(&self, order: u8) -> T {
        self.order.store(order, Ordering::Release);
        std::future::pending().await
    }
}

/// A TCP stream that fails when it is flushed after its end was ordered. hyper flushes once it has written all it has,
/// and whenever it has nothing to write, and drops the stream when that fails.
#[derive(Debug)]
pub(crate) struct Socket {
    stream: TcpStream,
    order: Arc<AtomicU8>,
    /// Bytes given to the system.
    written: usize,
    /// The time the peer has to receive them before a reset, which discards unsent bytes.
    ending: Option<Pin<Box<Sleep>>>,
}

/// So much is with the peer at once, whether it reads or not.
const AT_ONCE: usize = 32 * 1024;
/// The slowest pace of a reading peer, in bytes a millisecond.
const PACE: usize = 10 * 1024;
/// More than this the system does not hold back.
const LONGEST: Duration = Duration::from_secs(1);

impl Socket {
    /// Whether the written bytes have had their time to be sent.
    fn poll_sent(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.written <= AT_ONCE {
            return Poll::Ready(());
        }
        let time = Duration::from_millis((self.written / PACE) as u64).min(LONGEST);
        let ending = self.ending.get_or_insert_with(|| Box::pin(tokio::time::sleep(time)));
        ending.as_mut().poll(context)
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Socket {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write(context, bytes))?;
        self.written = self.written.saturating_add(written);
        Poll::Ready(Ok(written))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.stream).poll_write_vectored(context, bytes))?;
        self.written = self.written.saturating_add(written);
        Poll::Ready(Ok(written))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.order.load(Ordering::Acquire) {
            GOES_ON => Pin::new(&mut self.stream).poll_flush(context),
            RESET => {
                ready!(self.poll_sent(context));
                // Without lingering, closing sends RST. If that cannot be set the client sees a close instead.
                let _ = self.stream.set_zero_linger();
                Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))
            }
            _ => Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
