//! Chat and text completion operations, streaming and not.

use azure_openai_inference::{
    ChatCompletionContentPart, ChatCompletionImageDetail, ChatCompletionImagePart, ChatCompletionImageUrl,
    ChatCompletionMessage, ChatCompletionMessageRole, ChatCompletionNamedFunction, ChatCompletionNamedToolChoice,
    ChatCompletionResponseFormat, ChatCompletionResponseFormatType, ChatCompletionStreamOptions,
    ChatCompletionTextPart, ChatCompletionTool, ChatCompletionToolCall, ChatCompletionToolCallFunction,
    CreateChatCompletionRequest, CreateCompletionRequest, FunctionDefinition,
};
use serde_json::{Value, json};

use super::exchange::{Exchange, Pass, Sent, events, json};
use super::inference::exchange;
use crate::requests::newer::with_newer_parameters;
use crate::samples::inference as samples;

fn user(text: &str) -> ChatCompletionMessage {
    ChatCompletionMessage::new(ChatCompletionMessageRole::User).with_content(text)
}

/// A request with every field set, and its JSON.
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
        ChatCompletionMessage::new("tool")
            .with_content("done")
            .with_tool_call_id("call_1"),
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
    .with_tool_choice(ChatCompletionNamedToolChoice::new(ChatCompletionNamedFunction::new(
        "zoom",
    )))
    .with_user("user-1")
    .with_logprobs(true)
    .with_top_logprobs(3)
    .with_logit_bias([("50256", -100)])
    .with_data_sources([json!({"type": "azure_search", "parameters": {"index_name": "docs"}})])
    .with_stream_options(ChatCompletionStreamOptions::new().with_include_usage(true))
    .with_parallel_tool_calls(false);
    let (request, newer) = with_newer_parameters(request);
    let mut body = json!({
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
    body.as_object_mut().unwrap().extend(newer);
    (request, body)
}

/// A request with every field set, and its JSON.
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
            |c| {
                json(
                    c.inference()
                        .chat_completions()
                        .create("gpt-4o", &CreateChatCompletionRequest::new([user("Hi")])),
                )
            },
            Sent::post(PATH).json(minimal),
            samples::chat(),
        ),
        exchange(
            "ChatCompletions_Create",
            Pass::Everything,
            |c| json(c.inference().chat_completions().create("a/b ü?#%", &chat_request().0)),
            Sent::post("/openai/deployments/a%2Fb%20%C3%BC%3F%23%25/chat/completions").json(chat_request().1),
            samples::chat(),
        ),
        exchange(
            "ChatCompletions_Create",
            Pass::Streamed,
            |c| {
                events(
                    c.inference()
                        .chat_completions()
                        .create_stream("gpt-4o", &chat_request().0),
                )
            },
            Sent::post(PATH)
                .accept("text/event-stream")
                .json(streamed(chat_request().1)),
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
            |c| {
                json(
                    c.inference()
                        .completions()
                        .create("instruct", &CreateCompletionRequest::new("Once")),
                )
            },
            Sent::post(PATH).json(json!({"prompt": "Once"})),
            samples::completion(),
        ),
        exchange(
            "Completions_Create",
            Pass::Everything,
            |c| json(c.inference().completions().create("…", &completion_request().0)),
            Sent::post("/openai/deployments/%E2%80%A6/completions").json(completion_request().1),
            samples::completion(),
        ),
        exchange(
            "Completions_Create",
            Pass::Streamed,
            |c| {
                events(
                    c.inference()
                        .completions()
                        .create_stream("instruct", &completion_request().0),
                )
            },
            Sent::post(PATH)
                .accept("text/event-stream")
                .json(streamed(completion_request().1)),
            json!([samples::completion()]),
        ),
    ]
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = chat();
    all.extend(completions());
    all
}
