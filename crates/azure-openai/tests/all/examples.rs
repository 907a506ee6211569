//! The README's code is an example, and the examples do what they document.

use std::path::{Path, PathBuf};
use std::process::Output;

use azure_openai_emulator::{Emulator, Reply};
use serde_json::json;
use tokio::process::Command;

#[cfg(feature = "entra")]
use crate::support::scripted::{Reply as ServiceReply, Service};

fn crate_directory() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Cargo builds the examples with the tests, beside their directory.
fn example(name: &str) -> PathBuf {
    let mut path = std::env::current_exe().expect("a test has a path");
    path.pop();
    path.pop();
    path.join("examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

async fn run(name: &str, variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(example(name));
    for inherited in [
        "ENDPOINT",
        "API_KEY",
        "AD_TOKEN",
        "CHAT_DEPLOYMENT",
        "EMBEDDING_DEPLOYMENT",
        "IMAGE_DEPLOYMENT",
        "SPEECH_DEPLOYMENT",
        "TRANSCRIPTION_DEPLOYMENT",
        "BATCH_DEPLOYMENT",
        "FINE_TUNING_MODEL",
    ] {
        command.env_remove(format!("AZURE_OPENAI_{inherited}"));
    }
    command.env_remove("OPENAI_API_VERSION");
    command
        .envs(variables.iter().copied())
        .output()
        .await
        .expect("the example is built beside the tests")
}

fn printed(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

#[test]
fn rust_snippet_of_the_readme_is_the_example() {
    let readme = std::fs::read_to_string(crate_directory().join("../../README.md")).unwrap();
    let example = std::fs::read_to_string(crate_directory().join("examples/readme.rs")).unwrap();
    let code = example.trim_start_matches("//! The call that README shows.\n\n");
    let snippets: Vec<&str> = readme
        .split("```rust\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert_eq!(snippets, [code], "examples/readme.rs is README's one Rust snippet");
}

#[tokio::test(flavor = "multi_thread")]
async fn readme_example_runs() {
    let emulator = Emulator::start().await.unwrap();
    let variables = [
        ("AZURE_OPENAI_ENDPOINT", emulator.endpoint()),
        ("AZURE_OPENAI_API_KEY", emulator.api_key()),
    ];
    let text = printed(&run("readme", &variables).await);
    assert!(text.contains("Why is the sky blue?"), "{text}");
    assert!(text.contains("request Some("), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn quick_start_runs_on_its_own_emulator() {
    let text = printed(&run("quickstart", &[]).await);
    for expected in [
        "Using the emulator",
        "finished: stop",
        "3 × 1536 numbers",
        "bytes in ",
        "2.9 s: The quick brown fox jumps over the lazy dog.",
        "the same bytes back: true",
        "deleted: true",
        "completed, 5 completed",
        "Quito: Emulated gpt-4o",
        "Job succeeded.",
        "-sums",
        "Done in ",
    ] {
        assert!(text.contains(expected), "no {expected:?} in\n{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn quick_start_uses_the_resource_of_the_environment() {
    let emulator = Emulator::builder()
        .with_deployment("my-chat", "gpt-4o")
        .with_deployment("my-vectors", "text-embedding-3-large")
        .start()
        .await
        .unwrap();
    let variables = [
        ("AZURE_OPENAI_ENDPOINT", emulator.endpoint()),
        ("AZURE_OPENAI_API_KEY", emulator.api_key()),
        ("AZURE_OPENAI_CHAT_DEPLOYMENT", "my-chat"),
        ("AZURE_OPENAI_EMBEDDING_DEPLOYMENT", "my-vectors"),
    ];
    let text = printed(&run("quickstart", &variables).await);
    for expected in [
        "Using the resource",
        "chat with my-chat",
        "3 × 3072 numbers",
        "(AZURE_OPENAI_IMAGE_DEPLOYMENT is not set: left out)",
        "(AZURE_OPENAI_FINE_TUNING_MODEL is not set: left out)",
        "the same bytes back: true",
    ] {
        assert!(text.contains(expected), "no {expected:?} in\n{text}");
    }
}

/// The examples about one subject, and what each must print.
const SUBJECTS: &[(&str, &[&str])] = &[
    ("chat", &["Why is the sky blue?", "And at sunset?", " tokens"]),
    ("stream", &["(stop)", " characters"]),
    #[cfg(feature = "schemars")]
    ("tools", &["Sunny in Oslo", "1 rounds of tools"]),
    #[cfg(feature = "schemars")]
    (
        "tools_streamed",
        &[
            "weather {\"city\":\"Oslo\"}",
            "-> Sunny in Oslo",
            "round 1: ",
            " tokens in all",
        ],
    ),
    #[cfg(feature = "schemars")]
    ("structured", &["{\"name\":\"O", "Oslo: 700000 inhabitants", " tokens"]),
    (
        "reasoning",
        &[
            "low: ",
            "192 reasoning",
            "1024 reasoning",
            "Use 'max_completion_tokens' instead.",
        ],
    ),
    ("vision", &["Which color is this?"]),
    ("embeddings", &["the cat sat on the mat", " tokens"]),
    ("transcription", &["Good morning.", "-->"]),
    ("upload", &["azure-openai-training.jsonl has 860000 bytes"]),
    ("batch", &["Cairo: ", "Oslo: ", "Lima: "]),
    ("fine_tuning", &["model Some(", " steps"]),
    (
        "v1",
        &["/openai/v1", "1536 numbers", "model \"gpt-4o", "version-less endpoint"],
    ),
    (
        "layer",
        &[
            "ChatCompletions_Create, attempt 1: ",
            " bytes, Ok(200) in ",
            "attempt 1: ",
            "Ok(503)",
            "attempt 2: ",
            "made up",
        ],
    ),
    ("failover", &["attempt 2 at http://127.0.0.1"]),
];

#[tokio::test(flavor = "multi_thread")]
async fn examples_of_one_subject_run() {
    let emulator = Emulator::builder()
        .with_clock_speed(20.0)
        .reply_when(|chat| {
            let last = chat.prompt().to_owned();
            if last.contains("capital of Norway") {
                return Some(Reply::text(r#"{"name":"Oslo","inhabitants":700000}"#));
            }
            let body = chat.body();
            let mut results = body["messages"]
                .as_array()?
                .iter()
                .filter(|message| message["role"] == "tool");
            match results.next_back() {
                Some(result) => Some(Reply::text(result["content"].as_str()?)),
                None if last.contains("umbrella") => Some(Reply::tool_call("weather", json!({"city": "Oslo"}))),
                None => None,
            }
        })
        .start()
        .await
        .unwrap();
    let directory = tempfile::tempdir().unwrap();
    let variables = [
        ("AZURE_OPENAI_ENDPOINT", emulator.endpoint()),
        ("AZURE_OPENAI_API_KEY", emulator.api_key()),
        ("TMPDIR", directory.path().to_str().unwrap()),
    ];
    for (name, expected) in SUBJECTS {
        let text = printed(&run(name, &variables).await);
        for expected in *expected {
            assert!(text.contains(expected), "{name}: no {expected:?} in\n{text}");
        }
    }
    let text = printed(&run("emulator_in_a_test", &[]).await);
    assert_eq!(text, "both tests passed\n");
}

#[cfg(feature = "entra")]
#[tokio::test(flavor = "multi_thread")]
async fn example_of_entra_id_runs_with_a_managed_identity() {
    let expires = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs()
        + 3600;
    let token = json!({"access_token": "canary-token-1", "token_type": "Bearer", "resource": "r",
        "expires_on": expires.to_string()});
    let identity = Service::start(move |_| ServiceReply::json(token.clone())).await;
    let emulator = Emulator::builder()
        .with_bearer_token("canary-token-1")
        .start()
        .await
        .unwrap();
    let variables = [
        ("AZURE_OPENAI_ENDPOINT", emulator.endpoint()),
        ("IDENTITY_ENDPOINT", identity.url.as_str()),
        ("IDENTITY_HEADER", "canary-header"),
    ];
    let text = printed(&run("entra", &variables).await);
    assert!(text.contains("Who am I?"), "{text}");
}

#[test]
fn examples_of_one_subject_are_short() {
    for entry in std::fs::read_dir(crate_directory().join("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let lines = std::fs::read_to_string(&path).unwrap().lines().count();
            assert!(lines < 60, "{}: {lines} lines", path.display());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_key_ends_the_example_with_an_error() {
    let emulator = Emulator::start().await.unwrap();
    let key = "canary-key-0123456789";
    let variables = [
        ("AZURE_OPENAI_ENDPOINT", emulator.endpoint()),
        ("AZURE_OPENAI_API_KEY", key),
    ];
    let output = run("readme", &variables).await;
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(text.contains("401"), "{text}");
    assert!(!text.contains(key), "{text}");
}
