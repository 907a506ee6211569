//! Links in responses lead back over the name by which the caller came.

use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::client::{AUTHORING, Client, INFERENCE, Response, send};

const HOST: &str = "my-resource.example:8443";

/// Sends it as a proxy does that keeps the caller's name.
async fn behind_a_name(request: RequestBuilder) -> Response {
    send(request.header("host", HOST)).await
}

async fn post(client: &Client, path: &str, body: &Value) -> Response {
    let request = client.request(Method::POST, path, AUTHORING);
    behind_a_name(request.body(body.to_string())).await
}

#[track_caller]
fn leads_to(response: &Response, header: &str, path: &str) {
    let expected = format!("http://{HOST}/openai/{path}?api-version={AUTHORING}");
    assert_eq!(response.headers[header], expected.as_str());
}

#[tokio::test]
async fn links_use_the_requested_host() {
    let client = Client::new().await;
    let id = |response: &Response| response.json()["id"].as_str().unwrap().to_owned();
    let part = Part::bytes(&b"{}"[..]).file_name("a").mime_str("a/b");
    let form = Form::new().text("purpose", "batch");
    let form = form.part("file", part.unwrap());
    let request = client.request(Method::POST, "/files", AUTHORING);
    let file = behind_a_name(request.multipart(form)).await;
    leads_to(&file, "location", &format!("files/{}", id(&file)));

    let order = json!({"input_file_id": id(&file), "endpoint": "/chat/completions", "completion_window": "24h"});
    let batch = post(&client, "/batches", &order).await;
    leads_to(&batch, "location", &format!("batches/{}", id(&batch)));

    let start = json!({"bytes": 1, "filename": "f", "mime_type": "m", "purpose": "batch"});
    let upload = post(&client, "/uploads", &start).await;
    leads_to(&upload, "location", &format!("uploads/{}", id(&upload)));

    let image = json!({"prompt": "a", "size": "256x256"});
    let path = "/deployments/dall-e-3/images/generations";
    let request = client.request(Method::POST, path, INFERENCE);
    let image = behind_a_name(request.body(image.to_string())).await.ok();
    let link = image["data"][0]["url"].as_str().unwrap();
    assert!(link.starts_with(&format!("http://{HOST}/")), "{link}");
}
