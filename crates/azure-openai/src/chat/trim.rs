//! Tokens of a conversation. Feature `tiktoken`.

use azure_openai_inference::{
    ChatCompletionContentPart, ChatCompletionMessage, ChatCompletionMessageContent, ChatCompletionMessageRole,
};

use super::conversation::Conversation;
use crate::tokens::Encoding;

/// Tokens of a message besides its text, and of the start of the response.
const TOKENS_OF_A_MESSAGE: usize = 3;
const TOKENS_OF_PRIMING: usize = 3;
/// An image at low detail, and one of 1024 × 1024 pixels at high detail.
const LOW_DETAIL_TOKENS: usize = 85;
const HIGH_DETAIL_TOKENS: usize = 765;

impl Encoding {
    fn tokens(self, message: &ChatCompletionMessage) -> usize {
        let count = |text: &str| self.count(text);
        let part = |part: &ChatCompletionContentPart| match part {
            ChatCompletionContentPart::Text(part) => count(&part.text),
            ChatCompletionContentPart::Refusal(part) => count(&part.refusal),
            ChatCompletionContentPart::ImageUrl(part) => match part.image_url.detail.as_ref() {
                Some(detail) if detail.as_str() == "low" => LOW_DETAIL_TOKENS,
                _ => HIGH_DETAIL_TOKENS,
            },
            _ => 0,
        };
        let content = match &message.content {
            Some(ChatCompletionMessageContent::String(text)) => count(text),
            Some(ChatCompletionMessageContent::Parts(parts)) => parts.iter().map(part).sum(),
            _ => 0,
        };
        let calls = message.tool_calls.iter().map(|call| &call.function);
        let calls: usize = calls.map(|call| count(&call.name) + count(&call.arguments)).sum();
        let name = message.name.as_deref().map_or(0, |name| 1 + count(name));
        TOKENS_OF_A_MESSAGE + count(message.role.as_str()) + content + calls + name
    }
}

/// What [`Conversation::trim`] did.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Trimmed {
    /// The messages that were removed, the oldest first.
    pub removed: Vec<ChatCompletionMessage>,
    /// The tokens that are left. More than were allowed only where what must stay has more.
    pub tokens: usize,
}

/// With the feature `tiktoken`.
impl Conversation {
    /// Counts the tokens of the conversation as a prompt. Definitions of tools and schemas, audio and files are not
    /// counted, and images are estimated.
    pub fn tokens(&self, encoding: Encoding) -> usize {
        let messages = self.messages.iter().map(|message| encoding.tokens(message));
        messages.sum::<usize>() + TOKENS_OF_PRIMING
    }

    /// Removes the oldest messages until the conversation has at most this many tokens.
    ///
    /// Messages of the system and the developer stay, and so do the last message of the user and the last message of
    /// all. A message with tool calls and the results of these go together. What is left begins with a message of the
    /// user, where there is one.
    pub fn trim(&mut self, max_tokens: usize, encoding: Encoding) -> Trimmed {
        let mut units = self.take_units(encoding);
        let mut tokens = TOKENS_OF_PRIMING + units.iter().map(|unit| unit.tokens).sum::<usize>();
        let last_user = units.iter().rposition(Unit::is_of_the_user);
        let before_it = |place| last_user.is_some_and(|last| place < last);
        let last = units.len().saturating_sub(1);
        let mut removed = Vec::new();
        let mut in_a_turn = false;
        for (place, unit) in units.iter_mut().enumerate() {
            in_a_turn &= !unit.is_of_the_user() && before_it(place);
            if unit.stays || Some(place) == last_user || place == last || (tokens <= max_tokens && !in_a_turn) {
                continue;
            }
            in_a_turn = before_it(place);
            tokens -= unit.tokens;
            removed.append(&mut unit.messages);
        }
        self.messages = units.into_iter().flat_map(|unit| unit.messages).collect();
        Trimmed { removed, tokens }
    }

    /// The messages in what goes together.
    fn take_units(&mut self, encoding: Encoding) -> Vec<Unit> {
        use ChatCompletionMessageRole::{Developer, Function, System, Tool};
        let mut units: Vec<Unit> = Vec::new();
        for message in self.messages.drain(..) {
            let tokens = encoding.tokens(&message);
            match units.last_mut() {
                Some(unit) if matches!(message.role, Tool | Function) => {
                    unit.tokens += tokens;
                    unit.messages.push(message);
                }
                _ => units.push(Unit {
                    stays: matches!(message.role, System | Developer),
                    tokens,
                    messages: vec![message],
                }),
            }
        }
        units
    }
}

/// Messages that stay or go together.
struct Unit {
    stays: bool,
    tokens: usize,
    messages: Vec<ChatCompletionMessage>,
}

impl Unit {
    fn is_of_the_user(&self) -> bool {
        self.messages
            .first()
            .is_some_and(|message| message.role == ChatCompletionMessageRole::User)
    }
}
