//! `securityDefinitions` become security schemes.

use serde_json::{Map, Value, json};

use super::lift::Lift;
use crate::walk::is_extension;

impl Lift<'_> {
    pub(super) fn security_scheme(&mut self, scheme: Value, pointer: &str) -> Value {
        let mut map = match scheme {
            Value::Object(map) => map,
            other => return other,
        };
        match map.get("type").and_then(Value::as_str) {
            Some("basic") => {
                map.insert("type".to_owned(), json!("http"));
                map.insert("scheme".to_owned(), json!("basic"));
            }
            Some("oauth2") => return Value::Object(self.oauth2(map, pointer)),
            _ => {}
        }
        Value::Object(map)
    }

    fn oauth2(&mut self, mut map: Map<String, Value>, pointer: &str) -> Map<String, Value> {
        let name = match map.shift_remove("flow").as_ref().and_then(Value::as_str) {
            Some("implicit") => "implicit",
            Some("password") => "password",
            Some("application") => "clientCredentials",
            Some("accessCode") => "authorizationCode",
            other => {
                let other = other.unwrap_or("(none)").to_owned();
                self.findings.warn(
                    pointer,
                    format!("unknown OAuth 2 flow {other}: there are implicit, password, application and accessCode"),
                );
                "implicit"
            }
        };
        let mut flow = Map::new();
        for key in ["authorizationUrl", "tokenUrl"] {
            if let Some(url) = map.shift_remove(key) {
                flow.insert(key.to_owned(), url);
            }
        }
        let mut scopes = map.shift_remove("scopes").unwrap_or_else(|| json!({}));
        if let Value::Object(scopes) = &mut scopes {
            scopes.retain(|scope, _| !is_extension(scope));
        }
        flow.insert("scopes".to_owned(), scopes);
        map.insert("flows".to_owned(), json!({name: flow}));
        map
    }
}
