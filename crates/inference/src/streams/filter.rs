//! Content filter results, chunk after chunk.

use azure_openai_core::ContentFilterResults;
use azure_openai_core::error::{CategoryResult, Severity};
use serde::Serialize;

use crate::ContentFilterOffsets;

/// Content filter results for a stretch of a response.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FilterAnnotation {
    /// The index of the choice.
    pub choice: i64,
    /// The results, by category.
    pub results: ContentFilterResults,
    /// The stretch, where an asynchronous filter reports it; otherwise the text that came with the results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offsets: Option<Box<ContentFilterOffsets>>,
}

/// The results of a choice so far.
#[derive(Clone, Debug, Default)]
pub(super) struct FilterState {
    /// Of each category the worst; `None` while there are no results.
    pub(super) worst: Option<ContentFilterResults>,
    /// The last results: nearly every chunk of a stream repeats them.
    last: ContentFilterResults,
}

impl FilterState {
    /// Takes the next results.
    pub(super) fn take(&mut self, results: &ContentFilterResults) {
        if self.last != *results || self.worst.is_none() {
            worse(&mut self.worst, results);
            self.last = results.clone();
        }
    }
}

/// Keeps of two results the worse of each category.
pub(crate) fn worse(kept: &mut Option<ContentFilterResults>, new: &ContentFilterResults) {
    let Some(kept) = kept else {
        *kept = Some(new.clone());
        return;
    };
    let kept = &mut **kept;
    for (kept, new) in [
        (&mut kept.hate, &new.hate),
        (&mut kept.self_harm, &new.self_harm),
        (&mut kept.sexual, &new.sexual),
        (&mut kept.violence, &new.violence),
        (&mut kept.profanity, &new.profanity),
        (&mut kept.jailbreak, &new.jailbreak),
        (&mut kept.protected_material_text, &new.protected_material_text),
        (&mut kept.protected_material_code, &new.protected_material_code),
    ] {
        match (&mut *kept, new) {
            (_, None) => {}
            (None, Some(new)) => *kept = Some(new.clone()),
            (Some(kept), Some(new)) => worse_of_category(kept, new),
        }
    }
    if new.custom_blocklists.is_some() {
        kept.custom_blocklists.clone_from(&new.custom_blocklists);
    }
    if new.error.is_some() {
        kept.error.clone_from(&new.error);
    }
    for (name, value) in &new.extra {
        kept.extra.insert(name.clone(), value.clone());
    }
}

fn worse_of_category(kept: &mut CategoryResult, new: &CategoryResult) {
    kept.filtered |= new.filtered;
    if rank(&new.severity) > rank(&kept.severity) {
        kept.severity.clone_from(&new.severity);
    }
    if new.detected > kept.detected {
        kept.detected = new.detected;
    }
    if new.citation.is_some() {
        kept.citation.clone_from(&new.citation);
    }
    for (name, value) in &new.extra {
        kept.extra.insert(name.clone(), value.clone());
    }
}

fn rank(severity: &Option<Severity>) -> u8 {
    match severity {
        None => 0,
        Some(Severity::Safe) => 1,
        Some(Severity::Low) => 2,
        Some(Severity::Medium) => 3,
        Some(Severity::High) => 4,
        // Unknown to this version, so not to be played down.
        Some(_) => 5,
    }
}
