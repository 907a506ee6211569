//! The client of a resource.

#[cfg(feature = "authoring")]
mod authoring;
mod builder;
mod environment;

use azure_openai_core::{Downloads, Pipeline};

pub use builder::ClientBuilder;

/// The client of an Azure OpenAI resource and its two APIs. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    pub(crate) inference: azure_openai_inference::Client,
    #[cfg(feature = "authoring")]
    pub(crate) authoring: azure_openai_authoring::Client,
    pub(crate) downloads: Downloads,
}

impl Client {
    /// Returns the operations on chat, completions, embeddings, images, audio, models and deployments.
    pub fn inference(&self) -> &azure_openai_inference::Client {
        &self.inference
    }

    /// Returns the pipeline that sends requests, with the api-version of the inference API, to send operations that
    /// this crate lacks. Their response is a [`Value`](crate::Value) or a type of yours, see [`FromJson`](crate::FromJson):
    ///
    /// ```no_run
    /// use azure_openai::{Json, Method, Operation, Request, RequestBuilder, Value};
    /// use serde_json::json;
    ///
    /// static RESPOND: Operation = Operation::new("Responses_Create", Method::POST, "/v1/responses");
    ///
    /// # async fn run(client: azure_openai::Client) -> Result<(), azure_openai::Error> {
    /// let request = Request::new(&RESPOND).json(&json!({"model": "gpt-4o", "input": "Hello"}));
    /// let response = RequestBuilder::<Json<Value>>::new(client.pipeline(), request).await?;
    /// println!("{}", response["output"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn pipeline(&self) -> &Pipeline {
        self.inference.pipeline()
    }
}

/// For fetching [images](crate::images).
impl AsRef<Downloads> for Client {
    fn as_ref(&self) -> &Downloads {
        &self.downloads
    }
}
