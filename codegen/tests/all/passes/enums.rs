use codegen::passes::enums;
use serde_json::{Value, json};

use super::{once, schemas};

fn after(schema: Value) -> (Value, usize) {
    let after = once(enums, schemas(json!({ "S": schema })));
    (after.schemas()["S"].clone(), after.count)
}

#[test]
fn texts_keep_their_values_and_what_is_said_of_each() {
    let schema = json!({
        "enum": ["a", "b", "a", null],
        "format": "x",
        "x-ms-enum": { "name": "Letter", "modelAsString": true, "values": [
            { "value": "b", "description": "The b." }, { "value": "a" }, { "value": "z", "description": "Gone." },
        ] },
    });
    let expected = json!({
        "nullable": true,
        "x-schema-name": "Letter",
        "type": "string",
        "enum": ["a", "b"],
        "x-enum-descriptions": { "b": "The b." },
    });
    assert_eq!(after(schema), (expected, 1));
}

#[test]
fn a_name_that_is_there_wins() {
    let schema = json!({ "type": "string", "enum": ["a"], "x-schema-name": "Mine", "x-ms-enum": { "name": "Theirs" } });
    let expected = json!({ "type": "string", "enum": ["a"], "x-schema-name": "Mine" });
    assert_eq!(after(schema), (expected, 1));
}

#[test]
fn anything_but_texts_is_said_in_words() {
    for (values, words) in [
        (json!([1, 2]), "One of `1`, `2`."),
        (json!(["a", 1, true]), r#"One of `"a"`, `1`, `true`."#),
    ] {
        let schema = json!({ "type": "integer", "enum": values, "x-ms-enum": {}, "description": "d" });
        let expected = json!({ "type": "integer", "description": format!("d\n\n{words}") });
        assert_eq!(after(schema), (expected, 1));
    }
}

#[test]
fn an_annotation_without_values_goes() {
    assert_eq!(
        after(json!({ "type": "string", "x-ms-enum": {} })),
        (json!({ "type": "string" }), 0)
    );
}
