//! Scripted replies from a JSON file; the format is described at [`Builder::with_script_file`](crate::Builder::with_script_file).

use std::collections::BTreeMap;
use std::path::Path;

use regex::Regex;
use serde::Deserialize;
use serde_json::Value;

use crate::error::StartError;
use crate::reply::{ChatContext, Reply};

/// A rule of a file, ready to be asked.
#[derive(Debug)]
pub(super) struct Rule {
    condition: Condition,
    regex: Option<Regex>,
    reply: Reply,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    #[serde(default, rename = "match")]
    condition: Condition,
    reply: WrittenReply,
}

/// Everything that is named must hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    deployment: Option<String>,
    /// The prompt is this text.
    equals: Option<String>,
    /// The prompt contains this text.
    contains: Option<String>,
    /// The prompt matches this regular expression somewhere.
    regex: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenReply {
    text: Option<String>,
    chunks: Option<Vec<String>>,
    #[serde(default)]
    tool_calls: Vec<WrittenCall>,
    finish_reason: Option<String>,
    #[serde(default)]
    filter: BTreeMap<String, Value>,
    cut_by_filter: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCall {
    name: String,
    /// JSON, or a string that is sent as it is, whether or not it is JSON.
    #[serde(default)]
    arguments: Option<Value>,
}

impl Rule {
    /// The reply, if the rule matches.
    pub(super) fn reply(&self, call: &ChatContext<'_>) -> Option<Reply> {
        let Condition {
            deployment,
            equals,
            contains,
            ..
        } = &self.condition;
        let prompt = call.prompt();
        let holds = deployment.as_deref().is_none_or(|name| name == call.deployment())
            && equals.as_deref().is_none_or(|text| text == prompt)
            && contains.as_deref().is_none_or(|text| prompt.contains(text))
            && self.regex.as_ref().is_none_or(|regex| regex.is_match(prompt));
        holds.then(|| self.reply.clone())
    }

    /// Checks what the types cannot; errors name the place.
    fn check(index: usize, written: WrittenRule) -> Result<Self, String> {
        let WrittenRule { condition, reply } = written;
        let regex = condition.regex.as_deref().map(Regex::new).transpose();
        let regex = regex.map_err(|error| format!("rule {index}, match.regex: {error}"))?;
        let filter = reply.filter.iter().find(|(_, result)| !result.is_object());
        if let Some((category, _)) = filter {
            return Err(format!(
                "rule {index}, reply.filter.{category}: expected an object such as {{\"filtered\": false, \"severity\": \"medium\"}}"
            ));
        }
        let reply = reply
            .make()
            .map_err(|problem| format!("rule {index}, reply: {problem}"))?;
        Ok(Self {
            condition,
            regex,
            reply,
        })
    }
}

impl WrittenReply {
    fn make(self) -> Result<Reply, &'static str> {
        let mut reply = match (self.text, self.chunks) {
            (Some(_), Some(_)) => return Err("'text' and 'chunks' are both given; keep one"),
            (None, None) if self.tool_calls.is_empty() => {
                return Err("it says nothing; give 'text', 'chunks' or 'tool_calls'");
            }
            (Some(text), None) => Reply::text(text),
            (None, Some(chunks)) => Reply::chunks(chunks),
            (None, None) => Reply::default(),
        };
        for call in self.tool_calls {
            let arguments = call.arguments.unwrap_or_else(|| Value::Object(Default::default()));
            reply = match arguments {
                Value::String(text) => reply.with_raw_tool_call(call.name, text),
                json => reply.with_tool_call(call.name, json),
            };
        }
        reply.finish_reason = self.finish_reason;
        reply.filter_results = self.filter;
        reply.cut = self.cut_by_filter;
        Ok(reply)
    }
}

pub(super) async fn read(path: &Path) -> Result<Vec<Rule>, StartError> {
    let text = tokio::fs::read_to_string(path).await;
    let text = text.map_err(|source| StartError::ScriptUnreadable {
        path: path.to_owned(),
        source,
    })?;
    parse(&text).map_err(|problem| StartError::InvalidScript {
        path: path.to_owned(),
        problem,
    })
}

fn parse(text: &str) -> Result<Vec<Rule>, String> {
    // Rules are checked after parsing, so that an error names the rule.
    let rules: Vec<WrittenRule> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let checked = rules.into_iter().enumerate();
    checked.map(|(index, rule)| Rule::check(index + 1, rule)).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn problems_say_where() {
        for (text, expected) in [
            ("", "line 1 column 0"),
            ("{}", "line 1 column 0"),
            ("[\n{\"reply\": {\"txt\": \"a\"}}]", "unknown field `txt`"),
            ("[\n{\"reply\": {\"txt\": \"a\"}}]", "line 2"),
            ("[{\"reply\": {\"text\": 1}}]", "line 1 column 21"),
            ("[{\"match\": {}}]", "missing field `reply`"),
            (
                "[{\"match\": {\"prompt\": \"a\"}, \"reply\": {\"text\": \"\"}}]",
                "unknown field `prompt`",
            ),
            (
                "[{\"reply\": {\"text\": \"\"}}, {\"reply\": {}}]",
                "rule 2, reply: it says nothing",
            ),
            ("[{\"reply\": {\"text\": \"\", \"chunks\": []}}]", "both given"),
            (
                "[{\"match\": {\"regex\": \"(\"}, \"reply\": {\"text\": \"\"}}]",
                "rule 1, match.regex",
            ),
            (
                "[{\"reply\": {\"text\": \"\", \"filter\": {\"hate\": true}}}]",
                "rule 1, reply.filter.hate",
            ),
        ] {
            let problem = parse(text).err().unwrap();
            assert!(problem.contains(expected), "{text}: {problem}");
        }
        assert!(parse("[]").unwrap().is_empty());
    }
}
