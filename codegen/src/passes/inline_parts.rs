//! Shared parameters, request bodies, responses, headers and path items into the operations that use them, so that every
//! later pass finds an operation whole. Parameters of a path item go to each of its operations.

use serde_json::{Map, Value};

use crate::Document;
use crate::document::Dialect;
use crate::reference::{follow, reference_of, resolve};
use crate::walk::{Kind, METHODS, fields_mut, walk};

/// Where parts are used.
const USERS: [&str; 3] = ["/paths/", "/x-ms-paths/", "/x-ms-parameterized-host/"];

/// How often copies may bring along references that are copied in turn.
const MAX_ROUNDS: usize = 16;

/// How many values all copies of path items may add together.
const MAX_COPIED_VALUES: usize = 500_000;

/// See the module's documentation. What stands beside a reference wins, where it may stand there.
pub fn inline_parts(document: &mut Document) -> usize {
    let mut changes = write_out(document);
    let root = &mut document.root;
    for section in ["paths", "x-ms-paths"] {
        for (_, item) in fields_mut(root.get_mut(section)) {
            let Value::Object(item) = item else { continue };
            let shared = item.shift_remove("parameters").unwrap_or_default();
            for (_, operation) in item.iter_mut().filter(|(key, _)| METHODS.contains(&key.as_str())) {
                if let Value::Object(operation) = operation {
                    changes += share_parameters(operation, &shared);
                }
            }
        }
    }
    if let Some(Value::Object(components)) = root.get_mut("components") {
        components.retain(|section, _| section == "schemas" || section == "securitySchemes");
    }
    if let (Value::Object(root), Dialect::Swagger20) = (root, document.dialect) {
        root.retain(|section, _| section != "parameters" && section != "responses");
    }
    changes
}

/// Copies what the references of paths lead to into their place, until there are none.
fn write_out(document: &mut Document) -> usize {
    let mut count = 0;
    let mut budget = MAX_COPIED_VALUES;
    for _ in 0..MAX_ROUNDS {
        let root = &document.root;
        let mut found = Vec::new();
        walk(root, document.dialect, &mut |node| {
            let is_part = matches!(
                node.kind,
                Kind::PathItem | Kind::Parameter | Kind::RequestBody | Kind::Response | Kind::Header
            );
            let is_used = USERS.iter().any(|user| node.pointer.starts_with(user));
            if is_part
                && is_used
                && budget > 0
                // A chain is followed link by link: each can say something of its own. One that is a ring stays.
                && let Some(reference) = reference_of(node.value)
                && follow(root, node.value).is_some()
                && let Some(target @ Value::Object(map)) = resolve(root, reference)
            {
                if node.kind == Kind::PathItem {
                    spend(target, &mut budget);
                }
                found.push((node.pointer.to_owned(), node.kind, map.clone()));
            }
        });
        if found.is_empty() {
            return count;
        }
        if budget == 0 {
            break;
        }
        count += found.len();
        for (pointer, kind, target) in found {
            if let Some(Value::Object(place)) = document.root.pointer_mut(&pointer) {
                let mut own = std::mem::replace(place, target);
                own.shift_remove("$ref");
                if kind == Kind::PathItem || document.dialect == Dialect::OpenApi31 {
                    place.extend(own);
                }
            }
        }
    }
    let message = "references between parts that contain each other cannot be written out";
    document.findings.error("", message);
    count
}

/// Takes the size of a value off a budget, down to nothing.
pub(super) fn spend(value: &Value, budget: &mut usize) {
    *budget = budget.saturating_sub(1);
    let children: &mut dyn Iterator<Item = &Value> = match value {
        Value::Array(list) => &mut list.iter(),
        Value::Object(map) => &mut map.values(),
        _ => return,
    };
    for child in children {
        if *budget == 0 {
            return;
        }
        spend(child, budget);
    }
}

/// The path's parameters first, as its template has them; the operation's own win over those of the same name and place,
/// and its own body over any other.
fn share_parameters(operation: &mut Map<String, Value>, shared: &Value) -> usize {
    let mut own = match operation.shift_remove("parameters") {
        Some(Value::Array(list)) => list,
        _ => Vec::new(),
    };
    let is_same = |one: &Value, other: &Value| {
        one.get("in") == other.get("in")
            && (one.get("name") == other.get("name") || one.get("in").is_some_and(|place| place == "body"))
    };
    let mut all: Vec<Value> = shared.as_array().cloned().unwrap_or_default();
    all.retain(|parameter| !own.iter().any(|other| is_same(other, parameter)));
    let changes = all.len();
    all.append(&mut own);
    if !all.is_empty() {
        operation.insert("parameters".to_owned(), Value::Array(all));
    }
    changes
}
