//! The canned server: knows just enough HTTP/1.1 for the clients measured here, so that it is never the bottleneck.
//!
//! What it sends is named in the path, as the deployment or the file: `chat`, `chat-filtered`, `embed-256`,
//! `sized-64` (64 KiB), `stream-1-2000-300` (1 event a packet, 2,000 in all, a packet every 300 µs), `lines-1000`, and
//! `processor-time`, how much of it the server has used.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::{Buf, Bytes};
use cpu_time::ProcessTime;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

use crate::replies;

/// Bodies are made when they are first asked for, and kept.
type Bodies = Arc<Mutex<HashMap<(String, bool), Bytes>>>;

/// Serves on a free port of the loopback interface until it is dropped; `started` is given the port.
pub(crate) async fn serve(started: impl FnOnce(u16)) -> io::Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    started(listener.local_addr()?.port());
    let bodies = Bodies::default();
    loop {
        let (stream, _) = listener.accept().await?;
        let bodies = bodies.clone();
        // A connection that the client ends is not a failure of the server's.
        tokio::spawn(async move { connection(stream, &bodies).await.ok() });
    }
}

async fn connection(stream: TcpStream, bodies: &Bodies) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::with_capacity(256 << 10, read);
    while let Some(request) = request(&mut read).await? {
        respond(&request, &mut write, bodies).await?;
    }
    Ok(())
}

struct Request {
    /// The deployment or file.
    name: String,
    /// Whether the body asks for base64.
    base64: bool,
}

async fn request(read: &mut BufReader<OwnedReadHalf>) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if read.read_line(&mut line).await? == 0 {
        return Ok(None);
    }
    let path = line.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let mut segments = path
        .split('/')
        .skip_while(|segment| !["deployments", "files"].contains(segment));
    let name = match (segments.next(), segments.next()) {
        (_, Some(name)) => name.to_owned(),
        (name, None) => name.unwrap_or_default().to_owned(),
    };
    let (mut length, mut chunked) = (0, false);
    loop {
        line.clear();
        read.read_line(&mut line).await?;
        let Some((header, value)) = line.split_once(':') else {
            break;
        };
        match header.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().map_err(io::Error::other)?,
            "transfer-encoding" => chunked = true,
            _ => {}
        }
    }
    let base64 = if chunked {
        skip_chunks(read).await?
    } else {
        skip(read, length).await?
    };
    Ok(Some(Request { name, base64 }))
}

/// Reads a body of this length; returns whether its first part mentions base64.
async fn skip(read: &mut BufReader<OwnedReadHalf>, mut length: usize) -> io::Result<bool> {
    let mut found = false;
    while length > 0 {
        let part = read.fill_buf().await?;
        if part.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let taken = part.len().min(length);
        found |= part.len() < 65_536 && memchr::memmem::find(&part[..taken], b"base64").is_some();
        read.consume(taken);
        length -= taken;
    }
    Ok(found)
}

async fn skip_chunks(read: &mut BufReader<OwnedReadHalf>) -> io::Result<bool> {
    loop {
        let mut line = String::new();
        read.read_line(&mut line).await?;
        let length = usize::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
        skip(read, length).await?;
        read.read_u16().await?;
        if length == 0 {
            return Ok(false);
        }
    }
}

async fn respond(request: &Request, write: &mut OwnedWriteHalf, bodies: &Bodies) -> io::Result<()> {
    let mut parts = request.name.split('-');
    let kind = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let number = |place: usize| rest.get(place).and_then(|text| text.parse::<usize>().ok()).unwrap_or(1);
    match kind {
        "stream" => events(write, number(0), number(1), number(2)).await,
        "lines" => lines(write, number(0)).await,
        "processor" => {
            let used = ProcessTime::now().as_duration().as_nanos();
            whole(write, used.to_string().as_bytes()).await
        }
        _ => {
            let key = (request.name.clone(), request.base64);
            let body = bodies
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .entry(key)
                .or_insert_with(|| match kind {
                    "chat" => replies::chat(rest.first() == Some(&"filtered")),
                    "sized" => replies::sized(number(0) << 10),
                    "embed" => replies::embeddings(number(0), request.base64),
                    _ => replies::file(),
                })
                .clone();
            whole(write, &body).await
        }
    }
}

async fn whole(write: &mut OwnedWriteHalf, body: &[u8]) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n{HEADERS}\r\n",
        body.len()
    );
    // One write, since with two the client wakes once or twice by chance.
    write.write_all_buf(&mut Buf::chain(head.as_bytes(), body)).await
}

/// What the service sends with every response.
const HEADERS: &str = "x-request-id: 7d2b1d0a-3bb6-4f6c-8d62-0d51f1c1a5a4\r\napim-request-id: 0e1c8c0a-5b5a\r\n\
    x-ms-region: Sweden Central\r\nx-ratelimit-remaining-requests: 99\r\nx-ratelimit-remaining-tokens: 98000\r\n";

async fn open(write: &mut OwnedWriteHalf, content_type: &str) -> io::Result<()> {
    let head =
        format!("HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ntransfer-encoding: chunked\r\n{HEADERS}\r\n");
    write.write_all(head.as_bytes()).await
}

fn chunk(packet: &mut Vec<u8>, body: &[u8]) {
    packet.extend_from_slice(format!("{:x}\r\n", body.len()).as_bytes());
    packet.extend_from_slice(body);
    packet.extend_from_slice(b"\r\n");
}

async fn events(write: &mut OwnedWriteHalf, each: usize, all: usize, micros: usize) -> io::Result<()> {
    open(write, "text/event-stream").await?;
    let mut packet = Vec::new();
    (0..each).for_each(|number| chunk(&mut packet, &replies::event(number)));
    for _ in 0..all / each {
        write.write_all(&packet).await?;
        if micros > 0 {
            tokio::time::sleep(Duration::from_micros(micros as u64)).await;
        }
    }
    let mut end = Vec::new();
    chunk(&mut end, &replies::end_of_events());
    end.extend_from_slice(b"0\r\n\r\n");
    write.write_all(&end).await
}

async fn lines(write: &mut OwnedWriteHalf, all: usize) -> io::Result<()> {
    open(write, "application/octet-stream").await?;
    let (before, after) = replies::batch_line();
    let (mut body, mut packet) = (Vec::new(), Vec::new());
    for start in (0..all).step_by(100) {
        body.clear();
        packet.clear();
        for number in start..all.min(start + 100) {
            write!(body, "{before}{number}{after}")?;
        }
        chunk(&mut packet, &body);
        write.write_all(&packet).await?;
    }
    write.write_all(b"0\r\n\r\n").await
}
