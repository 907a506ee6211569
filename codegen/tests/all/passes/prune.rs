use codegen::passes::prune;
use serde_json::json;

use super::settles;

#[test]
fn unreachable_schemas_are_pruned_and_listed() {
    let after = pruned();
    assert_eq!(
        after.root["components"]["schemas"],
        json!({
            "Used": { "properties": { "a": { "$ref": "#/components/schemas/Deep" } } },
            "Deep": { "discriminator": { "mapping": { "m": "#/components/schemas/Mapped" } } },
            "Mapped": { "items": { "$ref": "#/components/schemas/Used" } },
            "Event": {},
        })
    );
    assert_eq!(after.root["x-unreachable"], json!(["Alone", "Circle"]));
    assert_eq!(after.count, 2);
}

fn pruned() -> super::After {
    super::once(
        prune,
        json!({
            "paths": { "/a": { "post": {
                "x-stream": { "$ref": "#/components/schemas/Event" },
                "requestBody": { "content": { "a/b": { "schema": { "$ref": "#/components/schemas/Used" } } } },
            } } },
            "components": { "schemas": {
                "Used": { "properties": { "a": { "$ref": "#/components/schemas/Deep" } } },
                "Alone": { "properties": { "a": { "$ref": "#/components/schemas/Used" } } },
                "Deep": { "discriminator": { "mapping": { "m": "#/components/schemas/Mapped" } } },
                "Mapped": { "items": { "$ref": "#/components/schemas/Used" } },
                "Circle": { "items": { "$ref": "#/components/schemas/Circle" } },
                "Event": {},
            } },
        }),
    )
}

#[test]
fn nothing_is_listed_where_all_are_used() {
    let root = json!({
        "paths": { "/a": { "get": { "$ref": "#/components/schemas/A" } } },
        "components": { "schemas": { "A": {} } },
    });
    let after = settles(prune, root.clone());
    assert_eq!((after.root, after.count), (root, 0));
}
