//! An emulator, a client of it, and a record of the operations that were called with valid and with invalid input.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::time::Duration;

use azure_openai::authoring::Purpose;
use azure_openai::{Client, Error, ErrorKind, FilePart, Response};
use azure_openai_core::RequestBuilder;
use azure_openai_core::reader::FromResponse;
use azure_openai_emulator::{Builder, Emulator};
use tests::clients::{KEY, client};

use crate::operations::exchange::Api;

/// How much faster the emulator's clock runs than real time.
const FAST: f64 = 200.0;
/// The poll interval.
pub(super) const SOON: Duration = Duration::from_millis(4);

/// An operation of one of the specifications. Both have a `Models_List`.
pub(super) type Named = (Api, &'static str);

/// The operations that one test must call, and those that it has called.
pub(super) struct Group {
    pub(super) emulator: Emulator,
    pub(super) client: Client,
    good: Mutex<BTreeSet<Named>>,
    bad: Mutex<BTreeSet<Named>>,
}

impl Group {
    /// Starts an emulator with the default deployments and a fast clock.
    pub(super) async fn start() -> Self {
        Self::of(Emulator::builder()).await
    }

    pub(super) async fn of(builder: Builder) -> Self {
        // Before the server logs anything.
        tests::trace::start();
        let emulator = builder.with_api_key(KEY).start().await.unwrap();
        emulator.clock().set_speed(FAST);
        let client = client(emulator.endpoint());
        Self {
            emulator,
            client,
            good: Mutex::default(),
            bad: Mutex::default(),
        }
    }

    /// Stops the emulator's clock, so that only the test advances it.
    pub(super) fn stop_clock(&self) {
        self.emulator.clock().set_speed(0.0);
    }

    pub(super) fn start_clock(&self) {
        self.emulator.clock().set_speed(FAST);
    }

    pub(super) fn inference(&self) -> Side<'_> {
        Side(self, Api::Inference)
    }

    pub(super) fn authoring(&self) -> Side<'_> {
        Side(self, Api::Authoring)
    }

    /// Uploads a file, waits until it is processed, and returns its id.
    pub(super) async fn file(&self, purpose: Purpose, content: impl Into<String>) -> String {
        let part = FilePart::from_bytes("data.jsonl", content.into());
        let files = self.client.files();
        let file = files.upload(purpose, part).await.unwrap();
        let wait = files.wait(&file.id).with_interval(SOON, SOON);
        wait.await.unwrap().id.clone()
    }

    /// Checks that exactly these operations were called, each with valid and with invalid input, and that every
    /// response conformed to the specification.
    pub(super) fn finish(self, operations: &[Named]) {
        let expected: BTreeSet<Named> = operations.iter().copied().collect();
        assert_eq!(self.good.into_inner().unwrap(), expected, "good input");
        assert_eq!(self.bad.into_inner().unwrap(), expected, "bad input");
        sound(&self.emulator);
    }
}

/// Checks that every response conformed to the specification and that the emulator had no internal failure.
pub(super) fn sound(emulator: &Emulator) {
    assert_eq!(emulator.violations(), [""; 0]);
    for request in emulator.requests() {
        let failed = request.status.is_some_and(|status| status.is_server_error());
        assert!(!failed && request.operation.is_some(), "{request:?}");
    }
}

/// The operations of one specification.
#[derive(Clone, Copy)]
pub(super) struct Side<'a>(&'a Group, Api);

impl Side<'_> {
    /// Sends a request that must succeed with the status of the specification.
    #[track_caller]
    pub(super) fn good<A: FromResponse>(
        self,
        call: RequestBuilder<A>,
        status: u16,
    ) -> impl Future<Output = Response<A::Value>> {
        let id = call.operation().id;
        let at = std::panic::Location::caller();
        async move {
            let response = call.await.unwrap_or_else(|error| panic!("{id} at {at}: {error}"));
            assert_eq!(response.head().status().as_u16(), status, "{id} at {at}");
            assert!(response.head().request_id().is_some(), "{id} at {at}");
            self.0.good.lock().unwrap().insert((self.1, id));
            response
        }
    }

    /// Sends a request that must fail with this status and error code.
    #[track_caller]
    pub(super) fn bad<A: FromResponse>(
        self,
        call: RequestBuilder<A>,
        status: u16,
        code: &str,
    ) -> impl Future<Output = Error> {
        let id = call.operation().id;
        let at = std::panic::Location::caller();
        async move {
            let Err(error) = call.await else {
                panic!("{id} at {at}: no error");
            };
            let reported = (error.status().map(|status| status.as_u16()), error.code());
            assert_eq!(reported, (Some(status), Some(code)), "{id} at {at}: {error}");
            assert_eq!(error.kind(), ErrorKind::Status, "{id} at {at}");
            assert_eq!(error.operation(), Some(id), "{at}");
            assert!(error.request_id().is_some(), "{id} at {at}");
            assert!(error.message().is_some_and(|text| !text.is_empty()), "{id} at {at}");
            let is = [
                (error.is_invalid_request(), 400),
                (error.is_unauthorized(), 401),
                (error.is_forbidden(), 403),
                (error.is_not_found(), 404),
                (error.is_conflict(), 409),
            ];
            for (is, of) in is {
                assert_eq!(is, of == status, "{id} at {at}: {of}");
            }
            assert!(!error.is_transient(), "{id} at {at}: {error}");
            self.0.bad.lock().unwrap().insert((self.1, id));
            error
        }
    }
}
