//! Instances of each kind of schema are valid.

use serde_json::{Value, json};

use super::Instances;

fn instance(schema: &Value, prompt: &str) -> Value {
    Instances::new(schema, prompt).instance()
}

#[test]
fn is_valid_for_each_kind_of_schema() {
    for schema in [
        json!({"type": "string", "minLength": 20, "maxLength": 22}),
        json!({"type": "string", "maxLength": 3}),
        json!({"type": ["null", "boolean"]}),
        json!({"type": "integer", "minimum": 10, "maximum": 20, "multipleOf": 7}),
        json!({"type": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 3}),
        json!({"type": "integer", "maximum": -5}),
        json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.5}),
        json!({"type": "number", "multipleOf": 0.25, "minimum": 2.1}),
        json!({"minimum": 3}),
        json!({"type": "array", "items": {"type": "integer", "minimum": 4}, "minItems": 3, "uniqueItems": true}),
        json!({"type": "array", "items": {"type": "string"}, "minItems": 3, "uniqueItems": true}),
        json!({"type": "array", "items": {"enum": [1, 2, 3]}, "minItems": 3, "uniqueItems": true}),
        json!({"type": "array", "maxItems": 0}),
        json!({"prefixItems": [{"type": "string"}, {"type": "null"}], "items": false}),
        json!({"properties": {"a": {"const": [1]}, "b": {"default": "x"}}, "required": ["a", "b", "c"]}),
        json!({"type": "object", "additionalProperties": {"type": "integer"}, "required": ["x"]}),
        json!({"anyOf": [{"type": "null"}, {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}}]}),
        json!({"allOf": [{"required": ["a"], "properties": {"a": {"type": "null"}}},
            {"required": ["b"], "properties": {"b": {"type": "boolean"}}}]}),
        json!({"$ref": "#/$defs/node", "$defs": {"node": {"type": "object", "required": ["next", "n"], "properties":
            {"n": {"type": "integer"}, "next": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/node"}]}}}}}),
        json!({"type": "object", "properties": {"children": {"type": "array", "items": {"$ref": "#"}}}}),
        json!(true),
        json!({}),
    ] {
        let value = instance(&schema, "");
        assert!(jsonschema::is_valid(&schema, &value), "{schema}: {value}");
    }
}

#[test]
fn formats_are_kept() {
    for format in [
        "date",
        "date-time",
        "time",
        "duration",
        "email",
        "hostname",
        "uri",
        "uuid",
        "ipv4",
        "ipv6",
    ] {
        let schema = json!({"type": "string", "format": format});
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(&schema)
            .unwrap();
        let value = instance(&schema, "");
        assert!(validator.is_valid(&value), "{format}: {value}");
    }
}

#[test]
fn takes_words_and_numbers_from_the_prompt() {
    let schema = json!({"properties": {
        "size": {"enum": ["small", "large"]}, "count": {"type": "integer", "maximum": 10}, "name": {"type": "string"},
    }});
    let value = instance(&schema, "Order 99 or 3 LARGE \"red shoes\".");
    assert_eq!(value, json!({"size": "large", "count": 3, "name": "red shoes"}));
}

#[test]
fn a_schema_that_doubles_at_each_level_ends() {
    let both = |name: &str| json!({"required": ["a", "b"], "properties": {"a": {"$ref": name}, "b": {"$ref": name}}});
    let schema = json!({"$ref": "#/$defs/x", "$defs": {"x": both("#/$defs/x")}});
    assert!(instance(&schema, "").is_object());
    let loops = json!({"$ref": "#"});
    assert!(instance(&loops, "").is_string());
}
