//! Successes with and without a value, of several types, under `default`, and as events.

use azure_openai_core::{ErrorKind, StreamChunk};

use super::server::Server;
use crate::emission::wire_responses::*;

impl StreamChunk for Hit {
    const ENDS_WITH_BODY: bool = true;
}

#[tokio::test]
async fn success_without_a_body_has_no_value() {
    let server = Server::empty().await;
    let next = Client::new(server.pipeline()).tasks().next().await.unwrap();
    assert_eq!(next.into_value(), None);
    let server = Server::json(r#"{"id": "7"}"#).await;
    let next = Client::new(server.pipeline()).tasks().next().await.unwrap();
    assert_eq!(next.into_value().map(|task| task.id).as_deref(), Some("7"));
    let server = Server::json("null").await;
    let last = Client::new(server.pipeline()).tasks().last().await.unwrap();
    assert_eq!(last.into_value(), None);
    let server = Server::json("[1]").await;
    let error = Client::new(server.pipeline()).tasks().last().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn constant_need_not_come() {
    let server = Server::new("200 OK\r\ncontent-length: 0\r\n\r\n").await;
    let sealed = Client::new(server.pipeline()).gauges().seal().await.unwrap();
    assert_eq!(sealed.into_value(), None);
    let server = Server::json("true").await;
    let sealed = Client::new(server.pipeline()).gauges().seal().await.unwrap();
    assert_eq!(sealed.into_value(), Some(GaugesSealResponse::True));
}

#[tokio::test]
async fn head_has_no_body() {
    let server = Server::new("200 OK\r\ncontent-type: application/json\r\ncontent-length: 12\r\n\r\n").await;
    Client::new(server.pipeline()).tasks().exists("7").await.unwrap();
    assert_eq!(server.request().await.line(), "HEAD /base/tasks/7");
}

#[tokio::test]
async fn several_types_of_success_are_distinguished() {
    let server = Server::json(r#"{"id": "7", "done": true}"#).await;
    let set = Client::new(server.pipeline())
        .tasks()
        .set("7")
        .await
        .unwrap()
        .into_value();
    assert!(
        matches!(&set, TasksSetResponse::Task(task) if task.done == Some(true)),
        "{set:?}"
    );
    let body = r#"{"ticket": 3}"#;
    let reply = format!(
        "202 Accepted\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let server = Server::new(&reply).await;
    let set = Client::new(server.pipeline())
        .tasks()
        .set("7")
        .await
        .unwrap()
        .into_value();
    assert!(
        matches!(&set, TasksSetResponse::Ticket(ticket) if ticket.ticket == 3),
        "{set:?}"
    );
}

#[tokio::test]
async fn types_of_success_that_look_the_same_are_chosen_by_status() {
    let task = r#"{"id": "7"}"#;
    for (status, body, expected) in [
        ("200 OK", task, "Some(Task(Task { id: \"7\""),
        ("201 Created", task, "Some(Task(Task { id: \"7\""),
        ("202 Accepted", task, "Some(Copy(Copy { id: \"7\""),
        ("203 Other", "\"7\"", "Some(String(\"7\"))"),
        ("200 OK", "", "None"),
        ("204 No Content", "", "None"),
    ] {
        let server = Server::new(&format!("{status}\r\ncontent-length: {}\r\n\r\n{body}", body.len())).await;
        let copy = Client::new(server.pipeline()).tasks().copy("7").await.unwrap();
        let copy = format!("{:?}", copy.into_value());
        assert!(copy.starts_with(expected), "{status}: {copy}");
    }
    let server = Server::new("202 Accepted\r\ncontent-length: 10\r\n\r\n{\"id\": [1]").await;
    let error = Client::new(server.pipeline()).tasks().copy("7").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    // A status that is not declared is chosen by its shape.
    let server = Server::new("203 Other\r\ncontent-length: 13\r\n\r\n{\"ticket\": 3}").await;
    let set = Client::new(server.pipeline()).tasks().set("7").await.unwrap();
    assert!(matches!(set.into_value(), TasksSetResponse::Ticket(ticket) if ticket.ticket == 3));
}

#[tokio::test]
async fn kinds_of_success_are_told_apart_by_content_type() {
    let reply = |status: &str, kind: &str, body: &str| {
        let length = body.len();
        format!("{status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n{body}")
    };
    let server = Server::new(&reply("200 OK", "application/json", r#"{"id": "7"}"#)).await;
    let report = Client::new(server.pipeline()).reports().get("7").await.unwrap();
    assert_eq!(
        report.into_value().into_json().map(|task| task.id).as_deref(),
        Some("7")
    );
    assert_eq!(server.request().await.header("accept"), Some("application/json, */*"));
    let server = Server::new(&reply("200 OK", "application/pdf", "%PDF")).await;
    let report = Client::new(server.pipeline()).reports().get("7").await.unwrap();
    let bytes = report.into_value().into_bytes().unwrap();
    assert_eq!(bytes.content_type(), Some("application/pdf"));
    assert_eq!(bytes.bytes(10).await.unwrap(), "%PDF");
    for (status, kind, body, expected) in [
        (
            "200 OK",
            "application/json",
            r#"{"id": "7"}"#,
            "Json(Task(Task { id: \"7\"",
        ),
        (
            "201 Created",
            "application/json; charset=utf-8",
            r#"[{"id": "7"}]"#,
            "Json(TaskList([Task { id: \"7\"",
        ),
        ("202 Accepted", "text/plain", "[1]", "Text(\"[1]\")"),
    ] {
        let server = Server::new(&reply(status, kind, body)).await;
        let made = Client::new(server.pipeline()).reports().make("7").await.unwrap();
        let made = format!("{:?}", made.into_value());
        assert!(made.starts_with(expected), "{status}: {made}");
    }
    let server = Server::new(&reply("200 OK", "application/json", r#"{"id": "7"}"#)).await;
    let sent = Client::new(server.pipeline()).reports().send("7").await.unwrap();
    assert_eq!(sent.into_value().id, "7");
    assert_eq!(server.request().await.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn default_is_the_success_where_no_other_is_declared() {
    let server = Server::json(r#"[{"id": "1"}, {"id": "2"}]"#).await;
    let tasks = Client::new(server.pipeline())
        .tasks()
        .list()
        .await
        .unwrap()
        .into_value();
    let ids: Vec<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    assert_eq!(ids, ["1", "2"]);
}

#[tokio::test]
async fn a_list_that_does_not_come_is_empty() {
    for reply in [
        "200 OK\r\ncontent-length: 0\r\n\r\n",
        "204 No Content\r\n\r\n",
        "200 OK\r\ncontent-length: 4\r\n\r\nnull",
    ] {
        let server = Server::new(reply).await;
        assert!(Client::new(server.pipeline()).tasks().list().await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn events_of_another_service_end_with_the_body_and_leave_the_request_as_it_is() {
    let body = "data: {\"url\": \"a\"}\n\n: still here\n\ndata: {\"url\": \"b\"}\n\n";
    let reply = format!("200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n\r\n{body}");
    let server = Server::new(&reply).await;
    let words = Words::new("w");
    let mut events = Client::new(server.pipeline())
        .search()
        .run(&words)
        .await
        .unwrap()
        .into_value();
    let mut urls = Vec::new();
    while let Some(hit) = events.next().await {
        urls.push(hit.unwrap().url);
    }
    assert_eq!(urls, ["a", "b"]);
    assert_eq!(server.request().await.body, r#"{"words":"w"}"#);
}

#[tokio::test]
async fn nulls_in_a_response_that_is_a_list_or_map_keep_their_places() {
    let server = Server::json("[[1, null], null, []]").await;
    let gauges = Client::new(server.pipeline()).gauges();
    let readings = gauges.readings().await.unwrap().into_value();
    assert_eq!(readings, [Some(vec![Some(1.0), None]), None, Some(Vec::new())]);
    let server = Server::json(r#"{"a": null, "b": "high", "c": "odd"}"#).await;
    let gauges = Client::new(server.pipeline()).gauges();
    let levels: Vec<_> = gauges.levels().await.unwrap().into_value().into_values().collect();
    assert_eq!(
        levels,
        [None, Some(Level::High), Some(Level::Unknown("odd".to_owned()))]
    );
    let server = Server::json(r#"[null, "1970-01-01T00:00:00Z"]"#).await;
    let seen = Client::new(server.pipeline()).gauges().seen().await.unwrap();
    assert!(matches!(seen.value().as_slice(), [None, Some(_)]), "{seen:?}");
}

#[tokio::test]
async fn nulls_in_lists_and_maps_of_a_field_are_kept_in_extra() {
    let body = r#"{"tags": ["a", null, "b"], "marks": {"x": 1, "y": null}, "level": "low"}"#;
    let server = Server::json(body).await;
    let gauge = Client::new(server.pipeline())
        .gauges()
        .last()
        .await
        .unwrap()
        .into_value();
    assert_eq!(gauge.tags, ["a", "b"]);
    assert_eq!(gauge.marks.get("x"), Some(&1));
    assert_eq!(gauge.level, Some(Level::Low));
    assert_eq!(gauge.extra["tags"], serde_json::json!(["a", null, "b"]));
    assert_eq!(gauge.extra["marks"], serde_json::json!({ "x": 1, "y": null }));
}

#[tokio::test]
async fn a_null_among_objects_is_an_error_with_its_place_and_the_body() {
    let server = Server::json(r#"[{"id": "1"}, null]"#).await;
    let error = Client::new(server.pipeline()).tasks().list().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("[1]"), "{error}");
    let tasks: Vec<Option<Task>> = error.decode_body().unwrap();
    assert!(
        matches!(tasks.as_slice(), [Some(task), None] if task.id == "1"),
        "{tasks:?}"
    );
}

#[tokio::test]
async fn an_object_that_requires_nothing_and_bytes_can_come_without_a_body() {
    for reply in [
        "200 OK\r\ncontent-length: 0\r\n\r\n",
        "200 OK\r\ncontent-length: 4\r\n\r\nnull",
    ] {
        let server = Server::new(reply).await;
        let gauge = Client::new(server.pipeline()).gauges().last().await.unwrap();
        assert_eq!(gauge.value(), &Gauge::new());
        let server = Server::new(reply).await;
        let picture = Client::new(server.pipeline()).gauges().picture().await.unwrap();
        assert!(picture.is_empty());
        // No boolean says as little.
        let server = Server::new(reply).await;
        let error = Client::new(server.pipeline()).gauges().check().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Decode, Some(azure_openai_core::StatusCode::OK))
        );
    }
}
