//! Operations as methods of groups: `Files_Upload` → `files().upload(…)`. Required parameters are arguments,
//! optional ones an options struct.

mod body;
mod call;
mod docs;
mod parameter;

use std::collections::HashSet;

use quote::{format_ident, quote};
use serde_json::Value;

use self::call::{Call, MethodForm};
use super::options::options_struct;
use super::rust_type::shown;
use super::tree::{Group, StreamingRow, Tree};
use crate::keys::{BY_STATUS, MAY_BE_EMPTY, OPTIONAL, RESPONSE, STREAM};
use crate::model::{Model, Type};
use crate::naming::{pascal, shouty, snake, unique};
use crate::walk::{Operation, closure, items, operations as all, reference, references_in, schema, text};
use crate::words::code;

/// Makes the groups, their methods and the options of these.
pub(super) fn operations(tree: &mut Tree, model: &Model, root: &Value) {
    let methods = std::mem::take(&mut tree.methods);
    let mut options_names: HashSet<String> = HashSet::new();
    let all = all(root);
    for (index, (operation, method)) in all.iter().zip(&methods).enumerate() {
        let (group_name, method_name) = names(operation);
        if !tree.groups.contains_key(&group_name) {
            let group = group(tree, root, operation, &group_name);
            tree.groups.insert(group_name.clone(), group);
        }
        let Some(group) = tree.groups.get_mut(&group_name) else {
            continue;
        };
        let ident = unique(method_name, |name| {
            group.methods.iter().any(|other| other.sig.ident == name)
        });
        let constant = unique(shouty(operation.id()), |name| {
            group.constants.iter().any(|other| other.ident == name)
        });
        let options_name = unique(pascal(&format!("{group_name} {ident} options")), |name| {
            tree.types.contains_key(name) || options_names.contains(name)
        });
        let names = (format_ident!("{constant}"), format_ident!("{options_name}"));
        options_names.insert(options_name);
        // What the body's type says of itself, where the operation says nothing of the body.
        let body = method.body.as_ref().and_then(|ty| schema(root, ty.held()?));
        let about = body.map(|body| text(body, "description")).unwrap_or_default();
        let about = about.split("\n\n").next().unwrap_or_default();
        let mut call = Call::new(&group.module, names, operation, method, about);
        if let Some(signature) = model.signatures.get(index) {
            call.errors.clone_from(&signature.errors);
            call.follow(signature.following.as_ref(), &all);
        }
        group.constants.push(call.constant());
        group
            .items
            .extend(options_struct(&call.options, &call.options_name, operation.id()));
        let mut used = Vec::new();
        references_in(operation.value, &mut used);
        let used = closure(root, used);
        group.pointers.push(operation.pointer());
        group.schemas.extend(used.into_iter().map(str::to_owned));
        let kind_of_response = operation.value.get(RESPONSE).and_then(Value::as_str).unwrap_or("none");
        let mut row = call.row(&ident);
        if kind_of_response != "events" {
            // What can be of other kinds, too, is distinguished by its shape.
            let by_status = kind_of_response == "json" && operation.value.get(BY_STATUS).is_some();
            let kind = if by_status { "json-by-status" } else { kind_of_response };
            let (kind, value) = response_types(operation.value, kind, method.response.as_ref());
            group.methods.push(call.method(&ident, &kind, MethodForm::Plain));
            row.response = value;
            if !call.body.bytes.is_empty() {
                let ident = unique(format!("{ident}_bytes"), |name| {
                    group.methods.iter().any(|other| other.sig.ident == name)
                });
                group.methods.push(call.method(&ident, &kind, MethodForm::Bytes));
            }
        }
        if let Some(events) = operation.value.get(STREAM) {
            let chunk = reference(events).map_or(Type::Any, |name| Type::Named(name.to_owned()));
            let ident = if kind_of_response == "events" {
                ident
            } else {
                format!("{ident}_stream")
            };
            let ident = unique(ident, |name| group.methods.iter().any(|other| other.sig.ident == name));
            group
                .methods
                .push(call.method(&ident, &quote!(Events<#chunk>), MethodForm::Events));
            row.streaming = Some(StreamingRow {
                rust: call.path(&ident),
                event: shown(&chunk),
            });
        }
        tree.rows.push(row);
    }
}

/// Group and method: `FineTuning_GetEvents` → `FineTuning`, `get_events`. Without `_`, and where the whole id is snake case
/// (`list_pets`), the first tag is the group.
fn names(operation: &Operation<'_>) -> (String, String) {
    let (group, method) = match by_id(operation.id()) {
        Some((group, method)) => (group, method),
        None => (tag(operation).unwrap_or("Default"), operation.id()),
    };
    let method = match snake(method) {
        // `new` makes things in Rust.
        name if name == "new" => "new_".to_owned(),
        name => name,
    };
    (pascal(group), method)
}

fn by_id(id: &str) -> Option<(&str, &str)> {
    id.split_once('_')
        .filter(|(group, method)| !group.is_empty() && !method.is_empty())
        .filter(|_| id.contains(char::is_uppercase))
}

fn tag<'a>(operation: &Operation<'a>) -> Option<&'a str> {
    items(operation.value.get("tags")).find_map(Value::as_str)
}

/// Names that a module cannot have beside those that generated code names, and methods that every client has.
const TAKEN: [&str; 9] = [
    "shared",
    "mod",
    "core",
    "std",
    "serde",
    "serde_json",
    "azure_openai_core",
    "new",
    "pipeline",
];

/// A group without operations.
fn group(tree: &Tree, root: &Value, operation: &Operation<'_>, name: &str) -> Group {
    // Files of modules have names of plain letters.
    let ascii: String = name.chars().map(|c| if c.is_ascii() { c } else { '_' }).collect();
    let ascii = if ascii.contains(|c: char| c.is_ascii_alphanumeric()) {
        snake(&ascii)
    } else {
        "group".to_owned()
    };
    let module = unique(ascii, |module| {
        TAKEN.contains(&module) || tree.groups.values().any(|other| other.module == module)
    });
    let client = unique(pascal(&format!("{name} client")), |client| {
        tree.types.contains_key(client) || tree.groups.values().any(|other| other.client == client)
    });
    Group {
        name: name.to_owned(),
        module,
        client,
        docs: group_docs(root, operation, name),
        ..Group::default()
    }
}

fn group_docs(root: &Value, operation: &Operation<'_>, group: &str) -> String {
    let tag = tag(operation);
    let described = items(root.get("tags"))
        .find(|other| tag.is_some_and(|tag| text(other, "name") == tag))
        .map(|tag| text(tag, "description"))
        .filter(|words| !words.is_empty());
    match (described, by_id(operation.id()), tag) {
        (Some(words), ..) => format!("{}.", words.trim_end_matches('.')),
        (None, Some(_), _) => format!("The operations `{group}_*`."),
        (None, None, Some(tag)) => format!("The operations of {}.", code(tag)),
        (None, None, None) => "The operations that belong to no group.".to_owned(),
    }
}

/// How the response is read, and its value as people write it.
fn response_types(operation: &Value, kind: &str, value: Option<&Type>) -> (proc_macro2::TokenStream, String) {
    let value = value.unwrap_or(&Type::Any);
    let is_optional = operation.get(OPTIONAL).is_some();
    match kind {
        "json-by-status" if is_optional => (quote!(JsonByStatus<Option<#value>>), shown(&quote!(Option<#value>))),
        "json-by-status" => (quote!(JsonByStatus<#value>), shown(value)),
        "json" if is_optional => (quote!(OptionalJson<#value>), shown(&quote!(Option<#value>))),
        "json" if operation.get(MAY_BE_EMPTY).is_some() || value.can_be_empty() => {
            (quote!(JsonOrDefault<#value>), shown(value))
        }
        "json" => (quote!(Json<#value>), shown(value)),
        "json-or-bytes" => (quote!(JsonOrBytes<#value>), shown(&quote!(JsonOrBytes<#value>))),
        "json-or-text" => (quote!(JsonOrText<#value>), shown(&quote!(JsonOrText<#value>))),
        "text" => (quote!(PlainText), "String".to_owned()),
        "binary" => (quote!(Binary), "ByteStream".to_owned()),
        _ => (quote!(NoContent), "()".to_owned()),
    }
}
