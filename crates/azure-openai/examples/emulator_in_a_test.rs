//! How to test a program that calls the service: against the emulator, which runs within the test.
//!
//! In your own crate, `azure-openai-emulator` is a development dependency and the functions below are
//! `#[tokio::test]`s.

use azure_openai::{Client, Credential, Deployment, Error};
use azure_openai_emulator::{Emulator, Fault, Reply};

/// The program to be tested.
async fn capital(chat: &Deployment, country: &str) -> Result<String, Error> {
    let response = chat.chat(format!("What is the capital of {country}?")).await?;
    Ok(response.text().to_owned())
}

fn client(emulator: &Emulator) -> Result<Client, Error> {
    let credential = Credential::api_key(emulator.api_key());
    Client::builder()
        .with_endpoint(emulator.endpoint())
        .with_credential(credential)
        .build()
}

async fn reply_is_returned() -> Result<(), Box<dyn std::error::Error>> {
    let emulator = Emulator::builder()
        .reply_when(|chat| chat.prompt().contains("France").then(|| Reply::text("Paris")))
        .start()
        .await?;
    let chat = client(&emulator)?.deployment("gpt-4o");
    assert_eq!(capital(&chat, "France").await?, "Paris");
    Ok(())
}

async fn rate_limit_is_retried() -> Result<(), Box<dyn std::error::Error>> {
    let fault = Fault::new().status(429).first(1); // the first request is refused
    let emulator = Emulator::builder().fault(fault).start().await?;
    let chat = client(&emulator)?.deployment("gpt-4o");
    assert!(capital(&chat, "Norway").await?.contains("Norway"));
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    reply_is_returned().await?;
    rate_limit_is_retried().await?;
    println!("both tests passed");
    Ok(())
}
