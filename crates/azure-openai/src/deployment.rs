//! One deployment of a model.

use std::fmt;

use azure_openai_core::Endpoint;
use azure_openai_inference as inference;

use crate::client::Client;

impl Client {
    /// A deployment of a model, by its name, which is yours, not the model's. Nothing is sent.
    pub fn deployment(&self, name: impl Into<String>) -> Deployment {
        Deployment::new(self.inference.clone(), name.into())
    }
}

/// A deployment of a model, from [`Client::deployment`](crate::Client::deployment): what it can be asked for depends on
/// the model behind it.
///
/// Each method gives a call that does nothing until it is awaited or sent; until then its optional parameters and
/// settings can be set. Where a method takes what is required, its twin `…_request` takes a whole request.
///
/// ```no_run
/// use azure_openai::{Client, system, user};
///
/// # async fn run() -> Result<(), azure_openai::Error> {
/// let client = Client::from_env()?;
/// let chat = client.deployment("gpt-4o");
/// let answer = chat.chat([system("Be brief."), user("Why is the sky blue?")]).temperature(0.2).await?;
/// println!("{}", answer.text());
/// println!("{:?} {:?}", answer.usage, answer.head().rate_limits());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Deployment {
    pub(crate) client: inference::Client,
    pub(crate) name: String,
}

impl Deployment {
    pub(crate) fn new(client: inference::Client, name: String) -> Self {
        Self { client, name }
    }

    /// Its name, which is yours, not the model's.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where it is.
    pub fn endpoint(&self) -> &Endpoint {
        self.client.pipeline().endpoint()
    }
}

impl fmt::Debug for Deployment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Deployment")
            .field("name", &self.name)
            .field("endpoint", self.endpoint())
            .finish_non_exhaustive()
    }
}
