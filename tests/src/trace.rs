//! Prints the libraries' traces and logs, for the run of the suite that looks for secrets in them.

use std::sync::Once;

use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, fmt};

/// Environment variable that turns tracing on.
pub const VARIABLE: &str = "AZURE_OPENAI_TEST_TRACE";

/// Prints every trace and log record of the process at the most verbose level if [`VARIABLE`] is set. Called by the
/// servers and clients of the tests before anything else.
pub fn start() {
    static START: Once = Once::new();
    START.call_once(|| {
        if std::env::var_os(VARIABLE).is_some() {
            use tracing_subscriber::layer::SubscriberExt as _;
            use tracing_subscriber::util::SubscriberInitExt as _;
            tracing_subscriber::registry().with(printer()).init();
        }
    });
}

/// Returns the same layer for a test that has a subscriber of its own.
pub fn layer<S>() -> Option<impl Layer<S>>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    std::env::var_os(VARIABLE).map(|_| printer())
}

fn printer<S>() -> impl Layer<S>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
        .with_filter(LevelFilter::TRACE)
}
