//! The messages of a chat, checked as the service checks them.

use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::wire::ServiceError;
use crate::wire::parameters::{Object, unsupported_value, wrong_type};

const ROLES: [&str; 6] = ["system", "developer", "user", "assistant", "tool", "function"];
/// What an image costs: one tile of a small picture at low detail, a picture of 1024 × 1024 otherwise.
const LOW_DETAIL_TOKENS: usize = 85;
const HIGH_DETAIL_TOKENS: usize = 765;

#[derive(Debug)]
pub(super) struct Message<'a> {
    pub(super) role: &'a str,
    /// Text parts are joined by newlines.
    pub(super) text: String,
    pub(super) name: Option<&'a str>,
    pub(super) images: usize,
    pub(super) image_tokens: usize,
    /// Name and arguments of each tool call.
    pub(super) tool_calls: Vec<(&'a str, &'a str)>,
}

pub(super) fn read<'a>(request: &Object<'a>) -> Result<Vec<Message<'a>>, ServiceError> {
    let objects = request.objects("messages")?;
    request.required("messages", request.get("messages"))?;
    if objects.is_empty() {
        let message =
            "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.";
        return Err(ServiceError::invalid_request("empty_array", "messages", message));
    }
    let mut answered = Answers::default();
    let mut messages = Vec::with_capacity(objects.len());
    for object in &objects {
        let role = object.required("role", object.choice("role", &ROLES)?)?;
        answered.follow(object, role)?;
        messages.push(read_one(object, role)?);
    }
    answered.all_answered()?;
    Ok(messages)
}

fn read_one<'a>(object: &Object<'a>, role: &'a str) -> Result<Message<'a>, ServiceError> {
    let mut message = Message {
        role,
        text: String::new(),
        name: object.text("name")?,
        images: 0,
        image_tokens: 0,
        tool_calls: Vec::new(),
    };
    for call in object.objects("tool_calls")? {
        call.required("id", call.text("id")?)?;
        call.choice("type", &["function"])?;
        let function = call.required("function", call.object("function")?)?;
        let name = function.required("name", function.text("name")?)?;
        message
            .tool_calls
            .push((name, function.required("arguments", function.text("arguments")?)?));
    }
    match object.get("content") {
        None if role == "assistant" && !message.tool_calls.is_empty() => {}
        None if role == "assistant" && object.get("refusal").is_some() => {}
        None => return Err(object.missing("content")),
        Some(Value::String(text)) => message.text.clone_from(text),
        Some(Value::Array(_)) => read_parts(object, &mut message)?,
        Some(other) => {
            return Err(wrong_type(
                &object.path("content"),
                "a string or an array of parts",
                other,
            ));
        }
    }
    Ok(message)
}

fn read_parts<'a>(object: &Object<'a>, message: &mut Message<'a>) -> Result<(), ServiceError> {
    let mut texts = Vec::new();
    for part in object.objects("content")? {
        match part.required("type", part.text("type")?)? {
            "text" => texts.push(part.required("text", part.text("text")?)?),
            "refusal" if message.role == "assistant" => texts.push(part.required("refusal", part.text("refusal")?)?),
            "image_url" if message.role == "user" => {
                let image = part.required("image_url", part.object("image_url")?)?;
                let url = image.required("url", image.text("url")?)?;
                if !["https://", "http://", "data:image/"]
                    .iter()
                    .any(|start| url.starts_with(start))
                {
                    let wanted = "Invalid image URL. Expected a URL that starts with http:// or https://, or a data URL of an image.";
                    return Err(ServiceError::invalid_request(
                        "invalid_image_url",
                        &image.path("url"),
                        wanted,
                    ));
                }
                check_data_url(&image, url)?;
                let low = image.choice("detail", &["auto", "low", "high"])? == Some("low");
                message.images += 1;
                message.image_tokens += if low { LOW_DETAIL_TOKENS } else { HIGH_DETAIL_TOKENS };
            }
            other => {
                let kinds: &[&str] = if message.role == "user" {
                    &["text", "image_url"]
                } else {
                    &["text"]
                };
                return Err(unsupported_value(&part.path("type"), other, kinds));
            }
        }
    }
    if texts.is_empty() && message.images == 0 {
        let path = object.path("content");
        let wanted = format!(
            "Invalid '{path}': empty array. Expected an array with minimum length 1, but got an empty array instead."
        );
        return Err(ServiceError::invalid_request("empty_array", &path, wanted));
    }
    message.text = texts.join("\n");
    Ok(())
}

/// Checks that an image within the request can be decoded; what it shows makes no difference.
fn check_data_url(image: &Object<'_>, url: &str) -> Result<(), ServiceError> {
    let Some(rest) = url.strip_prefix("data:") else {
        return Ok(());
    };
    let data = rest.split_once(";base64,").map(|(_, data)| data);
    if data.is_some_and(|data| !data.is_empty() && STANDARD.decode(data).is_ok()) {
        return Ok(());
    }
    let wanted =
        "Invalid image data. Expected a data URL such as 'data:image/png;base64,{data}' with an image in valid base64.";
    Err(ServiceError::invalid_request(
        "invalid_base64",
        &image.path("url"),
        wanted,
    ))
}

/// Every tool call must be answered by tool messages that follow it directly, and they by nothing else.
#[derive(Default)]
struct Answers<'a> {
    open: HashSet<&'a str>,
    /// Calls that the tool messages at hand may answer.
    current: HashSet<&'a str>,
}

impl<'a> Answers<'a> {
    fn follow(&mut self, object: &Object<'a>, role: &str) -> Result<(), ServiceError> {
        if role == "tool" {
            let id = object.required("tool_call_id", object.text("tool_call_id")?)?;
            if !self.current.contains(id) {
                let message = "Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'.";
                return Err(ServiceError::invalid_request(
                    "invalid_value",
                    &object.path("tool_call_id"),
                    message,
                ));
            }
            self.open.remove(id);
            return Ok(());
        }
        self.all_answered()?;
        self.current.clear();
        for call in object.objects("tool_calls")? {
            self.current.extend(call.text("id")?);
        }
        self.open.clone_from(&self.current);
        Ok(())
    }

    fn all_answered(&self) -> Result<(), ServiceError> {
        let mut open: Vec<&str> = self.open.iter().copied().collect();
        if open.is_empty() {
            return Ok(());
        }
        open.sort_unstable();
        let message = format!(
            "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The \
             following tool_call_ids did not have response messages: {}",
            open.join(", ")
        );
        Err(ServiceError::invalid_request("invalid_value", "messages", message))
    }
}
