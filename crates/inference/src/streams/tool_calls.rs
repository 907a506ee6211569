//! Tool calls that come in parts. The rules are in the documentation of [`ChatCollector`](super::ChatCollector).

use serde::de::IgnoredAny;

use super::merge;
use crate::{ChatCompletionToolCall, ChatCompletionToolCallDelta, ChatCompletionToolCallFunction};

/// The tool calls of a choice so far, in the order in which they began.
#[derive(Clone, Debug, Default)]
pub(super) struct ToolCalls {
    calls: Vec<OpenCall>,
    /// The call that was added to last.
    current: usize,
}

#[derive(Clone, Debug)]
struct OpenCall {
    /// As the service counts.
    index: i64,
    call: ChatCompletionToolCall,
}

/// What a part says, without what is empty.
struct Part<'a> {
    index: i64,
    id: Option<&'a str>,
    name: Option<&'a str>,
    arguments: &'a str,
    has_type: bool,
}

impl ToolCalls {
    pub(super) fn len(&self) -> usize {
        self.calls.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &ChatCompletionToolCall> {
        self.calls.iter().map(|open| &open.call)
    }

    /// Adds a part to the call that it belongs to.
    pub(super) fn push(&mut self, delta: &ChatCompletionToolCallDelta) {
        let function = delta.function.as_ref();
        let part = Part {
            index: delta.index,
            id: filled(delta.id.as_deref()),
            name: filled(function.and_then(|function| function.name.as_deref())),
            arguments: function
                .and_then(|function| function.arguments.as_deref())
                .unwrap_or_default(),
            has_type: filled(delta.type_.as_deref()).is_some(),
        };
        self.current = self.place(&part).unwrap_or_else(|| {
            let call = ChatCompletionToolCall::new("", ChatCompletionToolCallFunction::new("", ""));
            self.calls.push(OpenCall {
                index: part.index,
                call,
            });
            self.calls.len() - 1
        });
        let call = &mut self.calls[self.current].call;
        if let Some(id) = part.id.filter(|_| call.id.is_empty()) {
            call.id = id.to_owned();
        }
        if let Some(kind) = filled(delta.type_.as_deref()) {
            call.type_ = kind.to_owned();
        }
        if let Some(name) = part.name.filter(|name| *name != call.function.name) {
            call.function.name.push_str(name);
        }
        if !is_repeated(&call.function.arguments, part.arguments) {
            call.function.arguments.push_str(part.arguments);
        }
        if let Some(function) = function {
            merge::grow(&mut call.function.extra, &function.extra);
        }
        merge::grow(&mut call.extra, &delta.extra);
    }

    /// The place of the call that a part belongs to; `None` where it begins one.
    fn place(&self, part: &Part<'_>) -> Option<usize> {
        let known_id = part
            .id
            .and_then(|id| self.calls.iter().rposition(|open| open.call.id == id));
        if let Some(place) = known_id {
            return (part.name.is_none() || !self.is_other_whole(place, part)).then_some(place);
        }
        let same_index = self.calls.iter().rposition(|open| open.index == part.index);
        let current = self.calls.get(self.current).map(|_| self.current);
        if part.name.is_some() {
            return same_index
                .filter(|place| self.goes_on(*place, part))
                .or_else(|| current.filter(|place| self.drifts(*place, part)));
        }
        match same_index {
            Some(place) if !self.is_closed(place, part) => Some(place),
            Some(place) if part.id.is_none() => current.or(Some(place)),
            Some(_) => None,
            None if part.id.is_none() => current,
            None => None,
        }
    }

    /// Whether the call of the part's index goes on with a part that has a name.
    fn goes_on(&self, place: usize, part: &Part<'_>) -> bool {
        let call = &self.calls[place].call;
        let same_name = part.name == Some(&*call.function.name);
        let in_parts = call.function.arguments.is_empty() && part.id.is_none() && !part.has_type;
        let has_other_id = part.id.is_some() && !call.id.is_empty();
        (call.function.name.is_empty() || same_name || in_parts) && !has_other_id && !self.is_other_whole(place, part)
    }

    /// Whether a part repeats the name of the call that is under way, though its index or ID is another. A part that
    /// begins a call has a type, no arguments yet, or the beginning of an object.
    fn drifts(&self, place: usize, part: &Part<'_>) -> bool {
        let function = &self.calls[place].call.function;
        let begins = part.has_type || part.arguments.is_empty() || part.arguments.trim_start().starts_with('{');
        part.name == Some(&*function.name)
            && !begins
            && !function.arguments.is_empty()
            && !is_whole(&function.arguments, part.arguments)
    }

    /// Whether a part without a name cannot belong to the call.
    fn is_closed(&self, place: usize, part: &Part<'_>) -> bool {
        let call = &self.calls[place].call;
        (self.calls.len() > 1 || part.id.is_some()) && is_whole(&call.function.arguments, part.arguments)
    }

    /// Whether the call's arguments are whole and the part has others.
    fn is_other_whole(&self, place: usize, part: &Part<'_>) -> bool {
        let arguments = &self.calls[place].call.function.arguments;
        is_whole(arguments, part.arguments) && !is_repeated(arguments, part.arguments)
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

/// Whether a part repeats arguments that are whole.
fn is_repeated(arguments: &str, part: &str) -> bool {
    part.trim() == arguments.trim() && is_whole(arguments, part)
}

/// Whether arguments are a whole JSON object, before more is added.
fn is_whole(arguments: &str, more: &str) -> bool {
    !more.trim().is_empty()
        && arguments.trim_end().ends_with('}')
        && serde_json::from_str::<IgnoredAny>(arguments).is_ok()
}
