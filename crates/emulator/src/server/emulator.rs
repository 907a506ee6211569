//! Starting, serving and stopping.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::routing::{Router, get};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::builder::Builder;
use super::{admin, gateway, listener};
use crate::clock::Clock;
use crate::error::StartError;
use crate::faults::Faults;
use crate::operations::images;
use crate::state::State;
use crate::state::credentials::BearerToken;
use crate::state::requests::RequestRecord;

/// A running server. It stops when it is dropped, and its temporary directory goes with it.
///
/// Any number run side by side, each with its own port, key and state.
pub struct Emulator {
    endpoint: String,
    api_key: String,
    state: Arc<State>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
    /// Of the contents of files. Not in the state, which tasks may still hold when the process ends.
    _directory: TempDir,
}

impl Emulator {
    /// Returns a builder to configure an emulator.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Starts an emulator on a free port, with a random key and the default deployments.
    ///
    /// # Errors
    /// If no port can be listened on or the temporary directory cannot be created.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// The base URL on this machine, `http://127.0.0.1:PORT`: what Azure OpenAI clients call the endpoint.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// The key that it accepts in the header `api-key`.
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// The service's clock, to be sped up or stepped by hand.
    pub fn clock(&self) -> &Clock {
        &self.state.clock
    }

    /// The first hundred responses of the emulator that violated the specifications. Each is a bug in the emulator, and
    /// none is known. Responses set by a script or a fault are not counted.
    pub fn violations(&self) -> Vec<String> {
        self.state.violations.lock().clone()
    }

    /// The faults in force, to be changed and their counts read.
    pub fn faults(&self) -> &Faults {
        &self.state.faults
    }

    /// The last 10,000 requests to the service in the order in which they came, those in progress included.
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.state.requests.list()
    }

    /// The number of requests for each operation, by its id in the documents, whatever their outcome.
    pub fn request_counts(&self) -> BTreeMap<&'static str, u64> {
        self.state.requests.counts()
    }

    /// Forgets the requests and counts so far.
    pub fn clear_requests(&self) {
        self.state.requests.clear();
    }

    /// Accepts one more bearer token from now on. One of the same text is replaced.
    ///
    /// # Errors
    /// [`StartError::InvalidCredential`] if the token is empty or cannot be sent in a header.
    pub fn accept_bearer_token(&self, token: impl Into<BearerToken>) -> Result<(), StartError> {
        self.state.credentials.accept(token.into())
    }

    /// Refuses a bearer token from now on. Returns whether it was accepted before.
    pub fn revoke_bearer_token(&self, token: &str) -> bool {
        self.state.credentials.revoke(token)
    }

    /// Deploys a model from now on: one that the emulator has, by its name, or a fine-tuned one, by the
    /// `fine_tuned_model` of its job. A deployment of that name is replaced.
    ///
    /// # Errors
    /// [`StartError::UnknownModel`], which lists the models, or [`StartError::UnnamedDeployment`].
    pub fn deploy(&self, name: impl AsRef<str>, model: impl AsRef<str>) -> Result<(), StartError> {
        self.state.deploy(name.as_ref(), model.as_ref())
    }

    /// Removes a deployment. Returns whether there was one of that name.
    pub fn remove_deployment(&self, name: &str) -> bool {
        self.state.deployments.remove(name)
    }

    /// Stops once the requests in progress are served. Dropping stops at once.
    pub async fn shutdown(mut self) {
        // Fails only if the server has already stopped.
        let _ = self.stop.send(true);
        let _ = (&mut self.server).await;
    }
}

impl Builder {
    /// Starts the server on the current tokio runtime.
    ///
    /// # Errors
    /// If the port is taken, the temporary directory cannot be created, a deployment names an unknown model, a setting
    /// names an unknown deployment, a fault is invalid, or the key or a token cannot be sent in a header.
    pub async fn start(self) -> Result<Emulator, StartError> {
        let Self(mut config) = self;
        let script = std::mem::take(&mut config.script).read().await?;
        let random = || uuid::Uuid::new_v4().simple().to_string();
        let api_key = config.api_key.clone().unwrap_or_else(random);
        let address = SocketAddr::from((config.address, config.port));
        let listen = |source| StartError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let mut reached = listener.local_addr().map_err(listen)?;
        match reached.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => reached.set_ip(Ipv4Addr::LOCALHOST.into()),
            IpAddr::V6(ip) if ip.is_unspecified() => reached.set_ip(Ipv6Addr::LOCALHOST.into()),
            _ => {}
        }
        let endpoint = format!("http://{reached}");
        let directory = tempfile::Builder::new().prefix("azure-openai-emulator-").tempdir();
        let directory = directory.map_err(|source| StartError::Storage { source })?;
        let path = directory.path().to_owned();
        let state = Arc::new(State::new(config, script, &api_key, endpoint.clone(), path)?);
        let (stop, stopped) = watch::channel(false);
        let router = router(Arc::clone(&state));
        let server = tokio::spawn(listener::accept(listener, router, stopped));
        Ok(Emulator {
            state,
            endpoint,
            api_key,
            stop,
            server,
            _directory: directory,
        })
    }
}

/// The routes: everything goes through the gateway, except for the links of images and the administration.
fn router(state: Arc<State>) -> Router {
    Router::new()
        .fallback(gateway::pass)
        // As with the service's storage account, the link of an image needs no key.
        .route(images::LINK, get(images::fetch))
        .with_state(Arc::clone(&state))
        .merge(admin::router(state))
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // The task owns the connections' tasks, which end with it.
        self.server.abort();
        self.state.tasks.stop();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Emulator")
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::Emulator;

    #[tokio::test]
    async fn directory_goes_with_the_emulator_while_tasks_hold_the_state() {
        let emulator = Emulator::start().await.unwrap();
        let (path, state) = (emulator._directory.path().to_owned(), emulator.state.clone());
        let content = state.files.new_content().unwrap();
        std::fs::write(&content, "held").unwrap();
        drop(emulator);
        assert!(!path.exists());
        drop((content, state));
    }
}
