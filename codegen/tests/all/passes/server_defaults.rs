use codegen::passes::server_defaults;
use serde_json::json;

use super::{schemas, settles};

#[test]
fn defaults_become_words() {
    let after = settles(
        server_defaults,
        schemas(json!({ "S": { "properties": {
            "number": { "type": "number", "default": 1.0, "description": "How many.\n" },
            "text": { "default": "auto", "x-ms-client-default": "other" },
            "empty": { "default": "" },
            "client": { "x-ms-client-default": true },
            "list": { "default": ["a"] },
            "null": { "default": null },
            "default": { "type": "string" },
        } } })),
    );
    assert_eq!(
        after.schemas()["S"]["properties"],
        json!({
            "number": { "type": "number", "description": "How many.\n\nDefault of the server: `1.0`." },
            "text": { "description": "Default of the server: `auto`." },
            "empty": { "description": "Default of the server: `\"\"`." },
            "client": { "description": "Default of the server: `true`." },
            "list": { "description": "Default of the server: `[\"a\"]`." },
            "null": {},
            "default": { "type": "string" },
        })
    );
    assert_eq!(after.count, 5);
}
