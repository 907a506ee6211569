use codegen::passes::docs;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{once, schemas, settles};

fn cleaned(text: &str) -> String {
    let after = settles(docs, schemas(json!({ "S": { "description": text } })));
    let text = after.schemas()["S"]["description"].as_str();
    text.unwrap_or_default().to_owned()
}

#[test]
fn texts_are_shown_by_rustdoc_as_they_were_meant() {
    for (given, expected) in [
        ("a\r\nb\rc  \n", "a\nb\nc"),
        ("say \\\"hi\\\"", "say \"hi\""),
        ("an [item] of", "an \\[item\\] of"),
        ("a Vec<T>", "a Vec\\<T>"),
        ("`[kept] <kept>` and [x]", "`[kept] <kept>` and \\[x\\]"),
        ("see https://a.example/b. Then", "see <https://a.example/b>. Then"),
        ("(http://a.example).", "(<http://a.example>)."),
        ("see <https://a.example>", "see <https://a.example>"),
        ("[text](https://a.example)", "[text](https://a.example)"),
        ("already \\[escaped\\]", "already \\[escaped\\]"),
        ("plain words, http too", "plain words, http too"),
        ("", ""),
    ] {
        assert_eq!(cleaned(given), expected, "of {given:?}");
    }
}

#[test]
fn every_text_of_a_document_is_cleaned() {
    let words = "a\r\nb";
    let after = settles(
        docs,
        json!({
            "paths": { "/a": { "post": {
                "summary": words, "description": words,
                "parameters": [{ "description": words, "schema": { "title": "T", "description": words } }],
                "requestBody": { "description": words, "content": { "a/b": { "schema": { "description": words } } } },
                "responses": { "200": { "description": words, "headers": { "h": { "description": words } } } },
            } } },
            "components": { "schemas": { "S": {
                "title": "Goes", "description": words,
                "x-enum-descriptions": { "value": words },
                "properties": { "title": { "type": "string" }, "description": { "description": words } },
            } } },
        }),
    );
    assert!(!after.root.to_string().contains("\\r"));
    assert_eq!(
        after.schemas()["S"],
        json!({
            "description": "a\nb",
            "x-enum-descriptions": { "value": "a\nb" },
            "properties": { "title": { "type": "string" }, "description": { "description": "a\nb" } },
        })
    );
    assert_eq!(after.count, 13);
}

fn any_markdown() -> impl Strategy<Value = String> {
    "\\PC{0,40}|([-`\\[\\]()<>\\\\ \"a\n#*]|https://|```|    ){0,30}"
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_through(text in any_markdown()) {
        let after = once(docs, schemas(json!({ "S": { "description": text } })));
        prop_assert!(matches!(after.schemas()["S"]["description"], Value::String(_)));
    }
}
