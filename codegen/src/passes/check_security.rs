//! Security: schemes that a credential of the client can satisfy, and requirements that name them. What it cannot satisfy
//! is a warning that says what the caller has to do.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::document::{Dialect, Document};
use crate::error::Findings;
use crate::reference::{follow, join};
use crate::walk::{METHODS, fields, fields_mut, items, text};

/// Mends schemes and requirements, before a document is lifted. Returns the number of warnings.
pub fn check_security(document: &mut Document) -> usize {
    let before = document.findings.all().len();
    let section = match document.dialect {
        Dialect::Swagger20 => "/securityDefinitions",
        Dialect::OpenApi30 | Dialect::OpenApi31 => "/components/securitySchemes",
    };
    let Document { root, findings, .. } = document;
    schemes(root, findings, section);
    let names: BTreeSet<String> = fields(root.pointer(section)).map(|(name, _)| name.clone()).collect();
    let mut check = Check {
        findings,
        names: &names,
    };
    if let Value::Object(map) = root {
        check.holder(map, "");
    }
    let usual = schemes_of(root.get("security"));
    for (path, item) in fields_mut(root.get_mut("paths")) {
        for (method, operation) in fields_mut(Some(item)).filter(|(key, _)| METHODS.contains(&key.as_str())) {
            if let Value::Object(operation) = operation {
                let pointer = join(&join("/paths", path), method);
                check.holder(operation, &pointer);
                check.other_credential(operation, &usual, &pointer);
            }
        }
    }
    findings.all().len() - before
}

/// Each scheme by itself.
fn schemes(root: &mut Value, findings: &mut Findings, section: &str) {
    let followed: Vec<Option<Value>> = fields(root.pointer(section))
        .map(|(_, scheme)| follow(root, scheme).cloned())
        .collect();
    for ((name, scheme), target) in fields_mut(root.pointer_mut(section)).zip(followed) {
        if let Some(target) = target {
            *scheme = target;
        }
        let Value::Object(scheme) = scheme else { continue };
        for key in ["type", "in"] {
            mend_case(scheme, key);
        }
        if let Some(todo) = todo(scheme) {
            findings.warn(join(section, name), todo);
        }
    }
}

/// `ApiKey` and `Header` mean `apiKey` and `header`.
fn mend_case(scheme: &mut Map<String, Value>, key: &str) {
    const WORDS: [&str; 9] = [
        "apiKey",
        "http",
        "oauth2",
        "openIdConnect",
        "mutualTLS",
        "basic",
        "header",
        "query",
        "cookie",
    ];
    let said = text(scheme, key).to_owned();
    if let Some(word) = WORDS.iter().find(|word| word.eq_ignore_ascii_case(&said)) {
        scheme.insert(key.to_owned(), json!(word));
    }
}

/// What the caller has to do, where a credential is not all of it.
fn todo(scheme: &Map<String, Value>) -> Option<String> {
    const BY_LAYER: &str = "add what it wants with a layer (`RequestOptions::with_layer`)";
    let kind = text(scheme, "type");
    match (kind, text(scheme, "in"), text(scheme, "scheme").to_ascii_lowercase().as_str()) {
        ("apiKey", "header" | "query" | "cookie", _) if !text(scheme, "name").is_empty() => None,
        ("apiKey", ..) => Some(format!("an API key needs a `name` and an `in`, header, query or cookie; {BY_LAYER}")),
        ("http", _, "basic" | "bearer") | ("basic" | "oauth2" | "openIdConnect", ..) => None,
        ("http", _, "") => Some(format!("HTTP authentication without its `scheme`; {BY_LAYER}")),
        ("http", _, scheme) => Some(format!("the HTTP authentication `{scheme}` is not implemented; {BY_LAYER}")),
        ("mutualTLS", ..) => Some(
            "mutual TLS: give the client's certificate to the HTTP client (`PipelineBuilder::with_http_client_builder`)"
                .to_owned(),
        ),
        ("", ..) => Some(format!("a security scheme without a `type`; {BY_LAYER}")),
        _ => Some(format!("unknown security type {kind:?}; {BY_LAYER}")),
    }
}

struct Check<'a> {
    findings: &'a mut Findings,
    /// The schemes that there are.
    names: &'a BTreeSet<String>,
}

impl Check<'_> {
    /// The requirements of the document or of an operation.
    fn holder(&mut self, holder: &mut Map<String, Value>, pointer: &str) {
        let at = join(pointer, "security");
        let list = match holder.get_mut("security") {
            None => return,
            Some(Value::Array(list)) => std::mem::take(list),
            Some(one @ (Value::Object(_) | Value::String(_))) => {
                self.findings.warn(
                    &at,
                    "`security` must be a list of alternatives; it is read as the only one",
                );
                vec![one.take()]
            }
            Some(_) => {
                self.findings
                    .warn(&at, "`security` must be a list of alternatives; it is ignored");
                holder.shift_remove("security");
                return;
            }
        };
        let mut kept: Vec<Value> = Vec::new();
        let count = list.len();
        for (index, one) in list.into_iter().enumerate() {
            kept.extend(self.requirement(one, &format!("{at}/{index}")));
        }
        // Nothing as the only alternative is that nothing is asked for.
        if kept.iter().all(|one| one.as_object().is_some_and(Map::is_empty)) {
            kept.clear();
        }
        if kept.is_empty() && count > 0 && pointer.is_empty() {
            holder.shift_remove("security");
        } else {
            holder.insert("security".to_owned(), Value::Array(kept));
        }
    }

    fn requirement(&mut self, one: Value, at: &str) -> Option<Value> {
        let one = match one {
            Value::Object(one) => one,
            Value::String(name) => {
                let message = format!("a requirement must be an object; it is read as {{{name}: []}}");
                self.findings.warn(at, message);
                Map::from_iter([(name, json!([]))])
            }
            _ => {
                self.findings.warn(at, "a requirement must be an object; it is ignored");
                return None;
            }
        };
        for name in one.keys().filter(|name| !self.names.contains(*name)) {
            let message = format!("there is no security scheme {name:?}; the client sends the credential that it has");
            self.findings.warn(join(at, name), message);
        }
        if one.len() > 1 {
            let names: Vec<String> = one.keys().map(|name| format!("`{name}`")).collect();
            let message = format!(
                "{} are wanted together, and a client has one credential; add the others with a layer \
                 (`RequestOptions::with_layer`)",
                names.join(" and ")
            );
            self.findings.warn(at, message);
        }
        Some(Value::Object(one))
    }

    /// An operation that takes none of the document's credentials.
    fn other_credential(&mut self, operation: &Map<String, Value>, usual: &[BTreeSet<String>], pointer: &str) {
        let wanted = schemes_of(operation.get("security"));
        let has_usual = wanted.iter().any(|one| one.is_empty() || usual.contains(one));
        if wanted.is_empty() || usual.is_empty() || has_usual {
            return;
        }
        let names: Vec<String> = wanted.iter().flatten().map(|name| format!("`{name}`")).collect();
        let message = format!(
            "the operation takes {} and not the document's credential; send it by a client that has it",
            names.join(" or ")
        );
        self.findings.warn(join(pointer, "security"), message);
    }
}

/// The schemes of each alternative.
fn schemes_of(security: Option<&Value>) -> Vec<BTreeSet<String>> {
    let names = |one: &Value| fields(Some(one)).map(|(name, _)| name.clone()).collect();
    items(security).map(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(dialect: Dialect, schemes: Value, security: Value, operation: Value) -> (Value, Vec<String>) {
        let mut root = json!({ "paths": { "/a": { "get": operation } } });
        match dialect {
            Dialect::Swagger20 => root["securityDefinitions"] = schemes,
            _ => root["components"] = json!({ "securitySchemes": schemes }),
        }
        if !security.is_null() {
            root["security"] = security;
        }
        let mut document = Document::new("t", dialect, root);
        let count = check_security(&mut document);
        let said = document.findings.all().iter();
        let said: Vec<String> = said
            .map(|found| format!("{}: {}", found.pointer, found.message))
            .collect();
        assert_eq!(count, said.len());
        (document.root, said)
    }

    #[test]
    fn credentials_of_the_client_are_enough() {
        let schemes = json!({
            "a": { "type": "apiKey", "in": "header", "name": "k" },
            "b": { "type": "ApiKey", "in": "Cookie", "name": "k" },
            "c": { "type": "http", "scheme": "Bearer" },
            "d": { "type": "oauth2" },
            "e": { "type": "openIdConnect" },
            "f": { "$ref": "#/components/securitySchemes/c" },
        });
        let security = json!([{ "a": [] }, { "b": [] }, { "c": [] }]);
        let (root, said) = checked(
            Dialect::OpenApi30,
            schemes,
            security,
            json!({ "security": [{ "b": [] }] }),
        );
        assert_eq!(said, [""; 0]);
        assert_eq!(root["components"]["securitySchemes"]["b"]["in"], "cookie");
        assert_eq!(root["components"]["securitySchemes"]["f"]["scheme"], "Bearer");
    }

    #[test]
    fn what_a_credential_cannot_do_is_left_to_the_caller() {
        for (scheme, todo) in [
            (
                json!({ "type": "http", "scheme": "digest" }),
                "`digest` is not implemented; add what",
            ),
            (json!({ "type": "http", "scheme": "HOBA" }), "`hoba` is not implemented"),
            (json!({ "type": "http" }), "without its `scheme`"),
            (
                json!({ "type": "mutualTLS" }),
                "give the client's certificate to the HTTP client",
            ),
            (
                json!({ "type": "apiKey", "in": "body", "name": "k" }),
                "needs a `name` and an `in`",
            ),
            (
                json!({ "type": "apiKey", "in": "header" }),
                "needs a `name` and an `in`",
            ),
            (json!({ "type": "magic" }), "unknown security type \"magic\""),
            (json!({}), "without a `type`"),
        ] {
            for (dialect, section) in [
                (Dialect::Swagger20, "/securityDefinitions/s: "),
                (Dialect::OpenApi31, "/components/securitySchemes/s: "),
            ] {
                let (_, said) = checked(dialect, json!({ "s": scheme }), Value::Null, json!({}));
                assert_eq!(said.len(), 1, "{said:?}");
                assert!(said[0].starts_with(section) && said[0].contains(todo), "{said:?}");
            }
        }
    }

    #[test]
    fn requirements_are_read_as_meant() {
        let schemes =
            json!({ "a": { "type": "http", "scheme": "bearer" }, "b": { "type": "http", "scheme": "basic" } });
        for (security, read, expected) in [
            (
                json!({ "a": [] }),
                json!([{ "a": [] }]),
                "/security: `security` must be a list of alternatives; it is read",
            ),
            (
                json!(["a"]),
                json!([{ "a": [] }]),
                "/security/0: a requirement must be an object; it is read as {a: []}",
            ),
            (
                json!([null, { "a": [] }]),
                json!([{ "a": [] }]),
                "/security/0: a requirement must be an object; it is ignored",
            ),
            (
                json!(5),
                Value::Null,
                "/security: `security` must be a list of alternatives; it is ignored",
            ),
            (
                json!([{ "c": [] }]),
                json!([{ "c": [] }]),
                "/security/0/c: there is no security scheme \"c\"",
            ),
            (
                json!([{ "a": [], "b": [] }]),
                json!([{ "a": [], "b": [] }]),
                "/security/0: `a` and `b` are wanted together",
            ),
        ] {
            let (root, said) = checked(Dialect::OpenApi30, schemes.clone(), security, json!({}));
            assert_eq!(root.get("security").unwrap_or(&Value::Null), &read);
            assert_eq!(said.len(), 1, "{said:?}");
            assert!(said[0].starts_with(expected), "{said:?}");
        }
        let usual = json!([{ "a": [] }]);
        let of_operation = |security: Value| {
            let operation = json!({ "security": security });
            let (root, said) = checked(Dialect::OpenApi30, schemes.clone(), usual.clone(), operation);
            (root["paths"]["/a"]["get"]["security"].clone(), said.join("\n"))
        };
        assert_eq!(of_operation(json!([{}])), (json!([]), String::new()));
        assert_eq!(of_operation(json!([])), (json!([]), String::new()));
        assert_eq!(of_operation(json!([{ "b": [] }, { "a": [] }])).1, "");
        let (_, said) = of_operation(json!([{ "b": [] }]));
        assert!(
            said.starts_with("/paths/~1a/get/security: the operation takes `b` and not the document's"),
            "{said}"
        );
    }
}
