//! Responses of the inference API with every field.

use azure_openai_inference as inference;
use serde_json::{Value, json};

use super::Sample;

pub(crate) fn filter_results() -> Value {
    json!({
        "hate": {"filtered": false, "severity": "safe"},
        "self_harm": {"filtered": false, "severity": "low"},
        "sexual": {"filtered": false, "severity": "medium"},
        "violence": {"filtered": true, "severity": "high"},
        "profanity": {"filtered": false, "detected": false},
        "jailbreak": {"filtered": false, "detected": true},
        "protected_material_text": {"filtered": false, "detected": false},
        "protected_material_code": {
            "filtered": false, "detected": true,
            "citation": {"URL": "https://github.com/a/b", "license": "MIT"}
        },
        "custom_blocklists": {"filtered": false, "details": [{"filtered": true, "id": "list-1"}]},
        "error": {"code": "content_filter_error", "message": "The contents are not filtered"}
    })
}

fn token_logprobs() -> Value {
    json!({"content": [{
        "token": "Hi", "logprob": -0.25, "bytes": [72, 105],
        "top_logprobs": [{"token": "Hi", "logprob": -0.25, "bytes": [72, 105]}]
    }]})
}

pub(crate) fn chat() -> Value {
    json!({
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1_711_000_000, "model": "gpt-4o",
        "system_fingerprint": "fp_1",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": filter_results()}],
        "prompt_annotations": [{"prompt_index": 1, "content_filter_results": filter_results()}],
        "choices": [{
            "index": 0, "finish_reason": "tool_calls", "logprobs": token_logprobs(),
            "content_filter_results": filter_results(),
            "message": {"role": "assistant", "content": "Hi", "tool_calls": [{
                "id": "call_1", "type": "function", "function": {"name": "weather", "arguments": "{}"}
            }]}
        }],
        "usage": {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12}
    })
}

pub(crate) fn chunk() -> Value {
    json!({
        "id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1_711_000_000, "model": "gpt-4o",
        "system_fingerprint": "fp_1",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": filter_results()}],
        "usage": {"prompt_tokens": 9, "completion_tokens": 3, "total_tokens": 12},
        "choices": [{
            "index": 0, "finish_reason": "stop", "logprobs": token_logprobs(),
            "delta": {"role": "assistant", "content": "Hi", "tool_calls": [{
                "index": 0, "id": "call_1", "type": "function", "function": {"name": "weather", "arguments": "{}"}
            }]},
            "content_filter_results": filter_results(),
            "content_filter_offsets": {"check_offset": 5, "start_offset": 6, "end_offset": 7}
        }]
    })
}

pub(crate) fn completion() -> Value {
    json!({
        "id": "cmpl-1", "object": "text_completion", "created": 1_711_000_000, "model": "gpt-35-turbo-instruct",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": filter_results()}],
        "prompt_annotations": [{"prompt_index": 1, "content_filter_results": filter_results()}],
        "choices": [{
            "index": 0, "text": "Hi", "finish_reason": "length", "content_filter_results": filter_results(),
            "logprobs": {
                "tokens": ["H", "i"], "token_logprobs": [null, -0.5],
                "top_logprobs": [null, {"i": -0.5}], "text_offset": [0, 1]
            }
        }],
        "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    })
}

pub(crate) fn embeddings() -> Value {
    json!({
        "object": "list", "model": "text-embedding-3-small",
        "data": [
            {"index": 0, "object": "embedding", "embedding": [0.5, -1, 0.25]},
            {"index": 1, "object": "embedding", "embedding": "AAAAPwAAgL8="}
        ],
        "usage": {"prompt_tokens": 4, "total_tokens": 4}
    })
}

pub(crate) fn images() -> Value {
    json!({"created": 1_711_000_000, "data": [
        {"url": "https://images/1", "revised_prompt": "A red fox"},
        {"b64_json": "iVBORw0KGgo="}
    ]})
}

pub(crate) fn transcription() -> Value {
    json!({
        "text": "Hello", "task": "transcribe", "language": "english", "duration": 1.5,
        "segments": [{
            "id": 0, "start": 0.25, "end": 1.5, "text": "Hello", "seek": 0, "temperature": 0.5,
            "avg_logprob": -0.25, "compression_ratio": 0.75, "no_speech_prob": 0.125, "tokens": [50364, 2425]
        }],
        "words": [{"word": "Hello", "start": 0.25, "end": 1.5}]
    })
}

pub(crate) fn models() -> Value {
    json!({"object": "list", "data": [{
        "id": "gpt-4o", "object": "model", "created": 1_711_000_000, "owned_by": "openai",
        "lifecycle_status": "generally-available",
        "capabilities": {
            "fine_tune": false, "inference": true, "completion": false, "chat_completion": true, "embeddings": false
        },
        "deprecation": {"fine_tune": 1_760_000_000, "inference": 1_770_000_000}
    }]})
}

pub(crate) fn deployments() -> Value {
    json!({"object": "list", "data": [{
        "id": "chat", "object": "deployment", "created_at": 1_711_000_000, "updated_at": 1_711_000_001,
        "model": "gpt-4o", "owner": "organization-owner", "status": "succeeded",
        "scale_settings": {"scale_type": "standard", "capacity": 10}
    }]})
}

pub(crate) fn all() -> Vec<Sample> {
    vec![
        Sample::of::<inference::CreateChatCompletionResponse>(chat()),
        Sample::of::<inference::ChatCompletionChunk>(chunk()),
        Sample::of::<inference::CreateCompletionResponse>(completion()),
        Sample::of::<inference::CreateEmbeddingResponse>(embeddings()),
        Sample::of::<inference::ImageGenerationsResponse>(images()),
        Sample::of::<inference::AudioTranscriptionResponse>(transcription()),
        Sample::of::<inference::AudioTranslationResponse>(transcription()),
        Sample::of::<inference::ModelListResponse>(models()),
        Sample::of::<inference::DeploymentListResponse>(deployments()),
    ]
}
