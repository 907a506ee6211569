//! Every `$ref` leads somewhere, to the right kind of thing, and not only to itself.

mod meant;

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use crate::document::{Dialect, Document};
use crate::keys::ANY_VALUE;
use crate::reference::{join, local_pointer, reference_to};
use crate::walk::{Kind, Node, fields, walk};

/// Refuses references that later passes could not follow. Anchors and ids become pointers; a place where another version
/// would keep the thing is read as the one where this version does, with a warning. Values of a discriminator's mapping
/// that lead to nothing, references to the wrong kind of thing, and those of examples, links, callbacks and headers of
/// responses that lead nowhere, are removed with a warning. Returns the number of warnings.
///
/// An error is any other `$ref` that is not a string, leads to another file, to nothing or, by `$ref` and `allOf` alone,
/// back to itself.
pub fn check_references(document: &mut Document) -> usize {
    let before = document.findings.all().len();
    meant::read_as_meant(document);
    let root = document.root.clone();
    let mut kinds: HashMap<String, Kind> = HashMap::new();
    walk(&root, document.dialect, &mut |node| {
        kinds.insert(node.pointer.to_owned(), node.kind);
    });
    let mut check = Check {
        root: &root,
        document,
        kinds,
        links: Vec::new(),
    };
    walk(&root, check.document.dialect, &mut |node| check.node(&node));
    check.rings();
    document.findings.all().len() - before
}

/// Whether nothing that is generated depends on such a part.
fn is_of_no_use(kind: Kind) -> bool {
    matches!(kind, Kind::Example | Kind::Link | Kind::Callback | Kind::Header)
}

/// Why a reference cannot be followed.
enum Fault {
    /// It does not resolve.
    Broken(String),
    /// It leads to something that cannot stand here.
    WrongKind(String),
}

struct Check<'a> {
    /// The document as it was.
    root: &'a Value,
    document: &'a mut Document,
    /// Every place that the grammar knows.
    kinds: HashMap<String, Kind>,
    /// From a place to one that it stands for (`$ref`) or includes (`allOf`), in the order of the text.
    links: Vec<(String, Vec<String>)>,
}

impl Check<'_> {
    fn node(&mut self, node: &Node<'_, &Value>) {
        let mut links = Vec::new();
        match node.value.get("$ref") {
            Some(Value::String(reference)) => match self.target(reference, node.kind) {
                Ok(target) => links.push(target),
                Err(Fault::Broken(message)) if !is_of_no_use(node.kind) => {
                    return self.document.findings.error(node.pointer, message);
                }
                Err(fault) => self.degrade(node, reference, fault),
            },
            Some(_) => self.document.findings.error(node.pointer, "`$ref` must be a string"),
            None => {}
        }
        if node.kind.is_schema() {
            let all = node.value.get("allOf").and_then(Value::as_array);
            let base = join(node.pointer, "allOf");
            links.extend((0..all.map_or(0, Vec::len)).map(|index| join(&base, &index.to_string())));
            self.mapping(node);
        }
        if !links.is_empty() {
            self.links.push((node.pointer.to_owned(), links));
        }
    }

    /// Takes away a reference that does not lead to what stands in its place.
    fn degrade(&mut self, node: &Node<'_, &Value>, reference: &str, fault: Fault) {
        let (Fault::Broken(message) | Fault::WrongKind(message)) = fault;
        let target = local_pointer(reference).and_then(|pointer| Some((self.kinds.get(&pointer)?, pointer)));
        let schema = target.filter(|(kind, _)| kind.is_schema()).map(|(_, pointer)| pointer);
        let schema_itself = json!({ "schema": { "$ref": reference } });
        let of_schema = match self.document.dialect {
            Dialect::Swagger20 => schema_itself,
            _ => json!({ "content": { "application/json": schema_itself } }),
        };
        let (loss, instead) = match (node.kind, schema) {
            (Kind::Response, Some(_)) => ("it is read as a response of that schema", of_schema),
            (Kind::RequestBody, Some(_)) => ("it is read as a body of that schema", of_schema),
            (Kind::Response, None) => ("it is read as a response without a body", json!({})),
            (Kind::RequestBody, None) => ("no body is sent", json!({})),
            (Kind::Parameter, _) => ("it is left out", json!({})),
            (Kind::PathItem, _) => ("it has no operations", json!({})),
            (kind, _) if kind.is_schema() => ("any value is accepted", json!({})),
            _ => ("it is ignored", json!({})),
        };
        let message = format!("{message}; {loss}");
        if let Some(Value::Object(place)) = self.document.root.pointer_mut(node.pointer) {
            place.shift_remove("$ref");
            if let Value::Object(instead) = instead {
                place.extend(instead);
            }
            if node.kind.is_schema() {
                place.insert(ANY_VALUE.to_owned(), Value::from(message.as_str()));
            }
        }
        self.document.warn(node.pointer, message);
    }

    fn target(&self, reference: &str, wanted: Kind) -> Result<String, Fault> {
        let Some(pointer) = local_pointer(reference) else {
            return Err(Fault::Broken(if reference.starts_with('#') {
                format!("$ref {reference:?} names an anchor that no schema has")
            } else {
                format!("$ref {reference:?} leads out of the document: bring what it means into the document")
            }));
        };
        if self.root.pointer(&pointer).is_none() {
            return Err(Fault::Broken(format!("$ref {reference:?} leads to nothing")));
        }
        match self.kinds.get(&pointer) {
            Some(kind) if *kind == wanted || kind.is_schema() && wanted.is_schema() => Ok(pointer),
            Some(kind) => Err(Fault::WrongKind(format!(
                "$ref {reference:?} leads to a {}, where a {} is wanted",
                kind.name(),
                wanted.name()
            ))),
            None => Err(Fault::WrongKind(format!(
                "$ref {reference:?} leads to a place that is not a {}",
                wanted.name()
            ))),
        }
    }

    /// The values of a mapping are references, or names of schemas.
    fn mapping(&mut self, node: &Node<'_, &Value>) {
        if self.document.dialect == Dialect::Swagger20 {
            return;
        }
        let place = format!("{}/discriminator/mapping", node.pointer);
        for (tag, to) in fields(self.root.pointer(&place)) {
            let named = reference_to(&join("/components/schemas", to.as_str().unwrap_or_default()));
            let problem = match to.as_str() {
                None => Some(format!("a reference or the name of a schema is wanted, not {to}")),
                Some(to) => {
                    let is_reference = to.starts_with('#') || to.contains(['/', ':']);
                    match self.target(if is_reference { to } else { &named }, Kind::Schema) {
                        Err(Fault::Broken(message) | Fault::WrongKind(message)) => Some(message),
                        Ok(_) => None,
                    }
                }
            };
            if let Some(problem) = problem {
                if let Some(Value::Object(mapping)) = self.document.root.pointer_mut(&place) {
                    mapping.shift_remove(tag);
                }
                self.document
                    .warn(join(&place, tag), format!("{problem}; the value is ignored"));
            }
        }
    }

    /// Finds rings among the links, without recursion: chains can be long.
    fn rings(&mut self) {
        let links: HashMap<&str, &[String]> = self
            .links
            .iter()
            .map(|(from, to)| (from.as_str(), to.as_slice()))
            .collect();
        let mut done: HashSet<&str> = HashSet::new();
        let mut found = Vec::new();
        for (start, _) in &self.links {
            if done.contains(start.as_str()) {
                continue;
            }
            // The way from `start` to here, each place with the number of its links already taken.
            let mut way: Vec<(&str, usize)> = vec![(start, 0)];
            let mut on_way: HashSet<&str> = HashSet::from([start.as_str()]);
            while let Some((place, taken)) = way.last_mut() {
                let place = *place;
                let next = links.get(place).and_then(|to| to.get(*taken));
                *taken += 1;
                match next {
                    None => {
                        done.insert(place);
                        on_way.remove(place);
                        way.pop();
                    }
                    Some(next) if on_way.contains(next.as_str()) => {
                        let from = way.iter().position(|(place, _)| place == next).unwrap_or(0);
                        let ring: Vec<String> = way[from..]
                            .iter()
                            .map(|(place, _)| reference_to(place))
                            .chain([reference_to(next)])
                            .collect();
                        found.push((next.clone(), ring.join(" → ")));
                    }
                    Some(next) if done.contains(next.as_str()) => {}
                    Some(next) => {
                        on_way.insert(next);
                        way.push((next, 0));
                    }
                }
            }
        }
        for (pointer, ring) in found {
            self.document
                .findings
                .error(pointer, format!("leads only to itself: {ring}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(dialect: Dialect, root: Value) -> String {
        let mut document = Document::new("t", dialect, root);
        let result = document.run("check_references", check_references);
        result.map_or_else(|e| e.to_string(), |_| String::new())
    }

    fn schemas(schemas: Value) -> String {
        check(Dialect::OpenApi30, json!({"components": {"schemas": schemas}}))
    }

    #[test]
    fn references_that_lead_nowhere() {
        assert_eq!(
            schemas(json!({"A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}}})),
            "error: t#/components/schemas/A/properties/b: [check_references] \
             $ref \"#/components/schemas/B\" leads to nothing"
        );
        for reference in ["other.yaml#/A", "https://x/y.json", "./a.json"] {
            assert!(schemas(json!({"A": {"$ref": reference}})).contains("leads out of the document"));
        }
        assert!(schemas(json!({"A": {"$ref": "#here"}})).contains("names an anchor that no schema has"));
        assert!(schemas(json!({"A": {"$ref": 1}})).contains("must be a string"));
    }

    #[test]
    fn references_to_the_wrong_kind_degrade() {
        let root = json!({
            "paths": {"/a": {"get": {
                "parameters": [{"$ref": "#/components/schemas/A"}],
                "requestBody": {"$ref": "#/components/schemas/A"},
                "responses": {"404": {"$ref": "#/components/schemas/A"},
                    "200": {"headers": {"h": {"$ref": "#/components/headers/None"}}}},
            }}},
            "components": {"schemas": {"A": {"$ref": "#/components"}, "B": {"$ref": "#/components/schemas/A/x-a"}}},
        });
        let mut document = Document::new("t", Dialect::OpenApi30, root);
        document.root["components"]["schemas"]["A"]["x-a"] = json!({});
        assert!(document.run("check_references", check_references).is_ok());
        let warnings: Vec<String> = document.findings.all().iter().map(ToString::to_string).collect();
        let said = warnings.join("\n");
        assert_eq!(warnings.len(), 6, "{said}");
        for expected in [
            "leads to a schema, where a parameter is wanted; it is left out",
            "leads to a schema, where a request body is wanted; it is read as a body of that schema",
            "where a response is wanted; it is read as a response of that schema",
            "leads to nothing; it is ignored",
        ] {
            assert!(said.contains(expected), "{said}");
        }
        assert!(
            said.contains("leads to a components object, where a schema is wanted; any value is accepted"),
            "{said}"
        );
        assert!(
            said.contains("a place that is not a schema; any value is accepted"),
            "{said}"
        );
        let schema = json!({"schema": {"$ref": "#/components/schemas/A"}});
        assert_eq!(
            document.root["paths"]["/a"]["get"]["responses"]["404"],
            json!({"content": {"application/json": schema}})
        );
    }

    #[test]
    fn data_is_not_looked_into() {
        let root = json!({"definitions": {"A": {"example": {"$ref": "no"}}}, "paths": {"/a": {"get": {
            "x-ms-examples": {"e": {"$ref": "./examples/a.json"}}}}}});
        assert_eq!(check(Dialect::Swagger20, root), "");
    }

    #[test]
    fn rings_are_errors_and_recursion_is_not() {
        assert_eq!(
            schemas(json!({"A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}})),
            "error: t#/components/schemas/A: [check_references] leads only to itself: \
             #/components/schemas/A → #/components/schemas/B → #/components/schemas/A"
        );
        let once = schemas(json!({"B": {"$ref": "#/components/schemas/A"}, "A": {"$ref": "#/components/schemas/A"}}));
        assert_eq!(once.matches("leads only to itself").count(), 1, "{once}");
        assert!(
            schemas(json!({"A": {"allOf": [{"type": "object"}, {"$ref": "#/components/schemas/A"}]}}))
                .contains("leads only to itself")
        );
        let recursive = json!({"Tree": {"properties": {"left": {"$ref": "#/components/schemas/Tree"},
            "rest": {"items": {"$ref": "#/components/schemas/Tree"}},
            "map": {"additionalProperties": {"$ref": "#/components/schemas/Tree"}},
            "one": {"allOf": [{"$ref": "#/components/schemas/Tree"}]}}},
            "Twice": {"allOf": [{"$ref": "#/components/schemas/Tree"}, {"$ref": "#/components/schemas/Tree"}]}});
        assert_eq!(schemas(recursive), "");
        let parameters = json!({"parameters": {"p": {"$ref": "#/parameters/q"}, "q": {"$ref": "#/parameters/p"}}});
        assert!(check(Dialect::Swagger20, parameters).contains("leads only to itself"));
    }

    #[test]
    fn long_chain_is_not_a_ring() {
        let chain: serde_json::Map<String, Value> = (0..5000)
            .map(|n| {
                (
                    format!("S{n}"),
                    json!({"$ref": format!("#/components/schemas/S{}", n + 1)}),
                )
            })
            .chain([("S5000".to_owned(), json!({"type": "string"}))])
            .collect();
        assert_eq!(schemas(Value::Object(chain)), "");
    }

    #[test]
    fn mappings_lead_to_schemas() {
        let base = |mapping: Value| json!({"Base": {"discriminator": {"propertyName": "k", "mapping": mapping}}});
        assert_eq!(
            schemas(base(json!({"a": "Base", "b": "#/components/schemas/Base"}))),
            ""
        );
        let root = json!({"components": {"schemas": base(json!({"a/b": "None", "c": "x.yaml#/B", "d": "Base"}))}});
        let mut document = Document::new("t", Dialect::OpenApi30, root);
        assert_eq!(check_references(&mut document), 2);
        let places: Vec<&str> = document
            .findings
            .all()
            .iter()
            .map(|warning| warning.pointer.as_str())
            .collect();
        assert_eq!(
            places,
            [
                "/components/schemas/Base/discriminator/mapping/a~1b",
                "/components/schemas/Base/discriminator/mapping/c"
            ]
        );
        let mapping = &document.root["components"]["schemas"]["Base"]["discriminator"]["mapping"];
        assert_eq!(mapping, &json!({"d": "Base"}));
    }
}
