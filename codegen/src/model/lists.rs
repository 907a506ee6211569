//! Operations that return a list page by page (`x-ms-pageable`): where its items are, and how it goes on.

use serde_json::Value;

use super::declared::{Following, List, Model, Shape, Step};
use super::types::Type;
use crate::Findings;
use crate::keys::OPTIONAL;
use crate::walk::{Operation, flag, items, operations, text};

const KEY: &str = "x-ms-pageable";

/// Finds the lists, and warns of those whose later pages the caller has to get.
pub(super) fn find(model: &mut Model, root: &Value, findings: &mut Findings) {
    let all = operations(root);
    // Those that name a link come first: of a type that both kinds return they say where the link is.
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|index| all[*index].value.pointer("/x-ms-pageable/nextLinkName") == Some(&Value::Null));
    for index in order {
        let operation = &all[index];
        let Some(pageable) = operation.value.get(KEY) else {
            continue;
        };
        match one(model, &all, index, pageable) {
            Ok(following) => {
                if let Some(signature) = model.signatures.get_mut(index) {
                    signature.following = Some(following);
                }
            }
            Err(why) => {
                let pointer = format!("{}/{KEY}", operation.pointer());
                findings.warn(
                    pointer,
                    format!("{why}: the first page is returned, and the list does not go on"),
                );
            }
        }
    }
}

fn one(model: &mut Model, all: &[Operation<'_>], index: usize, pageable: &Value) -> Result<Following, String> {
    let operation = &all[index];
    let response = model
        .signatures
        .get(index)
        .and_then(|signature| signature.response.as_ref());
    let Some(Type::Named(page)) = response.filter(|_| operation.value.get(OPTIONAL).is_none()).cloned() else {
        return Err("the response is not an object that is always there".to_owned());
    };
    let name = pageable.get("itemName").and_then(Value::as_str).unwrap_or("value");
    let (items, value) = way(model, &page, name).ok_or(format!("`{page}` has no field `{name}`"))?;
    let Type::List(item) = value else {
        return Err(format!("the field `{name}` is not a list"));
    };
    let link_name = match pageable.get("nextLinkName") {
        Some(Value::Null) => None,
        name => Some(name.and_then(Value::as_str).unwrap_or("nextLink")),
    };
    let next = match link_name {
        None => None,
        Some(name) => match way(model, &page, name) {
            Some((next, Type::Text)) => Some(next),
            Some(_) => return Err(format!("the field `{name}` is not a string")),
            None => return Err(format!("`{page}` has no field `{name}`")),
        },
    };
    let following = match (&next, text(pageable, "operationName")) {
        (None, _) => Following::None,
        (Some(_), "") => Following::Link,
        (Some(_), name) => by_operation(all, operation, name)?,
    };
    let list = List {
        item: *item,
        items,
        next,
    };
    let Some(Shape::Struct(made)) = model.types.get_mut(&page).map(|declared| &mut declared.shape) else {
        return Err(format!("`{page}` is not a struct"));
    };
    match &made.list {
        None => made.list = Some(list),
        Some(other) if other.items != list.items => {
            return Err(format!("another operation has the items of `{page}` in another field"));
        }
        Some(other) if list.next.is_some() && other.next != list.next => {
            return Err(format!("another operation has the link of `{page}` in another field"));
        }
        Some(_) => {}
    }
    Ok(following)
}

/// The way to a field, by its name or, through other objects, by names with dots between them; and its type.
fn way(model: &Model, owner: &str, name: &str) -> Option<(Vec<Step>, Type)> {
    let Shape::Struct(made) = &model.types.get(owner)?.shape else {
        return None;
    };
    let step = |wire: &str| {
        let field = made.fields.iter().find(|field| field.wire == wire)?;
        let step = Step {
            ident: field.ident.clone(),
            is_option: field.is_option(),
        };
        Some((step, field.value.clone()))
    };
    if let Some((step, value)) = step(name) {
        return Some((vec![step], value));
    }
    let (first, rest) = name.split_once('.')?;
    let (first, value) = step(first)?;
    let inner = value.declared().filter(|_| !value.is_collection())?;
    let (mut rest, value) = way(model, inner, rest)?;
    rest.insert(0, first);
    Some((rest, value))
}

fn by_operation(all: &[Operation<'_>], operation: &Operation<'_>, name: &str) -> Result<Following, String> {
    let group = operation
        .id()
        .split_once('_')
        .map(|(group, _)| group)
        .unwrap_or_default();
    let is_named = |id: &str| id.eq_ignore_ascii_case(name) || id.eq_ignore_ascii_case(&format!("{group}_{name}"));
    let index = all
        .iter()
        .position(|other| is_named(other.id()))
        .ok_or(format!("unknown operation `{name}`"))?;
    let parameters = |operation: &Operation<'_>, place: &str| -> Vec<(String, bool)> {
        items(operation.value.get("parameters"))
            .filter(|parameter| text(parameter, "in") == place)
            .map(|parameter| (text(parameter, "name").to_owned(), flag(parameter, "required")))
            .collect()
    };
    let next = &all[index];
    let own = parameters(operation, "path");
    let mut links = parameters(next, "path");
    links.retain(|(name, _)| !own.iter().any(|(other, _)| other == name));
    if links.len() > 1 {
        return Err(format!("`{name}` has path parameters that this operation has not"));
    }
    let (own, query) = (parameters(operation, "query"), parameters(next, "query"));
    let is_own = |name: &str| own.iter().any(|(other, _)| other == name);
    if query.iter().any(|(name, is_required)| *is_required && !is_own(name)) {
        return Err(format!(
            "`{name}` requires query parameters that this operation has not"
        ));
    }
    Ok(Following::Operation {
        index,
        link: links.pop().map(|(name, _)| name),
        query: query
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| is_own(name))
            .collect(),
    })
}
