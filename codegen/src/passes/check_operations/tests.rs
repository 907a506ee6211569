//! What is refused, with its place.

use serde_json::json;

use super::*;

fn check(dialect: Dialect, paths: Value) -> Result<Document, String> {
    let mut document = Document {
        name: "t".to_owned(),
        dialect,
        root: json!({"paths": paths, "parameters": {"id": {"name": "id", "in": "path", "required": true}}}),
        warnings: Vec::new(),
    };
    check_operations(&mut document).map_err(|e| e.to_string())?;
    Ok(document)
}

/// The message, without file and pass.
fn message(paths: Value) -> String {
    check(Dialect::OpenApi30, paths)
        .unwrap_err()
        .replace("error: t#/paths", "")
        .replace("[check_operations] ", "")
}

fn operation(id: &str) -> Value {
    json!({"operationId": id, "responses": {"200": {}, "default": {}, "4XX": {}, "x-a": {}}})
}

fn with(mut operation: Value, parameters: Value) -> Value {
    operation["parameters"] = parameters;
    operation
}

#[test]
fn a_sound_document_passes() {
    let id = json!({"name": "id", "in": "path", "required": true});
    let document = check(
        Dialect::OpenApi30,
        json!({"/a/{id}": {"parameters": [{"$ref": "#/parameters/id"}], "get": operation("a"), "x-a": 1,
            "put": with(operation("b"), json!([id, {"name": "id", "in": "query"}]))}, "/a/{id}/b": {
            "get": with(operation("c"), json!([id]))}, "x-a": 1}),
    )
    .unwrap();
    assert_eq!(document.warnings, []);
}

#[test]
fn ids_are_told_apart() {
    assert_eq!(
        message(json!({"/a": {"get": operation("x")}, "/b": {"get": operation("x")}})),
        "/~1b/get/operationId: a second operation with the id \"x\": the first is #/paths/~1a/get"
    );
    assert!(message(json!({"/a": {"get": operation(" ")}})).starts_with("/~1a/get/operationId: must be"));
}

#[test]
fn a_missing_id_is_made_up() {
    let nameless = json!({"responses": {}});
    let document = check(
        Dialect::OpenApi30,
        json!({"/a/{id}/b-c": {"parameters": [{"$ref": "#/parameters/id"}], "get": nameless},
            "/a/id/bC": {"get": nameless}, "/x": {"get": operation("getAIdBC2")}}),
    )
    .unwrap();
    assert_eq!(document.root["paths"]["/a/{id}/b-c"]["get"]["operationId"], "getAIdBC");
    assert_eq!(document.root["paths"]["/a/id/bC"]["get"]["operationId"], "getAIdBC3");
    assert_eq!(
        document.warnings[0].to_string(),
        "warning: t#/paths/~1a~1{id}~1b-c/get: [check_operations] no `operationId`: it is called \"getAIdBC\""
    );
}

#[test]
fn templates_are_checked() {
    let cases = [
        ("a", "begins with `/`"),
        ("/a/{b", "without its `}`"),
        ("/a/b}", "without its `{`"),
        ("/a}/{b}", "without its `{`"),
        ("/a/{}", "`{}` is no parameter"),
        ("/a/{b{c}}", "is no parameter"),
        ("/{b}/{b}", "the parameter `b` twice"),
    ];
    for (path, expected) in cases {
        let found = message(json!({path: {}}));
        assert!(found.contains(expected), "{path}: {found}");
    }
    assert_eq!(
        message(json!({"/a/{b}/c": {}, "/a/{d}/c": {}})),
        "/~1a~1{d}~1c: the same path as \"/a/{b}/c\" but for the names of its parameters"
    );
}

#[test]
fn parameters_fit_the_path_and_each_other() {
    assert_eq!(
        message(json!({"/a/{id}": {"get": operation("x")}})),
        "/~1a~1{id}/get: the path parameter \"id\" is not declared"
    );
    let id = json!({"name": "id", "in": "path", "required": true});
    assert_eq!(
        message(json!({"/a": {"get": with(operation("x"), json!([id]))}})),
        "/~1a/get/parameters/0: the path parameter \"id\" is not in the path"
    );
    assert_eq!(
        message(json!({"/a": {"parameters": [{"$ref": "#/parameters/id"}]}})),
        "/~1a/parameters/0: the path parameter \"id\" is not in the path"
    );
    let optional = json!({"name": "id", "in": "path"});
    assert_eq!(
        message(json!({"/{id}": {"get": with(operation("x"), json!([optional]))}})),
        "/~1{id}/get/parameters/0: the path parameter \"id\" must be `required: true`"
    );
    let query = json!({"name": "q", "in": "query"});
    assert_eq!(
        message(json!({"/a": {"get": with(operation("x"), json!([query, query]))}})),
        "/~1a/get/parameters/1: a second parameter \"q\" in query: the first is #/paths/~1a/get/parameters/0"
    );
    assert!(message(json!({"/a": {"get": with(operation("x"), json!([{"in": "query"}]))}})).contains("needs a `name`"));
}

#[test]
fn methods_and_statuses_are_known() {
    assert!(message(json!({"/a": {"gett": {}}})).starts_with("/~1a/gett: unknown method \"gett\": there are get, put"));
    assert!(
        check(Dialect::Swagger20, json!({"/a": {"trace": {}}}))
            .unwrap_err()
            .contains("unknown method \"trace\"")
    );
    let answer = |status: &str| json!({"/a": {"get": {"operationId": "x", "responses": {status: {}}}}});
    assert_eq!(
        message(answer("2000")),
        "/~1a/get/responses/2000: unknown status \"2000\""
    );
    assert!(message(answer("ok")).contains("unknown status"));
    assert!(
        check(Dialect::Swagger20, answer("2XX"))
            .unwrap_err()
            .contains("unknown status")
    );
    assert!(message(json!({"/a": {"get": {"operationId": "x"}}})).contains("needs `responses`"));
    assert!(check(Dialect::OpenApi31, json!({"/a": {"get": {"operationId": "x"}}})).is_ok());
}

#[test]
fn callbacks_are_not_dropped_silently() {
    let mut operation = operation("x");
    operation["callbacks"] = json!({});
    let document = check(Dialect::OpenApi30, json!({"/a": {"post": operation}})).unwrap();
    assert_eq!(document.warnings[0].pointer, "/paths/~1a/post/callbacks");
}
