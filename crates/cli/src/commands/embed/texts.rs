//! The texts to embed, read as they are needed.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::input::Lines;

/// What is known of a text beside itself.
pub(super) struct Label {
    pub(super) index: usize,
    pub(super) id: Option<Value>,
}

/// Where the texts come from.
pub(super) struct Source {
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

impl Source {
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
                    None => Err(
                        Failure::input(format!("{}: there is no field `{field}`", lines.place()))
                            .advise("name the field that holds the text with --field"),
                    ),
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

/// The texts, shared by the requests, which take them, and the output, which takes their labels.
#[derive(Clone)]
pub(super) struct Texts(Arc<Mutex<State>>);

struct State {
    source: Source,
    skip_empty: bool,
    index: usize,
    labels: VecDeque<Label>,
    failure: Option<Failure>,
}

impl Texts {
    pub(super) fn new(source: Source, skip_empty: bool) -> Self {
        Self(Arc::new(Mutex::new(State {
            source,
            skip_empty,
            index: 0,
            labels: VecDeque::new(),
            failure: None,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leaves out the texts that an earlier run embedded.
    pub(super) fn skip(&self, count: usize) -> Result<()> {
        let mut state = self.state();
        for _ in 0..count {
            if state.next()?.is_none() {
                return Err(Failure::input("the output has more vectors than there are texts")
                    .advise("resume with the input of the run that was stopped, or start again with --force"));
            }
        }
        state.labels.clear();
        Ok(())
    }

    pub(super) fn can_be_read_again(&self) -> bool {
        self.state().source.again
    }

    /// The texts; they end where one cannot be read, and [`Self::failure`] says why.
    pub(super) fn iter(&self) -> impl Iterator<Item = String> + Send + 'static {
        let texts = self.clone();
        std::iter::from_fn(move || {
            let mut state = texts.state();
            if state.failure.is_some() {
                return None;
            }
            match state.next() {
                Ok(text) => text,
                Err(failure) => {
                    state.failure = Some(failure);
                    None
                }
            }
        })
    }

    /// The label of the next vector: vectors come in the order of the texts.
    pub(super) fn label(&self) -> Label {
        let mut state = self.state();
        state.labels.pop_front().unwrap_or(Label { index: 0, id: None })
    }

    pub(super) fn failure(&self) -> Option<Failure> {
        self.state().failure.take()
    }
}

impl State {
    fn next(&mut self) -> Result<Option<String>> {
        loop {
            let Some((text, id, place)) = self.source.next()? else {
                return Ok(None);
            };
            let index = self.index;
            self.index += 1;
            if text.trim().is_empty() {
                if self.skip_empty {
                    continue;
                }
                return Err(Failure::input(format!(
                    "{place}: the text is empty, and the service embeds no empty texts"
                ))
                .advise("pass --skip-empty to leave such texts out"));
            }
            self.labels.push_back(Label { index, id });
            return Ok(Some(text));
        }
    }
}
