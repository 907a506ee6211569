//! Functions that the model may call, from Rust types.

use azure_openai::Client;
use azure_openai::tools::{ToolError, Tools};
use schemars::JsonSchema;
use serde::Deserialize;

/// The weather at a place, now.
#[derive(Deserialize, JsonSchema)]
struct WeatherQuery {
    /// The city, such as Oslo.
    city: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = Client::from_env()?.deployment("gpt-4o");
    let tools = Tools::new().with_function("weather", |query: WeatherQuery| async move {
        if query.city == "Atlantis" {
            return Err(ToolError::new("unknown city")); // sent to the model
        }
        Ok(format!("Sunny in {}, 21 degrees.", query.city))
    });
    let question = "Should I take an umbrella in Oslo?";
    let outcome = chat.chat(question).run_tools(&tools).with_max_rounds(5).await?;
    println!("{}", outcome.response.text());
    println!("{} rounds of tools", outcome.rounds);
    Ok(())
}
