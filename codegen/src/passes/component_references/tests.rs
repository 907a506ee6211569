//! Before and after.

use serde_json::json;

use super::*;

fn document(dialect: Dialect, root: Value) -> Document {
    Document::new("t", dialect, root)
}

#[test]
fn schemas_in_the_middle_become_components() {
    let mut document = document(
        Dialect::OpenApi31,
        json!({"components": {"schemas": {
            "Page": {"properties": {"rows": {"items": {"properties": {"cell": {"type": "string"}}}}},
                "$defs": {"Row": {"type": "integer"}}},
            "A": {"$ref": "#/components/schemas/Page/properties/rows/items"},
            "B": {"$ref": "#/components/schemas/Page/properties/rows/items/properties/cell"},
            "C": {"$ref": "#/components/schemas/Page/%24defs/Row"},
            "Fine": {"$ref": "#/components/schemas/A"},
        }}}),
    );
    assert_eq!(name_inner_references(&mut document), 3);
    assert_eq!(
        document.root,
        json!({"components": {"schemas": {
            "Page": {"properties": {"rows": {"items": {"$ref": "#/components/schemas/PageRows"}}},
                "$defs": {"Row": {"$ref": "#/components/schemas/Row"}}},
            "A": {"$ref": "#/components/schemas/PageRows"},
            "B": {"$ref": "#/components/schemas/PageRowsCell"},
            "C": {"$ref": "#/components/schemas/Row"},
            "Fine": {"$ref": "#/components/schemas/A"},
            "PageRowsCell": {"type": "string"},
            "PageRows": {"properties": {"cell": {"$ref": "#/components/schemas/PageRowsCell"}}},
            "Row": {"type": "integer"},
        }}})
    );
    assert_eq!(name_inner_references(&mut document), 0);
}

#[test]
fn other_parts_in_the_middle_are_copied() {
    let mut document = document(
        Dialect::Swagger20,
        json!({"paths": {"/a": {"parameters": [{"name": "p", "in": "query", "type": "string"}]},
            "/b": {"parameters": [{"$ref": "#/paths/~1a/parameters/0"}, {"$ref": "#/parameters/q"}]}},
            "parameters": {"q": {"name": "q"}}}),
    );
    assert_eq!(name_inner_references(&mut document), 1);
    assert_eq!(
        document.root["paths"]["/b"]["parameters"],
        json!([{"name": "p", "in": "query", "type": "string"}, {"$ref": "#/parameters/q"}])
    );
}

#[test]
fn path_items_are_written_out() {
    let mut document = document(
        Dialect::OpenApi31,
        json!({"paths": {"/a": {"$ref": "#/components/pathItems/A", "summary": "own"}, "/r": {"$ref": "#/paths/~1r"}},
            "components": {"pathItems": {"A": {"summary": "shared", "get": {"operationId": "x"}}}}}),
    );
    assert_eq!(inline_path_items(&mut document), 1);
    assert_eq!(
        document.root["paths"],
        json!({"/a": {"summary": "own", "get": {"operationId": "x"}}, "/r": {"$ref": "#/paths/~1r"}})
    );
}

#[test]
fn parts_that_contain_themselves_are_refused() {
    let callbacks: Map<String, Value> = (0..20)
        .map(|n| (format!("c{n}"), json!({"{$url}": {"$ref": "#/paths/~1a"}})))
        .collect();
    let root = json!({"paths": {"/a": {"post": {"callbacks": callbacks}}}});
    let error = document(Dialect::OpenApi31, root)
        .run("t", inline_path_items)
        .unwrap_err();
    assert!(error.to_string().contains("that contain each other"), "{error}");
}
