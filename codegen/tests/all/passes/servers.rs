use codegen::passes::servers;
use serde_json::json;

use super::settles;

#[test]
fn operations_on_another_server_say_which() {
    let after = settles(
        servers,
        json!({
            "servers": [{ "url": "https://a/{v}/", "variables": { "v": { "default": 1 } } }, { "url": "https://z" }],
            "paths": {
                "/a": {
                    "servers": [{ "url": "https://b" }],
                    "get": {},
                    "post": { "servers": [{ "url": "/c" }] },
                    "put": { "servers": [{ "url": "https://a/1" }] },
                },
                "/b": { "get": { "servers": [] } },
            },
        }),
    );
    assert_eq!(
        after.root["paths"],
        json!({
            "/a": {
                "get": { "x-server": ["https://b", "https://a/1"] },
                "post": { "x-server": ["/c", "https://a/1"] },
                "put": {},
            },
            "/b": { "get": {} },
        })
    );
    assert_eq!(after.count, 4);
}

#[test]
fn servers_that_are_no_list_are_ignored_with_a_warning() {
    let after = settles(
        servers,
        json!({ "servers": { "url": "https://a" }, "paths": { "/a": { "get": {} } } }),
    );
    assert_eq!(after.root["paths"], json!({ "/a": { "get": {} } }));
    assert_eq!(
        after.warnings,
        ["/servers: not a list of servers: it is ignored, and the client asks for one"]
    );
}
