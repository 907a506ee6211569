//! Fields in a box because an overlay says so: objects that are so large and so rarely set that their room in each value
//! costs more than a pointer does.

use serde_json::Value;

use super::declared::{Model, Shape};
use super::recursion::put_in_box;
use crate::keys::BOXED;
use crate::reference::tokens;
use crate::walk::walk;
use crate::{Dialect, Findings};

/// Boxes these fields, and warns where the key has no effect.
pub(super) fn apply(model: &mut Model, root: &Value, findings: &mut Findings) {
    walk(root, Dialect::OpenApi30, &mut |node| {
        let Some(said) = node.value.get(BOXED) else {
            return;
        };
        let place = match said {
            Value::Bool(true) => find(model, node.pointer),
            _ => Err("the only value that it has is `true`"),
        };
        match place {
            Ok((owner, index)) => put_in_box(model, &owner, index),
            Err(why) => findings.warn(node.pointer, format!("`{BOXED}` has no effect here: {why}")),
        }
    });
}

/// The field of a property that can be in a box: its owner and its index.
fn find(model: &Model, pointer: &str) -> Result<(String, usize), &'static str> {
    let shape = |name: &str| model.types.get(name).map(|declared| &declared.shape);
    let tokens: Vec<String> = tokens(pointer).collect();
    let (owner, wire) = match tokens.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["components", "schemas", owner, "properties", wire] => (owner, wire),
        _ => return Err("it is for properties"),
    };
    let Some(Shape::Struct(made)) = shape(owner) else {
        return Err("it is for properties of objects");
    };
    let mut fields = made.fields.iter().enumerate();
    let field = fields.find(|(_, field)| field.wire == wire && field.is_option() && !made.is_form);
    match field.map(|(index, field)| (index, field.value.held().and_then(shape))) {
        Some((index, Some(Shape::Struct(_) | Shape::Tagged(_) | Shape::Union(_)))) => Ok((owner.to_owned(), index)),
        _ => Err("it is for objects and unions that can be unset, and not for forms"),
    }
}
