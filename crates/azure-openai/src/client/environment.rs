//! A client's settings from environment variables.

use azure_openai_core::{Credential, Endpoint, Error};

use super::{Client, ClientBuilder};

impl Client {
    /// Creates a client from environment variables:
    ///
    /// - `AZURE_OPENAI_ENDPOINT`: `https://my-resource.openai.azure.com`, or with `/openai/v1`; required.
    /// - `AZURE_OPENAI_AD_TOKEN`: a token of Entra ID, used until it expires; or else
    /// - `AZURE_OPENAI_API_KEY`: a key of the resource; or else, with the feature `entra`, an identity of Entra ID:
    ///   the guide to [credentials](crate::guide::credentials) lists the variables that choose it.
    /// - `OPENAI_API_VERSION`: the api-version of both APIs. Default: that of each API's specification. A dated one is
    ///   not sent to `/openai/v1`.
    ///
    /// An empty variable counts as unset.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) or
    /// [`ErrorKind::Credential`](crate::ErrorKind::Credential), with the name of the variable that is missing or
    /// invalid.
    pub fn from_env() -> Result<Self, Error> {
        builder(|name| std::env::var(name).ok())?.build()
    }
}

/// `lookup` returns a variable's value.
fn builder(lookup: impl Fn(&str) -> Option<String>) -> Result<ClientBuilder, Error> {
    let set = |name: &str| lookup(name).filter(|value| !value.trim().is_empty());
    let endpoint = set("AZURE_OPENAI_ENDPOINT").ok_or_else(|| {
        Error::invalid_request("AZURE_OPENAI_ENDPOINT is not set: set it to your resource, for example https://my-resource.openai.azure.com")
    })?;
    // Parsed here so that the error can name the variable.
    let parsed = Endpoint::parse(&endpoint)
        .map_err(|error| Error::invalid_request(format!("AZURE_OPENAI_ENDPOINT: {error}")))?;
    let credential = match (set("AZURE_OPENAI_AD_TOKEN"), set("AZURE_OPENAI_API_KEY")) {
        (Some(token), _) => Credential::bearer(token),
        (None, Some(key)) => Credential::api_key(key),
        (None, None) => other(&parsed, &set)?,
    };
    let builder = Client::builder().with_endpoint(endpoint).with_credential(credential);
    Ok(match set("OPENAI_API_VERSION") {
        Some(version) => builder.with_api_version(version),
        None => builder,
    })
}

/// Finds the credential where there is neither key nor token.
fn other(endpoint: &Endpoint, set: &dyn Fn(&str) -> Option<String>) -> Result<Credential, Error> {
    #[cfg(feature = "entra")]
    let advice = match crate::entra::from_env(endpoint, set)? {
        Some(entra) => return entra.build(),
        None => {
            ", and no variable of an identity of Entra ID is: to use `az login`, set AZURE_TOKEN_CREDENTIALS to dev"
        }
    };
    #[cfg(not(feature = "entra"))]
    let advice = {
        let _ = (endpoint, set);
        "; identities of Entra ID need the feature `entra`"
    };
    Err(Error::invalid_request(format!(
        "neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set{advice}"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use azure_openai_core::ErrorKind;

    fn read(variables: &[(&str, &str)]) -> Result<Client, Error> {
        let found = |name: &str| {
            variables
                .iter()
                .find(|(other, _)| *other == name)
                .map(|(_, value)| (*value).to_owned())
        };
        builder(found)?.build()
    }

    const ENDPOINT: (&str, &str) = ("AZURE_OPENAI_ENDPOINT", "https://r.openai.azure.com/");

    #[test]
    fn key_or_token_is_enough() {
        for credential in ["AZURE_OPENAI_API_KEY", "AZURE_OPENAI_AD_TOKEN"] {
            let client = read(&[ENDPOINT, (credential, "secret")]).unwrap();
            let pipeline = client.inference().pipeline();
            assert_eq!(pipeline.endpoint().base(), "https://r.openai.azure.com/openai");
        }
    }

    #[cfg(feature = "authoring")]
    #[test]
    fn api_version_is_set_for_both_apis() {
        let key = ("AZURE_OPENAI_API_KEY", "secret");
        let client = read(&[ENDPOINT, key, ("OPENAI_API_VERSION", "2025-01-01")]).unwrap();
        assert_eq!(client.inference().pipeline().api_version(), Some("2025-01-01"));
        assert_eq!(client.authoring().pipeline().api_version(), Some("2025-01-01"));
    }

    #[test]
    fn endpoint_of_the_portal_is_version_less() {
        let portal = ("AZURE_OPENAI_ENDPOINT", "https://r.openai.azure.com/openai/v1/");
        let key = ("AZURE_OPENAI_API_KEY", "secret");
        let client = read(&[portal, key, ("OPENAI_API_VERSION", "2025-01-01")]).unwrap();
        assert!(client.pipeline().endpoint().is_v1());
        assert_eq!(client.pipeline().api_version(), None);
        let client = read(&[portal, key, ("OPENAI_API_VERSION", "preview")]).unwrap();
        assert_eq!(client.pipeline().api_version(), Some("preview"));
    }

    #[test]
    fn missing_or_invalid_variable_is_named() {
        let cases: [(&[(&str, &str)], &str); 4] = [
            (&[], "AZURE_OPENAI_ENDPOINT is not set"),
            (&[("AZURE_OPENAI_ENDPOINT", " ")], "AZURE_OPENAI_ENDPOINT is not set"),
            (&[("AZURE_OPENAI_ENDPOINT", "http://r.com")], "AZURE_OPENAI_ENDPOINT: "),
            (
                &[ENDPOINT],
                "neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set",
            ),
        ];
        for (variables, expected) in cases {
            let error = read(variables).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest);
            assert!(error.to_string().contains(expected), "{error}");
        }
    }

    #[test]
    fn invalid_secret_is_not_repeated() {
        let error = read(&[ENDPOINT, ("AZURE_OPENAI_API_KEY", "canary\nkey")]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(!format!("{error} {error:?}").contains("canary"));
    }
}
