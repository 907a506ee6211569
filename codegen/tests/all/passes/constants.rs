use codegen::passes::constants;
use serde_json::json;

use super::{schemas, settles};

#[test]
fn the_only_value_of_a_required_property_is_set_by_itself() {
    let kind = json!({ "$ref": "#/components/schemas/Kind" });
    let after = settles(
        constants,
        schemas(json!({
            "S": {
                "required": ["type", "kind", "named", "choice", "number", "tag"],
                "properties": {
                    "type": { "type": "string", "enum": ["function"], "x-schema-name": "T", "description": "What." },
                    "kind": kind,
                    "named": { "allOf": [kind], "description": "Its kind." },
                    "choice": { "enum": ["a", "b"] },
                    "number": { "enum": [1] },
                    "tag": { "enum": ["t"], "x-constant": "t" },
                    "optional": { "type": "string", "enum": ["strict"] },
                    "optional_kind": kind,
                },
            },
            "Kind": { "enum": ["the-kind"] },
        })),
    );
    assert_eq!(
        after.schemas(),
        &json!({
            "S": {
                "required": ["type", "kind", "named", "choice", "number", "tag"],
                "properties": {
                    "type": { "type": "string", "description": "What.\n\nAlways `function`.", "x-constant": "function" },
                    "kind": { "allOf": [kind], "x-constant": "the-kind" },
                    "named": { "allOf": [kind], "description": "Its kind.", "x-constant": "the-kind" },
                    "choice": { "enum": ["a", "b"] },
                    "number": { "description": "Always `1`.", "type": "integer", "x-constant": 1 },
                    "tag": { "enum": ["t"], "x-constant": "t" },
                    "optional": { "type": "string", "description": "Always `strict`.", "x-only": "strict" },
                    "optional_kind": kind,
                },
            },
            "Kind": { "enum": ["the-kind"] },
        })
    );
    assert_eq!(after.count, 5);
}
