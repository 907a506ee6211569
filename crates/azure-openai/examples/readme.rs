//! The call that README shows.

use azure_openai::Client;
use azure_openai::inference::{ChatCompletionMessage, CreateChatCompletionRequest};

#[tokio::main]
async fn main() -> Result<(), azure_openai::Error> {
    let client = Client::from_env()?; // AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY

    let question = ChatCompletionMessage::user("Why is the sky blue?");
    let request = CreateChatCompletionRequest::new([question]).with_temperature(0.2);
    let answer = client
        .inference()
        .chat_completions()
        .create("gpt-4o", &request)
        .await?;

    println!("{}", answer.text());
    println!("{:?}", answer.usage);
    println!("request {:?}", answer.request_id());
    Ok(())
}
