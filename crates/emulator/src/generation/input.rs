//! Text as prompts and inputs of embeddings give it: a string, a list of strings, a list of tokens, or a list of those.

use serde::Deserialize;

use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::parameters::{invalid_value, wrong_type};

/// As it is sent.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum GivenInput<'a> {
    Text(&'a str),
    #[serde(borrow)]
    Texts(Vec<&'a str>),
    Tokens(Vec<i64>),
    TokenLists(Vec<Vec<i64>>),
}

/// A text, its tokens counted.
#[derive(Debug)]
pub(crate) struct Input {
    /// Where it stands in the body.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) tokens: usize,
}

impl GivenInput<'_> {
    /// The number of texts.
    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Text(_) | Self::Tokens(_) => 1,
            Self::Texts(texts) => texts.len(),
            Self::TokenLists(lists) => lists.len(),
        }
    }

    /// Reads the texts of the field `name`.
    pub(crate) fn read(&self, name: &str, vocabulary: Vocabulary) -> Result<Vec<Input>, ServiceError> {
        let at = |index: usize| format!("{name}[{index}]");
        let from_text = |text: &str, path: String| Input {
            tokens: vocabulary.count(text),
            text: text.to_owned(),
            path,
        };
        let from_tokens = |tokens: &[i64], path: String| from_tokens(tokens, path, vocabulary);
        match self {
            Self::Text(text) => Ok(vec![from_text(text, name.to_owned())]),
            Self::Tokens(tokens) => Ok(vec![from_tokens(tokens, name.to_owned())?]),
            Self::Texts(texts) => Ok(texts
                .iter()
                .enumerate()
                .map(|(index, text)| from_text(text, at(index)))
                .collect()),
            Self::TokenLists(lists) => lists
                .iter()
                .enumerate()
                .map(|(index, list)| from_tokens(list, at(index)))
                .collect(),
        }
    }
}

fn from_tokens(tokens: &[i64], path: String, vocabulary: Vocabulary) -> Result<Input, ServiceError> {
    let number = |(index, token): (usize, &i64)| {
        u32::try_from(*token).map_err(|_| wrong_type(&format!("{path}[{index}]"), "a token"))
    };
    let numbers = tokens.iter().enumerate().map(number);
    let numbers = numbers.collect::<Result<Vec<u32>, _>>()?;
    let text = vocabulary.decode(&numbers).map_err(|unknown| {
        let message = format!("Token {unknown} in '{path}' does not exist in this model's vocabulary.");
        invalid_value(&path, message)
    })?;
    Ok(Input {
        path,
        text,
        tokens: numbers.len(),
    })
}
