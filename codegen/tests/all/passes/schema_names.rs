use codegen::passes::schema_names;
use serde_json::json;

use super::settles;

#[test]
fn schemas_are_called_as_their_types_will_be() {
    let after = settles(
        schema_names,
        json!({
            "paths": { "/a": { "get": { "$ref": "#/components/schemas/AzureAISearch" } } },
            "components": { "schemas": {
                "AzureAISearch": { "properties": { "a~1b": { "$ref": "#/components/schemas/a~1b" } } },
                "a/b": { "description": "AzureAISearch in words stays" },
                "x_y_z": {},
                "Union": { "discriminator": { "mapping": { "x": "#/components/schemas/x_y_z", "bare": "x_y_z" } } },
            } },
        }),
    );
    assert_eq!(
        after.root,
        json!({
            "paths": { "/a": { "get": { "$ref": "#/components/schemas/AzureAiSearch" } } },
            "components": { "schemas": {
                "AzureAiSearch": {
                    "properties": { "a~1b": { "$ref": "#/components/schemas/Ab" } }, "x-original-name": "AzureAISearch",
                },
                "Ab": { "description": "AzureAISearch in words stays", "x-original-name": "a/b" },
                "Xyz": { "x-original-name": "x_y_z" },
                "Union": { "discriminator": { "mapping": { "x": "#/components/schemas/Xyz", "bare": "Xyz" } } },
            } },
        })
    );
    assert_eq!(after.count, 3);
}

#[test]
fn a_name_that_fits_is_kept_and_the_others_are_counted() {
    let root = super::schemas(json!({ "a-thing": 1, "AThing": 2, "a_thing": 3, "Other": 4 }));
    let after = settles(schema_names, root);
    assert_eq!(
        after.schemas(),
        &json!({ "AThing2": 1, "AThing": 2, "AThing3": 3, "Other": 4 })
    );
}

#[test]
fn no_schema_takes_the_name_of_what_generated_code_uses() {
    let root = super::schemas(json!({
        "Option": {}, "value": {}, "Error": {},
        "Timestamp": { "x-rust-type": { "path": "azure_openai_core::Timestamp" } },
    }));
    let after = settles(schema_names, root);
    let names: Vec<_> = after.schemas().as_object().unwrap().keys().collect();
    assert_eq!(names, ["OptionModel", "ValueModel", "Error", "Timestamp"]);
}
