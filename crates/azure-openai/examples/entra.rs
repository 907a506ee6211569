//! Tokens of Microsoft Entra ID in place of API keys: the managed identity of the machine that this runs on.

use azure_openai::{Client, entra};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder()
        .with_endpoint(std::env::var("AZURE_OPENAI_ENDPOINT")?)
        .with_credential(entra::managed_identity().build()?)
        .build()?;
    let response = client.deployment("gpt-4o").chat("Who am I?").await?;
    println!("{}", response.text());
    Ok(())
}
