//! A profile's key or token: from a variable, or from a command that prints it.

use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use azure_openai::{Credential, Secret, TokenFuture, TokenProvider};
use tokio::process::Command;
use tokio::sync::Mutex;

use super::environment::variable;
use super::file::Profile;
use crate::failure::{Failure, Kind, Result};

/// Tokens of Entra ID last about an hour, and the command does not say how long.
const TOKEN_LIFETIME: Duration = Duration::from_secs(20 * 60);
/// A password store may ask its user something.
const COMMAND_TIME: Duration = Duration::from_secs(120);

/// The credential of a profile; one that names none takes the environment's.
pub(super) async fn credential(name: &str, profile: &Profile) -> Result<Credential> {
    let from_env = |name: &str| {
        variable(name).ok_or_else(|| {
            failed(format!("the variable {name}, which the profile names, is not set")).advise(format!("export {name}"))
        })
    };
    let choices = [
        profile.key_env.is_some(),
        profile.key_command.is_some(),
        profile.key_keyring.is_some(),
        profile.token_env.is_some(),
        profile.token_command.is_some(),
    ];
    if choices.iter().filter(|choice| **choice).count() > 1 {
        return Err(failed(format!(
            "profile `{name}` has several of key-env, key-command, key-keyring, token-env, token-command"
        ))
        .advise("leave one"));
    }
    if let Some(variable) = &profile.key_env {
        return Ok(Credential::api_key(from_env(variable)?));
    }
    if let Some(command) = &profile.key_command {
        return Ok(Credential::api_key(run(shell(command)).await?));
    }
    if let Some([service, account]) = &profile.key_keyring {
        return Ok(Credential::api_key(run(keyring(service, account)).await?));
    }
    if let Some(variable) = &profile.token_env {
        return Ok(Credential::bearer(from_env(variable)?));
    }
    if let Some(command) = &profile.token_command {
        let tokens = CommandTokens {
            command: command.clone(),
            kept: Mutex::new(Some((run(shell(command)).await?, Instant::now()))),
        };
        return Ok(Credential::from_provider(Arc::new(tokens)));
    }
    match (variable("AZURE_OPENAI_AD_TOKEN"), variable("AZURE_OPENAI_API_KEY")) {
        (Some(token), _) => Ok(Credential::bearer(token)),
        (None, Some(key)) => Ok(Credential::api_key(key)),
        (None, None) => Err(failed(format!("profile `{name}` has no key")).advise(
            "add key-command, key-keyring, key-env, token-command or token-env, or export AZURE_OPENAI_API_KEY",
        )),
    }
}

/// A command line of the configuration.
fn shell(line: &str) -> Command {
    let (shell, option) = match cfg!(windows) {
        true => ("cmd", "/C"),
        false => ("sh", "-c"),
    };
    let mut command = Command::new(shell);
    command.args([option, line]);
    command
}

/// The system's own program for its keyring: it asks to unlock it where that is needed.
fn keyring(service: &str, account: &str) -> Command {
    match cfg!(target_os = "macos") {
        true => {
            let mut command = Command::new("security");
            command.args(["find-generic-password", "-w", "-s", service, "-a", account]);
            command
        }
        false => {
            let mut command = Command::new("secret-tool");
            command.args(["lookup", "service", service, "account", account]);
            command
        }
    }
}

/// What a command prints, without the line end. Its output is never repeated.
async fn run(mut command: Command) -> Result<Secret> {
    let child = command
        .stdin(Stdio::inherit())
        .stderr(Stdio::inherit())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| failed(format!("the command for the key cannot be started: {error}")))?;
    let output = tokio::time::timeout(COMMAND_TIME, child.wait_with_output())
        .await
        .map_err(|_| failed("the command for the key did not end within two minutes"))?
        .map_err(|error| failed(format!("the command for the key failed: {error}")))?;
    if !output.status.success() {
        return Err(
            failed(format!("the command for the key failed ({})", output.status)).advise(
                "run it by hand to see why: the profile's key-command or token-command, or the keyring's own program",
            ),
        );
    }
    let text = String::from_utf8(output.stdout).map_err(|_| failed("the command for the key printed no text"))?;
    match text.trim() {
        "" => Err(failed("the command for the key printed nothing")
            .advise("run the profile's key-command or token-command by hand: it must print the key and nothing else")),
        secret => Ok(Secret::new(secret)),
    }
}

/// Tokens that a command prints, kept for a while.
struct CommandTokens {
    command: String,
    kept: Mutex<Option<(Secret, Instant)>>,
}

impl CommandTokens {
    async fn get(&self, rejected: Option<&Secret>) -> Result<Secret, Box<dyn std::error::Error + Send + Sync>> {
        let mut kept = self.kept.lock().await;
        if let Some((token, since)) = &*kept
            && since.elapsed() < TOKEN_LIFETIME
            && rejected.is_none_or(|rejected| rejected.expose() != token.expose())
        {
            return Ok(token.clone());
        }
        let token = run(shell(&self.command))
            .await
            .map_err(|failure| failure.message().to_owned())?;
        *kept = Some((token.clone(), Instant::now()));
        Ok(token)
    }
}

impl TokenProvider for CommandTokens {
    fn token(&self) -> TokenFuture<'_> {
        Box::pin(self.get(None))
    }

    fn refresh<'a>(&'a self, rejected: &'a Secret) -> TokenFuture<'a> {
        Box::pin(self.get(Some(rejected)))
    }
}

fn failed(message: impl Into<String>) -> Failure {
    Failure::new(Kind::Credential, message)
}
