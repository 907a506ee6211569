//! Tokens of Microsoft Entra ID, in place of API keys. Needs the feature `entra`.
//!
//! The functions of this module return the credentials of [`azure_identity`]; [`token_credential`] takes any other
//! [`TokenCredential`]. Each returns an [`Entra`], and [`Entra::build`] the [`Credential`] for a client:
//!
//! ```no_run
//! use azure_openai::{Client, entra};
//!
//! # fn run() -> Result<(), azure_openai::Error> {
//! let client = Client::builder()
//!     .with_endpoint("https://my-resource.openai.azure.com")
//!     .with_credential(entra::managed_identity().build()?)
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! Tokens are cached and refreshed as [`Credential::from_fn`] documents, on top of `azure_identity`'s own cache. The
//! identity needs a role on the resource, at least `Cognitive Services OpenAI User`: without it the service responds
//! with 401 or 403.
//!
//! Requests for tokens are sent with reqwest and follow no redirects. They use http only to this machine or its local
//! network link (`127.0.0.0/8`, `localhost`, `169.254.0.0/16`), where managed identities are served.

mod environment;
mod failure;
mod transport;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use azure_core::http::{ClientOptions, ExponentialRetryOptions, RetryOptions, Transport};
use azure_identity as identity;
use azure_openai_core::{AccessToken, BoxError, Credential, Error, Secret};

#[doc(no_inline)]
pub use azure_core::{self, credentials::TokenCredential};
#[doc(no_inline)]
pub use azure_identity::{self, UserAssignedId};

pub(crate) use environment::from_env;

/// The scope of tokens for Azure OpenAI in Azure's public cloud.
pub const SCOPE: &str = "https://cognitiveservices.azure.com/.default";

type Made = azure_core::Result<Arc<dyn TokenCredential>>;
type Make = Arc<dyn Fn(ClientOptions) -> Made + Send + Sync>;

/// A credential of Entra ID that is being set up.
#[must_use = "a credential is created by `build`"]
#[derive(Clone)]
pub struct Entra {
    name: &'static str,
    advice: &'static str,
    make: Make,
    /// Whether each credential that `make` creates has a cache of its own.
    remade: bool,
    scope: String,
    options: Option<ClientOptions>,
    /// Secrets that a response might echo and a message must not.
    secrets: Vec<Secret>,
}

/// Returns the system-assigned identity of the Azure resource that this runs on: App Service, Functions, Container Apps
/// (where `IDENTITY_ENDPOINT` and `IDENTITY_HEADER` are set) or a virtual machine.
pub fn managed_identity() -> Entra {
    managed(None)
}

/// Returns a user-assigned identity of the Azure resource that this runs on.
pub fn user_assigned_identity(id: UserAssignedId) -> Entra {
    managed(Some(id))
}

fn managed(id: Option<UserAssignedId>) -> Entra {
    Entra {
        secrets: std::env::var("IDENTITY_HEADER").map(Secret::from).into_iter().collect(),
        ..Entra::new(
            "the managed identity",
            "check that this resource has that identity",
            move |client_options| {
                let options = identity::ManagedIdentityCredentialOptions {
                    user_assigned_id: id.clone(),
                    client_options,
                };
                Ok(identity::ManagedIdentityCredential::new(Some(options))?)
            },
        )
    }
}

/// Returns the workload identity of a pod in Kubernetes, from `AZURE_TENANT_ID`, `AZURE_CLIENT_ID` and
/// `AZURE_FEDERATED_TOKEN_FILE`, which the webhook of workload identities sets.
pub fn workload_identity() -> Entra {
    Entra::new(
        "the workload identity",
        "check the pod's service account and its federated credential (AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_FEDERATED_TOKEN_FILE)",
        |client_options| {
            let options = identity::WorkloadIdentityCredentialOptions {
                credential_options: identity::ClientAssertionCredentialOptions { client_options },
                ..Default::default()
            };
            Ok(identity::WorkloadIdentityCredential::new(Some(options))?)
        },
    )
}

/// Returns the identity of an application with a client secret: the ids of its tenant and of itself, and the secret's
/// value (not the secret's id).
pub fn client_secret(tenant_id: impl Into<String>, client_id: impl Into<String>, secret: impl Into<Secret>) -> Entra {
    let (tenant_id, client_id, secret) = (tenant_id.into(), client_id.into(), secret.into());
    Entra {
        secrets: vec![secret.clone()],
        ..Entra::new(
            "the client secret",
            "check the ids of tenant and client, and that the secret is its value and has not expired",
            move |client_options| {
                Ok(identity::ClientSecretCredential::new(
                    &tenant_id,
                    client_id.clone(),
                    azure_core::credentials::Secret::new(secret.expose().to_owned()),
                    Some(identity::ClientSecretCredentialOptions { client_options }),
                )?)
            },
        )
    }
}

/// Returns the identity that is logged in to the Azure CLI (`az login`).
pub fn azure_cli() -> Entra {
    Entra::new("the Azure CLI", "run `az login`", |_| {
        Ok(identity::AzureCliCredential::new(None)?)
    })
}

/// Returns the identity that is logged in to the Azure Developer CLI (`azd auth login`).
pub fn azure_developer_cli() -> Entra {
    Entra::new("the Azure Developer CLI", "run `azd auth login`", |_| {
        Ok(identity::AzureDeveloperCliCredential::new(None)?)
    })
}

/// Returns the identity that is logged in to the Azure CLI, or else to the Azure Developer CLI.
pub fn developer_tools() -> Entra {
    Entra::new("the developer tools", "run `az login` or `azd auth login`", |_| {
        Ok(identity::DeveloperToolsCredential::new(None)?)
    })
}

/// Wraps any other credential, such as `azure_identity::ClientCertificateCredential` (its feature `client_certificate`
/// needs OpenSSL).
///
/// [`Entra::with_client_options`] has no effect on it. If it caches tokens itself, a token that the service rejects
/// before it expires is not refreshed until the credential drops it.
pub fn token_credential(credential: Arc<dyn TokenCredential>) -> Entra {
    Entra {
        remade: false,
        ..Entra::new("the token credential", "", move |_| Ok(Arc::clone(&credential)))
    }
}

impl Entra {
    fn new(
        name: &'static str,
        advice: &'static str,
        make: impl Fn(ClientOptions) -> Made + Send + Sync + 'static,
    ) -> Self {
        Self {
            name,
            advice,
            make: Arc::new(make),
            remade: true,
            scope: SCOPE.to_owned(),
            options: None,
            secrets: Vec::new(),
        }
    }

    azure_openai_core::setters! {
        /// Sets the scope of the token. Default: [`SCOPE`]. Others are `https://cognitiveservices.azure.us/.default` in
        /// Azure Government, or that of a gateway's application.
        pub fn with_scope(self, scope: impl Into<String>) => scope = scope.into();
        /// Sets how requests for tokens are sent: cloud, retries, transport. By default `AZURE_AUTHORITY_HOST` names
        /// the cloud and a request is retried three times. Without a transport in the options, reqwest is used as this
        /// module documents.
        pub fn with_client_options(self, options: ClientOptions) => options = Some(options);
    }

    /// Builds the credential. Nothing is sent: a token is requested by the first request.
    ///
    /// # Errors
    /// [`ErrorKind::Credential`](crate::ErrorKind::Credential) where a setting or a variable of the environment is
    /// missing or invalid.
    pub fn build(self) -> Result<Credential, Error> {
        let tokens = Tokens {
            current: Mutex::new(self.make().map_err(|error| Error::credential(self.failure(&error)))?),
            entra: self,
        };
        let tokens = Arc::new(tokens);
        Ok(Credential::from_fn(move |rejected| {
            let tokens = Arc::clone(&tokens);
            async move { tokens.fetch(rejected).await }
        }))
    }

    fn failure(&self, error: &azure_core::Error) -> String {
        failure::describe(self.name, self.advice, &self.secrets, error)
    }

    fn make(&self) -> Made {
        let mut options = self.options.clone().unwrap_or_else(|| ClientOptions {
            retry: RetryOptions::exponential(ExponentialRetryOptions {
                max_retries: 3,
                ..Default::default()
            }),
            ..Default::default()
        });
        options
            .transport
            .get_or_insert_with(|| Transport::new(transport::client()));
        (self.make)(options)
    }
}

impl fmt::Debug for Entra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entra")
            .field("credential", &self.name)
            .field("scope", &self.scope)
            .finish_non_exhaustive()
    }
}

struct Tokens {
    entra: Entra,
    current: Mutex<Arc<dyn TokenCredential>>,
}

impl Tokens {
    async fn fetch(&self, rejected: Option<Secret>) -> Result<AccessToken, BoxError> {
        let current = Arc::clone(&self.current.lock().unwrap_or_else(PoisonError::into_inner));
        let token = self.get(&*current).await?;
        let Some(rejected) = rejected.filter(|rejected| self.entra.remade && rejected.expose() == token.token.secret())
        else {
            return Ok(kept(&token));
        };
        // azure_identity caches a token until 5 minutes before it expires and has no way to drop it: a new credential
        // has an empty cache.
        drop(rejected);
        let fresh = self.entra.make().map_err(|error| self.entra.failure(&error))?;
        let token = self.get(&*fresh).await?;
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(kept(&token))
    }

    async fn get(&self, credential: &dyn TokenCredential) -> Result<azure_core::credentials::AccessToken, String> {
        credential
            .get_token(&[&self.entra.scope], None)
            .await
            .map_err(|error| self.entra.failure(&error))
    }
}

fn kept(token: &azure_core::credentials::AccessToken) -> AccessToken {
    let left = token.expires_on - azure_core::time::OffsetDateTime::now_utc();
    AccessToken::new(token.token.secret(), Duration::try_from(left).unwrap_or_default())
}
