use codegen::passes::inline_aliases;
use serde_json::{Value, json};

use super::{once, schemas, settles};

fn to(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn names_of_plain_types_go_to_where_they_are_used() {
    let after = settles(
        inline_aliases,
        schemas(json!({
            "Text": { "type": "string", "description": "A text." },
            "Texts": { "type": "array", "items": to("Text") },
            "Map": { "type": "object", "additionalProperties": to("Texts") },
            "Other": to("Shape"),
            "Described": { "allOf": [to("Shape")], "description": "Also a shape." },
            "Shape": { "type": "object", "properties": {
                "text": to("Text"),
                "own": { "allOf": [to("Text")], "description": "Its own words.", "nullable": true },
                "map": to("Map"),
                "other": to("Other"),
                "described": to("Described"),
            } },
            "Kind": { "enum": ["a"] },
            "Union": { "oneOf": [to("Text"), to("Kind")] },
            "Core": { "type": "integer", "x-rust-type": {} },
        })),
    );
    let text = json!({ "type": "string", "description": "A text." });
    assert_eq!(
        after.schemas(),
        &json!({
            "Shape": { "type": "object", "properties": {
                "text": text,
                "own": { "type": "string", "description": "Its own words.", "nullable": true },
                "map": { "type": "object", "additionalProperties": { "type": "array", "items": text } },
                "other": to("Shape"),
                "described": { "allOf": [to("Shape")], "description": "Also a shape." },
            } },
            "Kind": { "enum": ["a"] },
            "Union": { "oneOf": [text, to("Kind")] },
            "Core": { "type": "integer", "x-rust-type": {} },
        })
    );
    assert!(after.count >= 6);
}

#[test]
fn an_alias_that_contains_itself_stays() {
    let root = schemas(json!({
        "Nested": { "type": "array", "items": to("Nested") },
        "There": { "type": "array", "items": to("Back") },
        "Back": { "type": "object", "additionalProperties": to("There") },
        "Shape": { "properties": { "a": to("Nested"), "b": to("There") } },
    }));
    let after = settles(inline_aliases, root.clone());
    assert_eq!((after.root, after.count), (root, 0));
    // Through a type with a name of its own it does not.
    let root = schemas(json!({
        "Children": { "type": "array", "items": to("Tree") },
        "Tree": { "properties": { "children": to("Children") } },
    }));
    let after = settles(inline_aliases, root);
    assert_eq!(
        after.schemas(),
        &json!({ "Tree": { "properties": { "children": { "type": "array", "items": to("Tree") } } } })
    );
}

#[test]
fn aliases_that_hold_each_other_do_not_grow_the_document_without_end() {
    let (last, mut all) = (40, serde_json::Map::new());
    for index in 0..last {
        let next = to(&format!("A{}", index + 1));
        let items = json!({ "type": "object", "properties": { "a": next, "b": next } });
        all.insert(format!("A{index}"), json!({ "type": "array", "items": items }));
    }
    all.insert(format!("A{last}"), json!({ "type": "string" }));
    let after = once(inline_aliases, schemas(Value::Object(all)));
    let left = after.schemas().as_object().unwrap();
    assert!(left.len() > 20 && left.contains_key("A0") && !left.contains_key("A40"));
    assert!(after.root.to_string().len() < 100_000);
    // Those that stay refer to what stays.
    let mut names = Vec::new();
    codegen::walk::references_in(&after.root, &mut names);
    assert!(names.iter().all(|name| left.contains_key(*name)));
}
