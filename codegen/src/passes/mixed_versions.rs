//! A document of one version with parts of another: they are read as they are meant there. So are methods that are not in
//! lower case.

use serde_json::{Map, Value, json};

use super::inline_parts;
use super::lift_swagger2::{Lift, add, lift_swagger2};
use crate::document::{Dialect, Document};
use crate::reference::{follow, join, reference_of};
use crate::walk::grammar::methods;
use crate::walk::known::version_of;
use crate::walk::{Kind, METHODS, fields_mut, has_any, is_extension, text, walk};

/// Where Swagger 2.0 keeps what OpenAPI 3 has among its components.
const SECTIONS: [(&str, &str); 4] = [
    ("definitions", "schemas"),
    ("parameters", "parameters"),
    ("responses", "responses"),
    ("securityDefinitions", "securitySchemes"),
];

/// See the module's documentation. Returns the number of warnings.
pub fn mixed_versions(document: &mut Document) -> usize {
    let before = document.findings.all().len();
    lower_methods(document);
    let foreign = foreign_parts(&document.root, document.dialect);
    for (pointer, message) in &foreign {
        document.warn(pointer.as_str(), message.as_str());
    }
    match document.dialect {
        _ if foreign.is_empty() => {}
        Dialect::Swagger20 => {
            // What is of OpenAPI 3 stays as it is.
            inline_parts(document);
            lift_swagger2(document);
        }
        Dialect::OpenApi30 | Dialect::OpenApi31 => lift_parts(document),
    }
    document.findings.all().len() - before
}

fn lower_methods(document: &mut Document) {
    let Document {
        root,
        dialect,
        findings,
    } = document;
    let methods = methods(*dialect);
    for section in ["paths", "x-ms-paths"] {
        for (path, item) in fields_mut(root.get_mut(section)) {
            let Value::Object(item) = item else { continue };
            let is_method = |key: &String| methods.contains(&key.to_ascii_lowercase().as_str());
            let found: Vec<String> = item.keys().filter(|key| is_method(key)).cloned().collect();
            for key in found {
                let lower = key.to_ascii_lowercase();
                if !item.contains_key(&lower)
                    && let Some(operation) = item.shift_remove(&key)
                {
                    let at = join(&join(&join("", section), path), &key);
                    findings.warn(at, format!("unknown method {key:?}; it is read as `{lower}`"));
                    item.insert(lower, operation);
                }
            }
        }
    }
}

/// The parts that only another version has.
fn foreign_parts(root: &Value, dialect: Dialect) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let is_swagger = |dialect| dialect == Dialect::Swagger20;
    // The other family, and the places of parameters that only it has.
    let (other, places): (_, &[&str]) = if is_swagger(dialect) {
        ("OpenAPI 3", &["cookie"])
    } else {
        ("Swagger 2.0", &["body", "formData"])
    };
    walk(root, dialect, &mut |node| {
        let Value::Object(part) = node.value else { return };
        for key in part.keys().filter(|key| !is_extension(key)) {
            if let Some(version) = version_of(node.kind, key, dialect)
                && is_swagger(version) != is_swagger(dialect)
            {
                found.push((
                    join(node.pointer, key),
                    format!("`{key}` is of {other}; it is read as such"),
                ));
            }
        }
        // In Swagger 2.0 only a body has one.
        if node.kind == Kind::Parameter
            && is_swagger(dialect)
            && part.contains_key("schema")
            && !["", "body"].contains(&text(part, "in"))
        {
            let message = "`schema` of a parameter is of OpenAPI 3; it is read as such";
            found.push((join(node.pointer, "schema"), message.to_owned()));
        }
        let place = text(part, "in");
        if node.kind == Kind::Parameter && places.contains(&place) {
            let message = format!("a parameter in {place:?} is of {other}; it is read as such");
            found.push((join(node.pointer, "in"), message));
        }
    });
    found
}

/// Lifts the parts of an OpenAPI 3 document that are of Swagger 2.0.
fn lift_parts(document: &mut Document) {
    let root = &mut document.root;
    let mut moved = Vec::new();
    for (older, newer) in SECTIONS {
        if root.get(older).is_some_and(Value::is_object) {
            moved.push((format!("#/{older}/"), format!("#/components/{newer}/")));
        }
    }
    retarget(root, &moved);
    let mut lift = Lift::new(root, &mut document.findings);
    let Value::Object(map) = root else { return };
    if map.get("servers").is_none() && has_any(map, &["host", "basePath"]) {
        let servers = lift.servers(map);
        map.insert("servers".to_owned(), servers);
    }
    let mut components = match map.shift_remove("components") {
        Some(Value::Object(components)) => components,
        _ => Map::new(),
    };
    for (older, newer) in SECTIONS {
        match map.shift_remove(older) {
            Some(Value::Object(schemes)) if newer == "securitySchemes" => {
                add(&mut components, newer, lift.security_schemes(schemes));
            }
            Some(section @ Value::Object(_)) => add(&mut components, newer, section),
            _ => {}
        }
    }
    map.insert("components".to_owned(), Value::Object(components));
    bring_bodies(root);
    let whole = root.clone();
    for (section, is_parameter) in [("parameters", true), ("responses", false)] {
        let base = join("/components", section);
        if let Some(Value::Object(parts)) = root.pointer_mut(&base) {
            // Bodies have been brought to where they are used.
            parts.retain(|_, part| !follow(&whole, part).is_some_and(is_body));
        }
        for (name, part) in fields_mut(root.pointer_mut(&base)) {
            let at = join(&base, name);
            *part = match part.take() {
                part if is_parameter => lift.parameter(part, &at),
                part => lift.shared_response(part, &at),
            };
        }
    }
    let paths = lift.paths(root.get_mut("paths").map(Value::take), "/paths", &mut 0);
    root["paths"] = Value::Object(paths);
    for (path, item) in fields_mut(root.get_mut("paths")) {
        let base = join(&join("/paths", path), "parameters");
        for (index, parameter) in item
            .get_mut("parameters")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
            .enumerate()
        {
            *parameter = lift.parameter(parameter.take(), &join(&base, &index.to_string()));
        }
    }
    if let Value::Object(root) = root {
        for key in ["host", "basePath", "schemes", "consumes", "produces"] {
            root.shift_remove(key);
        }
    }
}

fn is_body(parameter: &Value) -> bool {
    matches!(text(parameter, "in"), "body" | "formData")
}

/// Bodies and form fields that operations share, or that a path has, to each operation.
fn bring_bodies(root: &mut Value) {
    let whole = root.clone();
    let brought = |parameter: &Value| follow(&whole, parameter).filter(|actual| is_body(actual)).cloned();
    for (_, item) in fields_mut(root.get_mut("paths")) {
        let mut shared = Vec::new();
        if let Some(Value::Array(list)) = item.get_mut("parameters") {
            list.retain(|parameter| match brought(parameter) {
                Some(body) => {
                    shared.push(body);
                    false
                }
                None => true,
            });
        }
        for (_, operation) in fields_mut(Some(item)).filter(|(key, _)| METHODS.contains(&key.as_str())) {
            let Value::Object(operation) = operation else { continue };
            if !shared.is_empty() {
                operation.entry("parameters").or_insert_with(|| json!([]));
            }
            let Some(Value::Array(list)) = operation.get_mut("parameters") else {
                continue;
            };
            for parameter in list.iter_mut() {
                if let Some(body) = brought(parameter) {
                    *parameter = body;
                }
            }
            let is_own = |body: &Value| {
                list.iter()
                    .any(|own| is_body(own) && text(own, "name") == text(body, "name"))
            };
            let added: Vec<Value> = shared.iter().filter(|body| !is_own(body)).cloned().collect();
            list.extend(added);
        }
    }
}

/// Lets references into sections that were moved follow them.
fn retarget(value: &mut Value, moved: &[(String, String)]) {
    if let Some(reference) = reference_of(value)
        && let Some((from, to)) = moved.iter().find(|(from, _)| reference.starts_with(from.as_str()))
    {
        value["$ref"] = json!(reference.replacen(from.as_str(), to, 1));
    }
    match value {
        Value::Array(list) => list.iter_mut().for_each(|item| retarget(item, moved)),
        Value::Object(map) => map.values_mut().for_each(|member| retarget(member, moved)),
        _ => {}
    }
}
