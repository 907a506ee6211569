//! The Cargo features that groups of operations are behind, by `x-feature` of their operations.

use std::collections::HashMap;

use serde_json::Value;

use super::tree::Tree;
use crate::Findings;
use crate::keys::FEATURE;
use crate::walk::operations;

/// Gives each group and its operations their feature. A group has one module, so that all of its operations name the
/// same feature; otherwise a warning says what does not, and the module is always compiled.
pub(super) fn find(tree: &mut Tree, root: &Value, findings: &mut Findings) {
    for group in tree.groups.values_mut() {
        let said = |pointer: &String| root.pointer(pointer).and_then(|operation| operation.get(FEATURE));
        let first = group.pointers.iter().find_map(said);
        let other = group.pointers.iter().find(|pointer| said(pointer) != first);
        let (pointer, why) = match (first, other) {
            (None, _) => continue,
            (Some(Value::String(name)), None) if is_name(name) => {
                group.feature = Some(name.clone());
                continue;
            }
            (Some(first), Some(other)) => {
                let why = match said(other) {
                    Some(named) => format!("is {named} here and {first} for another operation of `{}`", group.name),
                    None => format!("is {first} for another operation of `{}` and unset here", group.name),
                };
                (other, why)
            }
            (Some(first), None) => (&group.pointers[0], format!("is {first}, not a name such as \"images\"")),
        };
        let message = format!("`{FEATURE}` {why}: the operations of the group are always compiled");
        findings.warn(pointer, message);
    }
    let groups = tree.groups.values();
    let features: HashMap<&String, &String> = groups
        .filter_map(|group| Some((&group.pointers, group.feature.as_ref()?)))
        .flat_map(|(pointers, feature)| pointers.iter().map(move |pointer| (pointer, feature)))
        .collect();
    for (row, operation) in tree.rows.iter_mut().zip(operations(root)) {
        row.feature = features.get(&operation.pointer()).copied().cloned();
    }
}

/// Whether Cargo takes the name.
fn is_name(name: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    name != "default" && name.starts_with(is_word) && name.chars().all(|c| is_word(c) || matches!(c, '-' | '+' | '.'))
}
