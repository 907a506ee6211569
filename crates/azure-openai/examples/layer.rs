//! Code around each attempt: a layer that adds a header and measures, and one that stands in for the service in a test.

use std::time::Instant;

use azure_openai::reqwest::header::HeaderValue;
use azure_openai::{Client, Layer, LayerFuture, Next, http, reqwest};

/// Adds a header to each attempt, and prints what was sent and how long it took.
struct Measured;

impl Layer for Measured {
    fn send<'a>(&'a self, mut request: reqwest::Request, next: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            request.headers_mut().insert("x-team", HeaderValue::from_static("blue"));
            let bytes = request.body().and_then(reqwest::Body::as_bytes).map_or(0, <[u8]>::len);
            let began = Instant::now();
            let result = next.run(request).await;
            let status = result.as_ref().map(|response| response.status());
            let (operation, number) = (next.operation().id, next.attempt());
            println!(
                "{operation}, attempt {number}: {bytes} bytes, {status:?} in {:?}",
                began.elapsed()
            );
            result
        })
    }
}

/// Responds instead of the service, and fails the first time.
struct Fake;

impl Layer for Fake {
    fn send<'a>(&'a self, _: reqwest::Request, next: Next<'a>) -> LayerFuture<'a> {
        Box::pin(async move {
            let (status, body) = match next.attempt() {
                1 => (503, "{}"),
                _ => (
                    200,
                    r#"{"choices":[{"index":0,"message":{"role":"assistant","content":"made up"}}]}"#,
                ),
            };
            let response = http::Response::builder().status(status).body(body);
            Ok(response.expect("a status and a body").into())
        })
    }
}

#[tokio::main]
async fn main() -> Result<(), azure_openai::Error> {
    let client = Client::from_env()?;
    // For all requests of a client: `Client::builder().with_layer(…)`.
    let chat = client.deployment("gpt-4o").with_layer(Measured);
    println!("{}", chat.chat("Why is the sky blue?").await?.text());

    // The fake is inside of the other layer, and nothing is sent.
    println!("{}", chat.with_layer(Fake).chat("Why?").await?.text());
    Ok(())
}
