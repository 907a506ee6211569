//! References that are not JSON pointers to a place, but mean one: anchors and ids of JSON Schema, and the names of
//! another version.

use std::collections::HashMap;

use serde_json::Value;

use crate::document::{Dialect, Document};
use crate::reference::{join, local_pointer, reference_of, reference_to};
use crate::walk::{Kind, walk};

/// Where versions keep the same kind of thing.
const SECTIONS: [(&str, &str); 3] = [
    ("/definitions/", "/components/schemas/"),
    ("/parameters/", "/components/parameters/"),
    ("/responses/", "/components/responses/"),
];

/// Rewrites such references as pointers; a warning for each that the version does not have.
pub(super) fn read_as_meant(document: &mut Document) {
    let root = &document.root;
    let mut names: HashMap<String, String> = HashMap::new();
    let mut broken: Vec<(String, Kind, &str)> = Vec::new();
    walk(root, document.dialect, &mut |node| {
        if node.kind.is_schema() {
            for (key, mark) in [("$anchor", "#"), ("$dynamicAnchor", "#"), ("$id", "")] {
                if let Some(name) = node.value.get(key).and_then(Value::as_str) {
                    names
                        .entry(format!("{mark}{name}"))
                        .or_insert_with(|| node.pointer.to_owned());
                }
            }
        }
        // Without a document around this one, what is dynamic leads to where it seems to.
        let dynamic = || node.value.get("$dynamicRef").and_then(Value::as_str);
        if let Some(reference) = reference_of(node.value).or_else(dynamic)
            && local_pointer(reference).is_none_or(|pointer| root.pointer(&pointer).is_none())
        {
            broken.push((node.pointer.to_owned(), node.kind, reference));
        }
    });
    let is_newer = document.dialect == Dialect::OpenApi31;
    let mut found: Vec<(String, String, Option<String>)> = Vec::new();
    for (place, kind, reference) in broken {
        let meant = named(&names, reference).map(|target| (target, is_newer));
        let meant = meant.or_else(|| Some((elsewhere(root, kind, reference)?, false)));
        if let Some((target, is_known)) = meant.filter(|(target, _)| root.pointer(target).is_some()) {
            let target = reference_to(&target);
            let warning = (!is_known).then(|| format!("$ref {reference:?} leads to nothing; it is read as {target:?}"));
            found.push((place, target, warning));
        }
    }
    for (place, target, warning) in found {
        if let Some(Value::Object(holder)) = document.root.pointer_mut(&place) {
            holder.shift_remove("$dynamicRef");
            holder.insert("$ref".to_owned(), Value::from(target));
        }
        if let Some(warning) = warning {
            document.warn(place, warning);
        }
    }
}

/// The place of an anchor or an id, or one below it.
fn named(names: &HashMap<String, String>, reference: &str) -> Option<String> {
    if let Some(place) = names.get(reference) {
        return Some(place.clone());
    }
    let (id, _) = reference.split_once("#")?;
    let below = local_pointer(&reference[id.len()..])?;
    names.get(id).map(|place| format!("{place}{below}"))
}

/// The place of the same name where another version keeps it, or the schema of a bare name.
fn elsewhere(root: &Value, kind: Kind, reference: &str) -> Option<String> {
    let Some(pointer) = local_pointer(reference) else {
        let is_name = kind.is_schema() && !reference.contains(['#', '/', '.', ':']);
        return SECTIONS[..1]
            .iter()
            .flat_map(|(older, newer)| [older, newer])
            .map(|section| join(section.trim_end_matches('/'), reference))
            .find(|place| is_name && root.pointer(place).is_some());
    };
    SECTIONS
        .iter()
        .flat_map(|(older, newer)| [(older, newer), (newer, older)])
        .find_map(|(from, to)| Some(format!("{to}{}", pointer.strip_prefix(*from)?)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(dialect: Dialect, root: Value) -> (Value, Vec<String>) {
        let mut document = Document::new("t", dialect, root);
        read_as_meant(&mut document);
        let said = document.findings.all().iter();
        let said = said.map(|warning| warning.message.clone()).collect();
        (document.root, said)
    }

    #[test]
    fn anchors_and_ids_of_openapi_31_are_followed() {
        let root = |reference: &str| {
            json!({"components": {"schemas": {
                "A": {"$ref": reference},
                "B": {"properties": {"c": {"$anchor": "here"}}},
                "D": {"$id": "https://x.example/d", "properties": {"e": {}}},
            }}})
        };
        for (reference, target) in [
            ("#here", "#/components/schemas/B/properties/c"),
            ("https://x.example/d", "#/components/schemas/D"),
            (
                "https://x.example/d#/properties/e",
                "#/components/schemas/D/properties/e",
            ),
        ] {
            assert_eq!(read(Dialect::OpenApi31, root(reference)), (root(target), Vec::new()));
            assert_eq!(read(Dialect::OpenApi30, root(reference)).1.len(), 1, "{reference}");
        }
        let tree = |key: &str, to: &str| json!({"components": {"schemas": {"T": {"$dynamicAnchor": "node", "items": {key: to}}}}});
        assert_eq!(
            read(Dialect::OpenApi31, tree("$dynamicRef", "#node")).0,
            tree("$ref", "#/components/schemas/T")
        );
        for reference in ["#there", "https://x.example/f", "https://x.example/d#/none"] {
            assert_eq!(read(Dialect::OpenApi31, root(reference)), (root(reference), Vec::new()));
        }
    }

    #[test]
    fn places_of_another_version_are_read_with_a_warning() {
        let newer =
            |reference: &str| json!({"components": {"schemas": {"A": {"items": {"$ref": reference}}, "B": {}}}});
        for reference in ["#/definitions/B", "B"] {
            let (root, said) = read(Dialect::OpenApi30, newer(reference));
            assert_eq!(root, newer("#/components/schemas/B"));
            assert_eq!(
                said,
                [format!(
                    "$ref {reference:?} leads to nothing; it is read as \"#/components/schemas/B\""
                )]
            );
        }
        let older = |reference: &str| json!({"definitions": {"A": {"items": {"$ref": reference}}, "B": {}}});
        for reference in ["#/components/schemas/B", "B"] {
            assert_eq!(read(Dialect::Swagger20, older(reference)).0, older("#/definitions/B"));
        }
        for reference in ["#/definitions/C", "C", "B.yaml", "./B"] {
            assert_eq!(
                read(Dialect::OpenApi30, newer(reference)),
                (newer(reference), Vec::new())
            );
        }
    }
}
