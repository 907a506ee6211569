//! Endpoints as people write them.

use azure_openai_core::{Credential, Endpoint, Error, ErrorKind, Fallback, Pipeline};

#[test]
fn http_to_other_hosts_is_refused_unless_allowed() {
    let text = "http://gateway.internal:8080/team/openai/v1";
    let error = Endpoint::parse(text).unwrap_err().to_string();
    assert!(error.contains("parse_allowing_http"), "{error}");
    let endpoint = Endpoint::parse_allowing_http(text).unwrap();
    assert_eq!((endpoint.base(), endpoint.is_v1()), (text, true));
    assert!(Endpoint::parse_allowing_http("ftp://gateway.internal").is_err());
    assert!(Endpoint::parse_allowing_http("https://gateway.internal").is_ok());
}

#[test]
fn endpoint_is_parsed_with_or_without_slash_prefix_and_openai() {
    for (text, base) in [
        ("https://r.openai.azure.com", "https://r.openai.azure.com/openai"),
        ("https://r.openai.azure.com/", "https://r.openai.azure.com/openai"),
        ("https://r.openai.azure.com/openai", "https://r.openai.azure.com/openai"),
        (
            " https://r.openai.azure.com/openai/ \n",
            "https://r.openai.azure.com/openai",
        ),
        ("HTTPS://R.OpenAI.Azure.com:443", "https://r.openai.azure.com/openai"),
        (
            "https://r.openai.azure.com:8443",
            "https://r.openai.azure.com:8443/openai",
        ),
        (
            "https://gateway.example/team/a",
            "https://gateway.example/team/a/openai",
        ),
        (
            "https://gateway.example/team/openai/",
            "https://gateway.example/team/openai",
        ),
        (
            "https://gateway.example/myopenai",
            "https://gateway.example/myopenai/openai",
        ),
        (
            "https://r.services.ai.azure.com",
            "https://r.services.ai.azure.com/openai",
        ),
        (
            "https://r.cognitiveservices.azure.com/",
            "https://r.cognitiveservices.azure.com/openai",
        ),
        ("https://r.openai.azure.us", "https://r.openai.azure.us/openai"),
        ("https://r.openai.azure.cn/openai", "https://r.openai.azure.cn/openai"),
        ("https://ai.example.com.", "https://ai.example.com./openai"),
        ("http://localhost:8080", "http://localhost:8080/openai"),
        ("http://LOCALHOST", "http://localhost/openai"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1/openai"),
        ("http://127.9.9.9", "http://127.9.9.9/openai"),
        ("http://[::1]:9/openai", "http://[::1]:9/openai"),
    ] {
        let endpoint = Endpoint::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(endpoint.base(), base);
    }
}

#[test]
fn invalid_endpoint_is_refused_with_what_to_write() {
    for (text, what) in [
        ("", "is empty"),
        ("r.openai.azure.com", "does not start with `https://`"),
        ("http://r.openai.azure.com", "is http"),
        ("http://localhost.example.com", "is http"),
        ("http://127.0.0.1.example.com", "is http"),
        ("http://128.0.0.1", "is http"),
        ("http://0.0.0.0", "is http"),
        ("ftp://localhost", "scheme is `ftp`, not https"),
        ("file:///etc", "has no host"),
        ("https://", "not a URL"),
        ("https://user:hunter2@r.openai.azure.com", "user name or password"),
        ("https://r.openai.azure.com?api-version=1", "has a query"),
        ("https://r.openai.azure.com/#x", "has a fragment"),
        (
            "https://r.openai.azure.com/openai/deployments/gpt",
            "path of an operation",
        ),
        ("https://r.services.ai.azure.com/api/projects/p", "that of a project"),
        (r"https:\\r.openai.azure.com", "a backslash"),
        (r"https://r.openai.azure.com\openai", "a backslash"),
        ("https://r.openai.azure.com/\nopenai", "a line break"),
        ("https://r.ope\tnai.azure.com", "white space"),
        ("https:r.openai.azure.com", "does not start with `https://`"),
        ("https:/r.openai.azure.com", "does not start with `https://`"),
        ("https:///r.openai.azure.com", "not a host name"),
        ("https://good..com", "not a host name"),
        ("https://.good.com", "not a host name"),
        ("https://g%6fod.com", "not a host name"),
        ("https://1", "not a host name"),
        ("http://127.1", "not a host name"),
        ("https://gateway.example/a/../b", "`..`"),
        ("https://gateway.example//b", "an empty segment"),
    ] {
        let error = Endpoint::parse(text).expect_err(text);
        assert_eq!(
            Endpoint::from_base_url(text).is_err(),
            !what.contains("path of") && !what.contains("project")
        );
        assert_eq!(Error::from(error.clone()).kind(), ErrorKind::InvalidRequest);
        let line = error.to_string();
        assert!(line.contains(what), "{text}: {line}");
        assert!(line.contains("https://<resource>.openai.azure.com"), "{line}");
        assert!(!format!("{line}{error:?}").contains("hunter2"), "{line}");
    }
}

#[test]
fn base_url_is_used_as_it_is() {
    for (text, base) in [
        ("https://gateway.example.net", "https://gateway.example.net"),
        (
            "https://gateway.example.net/models/",
            "https://gateway.example.net/models",
        ),
        (
            "https://gateway.example.net/openai",
            "https://gateway.example.net/openai",
        ),
    ] {
        assert_eq!(Endpoint::from_base_url(text).unwrap().base(), base);
    }
}

#[test]
fn invalid_text_of_an_endpoint_fails_the_build() {
    let key = || Credential::api_key("key-0123456789");
    let fallback = Fallback::new("good..com", key());
    let built = Pipeline::builder()
        .with_endpoint("http://localhost:1")
        .with_credential(key())
        .with_fallback(fallback)
        .build();
    let error = built.unwrap_err();
    assert!(error.to_string().contains("does not start with `https://`"), "{error}");
}

/// Also run without TLS: `cargo test -p azure-openai-core --no-default-features`.
#[test]
fn https_endpoint_without_tls_or_its_provider_fails_the_build() {
    let build = |endpoint: &str| {
        let credential = Credential::api_key("key-0123456789");
        let builder = Pipeline::builder().with_endpoint(endpoint).with_credential(credential);
        builder.build()
    };
    if cfg!(any(feature = "rustls", feature = "native-tls")) {
        build("http://localhost:1").unwrap();
        build("https://my-resource.openai.azure.com").unwrap();
        return;
    }
    let fix = if cfg!(feature = "rustls-no-provider") {
        // It is needed for http, too: a proxy may be one of https.
        build("http://localhost:1").unwrap_err();
        "install one first"
    } else {
        build("http://localhost:1").unwrap();
        "enable the feature `rustls`"
    };
    let error = build("https://my-resource.openai.azure.com").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.to_string().contains(fix), "{error}");
}
