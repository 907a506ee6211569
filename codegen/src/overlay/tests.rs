//! What overlays do, and what is refused.

use serde_json::json;

use super::*;
use crate::document::Dialect;

fn document(root: Value) -> Document {
    Document::new("doc", Dialect::OpenApi30, root)
}

fn overlay(actions: Value) -> Result<Overlay, Error> {
    let text = json!({"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": actions}).to_string();
    Overlay::read(Source {
        name: "over",
        text: &text,
    })
}

/// One action on a document: what comes out, or the message.
fn apply(root: Value, mut action: Value) -> Result<Value, String> {
    action["description"] = json!("because");
    let mut document = document(root);
    overlay(json!([action]))
        .and_then(|overlay| overlay.apply(&mut document))
        .map_err(|e| e.to_string())?;
    Ok(document.root)
}

#[test]
fn updates_merge_append_and_replace() {
    let before = json!({"a": {"keep": 1, "list": [1], "swap": [1], "deep": {"x": 1}}});
    let update = json!({"list": [2, {"n": 1}], "swap": {"y": 2}, "deep": {"x": 2, "z": 3}, "new": null});
    assert_eq!(
        apply(before, json!({"target": "$.a", "update": update})),
        Ok(
            json!({"a": {"keep": 1, "list": [1, 2, {"n": 1}], "swap": {"y": 2}, "deep": {"x": 2, "z": 3}, "new": null}})
        )
    );
}

#[test]
fn an_update_of_a_list_appends_one_entry() {
    let before = json!({"tags": ["a"], "lists": [[1], [2]]});
    assert_eq!(
        apply(before.clone(), json!({"target": "$.tags", "update": "b"})),
        Ok(json!({"tags": ["a", "b"], "lists": [[1], [2]]}))
    );
    assert_eq!(
        apply(before, json!({"target": "$.lists[*]", "update": [3]})),
        Ok(json!({"tags": ["a"], "lists": [[1, [3]], [2, [3]]]}))
    );
}

#[test]
fn filters_select() {
    let before = json!({"paths": {"/a/{b}": {"get": {"parameters": [{"name": "order"}, {"name": "after"}]}}}});
    assert_eq!(
        apply(
            before,
            json!({"target": "$.paths[*][*].parameters[?@.name=='order']", "update": {"type": "string"}})
        ),
        Ok(json!({"paths": {"/a/{b}": {"get": {"parameters": [
            {"name": "order", "type": "string"}, {"name": "after"}]}}}}))
    );
}

#[test]
fn several_removals_do_not_shift_each_other() {
    let list: Vec<_> = (0..12).map(|n| json!({"n": n, "odd": n % 2 == 1})).collect();
    let left: Vec<_> = list.iter().filter(|v| v["odd"] == false).cloned().collect();
    assert_eq!(
        apply(
            json!({"list": list}),
            json!({"target": "$.list[?@.odd==true]", "remove": true})
        ),
        Ok(json!({"list": left}))
    );
    // A match inside another match; a plain value; the order of what stays.
    assert_eq!(
        apply(
            json!({"a": {"x": {"x": 1}}, "b": {"x": 1}, "c": 1}),
            json!({"target": "$..x", "remove": true})
        ),
        Ok(json!({"a": {}, "b": {}, "c": 1}))
    );
    assert_eq!(
        apply(
            json!({"required": ["id", "bytes", "name"]}),
            json!({"target": "$.required[?@=='bytes']", "remove": true})
        ),
        Ok(json!({"required": ["id", "name"]}))
    );
}

#[test]
fn dead_and_idle_actions_are_errors() {
    let refused = [
        (
            json!({"target": "$.b", "update": {"x": 1}}),
            "error: over#/actions/0: [overlay] dead target: $.b matches nothing in doc; drop the action or mend its target",
        ),
        (json!({"target": "$.b", "remove": true}), "dead target: $.b"),
        (
            json!({"target": "$.a", "update": {"x": 1}}),
            "no effect: what the update says is already so wherever $.a",
        ),
        (json!({"target": "$.a", "update": {}}), "no effect"),
        (
            json!({"target": "$.a", "update": {"l": [1]}}),
            "no effect: 1 is already in the list",
        ),
        (
            json!({"target": "$.a.x", "update": {"y": 1}}),
            "$.a.x (at \"/a/x\"): 1 is neither object nor list",
        ),
        (
            json!({"target": "$.a", "update": 3}),
            "an object can only be updated with an object",
        ),
        (json!({"target": "$", "remove": true}), "it is the whole document"),
    ];
    for (action, message) in refused {
        let error = apply(json!({"a": {"x": 1, "l": [1]}}), action.clone()).unwrap_err();
        assert!(error.contains(message), "{action}: {error}");
    }
}

#[test]
fn an_action_sees_those_before_it_and_all_failures_are_reported() {
    let actions = json!([
        {"target": "$.a", "update": {"b": {}}, "description": "d"},
        {"target": "$.a.b", "update": {"c": 1}, "description": "d"},
        {"target": "$.none", "remove": true, "description": "d"},
        {"target": "$.a.b.c", "remove": true, "description": "d"},
        {"target": "$.a.b.c", "remove": true, "description": "d"},
    ]);
    let mut document = document(json!({"a": {}}));
    let error = overlay(actions).unwrap().apply(&mut document).unwrap_err();
    let pointers: Vec<_> = error.diagnostics().iter().map(|d| d.pointer.as_str()).collect();
    assert_eq!(pointers, ["/actions/2", "/actions/4"]);
}

#[test]
fn a_careless_overlay_is_refused() {
    let good = json!({"target": "$", "update": {}, "description": "d", "x-source": "issue"});
    assert!(overlay(json!([good])).is_ok());
    let refused = [
        (json!([]), "/actions: [overlay] no actions"),
        (json!([1]), "/actions/0: [overlay] an action must be a mapping"),
        (json!([{"update": {}, "description": "d"}]), "no `target`"),
        (json!([{"target": "$", "update": {}}]), "no `description`"),
        (
            json!([{"target": "$", "update": {}, "description": " "}]),
            "no `description`",
        ),
        (json!([{"target": "$", "description": "d"}]), "neither"),
        (json!([{"target": "$", "remove": false, "description": "d"}]), "neither"),
        (
            json!([{"target": "$", "remove": "yes", "description": "d"}]),
            "/actions/0/remove: ",
        ),
        (
            json!([{"target": "$", "remove": true, "update": {}, "description": "d"}]),
            "both",
        ),
        (
            json!([{"target": "a.b", "update": {}, "description": "d"}]),
            "/actions/0/target: [overlay] a.b is not a JSONPath",
        ),
        (
            json!([{"target": "$", "update": {}, "description": "d", "udpate": {}}]),
            "unknown key `udpate`",
        ),
    ];
    for (actions, message) in refused {
        let error = overlay(actions.clone()).unwrap_err().to_string();
        assert!(error.contains(message), "{actions}: {error}");
    }
}

#[test]
fn the_frame_is_checked() {
    let refused = [
        (
            "overlay: 1.1.0\ninfo: {title: t, version: '1'}\nactions: [{target: $, update: {}, description: d}]",
            "/overlay: ",
        ),
        (
            "info: {title: t, version: '1'}\nactions: [{target: $, update: {}, description: d}]",
            "no `overlay: 1.0.0`",
        ),
        (
            "overlay: 1.0.0\nactions: [{target: $, update: {}, description: d}]",
            "no `info`",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: t}\nactions: [{target: $, update: {}, description: d}]",
            "`version` must be",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nextra: 1\nactions: [{target: $, update: {}, description: d}]",
            "unknown key `extra`",
        ),
        ("overlay: 1.0.0\ninfo: {title: t, version: '1'}", "no list of `actions`"),
        ("- 1", "not a mapping"),
        ("a: [", "[read] YAML"),
    ];
    for (text, message) in refused {
        let error = Overlay::read(Source { name: "over", text }).unwrap_err().to_string();
        assert!(error.contains(message), "{text}: {error}");
    }
}
