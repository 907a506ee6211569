//! What the tests share that send whatever comes to mind.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::client::{Client, Response};

/// An emulator, its client, and the runtime of both, for tests whose cases are not futures.
pub(crate) struct Fuzz {
    pub(crate) client: Client,
    runtime: Runtime,
}

impl Fuzz {
    pub(crate) fn new() -> Self {
        let mut builder = Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).enable_all().build().unwrap();
        Self {
            client: runtime.block_on(Client::new()),
            runtime,
        }
    }

    pub(crate) fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Runs so many cases; for a longer hunt the variable `PROPTEST_CASES` sets another number.
    pub(crate) fn run<S: Strategy>(
        &self,
        cases: u32,
        strategy: &S,
        test: impl AsyncFn(&Client, S::Value) -> Result<(), TestCaseError>,
    ) {
        let mut config = ProptestConfig::default();
        if std::env::var_os("PROPTEST_CASES").is_none() {
            config.cases = cases;
        }
        let result = TestRunner::new(config).run(strategy, |value| self.runtime.block_on(test(&self.client, value)));
        result.unwrap_or_else(|failure| panic!("{failure}"));
    }
}

/// Any JSON, small, that often has one of the texts as a value and always one of the names as a field's.
pub(crate) fn any_json(
    texts: &'static [&'static str],
    names: &'static [&'static str],
) -> impl Strategy<Value = Value> + Clone {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(texts).prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        let fields = prop::collection::vec((prop::sample::select(names), inner.clone()), 0..5);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            fields.prop_map(|fields| {
                let named = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
                Value::Object(named.collect())
            }),
        ]
    })
}

/// A good body with up to three fields replaced.
pub(crate) fn changed(
    good: Value,
    names: Vec<String>,
    values: impl Strategy<Value = Value>,
) -> impl Strategy<Value = Value> {
    let changes = prop::collection::vec((prop::sample::select(names), values), 0..4);
    changes.prop_map(move |changes| {
        let mut body = good.clone();
        for (name, value) in changes {
            body[name.as_str()] = value;
        }
        body
    })
}

/// One of these statuses, and an error that says what is wrong if it is one.
pub(crate) fn check(response: &Response, statuses: &[u16], sent: &Value) -> Result<(), TestCaseError> {
    let status = response.status.as_u16();
    prop_assert!(statuses.contains(&status), "{sent}: {response:?}");
    if status >= 400 {
        let body = response.json();
        let error = &body["error"];
        let has_code = error["code"].is_string() || error["code"].is_null() && error["type"] == "invalid_request_error";
        prop_assert!(has_code && error["message"].is_string(), "{sent}: {body}");
    }
    Ok(())
}

/// Each byte escaped, as a URL may have it.
pub(crate) fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
