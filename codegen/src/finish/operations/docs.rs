//! What the documentation of an operation says.

use serde_json::Value;

use super::call::{Call, MethodForm};
use crate::keys::SWITCH;
use crate::walk::{members, text};
use crate::words::{code, description_or, paragraphs, spelled_out, usage};

impl Call<'_> {
    pub(super) fn docs(&self, form: MethodForm) -> String {
        let value = self.operation.value;
        let otherwise = spelled_out(self.operation.id());
        let summary = text(value, "summary");
        let words = match (summary, text(value, "description")) {
            ("", "") => otherwise,
            (summary, description) if summary == description => summary.to_owned(),
            (summary, description) => paragraphs([summary, description]),
        };
        let streamed = match form {
            MethodForm::Events if self.operation.value.get(SWITCH).is_some() => {
                "The response is a stream of events: `stream` is sent as `true`."
            }
            MethodForm::Events => "The response is a stream of events.",
            MethodForm::Bytes => {
                "The body is bytes that the caller makes, of one of the media types that are declared."
            }
            MethodForm::Plain => "",
        };
        let sent = format!(
            "{}: {}.",
            code(self.operation.id()),
            code(&format!(
                "{} {}",
                self.operation.method.to_uppercase(),
                self.operation.path
            ))
        );
        let mut list = String::new();
        for argument in self.arguments_of(form).filter(|argument| !argument.docs.is_empty()) {
            list.push_str(&format!("- `{}`: {}\n", argument.ident, as_item(&argument.docs)));
        }
        let arguments = if list.is_empty() {
            String::new()
        } else {
            format!("# Arguments\n{list}")
        };
        paragraphs([
            words.as_str(),
            &usage(value),
            streamed,
            sent.as_str(),
            &headers(value),
            &arguments,
        ])
    }
}

/// Response headers that the document declares: they are read from the response.
fn headers(operation: &Value) -> String {
    let mut list = String::new();
    for (name, header) in members(operation.pointer("/responses/200/headers")) {
        let words = as_item(&description_or(header, &spelled_out(name)));
        list.push_str(&format!("- {}: {words}\n", code(name)));
    }
    if list.is_empty() {
        list
    } else {
        format!("# Response headers\n{list}")
    }
}

/// Words as an item of a list: paragraphs run together, unless there is more than paragraphs in them.
fn as_item(words: &str) -> String {
    let is_plain = words
        .lines()
        .all(|line| !line.starts_with(|c: char| !c.is_alphabetic() && !"`(\"<\\".contains(c)))
        && !words.contains("```");
    let words = if is_plain {
        words.replace("\n\n", "\n")
    } else {
        words.to_owned()
    };
    let lines: Vec<String> = words
        .lines()
        .enumerate()
        .map(|(index, line)| {
            if index == 0 || line.is_empty() {
                line.to_owned()
            } else {
                format!("  {line}")
            }
        })
        .collect();
    lines.join("\n")
}
