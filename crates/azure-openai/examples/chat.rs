//! A chat: a question, the response, and a second question about it.

use azure_openai::{Client, system, user};

#[tokio::main]
async fn main() -> Result<(), azure_openai::Error> {
    let chat = Client::from_env()?.deployment("gpt-4o"); // the name of your deployment
    let mut history = vec![system("Be brief."), user("Why is the sky blue?")];
    let response = chat.chat(&history).with_temperature(0.2).with_max_tokens(100).await?;
    println!("{}", response.text());

    // The response's message becomes part of the conversation.
    history.extend(response.choices.iter().map(|choice| (&choice.message).into()));
    history.push(user("And at sunset?"));
    let response = chat.chat(&history).await?;
    println!("{}", response.text());
    if let Some(usage) = &response.usage {
        println!("{} tokens", usage.total_tokens);
    }
    Ok(())
}
