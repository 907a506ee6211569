use codegen::passes::parameters;
use serde_json::{Value, json};

use super::{After, once, operation};

fn after(parameter: Value) -> After {
    let mut root =
        operation(json!({ "parameters": [parameter, { "name": "z", "in": "query", "schema": { "type": "string" } }] }));
    root["components"] = json!({ "schemas": {
        "Kind": { "type": "string", "enum": ["a"] },
        "Thing": { "type": "object", "properties": {} },
        "Union": { "oneOf": [{ "type": "string" }] },
    } });
    once(parameters, root)
}

fn first(after: &After) -> &Value {
    &after.operation()["parameters"][0]
}

#[test]
fn simple_values_and_lists_stay() {
    for schema in [
        json!({ "type": "string" }),
        json!({ "type": "integer" }),
        json!({ "enum": ["a"] }),
        json!({ "$ref": "#/components/schemas/Kind" }),
        json!({ "type": "array", "items": { "type": "integer" } }),
        json!({ "type": "array", "items": { "$ref": "#/components/schemas/Kind" } }),
    ] {
        let parameter = json!({ "name": "p", "in": "query", "schema": schema });
        let after = after(parameter.clone());
        assert_eq!((first(&after), after.count, after.warnings.len()), (&parameter, 0, 0));
    }
}

#[test]
fn open_values_are_texts() {
    for schema in [
        json!({}),
        json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] }),
        json!({ "$ref": "#/components/schemas/Union" }),
    ] {
        let after = after(json!({ "name": "p", "in": "query", "schema": schema }));
        assert_eq!(first(&after)["schema"]["type"], "string");
        assert_eq!(after.count, 1);
    }
    let after = after(json!({ "name": "p", "in": "header" }));
    assert_eq!(
        first(&after),
        &json!({ "name": "p", "in": "header", "schema": { "type": "string" } })
    );
}

#[test]
fn lists_of_open_values_are_lists_of_texts() {
    let items = json!({ "$ref": "#/components/schemas/Union" });
    let after = after(json!({ "name": "p", "in": "query", "schema": { "type": "array", "items": items } }));
    assert_eq!(first(&after)["schema"]["items"]["type"], "string");
}

#[test]
fn a_style_that_is_the_usual_one_goes() {
    let schema = json!({ "type": "array", "items": { "type": "string" } });
    let after = after(json!({ "name": "p", "in": "query", "style": "form", "explode": true, "schema": schema }));
    assert_eq!(first(&after), &json!({ "name": "p", "in": "query", "schema": schema }));
    assert_eq!(after.count, 1);
}

#[test]
fn a_list_in_one_piece_is_marked() {
    let schema = json!({ "type": "array", "items": { "type": "string" } });
    let after = after(json!({ "name": "p", "in": "query", "explode": false, "schema": schema }));
    assert_eq!(
        first(&after),
        &json!({ "name": "p", "in": "query", "schema": schema, "x-joined": true })
    );
}

#[test]
fn what_cannot_be_sent_is_left_out_with_a_warning() {
    for (parameter, why) in [
        (json!({ "in": "cookie" }), "cookies are not sent"),
        (
            json!({ "in": "query", "content": {} }),
            "a parameter with a media type of its own is not supported",
        ),
        (
            json!({ "in": "query", "schema": { "type": "object" } }),
            "an object as a parameter is not supported",
        ),
        (
            json!({ "in": "query", "schema": { "$ref": "#/components/schemas/Thing" } }),
            "an object as a parameter is not supported",
        ),
        (
            json!({ "in": "query", "style": "pipeDelimited", "schema": { "type": "array", "items": { "type": "string" } } }),
            "a list in the style `pipeDelimited` is not supported",
        ),
        (
            json!({ "in": "query", "schema": { "type": "array", "items": { "type": "array" } } }),
            "a list of lists or objects as a parameter is not supported",
        ),
    ] {
        let mut parameter = parameter;
        parameter["name"] = json!("p");
        let optional = after(parameter.clone());
        assert_eq!(first(&optional)["name"], "z");
        assert_eq!(
            optional.warnings,
            [format!(
                "/paths/~1a/post: the parameter `p`: {why}; the parameter is left out"
            )]
        );
        parameter["required"] = json!(true);
        let required = after(parameter);
        assert_eq!(required.root["paths"], json!({ "/a": {} }));
        assert_eq!(
            required.warnings,
            [format!(
                "/paths/~1a/post: the parameter `p`: {why}; the operation is left out"
            )]
        );
    }
}

#[test]
fn no_parameters_are_no_list() {
    let after = once(
        parameters,
        operation(json!({ "parameters": [{ "name": "c", "in": "cookie" }] })),
    );
    assert_eq!(after.operation(), &json!({}));
}
