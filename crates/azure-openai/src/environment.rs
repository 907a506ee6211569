//! A client's settings from environment variables.

use azure_openai_core::{Credential, Endpoint, Error};

use crate::{Client, ClientBuilder};

/// The variables, by name; `lookup` reads one.
pub(crate) fn builder(lookup: impl Fn(&str) -> Option<String>) -> Result<ClientBuilder, Error> {
    let set = |name| lookup(name).filter(|value| !value.trim().is_empty());
    let endpoint = set("AZURE_OPENAI_ENDPOINT").ok_or_else(|| {
        Error::invalid_request("AZURE_OPENAI_ENDPOINT is not set: set it to your resource, for example https://my-resource.openai.azure.com")
    })?;
    // Said here, the error can name the variable.
    Endpoint::parse(&endpoint)
        .map_err(|error| Error::invalid_request(format!("AZURE_OPENAI_ENDPOINT: {error}")))?;
    let credential = match (set("AZURE_OPENAI_AD_TOKEN"), set("AZURE_OPENAI_API_KEY")) {
        (Some(token), _) => Credential::bearer(token),
        (None, Some(key)) => Credential::api_key(key),
        (None, None) => {
            return Err(Error::invalid_request("neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set"));
        }
    };
    let builder = Client::builder().endpoint(endpoint).credential(credential);
    Ok(match set("OPENAI_API_VERSION") {
        Some(version) => builder.api_version(version),
        None => builder,
    })
}
