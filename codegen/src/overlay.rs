//! OpenAPI Overlay 1.0.0: facts about one document, as data beside it.
//!
//! Stricter than the specification, so that no fix outlives what it fixes: an action that matches nothing, or changes
//! nothing, is an error, and every action must say in its `description` why it is there and where the fact comes from.
//! One thing is looser, as Overlay 1.1 has it: `remove` may also remove a plain value, such as a name in a
//! `required` list.

mod merge;

use serde_json::{Map, Value};
use serde_json_path::JsonPath;

use crate::document::{Document, Parsed, Source, parse};
use crate::error::{Error, Findings};
use crate::walk::is_extension;

/// A list of changes to a document.
#[derive(Clone, Debug)]
pub struct Overlay {
    name: String,
    actions: Vec<Action>,
}

#[derive(Clone, Debug)]
struct Action {
    target: JsonPath,
    /// As written, for messages.
    target_text: String,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    Update(Value),
    Remove,
}

impl Overlay {
    /// Reads an overlay, YAML or JSON. Nothing is applied yet.
    ///
    /// # Errors
    /// Broken syntax, another version than 1.0.0, a missing `info`, no actions, an unknown key (`x-…` aside), and for
    /// every action: no `target`, a target that is not a JSONPath (RFC 9535), no `description`, or not exactly one of
    /// `update` and `remove: true`. All findings are reported at once.
    pub fn read(source: Source<'_>) -> Result<Self, Error> {
        let Parsed { value: root, oddities } = parse(source)?;
        let mut findings = Findings::of(source.name);
        findings.step = "read";
        oddities
            .into_iter()
            .for_each(|oddity| findings.error(oddity.pointer, oddity.message));
        findings.check()?;
        findings.step = "overlay";
        let actions = overlay(&mut findings, &root);
        findings.check()?;
        Ok(Self {
            name: source.name.to_owned(),
            actions,
        })
    }

    /// Applies all actions in order; each sees what those before it did.
    ///
    /// # Errors
    /// An action whose target matches nothing, that changes nothing, that updates something that is neither object nor
    /// list, or that removes the whole document. All such actions are reported at once; the document is then partly
    /// changed and of no further use.
    pub fn apply(&self, document: &mut Document) -> Result<(), Error> {
        let mut findings = Findings::of(&self.name);
        findings.step = "overlay";
        for (index, action) in self.actions.iter().enumerate() {
            if let Err(message) = action.apply(&mut document.root, &document.findings.file) {
                findings.error(format!("/actions/{index}"), message);
            }
        }
        if !document.root.is_object() {
            findings.error("", "the overlay left no document");
        }
        findings.check()
    }
}

impl Action {
    fn apply(&self, root: &mut Value, document: &str) -> Result<(), String> {
        let target = &self.target_text;
        let mut pointers: Vec<String> = self
            .target
            .query_located(root)
            .locations()
            .map(|location| location.to_json_pointer())
            .collect();
        // A path such as `$..['a','a']` can name a place more than once.
        let mut seen = std::collections::HashSet::new();
        pointers.retain(|pointer| seen.insert(pointer.clone()));
        if pointers.is_empty() {
            return Err(format!(
                "dead target: {target} matches nothing in {document}; drop the action or mend its target"
            ));
        }
        match &self.change {
            Change::Remove => {
                merge::remove(root, pointers).map_err(|reason| format!("{target} cannot be removed: {reason}"))
            }
            Change::Update(update) => self.update(root, &pointers, update),
        }
    }

    fn update(&self, root: &mut Value, pointers: &[String], update: &Value) -> Result<(), String> {
        let target = &self.target_text;
        let mut changed = false;
        for pointer in pointers {
            // An update of an outer match can reshape an inner one; what is gone by then needs no update.
            let Some(place) = root.pointer_mut(pointer) else {
                continue;
            };
            changed |= merge::update(place, update).map_err(|reason| format!("{target} (at {pointer:?}): {reason}"))?;
        }
        if changed {
            Ok(())
        } else {
            Err(format!(
                "no effect: what the update says is already so wherever {target} matches; drop the action"
            ))
        }
    }
}

fn overlay(findings: &mut Findings, root: &Value) -> Vec<Action> {
    let Some(root) = root.as_object() else {
        findings.error("", "not an overlay: not a mapping");
        return Vec::new();
    };
    match root.get("overlay") {
        Some(version) if version == "1.0.0" => {}
        Some(version) => findings.error("/overlay", format!("version {version} is not supported: \"1.0.0\" is")),
        None => findings.error("", "not an overlay: no `overlay: 1.0.0`"),
    }
    unknown_keys(findings, root, "", &["overlay", "info", "extends", "actions"]);
    info(findings, root.get("info"));
    if root.get("extends").is_some_and(|extends| !extends.is_string()) {
        findings.error("/extends", "`extends` must be a string");
    }
    let Some(actions) = root.get("actions").and_then(Value::as_array) else {
        findings.error("", "no list of `actions`");
        return Vec::new();
    };
    if actions.is_empty() {
        findings.error("/actions", "no actions");
    }
    actions
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| action(findings, entry, &format!("/actions/{index}")))
        .collect()
}

fn info(findings: &mut Findings, info: Option<&Value>) {
    let Some(info) = info.and_then(Value::as_object) else {
        findings.error("", "no `info` with `title` and `version`");
        return;
    };
    unknown_keys(findings, info, "/info", &["title", "version"]);
    for key in ["title", "version"] {
        if !info.get(key).is_some_and(Value::is_string) {
            findings.error("/info", format!("`{key}` must be a string"));
        }
    }
}

fn action(findings: &mut Findings, action: &Value, pointer: &str) -> Option<Action> {
    let Some(action) = action.as_object() else {
        findings.error(pointer, "an action must be a mapping");
        return None;
    };
    unknown_keys(
        findings,
        action,
        pointer,
        &["target", "description", "update", "remove"],
    );
    let described = action.get("description").and_then(Value::as_str);
    if described.is_none_or(|text| text.trim().is_empty()) {
        findings.error(
            pointer,
            "no `description`: say why this is so and where the fact comes from",
        );
    }
    let change = change(findings, action, pointer);
    let Some(target_text) = action.get("target").and_then(Value::as_str) else {
        findings.error(pointer, "no `target`");
        return None;
    };
    let target = match JsonPath::parse(target_text) {
        Ok(target) => target,
        Err(e) => {
            findings.error(
                format!("{pointer}/target"),
                format!("{target_text} is not a JSONPath (RFC 9535): {e}"),
            );
            return None;
        }
    };
    Some(Action {
        target,
        target_text: target_text.to_owned(),
        change: change?,
    })
}

fn change(findings: &mut Findings, action: &Map<String, Value>, pointer: &str) -> Option<Change> {
    match (action.get("update"), action.get("remove")) {
        (None, Some(Value::Bool(true))) => Some(Change::Remove),
        (Some(update), None | Some(Value::Bool(false))) => Some(Change::Update(update.clone())),
        (_, Some(remove)) if !remove.is_boolean() => {
            findings.error(format!("{pointer}/remove"), "`remove` must be true or false");
            None
        }
        (Some(_), Some(_)) => {
            findings.error(pointer, "both `update` and `remove`: one action does one thing");
            None
        }
        (None, _) => {
            findings.error(pointer, "neither `update` nor `remove: true`");
            None
        }
    }
}

fn unknown_keys(findings: &mut Findings, object: &Map<String, Value>, pointer: &str, known: &[&str]) {
    for key in object.keys() {
        if !known.contains(&key.as_str()) && !is_extension(key) {
            findings.error(pointer, format!("unknown key `{key}`: there are {}", known.join(", ")));
        }
    }
}

#[cfg(test)]
mod tests;
