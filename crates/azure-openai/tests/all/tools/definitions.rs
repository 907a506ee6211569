//! What is sent of a function.

use azure_openai::ErrorKind;
use azure_openai::tools::{NoArguments, Tools, function, lenient_function};
use serde_json::json;

use super::{Scale, Weather};

#[test]
fn definition_is_the_schema_of_the_type() {
    let tool = lenient_function::<Weather>("get-weather_1").unwrap();
    assert_eq!(
        serde_json::to_value(&tool).unwrap(),
        json!({"type": "function", "function": {
            "name": "get-weather_1",
            "description": "The weather at a place.",
            "parameters": {
                "type": "object",
                "properties": {
                    "city": {"description": "The city.", "type": "string"},
                    "days": {"type": "integer", "minimum": 0, "maximum": 255, "default": 0},
                    "scale": {"type": ["string", "null"], "enum": ["celsius", "kelvin", null]},
                    "title": {"description": "A property that is called like a keyword.", "type": ["string", "null"]}
                },
                "required": ["city"]
            }
        }})
    );
    let strict = function::<Weather>("weather").unwrap();
    assert_eq!(
        (strict.function.strict, strict.function.parameters),
        (
            Some(true),
            Some(json!({
                "type": "object",
                "properties": {
                    "city": {"description": "The city.", "type": "string"},
                    "days": {"description": "minimum: 0, maximum: 255", "type": "integer"},
                    "scale": {"anyOf": [{"$ref": "#/$defs/Scale"}, {"type": "null"}]},
                    "title": {"description": "A property that is called like a keyword.", "type": ["string", "null"]}
                },
                "required": ["city", "days", "scale", "title"],
                "additionalProperties": false,
                "$defs": {"Scale": {"type": "string", "enum": ["celsius", "kelvin"]}},
            }))
        )
    );
    let none = json!({"type": "object", "properties": {}, "required": [], "additionalProperties": false});
    assert_eq!(function::<NoArguments>("now").unwrap().function.parameters, Some(none));
    let none = json!({"type": "object", "properties": {}});
    assert_eq!(
        lenient_function::<NoArguments>("now").unwrap().function.parameters,
        Some(none)
    );
}

#[test]
fn lenient_schemas_are_those_of_later_functions() {
    let tools = Tools::new()
        .with_function("strict", |_: NoArguments| async { Ok(1) })
        .with_lenient_schemas()
        .with_function("lenient", |_: NoArguments| async { Ok(2) });
    let strict: Vec<_> = tools
        .definitions()
        .unwrap()
        .iter()
        .map(|tool| tool.function.strict)
        .collect();
    assert_eq!(strict, [Some(true), None]);
}

#[test]
fn invalid_function_is_an_error_that_names_it() {
    for name in ["", "get weather", "ü", &"x".repeat(65)] {
        let error = function::<Weather>(name).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
    }
    let error = function::<Scale>("scale").unwrap_err();
    assert!(error.to_string().contains("`Scale`"), "{error}");
    assert!(function::<()>("unit").is_err());
    let twice = Tools::new()
        .with_function("a", |_: NoArguments| async { Ok(1) })
        .with_function("a", |_: NoArguments| async { Ok(2) });
    assert!(
        twice
            .definitions()
            .unwrap_err()
            .to_string()
            .contains("two tools have the name `a`")
    );
}
