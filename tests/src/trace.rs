//! Everything that the libraries beneath say, printed: for the run that looks for secrets in it.

use std::sync::Once;

use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, fmt};

/// The variable that asks for it.
pub const VARIABLE: &str = "AZURE_OPENAI_TEST_TRACE";

/// Prints from now on what is traced and logged anywhere in the process, at the most verbose level, if
/// [asked for](VARIABLE). Servers and clients of the tests call it before anything else.
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

/// The same for a test that has a subscriber of its own.
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
