//! A command's connection to the service, or to the embedded emulator.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use azure_openai::polling::Job;
use azure_openai::{Client, Credential, Deployment, Poller};
use azure_openai_emulator::Emulator;
use tokio::sync::{Notify, OnceCell};

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

/// What Ctrl-C leaves behind.
#[derive(Default)]
enum Resume {
    #[default]
    Nothing,
    /// Work that goes on or can go on, and how to come back to it.
    By(String),
    /// Ctrl-C is the end of this command.
    Done,
    /// Ctrl-C stops what the command is at, not the command.
    Stop,
}

/// The connection, made when a command first needs it.
pub(crate) struct Session {
    pub(crate) out: Output,
    emulated: bool,
    choice: Choice,
    poll_interval: Option<Duration>,
    connection: OnceCell<Connection>,
    resume: Mutex<Resume>,
    stop: Notify,
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
            resume: Mutex::default(),
            stop: Notify::new(),
        }
    }

    /// Whether the service is an emulator that ends with this command, so that nothing can be resumed.
    pub(crate) fn is_embedded(&self) -> bool {
        self.emulated
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

    /// How often jobs are polled, where that is not left to the library: the emulator's jobs take seconds.
    pub(crate) fn interval(&self) -> Option<Duration> {
        self.poll_interval
            .or_else(|| self.emulated.then_some(Duration::from_millis(200)))
    }

    /// A poller with the interval that was asked for.
    pub(crate) fn poller<T: Job>(&self, poller: Poller<T>) -> Poller<T> {
        match self.interval() {
            Some(interval) => poller.with_interval(interval, interval),
            None => poller,
        }
    }

    /// The line that Ctrl-C prints from now on: what goes on without this program, and how to come back to it.
    pub(crate) fn on_interrupt(&self, advice: impl Into<String>) {
        *self.resume() = Resume::By(advice.into());
    }

    /// From now on Ctrl-C leaves nothing behind that could be resumed.
    pub(crate) fn nothing_to_resume(&self) {
        *self.resume() = Resume::Nothing;
    }

    /// From now on Ctrl-C is how the command ends.
    pub(crate) fn ends_by_interrupt(&self) {
        *self.resume() = Resume::Done;
    }

    /// Completes with the next Ctrl-C, which then does not end the command.
    pub(crate) async fn stopped(&self) {
        struct Reset<'a>(&'a Session);
        impl Drop for Reset<'_> {
            fn drop(&mut self) {
                self.0.nothing_to_resume();
            }
        }
        let _reset = Reset(self);
        *self.resume() = Resume::Stop;
        self.stop.notified().await;
    }

    /// What becomes of the command after Ctrl-C; `None` where it goes on.
    pub(crate) fn interrupted(&self) -> Option<Result<()>> {
        let failure = Failure::new(Kind::Interrupted, "interrupted");
        match &*self.resume() {
            Resume::Nothing => Some(Err(failure)),
            Resume::By(advice) => Some(Err(failure.advise(advice.clone()))),
            Resume::Done => Some(Ok(())),
            Resume::Stop => {
                self.stop.notify_waiters();
                None
            }
        }
    }

    fn resume(&self) -> MutexGuard<'_, Resume> {
        self.resume.lock().unwrap_or_else(PoisonError::into_inner)
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
