//! The call that README shows.

use azure_openai::{Client, system, user};

#[tokio::main]
async fn main() -> Result<(), azure_openai::Error> {
    let client = Client::from_env()?; // AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY

    let chat = client.deployment("gpt-4o");
    let response = chat
        .chat([system("Be brief."), user("Why is the sky blue?")])
        .with_temperature(0.2)
        .send()
        .await?;

    println!("{}", response.text());
    println!("{:?}", response.usage);
    println!("request {:?}", response.head().request_id());
    Ok(())
}
