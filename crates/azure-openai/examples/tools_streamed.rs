//! A tool loop as it happens: text, tools, their results, tokens. Ctrl-C stops it, and the conversation is kept.

use std::io::Write;
use std::time::Duration;

use azure_openai::Client;
use azure_openai::tools::{ToolError, ToolEvent, Tools};
use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Deserialize, JsonSchema)]
struct WeatherQuery {
    city: String,
}

/// A plain function. Every error can be returned with `?`: its text is sent to the model.
async fn weather(query: WeatherQuery) -> Result<String, ToolError> {
    let first = query.city.chars().next().ok_or("the city is empty")?;
    Ok(format!(
        "Sunny in {}, {} degrees.",
        query.city,
        10 + u32::from(first) % 20
    ))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = Client::from_env()?.deployment("gpt-4o");
    let tools = Tools::new().with_described_function("weather", "The weather at a place, now.", weather);
    let mut tool_loop = chat
        .chat("Should I take an umbrella in Oslo?")
        .run_tools(&tools)
        .streamed()
        .with_max_rounds(5)
        .with_max_total_tokens(50_000)
        .with_time_limit(Duration::from_secs(60));
    loop {
        let event = tokio::select! {
            event = tool_loop.next() => event,
            _ = tokio::signal::ctrl_c() => {
                println!("stopped; {} messages so far", tool_loop.messages().len());
                return Ok(());
            }
        };
        match event.transpose()? {
            Some(ToolEvent::ToolStart { call }) => println!("{} {}", call.function.name, call.function.arguments),
            Some(ToolEvent::ToolResult { result, failed, .. }) => println!("-> {result} (failed: {failed})"),
            Some(ToolEvent::Round { round, usage }) => println!("round {round}: {} tokens", usage.total_tokens),
            Some(event) => {
                print!("{}", event.text().unwrap_or_default());
                std::io::stdout().flush()?;
            }
            None => break,
        }
    }
    let outcome = tool_loop.run().await?;
    println!("\n{} tokens in all", outcome.usage.total_tokens);
    Ok(())
}
