//! Where the service is and who sends requests: from the environment, or a profile of the configuration file.

mod command;
mod environment;
mod file;

use std::collections::BTreeMap;

use azure_openai::Credential;

use crate::failure::{Failure, Kind, Result};
use environment::variable;
use file::{File, Profile, path};

/// The section of `--help` on configuration.
pub(crate) const CONFIGURATION: &str = "\
Configuration:
  The environment, as the official libraries read it:
    AZURE_OPENAI_ENDPOINT       https://my-resource.openai.azure.com
    AZURE_OPENAI_API_KEY        a key of the resource, or
    AZURE_OPENAI_AD_TOKEN       a token of Entra ID
    OPENAI_API_VERSION          the api-version of both APIs [default: each specification's own]
  or a profile of ~/.config/aoai/config.toml (XDG_CONFIG_HOME; mode 0600), by --profile or AOAI_PROFILE:
    default-profile = \"work\"
    [profiles.work]
    endpoint = \"https://my-resource.openai.azure.com\"
    key-command = \"secret-tool lookup service azure-openai\"   # or key-env = \"WORK_KEY\", or
    # key-keyring = [\"azure-openai\", \"work\"]                    # the system's keyring: service, account
    # token-command = \"az account get-access-token --scope https://cognitiveservices.azure.com/.default --query accessToken -o tsv\"
    deployments = { chat = \"gpt-4o\", embedding = \"text-embedding-3-small\" }
  Keys are never arguments and never in the file. --emulator needs none of this.";

/// What the global options say about where to connect.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choice {
    pub(crate) profile: Option<String>,
    pub(crate) endpoint: Option<String>,
    pub(crate) api_version: Option<String>,
}

/// Everything needed to make a client.
#[derive(Debug)]
pub(crate) struct Config {
    /// Where it comes from, in words.
    pub(crate) origin: String,
    pub(crate) endpoint: String,
    pub(crate) credential: Credential,
    pub(crate) api_version: Option<String>,
    /// Names of deployments by what they are for: `chat`, `embedding`.
    pub(crate) deployments: BTreeMap<String, String>,
}

impl Config {
    /// Reads the profile that is named, else the environment, else the file's default profile.
    pub(crate) async fn read(choice: &Choice) -> Result<Self> {
        let named = choice.profile.clone().or_else(|| variable("AOAI_PROFILE"));
        if let Some(name) = named {
            let file = File::read(&path()?)?;
            return Self::of_profile(&name, file.profile(&name)?, choice).await;
        }
        if choice.endpoint.is_some() || variable("AZURE_OPENAI_ENDPOINT").is_some() {
            return Self::of_environment(choice);
        }
        let path = path()?;
        match File::read_if_exists(&path)? {
            Some(file) => {
                let (name, profile) = file.default_profile()?;
                Self::of_profile(name, profile, choice).await
            }
            None => Err(missing(&path)),
        }
    }

    fn of_environment(choice: &Choice) -> Result<Self> {
        let endpoint = choice.endpoint.clone().or_else(|| variable("AZURE_OPENAI_ENDPOINT"));
        let credential = match (variable("AZURE_OPENAI_AD_TOKEN"), variable("AZURE_OPENAI_API_KEY")) {
            (Some(token), _) => Credential::bearer(token),
            (None, Some(key)) => Credential::api_key(key),
            (None, None) => {
                return Err(Failure::new(
                    Kind::Credential,
                    "neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set",
                )
                .advise("export one of them, or use a profile: `aoai --help` shows how; --emulator needs neither"));
            }
        };
        let mut deployments = BTreeMap::new();
        for (purpose, name) in [
            ("chat", "AZURE_OPENAI_CHAT_DEPLOYMENT"),
            ("embedding", "AZURE_OPENAI_EMBEDDING_DEPLOYMENT"),
        ] {
            if let Some(deployment) = variable(name) {
                deployments.insert(purpose.to_owned(), deployment);
            }
        }
        Ok(Self {
            origin: "environment".to_owned(),
            endpoint: endpoint.unwrap_or_default(),
            credential,
            api_version: choice.api_version.clone().or_else(|| variable("OPENAI_API_VERSION")),
            deployments,
        })
    }

    async fn of_profile(name: &str, profile: &Profile, choice: &Choice) -> Result<Self> {
        let credential = command::credential(name, profile).await?;
        Ok(Self {
            origin: format!("profile `{name}`"),
            endpoint: choice.endpoint.clone().unwrap_or_else(|| profile.endpoint.clone()),
            credential,
            api_version: choice.api_version.clone().or_else(|| profile.api_version.clone()),
            deployments: profile.deployments.clone(),
        })
    }
}

fn missing(path: &std::path::Path) -> Failure {
    Failure::new(
        Kind::Credential,
        format!(
            "no endpoint: AZURE_OPENAI_ENDPOINT is not set and `{}` does not exist",
            path.display()
        ),
    )
    .advise("set AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY, write a profile (`aoai --help` shows one), or try it with --emulator")
}
