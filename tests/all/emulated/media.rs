//! Images and audio.

use azure_openai::FilePart;
use azure_openai::inference::{
    CreateImageEditRequest, CreateImageRequest, CreateSpeechRequest, CreateTranscriptionRequest,
    CreateTranslationRequest,
};
use azure_openai_core::JsonOrText;
use azure_openai_emulator::Emulator;

use tests::clients::NEWEST_VERSION;

use super::group::{Group, Named};
use crate::operations::exchange::Api;

pub(super) const OPERATIONS: &[Named] = &[
    (Api::Inference, "ImageEdits_Create"),
    (Api::Inference, "ImageGenerations_Create"),
    (Api::Inference, "AudioTranscriptions_Create"),
    (Api::Inference, "AudioTranslations_Create"),
    (Api::Inference, "AudioSpeech_Create"),
];

const LIMIT: usize = 16 * 1024 * 1024;

#[tokio::test]
async fn images_and_audio() {
    let group = Group::of(Emulator::builder().deployment("gpt-image-1", "gpt-image-1")).await;
    images(&group).await;
    edits(&group).await;
    let speech = speech(&group).await;
    transcripts(&group, speech).await;
    group.finish(OPERATIONS);
}

async fn images(group: &Group) {
    let inference = group.inference();
    let images = group.client.inference().image_generations();
    for format in ["url", "b64_json"] {
        let request = CreateImageRequest::new("a canal in the rain")
            .with_size("1792x1024")
            .with_response_format(format);
        let response = inference.good(images.create("dall-e-3", &request), 200).await;
        let [image] = &response.data[..] else {
            panic!("{response:?}");
        };
        assert_eq!(
            (image.url.is_some(), image.b64_json.is_some()),
            (format == "url", format != "url")
        );
        assert!(image.revised_prompt.as_deref().unwrap().contains("canal"));
        let png = image.bytes(&group.client).await.unwrap();
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        // The first bytes have the size.
        assert_eq!(png[16..24], [0, 0, 7, 0, 0, 0, 4, 0]);
    }
    let wrong = CreateImageRequest::new("x").with_size("3x3");
    let error = inference
        .bad(images.create("dall-e-3", &wrong), 400, "invalid_value")
        .await;
    assert_eq!(error.param(), Some("size"));
    let blocked = CreateImageRequest::new("EMULATOR_BLOCK_PROMPT");
    let error = inference
        .bad(images.create("dall-e-3", &blocked), 400, "content_filter")
        .await;
    assert!(error.is_content_filtered());
    let wrong = images.create("tts-1", &CreateImageRequest::new("x"));
    inference.bad(wrong, 400, "OperationNotSupported").await;
}

async fn edits(group: &Group) {
    let inference = group.inference();
    let edits = group.client.inference().image_edits();
    let edit = |deployment: &str, file: FilePart| {
        let call = edits.create(deployment, CreateImageEditRequest::new([file], "a canal in the rain"));
        call.with_api_version(NEWEST_VERSION)
    };
    let png = || FilePart::from_bytes("a.png", &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01"[..]);
    let response = inference.good(edit("gpt-image-1", png()), 200).await;
    assert!(response.data[0].b64_json.is_some() && response.usage.is_some());
    let text = FilePart::from_bytes("a.png", &b"no image"[..]);
    let error = inference
        .bad(edit("gpt-image-1", text), 400, "invalid_image_file")
        .await;
    assert_eq!(error.param(), Some("image"));
    inference
        .bad(edit("dall-e-3", png()), 400, "OperationNotSupported")
        .await;
    // An older version does not have the operation, and the error says which one does.
    let old = edits.create("gpt-image-1", CreateImageEditRequest::new([png()], "x"));
    let error = inference.bad(old, 404, "404").await;
    let advice = "`image[]` needs api-version 2025-04-01-preview or later, and 2024-06-01 was sent";
    assert!(error.to_string().contains(advice), "{error}");
}

/// Creates speech as WAV.
async fn speech(group: &Group) -> Vec<u8> {
    let inference = group.inference();
    let speech = group.client.inference().audio_speech();
    let mut wav = Vec::new();
    for (format, start) in [("flac", &b"fLaC"[..]), ("opus", b"OggS"), ("wav", b"RIFF")] {
        let request = CreateSpeechRequest::new("tts-1", "The tide is out.", "alloy").with_response_format(format);
        let response = inference.good(speech.create("tts-1", &request), 200).await;
        wav = response.into_value().bytes(LIMIT).await.unwrap().to_vec();
        assert!(wav.starts_with(start), "{format}");
    }
    let wrong = CreateSpeechRequest::new("tts-1", "x", "nobody");
    let error = inference
        .bad(speech.create("tts-1", &wrong), 400, "invalid_value")
        .await;
    assert_eq!(error.param(), Some("voice"));
    let long = CreateSpeechRequest::new("tts-1", "x".repeat(4097), "alloy");
    let error = inference
        .bad(speech.create("tts-1", &long), 400, "string_above_max_length")
        .await;
    assert_eq!(error.param(), Some("input"));
    let wrong = CreateSpeechRequest::new("tts-1", "x", "alloy");
    inference
        .bad(speech.create("none", &wrong), 404, "DeploymentNotFound")
        .await;
    wav
}

async fn transcripts(group: &Group, wav: Vec<u8>) {
    let inference = group.inference();
    let audio = || FilePart::from_bytes("tide.wav", wav.clone());
    let transcriptions = group.client.inference().audio_transcriptions();
    let translations = group.client.inference().audio_translations();
    let deployment = group.client.deployment("whisper");

    let request = CreateTranscriptionRequest::new(audio());
    let response = inference.good(transcriptions.create("whisper", request), 200).await;
    let JsonOrText::Json(heard) = response.into_value() else {
        panic!("no JSON");
    };
    let request = CreateTranslationRequest::new(audio());
    let response = inference.good(translations.create("whisper", request), 200).await;
    let JsonOrText::Json(translated) = response.into_value() else {
        panic!("no JSON");
    };
    assert!(translated.text.contains("English") && translated.text.contains(&heard.text));

    let verbose = deployment
        .transcribe(audio())
        .with_language("en")
        .verbose()
        .await
        .unwrap();
    assert_eq!(verbose.text, heard.text);
    assert_eq!(verbose.language.as_deref(), Some("english"));
    let seconds = verbose.duration.unwrap();
    assert!((0.5..3.0).contains(&seconds), "{seconds}");
    let last = verbose.segments.last().unwrap();
    assert!((f64::from(last.end.unwrap() as f32) - seconds).abs() < 0.1);
    let text = deployment.transcribe(audio()).text().await.unwrap();
    assert_eq!(text.trim_end(), heard.text);
    let srt = deployment.transcribe(audio()).srt().await.unwrap();
    assert!(srt.starts_with("1\n00:00:00,000 --> "), "{}", *srt);
    let vtt = deployment.translate(audio()).vtt().await.unwrap();
    assert!(vtt.starts_with("WEBVTT\n"), "{}", *vtt);

    for bytes in [&b"no sound"[..], b""] {
        let request = CreateTranscriptionRequest::new(FilePart::from_bytes("x.wav", bytes));
        let call = transcriptions.create("whisper", request);
        let error = inference.bad(call, 400, "invalid_value").await;
        assert_eq!(error.param(), Some("file"));
    }
    let request = CreateTranscriptionRequest::new(audio()).with_response_format("docx");
    let call = transcriptions.create("whisper", request);
    let error = inference.bad(call, 400, "invalid_value").await;
    assert_eq!(error.param(), Some("response_format"));
    let request = CreateTranslationRequest::new(FilePart::from_bytes("x.mp3", &b"no sound"[..]));
    let call = translations.create("whisper", request);
    let error = inference.bad(call, 400, "invalid_value").await;
    assert_eq!(error.param(), Some("file"));
    let request = CreateTranslationRequest::new(audio());
    let call = translations.create("gpt-4o", request);
    inference.bad(call, 400, "OperationNotSupported").await;
}
