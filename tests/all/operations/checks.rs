//! Checks of every operation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tests::clients::{AUTHORING_VERSION, INFERENCE_VERSION, KEY, client};
use tests::json::{lost, without_nulls};
use tests::multipart::{Part, parts};
use tests::server::{Recorded, Server};

use super::exchange::{Api, Body, Exchange, Pass};
use super::exchanges;

#[tokio::test]
async fn every_operation_sends_its_request_and_decodes_its_response() {
    let mut differences = Vec::new();
    for exchange in exchanges() {
        let server = Server::start(exchange.response.clone()).await;
        let outcome = (exchange.send)(&client(server.url())).await;
        let mut differs = |text: String| {
            differences.push(format!("{} ({:?}): {text}", exchange.operation, exchange.pass));
        };
        match outcome {
            Ok(value) => {
                let (value, expected) = (without_nulls(&value), without_nulls(&exchange.value));
                lost(&expected, &value)
                    .into_iter()
                    .chain(lost(&value, &expected))
                    .for_each(&mut differs);
            }
            Err(error) => differs(error.to_string()),
        }
        match &server.take()[..] {
            [request] => compare(&exchange, request).await.into_iter().for_each(differs),
            requests => differs(format!("{} requests were sent", requests.len())),
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Describes how a request differs from the expected one.
async fn compare(exchange: &Exchange, request: &Recorded) -> Vec<String> {
    let sent = &exchange.sent;
    let mut differences = Vec::new();
    let mut check = |what: &str, expected: &dyn std::fmt::Debug, actual: &dyn std::fmt::Debug| {
        let (expected, actual) = (format!("{expected:?}"), format!("{actual:?}"));
        if expected != actual {
            differences.push(format!("{what}: expected {expected}, sent {actual}"));
        }
    };
    check("method", &sent.method, &request.method.as_str());
    check("path", &sent.path, &request.path);

    let version = match exchange.api {
        Api::Inference => INFERENCE_VERSION,
        Api::Authoring => AUTHORING_VERSION,
    };
    let mut query = sent.query.clone();
    query.push(("api-version", version));
    let actual: Vec<_> = request.query.iter().map(|(name, value)| (&**name, &**value)).collect();
    check("query", &query, &actual);

    // Every header is compared, so that no unexpected one is sent.
    let mut expected: BTreeMap<&str, &str> = sent.headers.iter().copied().collect();
    expected.insert("accept", sent.accept);
    expected.insert("api-key", KEY);
    let length = request.body.len().to_string();
    match &sent.body {
        Body::Nothing if matches!(sent.method, "POST" | "PUT") => expected.extend([("content-length", "0")]),
        Body::Nothing => {}
        Body::Json(_) => {
            expected.insert("content-type", "application/json");
            expected.insert("content-length", &length);
        }
        Body::Form(_) => expected.extend([("content-length", &*length)]),
    }
    let mut actual: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, value) in &request.headers {
        let value = value.to_str().unwrap();
        match name.as_str() {
            "host" => {}
            "user-agent" => assert!(value.starts_with("azure-openai-rust/"), "{value}"),
            "content-type" if matches!(sent.body, Body::Form(_)) => {
                assert!(value.starts_with("multipart/form-data; boundary="), "{value}");
            }
            name => drop(actual.insert(name, value)),
        }
    }
    check("headers", &expected, &actual);

    match &sent.body {
        Body::Nothing => check("body", &"", &String::from_utf8_lossy(&request.body)),
        // Numbers compare by value: `1.0` equals `1`.
        Body::Json(body) => {
            let (mut expected, mut actual) = (without_nulls(body), numbers_alike(&request.json()));
            // The order of fields does not matter here.
            expected.sort_all_objects();
            actual.sort_all_objects();
            check("body", &expected, &actual);
        }
        Body::Form(form) => check("form", form, &parts(request).await),
    }
    differences
}

/// Normalizes numbers; a `null` is an error, since none is ever sent.
fn numbers_alike(body: &Value) -> Value {
    assert!(!body.to_string().contains("null"), "null was sent: {body}");
    without_nulls(body)
}

fn covered(pass: Pass) -> BTreeSet<(Api, &'static str)> {
    exchanges()
        .iter()
        .filter(|exchange| exchange.pass == pass)
        .map(|exchange| (exchange.api, exchange.operation))
        .collect()
}

#[test]
fn every_operation_is_covered() {
    let inference = azure_openai_inference::OPERATIONS
        .iter()
        .map(|operation| (Api::Inference, operation.id));
    let authoring = azure_openai_authoring::OPERATIONS
        .iter()
        .map(|operation| (Api::Authoring, operation.id));
    let operations: BTreeSet<_> = inference.chain(authoring).collect();
    assert_eq!(operations.len(), 43);
    assert_eq!(covered(Pass::Required), operations);
}

/// The normalized specifications: operation id → (optional parameters, optional fields, streams).
fn documented(api: Api) -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>, bool)> {
    let directory = match api {
        Api::Inference => "inference",
        Api::Authoring => "authoring",
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/{directory}/normalized.json"));
    let document: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut operations = BTreeMap::new();
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            let parameters = operation["parameters"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|parameter| parameter["required"] != true)
                .map(|parameter| parameter["name"].as_str().unwrap().to_owned())
                .collect();
            let reference = operation
                .pointer("/requestBody/content")
                .and_then(|content| content.as_object()?.values().next()?.pointer("/schema/$ref")?.as_str());
            let fields = reference
                .and_then(|reference| document.pointer(reference.strip_prefix('#')?)?["properties"].as_object())
                .map(|properties| properties.keys().cloned().collect())
                .unwrap_or_default();
            let id = operation["operationId"].as_str().unwrap().to_owned();
            operations.insert(id, (parameters, fields, operation.get("x-stream").is_some()));
        }
    }
    operations
}

#[test]
fn every_optional_parameter_and_field_is_sent_once() {
    let everything: Vec<_> = exchanges().into_iter().filter(|e| e.pass == Pass::Everything).collect();
    for api in [Api::Inference, Api::Authoring] {
        for (id, (parameters, fields, streams)) in documented(api) {
            let Some(exchange) = everything.iter().find(|e| e.api == api && e.operation == id) else {
                let required = exchanges()
                    .into_iter()
                    .find(|e| e.api == api && e.operation == id)
                    .unwrap();
                assert!(parameters.is_empty(), "{id} has the options {parameters:?}");
                assert_eq!(names(&required.sent.body), fields, "{id}");
                continue;
            };
            let named = exchange
                .sent
                .query
                .iter()
                .chain(&exchange.sent.headers)
                .map(|(name, _)| (*name).to_owned());
            assert_eq!(named.collect::<BTreeSet<_>>(), parameters, "{id}");
            // The fields of a union are those of its variants, which have tests of their own.
            if !fields.is_empty() {
                assert_eq!(names(&exchange.sent.body), fields, "{id}");
            }
            assert_eq!(
                covered(Pass::Streamed).contains(&(api, exchange.operation)),
                streams,
                "{id}"
            );
        }
    }
}

fn names(body: &Body) -> BTreeSet<String> {
    match body {
        Body::Nothing => BTreeSet::new(),
        Body::Json(body) => body.as_object().unwrap().keys().cloned().collect(),
        Body::Form(form) => form.iter().map(|part| part.name.clone()).collect(),
    }
}

/// Snapshot of everything that is sent, so that a change is seen in review.
#[tokio::test]
async fn sent_requests_match_snapshot() {
    let mut text = String::new();
    for exchange in exchanges() {
        let server = Server::start(exchange.response.clone()).await;
        let _ = (exchange.send)(&client(server.url())).await;
        let request = server.only();
        let query: Vec<_> = request
            .query
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let (id, pass) = (exchange.operation, exchange.pass);
        writeln!(
            text,
            "# {id} ({pass:?})\n{} {}?{}",
            request.method,
            request.path,
            query.join("&")
        )
        .unwrap();
        for name in ["accept", "aml-user-token", "mgmt-user-token"] {
            if let Some(value) = request.header(name) {
                writeln!(text, "{name}: {value}").unwrap();
            }
        }
        match exchange.sent.body {
            Body::Nothing => {}
            Body::Json(_) => writeln!(text, "{}", String::from_utf8_lossy(&request.body)).unwrap(),
            Body::Form(_) => {
                for Part {
                    name,
                    file_name,
                    content_type,
                    bytes,
                } in parts(&request).await
                {
                    let (file_name, content_type) = (file_name.unwrap_or_default(), content_type.unwrap_or_default());
                    writeln!(text, "- {name} {file_name:?} {content_type:?}: {bytes:?}").unwrap();
                }
            }
        }
        text.push('\n');
    }
    insta::assert_snapshot!(text);
}
