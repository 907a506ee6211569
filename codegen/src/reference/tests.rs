//! Pointers and references.

use serde_json::json;

use super::*;

#[test]
fn pointers_and_references_escape_each_other() {
    assert_eq!(join("/paths", "/a/{b}~c"), "/paths/~1a~1{b}~0c");
    assert_eq!(tokens("/paths/~1a~1{b}~0c").collect::<Vec<_>>(), ["paths", "/a/{b}~c"]);
    let pointer = "/definitions/ü a%\"{}";
    assert_eq!(local_pointer(&reference_to(pointer)).as_deref(), Some(pointer));
    assert_eq!(local_pointer("#").as_deref(), Some(""));
    assert_eq!(local_pointer("other.yaml#/a"), None);
    assert_eq!(local_pointer("#anchor"), None);
    assert_eq!(local_pointer("#/a%ff"), None);
}

#[test]
fn chains_of_references_are_followed_and_rings_are_not() {
    let root = json!({"a": {"$ref": "#/b%2Fc/0"}, "b/c": [1], "b": {"c": [{"$ref": "#/d~1e"}]},
        "d/e": {"type": "string"}, "r": {"$ref": "#/s"}, "s": {"$ref": "#/r"}, "x": {"$ref": "#/none"}});
    assert_eq!(follow(&root, &root["a"]), Some(&json!({"type": "string"})));
    assert_eq!(follow(&root, &root["r"]), None);
    assert_eq!(follow(&root, &root["x"]), None);
}
