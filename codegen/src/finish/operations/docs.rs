//! What the documentation of an operation says.

use serde_json::Value;

use super::call::{Call, MethodForm, is_long_running};
use crate::keys::SWITCH;
use crate::walk::{fields, text};
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
            &self.continuation(),
            &headers(value),
            &arguments,
            &self.error_types(),
        ])
    }

    /// How to get more than the first response.
    fn continuation(&self) -> String {
        let long_running = is_long_running(self.operation.value).then_some(
            "A long-running operation: [`until_done`](RequestBuilder::until_done) polls it to its end and returns its \
             result, otherwise the response is the first one.",
        );
        let list = self.is_list.then_some(
            "A list: [`items`](RequestBuilder::items) and [`pages`](RequestBuilder::pages) go on to its end, otherwise \
             the response is the first page.",
        );
        paragraphs([long_running.unwrap_or_default(), list.unwrap_or_default()])
    }

    fn error_types(&self) -> String {
        if self.errors.is_empty() {
            return String::new();
        }
        let mut list = String::new();
        for (status, ty) in &self.errors {
            // No link: the type may be in another module, and its name out of scope here.
            let shown = code(&super::shown(ty));
            let status = match status.as_str() {
                "default" => "any other status",
                status => status,
            };
            list.push_str(&format!("- {status}: {shown}\n"));
        }
        format!("# Errors\nTheir bodies decode by [`decode_body`](azure_openai_core::Error::decode_body) as:\n\n{list}")
    }
}

/// Response headers that the document declares: they are read from the response.
fn headers(operation: &Value) -> String {
    let mut list = String::new();
    for (name, header) in fields(operation.pointer("/responses/200/headers")) {
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
