//! The calls of the inference API that take JSON.

use azure_openai_inference::{
    ChatCompletionContentPart, ChatCompletionImageDetail, ChatCompletionImagePart, ChatCompletionImageUrl,
    ChatCompletionMessage, ChatCompletionMessageRole, ChatCompletionNamedFunction, ChatCompletionNamedToolChoice,
    ChatCompletionResponseFormat, ChatCompletionResponseFormatType, ChatCompletionStreamOptions, ChatCompletionTextPart,
    ChatCompletionTool, ChatCompletionToolCall, ChatCompletionToolCallFunction, CreateChatCompletionRequest,
    CreateCompletionRequest, CreateEmbeddingRequest, CreateImageRequest, EmbeddingEncodingFormat, FunctionDefinition,
    ImageQuality, ImageResponseFormat, ImageSize, ImageStyle,
};
use serde_json::{Value, json};
use tests::recording::Answer;

use super::exchange::{Api, Exchange, Outcome, Pass, Sent, events, json};
use crate::samples::inference as samples;
use tests::clients::Clients;

fn exchange(
    operation: &'static str,
    pass: Pass,
    send: fn(&Clients) -> Outcome,
    sent: Sent,
    value: Value,
) -> Exchange {
    let answer = match &value {
        Value::Array(chunks) => Answer::events(chunks),
        value => Answer::json(value),
    };
    Exchange { api: Api::Inference, operation, pass, send, sent, answer, value }
}

fn user(text: &str) -> ChatCompletionMessage {
    ChatCompletionMessage::new(ChatCompletionMessageRole::User).with_content(text)
}

/// A request with every field set, and what it is on the wire.
pub(crate) fn chat_request() -> (CreateChatCompletionRequest, Value) {
    let image = ChatCompletionImageUrl::new("https://image").with_detail(ChatCompletionImageDetail::Low);
    let parts: [ChatCompletionContentPart; 2] = [
        ChatCompletionTextPart::new("What is it?").into(),
        ChatCompletionImagePart::new(image).into(),
    ];
    let call = ChatCompletionToolCall::new("call_1", ChatCompletionToolCallFunction::new("zoom", "{\"by\":2}"));
    let function = FunctionDefinition::new("zoom")
        .with_description("Looks closer")
        .with_parameters(json!({"type": "object", "properties": {"by": {"type": "integer"}}}));
    let request = CreateChatCompletionRequest::new([
        ChatCompletionMessage::new(ChatCompletionMessageRole::System).with_content("Be brief"),
        ChatCompletionMessage::new("user").with_content(parts).with_name("ann"),
        ChatCompletionMessage::new("assistant").with_tool_calls([call]),
        ChatCompletionMessage::new("tool").with_content("done").with_tool_call_id("call_1"),
    ])
    .with_temperature(0.5)
    .with_top_p(0.25)
    .with_n(2)
    .with_stop(["END", "STOP"])
    .with_max_tokens(64)
    .with_presence_penalty(-0.5)
    .with_frequency_penalty(1.5)
    .with_response_format(ChatCompletionResponseFormat::new().with_type(ChatCompletionResponseFormatType::JsonObject))
    .with_seed(-7)
    .with_tools([ChatCompletionTool::new(function)])
    .with_tool_choice(ChatCompletionNamedToolChoice::new(ChatCompletionNamedFunction::new("zoom")))
    .with_user("user-1")
    .with_logprobs(true)
    .with_top_logprobs(3)
    .with_logit_bias([("50256", -100)])
    .with_data_sources([json!({"type": "azure_search", "parameters": {"index_name": "docs"}})])
    .with_stream_options(ChatCompletionStreamOptions::new().with_include_usage(true))
    .with_parallel_tool_calls(false);
    let body = json!({
        "messages": [
            {"role": "system", "content": "Be brief"},
            {"role": "user", "name": "ann", "content": [
                {"type": "text", "text": "What is it?"},
                {"type": "image_url", "image_url": {"url": "https://image", "detail": "low"}}
            ]},
            {"role": "assistant", "tool_calls": [
                {"id": "call_1", "type": "function", "function": {"name": "zoom", "arguments": "{\"by\":2}"}}
            ]},
            {"role": "tool", "content": "done", "tool_call_id": "call_1"}
        ],
        "temperature": 0.5, "top_p": 0.25, "n": 2, "stop": ["END", "STOP"], "max_tokens": 64,
        "presence_penalty": -0.5, "frequency_penalty": 1.5, "response_format": {"type": "json_object"}, "seed": -7,
        "tools": [{"type": "function", "function": {
            "name": "zoom", "description": "Looks closer",
            "parameters": {"type": "object", "properties": {"by": {"type": "integer"}}}
        }}],
        "tool_choice": {"type": "function", "function": {"name": "zoom"}}, "user": "user-1", "logprobs": true,
        "top_logprobs": 3, "logit_bias": {"50256": -100},
        "data_sources": [{"type": "azure_search", "parameters": {"index_name": "docs"}}],
        "stream_options": {"include_usage": true}, "parallel_tool_calls": false
    });
    (request, body)
}

/// A request with every field set, and what it is on the wire.
pub(crate) fn completion_request() -> (CreateCompletionRequest, Value) {
    let request = CreateCompletionRequest::new(["Once", "Twice"])
        .with_max_tokens(16)
        .with_temperature(0.5)
        .with_top_p(0.25)
        .with_n(2)
        .with_stop("END")
        .with_presence_penalty(0.5)
        .with_frequency_penalty(-1.5)
        .with_user("user-1")
        .with_logprobs(5)
        .with_logit_bias([("50256", -100)])
        .with_stream_options(ChatCompletionStreamOptions::new().with_include_usage(true));
    let body = json!({
        "prompt": ["Once", "Twice"], "max_tokens": 16, "temperature": 0.5, "top_p": 0.25, "n": 2, "stop": "END",
        "presence_penalty": 0.5, "frequency_penalty": -1.5, "user": "user-1", "logprobs": 5,
        "logit_bias": {"50256": -100}, "stream_options": {"include_usage": true}
    });
    (request, body)
}

fn streamed(mut body: Value) -> Value {
    body["stream"] = true.into();
    body
}

fn chat() -> Vec<Exchange> {
    const PATH: &str = "/openai/deployments/gpt-4o/chat/completions";
    let minimal = json!({"messages": [{"role": "user", "content": "Hi"}]});
    vec![
        exchange(
            "ChatCompletions_Create",
            Pass::Required,
            |c| json(c.inference.chat_completions().create("gpt-4o", &CreateChatCompletionRequest::new([user("Hi")]))),
            Sent::post(PATH).json(minimal),
            samples::chat(),
        ),
        exchange(
            "ChatCompletions_Create",
            Pass::Everything,
            |c| json(c.inference.chat_completions().create("a/b ü?#%", &chat_request().0)),
            Sent::post("/openai/deployments/a%2Fb%20%C3%BC%3F%23%25/chat/completions").json(chat_request().1),
            samples::chat(),
        ),
        exchange(
            "ChatCompletions_Create",
            Pass::Streamed,
            |c| events(c.inference.chat_completions().create_stream("gpt-4o", &chat_request().0)),
            Sent::post(PATH).accept("text/event-stream").json(streamed(chat_request().1)),
            json!([samples::chunk(), samples::chunk()]),
        ),
    ]
}

fn completions() -> Vec<Exchange> {
    const PATH: &str = "/openai/deployments/instruct/completions";
    vec![
        exchange(
            "Completions_Create",
            Pass::Required,
            |c| json(c.inference.completions().create("instruct", &CreateCompletionRequest::new("Once"))),
            Sent::post(PATH).json(json!({"prompt": "Once"})),
            samples::completion(),
        ),
        exchange(
            "Completions_Create",
            Pass::Everything,
            |c| json(c.inference.completions().create("…", &completion_request().0)),
            Sent::post("/openai/deployments/%E2%80%A6/completions").json(completion_request().1),
            samples::completion(),
        ),
        exchange(
            "Completions_Create",
            Pass::Streamed,
            |c| events(c.inference.completions().create_stream("instruct", &completion_request().0)),
            Sent::post(PATH).accept("text/event-stream").json(streamed(completion_request().1)),
            json!([samples::completion()]),
        ),
    ]
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = chat();
    all.extend(completions());
    all.extend([
        exchange(
            "Embeddings_Create",
            Pass::Required,
            |c| json(c.inference.embeddings().create("ada", &CreateEmbeddingRequest::new("text"))),
            Sent::post("/openai/deployments/ada/embeddings").json(json!({"input": "text"})),
            samples::embeddings(),
        ),
        exchange(
            "Embeddings_Create",
            Pass::Everything,
            |c| {
                let request = CreateEmbeddingRequest::new(["a", "b"])
                    .with_user("user-1")
                    .with_input_type("query")
                    .with_encoding_format(EmbeddingEncodingFormat::Base64)
                    .with_dimensions(256);
                json(c.inference.embeddings().create("..a", &request))
            },
            Sent::post("/openai/deployments/..a/embeddings").json(json!({
                "input": ["a", "b"], "user": "user-1", "input_type": "query", "encoding_format": "base64",
                "dimensions": 256
            })),
            samples::embeddings(),
        ),
        exchange(
            "ImageGenerations_Create",
            Pass::Required,
            |c| json(c.inference.image_generations().create("dalle", &CreateImageRequest::new("a fox"))),
            Sent::post("/openai/deployments/dalle/images/generations").json(json!({"prompt": "a fox"})),
            samples::images(),
        ),
        exchange(
            "ImageGenerations_Create",
            Pass::Everything,
            |c| {
                let request = CreateImageRequest::new("a fox")
                    .with_n(1)
                    .with_size(ImageSize::X1792x1024)
                    .with_quality(ImageQuality::Hd)
                    .with_style(ImageStyle::Natural)
                    .with_response_format(ImageResponseFormat::B64Json)
                    .with_user("user-1");
                json(c.inference.image_generations().create("dall e", &request))
            },
            Sent::post("/openai/deployments/dall%20e/images/generations").json(json!({
                "prompt": "a fox", "n": 1, "size": "1792x1024", "quality": "hd", "style": "natural",
                "response_format": "b64_json", "user": "user-1"
            })),
            samples::images(),
        ),
        exchange(
            "Models_List",
            Pass::Required,
            |c| json(c.inference.models().list()),
            Sent::get("/openai/models"),
            samples::models(),
        ),
        exchange(
            "Deployments_List",
            Pass::Required,
            |c| json(c.inference.deployments().list()),
            Sent::get("/openai/deployments"),
            samples::deployments(),
        ),
    ]);
    all
}
