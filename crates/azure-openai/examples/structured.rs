//! A response as a Rust type, whole and as it is written.

use azure_openai::Client;
use azure_openai::chat::StructuredError;
use azure_openai::inference::ParseError;
use schemars::JsonSchema;
use serde::Deserialize;

/// A city of the world.
#[derive(Debug, Deserialize, JsonSchema)]
struct City {
    name: String,
    /// In the city proper.
    inhabitants: u64,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = Client::from_env()?.deployment("gpt-4o");
    let question = "Which is the capital of Norway?";

    match chat.chat(question).parse::<City>().await {
        Ok(city) => {
            println!("{}: {} inhabitants", city.value.name, city.value.inhabitants);
            println!(
                "{} tokens",
                city.response.usage.as_ref().map_or(0, |usage| usage.total_tokens)
            );
        }
        Err(StructuredError::Response {
            source: ParseError::Refused(why),
            ..
        }) => println!("refused: {why}"),
        Err(error) => println!("{error}; the model wrote {:?}", error.text()),
    }

    let mut stream = chat.chat(question).parse::<City>().stream().await?;
    while let Some(event) = stream.next().await {
        if event?.text().is_some()
            && let Some(so_far) = stream.partial()
        {
            println!("{so_far}");
        }
    }
    println!("{:?}", stream.finish().await?.value);
    Ok(())
}
