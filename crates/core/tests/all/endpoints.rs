//! Every form of an endpoint.

use azure_openai_core::{Endpoint, ErrorKind};

#[test]
fn every_form_that_people_write() {
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
fn everything_else_is_refused_with_what_to_write() {
    for (text, what) in [
        ("", "is empty"),
        ("r.openai.azure.com", "has no scheme"),
        ("http://r.openai.azure.com", "is http"),
        ("http://localhost.example.com", "is http"),
        ("http://127.0.0.1.example.com", "is http"),
        ("http://128.0.0.1", "is http"),
        ("http://0.0.0.0", "is http"),
        ("ftp://localhost", "scheme is not https"),
        ("file:///etc", "has no host"),
        ("https://", "not a URL"),
        ("https://user:hunter2@r.openai.azure.com", "user name or password"),
        ("https://r.openai.azure.com?api-version=1", "has a query"),
        ("https://r.openai.azure.com/#x", "has a fragment"),
        (
            "https://r.openai.azure.com/openai/deployments/gpt",
            "path of an operation",
        ),
    ] {
        let error = Endpoint::parse(text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let line = error.to_string();
        assert!(line.contains(what), "{text}: {line}");
        assert!(line.contains("https://<resource>.openai.azure.com"), "{line}");
        assert!(!format!("{line}{error:?}").contains("hunter2"), "{line}");
    }
}
