//! The version-less base, `/openai/v1`.

use std::time::Duration;

use azure_openai::authoring::{FineTuningJobCreation, Purpose};
use azure_openai::files::LargeUpload;
use azure_openai::inference::{CreateImageRequest, CreateSpeechRequest};
use azure_openai::schemars::{self, JsonSchema};
use azure_openai::{Client, Credential, ErrorKind, Fallback, FilePart, user};
use azure_openai_emulator::Emulator;
use futures_util::TryStreamExt;
use serde::Deserialize;
use tests::clients::{KEY, client};

use super::group::SOON;

const LIMIT: usize = 16 * 1024 * 1024;

/// An emulator, and a client whose endpoint is written as the portal shows it.
async fn portal() -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .api_key(KEY)
        .clock_speed(200.0)
        .deployment("chat of mine", "gpt-4o")
        .deployment("images of mine", "gpt-image-1")
        .deployment("ears of mine", "gpt-4o-transcribe")
        .start()
        .await
        .unwrap();
    let client = client(&format!("{}/openai/v1/", emulator.endpoint()));
    (emulator, client)
}

#[tokio::test]
async fn all_seven_inference_operations_work() {
    let (emulator, client) = portal().await;
    let chat = client.deployment("chat of mine");
    let response = chat.chat("Why?").await.unwrap();
    assert!(response.text().contains("Why?"));
    assert_eq!(response.model, "gpt-4o-2024-08-06");
    let streamed = chat
        .chat([user("Why?")])
        .stream()
        .await
        .unwrap()
        .into_value()
        .collect_response()
        .await
        .unwrap();
    assert_eq!(streamed.text(), response.text());
    let text = client
        .deployment("gpt-35-turbo-instruct")
        .complete("Once")
        .await
        .unwrap();
    assert!(!text.text().is_empty());
    let vectors = client
        .deployment("text-embedding-3-small")
        .embed("blue")
        .with_dimensions(64)
        .await
        .unwrap();
    assert_eq!(vectors.vectors().next().unwrap().unwrap().len(), 64);
    let images = client.inference().image_generations();
    let image = images
        .create("dall-e-3", &CreateImageRequest::new("a canal"))
        .await
        .unwrap();
    assert!(image.data[0].bytes(&client).await.unwrap().starts_with(b"\x89PNG"));
    let request = CreateSpeechRequest::new("tts-1", "The tide is out.", "alloy").with_response_format("wav");
    let speech = client
        .inference()
        .audio_speech()
        .create("tts-1", &request)
        .await
        .unwrap();
    let wav = speech.into_value().bytes(LIMIT).await.unwrap();
    let heard = client.deployment("whisper");
    let part = || FilePart::from_bytes("a.wav", wav.clone());
    assert_eq!(heard.transcribe(part()).await.unwrap().text, "The tide is out.");
    assert!(heard.translate(part()).await.unwrap().text.contains("The tide is out."));

    assert_eq!(emulator.violations(), Vec::<String>::new());
    let requests = emulator.requests();
    assert!(requests.iter().all(|request| request.path.starts_with("/openai/v1/")));
    let deployments: Vec<_> = requests
        .iter()
        .filter_map(|request| request.deployment.as_deref())
        .collect();
    assert_eq!(
        deployments,
        [
            "chat of mine",
            "chat of mine",
            "gpt-35-turbo-instruct",
            "text-embedding-3-small",
            "dall-e-3",
            "tts-1",
            "whisper",
            "whisper"
        ]
    );
}

#[tokio::test]
async fn files_batches_and_jobs_work() {
    let (emulator, client) = portal().await;
    let batches = client.batches();
    let directory = tempfile::tempdir().unwrap();
    let requests = ["Oslo", "Lima"].map(|city| (city, client.deployment("gpt-4o").chat(city).request().clone()));
    let set = batches.set(directory.path(), "gpt-4o").create(requests);
    let mut set = set.unwrap().with_interval(SOON, SOON);
    assert_eq!(set.endpoint(), "/v1/chat/completions");
    let mut results = set.run(&client).await.unwrap();
    let mut count = 0;
    while let Some(result) = results.next().await {
        let result = result.unwrap();
        assert!(result.outcome.unwrap().text().contains(&result.custom_id));
        count += 1;
    }
    assert_eq!(count, 2);
    let batch = batches.get(set.parts()[0].batch_id.as_ref().unwrap()).await.unwrap();
    assert_eq!(batch.endpoint.as_deref(), Some("/v1/chat/completions"));

    let files = client.files();
    let example = "{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\",\"content\":\"A\"}]}\n";
    let file = files
        .upload(Purpose::FineTune, FilePart::from_bytes("t.jsonl", example.repeat(12)))
        .await
        .unwrap();
    files.wait(&file.id).with_interval(SOON, SOON).await.unwrap();
    assert!(files.list().try_collect::<Vec<_>>().await.unwrap().len() >= 2);
    let jobs = client.authoring().fine_tuning();
    // The job must not end before it is cancelled.
    emulator.clock().set_speed(0.0);
    let job = jobs
        .create(&FineTuningJobCreation::new("gpt-4o", &file.id))
        .await
        .unwrap();
    jobs.cancel(&job.id).await.unwrap();
    emulator.clock().set_speed(200.0);
    assert!(!client.authoring().models().list().await.unwrap().data.is_empty());
    let content = example.repeat(50);
    let bytes = content.len() as u64;
    let source = futures_util::stream::iter([Ok::<_, std::io::Error>(content)]);
    files
        .upload_large(LargeUpload::new(
            Purpose::FineTune,
            FilePart::from_stream("l.jsonl", source, Some(bytes)),
        ))
        .await
        .unwrap();
    assert_eq!(emulator.violations(), Vec::<String>::new());
}

#[derive(Debug, Deserialize, JsonSchema)]
struct City {
    name: String,
}

#[tokio::test]
async fn structured_output_edits_and_streamed_media_work() {
    let (emulator, client) = portal().await;
    let chat = client.deployment("chat of mine");
    let city = chat.chat("A city").parse::<City>().await.unwrap();
    assert!(!city.value.name.is_empty());
    let mut stream = chat.chat("A city").parse::<City>().stream().await.unwrap();
    while let Some(event) = stream.next().await {
        event.unwrap();
    }
    assert_eq!(stream.finish().await.unwrap().value.name, city.value.name);

    let images = client.deployment("images of mine");
    let made = images.image("A fox").with_quality("low").await.unwrap();
    let file = FilePart::from_bytes("a.png", made.data[0].bytes(&client).await.unwrap());
    let edit = images
        .edit_image(file, "A hat")
        .with_quality("low")
        .with_partial_images(1);
    let events: Vec<_> = edit.stream().await.unwrap().into_value().try_collect().await.unwrap();
    assert_eq!(events.len(), 2);
    let speech = client
        .deployment("tts-1")
        .speak("Good morning.", "alloy")
        .with_response_format("wav");
    let wav = speech.await.unwrap().into_value().bytes(LIMIT).await.unwrap();
    let transcription = client
        .deployment("ears of mine")
        .transcribe(FilePart::from_bytes("a.wav", wav));
    let events: Vec<_> = transcription
        .stream()
        .await
        .unwrap()
        .into_value()
        .try_collect()
        .await
        .unwrap();
    let text: String = events.iter().filter_map(|event| event.delta()).collect();
    assert_eq!(text, "Good morning.");
    assert!(
        emulator
            .requests()
            .iter()
            .all(|request| request.path.starts_with("/openai/v1/"))
    );
    assert_eq!(emulator.violations(), Vec::<String>::new());
}

#[tokio::test]
async fn operation_that_the_base_lacks_or_refuses_is_an_error() {
    let (emulator, client) = portal().await;
    for error in [
        client
            .authoring()
            .ingestion_jobs()
            .list(None)
            .await
            .map(drop)
            .unwrap_err(),
        client
            .authoring()
            .fine_tuning()
            .delete("job")
            .await
            .map(drop)
            .unwrap_err(),
        client.inference().deployments().list().await.map(drop).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains("version-less endpoint"), "{error}");
    }
    assert_eq!(emulator.requests().len(), 0);
    let error = client.deployment("nobody").chat("Why?").await.unwrap_err();
    assert_eq!(error.code(), Some("DeploymentNotFound"));

    // The emulator refuses what this client does not send.
    let http = azure_openai::reqwest::Client::new();
    let post = |path: &str, body: &'static str| {
        let request = http.post(format!("{}/openai/v1/{path}", emulator.endpoint()));
        let request = request
            .header("api-key", KEY)
            .header("content-type", "application/json");
        let request = request.body(body).timeout(Duration::from_secs(20));
        async { request.send().await.unwrap() }
    };
    let dated = post("chat/completions?api-version=2024-10-21", "{}").await;
    assert_eq!(dated.status(), 400);
    let bearer = http
        .get(format!("{}/openai/v1/models", emulator.endpoint()))
        .bearer_auth(KEY)
        .send()
        .await
        .unwrap();
    assert_eq!(bearer.status(), 200);
    assert!(dated.text().await.unwrap().contains("API version not supported"));
    let unnamed = post("chat/completions", r#"{"messages":[]}"#).await;
    assert_eq!(unnamed.status(), 400);
    assert!(
        unnamed
            .text()
            .await
            .unwrap()
            .contains("you must provide a model parameter")
    );
    assert_eq!(post("files/import", "{}").await.status(), 404);
    assert_eq!(post("deployments/gpt-4o/chat/completions", "{}").await.status(), 404);
}

#[tokio::test]
async fn version_less_fallback_takes_over() {
    let (emulator, _) = portal().await;
    let fallback = Fallback::new(format!("{}/openai/v1", emulator.endpoint()), Credential::api_key(KEY));
    let client = Client::builder()
        .with_endpoint("http://127.0.0.1:9")
        .with_credential(Credential::api_key(KEY))
        .with_fallback(fallback.with_deployment("chat", "chat of mine"))
        .build()
        .unwrap();
    let response = client.deployment("chat").chat("Why?").await.unwrap();
    assert_eq!(response.head().attempts(), 2);
    assert_eq!(emulator.requests()[0].path, "/openai/v1/chat/completions");
}
