//! Functions that the model calls.

mod definitions;
mod limits;
mod rounds;

use azure_openai::tools::{ToolError, Tools};
use azure_openai::{Client, Value};
use azure_openai_emulator::{Emulator, Reply};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use crate::support::emulated;

/// The weather at a place.
#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
struct Weather {
    /// The city.
    city: String,
    #[serde(default)]
    days: u8,
    scale: Option<Scale>,
    /// A property that is called like a keyword.
    title: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Scale {
    Celsius,
    Kelvin,
}

fn weather() -> Tools {
    Tools::new().with_function("weather", |wanted: Weather| async move {
        match &*wanted.city {
            "Atlantis" => Err(ToolError::new("it has sunk")),
            "Hades" => Err(ToolError::fatal("nobody comes back")),
            city => Ok(json!({"city": city, "sky": "clear"})),
        }
    })
}

/// What the tools said in the last round, in order.
fn results(body: &Value) -> Vec<&str> {
    let messages = body["messages"].as_array().unwrap().iter().rev();
    let mut results: Vec<_> = messages
        .take_while(|message| message["role"] == "tool")
        .map(|message| message["content"].as_str().unwrap())
        .collect();
    results.reverse();
    results
}

/// A model that asks for the weather of the cities in the prompt, and then says what it was seen.
async fn model() -> (Emulator, Client) {
    emulated(Emulator::builder().reply_when(|call| {
        let seen = results(call.body());
        if seen.is_empty() {
            let cities = call.prompt().split(' ');
            return Some(cities.fold(Reply::default(), |reply, city| {
                reply.with_tool_call("weather", json!({"city": city}))
            }));
        }
        Some(Reply::text(seen.join("; ")))
    }))
    .await
}
