//! Operations that are at other servers than the document's first: which one, and which that is.

use serde_json::{Map, Value, json};

use crate::Document;
use crate::keys::SERVER;
use crate::walk::{fields, fields_mut, items, operations_mut, plain, text};

/// See the module's documentation.
pub fn servers(document: &mut Document) -> usize {
    if document.root.get("servers").is_some_and(|servers| !servers.is_array()) {
        document.findings.warn(
            "/servers",
            "not a list of servers: it is ignored, and the client asks for one",
        );
    }
    for (index, server) in items(document.root.get("servers")).enumerate() {
        if text(server, "url").is_empty() {
            let message = "a server without a `url`: it is ignored";
            document.findings.warn(format!("/servers/{index}"), message);
        }
    }
    let usual = first(document.root.get("servers")).unwrap_or_default();
    let of_paths: Map<String, Value> = fields(document.root.get("paths"))
        .filter_map(|(path, item)| Some((path.clone(), json!(first(item.get("servers"))?))))
        .collect();
    let mut changes = 0;
    operations_mut(&mut document.root, |path, _, operation| {
        let of_operation = operation.shift_remove("servers");
        let of_path = || of_paths.get(path).and_then(Value::as_str).map(str::to_owned);
        let own = first(of_operation.as_ref()).or_else(of_path);
        changes += usize::from(of_operation.is_some());
        if let Some(own) = own.filter(|own| *own != usual) {
            operation.insert(SERVER.to_owned(), json!([own, usual]));
        }
    });
    for (_, item) in fields_mut(document.root.get_mut("paths")) {
        if let Value::Object(item) = item {
            changes += usize::from(item.shift_remove("servers").is_some());
        }
    }
    changes
}

/// The URL of the first of several servers, its variables at their defaults, without a slash at the end.
fn first(servers: Option<&Value>) -> Option<String> {
    let server = items(servers).find(|server| !text(*server, "url").is_empty())?;
    let mut url = text(server, "url").to_owned();
    for (name, variable) in fields(server.get("variables")) {
        url = url.replace(&format!("{{{name}}}"), &plain(&variable["default"]));
    }
    Some(url.trim_end_matches('/').to_owned())
}
