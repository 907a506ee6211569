//! Images: what is drawn, how it is fetched, what is refused.

use std::io::Cursor;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{Client, INFERENCE, Response, send};
use crate::documents::{check, document};

const PATH: &str = "/deployments/dall-e-3/images/generations";

impl Client {
    pub(crate) async fn draw(&self, body: &Value) -> Response {
        self.post(PATH, body).await
    }

    /// What is behind a link, asked for without a key.
    async fn fetch(&self, url: &str) -> Response {
        send(self.http.get(url)).await
    }
}

/// Decodes a PNG whole; its size and how many different colors are seen.
fn decode(file: &[u8]) -> ((u32, u32), usize) {
    let mut decoder = png::Decoder::new(Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    reader.finish().unwrap();
    let colors: std::collections::HashSet<&[u8]> = pixels[..info.buffer_size()].chunks(3).step_by(997).collect();
    ((info.width, info.height), colors.len())
}

fn base64(response: &Value) -> Vec<u8> {
    STANDARD
        .decode(response["data"][0]["b64_json"].as_str().unwrap())
        .unwrap()
}

#[tokio::test]
async fn a_link_needs_no_key_and_lasts_a_day() {
    let client = Client::new().await;
    let response = client.draw(&json!({"prompt": "a red fox", "user": "u"})).await.ok();
    assert_eq!(response["data"].as_array().unwrap().len(), 1);
    let image = &response["data"][0];
    assert!(image.get("b64_json").is_none());
    let revised = image["revised_prompt"].as_str().unwrap();
    assert!(revised.contains("a red fox") && revised != "a red fox");
    assert_eq!(
        image["content_filter_results"]["hate"],
        json!({"filtered": false, "severity": "safe"})
    );
    assert_eq!(
        image["prompt_filter_results"]["jailbreak"],
        json!({"filtered": false, "detected": false})
    );
    let inference = document("inference/openapi.yaml");
    let schema =
        json!({"$ref": "#/components/schemas/ImageGenerationsResponse", "components": inference["components"]});
    check("ImageGenerationsResponse", &schema, &response);

    let url = image["url"].as_str().unwrap();
    assert!(
        url.starts_with(client.emulator.endpoint()) && !url.contains("/openai/"),
        "{url}"
    );
    let fetched = client.fetch(url).await;
    assert_eq!(fetched.status, 200);
    assert_eq!(fetched.headers["content-type"], "image/png");
    assert_eq!(
        fetched.headers["content-length"],
        fetched.bytes.len().to_string().as_str()
    );
    let (size, colors) = decode(&fetched.bytes);
    assert_eq!(size, (1024, 1024));
    assert!(colors > 4, "{colors}");
    assert_eq!(client.fetch(url).await.bytes, fetched.bytes);
    let head = send(client.http.head(url)).await;
    assert_eq!((head.status.as_u16(), head.bytes.len()), (200, 0));
    assert_eq!(head.headers["content-length"], fetched.headers["content-length"]);

    client.emulator.clock().advance(Duration::from_secs(24 * 3600 - 60));
    assert_eq!(client.fetch(url).await.status, 200);
    client.emulator.clock().advance(Duration::from_secs(120));
    client.fetch(url).await.error(403, "AuthenticationFailed");
    let other = format!("{}x/generated_00.png", &url[..url.rfind('/').unwrap()]);
    client.fetch(&other).await.error(404, "404");
    assert_eq!(send(client.http.post(url)).await.status, 405);
}

#[tokio::test]
async fn each_size_and_the_prompt_are_seen() {
    let client = Client::new().await;
    let mut files = Vec::new();
    for (size, expected) in [
        ("1024x1024", (1024, 1024)),
        ("1792x1024", (1792, 1024)),
        ("1024x1792", (1024, 1792)),
        ("256x256", (256, 256)),
        ("512x512", (512, 512)),
    ] {
        let body = json!({"prompt": "a boat", "size": size, "response_format": "b64_json"});
        let response = client.draw(&body).await.ok();
        assert!(response["data"][0].get("url").is_none());
        let file = base64(&response);
        assert_eq!(decode(&file).0, expected);
        files.push(file);
    }
    for change in [
        json!({"prompt": "a ship"}),
        json!({"quality": "hd"}),
        json!({"style": "natural"}),
    ] {
        let mut body = json!({"prompt": "a boat", "size": "256x256", "response_format": "b64_json", "n": 1});
        assert_eq!(base64(&client.draw(&body).await.ok()), files[3]);
        let (name, value) = change.as_object().unwrap().iter().next().unwrap();
        body[name] = value.clone();
        let file = base64(&client.draw(&body).await.ok());
        assert!(!files.contains(&file), "{change}");
        files.push(file);
    }
}

#[tokio::test]
async fn errors_name_the_cause() {
    let client = Client::new().await;
    let cases = [
        (json!({}), "prompt"),
        (json!({"prompt": ""}), "prompt"),
        (json!({"prompt": 1}), "prompt"),
        (json!({"prompt": "x".repeat(4001)}), "prompt"),
        (json!({"prompt": "a", "n": 2}), "n"),
        (json!({"prompt": "a", "n": 0}), "n"),
        (json!({"prompt": "a", "n": "one"}), "n"),
        (json!({"prompt": "a", "size": "1x1"}), "size"),
        (json!({"prompt": "a", "quality": "best"}), "quality"),
        (json!({"prompt": "a", "style": "cubist"}), "style"),
        (json!({"prompt": "a", "response_format": "png"}), "response_format"),
        (json!({"prompt": "a", "user": 3}), "user"),
    ];
    for (body, param) in cases {
        let response = client.draw(&body).await;
        assert_eq!(response.status, 400, "{body}");
        assert_eq!(response.json()["error"]["param"], param, "{body}");
    }
    client
        .draw(&json!({"prompt": "é".repeat(4000), "size": "256x256"}))
        .await
        .ok();
    client
        .post("/deployments/gpt-4o/images/generations", &json!({"prompt": "a"}))
        .await
        .error(400, "OperationNotSupported");
    client
        .post("/deployments/nothing/images/generations", &json!({"prompt": "a"}))
        .await
        .error(404, "DeploymentNotFound");
    let unsigned = client.http.request(Method::POST, client.url(PATH, INFERENCE));
    send(unsigned.body("{}")).await.error(401, "401");
}

#[tokio::test]
async fn blocked_prompt_has_filter_results() {
    let client = Client::new().await;
    let error = client
        .draw(&json!({"prompt": "please EMULATOR_BLOCK_PROMPT"}))
        .await
        .error(400, "content_filter");
    let inner = &error["inner_error"];
    assert_eq!(inner["code"], "ResponsibleAIPolicyViolation");
    assert_eq!(
        inner["content_filter_results"]["hate"],
        json!({"filtered": true, "severity": "high"})
    );
    assert!(inner["revised_prompt"].is_string());
}
