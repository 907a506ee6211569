//! Starting, serving and stopping.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::builder::Builder;
use crate::clock::Clock;
use crate::faults::{Connection, Faults, InvalidFault};
use crate::requests::RequestRecord;
use crate::routes;
use crate::state::State;
use crate::wire::auth::BearerToken;

/// A running server. It stops when it is dropped, and its temporary folder goes with it.
///
/// Any number run side by side, each with its own port, key and state.
pub struct Emulator {
    endpoint: String,
    api_key: String,
    state: Arc<State>,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

/// Why an emulator could not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The port can't be listened on, mostly because another program does.
    #[error("cannot listen on {address}")]
    #[non_exhaustive]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the operating system said.
        source: io::Error,
    },
    /// The temporary folder for file contents can't be made.
    #[error("cannot make a temporary folder for files")]
    #[non_exhaustive]
    Storage {
        /// What the operating system said.
        source: io::Error,
    },
    /// A deployment is of a model that the emulator does not know.
    #[error("deployment {deployment:?} is of the unknown model {model:?}; known are: {known}")]
    #[non_exhaustive]
    UnknownModel {
        /// The deployment's name.
        deployment: String,
        /// The model's name.
        model: String,
        /// The names of the models there are, separated by commas.
        known: String,
    },
    /// A rate limit is set for a deployment that there isn't.
    #[error("a rate limit is set for the deployment {deployment:?}, which does not exist; add it to the builder")]
    #[non_exhaustive]
    RateLimitOfNothing {
        /// The name given.
        deployment: String,
    },
    /// A fault does nothing, or its parts don't go together.
    #[error("a fault can't be")]
    InvalidFault(#[from] InvalidFault),
    /// A deployment's name is empty.
    #[error("a deployment must have a name")]
    UnnamedDeployment,
    /// The asynchronous filter is asked for a deployment that there isn't.
    #[error(
        "the asynchronous filter is set for the deployment {deployment:?}, which does not exist; add it to the builder"
    )]
    #[non_exhaustive]
    UnknownDeployment {
        /// The deployment's name.
        deployment: String,
    },
    /// A file of scripted replies can't be read.
    #[error("cannot read the script {}", path.display())]
    #[non_exhaustive]
    ScriptUnreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file of scripted replies is not what [`Builder::script_file`] describes.
    #[error("the script {} is wrong: {problem}", path.display())]
    #[non_exhaustive]
    InvalidScript {
        /// The file.
        path: PathBuf,
        /// Where in the file, and what.
        problem: String,
    },
    /// The API key or bearer token is empty or has characters that can't stand in a header.
    #[error("the {what} must be visible ASCII text, and not empty")]
    #[non_exhaustive]
    InvalidCredential {
        /// `API key` or `bearer token`.
        what: &'static str,
    },
}

impl Emulator {
    /// An emulator to configure before it is started.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Starts an emulator on a free port, with a random key and the default deployments.
    ///
    /// # Errors
    /// If no port can be listened on or the temporary folder can't be made.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Where it listens: `http://127.0.0.1:PORT`, what an Azure OpenAI client calls its endpoint.
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

    /// Answers of the emulator's own making that broke the specifications, the first hundred: a mistake in the emulator,
    /// and none that is known. Answers that a script or a fault ordered don't count.
    pub fn violations(&self) -> Vec<String> {
        self.state.violations.all()
    }

    /// The faults in force, to be changed and their counts read.
    pub fn faults(&self) -> &Faults {
        &self.state.faults
    }

    /// The last 10,000 requests to the service in the order in which they came, those in progress included.
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.state.requests.list()
    }

    /// How often each operation was asked, by its id in the documents, whatever came of it.
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
    /// [`StartError::InvalidCredential`] if the token is empty or can't stand in a header.
    pub fn accept_bearer_token(&self, token: impl Into<BearerToken>) -> Result<(), StartError> {
        self.state.credentials.accept(token.into())
    }

    /// Refuses a bearer token from now on. Tells whether it was accepted so far.
    pub fn revoke_bearer_token(&self, token: &str) -> bool {
        self.state.credentials.revoke(token)
    }

    /// Stops once the requests that are being served are answered. Dropping stops at once.
    pub async fn shutdown(mut self) {
        // Fails only if the server is gone already, which is what is asked for.
        let _ = self.stop.send(true);
        let _ = (&mut self.server).await;
    }

    pub(crate) async fn launch(mut builder: Builder) -> Result<Self, StartError> {
        let script = std::mem::take(&mut builder.script).read().await?;
        let api_key = builder
            .api_key
            .clone()
            .unwrap_or_else(|| uuid::Uuid::new_v4().simple().to_string());
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, builder.port));
        let listen = |source| StartError::Listen { address, source };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let endpoint = format!("http://{}", listener.local_addr().map_err(listen)?);
        let state = Arc::new(State::new(builder, script, &api_key, endpoint.clone())?);
        let (stop, stopped) = watch::channel(false);
        let router = routes::router(Arc::clone(&state));
        let server = tokio::spawn(accept(listener, router, stopped));
        Ok(Self {
            state,
            endpoint,
            api_key,
            stop,
            server,
        })
    }
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

/// Accepts connections until told to stop. The set aborts what is left in it when this future is dropped.
async fn accept(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    connections.spawn(serve(stream, peer, router.clone(), stop.clone()));
                }
                // A connection that broke before it was taken, or no file handle left: the next one may do.
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            },
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

async fn serve(stream: TcpStream, peer: SocketAddr, router: Router, mut stop: watch::Receiver<bool>) {
    // Small answers must not wait for acknowledgements; without it they only come later.
    let _ = stream.set_nodelay(true);
    let (handle, socket) = Connection::wrap(stream, peer);
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |mut request: http::Request<Incoming>| {
        request.extensions_mut().insert(handle.clone());
        router.call(request)
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(socket), service);
    let mut connection = std::pin::pin!(connection);
    // How a connection ends, broken off or not, is the client's affair.
    tokio::select! {
        _ = connection.as_mut() => return,
        _ = stop.changed() => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
