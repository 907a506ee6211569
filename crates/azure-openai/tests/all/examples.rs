//! README's code is an example that is compiled, and both examples do what they say.

use std::path::{Path, PathBuf};
use std::process::Output;

use azure_openai_emulator::Emulator;
use tokio::process::Command;

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Cargo builds the examples with the tests, beside their folder.
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
fn every_rust_snippet_of_the_readme_is_the_example() {
    let readme = std::fs::read_to_string(folder().join("../../README.md")).unwrap();
    let example = std::fs::read_to_string(folder().join("examples/readme.rs")).unwrap();
    let code = example.trim_start_matches("//! The call that README shows.\n\n");
    let snippets: Vec<&str> = readme
        .split("```rust\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert_eq!(snippets, [code], "examples/readme.rs is README's one Rust snippet");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_readme_runs() {
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
async fn the_quick_start_runs_on_its_own_emulator() {
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
async fn the_quick_start_uses_the_resource_that_the_environment_names() {
    let emulator = Emulator::builder()
        .deployment("my-chat", "gpt-4o")
        .deployment("my-vectors", "text-embedding-3-large")
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

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_ends_the_example_with_an_error_that_says_so() {
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
