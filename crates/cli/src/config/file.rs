//! The configuration file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::environment::config_home;
use crate::failure::{Failure, Kind, Result};

/// Where the file is: `aoai/config.toml` in the user's configuration directory.
pub(crate) fn path() -> Result<PathBuf> {
    Ok(config_home()?.join("aoai").join("config.toml"))
}

/// The file: named profiles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct File {
    default_profile: Option<String>,
    #[serde(default)]
    profiles: BTreeMap<String, Profile>,
}

/// A resource, and how its key or token is got.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Profile {
    pub(crate) endpoint: String,
    pub(crate) api_version: Option<String>,
    pub(crate) key_env: Option<String>,
    pub(crate) key_command: Option<String>,
    /// A service and an account of the system's keyring.
    pub(crate) key_keyring: Option<[String; 2]>,
    pub(crate) token_env: Option<String>,
    pub(crate) token_command: Option<String>,
    #[serde(default)]
    pub(crate) deployments: BTreeMap<String, String>,
}

impl File {
    pub(crate) fn read_if_exists(path: &Path) -> Result<Option<Self>> {
        match path.try_exists() {
            Ok(false) => Ok(None),
            _ => Self::read(path).map(Some),
        }
    }

    pub(crate) fn read(path: &Path) -> Result<Self> {
        check_mode(path)?;
        let text = std::fs::read_to_string(path).map_err(|error| {
            let failure = Failure::file(path, "read", &error);
            match error.kind() {
                std::io::ErrorKind::NotFound => failure
                    .with_kind(Kind::Credential)
                    .advise("write a profile there: `aoai --help` shows one"),
                _ => failure,
            }
        })?;
        toml::from_str(&text).map_err(|error| {
            // The parser's own text quotes the line, which could hold a key that was put there by mistake.
            let line = error
                .span()
                .map_or(1, |span| 1 + text[..span.start].matches('\n').count());
            let failure = invalid(format!("`{}`, line {line}: {}", path.display(), error.message()));
            match error.message().contains("`key`") || error.message().contains("`api-key`") {
                true => failure.advise("keys do not belong into the file: use key-keyring, key-command or key-env"),
                false => failure,
            }
        })
    }

    pub(crate) fn profile(&self, name: &str) -> Result<&Profile> {
        self.profiles.get(name).ok_or_else(|| {
            let names: Vec<_> = self.profiles.keys().map(String::as_str).collect();
            invalid(format!("no profile `{name}` in the configuration")).advise(match names.is_empty() {
                true => "it has no profiles: `aoai --help` shows how to write one".to_owned(),
                false => format!("it has: {}", names.join(", ")),
            })
        })
    }

    /// The profile to use where none is named.
    pub(crate) fn default_profile(&self) -> Result<(&str, &Profile)> {
        if let Some(name) = &self.default_profile {
            return Ok((name, self.profile(name)?));
        }
        let mut profiles = self.profiles.iter();
        match (profiles.next(), profiles.next()) {
            (Some((name, profile)), None) => Ok((name, profile)),
            (None, _) => {
                Err(invalid("the configuration has no profiles").advise("`aoai --help` shows how to write one"))
            }
            (Some(_), Some(_)) => Err(invalid("the configuration has several profiles and no default-profile")
                .advise("pass --profile NAME, or set default-profile in the file")),
        }
    }
}

/// The file names commands that are run, and must not be written or read by others.
#[cfg(unix)]
fn check_mode(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let Ok(metadata) = std::fs::metadata(path) else {
        return Ok(());
    };
    let mode = metadata.permissions().mode() & 0o777;
    match mode & 0o077 {
        0 => Ok(()),
        _ => Err(invalid(format!(
            "`{}` has mode {mode:04o}: others could read it or change the commands in it",
            path.display()
        ))
        .advise(format!("run `chmod 600 '{}'`", path.display()))),
    }
}

#[cfg(not(unix))]
fn check_mode(_path: &Path) -> Result<()> {
    Ok(())
}

fn invalid(message: impl Into<String>) -> Failure {
    Failure::new(Kind::Credential, message)
}
