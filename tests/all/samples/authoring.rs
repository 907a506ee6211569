//! Responses of the authoring API with every field.

use azure_openai_authoring as authoring;
use serde_json::{Value, json};

use super::{Sample, ingestion};

pub(crate) fn batch() -> Value {
    json!({
        "id": "batch_1", "object": "batch", "endpoint": "/chat/completions", "input_file_id": "file-in",
        "completion_window": "24h", "status": "in_progress", "output_file_id": "file-out",
        "error_file_id": "file-err", "created_at": 1_711_000_000, "in_progress_at": 1_711_000_001,
        "expires_at": 4_294_967_296_i64, "finalizing_at": 1_711_000_003, "completed_at": 1_711_000_004,
        "failed_at": 1_711_000_005, "expired_at": 1_711_000_006, "cancelling_at": 1_711_000_007,
        "cancelled_at": 1_711_000_008,
        "request_counts": {"total": 3, "completed": 2, "failed": 1},
        "metadata": {"team": "search"},
        "errors": {"object": "list", "data": [
            {"code": "invalid", "message": "no model", "param": "model", "line": 4},
            {"code": "invalid", "message": "no url", "param": "url", "line": "5"}
        ]}
    })
}

pub(crate) fn batches() -> Value {
    json!({"object": "list", "data": [batch()], "first_id": "batch_1", "last_id": "batch_1", "has_more": true})
}

pub(crate) fn file() -> Value {
    json!({
        "id": "file-1", "object": "file", "created_at": 1_711_000_000, "status": "processed", "bytes": 12,
        "purpose": "fine-tune", "filename": "train.jsonl", "expires_at": 4_294_967_296_i64,
        "status_details": "fine"
    })
}

pub(crate) fn files() -> Value {
    json!({"object": "list", "data": [file()]})
}

pub(crate) fn deleted() -> Value {
    json!({"object": "file", "deleted": true, "id": "file-1"})
}

fn job(method: &Value) -> Value {
    json!({
        "id": "ftjob-1", "object": "fine_tuning.job", "created_at": 1_711_000_000, "status": "running",
        "model": "gpt-4o-mini", "fine_tuned_model": "gpt-4o-mini.ft", "training_file": "file-t",
        "validation_file": "file-v", "result_files": ["file-r"], "finished_at": 4_294_967_296_i64,
        "organisation_id": "org", "trained_tokens": 1234, "estimated_finish": 4_294_967_297_i64,
        "error": {"code": "bad", "message": "no", "param": "training_file"},
        "hyperparameters": {"n_epochs": 3, "batch_size": "auto", "learning_rate_multiplier": 0.5},
        "suffix": "mine", "seed": 7,
        "integrations": [{"type": "wandb", "wandb": {
            "project": "p", "name": "n", "entity": "e", "tags": ["a", "b"]
        }}],
        "method": method
    })
}

pub(crate) fn dpo_job() -> Value {
    job(&json!({"type": "dpo", "dpo": {"hyperparameters": {
        "n_epochs": "auto", "batch_size": -1, "learning_rate_multiplier": -1, "beta": 0.5, "l2_multiplier": 0.25
    }}}))
}

pub(crate) fn supervised_job() -> Value {
    job(&json!({"type": "supervised", "supervised": {"hyperparameters": {"n_epochs": 3}}}))
}

pub(crate) fn jobs() -> Value {
    json!({"object": "list", "data": [dpo_job(), supervised_job()], "has_more": true})
}

pub(crate) fn checkpoints() -> Value {
    json!({"object": "list", "has_more": true, "data": [{
        "object": "fine_tuning.job.checkpoint", "id": "ftchkpt-1", "created_at": 1_711_000_000,
        "fine_tuned_model_checkpoint": "m:ckpt-step-10", "step_number": 10,
        "metrics": {"step": 10, "train_loss": 0.5}, "fine_tuning_job_id": "ftjob-1"
    }]})
}

pub(crate) fn events() -> Value {
    json!({"object": "list", "has_more": true, "data": [{
        "object": "fine_tuning.job.event", "id": "ftevent-1", "created_at": 1_711_000_000, "level": "info",
        "message": "Job started", "type": "metrics", "data": {"step": 1, "loss": [0.5, null]}
    }]})
}

pub(crate) fn model() -> Value {
    json!({
        "object": "model", "created_at": 1_711_000_000, "id": "gpt-4o-mini.ft", "status": "succeeded",
        "model": "gpt-4o-mini", "fine_tune": "ftjob-1", "lifecycle_status": "deprecating",
        "capabilities": {
            "fine_tune": true, "inference": true, "completion": true, "chat_completion": true, "embeddings": true
        },
        "deprecation": {"fine_tune": 1_760_000_000, "inference": 1_770_000_000}
    })
}

pub(crate) fn models() -> Value {
    json!({"object": "list", "data": [model()]})
}

pub(crate) fn upload() -> Value {
    json!({
        "object": "upload", "created_at": 1_711_000_000, "id": "upload_1", "bytes": 12, "filename": "big.jsonl",
        "purpose": "batch", "status": "pending", "expires_at": 1_711_007_200, "file": file()
    })
}

pub(crate) fn upload_part() -> Value {
    json!({
        "object": "upload.part", "created_at": 1_711_000_000, "id": "part_1", "upload_id": "upload_1",
        "azure_block_id": "YWJj"
    })
}

pub(crate) fn stored() -> Value {
    json!({
        "id": "chatcmpl-1", "model": "gpt-4o", "created": 1_711_000_000, "request_id": "req-1",
        "tool_choice": "auto", "usage": {"total_tokens": 3, "completion_tokens": 2, "prompt_tokens": 1},
        "seed": 7, "top_p": 0.5, "temperature": 0.5, "presence_penalty": 0.5, "frequency_penalty": 0.5,
        "system_fingerprint": "fp", "input_user": "u", "service_tier": "default",
        "tools": [{"type": "function", "function": {
            "name": "f", "description": "d", "parameters": {"type": "object"}
        }}],
        "metadata": {"team": "search"},
        "choices": [{
            "index": 0, "finish_reason": "stop", "logprobs": {"first": {"token": "Hi", "logprob": -0.5}},
            "message": {"content": "Hi", "role": "assistant", "tool_calls": [{
                "type": "function", "id": "call_1", "function": {"name": "f", "arguments": "{}"}
            }]}
        }]
    })
}

pub(crate) fn stored_response() -> Value {
    let mut stored = stored();
    stored["object"] = "chat.completion".into();
    stored["tool_choice"] = json!({"type": "function", "function": {"name": "f"}});
    stored
}

pub(crate) fn stored_list() -> Value {
    json!({
        "object": "list", "data": [stored()], "total": 1, "first_id": "chatcmpl-1", "last_id": "chatcmpl-1",
        "has_more": true
    })
}

pub(crate) fn stored_deleted() -> Value {
    json!({"object": "chat.completion.deleted", "id": "chatcmpl-1", "deleted": true})
}

pub(crate) fn stored_messages() -> Value {
    json!({
        "object": "list", "total": 1, "first_id": "m-1", "last_id": "m-1", "has_more": true,
        "data": [{"id": "m-1", "role": "user", "content": "Hi", "name": "Ann"}]
    })
}

pub(crate) fn all() -> Vec<Sample> {
    let mut all = vec![
        Sample::of::<authoring::Batch>(batch()),
        Sample::of::<authoring::BatchesList>(batches()),
        Sample::of::<authoring::File>(file()),
        Sample::of::<authoring::FileList>(files()),
        Sample::of::<authoring::FileDelete>(deleted()),
        Sample::of::<authoring::FineTuningJob>(dpo_job()),
        Sample::of::<authoring::FineTuningJob>(supervised_job()),
        Sample::of::<authoring::FineTuningJobList>(jobs()),
        Sample::of::<authoring::FineTuningJobCheckpointList>(checkpoints()),
        Sample::of::<authoring::FineTuningJobEventList>(events()),
        Sample::of::<authoring::Model>(model()),
        Sample::of::<authoring::ModelList>(models()),
        Sample::of::<authoring::UploadResource>(upload()),
        Sample::of::<authoring::UploadPartResource>(upload_part()),
        Sample::of::<authoring::StoredCompletion>(stored()),
        Sample::of::<authoring::StoredCompletionResponse>(stored_response()),
        Sample::of::<authoring::StoredCompletionList>(stored_list()),
        Sample::of::<authoring::StoredCompletionDelete>(stored_deleted()),
        Sample::of::<authoring::StoredCompletionMessages>(stored_messages()),
        Sample::of::<authoring::IngestionJobList>(ingestion::jobs()),
        Sample::of::<authoring::IngestionJobRun>(ingestion::run()),
        Sample::of::<authoring::IngestionJobRunList>(ingestion::runs()),
    ];
    all.extend(
        ingestion::each_job()
            .into_iter()
            .map(Sample::of::<authoring::IngestionJob>),
    );
    all
}
