//! Three emulators behind one client, the first of which fails in every possible way. The fallbacks have keys and
//! deployments of their own, so that a request with the wrong ones is refused.

use std::time::Duration;

use azure_openai::authoring::Purpose;
use azure_openai::{Client, Credential, Endpoint, ErrorKind, Fallback, FilePart, user};
use azure_openai_emulator::{Emulator, Fault};
use tests::clients::KEY;
use tests::paused::{self, Hold};
use tokio::runtime::Runtime;
use tokio::time::sleep;

const LIMIT: Duration = Duration::from_secs(30);
const PROMPT: &str = "Why is the sky blue?";
const CONTENT: &str =
    "{\"messages\":[{\"role\":\"user\",\"content\":\"Q\"},{\"role\":\"assistant\",\"content\":\"A\"}]}\n";

/// Emulators in real time, and a client on a paused clock.
struct Three {
    service: Runtime,
    emulators: Vec<Emulator>,
    caller: Runtime,
}

impl Three {
    fn start() -> Self {
        let service = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let start = |number: usize| {
            let builder = Emulator::builder().without_default_deployments();
            let builder = builder.with_deployment(format!("chat-{number}"), "gpt-4o");
            let builder = builder.with_api_key(format!("{KEY}-{number}"));
            service.block_on(builder.start()).unwrap()
        };
        Self {
            emulators: (0..3).map(start).collect(),
            service,
            caller: paused::runtime(),
        }
    }

    fn client(&self, limit: Option<Duration>) -> Client {
        let (primary, rest) = self.emulators.split_first().unwrap();
        let limit = limit.unwrap_or(Duration::MAX);
        let builder = paused::client(primary)
            .with_first_byte_timeout(limit)
            .with_idle_timeout(limit);
        let fallbacks = rest.iter().enumerate().map(|(index, emulator)| {
            let endpoint = Endpoint::parse(emulator.endpoint()).unwrap();
            Fallback::new(endpoint, Credential::api_key(emulator.api_key()))
                .with_deployment("chat-0", format!("chat-{}", index + 1))
        });
        let builder = fallbacks.fold(builder, |builder, fallback| builder.with_fallback(fallback));
        builder.build().unwrap()
    }

    fn fail(&self, index: usize, fault: &str) {
        let fault: Fault = fault.parse().unwrap();
        self.emulators[index].faults().add(fault).unwrap();
    }

    fn stop(&mut self, index: usize) {
        // The others keep their ports.
        let other = self.service.block_on(Emulator::start()).unwrap();
        let stopped = std::mem::replace(&mut self.emulators[index], other);
        self.service.block_on(stopped.shutdown());
    }

    /// The number of requests at each endpoint.
    fn counts(&self) -> Vec<usize> {
        let emulators = self.emulators.iter();
        emulators.map(|emulator| emulator.requests().len()).collect()
    }

    /// The index of the endpoint.
    fn index(&self, endpoint: &Endpoint) -> usize {
        let mut emulators = self.emulators.iter();
        let found = emulators.position(|emulator| emulator.endpoint() == endpoint.origin());
        found.unwrap()
    }
}

/// Sends one request and returns the index of the endpoint that responded.
async fn ask(three: &Three, client: &Client) -> usize {
    let response = client.deployment("chat-0").chat([user(PROMPT)]).send().await.unwrap();
    assert!(response.text().contains(PROMPT), "{}", response.text());
    three.index(response.head().endpoint().unwrap())
}

/// Every fault that requests fail over for, and whether it shows before a stream has begun.
const FAULTS: [(&str, bool); 15] = [
    ("status=408", true),
    ("status=429", true),
    ("status=429; retry-after=3600", true),
    ("status=429; body=gateway; retry-text=3600", true),
    ("status=500", true),
    ("status=500; processed", true),
    ("status=502; body=html", true),
    ("status=503; body=empty", true),
    ("status=503; retry-after=3600", true),
    ("status=504; body=gateway", true),
    ("reset=headers", true),
    ("reset=headers; processed", true),
    ("close=headers", true),
    ("reset=body", false),
    ("close=body:20", false),
];

#[test]
fn second_endpoint_is_used_however_the_first_fails() {
    let three = Three::start();
    for (fault, before_the_stream) in FAULTS {
        three.fail(0, fault);
        let client = three.client(None);
        three.caller.block_on(async {
            assert_eq!(ask(&three, &client).await, 1, "{fault}");
            assert_eq!(three.counts(), [1, 1, 0], "{fault}");
        });
        if before_the_stream {
            let client = three.client(None);
            three.caller.block_on(async {
                let chat = client.deployment("chat-0").chat([user(PROMPT)]);
                let mut stream = chat.stream().await.unwrap();
                let response = stream.collect_response().await.unwrap();
                assert!(response.text().contains(PROMPT), "{fault}");
                assert_eq!(three.counts(), [2, 2, 0], "{fault}");
            });
        }
        for emulator in &three.emulators {
            emulator.faults().clear();
            emulator.clear_requests();
        }
    }
}

#[test]
fn hanging_endpoint_is_left_at_the_timeout() {
    for fault in ["latency=3600s", "first-byte=3600s"] {
        let three = Three::start();
        three.fail(0, fault);
        let client = three.client(Some(LIMIT));
        three.caller.block_on(async {
            // The second endpoint's timeout must not expire while its response is under way: the clock stops once the
            // request has arrived there. Until then it must run, since on a slow network the first endpoint's timeout
            // can begin late.
            let referee = async {
                while three.counts()[1] == 0 {
                    sleep(LIMIT / 200).await;
                }
                let _hold = Hold::new();
                std::future::pending::<()>().await
            };
            let began = tokio::time::Instant::now();
            tokio::select! {
                index = ask(&three, &client) => assert_eq!(index, 1, "{fault}"),
                () = referee => unreachable!("it never ends"),
            }
            let passed = began.elapsed();
            assert!((LIMIT..4 * LIMIT).contains(&passed), "{fault}: {passed:?}");
        });
        assert_eq!(three.counts(), [1, 1, 0], "{fault}");
    }
}

#[test]
fn unreachable_endpoints_are_passed_over() {
    let mut three = Three::start();
    let client = three.client(None);
    three.stop(0);
    three.fail(1, "status=503");
    let index = three.caller.block_on(ask(&three, &client));
    assert_eq!((index, three.counts()), (2, vec![0, 1, 1]));
}

#[test]
fn failed_endpoint_is_skipped_until_retry_after() {
    let three = Three::start();
    three.fail(0, "status=429; retry-after=30; first=2");
    let client = three.client(None);
    three.caller.block_on(async {
        let mut responded = Vec::new();
        for pause in [0, 0, 29, 2, 1, 28, 2, 0] {
            sleep(Duration::from_secs(pause)).await;
            responded.push(ask(&three, &client).await);
        }
        // The fourth request found it still busy, and the seventh found it well.
        assert_eq!(responded, [1, 1, 1, 1, 1, 1, 0, 0]);
    });
    assert_eq!(three.counts(), [4, 6, 0]);
}

#[test]
fn client_error_does_not_fail_over() {
    let three = Three::start();
    for status in [400, 401, 403, 404] {
        three.fail(0, &format!("status={status}"));
        let client = three.client(None);
        let chat = client.deployment("chat-0").chat([user(PROMPT)]);
        let error = three.caller.block_on(chat.send()).unwrap_err();
        assert_eq!(error.status().map(|found| found.as_u16()), Some(status));
        three.emulators[0].faults().clear();
    }
    assert_eq!(three.counts(), [4, 0, 0]);
}

#[test]
fn started_stream_does_not_fail_over() {
    for (fault, kind) in [
        ("reset=event:3", ErrorKind::Body),
        ("close=events:3", ErrorKind::Body),
        ("end=events:3", ErrorKind::Truncated),
        ("error-event=3", ErrorKind::Stream),
        ("garble=json:3", ErrorKind::Decode),
    ] {
        let three = Three::start();
        three.fail(0, fault);
        let client = three.client(None);
        three.caller.block_on(async {
            let chat = client.deployment("chat-0").chat([user(PROMPT)]);
            let mut stream = chat.stream().await.unwrap();
            let error = stream.collect_response().await.unwrap_err();
            assert_eq!(error.kind(), kind, "{fault}");
            assert!(!stream.partial().text().is_empty(), "{fault}");
        });
        assert_eq!(three.counts(), [1, 0, 0], "{fault}");
    }
}

/// The resources of the authoring API exist only at the first endpoint.
#[test]
fn authoring_requests_do_not_fail_over() {
    let three = Three::start();
    three.fail(0, "status=503");
    let client = three.client(None);
    three.caller.block_on(async {
        let file = || FilePart::from_bytes("train.jsonl", CONTENT);
        let upload = client.files().upload(Purpose::FineTune, file()).await;
        assert_eq!(upload.unwrap_err().attempts().len(), 1);
        let get = client.files().get("file-1").await;
        assert_eq!(get.unwrap_err().attempts().len(), 4);

        three.emulators[0].faults().clear();
        three.fail(0, "status=429; retry-after=5; first=1");
        let file = client.files().upload(Purpose::FineTune, file()).await;
        let file = file.unwrap();
        assert_eq!(three.index(file.head().endpoint().unwrap()), 0);
        // A circuit that chat requests opened stops no other request.
        three.emulators[0].faults().clear();
        three.fail(0, "status=429; retry-after=3600; operation=ChatCompletions_Create");
        assert_eq!(ask(&three, &client).await, 1);
        client.files().get(&file.id).await.unwrap();
    });
    assert_eq!(three.counts(), [1 + 4 + 2 + 2, 1, 0]);
}
