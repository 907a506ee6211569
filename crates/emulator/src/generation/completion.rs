//! What the answers to chat and text completions have in common.

use serde_json::Value;

use super::filter;
use super::finish::Budget;
use super::model::{TextModel, Usage};

/// Everything that is answered, streamed or not.
#[derive(Debug)]
pub(crate) struct Completion<C> {
    pub(crate) id: String,
    /// In seconds since 1970.
    pub(crate) created: i64,
    pub(crate) model: TextModel,
    pub(crate) prompt_results: Value,
    pub(crate) choices: Vec<C>,
    pub(crate) usage: Usage,
    /// How many guesses at each token to tell, if any.
    pub(crate) logprobs: Option<usize>,
}

/// How a choice ended.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) reason: String,
    /// What the filter says of what it let pass.
    pub(crate) passed: Value,
    /// What it says if it cut the choice.
    pub(crate) cut: Option<Value>,
}

impl Ending {
    /// The first of these that holds: the filter cut the choice (a script's category, unless the tokens ran out before, or
    /// the marker that was found), the script has a reason of its own, the tokens ran out, or else `reason`.
    pub(crate) fn new(
        passed: Value,
        scripted_cut: Option<String>,
        by_filter: bool,
        scripted_reason: Option<String>,
        budget: &Budget,
        reason: &str,
    ) -> Self {
        let category = match scripted_cut {
            Some(category) if !budget.cut => Some(category),
            _ if by_filter => Some("hate".to_owned()),
            _ => None,
        };
        let reason = match scripted_reason {
            _ if category.is_some() => "content_filter".to_owned(),
            Some(reason) => reason,
            None if budget.cut => "length".to_owned(),
            None => reason.to_owned(),
        };
        Self {
            reason,
            cut: category.map(|category| filter::cut_results(&passed, &category)),
            passed,
        }
    }

    /// What the filter says of the whole choice.
    pub(crate) fn results(&self) -> &Value {
        self.cut.as_ref().unwrap_or(&self.passed)
    }
}
