//! File and upload operations.

use azure_openai::Client;
use azure_openai_authoring::{
    FileExpiresAfter, FileExpiryAnchor, FileImport, FilesListOptions, FilesUploadForm, Order, Purpose,
    UploadFileCompleteBody, UploadFilePartForm, UploadFileStartBody,
};
use azure_openai_core::FilePart;
use serde_json::{Value, json};
use tests::multipart::Part;
use tests::server::Reply;

use super::exchange::{Api, Exchange, Outcome, Pass, Sent, binary, json};
use crate::samples::authoring as samples;

const LINES: &[u8] = b"{\"prompt\":\"\xc3\xbc\"}\r\n\r\n--x";

pub(crate) fn exchange(
    operation: &'static str,
    pass: Pass,
    send: fn(&Client) -> Outcome,
    sent: Sent,
    value: Value,
) -> Exchange {
    let response = Reply::json(&value);
    Exchange {
        api: Api::Authoring,
        operation,
        pass,
        send,
        sent,
        response,
        value,
    }
}

fn files() -> Vec<Exchange> {
    vec![
        exchange(
            "Files_List",
            Pass::Required,
            |c| json(c.authoring().files().list(None)),
            Sent::get("/openai/files"),
            samples::files(),
        ),
        exchange(
            "Files_List",
            Pass::Everything,
            |c| {
                let options = FilesListOptions::new()
                    .with_purpose(Purpose::FineTune)
                    .with_limit(5)
                    .with_after("file 1&x=ü")
                    .with_order(Order::Asc);
                json(c.authoring().files().list(options))
            },
            Sent::get("/openai/files").query(&[
                ("purpose", "fine-tune"),
                ("limit", "5"),
                ("after", "file 1&x=ü"),
                ("order", "asc"),
            ]),
            samples::files(),
        ),
        exchange(
            "Files_Upload",
            Pass::Required,
            |c| {
                let file = FilePart::from_bytes("train.jsonl", LINES);
                json(
                    c.authoring()
                        .files()
                        .upload(FilesUploadForm::new(Purpose::FineTune, file)),
                )
            },
            Sent::post("/openai/files").form([
                Part::text("purpose", "fine-tune"),
                Part::file("file", "train.jsonl", "application/jsonl", LINES),
            ]),
            samples::file(),
        ),
        exchange(
            "Files_Upload",
            Pass::Everything,
            |c| {
                let file = FilePart::from_bytes("../größe", LINES);
                let form = FilesUploadForm::new("a-new-purpose", file)
                    .with_expires_after_anchor("created_at")
                    .with_expires_after_seconds(1_209_600);
                json(c.authoring().files().upload(form))
            },
            Sent::post("/openai/files").form([
                Part::text("purpose", "a-new-purpose"),
                Part::text("expires_after.anchor", "created_at"),
                Part::text("expires_after.seconds", "1209600"),
                Part::file("file", "../größe", "application/octet-stream", LINES),
            ]),
            samples::file(),
        ),
        exchange(
            "Files_Import",
            Pass::Required,
            |c| {
                json(
                    c.authoring()
                        .files()
                        .import(&FileImport::new(Purpose::Batch, "a.jsonl", "https://blob/a?sig=1")),
                )
            },
            Sent::post("/openai/files/import").json(json!({
                "purpose": "batch", "filename": "a.jsonl", "content_url": "https://blob/a?sig=1"
            })),
            samples::file(),
        ),
        exchange(
            "Files_Import",
            Pass::Everything,
            |c| {
                let expiry = FileExpiresAfter::new()
                    .with_anchor(FileExpiryAnchor::CreatedAt)
                    .with_seconds(2_592_000);
                let request = FileImport::new("batch", "a.jsonl", "https://blob/a").with_expires_after(expiry);
                json(c.authoring().files().import(&request))
            },
            Sent::post("/openai/files/import").json(json!({
                "purpose": "batch", "filename": "a.jsonl", "content_url": "https://blob/a",
                "expires_after": {"anchor": "created_at", "seconds": 2_592_000}
            })),
            samples::file(),
        ),
        exchange(
            "Files_Get",
            Pass::Required,
            |c| json(c.authoring().files().get("file/1 ü")),
            Sent::get("/openai/files/file%2F1%20%C3%BC"),
            samples::file(),
        ),
        exchange(
            "Files_Delete",
            Pass::Required,
            |c| json(c.authoring().files().delete("file:1")),
            Sent::new("DELETE", "/openai/files/file%3A1"),
            samples::deleted(),
        ),
        Exchange {
            response: Reply::new("application/octet-stream", LINES),
            ..exchange(
                "Files_GetContent",
                Pass::Required,
                |c| binary(c.authoring().files().get_content("file?1")),
                Sent::get("/openai/files/file%3F1/content").accept("*/*"),
                LINES.into(),
            )
        },
    ]
}

fn uploads() -> Vec<Exchange> {
    vec![
        exchange(
            "UploadFile_Start",
            Pass::Required,
            |c| {
                let request = UploadFileStartBody::new(Purpose::Batch, "big.jsonl", 9_000_000_000, "application/jsonl");
                json(c.authoring().upload_file().start(&request))
            },
            Sent::post("/openai/uploads").json(json!({
                "purpose": "batch", "filename": "big.jsonl", "bytes": 9_000_000_000_i64,
                "mime_type": "application/jsonl"
            })),
            samples::upload(),
        ),
        exchange(
            "UploadFile_Cancel",
            Pass::Required,
            |c| json(c.authoring().upload_file().cancel("up/1")),
            Sent::post("/openai/uploads/up%2F1/cancel"),
            samples::upload(),
        ),
        exchange(
            "UploadFile_Complete",
            Pass::Required,
            |c| {
                json(
                    c.authoring()
                        .upload_file()
                        .complete("up_1", &UploadFileCompleteBody::new(["b", "a"])),
                )
            },
            Sent::post("/openai/uploads/up_1/complete").json(json!({"part_ids": ["b", "a"]})),
            samples::upload(),
        ),
        exchange(
            "UploadFile_Complete",
            Pass::Everything,
            |c| {
                let request = UploadFileCompleteBody::new(["a"]).with_md5("d41d8cd98f00b204e9800998ecf8427e");
                json(c.authoring().upload_file().complete("up 1", &request))
            },
            Sent::post("/openai/uploads/up%201/complete").json(json!({
                "part_ids": ["a"], "md5": "d41d8cd98f00b204e9800998ecf8427e"
            })),
            samples::upload(),
        ),
        exchange(
            "UploadFile_Part",
            Pass::Required,
            |c| {
                let part = FilePart::from_bytes("part-1", LINES);
                json(c.authoring().upload_file().part("up_1", UploadFilePartForm::new(part)))
            },
            Sent::post("/openai/uploads/up_1/parts").form([Part::file(
                "data",
                "part-1",
                "application/octet-stream",
                LINES,
            )]),
            samples::upload_part(),
        ),
    ]
}

pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = files();
    all.extend(uploads());

    all
}
