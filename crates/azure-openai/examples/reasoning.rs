//! A reasoning model: how much it thinks, and what that costs.

use azure_openai::Client;
use azure_openai::inference::ChatCompletionMessage;
use azure_openai::user;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Reasoning models need a later api-version than the default.
    let chat = Client::from_env()?
        .deployment("o4-mini")
        .with_api_version("2025-04-01-preview");
    let instructions = ChatCompletionMessage::new("developer").with_content("Be brief.");
    let question = [instructions, user("How many primes are there below 100?")];

    for effort in ["low", "high"] {
        // `max_tokens` is refused. This limit holds for thoughts and response together.
        let request = chat
            .chat(&question)
            .with_reasoning_effort(effort)
            .with_max_completion_tokens(5_000);
        let response = request.await?;
        let usage = response.usage.as_ref();
        let details = usage.and_then(|usage| usage.completion_tokens_details.as_ref());
        let reasoning = details.and_then(|details| details.reasoning_tokens).unwrap_or_default();
        println!("{effort}: {} ({reasoning} reasoning tokens)", response.text());
    }

    if let Err(error) = chat.chat(&question).with_max_tokens(100).await {
        println!("{:?}: {}", error.code(), error.message().unwrap_or_default());
    }
    Ok(())
}
