//! The texts to embed, read as they are needed.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::{Arc, OnceLock};

use azure_openai::embeddings::EmbeddingText;
use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::input::Lines;

/// Where the texts come from.
pub(super) struct TextSource {
    kind: Kind,
    /// How many there are, where that can be known beforehand.
    count: Option<u64>,
    /// Whether the same texts can be read again.
    again: bool,
}

enum Kind {
    Arguments(VecDeque<String>),
    Lines(Lines),
    JsonLines {
        lines: Lines,
        field: String,
        id: Option<String>,
    },
}

impl TextSource {
    pub(super) fn arguments(texts: Vec<String>) -> Self {
        Self {
            count: Some(texts.len() as u64),
            kind: Kind::Arguments(texts.into()),
            again: true,
        }
    }

    pub(super) fn lines(path: &Path) -> Result<Self> {
        Ok(Self {
            count: count(path),
            kind: Kind::Lines(Lines::open(path)?),
            again: regular(path),
        })
    }

    pub(super) fn json_lines(path: &Path, field: &str, id: Option<&str>) -> Result<Self> {
        Ok(Self {
            count: count(path),
            kind: Kind::JsonLines {
                lines: Lines::open(path)?,
                field: field.to_owned(),
                id: id.map(str::to_owned),
            },
            again: regular(path),
        })
    }

    pub(super) fn count(&self) -> Option<u64> {
        self.count
    }

    /// Whether the same texts can be read again.
    pub(super) fn can_be_read_again(&self) -> bool {
        self.again
    }

    /// The next text, its id, and where it is.
    fn next(&mut self) -> Result<Option<(String, Option<Value>, String)>> {
        match &mut self.kind {
            Kind::Arguments(texts) => Ok(texts.pop_front().map(|text| (text, None, "an argument".to_owned()))),
            Kind::Lines(lines) => Ok(lines.next()?.map(|text| (text, None, lines.place()))),
            Kind::JsonLines { lines, field, id } => {
                let Some(mut object) = lines.next_json::<serde_json::Map<String, Value>>()? else {
                    return Ok(None);
                };
                let id = id.as_ref().map(|id| object.get(id).cloned().unwrap_or_default());
                match object.remove(field.as_str()) {
                    Some(Value::String(text)) => Ok(Some((text, id, lines.place()))),
                    Some(_) => Err(Failure::input(format!(
                        "{}: the field `{field}` is not a string",
                        lines.place()
                    ))),
                    None => Err(Failure::input(format!("{}: no field `{field}`", lines.place()))
                        .advise("name the field that holds the text with --field")),
                }
            }
        }
    }
}

/// The number of lines of a file that can be read twice, blank ones left out.
fn count(path: &Path) -> Option<u64> {
    if !path.is_file() {
        return None;
    }
    let lines = BufReader::with_capacity(256 * 1024, File::open(path).ok()?).split(b'\n');
    let filled = lines.map_while(Result::ok).filter(|line| !line.trim_ascii().is_empty());
    Some(filled.count() as u64)
}

fn regular(path: &Path) -> bool {
    path.as_os_str() != "-"
}

/// Takes the texts as they are needed. They end where one cannot be read, and `failure` says why.
pub(super) fn iter(
    mut source: TextSource,
    skip_empty: bool,
    failure: Arc<OnceLock<Failure>>,
) -> impl Iterator<Item = EmbeddingText> + Send + 'static {
    std::iter::from_fn(move || {
        while failure.get().is_none() {
            match source.next() {
                Ok(Some((text, ..))) if skip_empty && text.trim().is_empty() => {}
                Ok(Some((text, _, place))) if text.trim().is_empty() => {
                    let message = format!("{place}: the text is empty, and the service embeds no empty texts");
                    let _ = failure.set(Failure::input(message).advise("pass --skip-empty to leave such texts out"));
                }
                Ok(Some((text, id, _))) => {
                    let text = EmbeddingText::from(text);
                    return Some(match id {
                        Some(id) => text.with_id(id),
                        None => text,
                    });
                }
                Ok(None) => return None,
                Err(error) => drop(failure.set(error)),
            }
        }
        None
    })
}
