//! A job that the kill tests end at any point and start again: `job upload|batch ENDPOINT KEY INPUT STATE OUTPUT`.

use std::path::Path;
use std::time::Duration;

use azure_openai::authoring::Purpose;
use azure_openai::batches::BatchSet;
use azure_openai::files::LargeUpload;
use azure_openai::{Client, Credential, Value};

type Failure = Box<dyn std::error::Error>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, endpoint, key, input, state, output] = arguments.as_slice() else {
        return Err("job upload|batch ENDPOINT KEY INPUT STATE OUTPUT".into());
    };
    let client = Client::builder()
        .with_endpoint(endpoint)
        .with_credential(Credential::api_key(key))
        .build()?;
    match kind.as_str() {
        "upload" => upload(&client, input, state, output).await,
        _ => batch(&client, input, state, output).await,
    }
}

async fn upload(client: &Client, input: &str, state: &str, output: &str) -> Result<(), Failure> {
    let upload = LargeUpload::new(Purpose::Assistants, input)
        .with_part_size(16 * 1024)
        .with_concurrency(3)
        .with_state_file(state);
    let file = client.files().upload_large(upload).await?;
    Ok(std::fs::write(output, &file.id)?)
}

async fn batch(client: &Client, input: &str, directory: &str, output: &str) -> Result<(), Failure> {
    let set = match BatchSet::exists(directory) {
        true => BatchSet::<Value>::open(directory)?,
        false => client
            .batches()
            .set(directory, "")
            .with_limits(4, u64::MAX)
            .create_from_jsonl(input)?,
    };
    let mut set = set
        .with_settle_time(Duration::from_millis(200))
        .with_interval(Duration::from_millis(20), Duration::from_millis(50));
    let mut results = set.run(client).await?;
    let mut lines = Vec::new();
    while let Some(result) = results.next().await {
        let result = result?;
        let text = match &result.outcome {
            Ok(response) => response["choices"][0]["message"]["content"].to_string(),
            Err(failure) => failure.to_string(),
        };
        lines.push(format!("{}: {text}\n", result.custom_id));
    }
    lines.sort();
    Ok(std::fs::write(Path::new(output), lines.concat())?)
}
