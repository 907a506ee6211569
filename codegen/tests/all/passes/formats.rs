use codegen::passes::formats;
use serde_json::{Value, json};

use super::{operation, schemas, settles};

fn core(name: &str) -> Value {
    json!({ "crate": "azure-openai-core", "version": "*", "path": format!("azure_openai_core::{name}") })
}

#[test]
fn formats_with_a_type_of_their_own() {
    for (kind, format, name) in [
        ("integer", "unixtime", "Timestamp"),
        ("number", "unixtime", "Timestamp"),
        ("string", "date-time", "DateTime"),
        ("string", "byte", "Base64Bytes"),
        ("string", "base64", "Base64Bytes"),
        ("string", "base64url", "Base64UrlBytes"),
        ("string", "date", "PlainDate"),
        ("string", "time", "PlainTime"),
        ("string", "duration", "IsoDuration"),
        ("string", "date-time-rfc1123", "HttpDate"),
        ("string", "uuid", "Uuid"),
    ] {
        let after = settles(formats, schemas(json!({ "S": { "type": kind, "format": format } })));
        assert_eq!(after.schemas()["S"], json!({ "type": kind, "x-rust-type": core(name) }));
        assert_eq!(after.count, 1);
    }
}

#[test]
fn formats_that_stay_go_or_become_words() {
    for (given, expected, count) in [
        (
            json!({ "type": "string", "format": "binary" }),
            json!({ "type": "string", "format": "binary" }),
            0,
        ),
        (
            json!({ "type": "integer", "format": "int32" }),
            json!({ "type": "integer", "format": "int32" }),
            0,
        ),
        (
            json!({ "type": "integer", "format": "int64" }),
            json!({ "type": "integer" }),
            1,
        ),
        (
            json!({ "type": "integer", "format": "uint8" }),
            json!({ "type": "integer", "format": "uint8" }),
            0,
        ),
        (
            json!({ "type": "number", "format": "float" }),
            json!({ "type": "number", "format": "float" }),
            0,
        ),
        (
            json!({ "type": "string", "format": "password" }),
            json!({ "type": "string" }),
            1,
        ),
        (json!({ "type": "string" }), json!({ "type": "string" }), 0),
        (
            json!({ "type": "string", "format": "char", "description": "Its id." }),
            json!({ "type": "string", "description": "Its id.\n\nFormat: char." }),
            1,
        ),
        (
            json!({ "type": "integer", "format": "x", "x-rust-type": 1 }),
            json!({ "type": "integer", "format": "x", "x-rust-type": 1 }),
            0,
        ),
    ] {
        let after = settles(formats, schemas(json!({ "S": given })));
        assert_eq!((&after.schemas()["S"], after.count), (&expected, count), "of {given}");
    }
}

#[test]
fn secrets_are_texts_that_are_not_shown() {
    let after = settles(
        formats,
        schemas(json!({ "S": { "properties": {
        "key": { "type": "string", "format": "password", "x-ms-secret": true },
        "flag": { "type": "boolean", "x-ms-secret": true },
        "open": { "type": "string", "x-ms-secret": false },
    } } })),
    );
    assert_eq!(
        after.schemas()["S"]["properties"],
        json!({
            "key": { "type": "string", "x-rust-type": core("Secret") },
            "flag": { "type": "boolean" },
            "open": { "type": "string" },
        })
    );
    let after = settles(
        formats,
        operation(json!({ "parameters": [
        { "name": "token", "x-ms-secret": true, "schema": { "type": "string" } },
        { "name": "plain", "x-ms-secret": false, "schema": { "type": "string" } },
    ] })),
    );
    assert_eq!(
        after.operation()["parameters"],
        json!([
            { "name": "token", "schema": { "type": "string", "x-rust-type": core("Secret") } },
            { "name": "plain", "schema": { "type": "string" } },
        ])
    );
}
