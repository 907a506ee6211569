//! A conversation that is kept.

use azure_openai_inference::ChatCompletionMessage;
use serde::{Deserialize, Serialize};

/// The messages of a conversation, in order: it grows, is sent, is kept as JSON, and is trimmed to a number of tokens.
///
/// ```no_run
/// use azure_openai::chat::{Conversation, system, user};
///
/// # async fn run(chat: azure_openai::Deployment) -> Result<(), Box<dyn std::error::Error>> {
/// let mut conversation = Conversation::from([system("Be brief.")]);
/// for question in ["Why is the sky blue?", "And at sunset?"] {
///     conversation.push(user(question));
///     let response = chat.chat(&conversation).await?;
///     println!("{}", response.text());
///     conversation.extend(response.choices.first().map(|choice| &choice.message));
/// }
/// std::fs::write("conversation.json", serde_json::to_vec(&conversation)?)?;
/// let conversation: Conversation = serde_json::from_slice(&std::fs::read("conversation.json")?)?;
/// # Ok(())
/// # }
/// ```
///
/// With the feature `tiktoken`, `trim` removes the oldest messages. The outcome of a
/// [tool loop](crate::guide::tools) has the whole conversation: `outcome.messages.into()`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Conversation {
    pub(super) messages: Vec<ChatCompletionMessage>,
}

impl Conversation {
    /// Creates an empty conversation.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a message: one of your own, or that of a response.
    pub fn push(&mut self, message: impl Into<ChatCompletionMessage>) {
        self.messages.push(message.into());
    }

    /// Returns the messages.
    pub fn messages(&self) -> &[ChatCompletionMessage] {
        &self.messages
    }

    /// Returns the messages.
    pub fn into_messages(self) -> Vec<ChatCompletionMessage> {
        self.messages
    }
}

impl<M: Into<ChatCompletionMessage>> Extend<M> for Conversation {
    fn extend<I: IntoIterator<Item = M>>(&mut self, messages: I) {
        self.messages.extend(messages.into_iter().map(Into::into));
    }
}

impl<M: Into<ChatCompletionMessage>> FromIterator<M> for Conversation {
    fn from_iter<I: IntoIterator<Item = M>>(messages: I) -> Self {
        Self {
            messages: messages.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Vec<ChatCompletionMessage>> for Conversation {
    fn from(messages: Vec<ChatCompletionMessage>) -> Self {
        Self { messages }
    }
}

impl<const N: usize> From<[ChatCompletionMessage; N]> for Conversation {
    fn from(messages: [ChatCompletionMessage; N]) -> Self {
        Self {
            messages: messages.into(),
        }
    }
}

impl IntoIterator for Conversation {
    type Item = ChatCompletionMessage;
    type IntoIter = std::vec::IntoIter<ChatCompletionMessage>;

    fn into_iter(self) -> Self::IntoIter {
        self.messages.into_iter()
    }
}

impl<'a> IntoIterator for &'a Conversation {
    type Item = &'a ChatCompletionMessage;
    type IntoIter = std::slice::Iter<'a, ChatCompletionMessage>;

    fn into_iter(self) -> Self::IntoIter {
        self.messages.iter()
    }
}
