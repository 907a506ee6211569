//! Embeddings, and which of some texts is nearest to a question.

use azure_openai::Client;

#[tokio::main]
async fn main() -> Result<(), azure_openai::Error> {
    let deployment = Client::from_env()?.deployment("text-embedding-3-small");
    let texts = ["the cat sat on the mat", "quarterly tax report", "how to bake bread"];

    // Any number of texts, in as few requests as it takes.
    let documents = deployment.embed_all(texts).with_dimensions(256).await?;
    let question = deployment.embed("a cat on a mat").with_dimensions(256).await?;
    let question = question.vectors().next().expect("one vector for one text")?;

    for (text, vector) in texts.iter().zip(&documents.vectors) {
        println!("{:.2} {text}", similarity(question, vector));
    }
    println!("{} tokens", documents.usage.total_tokens);
    Ok(())
}

/// The cosine of the angle between two vectors of unit length.
fn similarity(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
