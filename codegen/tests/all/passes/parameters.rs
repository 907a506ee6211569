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
        &json!({ "name": "p", "in": "header",
            "schema": { "type": "string", "x-any-value": "the document gives no type" } })
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
fn styles_follow_from_place_style_and_explode() {
    let list = json!({ "type": "array", "items": { "type": "string" } });
    let text = json!({ "type": "string" });
    let object = json!({ "$ref": "#/components/schemas/Thing" });
    for (parameter, expected) in [
        (json!({ "in": "query", "explode": false, "schema": list }), "Commas"),
        (
            json!({ "in": "query", "style": "spaceDelimited", "explode": false, "schema": list }),
            "Spaces",
        ),
        (
            json!({ "in": "query", "style": "tabDelimited", "explode": false, "schema": list }),
            "Tabs",
        ),
        (
            json!({ "in": "query", "style": "pipeDelimited", "explode": false, "schema": list }),
            "Pipes",
        ),
        (
            json!({ "in": "query", "style": "deepObject", "schema": object }),
            "DeepObject",
        ),
        (json!({ "in": "query", "schema": object }), "FormObject"),
        (
            json!({ "in": "query", "content": { "application/json": { "schema": object } } }),
            "ObjectJson",
        ),
        (
            json!({ "in": "header", "content": { "application/problem+json": { "schema": list } } }),
            "ObjectJson",
        ),
        (
            json!({ "in": "query", "content": { "text/plain": { "schema": text } } }),
            "",
        ),
        (json!({ "in": "path", "schema": object }), "ObjectCommas"),
        (
            json!({ "in": "path", "explode": true, "schema": object }),
            "ObjectCommasExploded",
        ),
        (
            json!({ "in": "path", "style": "label", "schema": object }),
            "ObjectLabel",
        ),
        (
            json!({ "in": "path", "style": "matrix", "explode": true, "schema": object }),
            "ObjectMatrixExploded",
        ),
        (json!({ "in": "header", "schema": object }), "ObjectCommas"),
        (
            json!({ "in": "query", "explode": false, "schema": object }),
            "ObjectCommas",
        ),
        (
            json!({ "in": "query", "style": "pipeDelimited", "explode": false, "schema": object }),
            "ObjectPipes",
        ),
        (
            json!({ "in": "query", "style": "spaceDelimited", "explode": false,
                "schema": { "type": "object", "additionalProperties": { "type": "number" } } }),
            "ObjectSpaces",
        ),
        (json!({ "in": "query", "allowReserved": true, "schema": text }), "Raw"),
        (
            json!({ "in": "path", "x-ms-skip-url-encoding": true, "schema": text }),
            "Raw",
        ),
        (json!({ "in": "path", "schema": list }), "Commas"),
        (json!({ "in": "path", "style": "label", "schema": text }), "Label"),
        (
            json!({ "in": "path", "style": "label", "explode": true, "schema": list }),
            "LabelExploded",
        ),
        (json!({ "in": "path", "style": "matrix", "schema": list }), "Matrix"),
        (
            json!({ "in": "path", "style": "matrix", "explode": true, "schema": list }),
            "MatrixExploded",
        ),
        (json!({ "in": "query", "schema": text }), ""),
        (json!({ "in": "cookie", "schema": text }), ""),
    ] {
        let mut parameter = parameter;
        parameter["name"] = json!("p");
        let after = after(parameter.clone());
        assert_eq!(
            first(&after)["x-style"].as_str().unwrap_or_default(),
            expected,
            "{parameter}"
        );
        assert!(after.warnings.is_empty(), "{parameter}: {:?}", after.warnings);
    }
}

#[test]
fn required_constant_is_not_an_argument() {
    let constant =
        json!({ "name": "p", "in": "query", "required": true, "schema": { "$ref": "#/components/schemas/Kind" } });
    assert_eq!(first(&after(constant.clone()))["x-constant"], "a");
    let number = json!({ "name": "p", "in": "path", "required": true, "schema": { "type": "integer", "enum": [7] } });
    assert_eq!(first(&after(number))["x-constant"], "7");
    let mut optional = constant;
    optional["required"] = json!(false);
    assert!(first(&after(optional)).get("x-constant").is_none());
}

#[test]
fn reserved_headers_and_what_the_path_holds_are_not_parameters() {
    for name in ["Accept", "content-type", "AUTHORIZATION"] {
        let after = after(json!({ "name": name, "in": "header", "required": true, "schema": { "type": "string" } }));
        assert_eq!(first(&after)["name"], "z");
        assert!(after.warnings.is_empty());
    }
    let query = |name: &str| json!({ "name": name, "in": "query", "schema": { "type": "string" } });
    let root = json!({ "paths": { "/a?comp=list": { "get": { "parameters": [query("comp"), query("prefix")] } } } });
    let after = once(parameters, root);
    assert_eq!(
        after.root["paths"]["/a?comp=list"]["get"]["parameters"],
        json!([query("prefix")])
    );
}

#[test]
fn parameter_without_a_style_is_a_string() {
    for (parameter, why) in [
        (
            json!({ "in": "cookie", "schema": { "type": "object" } }),
            "this object cannot be sent in this style; it is given as a string",
        ),
        (
            json!({ "in": "path", "schema": { "type": "object", "properties": { "a": { "type": "array" } } } }),
            "this object cannot be sent in this style; it is given as a string",
        ),
        (
            json!({ "in": "query", "schema": { "type": "array", "items": { "type": "array" } } }),
            "a list of lists or objects cannot be sent; it is given as a string",
        ),
        (
            json!({ "in": "header", "content": { "application/xml": {} } }),
            "it is given as the text of its media type",
        ),
    ] {
        let mut parameter = parameter;
        parameter["name"] = json!("p");
        let after = after(parameter);
        assert_eq!(first(&after)["schema"], json!({ "type": "string", "x-any-value": why }));
        assert_eq!(after.warnings, [format!("/paths/~1a/post: the parameter `p`: {why}")]);
    }
}

#[test]
fn deep_objects_that_are_none_are_warned_of() {
    let list = json!({ "type": "array", "items": { "type": "string" } });
    let union = json!({ "anyOf": [{ "type": "integer" }, { "$ref": "#/components/schemas/Thing" }] });
    for (schema, why) in [(list, "its items are sent"), (union, "it is given as a string")] {
        let after = after(json!({ "name": "p", "in": "query", "style": "deepObject", "schema": schema }));
        assert_eq!(after.warnings.len(), 1);
        assert!(after.warnings[0].contains(why), "{:?}", after.warnings);
    }
}

#[test]
fn absent_parameters_are_not_a_list() {
    let after = once(
        parameters,
        operation(json!({ "parameters": [{ "name": "Accept", "in": "header" }] })),
    );
    assert_eq!(after.operation(), &json!({}));
}
