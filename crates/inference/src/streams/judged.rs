//! What the content filter found, chunk after chunk.

use std::sync::Arc;

use azure_openai_core::{ContentFilterResults, Extra};
use serde_json::value::RawValue;

use super::merge;
use super::piece::Judgement;

/// The judgements of a choice so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Judged {
    /// Of each category the worst; `None` while the filter has said nothing.
    pub(super) worst: Option<ContentFilterResults>,
    /// The last one, as it came and decoded.
    last: Option<(Box<RawValue>, Arc<ContentFilterResults>)>,
}

impl Judged {
    /// Takes the next judgement. Gives it if it says anything; one that has another shape than is known goes to `extra`.
    pub(super) fn take(&mut self, judgement: Judgement, extra: &mut Extra) -> Option<Arc<ContentFilterResults>> {
        let results = match judgement {
            Judgement::Decoded(results) => Arc::new(*results),
            Judgement::Raw(raw) => {
                if let Some((last, results)) = &self.last
                    && last.get() == raw.get()
                {
                    // The worst of the same is the same.
                    return says_anything(results).then(|| Arc::clone(results));
                }
                match serde_json::from_str::<ContentFilterResults>(raw.get()) {
                    Ok(results) => {
                        let results = Arc::new(results);
                        self.last = Some((raw, Arc::clone(&results)));
                        results
                    }
                    Err(_) => {
                        // It is JSON, or the chunk would not have been decoded.
                        let value = serde_json::from_str(raw.get()).unwrap_or_default();
                        extra.insert("content_filter_results".to_owned(), value);
                        return None;
                    }
                }
            }
        };
        merge::worse(&mut self.worst, &results);
        says_anything(&results).then_some(results)
    }
}

fn says_anything(results: &ContentFilterResults) -> bool {
    *results != ContentFilterResults::default()
}
