//! A request as a line of an input file.

use azure_openai_core::{Error, Value};
use serde::Serialize;

/// What the lines of a batch have in common.
pub(super) struct Encoder {
    pub(super) endpoint: String,
    pub(super) deployment: String,
}

impl Encoder {
    /// Returns the line of a request as [`line`](Self::line) does; a model of its own must be the deployment.
    pub(super) fn line_of_deployment<T: Serialize>(&self, custom_id: &str, request: &T) -> Result<Vec<u8>, Error> {
        self.encode(custom_id, request, true)
    }

    /// Returns the line of a request, with its end. Its `model` becomes the deployment, unless it has one of its own.
    pub(super) fn line<T: Serialize>(&self, custom_id: &str, request: &T) -> Result<Vec<u8>, Error> {
        self.encode(custom_id, request, false)
    }

    fn encode<T: Serialize>(&self, custom_id: &str, request: &T, one_model: bool) -> Result<Vec<u8>, Error> {
        #[derive(Serialize)]
        struct Line<'a> {
            custom_id: &'a str,
            method: &'static str,
            url: &'a str,
            body: &'a Value,
        }
        if custom_id.is_empty() {
            return Err(Error::invalid_request("custom id is empty"));
        }
        let mut body = serde_json::to_value(request).map_err(not_json)?;
        let Some(fields) = body.as_object_mut() else {
            return Err(Error::invalid_request("request of a batch is not a JSON object"));
        };
        if fields.get("stream") == Some(&Value::Bool(true)) {
            return Err(Error::invalid_request(
                "request of a batch cannot be streamed: leave out `stream`",
            ));
        }
        match fields.get("model") {
            None | Some(Value::Null) => drop(fields.insert("model".to_owned(), self.deployment.clone().into())),
            Some(model) if one_model && *model != *self.deployment => {
                return Err(Error::invalid_request(format!(
                    "request `{}` has the model {model}, not the deployment `{}`: all must have the same",
                    custom_id.escape_debug(),
                    self.deployment.escape_debug()
                )));
            }
            Some(_) => {}
        }
        let line = Line {
            custom_id,
            method: "POST",
            url: &self.endpoint,
            body: &body,
        };
        let mut line = serde_json::to_vec(&line).map_err(not_json)?;
        line.push(b'\n');
        Ok(line)
    }
}

fn not_json(error: serde_json::Error) -> Error {
    Error::invalid_request("cannot serialize the request").with_source(error)
}
