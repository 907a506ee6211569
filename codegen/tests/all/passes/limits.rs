use codegen::passes::limits;
use serde_json::{Value, json};

use super::{schemas, settles};

#[test]
fn limits_become_words() {
    for (limit, words) in [
        (json!({ "minimum": 0, "maximum": 2 }), "Range: 0 to 2."),
        (
            json!({ "minimum": 0, "exclusiveMinimum": true, "maximum": 2.5, "exclusiveMaximum": true }),
            "Range: above 0 to below 2.5.",
        ),
        (json!({ "minimum": 1, "exclusiveMinimum": false }), "At least 1."),
        (json!({ "minimum": 1, "exclusiveMinimum": true }), "More than 1."),
        (json!({ "maximum": 1 }), "At most 1."),
        (json!({ "maximum": 1, "exclusiveMaximum": true }), "Less than 1."),
        (json!({ "multipleOf": 5 }), "A multiple of 5."),
        (json!({ "minLength": 1 }), "Not empty."),
        (json!({ "minLength": 2 }), "At least 2 characters."),
        (json!({ "minLength": 2, "maxLength": 3 }), "2 to 3 characters."),
        (json!({ "maxItems": 4 }), "At most 4 items."),
        (json!({ "minProperties": 2 }), "At least 2 entries."),
        (json!({ "uniqueItems": true }), "No item twice."),
        (json!({ "pattern": "^[a-z]+$" }), "Pattern: `^[a-z]+$`."),
        (json!({ "pattern": "a`b" }), "Pattern: `` a`b ``."),
    ] {
        let after = settles(limits, schemas(json!({ "S": limit })));
        assert_eq!(after.schemas()["S"], json!({ "description": words }), "of {limit}");
        assert_eq!(after.count, 1);
    }
}

#[test]
fn each_limit_is_a_paragraph_and_what_limits_nothing_goes() {
    let schema = json!({
        "type": "array", "description": "Some.",
        "minItems": 1, "maxItems": 3, "uniqueItems": true,
        "items": { "minLength": null, "uniqueItems": false, "exclusiveMinimum": true },
    });
    let after = settles(limits, schemas(json!({ "S": schema })));
    let expected: Value = json!({
        "type": "array",
        "description": "Some.\n\n1 to 3 items.\n\nNo item twice.",
        "items": {},
    });
    assert_eq!(after.schemas()["S"], expected);
    assert_eq!(after.count, 2);
}

#[test]
fn properties_called_like_limits_stay() {
    let root = schemas(json!({ "S": { "properties": { "maximum": { "type": "integer" }, "pattern": {} } } }));
    let after = settles(limits, root.clone());
    assert_eq!((after.root, after.count), (root, 0));
}

#[test]
fn defaults_become_words() {
    let after = settles(
        limits,
        schemas(json!({ "S": { "properties": {
            "number": { "type": "number", "default": 1.0, "description": "How many.\n" },
            "text": { "default": "auto", "x-ms-client-default": "other" },
            "empty": { "default": "" },
            "client": { "x-ms-client-default": true },
            "list": { "default": ["a"] },
            "null": { "default": null },
            "default": { "type": "string" },
        } } })),
    );
    assert_eq!(
        after.schemas()["S"]["properties"],
        json!({
            "number": { "type": "number", "description": "How many.\n\nDefault of the server: `1.0`." },
            "text": { "description": "Default of the server: `auto`." },
            "empty": { "description": "Default of the server: `\"\"`." },
            "client": { "description": "Default of the server: `true`." },
            "list": { "description": "Default of the server: `[\"a\"]`." },
            "null": {},
            "default": { "type": "string" },
        })
    );
    assert_eq!(after.count, 5);
}
