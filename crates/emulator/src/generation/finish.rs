//! Where a completion ends: stop sequences, the content filter, the limit of tokens.

use super::filter;
use super::model::TextModel;
use super::text_parts::Text;
use crate::reply::Content;

/// The text up to the first stop sequence. An empty sequence is ignored.
pub(crate) fn stop_at(text: &mut String, stop: &[&str]) {
    let ends = stop
        .iter()
        .filter(|stop| !stop.is_empty())
        .filter_map(|stop| text.find(stop));
    if let Some(end) = ends.min() {
        text.truncate(end);
    }
}

/// A completion's text, and the category for which the filter ended it.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) text: Text,
    pub(crate) by_filter: Option<&'static str>,
}

/// Ends the text of the model at a stop sequence, at the marker of the filter, or where the tokens run out, whichever
/// comes first.
pub(crate) fn end(content: Content, stop: &[&str], marker: &str, budget: &mut Budget) -> Ended {
    let Content { mut text, ends } = content;
    stop_at(&mut text, stop);
    let found = filter::find(&text, marker);
    if let Some((place, _)) = found {
        text.truncate(place);
    }
    let text = budget.spend(text);
    Ended {
        text: Text { text, ends },
        by_filter: found.filter(|_| !budget.cut).map(|(_, category)| category),
    }
}

/// The tokens that a choice may still use.
#[derive(Debug)]
pub(crate) struct Budget {
    model: TextModel,
    limit: usize,
    left: usize,
    /// Whether something did not fit.
    pub(crate) cut: bool,
}

impl Budget {
    pub(crate) fn new(model: TextModel, limit: usize) -> Self {
        Self {
            model,
            limit,
            left: limit,
            cut: false,
        }
    }

    /// Takes the tokens of a text, and cuts it where they run out.
    pub(crate) fn spend(&mut self, text: String) -> String {
        let vocabulary = self.model.vocabulary;
        match vocabulary.cut(&text, self.left) {
            Some(kept) => {
                self.cut = true;
                self.left = 0;
                kept
            }
            None => {
                self.left -= vocabulary.count(&text);
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
