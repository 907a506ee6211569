//! Before and after of each pass, on documents no larger than it takes.

mod bodies;
mod client_parameters;
mod constants;
mod docs;
mod drop_annotations;
mod enums;
mod formats;
mod inline_aliases;
mod inline_parts;
mod limits;
mod merge_all_of;
mod name_inline;
mod parameters;
mod prune;
mod relax_responses;
mod responses;
mod schema_names;
mod servers;
mod since;
mod streaming;
mod tagged_unions;

use codegen::{Dialect, Document, Pass};
use serde_json::{Value, json};

/// What a pass made of a document.
struct After {
    root: Value,
    count: usize,
    /// `pointer: message`.
    warnings: Vec<String>,
}

/// Runs a pass over a document, and again over what it left: there must be nothing more to do.
fn settles(pass: Pass, root: Value) -> After {
    let first = once(pass, root);
    let again = once(pass, first.root.clone());
    assert_eq!(again.root, first.root, "a second run changes something");
    first
}

/// Runs a pass over a document.
fn once(pass: Pass, root: Value) -> After {
    let mut document = Document::new("t.yaml", Dialect::OpenApi30, root);
    let count = document.run("pass", pass).expect("a document that the pass takes");
    let warnings = document.findings.all().iter();
    After {
        count,
        warnings: warnings.map(|w| format!("{}: {}", w.pointer, w.message)).collect(),
        root: document.root,
    }
}

/// A document of schemas alone.
fn schemas(schemas: Value) -> Value {
    json!({ "components": { "schemas": schemas } })
}

/// A document with one operation, `POST /a`.
fn operation(operation: Value) -> Value {
    json!({ "paths": { "/a": { "post": operation } } })
}

impl After {
    /// The component schemas.
    fn schemas(&self) -> &Value {
        &self.root["components"]["schemas"]
    }

    /// The one operation.
    fn operation(&self) -> &Value {
        &self.root["paths"]["/a"]["post"]
    }
}
