//! Batch operations.

use azure_openai_authoring::{BatchCreateRequest, BatchListOptions, FileExpiresAfter};
use serde_json::json;

use super::exchange::{Exchange, Pass, Sent, json};
use super::files::exchange;
use crate::samples::authoring as samples;

pub(crate) fn exchanges() -> Vec<Exchange> {
    vec![
        exchange(
            "Batch_List",
            Pass::Required,
            |c| json(c.authoring().batch().list(None)),
            Sent::get("/openai/batches"),
            samples::batches(),
        ),
        exchange(
            "Batch_List",
            Pass::Everything,
            |c| {
                let options = BatchListOptions::new()
                    .with_after("batch_1")
                    .with_limit(100)
                    .with_filter("status eq 'completed' and created_at gt 1")
                    .with_orderby("created_at asc");
                json(c.authoring().batch().list(options))
            },
            Sent::get("/openai/batches").query(&[
                ("after", "batch_1"),
                ("limit", "100"),
                ("$filter", "status eq 'completed' and created_at gt 1"),
                ("$orderby", "created_at asc"),
            ]),
            samples::batches(),
        ),
        exchange(
            "Batch_Create",
            Pass::Required,
            |c| {
                json(
                    c.authoring()
                        .batch()
                        .create(&BatchCreateRequest::new("file-1", "/chat/completions", "24h")),
                )
            },
            Sent::post("/openai/batches").json(json!({
                "input_file_id": "file-1", "endpoint": "/chat/completions", "completion_window": "24h"
            })),
            samples::batch(),
        ),
        exchange(
            "Batch_Create",
            Pass::Everything,
            |c| {
                let expiry = FileExpiresAfter::new()
                    .with_anchor("created_at")
                    .with_seconds(1_209_600);
                let request = BatchCreateRequest::new("file-1", "/chat/completions", "24h")
                    .with_metadata([("team", "search")])
                    .with_output_expires_after(expiry);
                json(c.authoring().batch().create(&request))
            },
            Sent::post("/openai/batches").json(json!({
                "input_file_id": "file-1", "endpoint": "/chat/completions", "completion_window": "24h",
                "metadata": {"team": "search"},
                "output_expires_after": {"anchor": "created_at", "seconds": 1_209_600}
            })),
            samples::batch(),
        ),
        exchange(
            "Batch_Get",
            Pass::Required,
            |c| json(c.authoring().batch().get("batch/1")),
            Sent::get("/openai/batches/batch%2F1"),
            samples::batch(),
        ),
        exchange(
            "Batch_Cancel",
            Pass::Required,
            |c| json(c.authoring().batch().cancel("batch\\1")),
            Sent::post("/openai/batches/batch%5C1/cancel"),
            samples::batch(),
        ),
    ]
}
