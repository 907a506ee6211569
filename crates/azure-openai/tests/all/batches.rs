//! Batches from typed requests to typed results.

use std::collections::BTreeMap;

use azure_openai::authoring::Batch;
use azure_openai::inference::{ChatCompletionMessage, CreateChatCompletionRequest, CreateChatCompletionResponse};
use azure_openai::{
    Bytes, Error, ErrorKind, Value,
    batches::{BatchFailure, BatchLines, BatchResult, BatchResults},
};
use proptest::prelude::*;
use serde_json::json;

use crate::support::scripted::{Asked, Reply, Service};

fn request(text: &str) -> CreateChatCompletionRequest {
    CreateChatCompletionRequest::new([ChatCompletionMessage::user(text)])
}

fn replied(id: &str, text: &str) -> Value {
    json!({"id": "batch_req_1", "custom_id": id, "error": null, "response": {
        "request_id": format!("r-{id}"), "status_code": 200, "body": {
            "id": "c", "object": "chat.completion", "created": 1, "model": "gpt-4o",
            "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
        },
    }})
}

fn blocked(id: &str) -> Value {
    json!({"custom_id": id, "error": null, "response": {"request_id": "r-9", "status_code": 400, "body": {"error": {
        "code": "content_filter", "message": "blocked", "param": "prompt", "type": null,
        "innererror": {"code": "ResponsibleAIPolicyViolation", "content_filter_result": {"hate": {"filtered": true, "severity": "high"}}},
    }}}})
}

fn not_run(id: &str) -> Value {
    json!({"custom_id": id, "response": null, "error": {"code": "batch_expired", "message": "too late"}})
}

/// A service whose batch has these output and error files.
async fn with_files(output: Vec<Bytes>, errors: Vec<Bytes>) -> Service {
    Service::start(move |asked: &Asked| match asked.path.as_str() {
        "/files/out/content" => Reply::pieces(output.clone()),
        "/files/err/content" => Reply::pieces(errors.clone()),
        path => panic!("{path}"),
    })
    .await
}

fn batch() -> Batch {
    serde_json::from_value(json!({
        "id": "b", "status": "completed", "input_file_id": "in", "output_file_id": "out", "error_file_id": "err",
    }))
    .unwrap()
}

fn results(service: &Service) -> BatchResults<CreateChatCompletionResponse> {
    service.client().batches().results(&batch())
}

async fn all<T: serde::de::DeserializeOwned + Send + 'static>(
    mut results: BatchResults<T>,
) -> (Vec<BatchResult<T>>, Vec<Error>) {
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    while let Some(result) = results.next().await {
        match result {
            Ok(result) => found.push(result),
            Err(error) => errors.push(error),
        }
    }
    assert!(results.next().await.is_none());
    (found, errors)
}

#[test]
fn lines_have_the_format_of_the_service() {
    let mut lines = BatchLines::chat("gpt-4o-batch").unwrap();
    lines.push("one", &request("Hi\nthere")).unwrap();
    let other = serde_json::from_value(json!({"model": "other", "messages": []})).unwrap();
    lines.push("two", &other).unwrap();
    let path = lines.finish().unwrap().to_owned();
    let text = std::fs::read_to_string(&path).unwrap();
    let read: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(text.ends_with('\n') && read.len() == 2);
    assert_eq!(text.len() as u64, lines.bytes());
    assert_eq!(
        read[0],
        json!({"custom_id": "one", "method": "POST", "url": "/chat/completions",
            "body": {"messages": [{"role": "user", "content": "Hi\nthere"}], "model": "gpt-4o-batch"}})
    );
    assert_eq!(read[1]["body"]["model"], "other");
    assert_eq!(lines.ids(), ["one", "two"]);
    drop(lines);
    assert!(!path.exists());
}

#[test]
fn invalid_line_is_refused_and_not_added() {
    let mut lines = BatchLines::<Value>::new("/chat/completions", "d").unwrap();
    assert!(lines.finish().unwrap_err().to_string().contains("no requests"));
    lines.push("one", &json!({})).unwrap();
    let bytes = lines.bytes();
    let streamed = json!({"stream": true});
    for (id, body, phrase) in [
        ("one", &json!({}), "custom id `one`"),
        ("", &json!({}), "custom id is empty"),
        ("two", &json!([]), "JSON object"),
        ("two", &streamed, "cannot be streamed"),
    ] {
        let error = lines.push(id, body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(phrase), "{error}");
    }
    assert_eq!((lines.len(), lines.bytes()), (1, bytes));
    for number in 1..BatchLines::MAX_REQUESTS {
        lines.push(number.to_string(), &json!({})).unwrap();
    }
    let error = lines.push("one too many", &json!({})).unwrap_err();
    assert!(
        error.to_string().contains("batch is full, with 100000 requests"),
        "{error}"
    );
    assert_eq!(lines.len(), BatchLines::MAX_REQUESTS);
}

#[tokio::test]
async fn run_returns_the_results_of_typed_requests() {
    let output = format!("{}\n{}\n", replied("b", "second"), replied("a", "first"));
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" => {
            assert_eq!(asked.file().iter().filter(|byte| **byte == b'\n').count(), 4);
            Reply::json(json!({"id": "in", "status": "processed"}))
        }
        "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => {
            let body = asked.json();
            assert_eq!(
                body,
                json!({"input_file_id": "in", "endpoint": "/chat/completions", "completion_window": "24h"})
            );
            Reply::json(json!({"id": "b", "status": "validating", "input_file_id": "in"}))
        }
        "GET /batches/b" => Reply::json(serde_json::to_value(batch()).unwrap()),
        "GET /files/out/content" => Reply::bytes(output.clone()),
        "GET /files/err/content" => Reply::bytes(format!("{}\n{}", blocked("c"), "")),
        line => panic!("{line}"),
    })
    .await;
    let mut lines = BatchLines::chat("gpt-4o-batch").unwrap();
    for id in ["a", "b", "c", "d"] {
        lines.push(id, &request(id)).unwrap();
    }
    let results = service.client().batches().run(&mut lines).await.unwrap();
    let (found, errors) = all(results).await;
    assert!(errors.is_empty());
    let ids: Vec<_> = found.iter().map(|result| result.custom_id.as_str()).collect();
    assert_eq!(ids, ["b", "a", "c", "d"]);
    assert_eq!(found[1].outcome.as_ref().unwrap().text(), "first");
    assert_eq!(found[1].request_id.as_deref(), Some("r-a"));
    let error = found[2].outcome.as_ref().unwrap_err().error().unwrap();
    assert!(error.is_content_filtered());
    assert_eq!(
        error.content_filter_results().unwrap().blocked().collect::<Vec<_>>(),
        ["hate"]
    );
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (400, Some("r-9"))
    );
    assert!(matches!(found[3].outcome, Err(BatchFailure::Missing)));
}

#[tokio::test]
async fn input_file_of_a_refused_batch_is_deleted() {
    for refused in ["file", "batch"] {
        let service = Service::start(move |asked| match asked.line().as_str() {
            "POST /files" => Reply::json(json!({"id": "in", "status": "pending"})),
            "GET /files/in" if refused == "file" => {
                Reply::json(json!({"id": "in", "status": "error", "status_details": "line 1 is not JSON"}))
            }
            "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
            "POST /batches" => Reply::error(400, "tokenLimitExceeded"),
            "DELETE /files/in" => Reply::json(json!({"id": "in", "deleted": true})),
            line => panic!("{line}"),
        })
        .await;
        let mut lines = BatchLines::chat("d").unwrap();
        lines.push("a", &request("a")).unwrap();
        let error = service.client().batches().submit(&mut lines).await.unwrap_err();
        match refused {
            "file" => assert!(error.to_string().contains("line 1 is not JSON"), "{error}"),
            _ => assert_eq!(error.code(), Some("tokenLimitExceeded")),
        }
        assert_eq!(service.lines().last().unwrap(), "DELETE /files/in");
        assert_eq!(error.left_behind(), None);
    }
}

/// The outcomes by custom id, as text.
fn outcomes(found: &[BatchResult<CreateChatCompletionResponse>]) -> BTreeMap<&str, Result<String, String>> {
    let text = |result: &BatchResult<CreateChatCompletionResponse>| match &result.outcome {
        Ok(response) => Ok(response.text().to_owned()),
        Err(failure) => Err(failure.to_string()),
    };
    found
        .iter()
        .map(|result| (result.custom_id.as_str(), text(result)))
        .collect()
}

#[tokio::test]
async fn bad_line_fails_alone_and_under_its_custom_id() {
    let mut bad_text = replied("text", "tw?").to_string().into_bytes();
    let place = bad_text.iter().position(|byte| *byte == b'?').unwrap();
    bad_text[place] = 0xff;
    let lines = [
        b"\xef\xbb\xbf{\"custom_id\"".to_vec(),
        replied("a", "x").to_string().into_bytes(),
        replied("a", "again").to_string().into_bytes(),
        json!({"custom_id": null, "error": null}).to_string().into_bytes(),
        json!({"custom_id": "e"}).to_string().into_bytes(),
        Vec::new(),
        json!({"custom_id": "f", "response": {"status_code": "200", "body": ["no response"]}})
            .to_string()
            .into_bytes(),
        bad_text,
        b"{\"custom_id\": \"cut\", \"response\": {".to_vec(),
        not_run("g").to_string().into_bytes(),
        replied("z", "last").to_string().into_bytes(),
    ];
    let service = with_files(vec![lines.join(&b"\r\n"[..]).into()], vec![Bytes::new()]).await;
    let (found, errors) = all(results(&service).with_expected_ids(["a", "e", "g", "missing"])).await;
    let phrases = [
        "line 1 of file out is not a result",
        "custom id `a`, on line 3",
        "line 4 of file out has no custom id",
    ];
    assert_eq!(errors.len(), phrases.len(), "{errors:?}");
    for (error, phrase) in errors.iter().zip(phrases) {
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains(phrase), "{error}");
    }
    let outcomes = outcomes(&found);
    assert_eq!(found.len(), 8);
    assert_eq!(outcomes["a"].as_deref(), Ok("x"));
    assert_eq!(outcomes["z"].as_deref(), Ok("last"));
    for (id, phrase) in [
        ("e", "line 5 of file out has neither a response nor an error"),
        ("f", "line 7 of file out"),
        ("text", "line 8 of file out is not UTF-8"),
        ("cut", "line 9 of file out is not a result of a batch"),
        ("g", "request not run: too late: batch_expired"),
        ("missing", "no result with this custom id"),
    ] {
        let error = outcomes[id].as_ref().unwrap_err();
        assert!(error.contains(phrase), "{error}");
    }
}

#[tokio::test]
async fn line_over_the_limit_is_an_error_and_the_others_follow() {
    let long = replied("a", &"x".repeat(5000)).to_string();
    let lines = [long, replied("b", "short").to_string()].join("\n");
    let service = with_files(vec![lines.into()], vec![]).await;
    let (found, errors) = all(results(&service).with_line_limit(4096)).await;
    assert_eq!(outcomes(&found), BTreeMap::from([("b", Ok("short".to_owned()))]));
    assert_eq!(
        errors.iter().map(Error::kind).collect::<Vec<_>>(),
        [ErrorKind::TooLarge]
    );
}

#[tokio::test]
async fn nothing_is_missing_where_a_file_cannot_be_read() {
    let gone = Service::start(|_| Reply::error(404, "notFound")).await;
    let (found, errors) = all(results(&gone).with_expected_ids(["a"])).await;
    assert!(found.is_empty() && errors.len() == 1 && errors[0].is_not_found());
}

#[tokio::test]
async fn input_file_of_a_batch_that_may_exist_is_kept_and_named() {
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" => Reply::json(json!({"id": "in", "status": "processed"})),
        "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        // The batch was created, and a gateway lost the response; the list is behind.
        "POST /batches" => Reply::error(504, "gatewayTimeout"),
        "GET /batches" => {
            Reply::json(json!({"data": [{"id": "other", "input_file_id": "another"}], "has_more": false}))
        }
        line => panic!("{line}"),
    })
    .await;
    let mut lines = BatchLines::chat("d").unwrap();
    lines.push("a", &request("a")).unwrap();
    let error = service.client().batches().submit(&mut lines).await.unwrap_err();
    assert!(error.may_have_been_processed());
    assert!(error.left_behind().unwrap().contains("`in`"), "{error}");
    assert!(error.to_string().contains("input file `in`"), "{error}");
    let lines = ["POST /files", "GET /files/in", "POST /batches", "GET /batches"];
    assert_eq!(service.lines(), lines);
}

#[tokio::test]
async fn input_file_that_cannot_be_deleted_is_named() {
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => Reply::error(400, "tokenLimitExceeded"),
        "DELETE /files/in" => Reply::error(403, "forbidden"),
        line => panic!("{line}"),
    })
    .await;
    let mut lines = BatchLines::chat("d").unwrap();
    lines.push("a", &request("a")).unwrap();
    let error = service.client().batches().submit(&mut lines).await.unwrap_err();
    assert_eq!(error.code(), Some("tokenLimitExceeded"));
    assert!(error.left_behind().unwrap().contains("`in`"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any outcome of any line, in any order, cut anywhere: each id once, with its own outcome.
    #[test]
    fn each_request_has_its_own_result(
        kinds in prop::collection::vec(0_u8..4, 1..20),
        order in any::<prop::sample::Index>(),
        cut in 1_usize..200,
        crlf: bool,
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        for (number, kind) in kinds.iter().enumerate() {
            let id = format!("id-{number}-ü");
            match kind {
                0 => output.push(replied(&id, &id).to_string()),
                1 => errors.push(blocked(&id).to_string()),
                2 => errors.push(not_run(&id).to_string()),
                _ => {}
            }
        }
        if !output.is_empty() {
            let at = order.index(output.len());
            output.rotate_left(at);
        }
        let pieces = |lines: Vec<String>| -> Vec<Bytes> {
            let text = lines.join(end).into_bytes();
            text.chunks(cut).map(Bytes::copy_from_slice).collect()
        };
        let (output, errors) = (pieces(output), pieces(errors));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let service = with_files(output, errors).await;
            let ids = (0..kinds.len()).map(|number| format!("id-{number}-ü"));
            let (found, failed) = all(results(&service).with_expected_ids(ids)).await;
            prop_assert!(failed.is_empty());
            prop_assert_eq!(found.len(), kinds.len());
            let by_id: BTreeMap<_, _> = found.iter().map(|result| (result.custom_id.clone(), &result.outcome)).collect();
            for (number, kind) in kinds.iter().enumerate() {
                let id = format!("id-{number}-ü");
                let is = match (kind, by_id[&id]) {
                    (0, Ok(reply)) => reply.text() == id.as_str(),
                    (1, Err(BatchFailure::Response(error))) => error.is_content_filtered(),
                    (2, Err(BatchFailure::NotRun(error))) => error.code.as_deref() == Some("batch_expired"),
                    (3, Err(BatchFailure::Missing)) => true,
                    _ => false,
                };
                prop_assert!(is, "{}: {:?}", id, by_id[&id]);
            }
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn output_of_any_habit_has_every_result_or_its_error() {
    let mut quoted = replied("b", "second");
    quoted["response"]["status_code"] = json!("200");
    let mut as_text = replied("d", "fourth");
    as_text["response"]["body"] = json!(as_text["response"]["body"].to_string());
    let lines = [
        format!("\u{feff}{}", replied("a", "first")),
        String::new(),
        quoted.to_string(),
        json!({"custom_id": "c", "response": null, "error": null}).to_string(),
        as_text.to_string(),
        r#"{"custom_id":"e","response":{"status_c"#.to_owned(),
    ];
    let service = with_files(vec![lines.join("\r\n").into()], vec![]).await;
    let (found, errors) = all(results(&service)).await;
    assert!(errors.is_empty(), "{errors:?}");
    let seen: Vec<_> = found
        .iter()
        .map(|result| {
            let text = result.outcome.as_ref().ok().map(|response| response.text());
            (result.custom_id.as_str(), text)
        })
        .collect();
    let expected = [
        ("a", Some("first")),
        ("b", Some("second")),
        ("c", None),
        ("d", Some("fourth")),
        ("e", None),
    ];
    assert_eq!(seen, expected, "{found:?}");
}
