//! Chat and embeddings.

use std::io::Write;

use azure_openai::chat::ChatEvent;
use azure_openai::{system, user};

use super::{Outcome, Tour};

fn deployment(variable: &str, otherwise: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| otherwise.to_owned())
}

pub(super) async fn chat(tour: &Tour) -> Outcome {
    let name = deployment("AZURE_OPENAI_CHAT_DEPLOYMENT", "gpt-4o");
    println!("\nchat with {name}");
    let question = "Why is the sky blue?";
    println!("  → {question}");
    let response = tour
        .client
        .deployment(&name)
        .chat([system("Be brief."), user(question)])
        .with_temperature(0.2)
        .with_max_tokens(60)
        .send()
        .await?;
    println!("  ← {}", response.text());
    if let Some(usage) = &response.usage {
        println!("    {} tokens in all", usage.total_tokens);
    }
    println!(
        "    status {}, request {}",
        response.head().status(),
        response.head().request_id().unwrap_or("?")
    );
    Ok(())
}

pub(super) async fn stream(tour: &Tour) -> Outcome {
    let name = deployment("AZURE_OPENAI_CHAT_DEPLOYMENT", "gpt-4o");
    println!("\nthe same as a stream");
    let mut stream = tour
        .client
        .deployment(&name)
        .chat([user("Count to three.")])
        .stream()
        .await?;
    print!("  ← ");
    let mut chunks = 0;
    while let Some(event) = stream.next().await {
        match event? {
            ChatEvent::Text { text, .. } => {
                chunks += 1;
                print!("{text}");
                std::io::stdout().flush()?;
            }
            ChatEvent::Finish { reason, .. } => println!("\n    finished: {}", reason.as_str()),
            _ => {}
        }
    }
    println!("    in {chunks} chunks");
    Ok(())
}

pub(super) async fn embeddings(tour: &Tour) -> Outcome {
    let name = deployment("AZURE_OPENAI_EMBEDDING_DEPLOYMENT", "text-embedding-3-small");
    println!("\nembeddings with {name}");
    let texts = ["the cat sat on the mat", "a cat sits on a mat", "quarterly tax report"];
    let response = tour.client.deployment(&name).embed(texts).await?;
    let vectors = response.vectors().collect::<Result<Vec<_>, _>>()?;
    let [cat, same_cat, tax] = vectors[..] else {
        return Err("as many vectors as texts were expected".into());
    };
    println!(
        "  ← {} × {} numbers; the cats are alike by {:.2}, cat and tax by {:.2}",
        vectors.len(),
        cat.len(),
        cosine(cat, same_cat),
        cosine(cat, tax)
    );
    Ok(())
}

/// The cosine of the angle between two vectors of unit length.
fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
