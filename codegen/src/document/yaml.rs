//! YAML 1.2 text as a value, by the core schema: `on` and `2024-06-01` are strings.
//!
//! The events come from `saphyr-parser`; here they become JSON values, which YAML can exceed: a key that is not a
//! scalar, infinities, custom tags and several documents in one text are refused, and what aliases can unfold to is
//! bounded. A key given twice and the merge keys of YAML 1.1 are noted.

mod scalar;

use std::collections::HashMap;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span, StrInput};
use serde_json::{Map, Value};

use super::parsed::{MAX_DEPTH, Oddity, Parsed, within};
use crate::reference::join;

/// How many values all aliases of a text may add together.
const MAX_ALIASED_VALUES: usize = 500_000;

/// Parses a whole text; the message of a failure ends with line and column.
pub(super) fn parse(text: &str) -> Result<Parsed, String> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        anchors: HashMap::new(),
        aliased: 0,
        oddities: Vec::new(),
    };
    let value = reader.text()?;
    Ok(Parsed {
        value,
        oddities: reader.oddities,
    })
}

/// A value, and what an alias to it costs.
struct Measured {
    value: Value,
    /// Values in it, itself included.
    size: usize,
    /// Levels in it; a scalar has none.
    depth: usize,
}

struct Reader<'t> {
    parser: Parser<'t, StrInput<'t>>,
    anchors: HashMap<usize, Measured>,
    aliased: usize,
    oddities: Vec<Oddity>,
}

fn at(message: impl std::fmt::Display, mark: Marker) -> String {
    format!("YAML: {message} at line {} column {}", mark.line(), mark.col() + 1)
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Marker), String> {
        match self.parser.next_event() {
            Some(Ok((event, Span { start, .. }))) => Ok((event, start)),
            Some(Err(e)) => Err(at(e.info(), *e.marker())),
            None => Ok((Event::StreamEnd, Marker::default())),
        }
    }

    fn text(&mut self) -> Result<Value, String> {
        let mut root = None;
        loop {
            let (event, mark) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(_) if root.is_some() => {
                    return Err(at("a second document begins", mark));
                }
                Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, mark, 0)?.value),
            }
        }
        Ok(root.unwrap_or(Value::Null))
    }

    fn node(&mut self, event: Event<'t>, mark: Marker, depth: usize) -> Result<Measured, String> {
        if depth > MAX_DEPTH {
            return Err(at(format_args!("nested deeper than {MAX_DEPTH} levels"), mark));
        }
        let (anchor, measured) = match event {
            Event::Alias(id) => return self.alias(id, mark, depth),
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain;
                let value = scalar::resolve(&text, plain, tag.as_deref()).map_err(|e| at(e, mark))?;
                let measured = Measured {
                    value,
                    size: 1,
                    depth: 0,
                };
                (anchor, measured)
            }
            Event::SequenceStart(anchor, tag) => {
                scalar::expect_tag(tag.as_deref(), "seq").map_err(|e| at(e, mark))?;
                (anchor, self.sequence(depth)?)
            }
            Event::MappingStart(anchor, tag) => {
                scalar::expect_tag(tag.as_deref(), "map").map_err(|e| at(e, mark))?;
                (anchor, self.mapping(depth)?)
            }
            other => return Err(at(format_args!("unexpected {other:?}"), mark)),
        };
        if anchor != 0 {
            let kept = Measured {
                value: measured.value.clone(),
                ..measured
            };
            self.anchors.insert(anchor, kept);
        }
        Ok(measured)
    }

    fn sequence(&mut self, depth: usize) -> Result<Measured, String> {
        let mut list = Vec::new();
        let (mut size, mut levels) = (1, 0);
        loop {
            let (event, mark) = self.next()?;
            if event == Event::SequenceEnd {
                break;
            }
            let before = self.oddities.len();
            let item = self.node(event, mark, depth + 1)?;
            if self.oddities.len() > before {
                within(&mut self.oddities[before..], &list.len().to_string());
            }
            size += item.size;
            levels = levels.max(item.depth);
            list.push(item.value);
        }
        Ok(Measured {
            value: Value::Array(list),
            size,
            depth: levels + 1,
        })
    }

    fn mapping(&mut self, depth: usize) -> Result<Measured, String> {
        let mut map = Map::new();
        let mut merged = Vec::new();
        let (mut size, mut levels) = (1, 0);
        loop {
            let (event, mark) = self.next()?;
            let key = match event {
                Event::MappingEnd => break,
                // The text of a key counts, not its type: `200:` is the key "200".
                Event::Scalar(text, style, _, _) if text == "<<" && style == ScalarStyle::Plain => {
                    self.note("", at("a merge key (`<<`), which is of YAML 1.1,", mark));
                    let (event, mark) = self.next()?;
                    let item = self.node(event, mark, depth + 1)?;
                    size += item.size;
                    levels = levels.max(item.depth);
                    merged.push(item.value);
                    continue;
                }
                Event::Scalar(text, _, _, _) => text.into_owned(),
                _ => return Err(at("a key that is not a scalar", mark)),
            };
            if map.contains_key(&key) {
                let oddity = at(
                    format_args!("the key {key:?} twice, of which the last one counts,"),
                    mark,
                );
                self.note(&join("", &key), oddity);
            }
            let (event, mark) = self.next()?;
            let before = self.oddities.len();
            let item = self.node(event, mark, depth + 1)?;
            if self.oddities.len() > before {
                within(&mut self.oddities[before..], &key);
            }
            size += item.size;
            levels = levels.max(item.depth);
            map.insert(key, item.value);
        }
        for value in merged {
            merge(&mut map, value);
        }
        Ok(Measured {
            value: Value::Object(map),
            size,
            depth: levels + 1,
        })
    }

    fn note(&mut self, pointer: &str, message: String) {
        let pointer = pointer.to_owned();
        self.oddities.push(Oddity { pointer, message });
    }

    fn alias(&mut self, id: usize, mark: Marker, depth: usize) -> Result<Measured, String> {
        let Some(target) = self.anchors.get(&id) else {
            return Err(at("an alias inside its own anchor", mark));
        };
        if depth + target.depth > MAX_DEPTH {
            return Err(at(format_args!("aliases nest deeper than {MAX_DEPTH} levels"), mark));
        }
        self.aliased += target.size;
        if self.aliased > MAX_ALIASED_VALUES {
            return Err(at(
                format_args!("aliases unfold to more than {MAX_ALIASED_VALUES} values"),
                mark,
            ));
        }
        Ok(Measured {
            value: target.value.clone(),
            size: target.size,
            depth: target.depth,
        })
    }
}

/// What a merge key brings: its keys, but for those that are there.
fn merge(map: &mut Map<String, Value>, value: Value) {
    match value {
        Value::Object(more) => more.into_iter().for_each(|(key, value)| {
            map.entry(key).or_insert(value);
        }),
        Value::Array(list) => list.into_iter().for_each(|value| merge(map, value)),
        _ => {}
    }
}
