//! A command's connection to the service, or to the embedded emulator.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use azure_openai::polling::Job;
use azure_openai::{Client, Credential, Deployment, Poller};
use azure_openai_emulator::Emulator;
use tokio::sync::OnceCell;

use crate::config::{Choice, Config};
use crate::failure::{Failure, Kind, Result};
use crate::output::Output;

/// What a deployment is for: the name of its setting, the deployment of the emulator, and the setting's variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Chat,
    Completion,
    Embedding,
    Image,
    Transcription,
    Speech,
}

impl Purpose {
    fn setting(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Completion => "completion",
            Self::Embedding => "embedding",
            Self::Image => "image",
            Self::Transcription => "transcription",
            Self::Speech => "speech",
        }
    }

    fn emulated(self) -> &'static str {
        match self {
            Self::Chat => "gpt-4o",
            Self::Completion => "gpt-35-turbo-instruct",
            Self::Embedding => "text-embedding-3-small",
            Self::Image => "dall-e-3",
            Self::Transcription => "whisper",
            Self::Speech => "tts-1",
        }
    }
}

/// The connection, made when a command first needs it.
pub(crate) struct Session {
    pub(crate) out: Output,
    emulated: bool,
    choice: Choice,
    poll_interval: Option<Duration>,
    connection: OnceCell<Connection>,
    resume: Arc<Mutex<Option<String>>>,
}

/// A client, and what it was made of.
pub(crate) struct Connection {
    pub(crate) client: Client,
    pub(crate) config: Config,
    /// Runs for as long as the command.
    _emulator: Option<Emulator>,
}

impl Session {
    pub(crate) fn new(out: Output, emulated: bool, choice: Choice, poll_interval: Option<Duration>) -> Self {
        Self {
            out,
            emulated,
            choice,
            poll_interval,
            connection: OnceCell::new(),
            resume: Arc::default(),
        }
    }

    pub(crate) async fn connection(&self) -> Result<&Connection> {
        self.connection.get_or_try_init(|| self.connect()).await
    }

    pub(crate) async fn client(&self) -> Result<&Client> {
        Ok(&self.connection().await?.client)
    }

    async fn connect(&self) -> Result<Connection> {
        let (config, emulator) = match self.emulated {
            true => {
                let emulator = start_emulator().await?;
                (emulated(&emulator, &self.choice), Some(emulator))
            }
            false => (Config::read(&self.choice).await?, None),
        };
        let mut builder = Client::builder()
            .with_endpoint(config.endpoint.as_str())
            .with_credential(config.credential.clone())
            .with_pipeline(|pipeline| pipeline.with_user_agent(concat!("aoai/", env!("CARGO_PKG_VERSION"))));
        if let Some(version) = &config.api_version {
            builder = builder.with_api_version(version.as_str());
        }
        let client = builder.build().map_err(|error| {
            let failure = Failure::of(&error).context(&config.origin);
            failure.with_kind(Kind::Credential)
        })?;
        Ok(Connection {
            client,
            config,
            _emulator: emulator,
        })
    }

    /// The deployment that was named, or the configured one for this purpose.
    pub(crate) async fn deployment(&self, named: Option<&str>, purpose: Purpose) -> Result<Deployment> {
        let name = self.deployment_name(named, purpose).await?;
        Ok(self.client().await?.deployment(name))
    }

    pub(crate) async fn deployment_name(&self, named: Option<&str>, purpose: Purpose) -> Result<String> {
        if let Some(name) = named {
            return Ok(name.to_owned());
        }
        let setting = purpose.setting();
        let config = &self.connection().await?.config;
        match config.deployments.get(setting) {
            Some(name) => Ok(name.clone()),
            None if self.emulated => Ok(purpose.emulated().to_owned()),
            None => Err(Failure::new(Kind::Credential, format!("no deployment for {setting} is set")).advise(format!(
                "pass --deployment NAME (`aoai deployments` lists them), or set `deployments.{setting}` in the profile{}",
                match purpose {
                    Purpose::Chat => " or AZURE_OPENAI_CHAT_DEPLOYMENT",
                    Purpose::Embedding => " or AZURE_OPENAI_EMBEDDING_DEPLOYMENT",
                    _ => "",
                }
            ))),
        }
    }

    /// A poller with the interval that was asked for; the emulator's jobs take seconds and are polled often.
    pub(crate) fn poller<T: Job>(&self, poller: Poller<T>) -> Poller<T> {
        let interval = match (self.poll_interval, self.emulated) {
            (Some(interval), _) => interval,
            (None, true) => Duration::from_millis(200),
            (None, false) => return poller,
        };
        poller.with_interval(interval, interval)
    }

    /// The line that Ctrl-C prints from now on: what goes on without this program, and how to come back to it.
    pub(crate) fn on_interrupt(&self, advice: impl Into<Option<String>>) {
        *self.resume.lock().unwrap_or_else(PoisonError::into_inner) = advice.into();
    }

    /// The failure of a command that Ctrl-C ended.
    pub(crate) fn interrupted(&self) -> Failure {
        let failure = Failure::new(Kind::Interrupted, "interrupted");
        match self.resume.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(advice) => failure.advise(advice),
            None => failure,
        }
    }

    /// The options to repeat in a command that goes on with this one's work.
    pub(crate) fn options(&self) -> String {
        let mut options = String::new();
        let pairs = [
            ("--profile", &self.choice.profile),
            ("--endpoint", &self.choice.endpoint),
            ("--api-version", &self.choice.api_version),
        ];
        for (option, value) in pairs {
            if let Some(value) = value {
                options.push_str(&format!(" {option} {value}"));
            }
        }
        options
    }
}

async fn start_emulator() -> Result<Emulator> {
    Emulator::start()
        .await
        .map_err(|error| Failure::new(Kind::Unexpected, format!("the emulator cannot be started: {error}")))
}

fn emulated(emulator: &Emulator, choice: &Choice) -> Config {
    Config {
        origin: "embedded emulator".to_owned(),
        endpoint: emulator.endpoint().to_owned(),
        credential: Credential::api_key(emulator.api_key()),
        api_version: choice.api_version.clone(),
        deployments: Default::default(),
    }
}
