//! Lists over several pages, long-running operations, and the types of errors.

use std::time::Duration;

use azure_openai_core::ErrorKind;

use super::server::{Recorded, Service};
use crate::emission::wire_continuations::*;

fn ok(body: &str) -> String {
    reply("200 OK", "", body)
}

fn reply(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n{headers}\r\n{body}"
    )
}

fn trains(request: &Recorded) -> String {
    match request.line() {
        "GET /base/trains?line=7" | "POST /base/trains" => {
            ok(r#"{"value": [{"number": 1}, {"number": 2}], "nextLink": "trains/2?token=a%2Fb"}"#)
        }
        "GET /base/trains/2?token=a%2Fb" if request.body.is_empty() => ok(r#"{"value": [{"number": 3}]}"#),
        "GET /base/trains/newest" => ok(r#"{"value": [{"number": 9}], "nextLink": "nowhere"}"#),
        "GET /base/trains?line=8" => reply("404 Not Found", "", r#"{"line": "8"}"#),
        _ => reply("503 Service Unavailable", "", r#"{"text": "closed", "retry": true}"#),
    }
}

async fn numbers(mut items: azure_openai_core::paging::Items<TrainPage>) -> Vec<i64> {
    let mut numbers = Vec::new();
    while let Some(train) = items.next().await {
        numbers.push(train.expect("a train").number);
    }
    numbers
}

#[tokio::test]
async fn a_list_goes_on_at_its_links() {
    let service = Service::new(trains).await;
    let client = Client::new(service.pipeline());
    let options = || TrainsListOptions::new().with_line("7");
    assert_eq!(numbers(client.trains().list(options()).items()).await, [1, 2, 3]);
    let mut pages = client.trains().list(options()).pages();
    assert_eq!(pages.next().await.unwrap().unwrap().items().len(), 2);
    assert_eq!(pages.next().await.unwrap().unwrap().items(), [Train::new(3)]);
    assert!(pages.next().await.is_none());
    // A list that is asked for by a POST goes on by GETs of its links.
    assert_eq!(numbers(client.trains().find(&Train::new(0)).items()).await, [1, 2, 3]);
}

#[tokio::test]
async fn a_list_without_next_pages_has_one() {
    let service = Service::new(trains).await;
    let client = Client::new(service.pipeline());
    assert_eq!(numbers(client.trains().list_newest().items()).await, [9]);
    assert_eq!(service.requests().len(), 1);
}

#[tokio::test]
async fn the_next_page_can_be_another_operation() {
    let service = Service::new(|request| match request.line() {
        "GET /base/lines/7/stops?lang=en&top=2" => {
            ok(r#"{"found": {"stops": ["a", "b"]}, "odata.next": "more?skip=2"}"#)
        }
        "GET /base/lines/7/stops/more?skip=2&lang=en" => ok(r#"{"found": {"stops": ["c"]}}"#),
        _ => reply("404 Not Found", "", ""),
    })
    .await;
    let client = Client::new(service.pipeline());
    let options = StopsListOptions::new().with_top(2);
    let stops = client.stops().list("7", "en", options).items().all().await.unwrap();
    assert_eq!(stops, ["a", "b", "c"]);
}

#[tokio::test]
async fn errors_decode_as_the_types_of_the_document() {
    let service = Service::new(trains).await;
    let client = Client::new(service.pipeline());
    let error = client
        .trains()
        .list(TrainsListOptions::new().with_line("8"))
        .await
        .unwrap_err();
    assert_eq!(error.decode_body::<LineNotFound>().unwrap().line, "8");
    let error = client.trains().list(None).await.unwrap_err();
    let fault: Fault = error.decode_body().unwrap();
    assert_eq!((fault.text.as_deref(), fault.retry), (Some("closed"), Some(true)));
    assert!(error.decode_body::<Vec<Fault>>().is_none());
}

fn built(state: &str) -> String {
    format!(r#"{{"name": "north", "properties": {{"provisioningState": "{state}"}}}}"#)
}

async fn build(service: &Service) -> Result<Option<String>, azure_openai_core::Error> {
    let client = Client::new(service.pipeline());
    let soon = Duration::from_millis(1);
    let depot = client
        .depots()
        .build("1", &Depot::new())
        .until_done()
        .with_interval(soon, soon);
    Ok(depot.await?.into_value().name)
}

#[tokio::test]
async fn resource_of_a_put_is_polled_until_it_is_provisioned() {
    let service = Service::counting(|count, request| match (count, request.line()) {
        (0, "PUT /base/depots/1") => reply("201 Created", "", &built("Creating")),
        (1, "GET /base/depots/1") => reply("200 OK", "retry-after: 0\r\n", &built("Creating")),
        _ => ok(&built("Succeeded")),
    })
    .await;
    assert_eq!(build(&service).await.unwrap().as_deref(), Some("north"));
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn the_state_of_an_operation_is_polled_and_its_result_read() {
    for header in ["azure-asyncoperation", "operation-location"] {
        let service = Service::counting(move |count, request| match (count, request.line()) {
            (0, _) => reply(
                "202 Accepted",
                &format!("{header}: states/1\r\nlocation: elsewhere\r\n"),
                "",
            ),
            (1, "GET /base/depots/states/1") => ok(r#"{"status": "InProgress"}"#),
            (2, "GET /base/depots/states/1") => ok(r#"{"status": "Succeeded"}"#),
            (3, "GET /base/depots/1") => ok(&built("Succeeded")),
            _ => reply("404 Not Found", "", ""),
        })
        .await;
        assert_eq!(build(&service).await.unwrap().as_deref(), Some("north"), "{header}");
    }
}

#[tokio::test]
async fn an_operation_that_fails_is_an_error_with_what_the_service_said() {
    let service = Service::counting(|count, _| match count {
        0 => reply("200 OK", "azure-asyncoperation: states/1\r\n", &built("Updating")),
        _ => ok(r#"{"status": "Failed", "error": {"code": "NoRoom", "message": "no room"}}"#),
    })
    .await;
    let error = build(&service).await.unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Job, Some("NoRoom")));
    assert_eq!(error.operation(), Some("Depots_Build"));
    // Neither a state, nor a place to poll, nor a body that has one.
    let service = Service::new(|_| reply("201 Created", "", "")).await;
    assert_eq!(build(&service).await.unwrap_err().kind(), ErrorKind::Job);
    // The state may not lead to where the key must not go.
    let service = Service::new(|_| reply("202 Accepted", "operation-location: https://example.com/1\r\n", "")).await;
    assert_eq!(build(&service).await.unwrap_err().kind(), ErrorKind::ForeignLink);
}

#[tokio::test]
async fn an_accepted_delete_is_polled_at_its_location() {
    let service = Service::counting(|count, request| match (count, request.line()) {
        (0, "DELETE /base/depots/1") => reply("202 Accepted", "location: /base/gone/1\r\n", ""),
        (1, "GET /base/gone/1") => reply("202 Accepted", "", ""),
        _ => "204 No Content\r\nconnection: close\r\n\r\n".to_owned(),
    })
    .await;
    let soon = Duration::from_millis(1);
    let client = Client::new(service.pipeline());
    let closed = client
        .depots()
        .close("1")
        .until_done()
        .with_interval(soon, soon)
        .await
        .unwrap();
    assert_eq!(closed.head().status(), 204);
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn an_accepted_operation_may_end_with_nothing() {
    let service = Service::counting(|count, _| match count {
        0 => reply("202 Accepted", "location: /base/washed/1\r\n", &built("Accepted")),
        _ => "204 No Content\r\nconnection: close\r\n\r\n".to_owned(),
    })
    .await;
    let soon = Duration::from_millis(1);
    let client = Client::new(service.pipeline());
    let washed = client
        .depots()
        .wash("1")
        .until_done()
        .with_interval(soon, soon)
        .await
        .unwrap();
    assert!(washed.is_none());
}

#[tokio::test]
async fn a_list_can_be_the_result_of_an_operation() {
    let service = Service::counting(|count, request| match (count, request.line()) {
        (0, "POST /base/depots/1/count") => reply(
            "202 Accepted",
            "azure-asyncoperation: /base/states/1\r\nlocation: /base/counted/1\r\n",
            "",
        ),
        (_, "GET /base/states/1") => ok(r#"{"status": "Succeeded"}"#),
        (_, "GET /base/counted/1") => ok(r#"{"value": [{"number": 4}], "nextLink": "2"}"#),
        (_, "GET /base/depots/1/2") => ok(r#"{"value": [{"number": 5}]}"#),
        _ => reply("404 Not Found", "", ""),
    })
    .await;
    let soon = Duration::from_millis(1);
    let client = Client::new(service.pipeline());
    let counted = client.depots().count("1").until_done().with_interval(soon, soon);
    assert_eq!(numbers(counted.items()).await, [4, 5]);
}

#[tokio::test]
async fn a_deadline_ends_the_polling() {
    let service = Service::new(|_| reply("202 Accepted", "location: /base/later\r\n", "")).await;
    let soon = Duration::from_millis(1);
    let client = Client::new(service.pipeline());
    let closed = client.depots().close("1").until_done().with_interval(soon, soon);
    let error = closed.with_deadline(Duration::from_millis(50)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}
