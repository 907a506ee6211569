//! The version-less endpoint: no api-version, and the deployment is the `model` of the body.

use azure_openai::{Client, Credential, Json, Method, Operation, Request, RequestBuilder, Value};

/// An operation that this crate has no types for.
static MODEL: Operation = Operation::new("Models_Get", Method::GET, "/models/{model-id}");

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // `with_v1` is not needed where the endpoint ends with `/openai/v1`, as the portal shows it.
    let client = Client::builder()
        .with_endpoint(std::env::var("AZURE_OPENAI_ENDPOINT")?)
        .with_v1()
        .with_credential(Credential::api_key(std::env::var("AZURE_OPENAI_API_KEY")?))
        .build()?;
    println!("{}", client.pipeline().endpoint());

    let response = client.deployment("gpt-4o").chat("Why is the sky blue?").await?;
    println!("{}", response.text());
    let vectors = client.deployment("text-embedding-3-small").embed("blue").await?;
    println!("{} numbers", vectors.vectors().next().expect("one text")?.len());

    // Anything else that the endpoint has.
    let request = Request::new(&MODEL).path("model-id", &response.model);
    let model = RequestBuilder::<Json<Value>>::new(client.pipeline(), request).await?;
    println!("model {}", model["id"]);

    // What it lacks is refused before anything is sent.
    let error = client
        .inference()
        .deployments()
        .list()
        .await
        .expect_err("this list does not exist");
    println!("{error}");
    Ok(())
}
