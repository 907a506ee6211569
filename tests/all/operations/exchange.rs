//! One request through a generated client: the expected request, the reply, and the expected result.

use std::pin::Pin;

use azure_openai::Client;
use azure_openai::FromJson;
use azure_openai_core::{Binary, Error, Events, Json, JsonOrText, NoContent, RequestBuilder, StreamChunk};
use serde::Serialize;
use serde_json::Value;
use tests::json::encode;
use tests::multipart::Part;
use tests::server::Reply;

/// The specification of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Api {
    Inference,
    Authoring,
}

/// How much of a request is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Pass {
    /// Only required fields.
    Required,
    /// Every optional parameter and field, and path parameters that must be encoded.
    Everything,
    /// The streaming variant.
    Streamed,
}

/// The result: the response's value, serialized again.
pub(crate) type Outcome = Pin<Box<dyn Future<Output = Result<Value, Error>> + Send>>;

pub(crate) struct Exchange {
    pub(crate) api: Api,
    pub(crate) operation: &'static str,
    pub(crate) pass: Pass,
    pub(crate) send: fn(&Client) -> Outcome,
    pub(crate) sent: Sent,
    pub(crate) response: Reply,
    pub(crate) value: Value,
}

/// The expected request, without what every request has.
pub(crate) struct Sent {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) query: Vec<(&'static str, &'static str)>,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Nothing,
    Json(Value),
    Form(Vec<Part>),
}

impl Sent {
    pub(crate) fn new(method: &'static str, path: &'static str) -> Self {
        Self {
            method,
            path,
            accept: "application/json",
            query: Vec::new(),
            headers: Vec::new(),
            body: Body::Nothing,
        }
    }

    pub(crate) fn get(path: &'static str) -> Self {
        Self::new("GET", path)
    }

    pub(crate) fn post(path: &'static str) -> Self {
        Self::new("POST", path)
    }

    pub(crate) fn accept(mut self, accept: &'static str) -> Self {
        self.accept = accept;
        self
    }

    pub(crate) fn query(mut self, pairs: &[(&'static str, &'static str)]) -> Self {
        self.query = pairs.to_vec();
        self
    }

    pub(crate) fn headers(mut self, pairs: &[(&'static str, &'static str)]) -> Self {
        self.headers = pairs.to_vec();
        self
    }

    pub(crate) fn json(mut self, body: Value) -> Self {
        self.body = Body::Json(body);
        self
    }

    pub(crate) fn form(mut self, parts: impl IntoIterator<Item = Part>) -> Self {
        self.body = Body::Form(parts.into_iter().collect());
        self
    }
}

pub(crate) fn json<T>(call: RequestBuilder<Json<T>>) -> Outcome
where
    T: Serialize + FromJson + Send + 'static,
{
    Box::pin(async move { Ok(encode(call.await?.value())) })
}

pub(crate) fn json_or_text<T>(call: RequestBuilder<JsonOrText<T>>) -> Outcome
where
    T: Serialize + FromJson + Send + 'static,
{
    Box::pin(async move {
        Ok(match call.await?.into_value() {
            JsonOrText::Json(value) => encode(&value),
            JsonOrText::Text(text) => text.into(),
        })
    })
}

/// The bytes as a list of numbers.
pub(crate) fn binary(call: RequestBuilder<Binary>) -> Outcome {
    Box::pin(async move { Ok(call.await?.into_value().bytes(1 << 20).await?.to_vec().into()) })
}

pub(crate) fn nothing(call: RequestBuilder<NoContent>) -> Outcome {
    Box::pin(async move {
        call.await?.into_value();
        Ok(Value::Null)
    })
}

/// The events as a list.
pub(crate) fn events<T: Serialize + StreamChunk>(call: RequestBuilder<Events<T>>) -> Outcome {
    Box::pin(async move {
        let mut stream = call.await?.into_value();
        let mut events = Vec::new();
        while let Some(event) = stream.next().await {
            events.push(encode(&event?));
        }
        Ok(events.into())
    })
}
