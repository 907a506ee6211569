use codegen::passes::client_parameters;
use serde_json::{Value, json};

use super::{After, settles};

fn after(version: Value) -> After {
    let other = json!({ "name": "api-version", "in": "header" });
    settles(
        client_parameters,
        json!({
            "info": { "version": "1.0" },
            "paths": {
                "/a": { "get": { "parameters": [version] }, "put": {} },
                "/b": { "get": { "parameters": [
                    { "name": "p", "in": "query" },
                    { "name": "api-version", "in": "query", "schema": { "default": "later" } },
                    other,
                ] } },
            },
        }),
    )
}

#[test]
fn api_version_is_the_clients_or_the_operations_own() {
    let after = after(json!({ "name": "api-version", "in": "query", "schema": { "default": "first" } }));
    assert_eq!(
        after.root["paths"],
        json!({
            "/a": { "get": {}, "put": { "x-own-api-version": null } },
            "/b": { "get": { "parameters": [
                { "name": "p", "in": "query" },
                { "name": "api-version", "in": "header" },
            ], "x-own-api-version": "later" } },
        })
    );
    assert_eq!(after.root["x-api-version"], "first");
    assert_eq!(after.count, 2);
}

#[test]
fn the_default_is_the_first_that_is_named() {
    for (parameter, expected) in [
        (json!({ "schema": { "x-ms-client-default": "c" } }), "c"),
        (json!({ "x-ms-client-default": "p", "schema": { "enum": ["e"] } }), "p"),
        (json!({ "schema": { "enum": ["only"] } }), "only"),
        (json!({ "schema": { "enum": ["one", "two"] } }), "later"),
        (json!({ "schema": { "default": 7 } }), "later"),
        (json!({}), "later"),
    ] {
        let mut parameter = parameter;
        parameter["name"] = json!("api-version");
        parameter["in"] = json!("query");
        assert_eq!(
            after(parameter.clone()).root["x-api-version"],
            expected,
            "of {parameter}"
        );
    }
}

#[test]
fn without_a_default_the_documents_version_is_taken() {
    let parameter = json!({ "name": "api-version", "in": "query", "required": true, "schema": { "type": "string" } });
    let own = json!({ "name": "api-version", "in": "query", "required": true, "schema": { "enum": ["2.0"] } });
    let optional = json!({ "name": "api-version", "in": "query", "schema": { "type": "string" } });
    let root = json!({
        "info": { "version": "2024-01-01" },
        "paths": { "/a": { "get": { "parameters": [own] }, "put": { "parameters": [parameter] }, "post": { "parameters": [optional] } } },
    });
    let after = settles(client_parameters, root);
    assert_eq!(after.root["x-api-version"], "2024-01-01");
    let expected = json!({
        "get": { "x-own-api-version": "2.0" },
        "put": {},
        "post": { "parameters": [optional], "x-own-api-version": null },
    });
    assert_eq!(after.root["paths"]["/a"], expected);
    let without = json!({ "info": { "version": "1" }, "paths": { "/a": { "get": {} } } });
    let after = settles(client_parameters, without.clone());
    assert_eq!((after.root, after.count), (without, 0));
}
