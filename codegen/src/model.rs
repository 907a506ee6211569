//! The types of a client, between the normalized document and Rust.
//!
//! Every component schema becomes exactly one [`Shape`], every use of a schema exactly one [`Type`]: what fits none is any
//! JSON value, with a warning. Names, boxes, nullability, constants and presence are decided here, once; emission only
//! writes them down.

mod boxes;
mod context;
mod declared;
mod defaults;
mod fields;
mod lists;
mod recursion;
mod shapes;
mod signatures;
mod types;
mod unions;
mod uses;

use crate::Document;
use crate::walk::{operations, schemas};
use context::Context;

pub use context::AnyValue;
pub(crate) use declared::*;
pub(crate) use recursion::without_size;
pub(crate) use types::Type;

/// The types of a normalized document.
pub(crate) fn model(document: &mut Document) -> Model {
    let Document { root, findings, .. } = document;
    findings.step = "model";
    let mut context = Context::of(root, findings);
    let mut model = Model::default();
    for (name, schema) in schemas(root) {
        if let Some(declared) = context.declared(name, schema) {
            model.types.insert(name.clone(), declared);
        }
    }
    for operation in operations(root) {
        model.signatures.push(context.signature(&operation));
    }
    model.any_values = context.any_values;
    boxes::apply(&mut model, root, findings);
    recursion::break_cycles(&mut model);
    lists::find(&mut model, root, findings);
    defaults::find(&mut model);
    uses::mark_fitted(&mut model);
    uses::mark_responses(&mut model, root);
    model
}
