//! Attributes of a response that was read whole.

use serde::Deserialize;
use serde_json::Value;

use super::ResponseAttributes;

/// The few fields that are of interest. The rest is skipped, not decoded.
#[derive(Deserialize)]
struct View {
    id: Option<String>,
    model: Option<String>,
    usage: Option<Usage>,
    choices: Option<Vec<Choice>>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(alias = "input_tokens")]
    prompt_tokens: Option<i64>,
    #[serde(alias = "output_tokens")]
    completion_tokens: Option<i64>,
}

#[derive(Deserialize)]
struct Choice {
    index: Option<i64>,
    finish_reason: Option<String>,
}

impl ResponseAttributes {
    /// Reads them from the JSON; another shape than the known ones is ignored.
    pub(super) fn read(&mut self, json: &str) {
        let Ok(view) = serde_json::from_str::<View>(json) else {
            return;
        };
        if let Some(id) = &view.id {
            self.id(id);
        }
        if let Some(model) = &view.model {
            self.model(model);
        }
        if let Some(usage) = view.usage {
            self.usage(usage.prompt_tokens, usage.completion_tokens);
        }
        for (choice, position) in view.choices.into_iter().flatten().zip(0..) {
            if let Some(reason) = choice.finish_reason {
                self.finish_reason(choice.index.unwrap_or(position), reason);
            }
        }
        if self.captures_content()
            && let Ok(Value::Object(response)) = serde_json::from_str(json)
            && let Some(Value::Array(choices)) = response.get("choices")
        {
            for (choice, position) in choices.iter().zip(0..) {
                self.read_content(choice["index"].as_i64().unwrap_or(position), choice);
            }
        }
    }

    fn read_content(&mut self, index: i64, choice: &Value) {
        let message = &choice["message"];
        let text = message["content"].as_str().or(choice["text"].as_str());
        self.text(index, text.unwrap_or_default());
        let calls = message["tool_calls"].as_array();
        for (call, position) in calls.into_iter().flatten().zip(0..) {
            let function = &call["function"];
            self.tool_call(
                index,
                position,
                call["id"].as_str(),
                function["name"].as_str(),
                function["arguments"].as_str(),
            );
        }
    }
}
