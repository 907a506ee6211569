//! Starting and stopping.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use azure_openai_emulator::{Emulator, Exchange, Reply, StartError};
use serde_json::json;

use crate::client::Client;

#[tokio::test]
async fn many_run_side_by_side_each_with_its_own_state() {
    let one = Client::new().await;
    let other = Client::new().await;
    assert_ne!(one.emulator.endpoint(), other.emulator.endpoint());
    assert_ne!(one.emulator.api_key(), other.emulator.api_key());
    assert!(one.emulator.endpoint().starts_with("http://127.0.0.1:"));
    let form = reqwest::multipart::Form::new().text("purpose", "batch").part(
        "file",
        reqwest::multipart::Part::bytes(b"x".to_vec())
            .file_name("x")
            .mime_str("text/plain")
            .unwrap(),
    );
    let request = one
        .request(reqwest::Method::POST, "/files", crate::client::AUTHORING)
        .multipart(form);
    assert_eq!(crate::client::send(request).await.status, 201);
    assert_eq!(one.get("/files").await.ok()["data"].as_array().unwrap().len(), 1);
    assert_eq!(other.get("/files").await.ok()["data"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn dropping_stops_it_even_with_a_connection_open() {
    let client = Client::new().await;
    let address = client.emulator.endpoint().trim_start_matches("http://").to_owned();
    assert_eq!(client.get("/models").await.status, 200);
    let idle = tokio::net::TcpStream::connect(&address).await.unwrap();
    drop(client);
    let refused = async {
        while tokio::net::TcpStream::connect(&address).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // The open connection is closed, not left hanging.
        idle.readable().await.unwrap();
        assert_eq!(idle.try_read(&mut [0; 1]).unwrap_or(0), 0);
    };
    tokio::time::timeout(Duration::from_secs(5), refused).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn shutdown_completes_requests_in_progress() {
    let builder = Emulator::builder().reply_when(|_| {
        std::thread::sleep(Duration::from_millis(300));
        Some(Reply::text("late"))
    });
    let Client { emulator, http } = Client::of(builder).await;
    let url = format!(
        "{}/openai/deployments/gpt-4o/chat/completions?api-version=2024-06-01",
        emulator.endpoint()
    );
    let body = json!({"messages": [{"role": "user", "content": "hi"}]}).to_string();
    let pending = tokio::spawn(http.post(url).header("api-key", emulator.api_key()).body(body).send());
    tokio::time::sleep(Duration::from_millis(100)).await;
    tokio::time::timeout(Duration::from_secs(5), emulator.shutdown())
        .await
        .unwrap();
    let text = pending.await.unwrap().unwrap().text().await.unwrap();
    assert!(text.contains("late"), "{text}");
}

#[tokio::test]
async fn input_errors_are_reported_before_any_line_runs() {
    let error = Emulator::builder()
        .with_deployment("mine", "gpt-99")
        .start()
        .await
        .unwrap_err();
    assert!(
        matches!(&error, StartError::UnknownModel { deployment, model, .. } if deployment == "mine" && model == "gpt-99")
    );
    assert!(error.to_string().contains("gpt-4o"), "names the known ones: {error}");
    assert!(matches!(
        Emulator::builder().with_deployment("", "gpt-4o").start().await,
        Err(StartError::UnnamedDeployment)
    ));
    for key in ["", "a b", "a\nb", "ü"] {
        let error = Emulator::builder().with_api_key(key).start().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the API key must be visible ASCII text, and not empty"
        );
        assert!(Emulator::builder().with_bearer_token(key).start().await.is_err());
    }
    let taken = Emulator::start().await.unwrap();
    let port = taken.endpoint().rsplit(':').next().unwrap().parse().unwrap();
    assert!(matches!(
        Emulator::builder().with_port(port).start().await,
        Err(StartError::Listen { .. })
    ));
}

#[tokio::test]
async fn an_observer_sees_each_request_and_no_secret() {
    let seen: Arc<Mutex<Vec<Exchange>>> = Arc::default();
    let sink = Arc::clone(&seen);
    let builder = Emulator::builder()
        .with_api_key("top-secret")
        .with_observer(move |exchange| sink.lock().unwrap().push(exchange.clone()));
    assert!(!format!("{builder:?}").contains("top-secret"));
    let client = Client::of(builder).await;
    assert!(!format!("{:?}", client.emulator).contains("top-secret"));
    let response = client.get("/files/a%2Fb?secret=1").await;
    let seen = seen.lock().unwrap();
    let [exchange] = &seen[..] else { panic!("{seen:?}") };
    assert_eq!(
        (exchange.method.as_str(), exchange.status.map(|status| status.as_u16())),
        ("GET", Some(404))
    );
    assert_eq!(exchange.path, "/openai/files/a%2Fb");
    assert_eq!(response.headers["apim-request-id"], exchange.request_id.as_str());
    let line = exchange.to_string();
    assert!(
        line.starts_with("404 GET /openai/files/a%2Fb api-version=2025-03-01-preview"),
        "{line}"
    );
    assert!(!line.contains("secret"), "{line}");
}
