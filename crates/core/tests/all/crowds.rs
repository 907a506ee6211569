//! Many requests at once, dropped, or one after the other.

use std::time::Duration;

use azure_openai_core::{Json, Request, RequestBuilder, Value};
use futures_util::future::join_all;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::retries::quick;
use crate::server::{GET, Server, reply};

#[tokio::test]
async fn retries_add_at_most_a_tenth_of_the_requests() {
    const REQUESTS: usize = 1000;
    let server = Server::start(|_, _| reply(503, &[], "")).await;
    let pipeline = server.builder().with_retry_policy(quick()).build().unwrap();
    for _ in 0..REQUESTS / 50 {
        let get = || RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"));
        let failed = join_all((0..50).map(|_| async { get().await.is_err() })).await;
        assert!(failed.into_iter().all(|failed| failed));
    }
    let seen = server.requests().len();
    assert!(seen <= REQUESTS + REQUESTS / 10, "{seen} requests");
}

#[tokio::test]
async fn requests_that_are_dropped_leave_nothing_behind() {
    // Holds each connection until the client closes it.
    let server = Server::start_with(|_, _| (Vec::new(), true)).await;
    let pipeline = server.pipeline();
    let tasks = || tokio::runtime::Handle::current().metrics().num_alive_tasks();
    let before = tasks();
    // More at once would not fit the backlog of the listener.
    for round in 1..=80 {
        let get = || RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"));
        let all: Vec<_> = (0..100).map(|_| tokio::spawn(get().into_future())).collect();
        server.wait_for_requests(round * 100).await;
        for request in &all {
            request.abort();
        }
        join_all(all).await;
        // Connections end in tasks of their own.
        for _ in 0..500 {
            if tasks() <= before {
                break;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        assert!(tasks() <= before, "{} tasks of {before} are left", tasks());
    }
}

/// The memory of this process, in KiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
#[ignore = "makes 100,000 requests; run with --ignored"]
async fn requests_one_after_the_other_take_no_more_memory() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut buffer = vec![0; 8192];
                // A request without a body comes in one packet on loopback.
                while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {
                    let reply = b"HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{\"ok\":true}";
                    if stream.write_all(reply).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    let server = Server::refusing().await;
    let pipeline = server
        .builder()
        .with_endpoint(azure_openai_core::Endpoint::parse(&url).unwrap())
        .build()
        .unwrap();
    let mut start = 0;
    for number in 0..100_000 {
        RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&GET).path("id", "x"))
            .await
            .unwrap();
        if number == 5_000 {
            start = resident();
        }
    }
    let grown = resident().saturating_sub(start);
    assert!(grown < 2048, "{grown} KiB more");
}
