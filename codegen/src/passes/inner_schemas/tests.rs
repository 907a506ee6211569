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
    assert_eq!(inner_schemas(&mut document), 3);
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
    assert_eq!(inner_schemas(&mut document), 0);
}
