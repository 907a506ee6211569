//! Text as prompts and inputs of embeddings give it: a string, a list of strings, a list of tokens, or a list of those.

use serde_json::Value;

use crate::tokens::Vocabulary;
use crate::wire::ServiceError;
use crate::wire::parameters::{empty_array, invalid_value, wrong_type};

/// A text, its tokens counted.
#[derive(Debug)]
pub(crate) struct Input {
    /// Where it stands in the body.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) tokens: usize,
}

/// The number of texts in `value`.
pub(crate) fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) if !items.first().is_some_and(Value::is_number) => items.len(),
        _ => 1,
    }
}

/// Reads the texts in `value`, which stands at `path`.
pub(crate) fn read(value: &Value, path: &str, vocabulary: Vocabulary) -> Result<Vec<Input>, ServiceError> {
    let one = |value: &Value, path: String, expected: &str| match value {
        Value::String(text) => Ok(Input {
            tokens: vocabulary.count(text),
            text: text.clone(),
            path,
        }),
        Value::Array(tokens) => from_tokens(tokens, path, vocabulary),
        _ => Err(wrong_type(&path, expected)),
    };
    let items = match value {
        Value::Array(items) if !items.first().is_some_and(Value::is_number) => items,
        value => return Ok(vec![one(value, path.to_owned(), "a string or an array")?]),
    };
    let first = items.first().ok_or_else(|| empty_array(path))?;
    let expected = match first {
        Value::String(_) => "a string",
        Value::Array(_) => "an array of tokens",
        _ => "a string or an array of tokens",
    };
    let read = |(index, item): (usize, &Value)| {
        let path = format!("{path}[{index}]");
        match item.is_string() == first.is_string() {
            true => one(item, path, expected),
            false => Err(wrong_type(&path, expected)),
        }
    };
    items.iter().enumerate().map(read).collect()
}

fn from_tokens(tokens: &[Value], path: String, vocabulary: Vocabulary) -> Result<Input, ServiceError> {
    let number = |(index, token): (usize, &Value)| {
        let number = token.as_u64().and_then(|token| u32::try_from(token).ok());
        number.ok_or_else(|| wrong_type(&format!("{path}[{index}]"), "a token"))
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
