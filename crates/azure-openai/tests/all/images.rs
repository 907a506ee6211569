//! Images, decoded or fetched.

use azure_openai::inference::GeneratedImage;
use azure_openai::{Client, Downloads, ErrorKind};
use serde_json::json;

use crate::server::{KEY, Server, reply};
use crate::support::client_of;

/// A service whose images are at this URL, and its client.
async fn drawing(image: serde_json::Value) -> (Server, Client, GeneratedImage) {
    let body = json!({"created": 1, "data": [image]}).to_string();
    let server = Server::start(move |_, _| reply(200, &[("content-type", "application/json")], &body)).await;
    let client = client_of(&server);
    let drawn = client.deployment("dall-e-3").image("A cat").await.unwrap();
    let image = drawn.data[0].clone();
    (server, client, image)
}

#[tokio::test]
async fn image_is_fetched_without_credentials() {
    let host = Server::start(|_, _| reply(200, &[("content-type", "image/png")], b"\x89PNG")).await;
    let url = format!("{}/cat.png?sig=s%2Fx", host.url);
    let (_server, client, image) = drawing(json!({"url": url, "revised_prompt": "A gray cat"})).await;
    assert_eq!(&image.bytes(&client).await.unwrap()[..], b"\x89PNG");
    let sent = host.last();
    assert_eq!(sent.line(), "GET /cat.png?sig=s%2Fx HTTP/1.1");
    assert!(!sent.head.contains(KEY), "{}", sent.head);
    for secret in ["api-key", "authorization", "cookie", "x-ms-client-request-id"] {
        assert_eq!(sent.header(secret), None);
    }

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cat.png");
    assert_eq!(image.save_to(&path, &client).await.unwrap(), 4);
    assert_eq!(std::fs::read(&path).unwrap(), b"\x89PNG");
}

#[tokio::test]
async fn image_is_fetched_by_the_given_http_client() {
    let host = Server::start(|_, _| reply(200, &[("content-type", "image/png")], b"\x89PNG")).await;
    let http = reqwest::Client::builder().user_agent("mine").build().unwrap();
    let client = Client::builder()
        .with_endpoint(&host.url)
        .with_api_key(KEY)
        .with_downloads(Downloads::with_client(http))
        .build()
        .unwrap();
    let image = GeneratedImage::new().with_url(format!("{}/cat.png", host.url));
    assert_eq!(&image.bytes(&client).await.unwrap()[..], b"\x89PNG");
    assert_eq!(host.last().header("user-agent"), Some("mine"));
}

#[tokio::test]
async fn base64_image_is_decoded() {
    let (_server, client, image) = drawing(json!({"b64_json": "iVBORw=="})).await;
    assert_eq!(&image.bytes(&client).await.unwrap()[..], b"\x89PNG");
    let directory = tempfile::tempdir().unwrap();
    assert_eq!(
        image.save_to(directory.path().join("cat.png"), &client).await.unwrap(),
        4
    );
    for (wrong, text) in [(json!({"b64_json": "?"}), "base64"), (json!({}), "neither an image")] {
        let (_server, client, image) = drawing(wrong).await;
        let error = image.bytes(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains(text), "{error}");
    }
}

#[tokio::test]
async fn link_that_is_not_an_image_is_an_error() {
    let with = Downloads::default();
    let fetch = async |url: &str| GeneratedImage::new().with_url(url).bytes(&with).await.unwrap_err();
    for url in [
        "file:///etc/passwd",
        "ftp://example.com/x",
        "data:image/png;base64,AA",
        "cat.png",
        "",
    ] {
        let error = fetch(url).await;
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{url}");
    }
    // Its permission has run out; whoever has the URL could read the image, so the error does not repeat it.
    let gone = Server::start(|_, _| reply(403, &[], "Signature expired")).await;
    let error = fetch(&format!("{}/cat.png?sig=canary", gone.url)).await;
    assert_eq!(
        (error.kind(), error.body_start()),
        (ErrorKind::Status, Some("Signature expired"))
    );
    assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");

    let elsewhere = Server::start(|_, _| reply(302, &[("location", "http://127.0.0.1:1/canary")], "")).await;
    let error = fetch(&elsewhere.url).await;
    assert!(error.is_redirect(), "{error:?}");
    assert_eq!(elsewhere.requests().len(), 1);

    let nobody = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let error = fetch(&format!("http://{nobody}/?sig=canary")).await;
    assert!(
        error.is_connect() && !format!("{error} {error:?}").contains("canary"),
        "{error:?}"
    );
}

#[tokio::test]
async fn image_larger_than_the_limit_is_an_error() {
    // It declares its length, and would be far more than is read.
    let host = Server::start(|_, _| b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\nxx".to_vec()).await;
    let image = GeneratedImage::new().with_url(&host.url);
    let with = Downloads::default();
    assert_eq!(image.bytes(&with).await.unwrap_err().kind(), ErrorKind::TooLarge);
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("cat.png");
    assert_eq!(
        image.save_to(&path, &with).await.unwrap_err().kind(),
        ErrorKind::TooLarge
    );

    // It declares none.
    let host = Server::start(|_, _| b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nabcdef".to_vec()).await;
    let image = GeneratedImage::new().with_url(&host.url);
    let open = image.open(&with).await.unwrap();
    assert_eq!(open.bytes(5).await.unwrap_err().kind(), ErrorKind::TooLarge);
    let open = image.open(&with).await.unwrap();
    assert_eq!(
        open.save_to_within(&path, 5).await.unwrap_err().kind(),
        ErrorKind::TooLarge
    );
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
    let open = image.open(&with).await.unwrap();
    assert_eq!(open.save_to_within(&path, 6).await.unwrap(), 6);
}
