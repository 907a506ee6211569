//! Sets of batches on the disk: what they refuse, and what they submit.

use std::path::Path;
use std::time::Duration;

use azure_openai::batches::{BatchFailure, BatchSet, BatchSetBuilder, Batches};
use azure_openai::inference::{CreateChatCompletionRequest, CreateEmbeddingRequest};
use azure_openai::{Client, Error, ErrorKind, Value, user};
use serde_json::json;

use crate::support::scripted::{Reply, Service};

fn request(text: &str) -> CreateChatCompletionRequest {
    CreateChatCompletionRequest::new([user(text)])
}

fn builder(directory: &Path) -> BatchSetBuilder<CreateChatCompletionRequest> {
    batches().set(directory, "gpt-4o")
}

/// Batches of a client that sends nothing.
fn batches() -> Batches {
    let client = Client::builder().with_endpoint("https://r.openai.azure.com");
    client.with_api_key("key").build().unwrap().batches()
}

fn numbered(count: usize) -> impl Iterator<Item = (String, CreateChatCompletionRequest)> {
    (0..count).map(|number| (format!("r{number}"), request(&format!("question {number}"))))
}

fn files(directory: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The messages of an error and its causes.
fn seen(error: &Error) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

#[test]
fn requests_are_split_at_the_limits_and_kept_on_the_disk() {
    let directory = tempfile::tempdir().unwrap();
    let set = builder(directory.path())
        .with_limits(4, u64::MAX)
        .create(numbered(10))
        .unwrap();
    assert_eq!(
        set.parts().iter().map(|part| part.requests).collect::<Vec<_>>(),
        [4, 4, 2]
    );
    let inputs = [
        "input-0001.jsonl",
        "input-0002.jsonl",
        "input-0003.jsonl",
        "manifest.json",
    ];
    assert_eq!(files(directory.path()), inputs);
    let second = std::fs::read_to_string(directory.path().join("input-0002.jsonl")).unwrap();
    assert_eq!(second.len() as u64, set.parts()[1].bytes);
    let line: Value = serde_json::from_str(second.lines().next().unwrap()).unwrap();
    assert_eq!(
        line,
        json!({"custom_id": "r4", "method": "POST", "url": "/chat/completions",
            "body": {"messages": [{"role": "user", "content": "question 4"}], "model": "gpt-4o"}})
    );
    let opened = BatchSet::<CreateChatCompletionRequest>::open(directory.path()).unwrap();
    assert_eq!((opened.id(), opened.parts(), opened.len()), (set.id(), set.parts(), 10));

    let other = tempfile::tempdir().unwrap();
    let bytes = set.parts()[0].bytes;
    let by_bytes = builder(other.path())
        .with_limits(100, bytes)
        .create(numbered(10))
        .unwrap();
    assert!(by_bytes.parts().iter().all(|part| part.bytes <= bytes));
    assert_eq!(by_bytes.parts()[0].requests, 4);
}

#[test]
fn batch_has_at_most_100_000_requests() {
    let directory = tempfile::tempdir().unwrap();
    let builder = batches()
        .set::<Value>(directory.path(), "d")
        .with_endpoint("/chat/completions");
    let requests = (0..=100_000).map(|number| (number.to_string(), json!({})));
    let set = builder.with_limits(usize::MAX, u64::MAX).create(requests).unwrap();
    let requests: Vec<_> = set.parts().iter().map(|part| part.requests).collect();
    assert_eq!(requests, [100_000, 1]);
}

#[tokio::test]
async fn stream_of_requests_becomes_a_set() {
    let directory = tempfile::tempdir().unwrap();
    let requests = futures_util::stream::iter(numbered(3).map(Ok::<_, Error>));
    let set = builder(directory.path()).create_from_stream(requests).await.unwrap();
    assert_eq!(set.len(), 3);
    let other = tempfile::tempdir().unwrap();
    let broken = futures_util::stream::iter([Ok(("a", request("a"))), Err(Error::invalid_request("no more"))]);
    let error = builder(other.path()).create_from_stream(broken).await.unwrap_err();
    assert!(error.to_string().contains("no more"));
    assert!(files(other.path()).is_empty());
}

#[test]
fn request_that_is_not_valid_leaves_no_set() {
    let requests = |id: &'static str, body: Value| [("a", json!({})), (id, body)];
    for (requests, phrase) in [
        (requests("a", json!({})), "custom id `a` is used"),
        (requests("", json!({})), "custom id is empty"),
        (requests("b", json!([])), "not a JSON object"),
        (requests("b", json!({"stream": true})), "cannot be streamed"),
        (requests("b", json!({"model": "other"})), "not the deployment `gpt-4o`"),
        (
            requests("b", json!({"x": "y".repeat(3000)})),
            "a batch has at most 2000",
        ),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let builder = batches()
            .set::<Value>(directory.path(), "gpt-4o")
            .with_endpoint("/chat/completions");
        let error = builder.with_limits(10, 2000).create(requests).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().contains(phrase), "{error}");
        assert!(files(directory.path()).is_empty());
    }
    let directory = tempfile::tempdir().unwrap();
    let error = builder(directory.path()).create(numbered(0)).unwrap_err();
    assert!(error.to_string().contains("no requests"), "{error}");
    let error = batches()
        .set::<Value>(directory.path(), "d")
        .create([("a", json!({}))])
        .unwrap_err();
    assert!(error.to_string().contains("no endpoint"), "{error}");
    builder(directory.path()).create(numbered(1)).unwrap();
    let error = builder(directory.path()).create(numbered(1)).unwrap_err();
    assert!(error.to_string().contains("has a set of batches already"), "{error}");
}

#[test]
fn bad_line_of_a_file_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let line = |number: usize| {
        format!(r#"{{"custom_id":"r{number}","method":"POST","url":"/v1/chat/completions","body":{{"model":"m"}}}}"#)
    };
    let good = (1..=3).map(line).collect::<Vec<_>>().join("\n");
    let many = (1..=70_000).map(line).collect::<Vec<_>>().join("\n");
    let cases: [(Vec<u8>, &[&str]); 8] = [
        (
            format!("{many}\n{{\"custom_id\":").into(),
            &["line 70001 of", "bad.jsonl", "EOF"],
        ),
        (
            format!("{good}\n{}", line(2)).into(),
            &["line 4 of", "custom id `r2` is used"],
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".into(), &["line 1 of", "not UTF-8"]),
        (Vec::new(), &["has no requests"]),
        (b"\n\n".into(), &["has no requests"]),
        (b"[1]".into(), &["line 1 of", "not a request of a batch"]),
        (
            format!("{good}\n{}", line(9).replace("chat/completions", "embeddings")).into(),
            &["line 4 of", "url `/v1/embeddings` is not the endpoint"],
        ),
        (
            format!("{good}\n{}", line(9).replace("POST", "GET")).into(),
            &["line 4 of", "method `GET` is not POST"],
        ),
    ];
    for (contents, phrases) in cases {
        let path = directory.path().join("bad.jsonl");
        std::fs::write(&path, contents).unwrap();
        let set = directory.path().join("set");
        let error = batches().set::<Value>(&set, "").create_from_jsonl(&path).unwrap_err();
        for phrase in phrases {
            assert!(seen(&error).contains(phrase), "{}", seen(&error));
        }
        assert!(!set.join("manifest.json").exists());
        assert!(!set.exists() || files(&set).is_empty(), "{:?}", files(&set));
    }
    let path = directory.path().join("good.jsonl");
    std::fs::write(&path, good).unwrap();
    let set = directory.path().join("set");
    let set = batches()
        .set::<CreateChatCompletionRequest>(&set, "")
        .create_from_jsonl(&path)
        .unwrap();
    assert_eq!(
        (set.deployment(), set.endpoint(), set.len()),
        ("m", "/chat/completions", 3)
    );
    let error = batches()
        .set::<Value>("x", "")
        .create_from_jsonl("/no/file")
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
}

#[test]
fn set_that_cannot_be_written_is_an_error_with_its_place() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let error = builder(&file.path().join("below")).create(numbered(1)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert!(error.to_string().contains("below"), "{error}");
}

#[tokio::test]
async fn set_of_another_kind_version_or_resource_is_refused() {
    let service = Service::start(|asked| panic!("{}", asked.line())).await;
    let directory = tempfile::tempdir().unwrap();
    builder(directory.path()).create(numbered(2)).unwrap();
    let error = BatchSet::<CreateEmbeddingRequest>::open(directory.path()).unwrap_err();
    assert!(error.to_string().contains("not for `/embeddings`"), "{error}");
    let path = directory.path().join("manifest.json");
    let manifest = std::fs::read_to_string(&path).unwrap();
    for (changed, phrase) in [
        (
            manifest.replace("\"version\": 1", "\"version\": 2"),
            "has version 2 of the format",
        ),
        (
            manifest.replace("batch set", "upload"),
            "has the format `upload`, not `batch set`",
        ),
        ("{".to_owned(), "not a state file"),
    ] {
        std::fs::write(&path, changed).unwrap();
        let error = BatchSet::<Value>::open(directory.path()).unwrap_err();
        assert!(error.to_string().contains(phrase), "{error}");
        assert!(error.to_string().contains("manifest.json"), "{error}");
    }
    let other = manifest.replace("\"resource\": \"\"", "\"resource\": \"https://other.example/\"");
    std::fs::write(&path, other).unwrap();
    let mut set = BatchSet::<Value>::open(directory.path()).unwrap();
    let error = set.submit(&service.client()).await.unwrap_err();
    assert!(error.to_string().contains("https://other.example/"), "{error}");
    std::fs::remove_file(&path).unwrap();
    let error = BatchSet::<Value>::open(directory.path()).unwrap_err();
    assert!(error.to_string().contains("no set of batches"), "{error}");
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn input_file_that_is_gone_or_changed_is_not_submitted() {
    let service = Service::start(|asked| panic!("{}", asked.line())).await;
    let directory = tempfile::tempdir().unwrap();
    let mut set = builder(directory.path()).create(numbered(2)).unwrap();
    let input = directory.path().join("input-0001.jsonl");
    let changed = std::fs::read_to_string(&input)
        .unwrap()
        .replace("question 1", "question 2");
    std::fs::write(&input, changed).unwrap();
    let error = set.submit(&service.client()).await.unwrap_err();
    assert!(error.to_string().contains("input-0001.jsonl` was changed"), "{error}");
    std::fs::remove_file(&input).unwrap();
    let error = set.submit(&service.client()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
    assert!(error.to_string().contains("input-0001.jsonl"), "{error}");
    assert!(service.requests().is_empty());
}

#[tokio::test]
async fn results_are_joined_and_what_has_none_is_missing() {
    let line = |id: &str| json!({"custom_id": id, "response": {"status_code": 200, "body": {"id": id}}}).to_string();
    let output = [line("r2"), line("r0"), line("r2"), line("stranger"), "{".to_owned()].join("\n");
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => Reply::json(json!({"id": "b", "status": "validating", "input_file_id": "in"})),
        "GET /batches/b" => Reply::json(json!({"id": "b", "status": "completed", "output_file_id": "out"})),
        "GET /files/out/content" => Reply::bytes(output.clone()),
        line => panic!("{line}"),
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let mut set = builder(directory.path())
        .with_metadata("team", "x")
        .create(numbered(4))
        .unwrap();
    let mut results = set.run(&service.client()).await.unwrap();
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    while let Some(result) = results.next().await {
        match result {
            Ok(result) => {
                let request: CreateChatCompletionRequest = result.request().unwrap();
                let request = serde_json::to_value(request).unwrap();
                let question = format!("question {}", result.number);
                assert_eq!(request["messages"][0]["content"], question.as_str());
                let missing = matches!(result.outcome, Err(BatchFailure::Missing));
                found.push((result.custom_id, result.number, missing));
            }
            Err(error) => errors.push(error.to_string()),
        }
    }
    let expected = [("r2", 2, false), ("r0", 0, false), ("r1", 1, true), ("r3", 3, true)];
    assert_eq!(
        found,
        expected.map(|(id, number, missing)| (id.to_owned(), number, missing))
    );
    assert_eq!(errors.len(), 3, "{errors:?}");
    let asked = service.requests();
    let created = asked
        .iter()
        .find(|asked| asked.line() == "POST /batches")
        .unwrap()
        .json();
    let metadata = json!({"batch_set": set.id(), "batch_set_part": "1", "team": "x"});
    assert_eq!(created["metadata"], metadata);

    // A run of just those.
    let rest = tempfile::tempdir().unwrap();
    let rerun = set.rerun(rest.path(), ["r3", "r1"]).unwrap();
    let lines = std::fs::read_to_string(rest.path().join("input-0001.jsonl")).unwrap();
    assert_eq!(rerun.len(), 2);
    assert!(lines.contains("question 1") && lines.contains("question 3"), "{lines}");
    let other = rest.path().join("other");
    let error = set.rerun(&other, ["r9"]).unwrap_err();
    assert!(error.to_string().contains("`r9`"), "{error}");
}

#[tokio::test]
async fn nothing_is_missing_where_the_output_cannot_be_downloaded() {
    let service = Service::start(|asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => Reply::json(json!({"id": "b", "status": "validating", "input_file_id": "in"})),
        "GET /batches/b" => Reply::json(json!({"id": "b", "status": "completed", "output_file_id": "out"})),
        "GET /files/out/content" => Reply::error(404, "notFound"),
        line => panic!("{line}"),
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let mut set = builder(directory.path()).create(numbered(2)).unwrap();
    let mut results = set.run(&service.client()).await.unwrap();
    assert!(results.next().await.unwrap().unwrap_err().is_not_found());
    assert!(results.next().await.is_none());
}

#[tokio::test]
async fn refused_creation_keeps_the_input_file_for_the_next_time() {
    let mut created = 0;
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => {
            created += 1;
            match created {
                1 => Reply::error(403, "forbidden"),
                _ => Reply::json(json!({"id": "b", "status": "validating", "input_file_id": "in"})),
            }
        }
        line => panic!("{line}"),
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let mut set = builder(directory.path()).create(numbered(2)).unwrap();
    let error = set.submit(&service.client()).await.unwrap_err();
    assert!(
        error.is_forbidden() && error.left_behind().unwrap().contains("`in`"),
        "{error}"
    );
    let mut set = BatchSet::<CreateChatCompletionRequest>::open(directory.path()).unwrap();
    set.submit(&service.client()).await.unwrap();
    assert_eq!(set.parts()[0].batch_id.as_deref(), Some("b"));
    let uploads = service.lines().iter().filter(|line| *line == "POST /files").count();
    assert_eq!(uploads, 1);
    // Submitted: nothing more is sent.
    let before = service.lines().len();
    set.submit(&service.client()).await.unwrap();
    assert_eq!(service.lines().len(), before);
}

#[tokio::test]
async fn refused_input_file_is_named_and_deleted_by_cancelling() {
    for deletes in [true, false] {
        let service = Service::start(move |asked| match asked.line().as_str() {
            "POST /files" => Reply::json(json!({"id": "in", "status": "pending"})),
            "GET /files/in" => {
                Reply::json(json!({"id": "in", "status": "error", "status_details": "line 1 is not JSON"}))
            }
            "DELETE /files/in" if deletes => Reply::json(json!({"id": "in", "deleted": true})),
            "DELETE /files/in" => Reply::error(403, "forbidden"),
            line => panic!("{line}"),
        })
        .await;
        let directory = tempfile::tempdir().unwrap();
        let mut set = builder(directory.path()).create(numbered(1)).unwrap();
        let error = set.submit(&service.client()).await.unwrap_err();
        assert!(seen(&error).contains("line 1 is not JSON"), "{}", seen(&error));
        assert!(error.left_behind().unwrap().contains("`in`"), "{error}");
        match (deletes, set.cancel(&service.client()).await) {
            (true, cancelled) => cancelled.unwrap(),
            (false, cancelled) => assert!(cancelled.unwrap_err().left_behind().unwrap().contains("`in`")),
        }
        assert_eq!(service.lines().last().unwrap(), "DELETE /files/in");
    }
}

#[tokio::test]
async fn input_file_of_a_batch_that_may_exist_is_kept_and_named() {
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        // The batch was created, and a gateway lost the response; the list is behind.
        "POST /batches" => Reply::error(504, "gatewayTimeout"),
        "GET /batches" => {
            Reply::json(json!({"data": [{"id": "other", "input_file_id": "another"}], "has_more": false}))
        }
        line => panic!("{line}"),
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let set = builder(directory.path()).create(numbered(1)).unwrap();
    let mut set = set.with_settle_time(Duration::ZERO);
    let error = set.submit(&service.client()).await.unwrap_err();
    assert!(error.may_have_been_processed());
    assert!(error.left_behind().unwrap().contains("`in`"), "{error}");
    assert!(error.to_string().contains("input file `in`"), "{error}");
    let lines = ["POST /files", "GET /files/in", "POST /batches", "GET /batches"];
    assert_eq!(service.lines(), lines);
}

#[tokio::test]
async fn quota_that_nothing_uses_is_an_error() {
    let service = Service::start(move |asked| match asked.line().as_str() {
        "POST /files" | "GET /files/in" => Reply::json(json!({"id": "in", "status": "processed"})),
        "POST /batches" => Reply::error(400, "tokenLimitExceeded"),
        "GET /batches" => Reply::json(json!({"data": []})).header("deployment-enqueued-tokens", "0"),
        line => panic!("{line}"),
    })
    .await;
    let directory = tempfile::tempdir().unwrap();
    let mut set = builder(directory.path()).create(numbered(2)).unwrap();
    let error = set.wait(&service.client()).await.unwrap_err();
    assert_eq!(error.code(), Some("tokenLimitExceeded"));
}

#[tokio::test]
async fn set_can_be_run_in_a_task() {
    let service = Service::start(|_| Reply::error(403, "forbidden")).await;
    let client = service.client();
    let directory = tempfile::tempdir().unwrap();
    let mut set = builder(directory.path()).create(numbered(1)).unwrap();
    let error = tokio::spawn(async move { set.run(&client).await.map(drop) })
        .await
        .unwrap()
        .unwrap_err();
    assert!(error.is_forbidden());
}
