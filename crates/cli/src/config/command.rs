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
        &profile.key_env,
        &profile.key_command,
        &profile.token_env,
        &profile.token_command,
    ];
    if choices.iter().filter(|choice| choice.is_some()).count() > 1 {
        return Err(failed(format!(
            "profile `{name}` has several of key-env, key-command, token-env, token-command"
        ))
        .advise("leave one"));
    }
    Ok(match choices {
        [Some(variable), ..] => Credential::api_key(from_env(variable)?),
        [_, Some(command), ..] => Credential::api_key(run(command).await?),
        [_, _, Some(variable), _] => Credential::bearer(from_env(variable)?),
        [_, _, _, Some(command)] => {
            let tokens = CommandTokens {
                command: command.clone(),
                kept: Mutex::new(Some((run(command).await?, Instant::now()))),
            };
            Credential::from_source(Arc::new(tokens))
        }
        _ => match (variable("AZURE_OPENAI_AD_TOKEN"), variable("AZURE_OPENAI_API_KEY")) {
            (Some(token), _) => Credential::bearer(token),
            (None, Some(key)) => Credential::api_key(key),
            (None, None) => {
                return Err(failed(format!("profile `{name}` has no key"))
                    .advise("add key-command, key-env, token-command or token-env, or export AZURE_OPENAI_API_KEY"));
            }
        },
    })
}

/// What a command prints, without the line end. Its output is never repeated.
async fn run(command: &str) -> Result<Secret> {
    let shell = match cfg!(windows) {
        true => ["cmd", "/C"],
        false => ["sh", "-c"],
    };
    let child = Command::new(shell[0])
        .args([shell[1], command])
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
        return Err(failed(format!("the command for the key failed ({})", output.status))
            .advise("run the profile's key-command or token-command by hand to see why"));
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
        let token = run(&self.command)
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
