//! What is mended, what is said of it, and where.

use super::*;

/// The paths after the check, and the warnings as `pointer: message`, without `/paths`.
fn mended(dialect: Dialect, paths: Value) -> (Value, Vec<String>) {
    let mut document = Document::new(
        "t",
        dialect,
        json!({"paths": paths, "parameters": {"id": {"name": "id", "in": "path", "required": true}}}),
    );
    let count = check_operations(&mut document);
    assert_eq!(count, document.findings.all().len());
    let warnings = document
        .findings
        .all()
        .iter()
        .map(|warning| format!("{}: {}", warning.pointer.trim_start_matches("/paths"), warning.message))
        .collect();
    (document.root["paths"].clone(), warnings)
}

fn operation(id: &str) -> Value {
    json!({"operationId": id, "responses": {"200": {}, "default": {}, "4XX": {}, "x-a": {}}})
}

fn with(mut operation: Value, parameters: Value) -> Value {
    operation["parameters"] = parameters;
    operation
}

#[test]
fn a_sound_document_stays_as_it_is() {
    let id = json!({"name": "id", "in": "path", "required": true});
    let paths = json!({"/a/{id}": {"parameters": [{"$ref": "#/parameters/id"}], "get": operation("a"), "x-a": 1,
        "put": with(operation("b"), json!([id, {"name": "id", "in": "query"}]))}, "/a/{id}/b": {
        "get": with(operation("c"), json!([id]))}, "x-a": 1});
    assert_eq!(mended(Dialect::OpenApi30, paths.clone()), (paths, Vec::new()));
}

#[test]
fn second_and_missing_ids_are_made_up() {
    let nameless = json!({"responses": {}});
    let (paths, warnings) = mended(
        Dialect::OpenApi30,
        json!({"/a": {"get": operation("x"), "put": operation("x")}, "/b": {"get": operation(" ")},
            "/c/{id}/b-c": {"parameters": [{"$ref": "#/parameters/id"}], "get": nameless},
            "/c/id/bC": {"get": nameless}, "/x": {"get": operation("getCIdBC2")}}),
    );
    let id = |path: &str, method: &str| {
        paths[path][method]["operationId"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(id("/a", "put"), "x2");
    assert_eq!(id("/b", "get"), "getB");
    assert_eq!(id("/c/{id}/b-c", "get"), "getCIdBC");
    assert_eq!(id("/c/id/bC", "get"), "getCIdBC3");
    assert_eq!(
        warnings[..2],
        [
            "/~1a/put/operationId: a second operation with the id \"x\", it is given another: the first is \
             #/paths/~1a/get",
            "/~1a/put: the operation has no id of its own: it is called \"x2\"",
        ]
    );
}

#[test]
fn broken_paths_are_left_out_and_others_distinguished() {
    for (path, expected) in [
        ("/a/{b", "without its `}`"),
        ("/a/b}", "without its `{`"),
        ("/a}/{b}", "without its `{`"),
        ("/a/{}", "`{}` is not a parameter"),
        ("/a/{b{c}}", "is not a parameter"),
    ] {
        let (paths, warnings) = mended(Dialect::OpenApi30, json!({path: {}}));
        assert_eq!(paths, json!({}), "{path}");
        assert!(warnings[0].contains(expected), "{path}: {warnings:?}");
    }
    let same = json!({"/a/{b}/c": {}, "/a/{d}/c": {}});
    let (paths, warnings) = mended(Dialect::OpenApi30, same.clone());
    assert_eq!(paths, same);
    assert_eq!(
        warnings,
        ["/~1a~1{d}~1c: differs from \"/a/{b}/c\" in the names of parameters alone; the operations distinguish them"]
    );
    let (paths, warnings) = mended(Dialect::OpenApi30, json!({"a": {"get": {"responses": {}}}}));
    assert_eq!(paths["/a"]["get"]["operationId"], "getA");
    assert_eq!(warnings.len(), 2, "{warnings:?}");
}

#[test]
fn parameters_fit_the_path_and_each_other() {
    let of = |path: &str, parameters: Value| {
        let (paths, warnings) = mended(
            Dialect::OpenApi30,
            json!({path: {"get": with(operation("x"), parameters)}}),
        );
        (paths[path]["get"]["parameters"].clone(), warnings)
    };
    let string = json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
    let (after, warnings) = of("/a/{id}", json!([]));
    assert_eq!(after, json!([string]));
    assert_eq!(
        warnings,
        ["/~1a~1{id}/get: the path parameter \"id\" is not declared; it is read as a string"]
    );

    let (after, warnings) = of("/a", json!([string]));
    assert_eq!(after, json!([]));
    assert_eq!(
        warnings,
        ["/~1a/get/parameters/0: the path parameter \"id\" is not in the path; it is left out"]
    );

    let (after, warnings) = of(
        "/{id}",
        json!([{"name": "id", "in": "path", "schema": {"type": "string"}}]),
    );
    assert_eq!(after, json!([string]));
    assert!(warnings[0].contains("must be `required: true`"), "{warnings:?}");

    let query = json!({"name": "q", "in": "query"});
    let (after, warnings) = of(
        "/a",
        json!([query, query, {"in": "query"}, {"name": "b", "in": "body"}]),
    );
    assert_eq!(after, json!([query]));
    assert_eq!(
        warnings,
        [
            "/~1a/get/parameters/1: a second parameter \"q\" in query; it is left out",
            "/~1a/get/parameters/2: a parameter needs a `name` and an `in`; it is left out",
            "/~1a/get/parameters/3: the parameter \"b\" is in \"body\", which is none of path, query, header, cookie; \
             it is left out",
        ]
    );
}

#[test]
fn unknown_methods_and_statuses_are_left_out() {
    let (paths, warnings) = mended(Dialect::OpenApi30, json!({"/a": {"gett": {}}}));
    assert_eq!(paths, json!({"/a": {}}));
    assert!(
        warnings[0].starts_with("/~1a/gett: unknown method \"gett\""),
        "{warnings:?}"
    );
    let (_, warnings) = mended(Dialect::Swagger20, json!({"/a": {"trace": {}}}));
    assert!(warnings[0].contains("unknown method \"trace\""), "{warnings:?}");
    let responses = json!({"2000": {}, "ok": {}, "2XX": {}, "404": {}});
    let (paths, warnings) = mended(
        Dialect::OpenApi30,
        json!({"/a": {"get": {"operationId": "x", "responses": responses}, "put": {"operationId": "y"}}}),
    );
    assert_eq!(paths["/a"]["get"]["responses"], json!({"2XX": {}, "404": {}}));
    assert_eq!(paths["/a"]["put"]["responses"], json!({}));
    assert_eq!(warnings.len(), 3, "{warnings:?}");
    let silent = mended(Dialect::OpenApi31, json!({"/a": {"get": {"operationId": "x"}}})).1;
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn callbacks_and_second_tags_are_not_dropped_silently() {
    let mut operation = operation("x");
    operation["callbacks"] = json!({});
    let (_, warnings) = mended(Dialect::OpenApi30, json!({"/a": {"post": operation}}));
    assert!(
        warnings[0].starts_with("/~1a/post/callbacks: callbacks are not generated"),
        "{warnings:?}"
    );
    let mut document = Document::new(
        "t",
        Dialect::OpenApi30,
        json!({"tags": [{"name": "a"}, {"name": "b"}, {"name": "a"}]}),
    );
    assert_eq!(check_operations(&mut document), 1);
    assert_eq!(document.findings.all()[0].pointer, "/tags/2");
}

#[test]
fn extensions_among_paths_stay_and_a_path_that_is_there_twice_is_left_out() {
    let paths = json!({"": {"get": operation("a")}, "/": {"get": operation("b")}, "x-a": {"get": {}}});
    let (after, said) = mended(Dialect::OpenApi30, paths);
    assert_eq!(after, json!({"/": {"get": operation("a")}, "x-a": {"get": {}}}));
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[1].contains("a second path \"/\", which is left out"), "{said:?}");
}
