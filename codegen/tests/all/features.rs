//! `x-feature` puts the module of a group behind a Cargo feature; where its operations do not agree on one, a warning says
//! so.

use codegen::{Output, Request, Source, generate};
use serde_json::{Value, json};

/// A client of operations without bodies: their ids and features.
fn client(operations: &[(&str, Value)]) -> Output {
    let paths = operations.iter().enumerate().map(|(index, (id, feature))| {
        let mut operation = json!({ "operationId": id, "responses": { "204": { "description": "" } } });
        if !feature.is_null() {
            operation["x-feature"] = feature.clone();
        }
        (format!("/{index}"), json!({ "get": operation }))
    });
    let document = json!({
        "openapi": "3.0.3",
        "info": { "title": "t", "version": "1" },
        "paths": paths.collect::<serde_json::Map<_, _>>(),
    });
    let text = document.to_string();
    let request = Request {
        document: Source { name: "t", text: &text },
        overlays: &[],
        command: "c",
    };
    generate(&request).expect("a client")
}

#[test]
fn module_is_behind_the_feature_of_its_operations() {
    let output = client(&[("A_One", json!("a-b")), ("B_One", Value::Null), ("A_Two", json!("a-b"))]);
    assert!(output.warnings.is_empty(), "{:?}", output.warnings);
    let features: Vec<_> = output.operations.iter().map(|row| row.feature.as_deref()).collect();
    assert_eq!(features, [Some("a-b"), None, Some("a-b")]);
    let root: Vec<&str> = output.files["mod.rs"].lines().map(str::trim).collect();
    let behind: Vec<&str> = root
        .windows(2)
        .filter(|lines| lines[0] == "#[cfg(feature = \"a-b\")]")
        .map(|lines| lines[1])
        .collect();
    let items = [
        "mod a;",
        "pub use a::*;",
        "a::A_ONE,",
        "a::A_TWO,",
        "pub fn a(&self) -> a::AClient {",
    ];
    assert_eq!(behind, items);
}

#[test]
fn operations_that_do_not_agree_are_always_compiled() {
    let output = client(&[
        ("A_One", json!("a")),
        ("A_Two", Value::Null),
        ("B_One", json!("b")),
        ("B_Two", json!("c")),
        ("C_One", Value::Null),
        ("C_Two", json!("c")),
        ("D_One", json!("not one")),
        ("E_One", json!(7)),
        ("F_One", json!("default")),
    ]);
    assert!(output.operations.iter().all(|row| row.feature.is_none()));
    assert!(!output.files["mod.rs"].contains("cfg"));
    let lines: Vec<String> = output.warnings.iter().map(ToString::to_string).collect();
    let always = "the operations of the group are always compiled";
    assert_eq!(
        lines,
        [
            format!(
                "warning: t#/paths/~11/get: [finish] `x-feature` is \"a\" for another operation of `A` and unset here: {always}"
            ),
            format!(
                "warning: t#/paths/~13/get: [finish] `x-feature` is \"c\" here and \"b\" for another operation of `B`: {always}"
            ),
            format!(
                "warning: t#/paths/~14/get: [finish] `x-feature` is \"c\" for another operation of `C` and unset here: {always}"
            ),
            format!(
                "warning: t#/paths/~16/get: [finish] `x-feature` is \"not one\", not a name such as \"images\": {always}"
            ),
            format!("warning: t#/paths/~17/get: [finish] `x-feature` is 7, not a name such as \"images\": {always}"),
            format!(
                "warning: t#/paths/~18/get: [finish] `x-feature` is \"default\", not a name such as \"images\": {always}"
            ),
        ]
    );
}
