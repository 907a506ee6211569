//! A sample body for each response type.

pub(crate) mod authoring;
pub(crate) mod inference;
pub(crate) mod ingestion;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tests::json::encode;

/// A body with every field of its type.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) name: &'static str,
    pub(crate) body: Value,
    round_trip: fn(&str) -> Result<Value, String>,
}

impl Sample {
    fn of<T: Serialize + DeserializeOwned>(body: Value) -> Self {
        let name = std::any::type_name::<T>();
        Self {
            name: name.rsplit("::").next().unwrap_or(name),
            body,
            round_trip: |text| {
                azure_openai_core::decode::from_str::<T>(text)
                    .map(|value| encode(&value))
                    .map_err(|error| error.to_string())
            },
        }
    }

    /// Decodes the body and serializes it again.
    pub(crate) fn round_trip(&self, body: &Value) -> Result<Value, String> {
        (self.round_trip)(&body.to_string())
    }
}

/// The samples of every response type of both APIs.
pub(crate) fn all() -> Vec<Sample> {
    let mut all = inference::all();
    all.extend(authoring::all());
    all
}
