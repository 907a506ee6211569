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
    let token = json!({
        "token": "Hi", "logprob": -0.25, "bytes": [72, 105],
        "top_logprobs": [{"token": "Hi", "logprob": -0.25, "bytes": [72, 105]}]
    });
    json!({"content": [token], "refusal": [token]})
}

/// Tokens by kind, as reasoning models, prompt caching, audio and predictions have them.
fn usage() -> Value {
    json!({
        "prompt_tokens": 1117, "completion_tokens": 46, "total_tokens": 1163,
        "prompt_tokens_details": {"audio_tokens": 3, "cached_tokens": 1024},
        "completion_tokens_details": {
            "reasoning_tokens": 21, "audio_tokens": 5, "accepted_prediction_tokens": 7, "rejected_prediction_tokens": 2
        }
    })
}

/// What the data sources contributed to a message.
fn context() -> Value {
    json!({
        "intent": "[\"opening hours\"]",
        "citations": [{
            "content": "Open from nine to five.", "title": "Hours", "url": "https://example.org/hours",
            "filepath": "hours.md", "chunk_id": "0", "rerank_score": 3.25
        }],
        "all_retrieved_documents": [{
            "content": "Closed on Sundays.", "title": "Sundays", "url": "https://example.org/sundays",
            "filepath": "sundays.md", "chunk_id": "4", "rerank_score": 0.5, "search_queries": ["opening hours"],
            "data_source_index": 1, "original_search_score": 2.75, "filter_reason": "rerank"
        }]
    })
}

fn audio() -> Value {
    json!({"id": "audio_1", "expires_at": 1_741_000_000, "data": "UklGRg==", "transcript": "Hi"})
}

pub(crate) fn chat() -> Value {
    json!({
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1_711_000_000, "model": "gpt-4o",
        "system_fingerprint": "fp_1", "service_tier": "default",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": filter_results()}],
        "prompt_annotations": [{"prompt_index": 1, "content_filter_results": filter_results()}],
        "choices": [{
            "index": 0, "finish_reason": "tool_calls", "logprobs": token_logprobs(),
            "content_filter_results": filter_results(),
            "message": {
                "role": "assistant", "content": "Hi", "refusal": "No", "reasoning_content": "Greet them.",
                "tool_calls": [{
                    "id": "call_1", "type": "function", "function": {"name": "weather", "arguments": "{}"}
                }],
                "function_call": {"name": "weather", "arguments": "{}"},
                "annotations": [{"type": "url_citation", "url_citation": {
                    "start_index": 0, "end_index": 2, "title": "Greetings", "url": "https://example.org/hi"
                }}],
                "audio": audio(), "context": context()
            }
        }],
        "usage": usage()
    })
}

pub(crate) fn chunk() -> Value {
    json!({
        "id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1_711_000_000, "model": "gpt-4o",
        "system_fingerprint": "fp_1", "service_tier": "default",
        "prompt_filter_results": [{"prompt_index": 0, "content_filter_results": filter_results()}],
        "usage": usage(),
        "choices": [{
            "index": 0, "finish_reason": "stop", "logprobs": token_logprobs(),
            "delta": {
                "role": "assistant", "content": "Hi", "refusal": "No", "reasoning_content": "Greet",
                "tool_calls": [{
                    "index": 0, "id": "call_1", "type": "function", "function": {"name": "weather", "arguments": "{}"}
                }],
                "function_call": {"name": "weather", "arguments": "{"}, "audio": audio(), "context": context()
            },
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
    let severity = json!({"filtered": false, "severity": "safe"});
    json!({
        "created": 1_711_000_000, "background": "transparent", "output_format": "webp", "quality": "high",
        "size": "1536x1024",
        "data": [
            {
                "url": "https://images/1", "revised_prompt": "A red fox",
                "content_filter_results": {"hate": severity, "violence": severity},
                "prompt_filter_results": {"sexual": severity, "profanity": {"filtered": false, "detected": false}}
            },
            {"b64_json": "iVBORw0KGgo="}
        ],
        "usage": {
            "total_tokens": 1600, "input_tokens": 32, "output_tokens": 1568,
            "input_tokens_details": {"text_tokens": 12, "image_tokens": 20},
            "output_tokens_details": {"text_tokens": 0, "image_tokens": 1568}
        }
    })
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

/// What the GPT-4o transcription models return, segments by speaker.
pub(crate) fn diarized() -> Value {
    json!({
        "task": "transcribe", "duration": 27.5, "text": "Agent: Hello",
        "segments": [{
            "type": "transcript.text.segment", "id": "seg_001", "start": 0.25, "end": 1.5, "text": "Hello",
            "speaker": "agent"
        }],
        "logprobs": [{"token": "Hello", "logprob": -0.125, "bytes": [72, 101, 108, 108, 111]}],
        "usage": {
            "type": "tokens", "seconds": 27.5, "total_tokens": 101, "input_tokens": 90, "output_tokens": 11,
            "input_token_details": {"text_tokens": 4, "audio_tokens": 86}
        }
    })
}

pub(crate) fn image_events() -> Value {
    json!([
        {"type": "image_generation.partial_image", "b64_json": "aW1hZ2U=", "partial_image_index": 0,
            "created_at": 1_749_000_000, "size": "1024x1024", "quality": "high", "background": "opaque",
            "output_format": "png"},
        {"type": "image_generation.completed", "b64_json": "aW1hZ2U=", "created_at": 1_749_000_003,
            "size": "1024x1024", "quality": "high", "background": "opaque", "output_format": "png",
            "usage": {"total_tokens": 100, "input_tokens": 50, "output_tokens": 50,
                "input_tokens_details": {"text_tokens": 10, "image_tokens": 40}}}
    ])
}

pub(crate) fn transcription_events() -> Value {
    json!([
        {"type": "transcript.text.delta", "delta": "Hello", "segment_id": "seg_000",
            "logprobs": [{"token": "Hello", "logprob": -0.25, "bytes": [72, 101, 108, 108, 111]}]},
        {"type": "transcript.text.segment", "id": "seg_000", "start": 0.0, "end": 0.5, "text": "Hello", "speaker": "A"},
        {"type": "transcript.text.new", "more": 1},
        {"type": "transcript.text.done", "text": "Hello",
            "logprobs": [{"token": "Hello", "logprob": -0.25, "bytes": [72, 101, 108, 108, 111]}], "usage": {"type": "tokens", "total_tokens": 6,
            "input_tokens": 5, "output_tokens": 1, "input_token_details": {"text_tokens": 0, "audio_tokens": 5}}}
    ])
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
    let mut all = vec![
        Sample::of::<inference::CreateChatCompletionResponse>(chat()),
        Sample::of::<inference::ChatCompletionChunk>(chunk()),
        Sample::of::<inference::CreateCompletionResponse>(completion()),
        Sample::of::<inference::CreateEmbeddingResponse>(embeddings()),
        Sample::of::<inference::ImageGenerationsResponse>(images()),
        Sample::of::<inference::AudioTranscriptionResponse>(transcription()),
        Sample::of::<inference::AudioTranscriptionResponse>(diarized()),
        Sample::of::<inference::AudioTranslationResponse>(transcription()),
        Sample::of::<inference::ModelListResponse>(models()),
        Sample::of::<inference::DeploymentListResponse>(deployments()),
    ];
    let events = |list: Value| list.as_array().cloned().unwrap_or_default().into_iter();
    all.extend(events(image_events()).map(Sample::of::<inference::ImageStreamEvent>));
    all.extend(events(transcription_events()).map(Sample::of::<inference::TranscriptionEvent>));
    all
}
