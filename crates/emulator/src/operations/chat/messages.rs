//! The messages of a chat, and the rules of the service that the document does not have.

use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::generation::message::{Content, ImageUrl, Part, Role};
use crate::wire::ServiceError;
use crate::wire::parameters::{empty_array, invalid_value, missing, unsupported_value};

/// The cost of an image: one tile of a small picture at low detail, a picture of 1024 × 1024 otherwise.
const LOW_DETAIL_TOKENS: usize = 85;
const HIGH_DETAIL_TOKENS: usize = 765;
/// Of audio and files: so many bytes are a token.
const BYTES_A_MEDIA_TOKEN: usize = 1_000;

/// A message as it is sent.
#[derive(Debug, Deserialize)]
pub(super) struct GivenMessage<'a> {
    role: Role,
    #[serde(borrow)]
    content: Option<Content<'a>>,
    name: Option<&'a str>,
    refusal: Option<IgnoredAny>,
    tool_call_id: Option<&'a str>,
    tool_calls: Option<Vec<ToolCall<'a>>>,
}

#[derive(Debug, Deserialize)]
struct ToolCall<'a> {
    id: &'a str,
    #[serde(borrow)]
    function: CalledFunction<'a>,
}

#[derive(Debug, Deserialize)]
struct CalledFunction<'a> {
    name: &'a str,
    arguments: &'a str,
}

#[derive(Debug)]
pub(super) struct Message<'a> {
    pub(super) role: Role,
    /// Text parts are joined by newlines.
    pub(super) text: String,
    pub(super) name: Option<&'a str>,
    pub(super) images: usize,
    /// Of images, audio and files.
    pub(super) media_tokens: usize,
    /// Name and arguments of each tool call.
    pub(super) tool_calls: Vec<(&'a str, &'a str)>,
}

pub(super) fn read<'a>(given: &[GivenMessage<'a>]) -> Result<Vec<Message<'a>>, ServiceError> {
    let mut pending = PendingCalls::default();
    let mut messages = Vec::with_capacity(given.len());
    for (index, message) in given.iter().enumerate() {
        let path = format!("messages[{index}]");
        pending.follow(message, &path)?;
        messages.push(read_one(message, &path)?);
    }
    pending.check_none()?;
    Ok(messages)
}

fn read_one<'a>(given: &GivenMessage<'a>, path: &str) -> Result<Message<'a>, ServiceError> {
    let calls = given.tool_calls.as_deref().unwrap_or_default();
    let mut message = Message {
        role: given.role,
        text: String::new(),
        name: given.name,
        images: 0,
        media_tokens: 0,
        tool_calls: calls
            .iter()
            .map(|call| (call.function.name, call.function.arguments))
            .collect(),
    };
    let path = format!("{path}.content");
    let may_be_empty = given.role == Role::Assistant && (!calls.is_empty() || given.refusal.is_some());
    match &given.content {
        None if may_be_empty => {}
        None => return Err(missing(&path)),
        Some(Content::Text(text)) => message.text = (*text).to_owned(),
        Some(Content::Parts(parts)) => read_parts(parts, &path, &mut message)?,
    }
    Ok(message)
}

fn read_parts(parts: &[Part<'_>], path: &str, message: &mut Message<'_>) -> Result<(), ServiceError> {
    let mut texts = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let path = format!("{path}[{index}]");
        let needed = |name: &str| missing(&format!("{path}.{name}"));
        match part.kind {
            "text" => texts.push(part.text.ok_or_else(|| needed("text"))?),
            "refusal" if message.role == Role::Assistant => {
                texts.push(part.refusal.ok_or_else(|| needed("refusal"))?);
            }
            "image_url" if message.role == Role::User => {
                let image = part.image_url.as_ref().ok_or_else(|| needed("image_url"))?;
                check_url(image, &format!("{path}.image_url.url"))?;
                message.images += 1;
                message.media_tokens += match image.detail {
                    Some("low") => LOW_DETAIL_TOKENS,
                    _ => HIGH_DETAIL_TOKENS,
                };
            }
            "input_audio" if message.role == Role::User => {
                let audio = part.input_audio.as_ref().ok_or_else(|| needed("input_audio"))?;
                message.media_tokens +=
                    decoded(audio.data, &format!("{path}.input_audio.data"))?.div_ceil(BYTES_A_MEDIA_TOKEN);
            }
            "file" if message.role == Role::User => {
                let file = part.file.as_ref().ok_or_else(|| needed("file"))?;
                message.media_tokens += match (file.file_id, file.filename, file.file_data) {
                    (Some(_), ..) => HIGH_DETAIL_TOKENS,
                    (None, Some(_), Some(url)) => {
                        let data = url.split_once(";base64,").map_or(url, |(_, data)| data);
                        decoded(data, &format!("{path}.file.file_data"))?.div_ceil(BYTES_A_MEDIA_TOKEN)
                    }
                    (None, Some(_), None) => return Err(needed("file.file_data")),
                    (None, None, _) => return Err(needed("file.file_id")),
                };
            }
            other => {
                let known: &[&str] = match message.role {
                    Role::User => &["text", "image_url", "input_audio", "file"],
                    _ => &["text"],
                };
                return Err(unsupported_value(&format!("{path}.type"), other, known));
            }
        }
    }
    if texts.is_empty() && message.media_tokens == 0 {
        return Err(empty_array(path));
    }
    message.text = texts.join("\n");
    Ok(())
}

/// The bytes of audio or of a file within the request; its content makes no difference.
fn decoded(data: &str, path: &str) -> Result<usize, ServiceError> {
    match STANDARD.decode(data) {
        Ok(bytes) if !bytes.is_empty() => Ok(bytes.len()),
        _ => {
            let message = format!("Invalid '{path}'. Expected valid base64 that is not empty.");
            Err(ServiceError::invalid_request("invalid_base64", path, message))
        }
    }
}

/// Checks that an image within the request can be decoded; its content makes no difference.
fn check_url(image: &ImageUrl<'_>, path: &str) -> Result<(), ServiceError> {
    let url = image.url;
    if !["https://", "http://", "data:image/"]
        .iter()
        .any(|start| url.starts_with(start))
    {
        let message =
            "Invalid image URL. Expected a URL that starts with http:// or https://, or a data URL of an image.";
        return Err(ServiceError::invalid_request("invalid_image_url", path, message));
    }
    let Some(rest) = url.strip_prefix("data:") else {
        return Ok(());
    };
    let data = rest.split_once(";base64,").map(|(_, data)| data);
    if data.is_some_and(|data| !data.is_empty() && STANDARD.decode(data).is_ok()) {
        return Ok(());
    }
    let message =
        "Invalid image data. Expected a data URL such as 'data:image/png;base64,{data}' with an image in valid base64.";
    Err(ServiceError::invalid_request("invalid_base64", path, message))
}

/// Tool calls without a result so far: tool messages must follow each call directly, and respond to nothing else.
#[derive(Default)]
struct PendingCalls<'a> {
    open: HashSet<&'a str>,
    /// The calls to which the next tool messages may respond.
    current: HashSet<&'a str>,
}

impl<'a> PendingCalls<'a> {
    fn follow(&mut self, message: &GivenMessage<'a>, path: &str) -> Result<(), ServiceError> {
        if message.role == Role::Tool {
            let path = format!("{path}.tool_call_id");
            let id = message.tool_call_id.ok_or_else(|| missing(&path))?;
            if !self.current.contains(id) {
                let message = "Invalid parameter: messages with role 'tool' must be a response to a preceding message \
                               with 'tool_calls'.";
                return Err(invalid_value(&path, message));
            }
            self.open.remove(id);
            return Ok(());
        }
        self.check_none()?;
        self.current = message.tool_calls.iter().flatten().map(|call| call.id).collect();
        self.open.clone_from(&self.current);
        Ok(())
    }

    fn check_none(&self) -> Result<(), ServiceError> {
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
        Err(invalid_value("messages", message))
    }
}
