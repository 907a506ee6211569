//! Enumerations keep their values, with what `x-ms-enum` says of each; `null` among the values means that it may be absent.
//! Alternatives of strings (`anyOf: [{type: string}, {enum: …}]`) and of constants are one enumeration: each takes values
//! that it does not list.

use indexmap::IndexSet;
use serde_json::{Map, Value, json};

use crate::Document;
use crate::keys::{DESCRIPTIONS, RUST_TYPE, SCHEMA_NAME, VALUE_NAMES};
use crate::walk::{all_mut, describe, items, plain, reference, resolve, text};
use crate::words::code;

/// See the module's documentation.
pub fn enums(document: &mut Document) -> usize {
    let before = document.root.clone();
    let mut changes = 0;
    all_mut(&mut document.root, &mut |_, schema| {
        if let Some(joined) = alternatives(&before, schema) {
            *schema = joined;
        }
        if let Value::Object(schema) = schema {
            changes += usize::from(rewrite(schema));
        }
    });
    changes
}

/// Alternatives that are all strings, or all constants, as one enumeration.
fn alternatives(root: &Value, schema: &Value) -> Option<Value> {
    let key = ["oneOf", "anyOf"].into_iter().find(|key| schema.get(key).is_some())?;
    if schema.get("discriminator").is_some() || schema.get("properties").is_some() {
        return None;
    }
    let variants: Vec<&Value> = items(schema.get(key)).collect();
    let mut values: IndexSet<Value> = IndexSet::new();
    let (mut described, mut names) = (Map::new(), Map::new());
    let mut named = Vec::new();
    let mut texts = 0;
    for variant in &variants {
        let target = resolve(root, variant);
        let listed: Vec<&Value> = items(target.get("enum")).collect();
        let is_plain = listed.is_empty() && is_plain_text(target);
        if !is_plain && (listed.is_empty() || listed.iter().any(|value| value.is_array() || value.is_object())) {
            return None;
        }
        texts += usize::from(is_plain);
        if !listed.is_empty() && reference(variant).is_some() {
            named.push(*variant);
        }
        if let [only] = listed.as_slice() {
            let (words, title) = (text(variant, "description"), text(variant, "title"));
            if !words.is_empty() {
                described.insert(plain(only), json!(words));
            }
            if !title.is_empty() && !only.is_string() {
                names.insert(plain(only), json!(title));
            }
        }
        values.extend(listed.into_iter().cloned());
    }
    // Plain text beside values that are none is a union.
    if variants.is_empty() || texts > 0 && !values.iter().all(Value::is_string) {
        return None;
    }
    let mut whole = schema.as_object()?.clone();
    whole.shift_remove(key);
    if let ([only], true) = (named.as_slice(), variants.len() == texts + 1) {
        // The one enumeration keeps its name.
        whole.shift_remove("type");
        whole.insert(
            "allOf".to_owned(),
            json!([{ "$ref": format!("#/components/schemas/{}", reference(only)?) }]),
        );
        return Some(Value::Object(whole));
    }
    if values.is_empty() {
        whole.insert("type".to_owned(), json!("string"));
        return Some(Value::Object(whole));
    }
    let inherited = variants.iter().find_map(|variant| resolve(root, variant).get("type"));
    if let Some(kind) = inherited {
        whole.entry("type").or_insert_with(|| kind.clone());
    }
    whole.insert("enum".to_owned(), values.into_iter().collect());
    for (key, said) in [(DESCRIPTIONS, described), (VALUE_NAMES, names)] {
        if !said.is_empty() {
            whole.insert(key.to_owned(), Value::Object(said));
        }
    }
    Some(Value::Object(whole))
}

fn is_plain_text(schema: &Value) -> bool {
    text(schema, "type") == "string"
        && ["", "password", "uri", "url"].contains(&text(schema, "format"))
        && schema.get(RUST_TYPE).is_none()
        && schema.get("x-ms-secret").is_none()
}

fn rewrite(schema: &mut Map<String, Value>) -> bool {
    let Some(Value::Array(values)) = schema.shift_remove("enum") else {
        schema.shift_remove("x-ms-enum");
        return false;
    };
    let has_null = values.iter().any(Value::is_null);
    let values: IndexSet<Value> = values.into_iter().filter(|value| !value.is_null()).collect();
    if has_null {
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
    let annotation = schema.shift_remove("x-ms-enum");
    let annotated = annotation.as_ref().and_then(|enumeration| enumeration.get("values"));
    let is_listed = |value: &Value| value.is_string() || value.is_number() || value.is_boolean();
    if values.is_empty() {
        return true;
    }
    if !values.iter().all(is_listed) {
        let list: Vec<String> = values.iter().map(|value| code(&value.to_string())).collect();
        describe(schema, &format!("One of {}.", list.join(", ")));
        return true;
    }
    if values.iter().all(Value::is_boolean) && values.len() == 2 {
        schema.insert("type".to_owned(), Value::from("boolean"));
        return true;
    }
    let (mut described, mut names) = (Map::new(), Map::new());
    for said in items(annotated) {
        // The annotation writes numbers as strings, too.
        let wanted = plain(said.get("value").unwrap_or(&Value::Null));
        let Some(value) = values.iter().find(|value| plain(value) == wanted) else {
            continue;
        };
        if let Some(description) = said.get("description") {
            described.insert(wanted.clone(), description.clone());
        }
        let name = text(said, "name");
        if !value.is_string() && !name.is_empty() {
            names.insert(wanted, json!(name));
        }
    }
    let name = annotation
        .as_ref()
        .map(|annotation| text(annotation, "name"))
        .unwrap_or_default();
    if !name.is_empty() && !schema.contains_key(SCHEMA_NAME) {
        schema.insert(SCHEMA_NAME.to_owned(), Value::from(name));
    }
    if values.iter().all(Value::is_string) {
        schema.insert("type".to_owned(), Value::from("string"));
    }
    schema.shift_remove("format");
    schema.insert("enum".to_owned(), values.into_iter().collect());
    for (key, mut said) in [(DESCRIPTIONS, described), (VALUE_NAMES, names)] {
        if let Some(Value::Object(before)) = schema.shift_remove(key) {
            said.extend(before);
        }
        if !said.is_empty() {
            schema.insert(key.to_owned(), Value::Object(said));
        }
    }
    true
}
