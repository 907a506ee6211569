//! A chat whose text is shown as it is written.

use std::io::Write;

use azure_openai::Client;
use azure_openai::chat::ChatEvent;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let chat = Client::from_env()?.deployment("gpt-4o");
    let mut stream = chat.chat("Write a story.").stream().await?;
    while let Some(event) = stream.next().await {
        match event? {
            ChatEvent::Text { text, .. } => {
                print!("{text}");
                std::io::stdout().flush()?; // standard output is buffered by lines
            }
            ChatEvent::Finish { reason, .. } => println!("\n({reason})"),
            _ => {}
        }
    }
    println!("{} characters", stream.partial().text().chars().count());
    Ok(())
}
