//! Every operation, sent through its generated client to a server that records requests.

mod audio;
mod batches;
mod chat;
mod checks;
pub(crate) mod exchange;
mod files;
pub(crate) mod inference;
pub(crate) mod ingestion;
pub(crate) mod training;

use exchange::Exchange;

/// Lists every request that is tested.
pub(crate) fn exchanges() -> Vec<Exchange> {
    let mut all = chat::exchanges();
    all.extend(inference::exchanges());
    all.extend(audio::exchanges());
    all.extend(files::exchanges());
    all.extend(batches::exchanges());
    all.extend(training::exchanges());
    all.extend(ingestion::exchanges());
    all
}
