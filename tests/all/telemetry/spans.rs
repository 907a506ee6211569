//! An in-memory span exporter.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use opentelemetry::trace::{SpanId, SpanKind, Status, TracerProvider as _};
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider, SpanData};
use serde_json::Value;
use tracing::Dispatch;
use tracing::subscriber::{DefaultGuard, NoSubscriber};
use tracing_subscriber::layer::SubscriberExt as _;

/// Collects the spans of this thread until dropped.
pub(crate) struct Spans {
    exporter: InMemorySpanExporter,
    _provider: SdkTracerProvider,
    _guard: DefaultGuard,
}

/// An exported span.
#[derive(Debug)]
pub(crate) struct Span {
    pub(crate) id: SpanId,
    pub(crate) parent: SpanId,
    pub(crate) name: String,
    pub(crate) failed: bool,
    /// The attributes of the semantic conventions, sorted; numbers stay numbers.
    pub(crate) attributes: BTreeMap<String, Value>,
    pub(crate) events: Vec<String>,
}

impl Spans {
    pub(crate) fn collect() -> Self {
        // With a single subscriber in the process, a thread without it that reaches a span first would disable that
        // span for all threads: `tracing` then consults that thread's subscriber alone. With a second one it consults
        // both.
        static SECOND: OnceLock<Dispatch> = OnceLock::new();
        SECOND.get_or_init(|| Dispatch::new(NoSubscriber::default()));
        let exporter = InMemorySpanExporter::default();
        let provider = SdkTracerProvider::builder()
            .with_simple_exporter(exporter.clone())
            .build();
        let layer = tracing_opentelemetry::layer()
            .with_tracer(provider.tracer("tests"))
            // The layer's own attributes, which are not compared.
            .with_location(false)
            .with_threads(false)
            .with_target(false)
            .with_tracked_inactivity(false);
        let subscriber = tracing_subscriber::registry().with(layer).with(tests::trace::layer());
        Self {
            exporter,
            _provider: provider,
            _guard: tracing::subscriber::set_default(subscriber),
        }
    }

    /// Returns the spans that ended since the last call, in the order in which they ended.
    pub(crate) fn take(&self) -> Vec<Span> {
        let spans = self.exporter.get_finished_spans().unwrap();
        self.exporter.reset();
        spans
            .into_iter()
            .filter(|span| span.span_kind == SpanKind::Client)
            .map(Span::from)
            .collect()
    }

    /// Returns the span of an operation and those of its attempts, if there are no others.
    pub(crate) fn call(&self) -> (Span, Vec<Span>) {
        let mut spans = self.take();
        let call = spans.pop().unwrap();
        assert_eq!(call.parent, SpanId::INVALID, "{call:?}");
        for attempt in &spans {
            assert_eq!(attempt.parent, call.id, "{attempt:?}");
        }
        (call, spans)
    }
}

impl From<SpanData> for Span {
    fn from(data: SpanData) -> Self {
        let value = |value: opentelemetry::Value| match value {
            opentelemetry::Value::Bool(value) => Value::from(value),
            opentelemetry::Value::I64(value) => Value::from(value),
            opentelemetry::Value::F64(value) => Value::from(value),
            other => Value::from(other.as_str().into_owned()),
        };
        Self {
            id: data.span_context.span_id(),
            parent: data.parent_span_id,
            name: data.name.into_owned(),
            failed: matches!(data.status, Status::Error { .. }),
            attributes: data
                .attributes
                .into_iter()
                .map(|pair| (pair.key.to_string(), value(pair.value)))
                .collect(),
            events: data.events.iter().map(|event| event.name.to_string()).collect(),
        }
    }
}

impl Span {
    pub(crate) fn get(&self, name: &str) -> &Value {
        self.attributes.get(name).unwrap_or(&Value::Null)
    }
}
