//! A JSON value that a JSON Schema allows: the arguments of a tool call, or structured output.
//!
//! Covers types, enumerations, constants, required and optional fields, formats, lengths, ranges, multiples, lists,
//! unions and references within the schema. `pattern`, `not` and conditions are not followed.

use std::cell::Cell;

use serde_json::{Map, Number, Value};

use crate::text::format::formatted;
use crate::text::range::Range;
use crate::text::schema::{kind, may_be_null, merge};

/// The most values made for one schema: references can double at each level.
const MOST_VALUES: usize = 10_000;
const DEEPEST: usize = 24;
/// Below this depth only what is required is filled in, which ends schemas that contain themselves.
const DEEPEST_OPTIONAL: usize = 4;
const LONGEST_LIST: u64 = 1_000;
const LONGEST_TEXT: u64 = 10_000;

/// Makes instances of a schema, with words and numbers from a prompt where they fit.
pub(crate) struct Instances<'a> {
    root: &'a Value,
    prompt: String,
    quoted: Vec<&'a str>,
    numbers: Vec<f64>,
    next_quoted: Cell<usize>,
    left: Cell<usize>,
}

/// Where a value goes: how deep, under which name, and which one of several in a list.
#[derive(Clone, Copy)]
struct Location<'p> {
    depth: usize,
    name: &'p str,
    turn: usize,
}

impl<'a> Instances<'a> {
    pub(crate) fn new(root: &'a Value, prompt: &'a str) -> Self {
        let words = prompt.split(|letter: char| letter.is_whitespace() || ",;:!?()".contains(letter));
        Self {
            root,
            prompt: prompt.to_lowercase(),
            quoted: prompt
                .split('"')
                .skip(1)
                .step_by(2)
                .filter(|text| !text.is_empty())
                .collect(),
            numbers: words
                .filter_map(|word| word.trim_end_matches('.').parse().ok())
                .filter(|n: &f64| n.is_finite())
                .collect(),
            next_quoted: Cell::new(0),
            left: Cell::new(MOST_VALUES),
        }
    }

    pub(crate) fn instance(&self) -> Value {
        self.value(
            self.root,
            Location {
                depth: 0,
                name: "value",
                turn: 0,
            },
        )
    }

    fn value(&self, schema: &Value, at: Location<'_>) -> Value {
        let left = self.left.get();
        let Some(schema) = schema.as_object().filter(|_| left > 0 && at.depth <= DEEPEST) else {
            return Value::Null;
        };
        self.left.set(left - 1);
        let deep = at.depth >= DEEPEST_OPTIONAL;
        let schema = &self.flatten(schema, 0, deep);
        if deep && may_be_null(schema) {
            return Value::Null;
        }
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(Value::Array(choices)) = schema.get("enum") {
            return self.choose(choices, at.turn);
        }
        if at.turn == 0
            && let Some(value) = schema.get("default").filter(|value| !value.is_null())
        {
            return value.clone();
        }
        match kind(schema) {
            "object" => self.object(schema, at),
            "array" => self.array(schema, at),
            "integer" => self.number(schema, at.turn, true),
            "number" => self.number(schema, at.turn, false),
            "boolean" => Value::Bool(at.turn.is_multiple_of(2)),
            "null" => Value::Null,
            _ => Value::String(self.text(schema, at)),
        }
    }

    /// The schema with its references, `allOf` and a branch of `anyOf` or `oneOf` drawn together: the first branch that
    /// isn't null, or far down (`deep`) null if there is one.
    fn flatten(&self, schema: &Map<String, Value>, level: usize, deep: bool) -> Map<String, Value> {
        let mut flat = schema.clone();
        let left = self.left.get();
        if level > DEEPEST || left == 0 {
            return flat;
        }
        self.left.set(left - 1);
        let mut parts: Vec<Value> = Vec::new();
        if let Some(Value::String(reference)) = flat.remove("$ref") {
            parts.extend(
                reference
                    .strip_prefix('#')
                    .and_then(|pointer| self.root.pointer(pointer))
                    .cloned(),
            );
        }
        if let Some(Value::Array(all)) = flat.remove("allOf") {
            parts.extend(all);
        }
        for union in ["anyOf", "oneOf"] {
            if let Some(Value::Array(branches)) = flat.remove(union) {
                let is_null = |branch: &&Value| branch.get("type") == Some(&Value::from("null"));
                let branch = branches.iter().find(|branch| is_null(branch) == deep);
                parts.extend(branch.or(branches.first()).cloned());
            }
        }
        for part in parts.iter().filter_map(Value::as_object) {
            merge(&mut flat, self.flatten(part, level + 1, deep));
        }
        flat
    }

    /// One that the prompt names, else the first.
    fn choose(&self, choices: &[Value], turn: usize) -> Value {
        let named = |choice: &&Value| {
            choice
                .as_str()
                .is_some_and(|text| !text.is_empty() && self.prompt.contains(&text.to_lowercase()))
        };
        let choice = choices.iter().find(|choice| turn == 0 && named(choice));
        choice
            .or_else(|| choices.get(turn % choices.len().max(1)))
            .cloned()
            .unwrap_or(Value::Null)
    }

    fn object(&self, schema: &Map<String, Value>, at: Location<'_>) -> Value {
        let no_properties = Map::new();
        let properties = schema
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&no_properties);
        let required = schema.get("required").and_then(Value::as_array);
        let required: Vec<&str> = required.into_iter().flatten().filter_map(Value::as_str).collect();
        let names: Vec<&str> = match required.is_empty() && at.depth < DEEPEST_OPTIONAL {
            true => properties.keys().map(String::as_str).collect(),
            false => required,
        };
        let any = Value::Object(Map::new());
        let others = schema
            .get("additionalProperties")
            .filter(|others| others.is_object())
            .unwrap_or(&any);
        let field = |name: &str| {
            let at = Location {
                depth: at.depth + 1,
                name,
                turn: at.turn,
            };
            (name.to_owned(), self.value(properties.get(name).unwrap_or(others), at))
        };
        names.into_iter().map(field).collect::<Map<_, _>>().into()
    }

    fn array(&self, schema: &Map<String, Value>, at: Location<'_>) -> Value {
        let any = Value::Object(Map::new());
        let first = schema
            .get("prefixItems")
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        let rest = schema.get("items").unwrap_or(&any);
        let bound = |name| schema.get(name).and_then(Value::as_u64);
        let least = bound("minItems").unwrap_or(0).min(LONGEST_LIST);
        let wanted = if at.depth < DEEPEST_OPTIONAL {
            1.max(first.len() as u64)
        } else {
            0
        };
        let count = least.max(wanted).min(bound("maxItems").unwrap_or(u64::MAX).max(least)) as usize;
        // `items: false` allows no further items.
        let count = if rest == &Value::Bool(false) {
            count.min(first.len())
        } else {
            count
        };
        let item = |turn| {
            self.value(
                first.get(turn).unwrap_or(rest),
                Location {
                    depth: at.depth + 1,
                    name: at.name,
                    turn,
                },
            )
        };
        (0..count).map(item).collect::<Vec<_>>().into()
    }

    fn text(&self, schema: &Map<String, Value>, at: Location<'_>) -> String {
        let bound = |name| schema.get(name).and_then(Value::as_u64);
        let least = bound("minLength").unwrap_or(0).min(LONGEST_TEXT) as usize;
        let most = bound("maxLength").map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
        if let Some(text) = schema
            .get("format")
            .and_then(Value::as_str)
            .and_then(|format| formatted(format, at.turn))
        {
            return text;
        }
        let next = self.next_quoted.get();
        let mut text = match self.quoted.get(next) {
            Some(quoted) => {
                self.next_quoted.set(next + 1);
                (*quoted).to_owned()
            }
            None if at.turn == 0 => format!("example {}", at.name),
            None => format!("example {} {}", at.name, at.turn + 1),
        };
        let letters = text.chars().count();
        text.extend(std::iter::repeat_n('x', least.saturating_sub(letters)));
        match text.char_indices().nth(most) {
            // The turn goes last, and would be lost.
            Some((end, _)) => text[..end].to_owned(),
            None => text,
        }
    }

    fn number(&self, schema: &Map<String, Value>, turn: usize, integer: bool) -> Value {
        let range = Range::of(schema, integer);
        let named = self
            .numbers
            .iter()
            .copied()
            .find(|number| turn == 0 && range.holds(*number));
        let number = named.unwrap_or_else(|| range.pick(turn));
        match integer || number.fract() == 0.0 {
            // Saturates where the schema asks for more than 64 bits hold.
            true => Value::from(number as i64),
            false => Number::from_f64(number).map_or(Value::Null, Value::Number),
        }
    }
}

#[cfg(test)]
mod tests;
