//! A response as JSON of a given schema.

use azure_openai::Client;
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Deserialize)]
struct City {
    name: String,
    inhabitants: u64,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = Client::from_env()?.deployment("gpt-4o");
    let format = json!({"type": "json_schema", "json_schema": {"name": "city", "strict": true, "schema": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "inhabitants": {"type": "integer"}},
        "required": ["name", "inhabitants"],
        "additionalProperties": false,
    }}});
    let request = chat
        .chat("Which is the capital of Norway?")
        .with_response_format(format);
    // Schemas need a later api-version than the default.
    let response = request.with_query("api-version", "2024-10-21").await?;
    let city: City = response.parsed()?;
    println!("{}: {} inhabitants", city.name, city.inhabitants);
    Ok(())
}
