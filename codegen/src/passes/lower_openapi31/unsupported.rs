//! Keywords of JSON Schema 2020-12 that 3.0 does not have.

use serde_json::{Map, Value, json};

use super::Lower;
use super::frame::is_standard_dialect;
use crate::keys::ANY_VALUE;
use crate::walk::has_any;

/// They only narrow which values are valid: without them more is accepted and nothing is lost.
const NARROWING: [&str; 13] = [
    "if",
    "then",
    "else",
    "additionalItems",
    "contains",
    "minContains",
    "maxContains",
    "propertyNames",
    "unevaluatedItems",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "contentSchema",
];

/// They name things, which references have followed by now, or refer to names in ways that are not followed.
const NAMING: [&str; 7] = [
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveAnchor",
    "$recursiveRef",
    "$vocabulary",
];

impl Lower<'_> {
    pub(super) fn drop_unsupported(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        for key in NARROWING {
            if map.shift_remove(key).is_some() {
                self.0.warn(
                    pointer,
                    format!("`{key}` cannot be expressed; values are not checked against it"),
                );
            }
        }
        for key in NAMING {
            if map.shift_remove(key).is_some() && key.ends_with("Ref") {
                let why = format!("`{key}` is not followed");
                self.0.warn(pointer, format!("{why}; any value is accepted here"));
                map.insert(ANY_VALUE.to_owned(), why.into());
            }
        }
        if let Some(language) = map.shift_remove("$schema")
            && !language.as_str().is_some_and(is_standard_dialect)
        {
            self.0.warn(
                pointer,
                format!("the schema is read as JSON Schema 2020-12, not as {language}"),
            );
        }
        // Those that are referred to are components by now.
        map.shift_remove("$defs");
        map.shift_remove("definitions");
        self.tuple(map, pointer);
        self.patterns(map, pointer);
        self.unevaluated_properties(map, pointer);
    }

    fn tuple(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        let Some(Value::Array(mut places)) = map.shift_remove("prefixItems") else {
            return;
        };
        // What may follow the places; `false` was turned into a schema that nothing satisfies.
        let rest = map.shift_remove("items").filter(|rest| rest != &json!({"not": {}}));
        places.extend(rest);
        places.dedup();
        let items = match <[Value; 1]>::try_from(places) {
            Ok([same]) => same,
            Err(_) => {
                self.0.warn(
                    pointer,
                    "`prefixItems` of several schemas cannot be expressed; items of any type are accepted",
                );
                json!({ ANY_VALUE: "`prefixItems` of several schemas" })
            }
        };
        map.insert("items".to_owned(), items);
    }

    fn patterns(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        let Some(Value::Object(patterns)) = map.shift_remove("patternProperties") else {
            return;
        };
        let mut schemas: Vec<Value> = patterns.into_iter().map(|(_, schema)| schema).collect();
        schemas.dedup();
        let closed = matches!(map.get("additionalProperties"), None | Some(Value::Bool(false)));
        let no_others = map
            .get("properties")
            .and_then(Value::as_object)
            .is_none_or(Map::is_empty);
        match <[Value; 1]>::try_from(schemas) {
            Ok([only]) if closed && no_others => {
                map.insert("additionalProperties".to_owned(), only);
                self.0.warn(
                    pointer,
                    "`patternProperties` becomes a map; its keys are not checked against the pattern",
                );
            }
            _ => {
                // What is closed but for the patterns must not refuse their properties.
                if map.get("additionalProperties") == Some(&Value::Bool(false)) {
                    map.shift_remove("additionalProperties");
                }
                self.0.warn(
                    pointer,
                    "`patternProperties` cannot be expressed; such properties are accepted with any value",
                );
            }
        }
    }

    fn unevaluated_properties(&mut self, map: &mut Map<String, Value>, pointer: &str) {
        let Some(rule) = map.shift_remove("unevaluatedProperties") else {
            return;
        };
        if rule == Value::Bool(true) || rule == json!({}) {
            return;
        }
        let composed = has_any(map, &["allOf", "oneOf", "anyOf", "$ref"]);
        if composed || map.contains_key("additionalProperties") {
            self.0.warn(
                pointer,
                "`unevaluatedProperties` cannot be expressed; further properties are accepted",
            );
        } else {
            // Alone the two mean the same.
            map.insert("additionalProperties".to_owned(), rule);
        }
    }
}
