//! Attributes of responses.

/// What traces say of a response: its id and model, why it ended, what it cost. A streamed response has it chunk by chunk,
/// see [`StreamChunk::describe`](crate::StreamChunk::describe).
#[derive(Clone, Debug, Default)]
pub struct ResponseAttributes {
    pub(super) id: Option<String>,
    pub(super) model: Option<String>,
    /// By their index.
    pub(super) choices: Vec<(i64, Choice)>,
    pub(super) input_tokens: Option<i64>,
    pub(super) output_tokens: Option<i64>,
    pub(super) captures_content: bool,
}

/// Why a choice ended, and what the model wrote, for those who asked to see it.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    pub(super) finish_reason: Option<String>,
    pub(super) text: String,
    /// By their index.
    pub(super) tool_calls: Vec<(i64, ToolCall)>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct ToolCall {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) arguments: String,
}

impl ResponseAttributes {
    pub(super) fn new(captures_content: bool) -> Self {
        Self {
            captures_content,
            ..Self::default()
        }
    }

    /// The response's id; later ones do not replace it.
    pub fn id(&mut self, id: &str) {
        keep_first(&mut self.id, id);
    }

    /// The model that responded; later ones do not replace it.
    pub fn model(&mut self, model: &str) {
        keep_first(&mut self.model, model);
    }

    /// Why the choice of this index ended.
    pub fn finish_reason(&mut self, choice: i64, reason: impl Into<String>) {
        at_index(&mut self.choices, choice).finish_reason = Some(reason.into());
    }

    /// The tokens of the prompt and those of the response.
    pub fn usage(&mut self, input: Option<i64>, output: Option<i64>) {
        self.input_tokens = input.or(self.input_tokens);
        self.output_tokens = output.or(self.output_tokens);
    }

    /// Whether texts and tool calls are wanted; without that they are ignored.
    pub fn captures_content(&self) -> bool {
        self.captures_content
    }

    /// A part of the text of the choice of this index.
    pub fn text(&mut self, choice: i64, text: &str) {
        if self.captures_content {
            at_index(&mut self.choices, choice).text.push_str(text);
        }
    }

    /// A part of a tool call: those of the same choice and index belong together.
    pub fn tool_call(
        &mut self,
        choice: i64,
        index: i64,
        id: Option<&str>,
        name: Option<&str>,
        arguments: Option<&str>,
    ) {
        if self.captures_content {
            let call = at_index(&mut at_index(&mut self.choices, choice).tool_calls, index);
            if let Some(id) = id {
                keep_first(&mut call.id, id);
            }
            call.name.push_str(name.unwrap_or_default());
            call.arguments.push_str(arguments.unwrap_or_default());
        }
    }
}

/// The entry of an index, new where there is none. They are few, and come in their order.
pub(crate) fn at_index<T: Default>(entries: &mut Vec<(i64, T)>, index: i64) -> &mut T {
    let place = entries.binary_search_by_key(&index, |(index, _)| *index);
    let place = place.unwrap_or_else(|place| {
        entries.insert(place, (index, T::default()));
        place
    });
    &mut entries[place].1
}

/// The first chunk of a stream has empty ones.
fn keep_first(place: &mut Option<String>, text: &str) {
    if place.is_none() && !text.is_empty() {
        *place = Some(text.to_owned());
    }
}
