//! A conversation on a terminal.

use std::io::Write;

use azure_openai::chat::{system, text, user};
use azure_openai::inference::ChatCompletionMessage;

use super::history::History;
use super::images;
use super::reply::Chat;
use crate::failure::{Kind, Result};
use crate::input::blocking;
use crate::output::Tone;

const HELP: &str = "\
/image FILE  send an image with the next message
/system TEXT set how the model is to behave from here on
/reset       forget the conversation
/exit        leave, as Ctrl-D does
A message that begins with \"\"\" goes on over several lines until a line ends with \"\"\".
Ctrl-C stops a reply that is being written.";

/// Prompts and replies until the input ends.
pub(super) async fn hold(chat: &Chat<'_>, mut history: History, first: Option<ChatCompletionMessage>) -> Result<()> {
    let out = &chat.session.out;
    out.note(&format!("{} — /help, /exit", chat.deployment.name()));
    let mut parts = Vec::new();
    let mut next = first;
    loop {
        let question = match next.take() {
            Some(question) => question,
            None => match read(&out.paint(Tone::Accent, "> ")).await? {
                None => return Ok(()),
                Some(line) => match line.trim() {
                    "" => continue,
                    "/exit" | "/quit" => return Ok(()),
                    "/help" => {
                        out.note(HELP);
                        continue;
                    }
                    "/reset" => {
                        history.reset();
                        out.note("the conversation starts afresh");
                        continue;
                    }
                    command if command.starts_with("/image ") => {
                        match images::part(command["/image ".len()..].trim()).await {
                            Ok(part) => parts.push(part),
                            Err(failure) => out.failure(&failure),
                        }
                        continue;
                    }
                    command if command.starts_with("/system ") => {
                        history.ask(system(command["/system ".len()..].trim()));
                        continue;
                    }
                    command if command.starts_with('/') && !command[1..].contains('/') && !command.contains(' ') => {
                        out.note(&format!("no command {command}: /help lists them"));
                        continue;
                    }
                    line if parts.is_empty() => user(line),
                    line => {
                        parts.insert(0, text(line));
                        user(std::mem::take(&mut parts))
                    }
                },
            },
        };
        history.ask(question);
        let reply = tokio::select! {
            reply = chat.reply(history.messages()) => reply,
            () = chat.session.stopped() => {
                out.text("\n")?;
                out.note("stopped; the question is forgotten");
                history.take_back();
                continue;
            }
        };
        match reply {
            Ok(reply) => history.keep(reply)?,
            Err(failure) if failure.kind() == Kind::ClosedOutput => return Err(failure),
            Err(failure) => {
                out.failure(&failure);
                history.take_back();
            }
        }
    }
}

/// A message that is typed; `None` at the end of the input.
async fn read(prompt: &str) -> Result<Option<String>> {
    let prompt = prompt.to_owned();
    Ok(blocking(move || {
        let mut out = std::io::stdout();
        write!(out, "{prompt}")?;
        out.flush()?;
        let mut line = String::new();
        if std::io::stdin().read_line(&mut line)? == 0 {
            writeln!(out)?;
            return Ok(None);
        }
        let Some(begun) = line.trim_start().strip_prefix("\"\"\"") else {
            return Ok(Some(line));
        };
        let mut message = begun.to_owned();
        while !message.trim_end().ends_with("\"\"\"") {
            line.clear();
            if std::io::stdin().read_line(&mut line)? == 0 {
                break;
            }
            message.push_str(&line);
        }
        let message = message.trim_end();
        Ok(Some(message.strip_suffix("\"\"\"").unwrap_or(message).to_owned()))
    })
    .await?)
}
