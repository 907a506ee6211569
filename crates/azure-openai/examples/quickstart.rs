//! A tour of typed calls: against the emulator, which it starts itself, or against your own resource where
//! `AZURE_OPENAI_ENDPOINT` is set (with `AZURE_OPENAI_API_KEY`).
//!
//! `AZURE_OPENAI_CHAT_DEPLOYMENT` and `AZURE_OPENAI_EMBEDDING_DEPLOYMENT` name your deployments; without them
//! `gpt-4o` and `text-embedding-3-small` are called.

use std::error::Error;

use azure_openai::authoring::{FilesListOptions, FilesUploadForm, Purpose};
use azure_openai::inference::{
    ChatCompletionMessage, CreateChatCompletionRequest, CreateEmbeddingRequest,
    EmbeddingEncodingFormat,
};
use azure_openai::{Client, Credential, FilePart};
use azure_openai_emulator::Emulator;

type Outcome = Result<(), Box<dyn Error>>;

#[tokio::main]
async fn main() -> Outcome {
    let (client, _emulator) = client().await?;
    chat(&client).await?;
    embeddings(&client).await?;
    models(&client).await?;
    files(&client).await
}

/// Your resource, or the emulator: that lives as long as it is held.
async fn client() -> Result<(Client, Option<Emulator>), Box<dyn Error>> {
    if std::env::var_os("AZURE_OPENAI_ENDPOINT").is_some() {
        println!("Using the resource that AZURE_OPENAI_ENDPOINT names.");
        return Ok((Client::from_env()?, None));
    }
    let emulator = Emulator::start().await?;
    println!("Using the emulator on {}.", emulator.endpoint());
    let client = Client::builder()
        .endpoint(emulator.endpoint())
        .credential(Credential::api_key(emulator.api_key()))
        .build()?;
    Ok((client, Some(emulator)))
}

fn deployment(variable: &str, otherwise: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| otherwise.to_owned())
}

async fn chat(client: &Client) -> Outcome {
    let deployment = deployment("AZURE_OPENAI_CHAT_DEPLOYMENT", "gpt-4o");
    let request = CreateChatCompletionRequest::new([
        ChatCompletionMessage::system("Be brief."),
        ChatCompletionMessage::user("Why is the sky blue?"),
    ])
    .with_temperature(0.2)
    .with_max_tokens(60);
    println!("\nchat with {deployment}");
    println!("  → {}", serde_json::to_string(&request)?);
    let answer = client
        .inference()
        .chat_completions()
        .create(&deployment, &request)
        .await?;
    println!("  ← {}", answer.text());
    if let Some(choice) = answer.choices.first() {
        println!(
            "    finished: {}",
            choice
                .finish_reason
                .as_ref()
                .map_or("?", |reason| reason.as_str())
        );
    }
    if let Some(usage) = &answer.usage {
        println!("    tokens: {} in all", usage.total_tokens);
    }
    println!(
        "    status {}, request {}",
        answer.status(),
        answer.request_id().unwrap_or("?")
    );
    Ok(())
}

async fn embeddings(client: &Client) -> Outcome {
    let deployment = deployment(
        "AZURE_OPENAI_EMBEDDING_DEPLOYMENT",
        "text-embedding-3-small",
    );
    let texts = [
        "the cat sat on the mat",
        "a cat sits on a mat",
        "quarterly tax report",
    ];
    println!("\nembeddings with {deployment}");
    for format in [
        EmbeddingEncodingFormat::Float,
        EmbeddingEncodingFormat::Base64,
    ] {
        let request = CreateEmbeddingRequest::new(texts).with_encoding_format(format.clone());
        println!("  → {}", serde_json::to_string(&request)?);
        let answer = client
            .inference()
            .embeddings()
            .create(&deployment, &request)
            .await?;
        let vectors: Vec<&[f32]> = answer.data.iter().map(|item| &*item.embedding).collect();
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
    }
    Ok(())
}

/// The cosine of the angle between two vectors of unit length.
fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

async fn models(client: &Client) -> Outcome {
    println!("\nmodels, by both APIs");
    let inference = client.inference().models().list().await?;
    let names: Vec<&str> = inference
        .data
        .iter()
        .map(|model| model.id.as_str())
        .collect();
    println!("  ← inference: {}", names.join(", "));
    let authoring = client.authoring().models().list().await?;
    println!("  ← authoring: {} models", authoring.data.len());
    for model in authoring.data.iter().take(2) {
        println!(
            "    {}: chat {:?}, fine-tuning {:?}",
            model.id, model.capabilities.chat_completion, model.capabilities.fine_tune
        );
    }
    Ok(())
}

async fn files(client: &Client) -> Outcome {
    let lines = concat!(
        r#"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}"#,
        "\n",
        r#"{"messages":[{"role":"user","content":"Bye"},{"role":"assistant","content":"See you."}]}"#,
        "\n",
    );
    println!("\na file, from upload to deletion");
    let files = client.authoring().files();
    let part = FilePart::from_bytes("training.jsonl", lines);
    let uploaded = files
        .upload(FilesUploadForm::new(Purpose::FineTune, part))
        .await?;
    println!("  → training.jsonl, {} bytes", lines.len());
    println!(
        "  ← {} {}, at {}",
        uploaded.status(),
        uploaded.id,
        uploaded.location().unwrap_or("?")
    );

    let found = files.get(&uploaded.id).await?;
    println!(
        "  ← state {}",
        found.status.as_ref().map_or("?", |state| state.as_str())
    );
    let list = files
        .list(FilesListOptions::new().with_purpose(Purpose::FineTune))
        .await?;
    println!("  ← {} file(s) for fine-tuning", list.data.len());

    let content = files
        .get_content(&uploaded.id)
        .await?
        .into_value()
        .bytes(1024 * 1024)
        .await?;
    println!(
        "  ← {} bytes back, the same: {}",
        content.len(),
        content == lines.as_bytes()
    );

    let deleted = files.delete(&uploaded.id).await?;
    println!("  ← deleted: {}", deleted.deleted.unwrap_or_default());
    Ok(())
}
