//! Two resources: while the first cannot be reached, the second takes over.

use std::time::Duration;

use azure_openai::{Client, Credential, Fallback};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let second = std::env::var("AZURE_OPENAI_ENDPOINT")?;
    let key = std::env::var("AZURE_OPENAI_API_KEY")?;
    let client = Client::builder()
        .with_endpoint("http://127.0.0.1:9") // nobody listens here
        .with_credential(Credential::api_key("key-of-the-first"))
        .with_fallback(Fallback::new(second, Credential::api_key(key)))
        .with_timeout(Duration::from_secs(60))
        .build()?;
    let response = client.deployment("gpt-4o").chat("Why is the sky blue?").await?;
    println!("{}", response.text());
    let head = response.head();
    if let Some(endpoint) = head.endpoint() {
        println!("attempt {} at {endpoint}", head.attempts());
    }
    Ok(())
}
