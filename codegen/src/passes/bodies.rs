//! One request body an operation: JSON, a form (multipart or urlencoded), or bytes (`x-body`), with the media types that
//! can be sent. The parts of a form that are files become `FilePart`s.

mod encoding;

use serde_json::{Map, Value, json};

use self::encoding::encode_fields;
use super::formats::core;
use super::media::{JSON, MULTIPART, URL_ENCODED, essence, is_json};
use crate::Document;
use crate::keys::{BODY, FORM, MEDIA_TYPES, RUST_TYPE};
use crate::naming::unique;
use crate::walk::{fields, fields_mut, flag, operations, reference, reference_to, references_in, schemas_mut, text};

/// See the module's documentation.
pub fn bodies(document: &mut Document) -> usize {
    let root = document.root.clone();
    let uses = Uses::of(&root);
    let mut changes = 0;
    for operation in operations(&root) {
        let Some(body) = operation.value.get("requestBody") else {
            continue;
        };
        changes += 1;
        let pointer = operation.pointer();
        let made = one_body(document, &uses, &format!("{pointer}/requestBody"), body);
        let Some(Value::Object(operation)) = document.root.pointer_mut(&pointer) else {
            continue;
        };
        match made {
            Some((kind, body)) => {
                operation.insert("requestBody".to_owned(), body);
                operation.insert(BODY.to_owned(), json!(kind));
            }
            None => drop(operation.shift_remove("requestBody")),
        }
    }
    changes
}

/// The kind of body, and the body with the one schema that is generated.
fn one_body(document: &mut Document, uses: &Uses<'_>, pointer: &str, body: &Value) -> Option<(&'static str, Value)> {
    let media_types: Vec<(&String, &Value)> = fields(body.get("content")).collect();
    let Some((first, _)) = media_types.first() else {
        document.warn(pointer, "the body has no content; none is sent");
        return None;
    };
    let find = |wanted: &dyn Fn(&str) -> bool| media_types.iter().find(|(name, _)| wanted(&essence(name)));
    let is_binary = |(_, media_type): &(&String, &Value)| {
        media_type
            .get("schema")
            .is_none_or(|schema| text(schema, "format") == "binary")
    };
    let binary_first = media_types
        .first()
        .is_some_and(|first| is_binary(first) && !is_json(&essence(first.0)));
    let json = find(&|name| name == JSON)
        .or_else(|| find(&is_json))
        .filter(|json| !is_binary(json) && !binary_first);
    let form = find(&|name| name == MULTIPART)
        .or_else(|| find(&|name| name == URL_ENCODED))
        .filter(|_| !binary_first);
    let made = match (json, form) {
        (Some((name, media_type)), _) => {
            let schema = media_type.get("schema").cloned().unwrap_or_else(|| json!({}));
            Some(("json", JSON, (*name).clone(), schema))
        }
        (None, Some((name, media_type))) => match form_schema(document, uses, pointer, (name, media_type)) {
            Ok(schema) => Some(("form", MULTIPART, (*name).clone(), reference_to(&schema))),
            Err(why) => {
                document.warn(pointer, format!("{why}: it is sent as bytes that the caller makes"));
                None
            }
        },
        (None, None) => None,
    };
    // What else can be sent is bytes that the caller makes.
    let chosen = made.as_ref().map(|(_, _, name, _)| name.clone());
    let others = media_types
        .iter()
        .map(|(name, _)| (*name).clone())
        .filter(|name| Some(name) != chosen.as_ref());
    let mut sent: Vec<String> = chosen.iter().cloned().chain(others).collect();
    let (kind, place, schema) = match made {
        Some((kind, place, name, schema)) => {
            if name == "*/*" {
                sent[0] = JSON.to_owned();
            }
            (kind, place.to_owned(), schema)
        }
        None => {
            let is_structured = media_types[0].1.get("schema").is_some_and(|schema| {
                reference(schema).is_some() || matches!(text(schema, "type"), "object" | "array")
            });
            if is_structured && form.is_none() {
                let why = format!("`{first}` is sent as bytes that the caller makes: its schema is not generated");
                document.warn(pointer, why);
            }
            (
                "bytes",
                (*first).clone(),
                json!({ "type": "string", "format": "binary" }),
            )
        }
    };
    // What has fields that are required is required itself.
    let has_required = kind == "form" && {
        let form = reference(&schema).and_then(|name| schemas_mut(&mut document.root).get(name));
        form.is_some_and(|form| form.pointer("/required/0").is_some())
    };
    let mut made = json!({
        "description": text(body, "description"),
        "required": has_required || flag(body, "required"),
        "content": { place.clone(): { "schema": schema } },
    });
    if sent != [place] {
        made[MEDIA_TYPES] = json!(sent);
    }
    Some((kind, made))
}

/// The name of the schema of a form, a copy of its own where it serves other purposes too.
fn form_schema(
    document: &mut Document,
    uses: &Uses<'_>,
    pointer: &str,
    (media, media_type): (&str, &Value),
) -> Result<String, String> {
    let schema = media_type.get("schema").unwrap_or(&Value::Null);
    let name = reference(schema)
        .ok_or("a form whose schema is not an object")?
        .to_owned();
    let all = schemas_mut(&mut document.root);
    let Some(Value::Object(mut body)) = all.get(&name).cloned() else {
        return Err("a form whose schema is not an object".to_owned());
    };
    if body.get("properties").is_none() {
        return Err("a form whose schema has no fields".to_owned());
    }
    let is_form = body.get(FORM).is_some();
    make_form(&mut body);
    encode_fields(
        &document.root,
        &mut document.findings,
        pointer,
        (media, media_type),
        &mut body,
    );
    let all = schemas_mut(&mut document.root);
    let is_shared = if is_form {
        // The form of another operation, whose fields may be encoded in another way.
        all.get(&name).is_some_and(|other| other.as_object() != Some(&body))
    } else {
        uses.beside_forms(&name)
    };
    let name = if is_shared {
        // A copy that was made for another operation serves this one, too.
        unique(format!("{name}Form"), |name| {
            all.get(name).is_some_and(|schema| schema.as_object() != Some(&body))
        })
    } else {
        name
    };
    all.insert(name.clone(), Value::Object(body));
    Ok(name)
}

/// The names of the schemas that are used, once for each use: in all, and by forms.
struct Uses<'a> {
    all: Vec<&'a str>,
    forms: Vec<&'a str>,
}

impl<'a> Uses<'a> {
    fn of(root: &'a Value) -> Self {
        let mut all = Vec::new();
        references_in(root, &mut all);
        let forms = operations(root).into_iter().filter_map(|operation| {
            let content = operation.value.pointer("/requestBody/content")?;
            let form = [MULTIPART, URL_ENCODED].iter().find_map(|name| content.get(name))?;
            reference(form.get("schema")?)
        });
        let forms = forms.collect();
        Self { all, forms }
    }

    /// Whether a schema is used by anything but forms.
    fn beside_forms(&self, name: &str) -> bool {
        let count = |names: &[&str]| names.iter().filter(|other| **other == name).count();
        count(&self.all) > count(&self.forms)
    }
}

fn make_form(schema: &mut Map<String, Value>) {
    schema.insert(FORM.to_owned(), json!(true));
    for (_, property) in fields_mut(schema.get_mut("properties")) {
        let is_file = |schema: &Value| text(schema, "format") == "binary";
        let part = if is_file(property) {
            Some(&mut *property)
        } else {
            property.get_mut("items").filter(|items| is_file(items))
        };
        if let Some(Value::Object(part)) = part {
            part.insert(RUST_TYPE.to_owned(), core("FilePart"));
        }
    }
}
