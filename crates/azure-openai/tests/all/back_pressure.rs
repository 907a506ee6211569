//! A slow reader holds the service up, and dropping a stream closes its connection.

use std::time::Duration;

use azure_openai::chat::ChatEvent;
use azure_openai::{Client, Credential, user};
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::server::{KEY, open_head};

/// More than any socket buffers hold.
const OFFERED: usize = 64 << 20;
/// Buffers of both sockets at their largest, and of the HTTP client.
const HELD: usize = 24 << 20;

/// Writes as much as is taken; gives how much that was once nothing has been for a while.
async fn push(stream: &TcpStream, bytes: &[u8]) -> usize {
    let mut written = 0;
    while written < OFFERED {
        let rest = &bytes[written % bytes.len()..];
        match stream.try_write(rest) {
            Ok(count) => written += count,
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                // It is the lack of this that is waited for: however slow the machine, a reader that took everything
                // would have all of it written.
                let writable = stream.writable();
                if tokio::time::timeout(Duration::from_millis(300), writable)
                    .await
                    .is_err()
                {
                    return written;
                }
            }
            Err(error) => panic!("{error}"),
        }
    }
    written
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_reader_stops_the_sender() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (blocked, is_blocked) = oneshot::channel();
    let (closed, is_closed) = oneshot::channel();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.read(&mut [0; 4096]).await.unwrap();
        stream.writable().await.unwrap();
        stream.try_write(&open_head("text/event-stream")).unwrap();
        let text = "x".repeat(1000);
        let event = format!(r#"data: {{"choices":[{{"index":0,"delta":{{"content":"{text}"}}}}]}}"#) + "\n\n";
        let written = push(&stream, event.repeat(64).as_bytes()).await;
        blocked.send(written).unwrap();
        // Until the other side is gone.
        let mut rest = [0; 64];
        while stream.read(&mut rest).await.is_ok_and(|count| count > 0) {}
        closed.send(()).unwrap();
    });

    let client = Client::builder()
        .with_endpoint(url)
        .with_credential(Credential::api_key(KEY))
        .build()
        .unwrap();
    let mut stream = client.deployment("d").chat([user("Hi")]).stream().await.unwrap();
    let first = stream.next().await.unwrap().unwrap();
    assert!(matches!(first, ChatEvent::Text { .. }));
    let written = is_blocked.await.unwrap();
    assert!(
        written < HELD,
        "{written} of {OFFERED} bytes were taken from a service that nobody reads"
    );
    // It was held up, not cut off.
    for _ in 0..100 {
        stream.next().await.unwrap().unwrap();
    }
    drop(stream);
    is_closed.await.unwrap();
}
