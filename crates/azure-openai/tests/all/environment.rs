//! A client's settings, from the builder.

use azure_openai::{Client, Credential, ErrorKind, authoring, inference};

fn credential() -> Credential {
    Credential::api_key("canary-key")
}

#[test]
fn endpoint_and_credential_are_required() {
    let no_endpoint = Client::builder().with_credential(credential()).build().unwrap_err();
    assert_eq!(no_endpoint.kind(), ErrorKind::InvalidRequest);
    assert!(no_endpoint.to_string().contains("endpoint"), "{no_endpoint}");
    let no_credential = Client::builder()
        .with_endpoint("https://r.openai.azure.com")
        .build()
        .unwrap_err();
    assert!(no_credential.to_string().contains("credential"), "{no_credential}");
}

#[test]
fn invalid_endpoint_fails_the_build() {
    for endpoint in [
        "http://r.openai.azure.com",
        "r.openai.azure.com",
        "",
        "https://r/openai/deployments/x",
    ] {
        let error = Client::builder()
            .with_endpoint(endpoint)
            .with_credential(credential())
            .build()
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{endpoint}");
    }
}

#[test]
fn each_api_has_the_version_of_its_document_unless_another_is_set() {
    let builder = || {
        Client::builder()
            .with_endpoint("https://r.openai.azure.com")
            .with_credential(credential())
    };
    let versions = |client: Client| {
        let inference = client.inference().pipeline().api_version().map(str::to_owned);
        let authoring = client.authoring().pipeline().api_version().map(str::to_owned);
        (inference.unwrap(), authoring.unwrap())
    };
    let own = (inference::API_VERSION.to_owned(), authoring::API_VERSION.to_owned());
    assert_eq!(versions(builder().build().unwrap()), own);
    assert_eq!(own, ("2024-06-01".to_owned(), "2025-03-01-preview".to_owned()));
    let both = builder().with_api_version("2025-01-01").build().unwrap();
    assert_eq!(versions(both), ("2025-01-01".to_owned(), "2025-01-01".to_owned()));
    let one = builder().with_authoring_api_version("2025-01-01").build().unwrap();
    assert_eq!(versions(one), (own.0, "2025-01-01".to_owned()));
}

#[test]
fn debug_shows_no_key() {
    let builder = Client::builder()
        .with_endpoint("https://r.openai.azure.com")
        .with_credential(credential());
    assert!(!format!("{builder:?}").contains("canary"));
    assert!(!format!("{:?}", builder.build().unwrap()).contains("canary"));
}
