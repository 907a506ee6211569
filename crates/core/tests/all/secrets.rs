//! Nothing secret is shown.

use azure_openai_core::{
    Credential, Endpoint, ErrorKind, Extra, FilePart, Form, Json, Pipeline, Request, RequestBuilder, Secret, Value,
};

use crate::server::POST;

const CANARY: &str = "canary-5f2b";

fn pipeline(credential: Credential) -> Result<Pipeline, azure_openai_core::Error> {
    Pipeline::builder()
        .with_endpoint(Endpoint::parse("https://r.openai.azure.com").unwrap())
        .with_credential(credential)
        .with_api_version("v")
        .with_header("x-team", CANARY)
        .build()
}

#[test]
fn debug_shows_no_secret() {
    let secret = Secret::from(CANARY);
    let pipeline = pipeline(Credential::api_key(CANARY)).unwrap();
    let request = || {
        Request::new(&POST)
            .header("token", Some(&secret))
            .query("q", Some(CANARY))
            .form(
                Form::new()
                    .text("password", CANARY)
                    .file("f", FilePart::from_bytes("f", CANARY)),
            )
    };
    let call = RequestBuilder::<Json<Value>>::new(&pipeline, request());
    for shown in [
        format!("{secret:?}"),
        format!("{:?}", Credential::api_key(CANARY)),
        format!("{:?}", Credential::bearer(CANARY)),
        format!(
            "{pipeline:?} {:?}",
            Pipeline::builder().with_credential(Credential::bearer(CANARY))
        ),
        format!("{call:?} {:?}", request()),
        format!(
            "{:?}",
            RequestBuilder::<Json<Value>>::new(&pipeline, Request::new(&POST).json(CANARY))
        ),
        format!("{:?}", call.into_request().unwrap()),
        format!("{:?}", Extra::from([("key", CANARY)])),
    ] {
        assert!(!shown.contains(CANARY), "{shown}");
    }
    assert_eq!(serde_json::to_string(&secret).unwrap(), format!("\"{CANARY}\""));
    let error = serde_json::from_str::<Secret>("12345678").unwrap_err();
    assert!(!error.to_string().contains("12345678"), "{error}");
}

#[test]
fn invalid_secret_is_an_error_that_does_not_repeat_it() {
    for text in [
        "canary-5f2b\n",
        " canary-5f2b",
        "canary\r\n-5f2b",
        "canary-5f2b\u{7f}",
        "canary-5f2bü",
        "",
    ] {
        for credential in [Credential::api_key(text), Credential::bearer(text)] {
            let error = pipeline(credential).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
        }
    }
    let error = pipeline(Credential::bearer("Bearer canary-5f2b")).unwrap_err();
    assert!(error.to_string().contains("leave it out"), "{error}");
}
