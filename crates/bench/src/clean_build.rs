//! What a program that chats costs to build from nothing: crates, processor time, time, size.

use std::path::Path;
use std::time::Instant;

use tokio::process::Command;

use crate::task::Failure;

/// A program that sends one chat.
struct Program {
    client: &'static str,
    /// Its lines in `Cargo.toml`; `{root}` is the workspace.
    dependencies: &'static str,
    main: &'static str,
}

const ASYNC_OPENAI: &str = r#"
            use async_openai::types::chat::{ChatCompletionRequestUserMessage, CreateChatCompletionRequestArgs};
            let client = async_openai::Client::with_config(async_openai::config::AzureConfig::new());
            let message = ChatCompletionRequestUserMessage::from("Hi").into();
            let request = CreateChatCompletionRequestArgs::default().messages(vec![message]).build()?;
            println!("{:?}", client.chat().create(request).await?.choices[0].message.content);
        "#;

const OURS: &str = r#"
            let client = azure_openai::Client::from_env()?;
            let chat = client.deployment("gpt-4o").chat([azure_openai::user("Hi")]);
            println!("{}", chat.send().await?.text());
        "#;

/// Peers with what they can do for this program alone, and with the operations that ours has by default.
const PROGRAMS: [Program; 6] = [
    Program {
        client: "floor",
        dependencies: r#"reqwest = { version = "0.13", default-features = false, features = ["rustls"] }"#,
        main: r##"
            let chat = reqwest::Client::new().post("http://127.0.0.1/openai/deployments/gpt-4o/chat/completions");
            let chat = chat.header("api-key", "key").body(r#"{"messages":[{"role":"user","content":"Hi"}]}"#);
            println!("{}", chat.send().await?.text().await?);
        "##,
    },
    Program {
        client: "async-openai, chat alone",
        dependencies: r#"async-openai = { version = "0.43", features = ["chat-completion"] }"#,
        main: ASYNC_OPENAI,
    },
    Program {
        client: "async-openai, the operations of ours",
        dependencies: r#"async-openai = { version = "0.43", features = ["audio", "batch", "chat-completion", "completions",
            "embedding", "file", "finetuning", "image", "model", "upload"] }"#,
        main: ASYNC_OPENAI,
    },
    Program {
        client: "ours",
        dependencies: r#"azure-openai = { path = "{root}/crates/azure-openai" }"#,
        main: OURS,
    },
    Program {
        client: "ours, chat alone",
        dependencies: r#"azure-openai = { path = "{root}/crates/azure-openai", default-features = false, features = [
            "rustls"] }"#,
        main: OURS,
    },
    Program {
        client: "ours, chat alone, with ring",
        dependencies: r#"azure-openai = { path = "{root}/crates/azure-openai", default-features = false, features = [
            "rustls-no-provider"] }
            rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }"#,
        main: r#"
            let _ = rustls::crypto::ring::default_provider().install_default();
            let client = azure_openai::Client::from_env()?;
            let chat = client.deployment("gpt-4o").chat([azure_openai::user("Hi")]);
            println!("{}", chat.send().await?.text());
        "#,
    },
];

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Builds each program in a temporary directory and prints what it cost as a Markdown table.
pub(crate) async fn print() -> Result<(), Failure> {
    println!("| hello-chat, release | crates | CPU | time | size |");
    println!("|---|---|---|---|---|");
    for program in &PROGRAMS {
        let directory = tempfile::tempdir()?;
        write(program, directory.path())?;
        let (cpu, start) = (children(), Instant::now());
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--release"])
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("CARGO_TARGET_DIR")
            .current_dir(directory.path())
            .output()
            .await?;
        let log = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("{} does not build: {log}", program.client).into());
        }
        let cpu = children()
            .zip(cpu)
            .map_or("–".to_owned(), |(after, before)| format!("{:.0} s", after - before));
        let size = directory.path().join("target/release/hello-chat").metadata()?.len();
        println!(
            "| {} | {} | {cpu} | {:.0} s | {:.1} MiB |",
            program.client,
            crates(&log),
            start.elapsed().as_secs_f64(),
            size as f64 / f64::from(1 << 20),
        );
    }
    Ok(())
}

fn write(program: &Program, directory: &Path) -> Result<(), Failure> {
    let manifest = format!(
        "[package]\nname = \"hello-chat\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n\n[workspace]\n",
        program.dependencies.replace("{root}", ROOT)
    );
    let main = format!(
        "#[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{{}\n    Ok(())\n}}\n",
        program.main
    );
    std::fs::create_dir(directory.join("src"))?;
    std::fs::write(directory.join("Cargo.toml"), manifest)?;
    std::fs::write(directory.join("src/main.rs"), main)?;
    // The same versions for all.
    std::fs::copy(Path::new(ROOT).join("Cargo.lock"), directory.join("Cargo.lock"))?;
    Ok(())
}

/// How many crates Cargo says that it compiled, without the program itself.
fn crates(log: &str) -> usize {
    log.lines()
        .filter(|line| line.trim_start().starts_with("Compiling "))
        .count()
        .saturating_sub(1)
}

/// The processor time of the processes that this one has waited for, in seconds, where the system reports it.
fn children() -> Option<f64> {
    children_of(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

fn children_of(stat: &str) -> Option<f64> {
    // Fields 16 and 17, counted behind the name of the program, in hundredths of a second.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(13);
    let mut field = || fields.next()?.parse::<f64>().ok();
    Some((field()? + field()?) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_counted_without_the_program() {
        let log = "   Compiling bytes v1\n   Compiling tokio v1\n   Compiling hello-chat v0\n    Finished `release`\n";
        assert_eq!(crates(log), 2);
    }

    #[test]
    fn processor_time_of_children_is_read_behind_any_name() {
        let stat = "7 (a) b) S 1 7 7 0 -1 0 1 2 3 4 10 20 150 250 20 0 1 0 99";
        assert_eq!(children_of(stat), Some(4.0));
    }
}
