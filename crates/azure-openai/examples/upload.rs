//! A file too large for one request, uploaded in parts.

use azure_openai::Client;
use azure_openai::authoring::Purpose;
use azure_openai::files::LargeUpload;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let files = Client::from_env()?.files();
    let path = std::env::temp_dir().join("azure-openai-training.jsonl");
    let line = r#"{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"}]}"#;
    std::fs::write(&path, format!("{line}\n").repeat(10_000))?;

    let upload = LargeUpload::new(Purpose::FineTune, &path).with_part_size(256 * 1024);
    let file = files.upload_large(upload).await?;
    let file = files.wait(&file.id).await?; // until the service has checked it
    println!("{} has {} bytes", file.filename, file.bytes.unwrap_or_default());

    files.delete(&file.id).await?;
    std::fs::remove_file(&path)?;
    Ok(())
}
