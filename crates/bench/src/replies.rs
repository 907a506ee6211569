//! The bodies that the canned server sends: made once, never parsed by it.

use base64::Engine;
use bytes::Bytes;
use serde_json::{Value, json};

const CATEGORIES: [&str; 4] = ["hate", "self_harm", "sexual", "violence"];

fn filter_results() -> Value {
    CATEGORIES
        .iter()
        .map(|name| ((*name).to_owned(), json!({"filtered": false, "severity": "safe"})))
        .collect()
}

/// Returns a chat completion of some 120 tokens, with or without content filter results.
pub(crate) fn chat(filtered: bool) -> Bytes {
    let text = "The sky is blue because air scatters short waves of light more than long ones. ".repeat(6);
    let mut body = json!({
        "id": "chatcmpl-9lMgfKxV4pVxT5oDpdrWt2xZx7e0Q",
        "object": "chat.completion",
        "created": 1_721_050_881,
        "model": "gpt-4o-2024-05-13",
        "system_fingerprint": "fp_abc28019ad",
        "choices": [{
            "index": 0,
            "message": {"role": "assistant", "content": text},
            "logprobs": null,
            "finish_reason": "stop",
        }],
        "usage": {"prompt_tokens": 18, "completion_tokens": 120, "total_tokens": 138},
    });
    if filtered {
        body["choices"][0]["content_filter_results"] = filter_results();
        body["prompt_filter_results"] = json!([{"prompt_index": 0, "content_filter_results": filter_results()}]);
    }
    body.to_string().into()
}

/// Returns a chat completion of at least so many bytes, by as many choices as that needs.
pub(crate) fn sized(bytes: usize) -> Bytes {
    let mut body: Value = serde_json::from_slice(&chat(false)).unwrap_or_default();
    let choice = body["choices"][0].clone();
    let choices = 1 + bytes
        .saturating_sub(body.to_string().len())
        .div_ceil(choice.to_string().len() + 1);
    body["choices"] = vec![choice; choices].into();
    body.to_string().into()
}

/// Returns one server-sent event of a chat with the four filter categories.
pub(crate) fn event(number: usize) -> Vec<u8> {
    let chunk = json!({
        "id": "chatcmpl-9lMgfKxV4pVxT5oDpdrWt2xZx7e0Q",
        "object": "chat.completion.chunk",
        "created": 1_721_050_881,
        "model": "gpt-4o-2024-05-13",
        "system_fingerprint": "fp_abc28019ad",
        "choices": [{
            "index": 0,
            "delta": {"content": format!(" word{}", number % 10)},
            "logprobs": null,
            "finish_reason": null,
            "content_filter_results": filter_results(),
        }],
    });
    format!("data: {chunk}\n\n").into_bytes()
}

/// Returns the events that end a chat.
pub(crate) fn end_of_events() -> Vec<u8> {
    let chunk = json!({
        "id": "chatcmpl-9lMgfKxV4pVxT5oDpdrWt2xZx7e0Q",
        "object": "chat.completion.chunk",
        "created": 1_721_050_881,
        "model": "gpt-4o-2024-05-13",
        "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
    });
    format!("data: {chunk}\n\ndata: [DONE]\n\n").into_bytes()
}

/// The dimensions of an embedding.
pub(crate) const DIMENSIONS: usize = 1536;

/// Returns embeddings of so many texts, as JSON numbers or base64.
pub(crate) fn embeddings(texts: usize, as_base64: bool) -> Bytes {
    let vector = |text: usize| (0..DIMENSIONS).map(move |n| ((text * 31 + n * 7) as f32).sin() / 40.0);
    let data: Vec<Value> = (0..texts)
        .map(|index| {
            let embedding = if as_base64 {
                let bytes: Vec<u8> = vector(index).flat_map(f32::to_le_bytes).collect();
                base64::engine::general_purpose::STANDARD.encode(bytes).into()
            } else {
                // As the service prints them: the shortest text of the single-precision number.
                vector(index)
                    .map(|number| serde_json::from_str(&number.to_string()).unwrap_or(Value::Null))
                    .collect()
            };
            json!({"object": "embedding", "index": index, "embedding": Value::clone(&embedding)})
        })
        .collect();
    let usage = json!({"prompt_tokens": texts * 8, "total_tokens": texts * 8});
    let body = json!({"object": "list", "model": "text-embedding-3-small", "data": data, "usage": usage});
    body.to_string().into()
}

/// The description of an uploaded file.
pub(crate) fn file() -> Bytes {
    json!({
        "id": "file-5e5e3f2c", "object": "file", "bytes": 1 << 30, "created_at": 1_721_050_881,
        "filename": "training.jsonl", "purpose": "batch", "status": "processed",
    })
    .to_string()
    .into()
}

/// Returns one line of a batch's output file: what is before its number, and what is after it.
pub(crate) fn batch_line() -> (String, String) {
    let body = json!({
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1_721_050_881, "model": "gpt-4o-2024-05-13",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Yes."}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 18, "completion_tokens": 2, "total_tokens": 20},
    });
    let response = json!({"request_id": "2f3c", "status_code": 200, "body": body});
    let after = json!({"response": response, "error": null}).to_string();
    (r#"{"custom_id":"line-"#.to_owned(), format!("\",{}\n", &after[1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sized_response_has_about_the_size() {
        for bytes in [1 << 10, 64 << 10, 1 << 20] {
            let body = sized(bytes);
            assert!(
                (bytes..bytes + 1024).contains(&body.len()),
                "{} for {bytes}",
                body.len()
            );
        }
    }

    #[test]
    fn batch_line_is_json_around_its_number() {
        let (before, after) = batch_line();
        let line: Value = serde_json::from_str(&format!("{before}7{after}")).unwrap();
        assert_eq!(line["custom_id"], "line-7");
        assert_eq!(line["response"]["body"]["choices"][0]["message"]["content"], "Yes.");
    }
}
