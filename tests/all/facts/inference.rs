//! Everything but chat completions: gaps of the inference specification.

use azure_openai_core::{ErrorKind, FilePart, JsonOrText};
use azure_openai_inference::{
    CreateEmbeddingRequest, CreateTranscriptionRequest, CreateTranslationRequest, EmbeddingEncodingFormat,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use tests::server::Reply;

use super::{hi, replying, replying_json};

#[tokio::test]
async fn transcript_is_json_or_plain_text() {
    let file = || FilePart::from_bytes("a.mp3", "ID3");
    for (format, content_type, body) in [
        ("text", "text/plain; charset=utf-8", "Hello.\n"),
        ("srt", "text/plain", "1\n00:00:00,000 --> 00:00:01,000\nHello.\n"),
        ("vtt", "text/plain", "WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n"),
        ("text", "", "Hello.\n"),
    ] {
        let (_server, client) = replying(Reply::new(content_type, body)).await;
        let form = CreateTranscriptionRequest::new(file()).with_response_format(format);
        let response = client
            .inference()
            .audio_transcriptions()
            .create("whisper", form)
            .await
            .unwrap();
        assert_eq!(response.as_text(), Some(body));
        let form = CreateTranslationRequest::new(file()).with_response_format(format);
        let response = client
            .inference()
            .audio_translations()
            .create("whisper", form)
            .await
            .unwrap();
        assert_eq!(response.as_text(), Some(body));
    }
    let verbose = json!({
        "task": "transcribe", "language": "english", "duration": 1.5, "text": "Hello.",
        "segments": [{"id": 0, "start": 0, "end": 1.5, "text": "Hello."}], "words": [{"word": "Hello", "start": 0}]
    });
    for (body, content_type) in [(json!({"text": "Hello."}), "application/json"), (verbose, "")] {
        let (_server, client) = replying(Reply::new(content_type, body.to_string())).await;
        let call = client
            .inference()
            .audio_transcriptions()
            .create("whisper", CreateTranscriptionRequest::new(file()));
        let JsonOrText::Json(response) = call.await.unwrap().into_value() else {
            panic!("not JSON: {body}");
        };
        assert_eq!(response.text, "Hello.");
        assert_eq!(response.segments.len(), body["segments"].as_array().map_or(0, Vec::len));
    }
}

#[tokio::test]
async fn embedding_decodes_from_numbers_and_base64() {
    let numbers = [0.5_f32, -1.0, 1e-7, f32::MAX];
    let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    for embedding in [
        json!(STANDARD.encode(bytes)),
        serde_json::from_str(&serde_json::to_string(&numbers).unwrap()).unwrap(),
    ] {
        let (server, client) = replying_json(json!({
            "object": "list", "model": "m", "usage": {"prompt_tokens": 1, "total_tokens": 1},
            "data": [{"index": 0, "object": "embedding", "embedding": embedding}]
        }))
        .await;
        let request = CreateEmbeddingRequest::new("t").with_encoding_format(EmbeddingEncodingFormat::Base64);
        let response = client.inference().embeddings().create("ada", &request).await.unwrap();
        assert_eq!(response.data[0].embedding[..], numbers);
        assert_eq!(server.only().json(), json!({"input": "t", "encoding_format": "base64"}));
    }
    let (_server, client) = replying_json(json!({"data": [{"embedding": "AAAA"}, {"embedding": [1.0]}]})).await;
    let request = CreateEmbeddingRequest::new(["t", "u"]);
    let response = client.inference().embeddings().create("ada", &request).await.unwrap();
    let vectors: Vec<_> = response.vectors().collect();
    assert_eq!(vectors[0].as_ref().unwrap_err().kind(), ErrorKind::Decode);
    assert_eq!(vectors[1].as_ref().unwrap(), &[1.0]);
}

#[tokio::test]
async fn server_defaults_are_not_sent() {
    let (server, client) = replying_json(json!({"choices": []})).await;
    client.inference().chat_completions().create("o1", &hi()).await.unwrap();
    assert_eq!(
        server.only().json(),
        json!({"messages": [{"role": "user", "content": "Hi"}]})
    );
    client
        .inference()
        .audio_speech()
        .create(
            "tts",
            &azure_openai_inference::CreateSpeechRequest::new("tts-1", "t", "nova"),
        )
        .await
        .unwrap();
    assert_eq!(
        server.only().json(),
        json!({"model": "tts-1", "input": "t", "voice": "nova"})
    );
}

#[tokio::test]
async fn error_object_decodes_in_every_shape() {
    let filter = json!({"hate": {"filtered": true, "severity": "high"}});
    for error in [
        json!({"code": "content_filter", "message": "no", "param": "prompt", "type": null, "status": 400,
               "innererror": {"code": "ResponsibleAIPolicyViolation", "content_filter_result": filter}}),
        json!({"code": "content_filter", "message": "no", "param": "prompt", "status": "400",
               "inner_error": {"code": "ResponsibleAIPolicyViolation", "content_filter_results": filter}}),
    ] {
        let (_server, client) = replying(Reply::json(&json!({"error": error})).with_status(400)).await;
        let error = client
            .inference()
            .chat_completions()
            .create("gpt-4o", &hi())
            .await
            .unwrap_err();
        assert!(error.is_content_filtered());
        assert_eq!((error.param(), error.error_type()), (Some("prompt"), None));
        assert_eq!(
            error
                .service_error()
                .unwrap()
                .inner_error
                .as_ref()
                .unwrap()
                .code
                .as_deref(),
            Some("ResponsibleAIPolicyViolation")
        );
        assert_eq!(
            error.content_filter_results().unwrap().blocked().collect::<Vec<_>>(),
            ["hate"]
        );
    }
    for code in [json!(429), json!("429")] {
        let (_server, client) = replying(Reply::json(&json!({"error": {"code": code}})).with_status(429)).await;
        let error = client.inference().models().list().await.unwrap_err();
        assert_eq!(error.code(), Some("429"));
    }
}

#[tokio::test]
async fn deployment_date_decodes_from_number_and_string() {
    for created in [
        json!(1_646_126_127),
        json!("2022-03-01T09:15:27Z"),
        json!(1_646_126_127.5),
        json!("1646126127"),
    ] {
        let (_server, client) = replying_json(json!({"object": "list", "data": [
            {"id": "d", "object": "deployment", "model": "m", "created_at": created, "updated_at": created}
        ]}))
        .await;
        let response = client.inference().deployments().list().await.unwrap();
        assert_eq!(
            response.data[0].created_at.as_ref().unwrap().unix_seconds(),
            1_646_126_127,
            "{created}"
        );
        assert_eq!(tests::json::encode(response.value())["data"][0]["updated_at"], created);
    }
}
