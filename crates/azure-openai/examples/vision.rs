//! A question about an image, which is sent along.

use azure_openai::chat::{image_bytes, text, user};
use azure_openai::{Base64Bytes, Client};

/// A red pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = Client::from_env()?.deployment("gpt-4o");
    let png = match std::env::args().nth(1) {
        Some(path) => std::fs::read(path)?,
        None => Base64Bytes::from_base64(PNG)?.into_vec(),
    };
    let image = image_bytes("image/png", png).with_detail("low");
    let response = chat.chat(user([text("Which color is this?"), image])).await?;
    println!("{}", response.text());
    Ok(())
}
