//! A server of one exchange: it records the request and gives a reply.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

use azure_openai_core::reader::FromResponse;
use azure_openai_core::{Credential, Pipeline, RequestBuilder};
use serde_json::Value;

/// What was sent.
pub(super) struct Recorded {
    /// Method and path.
    pub(super) line: String,
    /// The body, where it is JSON.
    pub(super) body: Value,
}

/// Sends one request over HTTP, and gives what the server saw and what the client read of the reply.
pub(super) fn exchange<R: FromResponse + Send>(
    reply: &Value,
    call: impl FnOnce(Pipeline) -> RequestBuilder<R>,
) -> (Recorded, R::Value) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    let reply = reply.to_string();
    let server = std::thread::spawn(move || {
        let (stream, _) = listener.accept().expect("a connection");
        let mut reader = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        reader.read_line(&mut line).expect("a request line");
        loop {
            let mut header = String::new();
            reader.read_line(&mut header).expect("a header");
            match header.trim().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().expect("a length");
                }
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).expect("the whole body");
        let head = format!(
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            reply.len()
        );
        let stream = reader.get_mut();
        stream
            .write_all((head + &reply).as_bytes())
            .expect("the reply is taken");
        Recorded {
            line: line.trim_end_matches(" HTTP/1.1\r\n").to_owned(),
            body: serde_json::from_slice(&body).unwrap_or_default(),
        }
    });
    let pipeline = Pipeline::builder()
        .with_endpoint(endpoint)
        .with_credential(Credential::api_key("k"))
        .with_api_version("v1")
        .build()
        .expect("all that is needed");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let response = runtime.block_on(call(pipeline).into_future()).expect("a response");
    (
        server.join().expect("a server that did its work"),
        response.into_value(),
    )
}
