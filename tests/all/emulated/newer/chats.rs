//! Rows about chats.

use azure_openai::chat::tools::{NoArguments, function};
use azure_openai::inference::{
    ChatCompletionAudioOptions, ChatCompletionAudioPart, ChatCompletionContentPart, ChatCompletionFilePart,
    ChatCompletionInputAudio, ChatCompletionInputFile, ChatCompletionMessage, ChatCompletionPrediction,
    UserSecurityContext,
};
use azure_openai::schemars::{self, JsonSchema};
use azure_openai::{system, user};
use serde::Deserialize;

use super::{rows, sent, start};

#[derive(Debug, Deserialize, JsonSchema)]
struct City {
    #[expect(dead_code, reason = "only decoded")]
    name: String,
}

#[tokio::test]
async fn rows_of_chats() {
    let (emulator, client) = start().await;
    let chat = client.deployment("gpt-4o");
    let mut done = Vec::new();

    chat.chat("A city").parse::<City>().await.unwrap();
    done.push("`response_format` with `json_schema`");

    let tools = || [function::<NoArguments>("now").unwrap()];
    let calls = async |parallel| {
        let request = chat
            .chat("weather twice")
            .with_tools(tools())
            .with_parallel_tool_calls(parallel);
        request.await.unwrap().tool_calls().len()
    };
    assert_eq!(calls(true).await, 2);
    sent(&emulator, "\"strict\":true");
    sent(&emulator, "\"parallel_tool_calls\":true");
    done.extend(["`strict` of functions", "`parallel_tool_calls`"]);

    let mut stream = chat.chat("Why?").with_usage().stream().await.unwrap().into_value();
    assert!(stream.collect_response().await.unwrap().usage.unwrap().total_tokens > 0);
    done.push("`stream_options`");

    let reasoning = client.deployment("o4-mini");
    let short = chat
        .chat("Why is the sky blue?")
        .with_max_completion_tokens(1)
        .await
        .unwrap();
    assert_eq!(short.finish_reason().map(|reason| reason.as_str()), Some("length"));
    let refused = reasoning.chat("Why?").with_max_tokens(5).await.unwrap_err();
    assert_eq!(refused.code(), Some("unsupported_parameter"));
    done.push("`max_completion_tokens`");

    let developer = ChatCompletionMessage::new("developer").with_content("Be brief.");
    let request = reasoning.chat([developer, user("Why?")]).with_reasoning_effort("low");
    let usage = request.await.unwrap().usage.clone().unwrap();
    assert_eq!(usage.completion_tokens_details.unwrap().reasoning_tokens, Some(192));
    done.extend(["`reasoning_effort`", "role `developer`"]);

    let request = chat.chat([system("Be brief."), user("Why?")]).with_store(true);
    let kept = request.with_metadata([("team", "a")]).await.unwrap();
    let kept = client.stored_completions().get(&kept.id).await.unwrap();
    assert_eq!(kept.metadata["team"], "a");
    done.push("`store`, `metadata`");

    let request = chat
        .chat("Why?")
        .with_user_security_context(UserSecurityContext::new().with_source_ip("192.0.2.7"));
    request.await.unwrap();
    sent(&emulator, "192.0.2.7");
    done.push("`user_security_context`");
    chat.chat("Why?")
        .with_prediction(ChatCompletionPrediction::new("Because"))
        .await
        .unwrap();
    sent(&emulator, "\"prediction\"");
    done.push("`prediction`");
    let request = chat.chat("Why?").with_modalities(["text", "audio"]);
    request
        .with_audio(ChatCompletionAudioOptions::new("verse", "pcm16"))
        .await
        .unwrap();
    sent(&emulator, "\"modalities\":[\"text\",\"audio\"]");
    done.push("`modalities`, `audio`");

    let audio = ChatCompletionAudioPart::new(ChatCompletionInputAudio::new("UklGRg==", "wav"));
    let heard = chat
        .chat([user(vec![ChatCompletionContentPart::from(audio)])])
        .await
        .unwrap();
    assert!(heard.usage.as_ref().unwrap().prompt_tokens > 0);
    let data = ChatCompletionInputFile::new()
        .with_filename("a.pdf")
        .with_file_data("data:application/pdf;base64,JVBE");
    chat.chat([user(vec![ChatCompletionContentPart::from(
        ChatCompletionFilePart::new(data),
    )])])
    .await
    .unwrap();
    let empty = ChatCompletionFilePart::new(ChatCompletionInputFile::new());
    let refused = chat
        .chat([user(vec![ChatCompletionContentPart::from(empty)])])
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Some("missing_required_parameter"));
    done.extend(["part `input_audio`", "part `file`"]);

    chat.chat("Why?")
        .with_verbosity("low")
        .with_service_tier("priority")
        .await
        .unwrap();
    sent(&emulator, "\"service_tier\":\"priority\"");
    done.push("`verbosity`, `service_tier`");

    assert_eq!(done, rows("## Chats"));
    assert_eq!(emulator.violations(), [""; 0]);
}
