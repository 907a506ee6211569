//! Which requests are failed, and what becomes of what they asked for.

use std::sync::Arc;
use std::time::Duration;

use azure_openai_emulator::{Emulator, EventShape, Fault, FaultBody, Garble, Place, RetryAfter, StartError};
use proptest::prelude::*;
use reqwest::Method;
use serde_json::json;

use crate::client::{AUTHORING, Client, Response, send};
use crate::fuzzing::Fuzz;

impl Client {
    pub(crate) async fn get_with(&self, path: &str, fault: &str) -> Response {
        let request = self.request(Method::GET, path, AUTHORING);
        send(request.header("x-emulator-fault", fault)).await
    }

    async fn upload_with(&self, fault: &str) -> Result<reqwest::Response, reqwest::Error> {
        let part = reqwest::multipart::Part::bytes(b"{}".to_vec());
        let part = part.file_name("a.jsonl").mime_str("text/plain").unwrap();
        let form = reqwest::multipart::Form::new()
            .text("purpose", "assistants")
            .part("file", part);
        let request = self.request(Method::POST, "/files", AUTHORING).multipart(form);
        request.header("x-emulator-fault", fault).send().await
    }

    async fn statuses(&self, count: usize) -> Vec<u16> {
        let mut statuses = Vec::new();
        for _ in 0..count {
            statuses.push(self.get("/models").await.status.as_u16());
        }
        statuses
    }
}

#[tokio::test]
async fn first_applicable_fault_wins() {
    let builder = Emulator::builder()
        .with_fault(Fault::new().with_status(500).with_first(1))
        .with_fault("status=429; first=2".parse().unwrap())
        .with_fault(Fault::new().with_status(503).with_skip(1).with_every(2));
    let client = Client::of(builder).await;
    assert_eq!(client.statuses(9).await, [500, 429, 429, 200, 200, 503, 200, 503, 200]);
    let counts: Vec<_> = client
        .emulator
        .faults()
        .list()
        .iter()
        .map(|count| (count.seen, count.fired))
        .collect();
    assert_eq!(counts, [(9, 1), (8, 2), (6, 2)]);
    client.emulator.faults().clear();
    assert_eq!(client.statuses(1).await, [200]);
    client.emulator.faults().add(Fault::new().with_status(418)).unwrap();
    assert_eq!(client.statuses(2).await, [418, 418]);
}

#[tokio::test]
async fn retry_after_is_a_number_of_seconds_or_a_duration() {
    let client = Client::new().await;
    let waits = Fault::new().with_status(429).with_retry_after(7);
    client
        .emulator
        .faults()
        .set([waits.with_retry_after(Duration::from_millis(1500))])
        .unwrap();
    let request = client.request(Method::GET, "/models", AUTHORING);
    let response = request.send().await.unwrap();
    let headers = response.headers();
    assert!(
        headers["retry-after"] == "7" && headers["retry-after-ms"] == "1500",
        "{headers:?}"
    );
}

#[tokio::test]
async fn faults_apply_to_the_requests_they_name() {
    let client = Client::new().await;
    let faults = client.emulator.faults();
    let body = json!({"messages": [{"role": "user", "content": "hi"}]});
    for (fault, models, chat) in [
        ("status=500; operation=Models_List", 500, 200),
        ("status=500; operation=ChatCompletions_Create", 200, 500),
        ("status=500; method=post", 200, 500),
        ("status=500; path=/openai/mod", 500, 200),
        ("status=500; deployment=gpt-4o", 200, 500),
        ("status=500; deployment=gpt-4o; method=GET", 200, 200),
        ("status=500", 500, 500),
    ] {
        faults.set([fault.parse().unwrap()]).unwrap();
        assert_eq!(client.get("/models").await.status, models, "{fault}");
        assert_eq!(client.chat(&body).await.status, chat, "{fault}");
    }
}

#[tokio::test]
async fn fault_header_applies_to_its_request_and_counts_by_text() {
    let client = Client::of(Emulator::builder().with_fault(Fault::new().with_status(418))).await;
    assert_eq!(client.get_with("/models", "status=503").await.status, 503);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(client.get_with("/models", "status=503; first=2").await.status.as_u16());
    }
    // What the header lets pass meets the fault there is.
    assert_eq!(statuses, [503, 503, 418]);
    for bad in [
        "",
        ";",
        "status",
        "status=1000",
        "nothing=1",
        "status=500; status=500",
        "reset=body; close=body",
        "every=2",
        "processed; reset=body",
        "body=\"html",
    ] {
        let response = client.get_with("/models", bad).await;
        let error = response.error(400, "invalidFault");
        assert!(error["message"].as_str().unwrap().contains("x-emulator-fault"));
    }
    let records = client.emulator.requests();
    assert_eq!(records[0].fault.as_deref(), Some("status=503"));
    assert_eq!(
        (records[0].processed, records[0].operation),
        (false, Some("Models_List"))
    );
    assert_eq!(client.emulator.request_counts()["Models_List"], records.len() as u64);
}

#[tokio::test]
async fn operation_runs_only_if_processed() {
    let client = Client::new().await;
    let files = async || client.get("/files").await.ok()["data"].as_array().unwrap().len();
    let mut expected = 0;
    for (fault, happens) in [
        ("status=500", false),
        ("status=500; processed", true),
        ("reset=headers", false),
        ("reset=headers; processed", true),
        ("close=headers", false),
        ("close=headers; processed", true),
        ("status=502; body=html; processed", true),
        ("reset=body", true),
        ("close=body:3", true),
        ("end=body", true),
        ("garble=json", true),
        ("redirect=http://127.0.0.1:1/", false),
    ] {
        let response = client.upload_with(fault).await;
        let responded = response.is_ok();
        assert_eq!(responded, !fault.contains("headers"), "{fault}");
        expected += usize::from(happens);
        assert_eq!(files().await, expected, "{fault}");
        let record = client
            .emulator
            .requests()
            .into_iter()
            .rfind(|record| record.fault.is_some())
            .unwrap();
        assert_eq!(
            (record.fault.as_deref(), record.processed),
            (Some(fault.parse::<Fault>().unwrap().to_string().as_str()), happens)
        );
    }
}

#[tokio::test]
async fn the_same_seed_fails_the_same_requests() {
    let run = async |seed: u64| {
        let fault = Fault::new().with_status(500).with_probability(0.3, seed);
        let client = Client::of(Emulator::builder().with_fault(fault)).await;
        client.statuses(40).await
    };
    let (one, again, other) = (run(7).await, run(7).await, run(8).await);
    assert_eq!(one, again);
    assert_ne!(one, other);
    assert!(one.contains(&500) && one.contains(&200));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counts_are_exact_under_many_clients() {
    let client =
        Arc::new(Client::of(Emulator::builder().with_fault(Fault::new().with_status(500).with_every(4))).await);
    let clients: Vec<_> = (0..16)
        .map(|_| {
            let client = Arc::clone(&client);
            tokio::spawn(async move { client.statuses(10).await })
        })
        .collect();
    let mut failed = 0;
    for client in clients {
        failed += client.await.unwrap().iter().filter(|status| **status == 500).count();
    }
    assert_eq!(failed, 40);
    let count = &client.emulator.faults().list()[0];
    assert_eq!((count.seen, count.fired), (160, 40));
}

#[tokio::test]
async fn invalid_faults_are_refused_at_the_start() {
    for fault in [
        Fault::new(),
        Fault::new().with_first(2),
        Fault::new().with_status(199),
        Fault::new().with_body(FaultBody::Html),
        Fault::new().with_retry_after(RetryAfter::Seconds(1)),
        Fault::new()
            .with_status(429)
            .with_retry_after(RetryAfter::Seconds(1))
            .with_retry_after(RetryAfter::Date(1)),
        Fault::new()
            .with_status(429)
            .with_retry_after(RetryAfter::Raw("a\nb".to_owned())),
        Fault::new().with_status(500).with_reset(Place::Headers),
        Fault::new().with_end(Place::Headers),
        Fault::new().with_processing().with_garble(Garble::Json(0)),
        Fault::new().with_status(500).with_every(0),
        Fault::new().with_status(500).with_probability(f64::NAN, 0),
        Fault::new().with_status(500).with_operation("Chat_Create"),
        Fault::new().with_chop(0),
        Fault::new().with_redirect(""),
        Fault::new().with_latency(std::time::Duration::MAX),
    ] {
        let text = fault.to_string();
        assert!(text.parse::<Fault>().is_err(), "{text}");
        let started = Emulator::builder().with_fault(fault).start().await;
        assert!(matches!(started, Err(StartError::InvalidFault(_))), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_connections_at_once() {
    let client = Client::new().await;
    let text = Arc::new(crate::wire::request(&client, "GET", "/models", "", "").replace("connection: close\r\n", ""));
    let mut sockets = Vec::new();
    for _ in 0..1000 {
        sockets.push(crate::wire::connect(&client).await);
    }
    let asked: Vec<_> = sockets
        .into_iter()
        .map(|mut socket| {
            let text = Arc::clone(&text);
            tokio::spawn(async move {
                use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
                socket.write_all(text.as_bytes()).await.unwrap();
                let mut start = [0; 15];
                socket.read_exact(&mut start).await.unwrap();
                // Kept open until all have their response.
                (socket, start)
            })
        })
        .collect();
    let mut open = Vec::new();
    for task in asked {
        let (socket, start) = task.await.unwrap();
        assert_eq!(&start, b"HTTP/1.1 200 OK");
        open.push(socket);
    }
    assert_eq!(client.emulator.request_counts()["Models_List"], 1000);
}

fn any_fault() -> impl Strategy<Value = Fault> {
    let text = ".{1,8}";
    let place = prop_oneof![
        Just(Place::Headers),
        Just(Place::Body),
        any::<u64>().prop_map(Place::BodyAt),
        any::<u64>().prop_map(Place::Event),
        any::<u64>().prop_map(Place::Events),
        Just(Place::Finish),
        Just(Place::Done),
    ];
    let retry = prop_oneof![
        any::<u64>().prop_map(RetryAfter::Seconds),
        any::<u64>().prop_map(RetryAfter::Date),
        any::<u64>().prop_map(RetryAfter::Millis),
        "[a-z;\" \\\\]{0,6}".prop_map(RetryAfter::Raw),
    ];
    let bodies = prop::sample::select(vec![
        FaultBody::Service,
        FaultBody::Gateway,
        FaultBody::Html,
        FaultBody::Empty,
    ]);
    let shapes = prop::sample::select(vec![
        EventShape::Crlf,
        EventShape::Cr,
        EventShape::Comments,
        EventShape::OpenEnd,
    ]);
    let response = (
        prop::option::of(150_u16..650),
        prop::option::of(bodies),
        prop::option::of(text),
        prop::option::of(retry),
    );
    let cut = (
        prop::option::of((0..3, place)),
        any::<bool>(),
        prop::option::of(shapes),
        0_u64..200_000_000,
    );
    let when = (
        0_u64..5,
        prop::option::of(any::<u64>()),
        prop::option::of(0.0..1.2),
        any::<u64>(),
        prop::option::of(text),
    );
    (response, cut, when).prop_map(
        |((status, body, message, retry), (cut, processed, shape, latency), (skip, every, probability, seed, path))| {
            let mut fault = Fault::new()
                .with_skip(skip)
                .with_latency(std::time::Duration::from_millis(latency));
            if let Some(status) = status {
                fault = fault.with_status(status)
            }
            if let Some(body) = body {
                fault = fault.with_body(body)
            }
            if let Some(message) = message {
                fault = fault.with_message(message)
            }
            if let Some(retry) = retry {
                fault = fault.with_retry_after(retry)
            }
            fault = match cut {
                Some((0, place)) => fault.with_reset(place),
                Some((1, place)) => fault.with_close(place),
                Some((_, place)) => fault.with_end(place),
                None => fault,
            };
            if processed {
                fault = fault.with_processing()
            }
            if let Some(shape) = shape {
                fault = fault.with_event_shape(shape)
            }
            if let Some(every) = every {
                fault = fault.with_every(every)
            }
            if let Some(probability) = probability {
                fault = fault.with_probability(probability, seed)
            }
            if let Some(path) = path {
                fault = fault.with_path(path)
            }
            fault
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// A fault that can be is the same when its text is read again; one that can't be is refused either way.
    #[test]
    fn displayed_faults_parse_to_the_same(fault in any_fault()) {
        let text = fault.to_string();
        match text.parse::<Fault>() {
            Ok(read) => {
                prop_assert_eq!(read.to_string(), text);
                prop_assert_eq!(read, fault);
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn any_fault_text_is_parsed_or_refused(text in prop_oneof![any::<String>(), "[a-z=;:\"\\\\ 0-9-]{0,40}", "(status|reset|retry-after|events|every|body)=?[a-z0-9:;\" ]{0,12}(; ?[a-z]{1,8}=[0-9a-z:]{0,4}){0,3}"]) {
        if let Ok(fault) = text.parse::<Fault>() {
            let shown = fault.to_string();
            prop_assert_eq!(shown.parse::<Fault>().unwrap(), fault);
        }
    }
}

#[test]
fn arbitrary_fault_headers_cause_no_other_failure() {
    let texts = "(status=[0-9]{1,4}|every=[0-9]|body=(html|empty|x)|garble=(json|utf8)(:[0-9])?|first=[0-9]|chop=[0-9]|[a-z=;:\"\\\\ ]{0,10}|[\\x80-\\xff]{1,3})(; ?(retry-after=[a-z0-9]{0,4}|processed|every=[1-3]|content-type=[a-z]{0,4})){0,2}";
    Fuzz::new().run(250, &texts, async |client, text| {
        let response = client.get_with("/models", &text).await;
        let ordered = text.parse::<Fault>().is_ok();
        prop_assert!(ordered || response.status == 400, "{}: {:?}", text, response);
        prop_assert!(
            response.status.as_u16() < 500 || text.contains("status="),
            "{}: {:?}",
            text,
            response
        );
        Ok(())
    });
}
