//! Parameters of api-versions after the documents' own: built with setters and read back, they are the same request.

use azure_openai_inference::messages::{assistant, user};
use azure_openai_inference::{
    ChatCompletionAudioOptions, ChatCompletionAudioPart, ChatCompletionAudioReference, ChatCompletionContentPart,
    ChatCompletionFilePart, ChatCompletionFunctionCall, ChatCompletionInputAudio, ChatCompletionInputFile,
    ChatCompletionJsonSchema, ChatCompletionMessage, ChatCompletionPrediction, ChatCompletionRefusalPart,
    ChatCompletionResponseFormat, ChatCompletionTool, CreateChatCompletionRequest, CreateImageRequest,
    CreateSpeechRequest, FunctionDefinition, UserSecurityContext,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::assert_sends;

/// What was built is sent as the body, and the body is read as what was built: nothing ends up among unknown fields.
fn assert_typed<T>(built: &T, body: Value)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_sends(built, body.clone());
    assert_eq!(&serde_json::from_value::<T>(body).unwrap(), built);
}

/// A chat request with all parameters that are newer than the document, and these on the wire.
pub(crate) fn with_newer_parameters(
    request: CreateChatCompletionRequest,
) -> (CreateChatCompletionRequest, Map<String, Value>) {
    let request = request
        .with_max_completion_tokens(500)
        .with_reasoning_effort("low")
        .with_verbosity("high")
        .with_store(true)
        .with_metadata([("team".to_owned(), "weather".to_owned())])
        .with_prediction(ChatCompletionPrediction::new("fn main() {}"))
        .with_modalities(["text", "audio"])
        .with_audio(ChatCompletionAudioOptions::new("verse", "pcm16"))
        .with_service_tier("priority")
        .with_user_security_context(
            UserSecurityContext::new()
                .with_application_name("notes")
                .with_end_user_id("6f1c1f3e-0000-4000-8000-000000000001")
                .with_end_user_tenant_id("6f1c1f3e-0000-4000-8000-000000000002")
                .with_source_ip("192.0.2.7"),
        );
    let newer = json!({
            "max_completion_tokens": 500, "reasoning_effort": "low", "verbosity": "high",
            "store": true, "metadata": {"team": "weather"},
            "prediction": {"type": "content", "content": "fn main() {}"},
            "modalities": ["text", "audio"], "audio": {"voice": "verse", "format": "pcm16"},
            "service_tier": "priority",
            "user_security_context": {
                "application_name": "notes", "end_user_id": "6f1c1f3e-0000-4000-8000-000000000001",
                "end_user_tenant_id": "6f1c1f3e-0000-4000-8000-000000000002", "source_ip": "192.0.2.7"
            }
    });
    (request, newer.as_object().unwrap().clone())
}

#[test]
fn chat_parameters_are_typed() {
    let schema = json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false});
    let request = CreateChatCompletionRequest::new([ChatCompletionMessage::new("developer").with_content("Be brief.")])
        .with_response_format(
            ChatCompletionResponseFormat::new()
                .with_type("json_schema")
                .with_json_schema(
                    ChatCompletionJsonSchema::new("event")
                        .with_description("An event.")
                        .with_schema(schema.clone())
                        .with_strict(true),
                ),
        )
        .with_tools([ChatCompletionTool::new(
            FunctionDefinition::new("now")
                .with_parameters(schema.clone())
                .with_strict(true),
        )]);
    let (request, newer) = with_newer_parameters(request);
    let mut body = json!({
            "messages": [{"role": "developer", "content": "Be brief."}],
            "response_format": {"type": "json_schema", "json_schema": {
                "name": "event", "description": "An event.", "schema": schema, "strict": true
            }},
            "tools": [{"type": "function", "function": {"name": "now", "parameters": schema, "strict": true}}]
    });
    body.as_object_mut().unwrap().extend(newer);
    assert_typed(&request, body);
}

#[test]
fn message_parts_of_audio_files_and_refusals_are_typed() {
    let user = user(vec![
        ChatCompletionContentPart::from(ChatCompletionAudioPart::new(ChatCompletionInputAudio::new(
            "UklG", "wav",
        ))),
        ChatCompletionContentPart::from(ChatCompletionFilePart::new(
            ChatCompletionInputFile::new()
                .with_filename("a.pdf")
                .with_file_data("data:application/pdf;base64,JVBE"),
        )),
        ChatCompletionContentPart::from(ChatCompletionFilePart::new(
            ChatCompletionInputFile::new().with_file_id("assistant-1"),
        )),
    ]);
    assert_typed(
        &user,
        json!({"role": "user", "content": [
            {"type": "input_audio", "input_audio": {"data": "UklG", "format": "wav"}},
            {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,JVBE"}},
            {"type": "file", "file": {"file_id": "assistant-1"}}
        ]}),
    );
    let refusal = ChatCompletionContentPart::from(ChatCompletionRefusalPart::new("I cannot do that."));
    let assistant = assistant(vec![refusal])
        .with_refusal("I cannot do that.")
        .with_audio(ChatCompletionAudioReference::new("audio_1"))
        .with_function_call(ChatCompletionFunctionCall::new().with_name("now").with_arguments("{}"));
    assert_typed(
        &assistant,
        json!({
            "role": "assistant", "content": [{"type": "refusal", "refusal": "I cannot do that."}],
            "refusal": "I cannot do that.", "audio": {"id": "audio_1"},
            "function_call": {"name": "now", "arguments": "{}"}
        }),
    );
}

#[test]
fn image_and_speech_parameters_are_typed() {
    let image = CreateImageRequest::new("A red fox")
        .with_size("1536x1024")
        .with_quality("high")
        .with_background("transparent")
        .with_output_format("webp")
        .with_output_compression(80)
        .with_moderation("low")
        .with_partial_images(2);
    assert_typed(
        &image,
        json!({
            "prompt": "A red fox", "size": "1536x1024", "quality": "high", "background": "transparent",
            "output_format": "webp", "output_compression": 80, "moderation": "low", "partial_images": 2
        }),
    );
    assert_typed(
        &CreateSpeechRequest::new("gpt-4o-mini-tts", "Hello", "coral").with_instructions("Whisper."),
        json!({"model": "gpt-4o-mini-tts", "input": "Hello", "voice": "coral", "instructions": "Whisper."}),
    );
}
