//! Training data, checked before it is uploaded.

use std::fmt;
use std::path::Path;

use azure_openai_core::{Error, Value};
use serde_json::Map;

use crate::jsonl::JsonLines;
use crate::tokens;

/// The cost of a message beside its text, and of the end of an example, in tokens.
const TOKENS_A_MESSAGE: u64 = 3;
const TOKENS_AN_EXAMPLE: u64 = 3;
/// The cost of an image in low detail.
const TOKENS_AN_IMAGE: u64 = 85;
/// The fewest examples that the service takes.
const FEWEST_EXAMPLES: u64 = 10;
/// The most problems that are kept; the rest is counted.
const MOST_PROBLEMS: usize = 100;

/// What a file of training examples holds, and what is wrong with it: see [`check`](Self::check).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrainingReport {
    /// The number of examples, invalid ones included.
    pub examples: u64,
    /// The tokens of all valid examples: counted with the feature `tiktoken`, else estimated as a quarter of the bytes.
    pub tokens: u64,
    /// The most tokens of an example, and its line.
    pub longest: Option<(u64, u64)>,
    /// What is wrong, the first hundred: invalid lines, and at the last one that there are too few.
    pub problems: Vec<TrainingProblem>,
    /// The number of problems.
    pub problem_count: u64,
}

/// What is wrong with a line of training data.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrainingProblem {
    /// The number of the line, from 1.
    pub line: u64,
    /// What is wrong.
    pub message: String,
}

impl TrainingReport {
    /// Reads a file of training examples, of conversations (`messages`) or preferences (`input`, `preferred_output`,
    /// `non_preferred_output`), a line of JSON each. Nothing is sent. Memory holds one line.
    ///
    /// # Errors
    /// [`File`](crate::ErrorKind::File) where the file cannot be read;
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where it has a line that is not text, or no examples.
    /// Invalid examples are [`problems`](Self::problems).
    ///
    /// ```no_run
    /// use azure_openai::fine_tuning::TrainingReport;
    /// let report = TrainingReport::check("examples.jsonl", "gpt-4o-mini")?;
    /// for problem in &report.problems {
    ///     println!("{problem}");
    /// }
    /// println!("{} tokens in 3 epochs", report.training_tokens(3));
    /// # Ok::<(), azure_openai::Error>(())
    /// ```
    pub fn check(path: impl AsRef<Path>, model: &str) -> Result<Self, Error> {
        let path = path.as_ref();
        let mut lines = JsonLines::open(path)?;
        let mut report = Self::default();
        while let Some(line) = lines.next()? {
            report.examples += 1;
            match example(line.text, model) {
                Ok(tokens) => {
                    report.tokens += tokens;
                    if report.longest.is_none_or(|(most, _)| most < tokens) {
                        report.longest = Some((tokens, line.number));
                    }
                }
                Err(message) => report.add(line.number, message),
            }
        }
        if report.examples == 0 {
            return Err(Error::invalid_request(format!("`{}` has no examples", path.display())));
        }
        if report.examples < FEWEST_EXAMPLES {
            let message = format!(
                "the file has {} examples: the service takes no fewer than {FEWEST_EXAMPLES}",
                report.examples
            );
            report.add(report.examples, message);
        }
        Ok(report)
    }

    fn add(&mut self, line: u64, message: String) {
        self.problem_count += 1;
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(TrainingProblem { line, message });
        }
    }

    /// Returns whether nothing is wrong.
    pub fn is_valid(&self) -> bool {
        self.problem_count == 0
    }

    /// Returns the tokens that training of so many epochs takes, which is what is paid for.
    pub fn training_tokens(&self, epochs: u64) -> u64 {
        self.tokens.saturating_mul(epochs)
    }
}

impl fmt::Display for TrainingProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// The tokens of an example, or what is wrong with it.
fn example(text: &str, model: &str) -> Result<u64, String> {
    let example: Value = serde_json::from_str(text).map_err(|error| format!("not valid JSON: {error}"))?;
    let Some(fields) = example.as_object() else {
        return Err("not a JSON object".to_owned());
    };
    let tokens = match fields.contains_key("input") || fields.contains_key("preferred_output") {
        true => preference(fields, model)?,
        false => conversation(fields, "messages", true, model)?,
    };
    Ok(tokens + TOKENS_AN_EXAMPLE)
}

fn preference(fields: &Map<String, Value>, model: &str) -> Result<u64, String> {
    let Some(input) = fields.get("input").and_then(Value::as_object) else {
        return Err("`input` is not an object".to_owned());
    };
    let mut sum = conversation(input, "messages", false, model).map_err(|error| format!("in `input`: {error}"))?;
    for name in ["preferred_output", "non_preferred_output"] {
        let output = fields.get(name).and_then(Value::as_array);
        for message in output.into_iter().flatten() {
            if message["role"] != "assistant" {
                return Err(format!("`{name}` has a message whose role is not `assistant`"));
            }
        }
        sum += conversation(fields, name, true, model)?;
    }
    Ok(sum)
}

fn conversation(fields: &Map<String, Value>, name: &str, with_reply: bool, model: &str) -> Result<u64, String> {
    let messages = match fields.get(name).map(|value| (value, value.as_array())) {
        Some((_, Some(messages))) => messages,
        Some((_, None)) => return Err(format!("`{name}` is not a list")),
        None => return Err(format!("`{name}` is missing")),
    };
    if with_reply && !messages.iter().any(|message| message["role"] == "assistant") {
        return Err(format!("`{name}` has no message of the role `assistant`"));
    }
    if messages.is_empty() {
        return Err(format!("`{name}` is empty"));
    }
    let mut sum = 0;
    for (index, each) in messages.iter().enumerate() {
        let tokens = message(each, model).map_err(|error| format!("`{name}[{index}]`: {error}"))?;
        sum += TOKENS_A_MESSAGE + tokens;
    }
    Ok(sum)
}

fn message(message: &Value, model: &str) -> Result<u64, String> {
    let count = |text: &str| tokens::count(model, text);
    let Some(fields) = message.as_object() else {
        return Err("not an object".to_owned());
    };
    let role = match fields.get("role").and_then(Value::as_str) {
        Some(role @ ("system" | "developer" | "user" | "assistant" | "tool" | "function")) => role,
        Some(role) => return Err(format!("unknown role `{}`", role.escape_debug())),
        None => return Err("`role` is missing".to_owned()),
    };
    match fields.get("weight") {
        None | Some(Value::Null) => {}
        Some(weight) if role == "assistant" && matches!(weight.as_i64(), Some(0 | 1)) => {}
        Some(weight) => {
            return Err(format!(
                "`weight` is {weight}: only assistant messages have one, 0 or 1"
            ));
        }
    }
    let calls = fields.get("tool_calls").or_else(|| fields.get("function_call"));
    let calls = calls.filter(|calls| !calls.is_null());
    let content = match fields.get("content") {
        None | Some(Value::Null) if role == "assistant" && calls.is_some() => 0,
        None | Some(Value::Null) => return Err("`content` is missing".to_owned()),
        Some(Value::String(text)) => count(text),
        Some(Value::Array(parts)) => {
            let mut sum = 0;
            for part in parts {
                sum += match part["type"].as_str() {
                    Some("text") => part["text"].as_str().map_or(0, count),
                    Some("image_url") => TOKENS_AN_IMAGE,
                    _ => return Err(format!("`content` has a part of the type {}", part["type"])),
                };
            }
            sum
        }
        Some(_) => return Err("`content` is neither a string nor a list".to_owned()),
    };
    let name = fields.get("name").and_then(Value::as_str).map_or(0, count);
    Ok(content + name + calls.map_or(0, |calls| count(&calls.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(lines: &str) -> Result<TrainingReport, Error> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), lines).unwrap();
        TrainingReport::check(file.path(), "gpt-4o-mini")
    }

    const GOOD: &str =
        r#"{"messages":[{"role":"user","content":"What is two and two?"},{"role":"assistant","content":"Four."}]}"#;

    #[test]
    fn examples_and_tokens_are_counted() {
        let longer = GOOD.replace("Four.", "It is four, as far as anyone knows.");
        let found = report(&format!("{}{longer}\n", format!("{GOOD}\n").repeat(10))).unwrap();
        assert!(found.is_valid(), "{found:?}");
        assert_eq!((found.examples, found.longest.unwrap().1), (11, 11));
        assert!((11 * 12..11 * 40).contains(&found.tokens), "{found:?}");
        assert_eq!(found.training_tokens(3), 3 * found.tokens);
    }

    #[test]
    fn invalid_line_is_named() {
        let preference = r#"{"input":{"messages":[{"role":"user","content":"a"}]},"preferred_output":[{"role":"assistant","content":"b"}],"non_preferred_output":[{"role":"user","content":"c"}]}"#;
        for (bad, phrase) in [
            ("{", "not valid JSON"),
            ("[]", "not a JSON object"),
            ("{}", "`messages` is missing"),
            (r#"{"messages":[]}"#, "no message of the role `assistant`"),
            (&GOOD.replace("assistant", "user"), "no message of the role `assistant`"),
            (
                &GOOD.replace("\"user\"", "\"person\""),
                "`messages[0]`: unknown role `person`",
            ),
            (&GOOD.replace("\"Four.\"", "4"), "`messages[1]`: `content` is neither"),
            (
                &GOOD.replace("\"content\":\"Four.\"", "\"weight\":1"),
                "`content` is missing",
            ),
            (&GOOD.replace("\"Four.\"", "\"Four.\",\"weight\":2"), "`weight` is 2"),
            (preference, "`non_preferred_output` has a message whose role"),
        ] {
            let found = report(&format!("{}{bad}\n", format!("{GOOD}\n").repeat(10))).unwrap();
            assert_eq!(found.problem_count, 1, "{bad}");
            assert_eq!(found.problems[0].line, 11);
            assert!(found.problems[0].to_string().contains(phrase), "{}", found.problems[0]);
        }
        let few = report(GOOD).unwrap();
        assert!(few.problems[0].message.contains("no fewer than 10"));
        assert!(report("").unwrap_err().to_string().contains("no examples"));
        assert_eq!(report(&"[]\n".repeat(250)).unwrap().problems.len(), MOST_PROBLEMS);
    }
}
