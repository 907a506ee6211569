//! Bodies of JSON.

use http::HeaderValue;
use http::header::CONTENT_TYPE;
use serde::Serialize;
use serde_json::Value;

use super::{Body, Request, not_an_object, not_json, object};

impl Request {
    /// Sets a JSON body. Of fields of the same name the last one is sent.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.json_with(body, &[])
    }

    /// Sets a JSON body, if there is one.
    pub fn opt_json<T: Serialize + ?Sized>(self, body: Option<&T>) -> Self {
        match body {
            Some(body) => self.json(body),
            None => self,
        }
    }

    /// Sets a JSON object as body, with fields that are added to it or replace its own.
    pub fn json_with<T: Serialize + ?Sized>(self, body: &T, fields: &[(&str, Value)]) -> Self {
        self.encoded(crate::encode::to_vec(body), fields)
    }

    fn encoded(mut self, json: Result<Vec<u8>, serde_json::Error>, fields: &[(&str, Value)]) -> Self {
        let json = match json {
            Ok(json) => json,
            Err(error) => return self.with_mistake(not_json(error)),
        };
        if fields.is_empty() && json.first() != Some(&b'{') {
            return self.json_text(json);
        }
        let table = self.operation.newer_fields;
        let is_newer = |key: &[u8]| table.iter().any(|(name, _)| name.as_bytes() == key);
        let mut may_be_newer = fields.iter().any(|(name, _)| is_newer(name.as_bytes()));
        let json = object::with_fields(json, fields, |key| may_be_newer |= key.is_none_or(is_newer));
        match json {
            Some(json) => {
                self.may_have_newer_fields = may_be_newer;
                self.json_text(json)
            }
            None => {
                self.keep_mistake(not_an_object(fields.first().map_or("", |(name, _)| name)));
                self
            }
        }
    }

    fn json_text(mut self, json: Vec<u8>) -> Self {
        self.headers
            .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        self.body = Body::Bytes(json.into());
        self
    }
}
