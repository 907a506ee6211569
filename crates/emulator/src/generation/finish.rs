//! Where a completion ends: stop sequences, the content filter, the limit of tokens.

use super::filter;
use crate::tokens::Vocabulary;

/// The text up to the first stop sequence. An empty sequence is ignored.
fn stop_at(text: &mut String, stop: &[&str]) {
    let ends = stop
        .iter()
        .filter(|stop| !stop.is_empty())
        .filter_map(|stop| text.find(stop));
    if let Some(end) = ends.min() {
        text.truncate(end);
    }
}

/// Ends the text of the model at a stop sequence, at the marker of the filter, or where the tokens run out, whichever
/// comes first. Returns the category for which the filter ended it too.
pub(super) fn end(
    mut text: String,
    stop: &[&str],
    marker: &str,
    budget: &mut Budget,
) -> (String, Option<&'static str>) {
    stop_at(&mut text, stop);
    let found = filter::find(&text, marker);
    if let Some((place, _)) = found {
        text.truncate(place);
    }
    let text = budget.spend(text);
    (text, found.filter(|_| !budget.cut).map(|(_, category)| category))
}

/// The tokens that a choice may still use.
#[derive(Debug)]
pub(crate) struct Budget {
    vocabulary: Vocabulary,
    limit: usize,
    left: usize,
    /// Whether something did not fit.
    pub(super) cut: bool,
}

impl Budget {
    pub(crate) fn new(vocabulary: Vocabulary, limit: usize) -> Self {
        Self {
            vocabulary,
            limit,
            left: limit,
            cut: false,
        }
    }

    /// Takes the tokens of a text, and cuts it where they run out.
    pub(super) fn spend(&mut self, text: String) -> String {
        match self.vocabulary.cut(&text, self.left) {
            Some(kept) => {
                self.cut = true;
                self.left = 0;
                kept
            }
            None => {
                self.left -= self.vocabulary.count(&text);
                text
            }
        }
    }

    /// Takes the tokens of thoughts, as far as there are any.
    pub(crate) fn think(&mut self, tokens: usize) -> usize {
        let taken = tokens.min(self.left);
        self.left -= taken;
        taken
    }

    pub(crate) fn spent(&self) -> usize {
        self.limit - self.left
    }
}
