//! What chat and text completions have in common, before they are written as a whole or as chunks.

use serde_json::Value;

use super::filter;
use super::finish::Budget;
use super::model::{TextModel, Usage};

/// A completion, streamed or not.
#[derive(Debug)]
pub(crate) struct Completion<C> {
    pub(crate) id: String,
    /// In seconds since 1970.
    pub(crate) created: i64,
    pub(crate) model: TextModel,
    pub(crate) prompt_results: Value,
    pub(crate) choices: Vec<C>,
    pub(crate) usage: Usage,
    /// The number of alternatives to report for each token, if log probabilities are requested.
    pub(crate) logprobs: Option<usize>,
}

/// How a choice ended.
#[derive(Debug)]
pub(crate) struct Ending {
    pub(crate) reason: String,
    /// The filter results of the text that passed.
    pub(crate) passed: Value,
    /// The filter results if the filter cut the choice.
    pub(crate) cut: Option<Value>,
}

impl Ending {
    /// The first of these that holds: the filter cut the choice (a script's category, unless the tokens ran out before, or
    /// the marker that was found), the script has a reason of its own, the tokens ran out, or else `reason`.
    pub(crate) fn new(
        passed: Value,
        scripted_cut: Option<String>,
        by_filter: Option<&'static str>,
        scripted_reason: Option<String>,
        budget: &Budget,
        reason: &str,
    ) -> Self {
        let category = match scripted_cut {
            Some(category) if !budget.cut => Some(category),
            _ => by_filter.map(str::to_owned),
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

    /// The filter results of the whole choice.
    pub(crate) fn results(&self) -> &Value {
        self.cut.as_ref().unwrap_or(&self.passed)
    }
}
