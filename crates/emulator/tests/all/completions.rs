//! Text completions in one body.

use azure_openai_emulator::{Emulator, Reply};
use serde_json::{Value, json};

use crate::chat::with;
use crate::client::{Client, Response};
use crate::documents::{check, document, without_nulls};

pub(crate) const PATH: &str = "/deployments/gpt-35-turbo-instruct/completions";

impl Client {
    pub(crate) async fn complete_text(&self, body: &Value) -> Response {
        self.post(PATH, body).await
    }
}

fn text(response: &Value, index: usize) -> &str {
    response["choices"][index]["text"].as_str().unwrap()
}

#[tokio::test]
async fn default_reply_repeats_the_prompt() {
    let client = Client::new().await;
    let response = client.complete_text(&json!({"prompt": "Once upon a time"})).await.ok();
    assert!(text(&response, 0).contains("Once upon a time"));
    assert_eq!(response["object"], "text_completion");
    assert_eq!(response["model"], "gpt-35-turbo-instruct-0914");
    assert!(response["id"].as_str().unwrap().starts_with("cmpl-"));
    // 16 tokens by default.
    assert_eq!(
        response["usage"],
        json!({"prompt_tokens": 4, "completion_tokens": 16, "total_tokens": 20})
    );
    let choice = &response["choices"][0];
    assert_eq!(choice["finish_reason"], "length");
    assert_eq!(choice["content_filter_results"]["hate"]["severity"], "safe");
    assert_eq!(response["prompt_filter_results"][0]["prompt_index"], 0);
    let whole = client
        .complete_text(&json!({"prompt": "Once upon a time", "max_tokens": 100}))
        .await
        .ok();
    assert_eq!(whole["choices"][0]["finish_reason"], "stop");

    let inference = document("inference/openapi.yaml");
    let schema =
        json!({"$ref": "#/components/schemas/CreateCompletionResponse", "components": inference["components"]});
    check("CreateCompletionResponse", &schema, &without_nulls(response));
}

#[tokio::test]
async fn prompts_of_each_kind() {
    let client = Client::new().await;
    let tokens = json!([15339, 1917]);
    for prompt in [
        json!("hello world"),
        json!(["hello world"]),
        tokens.clone(),
        json!([tokens]),
    ] {
        let response = client.complete_text(&json!({"prompt": prompt})).await.ok();
        assert!(text(&response, 0).contains("hello world"), "{prompt}: {response}");
        assert_eq!(response["usage"]["prompt_tokens"], 2);
    }
    let response = client
        .complete_text(&json!({"prompt": ["first", "second"], "n": 2}))
        .await
        .ok();
    let texts: Vec<&str> = (0..4).map(|index| text(&response, index)).collect();
    assert!(texts[..2].iter().all(|text| text.contains("first")), "{texts:?}");
    assert!(texts[2..].iter().all(|text| text.contains("second")), "{texts:?}");
    assert_ne!(texts[0], texts[1]);
    let indices: Vec<u64> = (0..4)
        .map(|place| response["choices"][place]["index"].as_u64().unwrap())
        .collect();
    assert_eq!(indices, [0, 1, 2, 3]);
    let prompts: Vec<&Value> = response["prompt_filter_results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| &result["prompt_index"])
        .collect();
    assert_eq!(prompts, [0, 1]);
}

#[tokio::test]
async fn echo_stop_suffix_best_of() {
    let builder =
        Emulator::builder().reply_when(|call| (call.prompt() == "count").then(|| Reply::text(" one two three")));
    let client = Client::of(builder).await;
    let count = |fields: Value| with(json!({"prompt": "count"}), fields);
    let echoed = client
        .complete_text(&count(json!({"echo": true, "max_tokens": 1})))
        .await
        .ok();
    assert_eq!(text(&echoed, 0), "count one");
    assert_eq!(echoed["usage"]["completion_tokens"], 1);
    let nothing = client
        .complete_text(&count(json!({"echo": true, "max_tokens": 0})))
        .await
        .ok();
    assert_eq!(text(&nothing, 0), "count");
    let stopped = client
        .complete_text(&count(json!({"stop": [" two", " three"]})))
        .await
        .ok();
    assert_eq!(text(&stopped, 0), " one");
    assert_eq!(stopped["choices"][0]["finish_reason"], "stop");
    let best = client.complete_text(&count(json!({"n": 1, "best_of": 3}))).await.ok();
    assert_eq!(best["choices"].as_array().unwrap().len(), 1);
    assert_eq!(best["usage"]["completion_tokens"], 9, "what is not returned is counted");
    let suffix = client
        .complete_text(&json!({"prompt": "a", "suffix": "the end", "max_tokens": 50}))
        .await
        .ok();
    assert!(text(&suffix, 0).contains("the end"));
}

#[tokio::test]
async fn log_probabilities_fit_the_text() {
    let client = Client::of(Emulator::builder().reply_when(|_| Some(Reply::text(" two three")))).await;
    let response = client
        .complete_text(&json!({"prompt": "one", "logprobs": 2, "echo": true}))
        .await
        .ok();
    let logprobs = &response["choices"][0]["logprobs"];
    assert_eq!(logprobs["tokens"], json!(["one", " two", " three"]));
    assert_eq!(logprobs["text_offset"], json!([0, 3, 7]));
    assert_eq!(logprobs["token_logprobs"].as_array().unwrap().len(), 3);
    let top = logprobs["top_logprobs"].as_array().unwrap();
    assert!(top.iter().all(|top| top.as_object().unwrap().len() == 2), "{top:?}");
    let plain = client
        .complete_text(&json!({"prompt": "one", "logprobs": 0}))
        .await
        .ok();
    let logprobs = &plain["choices"][0]["logprobs"];
    assert_eq!(logprobs["top_logprobs"], Value::Null);
    assert_eq!(logprobs["text_offset"], json!([3, 7]));
    let none = client.complete_text(&json!({"prompt": "one"})).await.ok();
    assert_eq!(none["choices"][0]["logprobs"], Value::Null);
}

#[tokio::test]
async fn the_filter_blocks_and_cuts() {
    let client = Client::new().await;
    let blocked = json!({"prompt": ["fine", "EMULATOR_BLOCK_PROMPT"]});
    client.complete_text(&blocked).await.error(400, "content_filter");
    let response = client
        .complete_text(&json!({"prompt": "a EMULATOR_CUT_COMPLETION b"}))
        .await
        .ok();
    let choice = &response["choices"][0];
    assert_eq!(choice["finish_reason"], "content_filter");
    assert_eq!(choice["content_filter_results"]["hate"]["filtered"], true);
    assert!(!text(&response, 0).contains('b'));
}

#[tokio::test]
async fn invalid_request_names_the_parameter() {
    let client = Client::new().await;
    let good = |fields: Value| with(json!({"prompt": "a"}), fields);
    for (body, code, param) in [
        (json!({}), "missing_required_parameter", "prompt"),
        (json!({"prompt": 1}), "invalid_type", "prompt"),
        (json!({"prompt": []}), "empty_array", "prompt"),
        (json!({"prompt": ["a", 1]}), "invalid_type", "prompt[1]"),
        (json!({"prompt": vec!["a"; 2049]}), "array_above_max_length", "prompt"),
        (json!({"prompt": vec!["a"; 1025], "n": 2}), "invalid_value", "prompt"),
        (good(json!({"n": 0})), "integer_below_min_value", "n"),
        (good(json!({"n": 129})), "integer_above_max_value", "n"),
        (good(json!({"n": 3, "best_of": 2})), "invalid_value", "best_of"),
        (good(json!({"stream": true, "best_of": 2})), "invalid_value", "best_of"),
        (good(json!({"max_tokens": -1})), "integer_below_min_value", "max_tokens"),
        (good(json!({"max_tokens": 4097})), "context_length_exceeded", "prompt"),
        (
            good(json!({"max_tokens": i64::MAX})),
            "context_length_exceeded",
            "prompt",
        ),
        (good(json!({"logprobs": 6})), "integer_above_max_value", "logprobs"),
        (good(json!({"echo": "yes"})), "invalid_type", "echo"),
        (good(json!({"echo": true, "suffix": "a"})), "invalid_value", "echo"),
        (good(json!({"suffix": 1})), "invalid_type", "suffix"),
        (
            good(json!({"stop": ["a", "b", "c", "d", "e"]})),
            "array_above_max_length",
            "stop",
        ),
        (
            good(json!({"temperature": 3})),
            "decimal_above_max_value",
            "temperature",
        ),
        (good(json!({"stream_options": {}})), "invalid_value", "stream_options"),
    ] {
        let error = client.complete_text(&body).await.error(400, code);
        assert_eq!(error["param"], param, "{body}: {error}");
    }
    for (prompt, code, param) in [
        (json!([1, "a"]), "invalid_type", "prompt[1]"),
        (json!([[1], "a"]), "invalid_type", "prompt[1]"),
        (json!([[1], [999_999]]), "invalid_value", "prompt[1]"),
    ] {
        let error = client.complete_text(&json!({"prompt": prompt})).await;
        assert_eq!(error.error(400, code)["param"], param);
    }
    let error = client.post("/deployments/gpt-4o/completions", &good(json!({}))).await;
    error.error(400, "OperationNotSupported");
}

#[tokio::test]
async fn number_beyond_its_bound_is_the_bound_without_validation() {
    let client = Client::of(Emulator::builder().validate(false)).await;
    let body = json!({"prompt": "a", "max_tokens": 1, "n": 129});
    let response = client.complete_text(&body).await.ok();
    assert_eq!(response["choices"].as_array().unwrap().len(), 128);
}
