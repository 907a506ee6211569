//! A deployment of a model.

use std::fmt;

use azure_openai_core::Endpoint;

use crate::client::Client;
use azure_openai_core::{RequestOptions, request_option_setters};

impl Client {
    /// Returns a deployment of a model by its name, which is yours, not the model's. Nothing is sent.
    pub fn deployment(&self, name: impl Into<String>) -> Deployment {
        Deployment {
            client: self.clone(),
            name: name.into(),
            options: RequestOptions::new(),
        }
    }
}

/// A deployment of a model, from [`Client::deployment`](crate::Client::deployment). What it can do depends on the
/// model.
///
/// Each method returns a request that does nothing until it is awaited or sent; until then its optional fields and
/// options can be set. Where a method takes the required fields, its twin `…_request` takes a whole request. Options
/// set on the deployment hold for each of its requests; those of a request come first.
///
/// ```no_run
/// use std::time::Duration;
/// use azure_openai::{Client, system, user};
///
/// # async fn run() -> Result<(), azure_openai::Error> {
/// let client = Client::from_env()?;
/// let chat = client.deployment("gpt-4o").with_timeout(Duration::from_secs(60));
/// let response = chat.chat([system("Be brief."), user("Why is the sky blue?")]).with_temperature(0.2).await?;
/// println!("{}", response.text());
/// println!("{:?} {:?}", response.usage, response.head().rate_limits());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use]
pub struct Deployment {
    pub(crate) client: Client,
    pub(crate) name: String,
    pub(crate) options: RequestOptions,
}

impl Deployment {
    /// Returns the name of the deployment, which is yours, not the model's.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the client that the deployment is of, for other deployments, files and jobs. The deployment's own
    /// options are not those of the client.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Returns the endpoint of the deployment.
    pub fn endpoint(&self) -> &Endpoint {
        self.client.inference.pipeline().endpoint()
    }

    request_option_setters!(options);
}

impl fmt::Debug for Deployment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Deployment")
            .field("name", &self.name)
            .field("endpoint", self.endpoint())
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
