//! The messages of a conversation, and the file that keeps them.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use azure_openai::inference::{ChatCompletionMessage, ChatCompletionMessageRole};

use crate::failure::{Failure, Result};
use crate::input;

/// The messages so far. Each question is appended to the file together with its reply.
#[derive(Default)]
pub(super) struct History {
    path: Option<PathBuf>,
    messages: Vec<ChatCompletionMessage>,
    /// How many messages the file has.
    kept: usize,
}

impl History {
    /// The messages in a file, which need not exist yet.
    pub(super) fn open(path: &Path) -> Result<Self> {
        let mut messages = Vec::new();
        match std::fs::read(path) {
            Ok(bytes) => {
                let text = input::text_of(bytes, &format!("`{}`", path.display()))?;
                for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                    messages.push(serde_json::from_str(line).map_err(|error| {
                        Failure::input(format!(
                            "`{}`, line {}: not a chat message: {error}",
                            path.display(),
                            number + 1
                        ))
                        .advise(
                            r#"a line is as {"role":"user","content":"Hello"}; start afresh with another --history"#,
                        )
                    })?);
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::file(path, "read", &error)),
        }
        Ok(Self {
            path: Some(path.to_owned()),
            kept: messages.len(),
            messages,
        })
    }

    pub(super) fn messages(&self) -> &[ChatCompletionMessage] {
        &self.messages
    }

    /// Puts a system message at the start, unless the file began with one.
    pub(super) fn begin(&mut self, system: ChatCompletionMessage) {
        let has_one = self
            .messages
            .first()
            .is_some_and(|message| message.role == ChatCompletionMessageRole::System);
        if !has_one && self.messages.is_empty() {
            self.messages.push(system);
        } else if !has_one {
            self.messages.insert(self.kept, system);
        }
    }

    pub(super) fn ask(&mut self, question: ChatCompletionMessage) {
        self.messages.push(question);
    }

    /// Takes the last question back, which got no reply.
    pub(super) fn take_back(&mut self) {
        self.messages.pop();
    }

    /// Forgets all but a system message at the start; the file keeps what it has.
    pub(super) fn reset(&mut self) {
        self.messages
            .retain(|message| message.role == ChatCompletionMessageRole::System);
        self.kept = self.messages.len();
    }

    /// Takes the reply, and writes what is new into the file.
    pub(super) fn keep(&mut self, reply: ChatCompletionMessage) -> Result<()> {
        self.messages.push(reply);
        let Some(path) = &self.path else {
            return Ok(());
        };
        let mut lines = Vec::new();
        for message in &self.messages[self.kept..] {
            serde_json::to_writer(&mut lines, message)
                .map_err(|error| Failure::input(format!("a message does not become JSON: {error}")))?;
            lines.push(b'\n');
        }
        OpenOptions::new()
            .append(true)
            .create(true)
            .open(path)
            .and_then(|mut file| file.write_all(&lines))
            .map_err(|error| Failure::file(path, "write", &error))?;
        self.kept = self.messages.len();
        Ok(())
    }
}
