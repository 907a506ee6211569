//! What the environment says: variables, and where the configuration is.

use std::path::PathBuf;

use crate::failure::{Failure, Kind, Result};

/// A variable of the environment that is set to something.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.trim().is_empty())
}

/// The directory of the user's configuration.
pub(super) fn config_home() -> Result<PathBuf> {
    let directory = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
    directory("XDG_CONFIG_HOME")
        .or_else(|| directory("HOME").map(|home| home.join(".config")))
        .or_else(|| directory("APPDATA"))
        .ok_or_else(|| {
            Failure::new(Kind::Credential, "no directory for the configuration: HOME is not set")
                .advise("set HOME or XDG_CONFIG_HOME, or set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY")
        })
}
