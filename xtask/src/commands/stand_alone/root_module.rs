//! The root module of a stand-alone crate.

use std::collections::{BTreeMap, BTreeSet};

use codegen::Output;

use crate::args::StandAlone;

/// Returns the crate's root module: its documentation and how to create a client.
pub(super) fn root_module(request: &StandAlone, output: &Output) -> String {
    let document: serde_json::Value = serde_json::from_str(&output.normalized).unwrap_or_default();
    let title = codegen::plain_text(document["info"]["title"].as_str().unwrap_or_default());
    let version = codegen::plain_text(document["info"]["version"].as_str().unwrap_or_default());
    let has_api_version = document.get("x-api-version").is_some();
    let krate = request.name.replace('-', "_");
    let api_version = if has_api_version {
        "\
//! The api-version is [`API_VERSION`] unless the pipeline has another, see `PipelineBuilder::with_api_version`.
//!
"
    } else {
        ""
    };
    let chunks = stream_chunks(output);
    let credentials = credentials(&document);
    let credential = &credentials[0];
    let others = other_credentials(&credentials[1..]);
    let endpoint = endpoint(&document);
    format!(
        "\
//! Typed client: {title}, {version}.
//!
//! All of it is generated. A [`Client`] is made of a `Pipeline`, which knows the endpoint and the credential:
//!
//! ```no_run
//! use azure_openai_core::{{Credential, Endpoint, Pipeline}};
//!
//! # fn main() -> Result<(), azure_openai_core::Error> {{
//! let pipeline = Pipeline::builder()
//!     .with_endpoint(Endpoint::from_base_url({endpoint})?)
//!     .with_credential(Credential::{credential})
//!     .build()?;
//! let client = {krate}::Client::new(pipeline);
//! # drop(client);
//! # Ok(())
//! # }}
//! ```
//!
//! Requests go to the base URL followed by the path of the operation. An Azure OpenAI resource is an endpoint by
//! itself, `with_endpoint(\"https://my-resource.openai.azure.com\")`, which adds `/openai`.
//!
{others}{api_version}//! [`OPERATIONS`] lists every operation.

mod generated;

#[doc(inline)]
pub use generated::*;
{chunks}"
    )
}

/// The first server of the document, as a string literal.
fn endpoint(document: &serde_json::Value) -> String {
    let server = document["servers"][0]["url"].as_str().unwrap_or_default();
    let is_whole = server.starts_with("http") && !server.contains(['{', '"', '\\']);
    format!("\"{}\"", if is_whole { server } else { "https://example.com" })
}

/// The credentials that the document takes, as functions of `Credential`: of each alternative its first, where there is
/// one; else `none()`.
fn credentials(document: &serde_json::Value) -> Vec<String> {
    let schemes = &document["components"]["securitySchemes"];
    let alternatives: Vec<&String> = match document["security"].as_array() {
        Some(all) => all.iter().filter_map(|one| one.as_object()?.keys().next()).collect(),
        // What operations ask for, one way or the other.
        None => schemes.as_object().into_iter().flat_map(|all| all.keys()).collect(),
    };
    let mut credentials: Vec<String> = Vec::new();
    for name in alternatives {
        if let Some(credential) = credential(&schemes[name.as_str()])
            && !credentials.contains(&credential)
        {
            credentials.push(credential);
        }
    }
    if credentials.is_empty() {
        credentials.push("none()".to_owned());
    }
    credentials
}

/// The credential of one scheme; the warnings of `check_security` are about the schemes that have none.
fn credential(scheme: &serde_json::Value) -> Option<String> {
    let text = |key: &str| scheme[key].as_str().unwrap_or_default();
    let name = text("name").replace(['"', '\\'], "");
    Some(
        match (text("type"), text("in"), text("scheme").to_ascii_lowercase().as_str()) {
            ("apiKey", ..) if name.is_empty() => return None,
            ("apiKey", "query", _) => format!("key_in_query(\"{name}\", \"the key\")"),
            ("apiKey", "cookie", _) => format!("key_in_header(\"cookie\", \"{name}=the key\")"),
            ("apiKey", "header", _) if name == "api-key" => "api_key(\"the key\")".to_owned(),
            ("apiKey", "header", _) => format!("key_in_header(\"{name}\", \"the key\")"),
            ("http", _, "basic") => "basic(\"the user\", \"the password\")".to_owned(),
            ("http", _, "bearer") | ("oauth2" | "openIdConnect", ..) => "bearer(\"the token\")".to_owned(),
            _ => return None,
        },
    )
}

/// What else the service takes.
fn other_credentials(others: &[String]) -> String {
    match others {
        [] => String::new(),
        others => {
            let others: Vec<String> = others.iter().map(|other| format!("`Credential::{other}`")).collect();
            format!(
                "//! In place of that credential the service takes {}.\n//!\n",
                others.join(" or ")
            )
        }
    }
}

/// What the streams need to know of the types of their events.
fn stream_chunks(output: &Output) -> String {
    // Each event with the features of its operations.
    let mut events: BTreeMap<&str, BTreeSet<Option<&str>>> = BTreeMap::new();
    for row in &output.operations {
        if let Some(stream) = &row.streaming {
            events.entry(&stream.event).or_default().insert(row.feature.as_deref());
        }
    }
    let implementation = |(event, features): (_, BTreeSet<Option<&str>>)| {
        let features: Option<Vec<String>> = features
            .into_iter()
            .map(|name| Some(format!("feature = \"{}\"", name?)))
            .collect();
        let condition = features.map_or_else(String::new, |all| format!("#[cfg(any({}))]\n", all.join(", ")));
        format!(
            "\n/// The end of the body ends the stream, with or without `[DONE]`.\n{condition}impl azure_openai_core::StreamChunk for {event} {{\n    const ENDS_WITH_BODY: bool = true;\n}}\n"
        )
    };
    events.into_iter().map(implementation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_shows_the_credential_and_server_of_the_document() {
        let document = |scheme: serde_json::Value| {
            serde_json::json!({
                "servers": [{ "url": "https://api.example.com/v1" }],
                "components": { "securitySchemes": { "s": scheme } },
            })
        };
        for (scheme, expected) in [
            (
                serde_json::json!({ "type": "apiKey", "in": "header", "name": "X-Key" }),
                r#"key_in_header("X-Key", "the key")"#,
            ),
            (
                serde_json::json!({ "type": "apiKey", "in": "header", "name": "api-key" }),
                r#"api_key("the key")"#,
            ),
            (
                serde_json::json!({ "type": "apiKey", "in": "query", "name": "k" }),
                r#"key_in_query("k", "the key")"#,
            ),
            (
                serde_json::json!({ "type": "apiKey", "in": "cookie", "name": "sid" }),
                r#"key_in_header("cookie", "sid=the key")"#,
            ),
            (
                serde_json::json!({ "type": "http", "scheme": "Basic" }),
                r#"basic("the user", "the password")"#,
            ),
            (
                serde_json::json!({ "type": "http", "scheme": "bearer" }),
                r#"bearer("the token")"#,
            ),
            (serde_json::json!({ "type": "oauth2" }), r#"bearer("the token")"#),
            (serde_json::json!({ "type": "openIdConnect" }), r#"bearer("the token")"#),
            (serde_json::json!({ "type": "http", "scheme": "digest" }), "none()"),
            (serde_json::json!({ "type": "mutualTLS" }), "none()"),
        ] {
            let document = document(scheme);
            assert_eq!(credentials(&document), [expected]);
            assert_eq!(endpoint(&document), r#""https://api.example.com/v1""#);
        }
        assert_eq!(credentials(&serde_json::json!({})), ["none()"]);
        let mut several = document(serde_json::json!({ "type": "http", "scheme": "digest" }));
        several["components"]["securitySchemes"]["k"] =
            serde_json::json!({ "type": "apiKey", "in": "query", "name": "k" });
        several["components"]["securitySchemes"]["o"] = serde_json::json!({ "type": "oauth2" });
        several["security"] = serde_json::json!([{ "s": [] }, { "o": [] }, {}, { "k": [] }]);
        let both = [r#"bearer("the token")"#, r#"key_in_query("k", "the key")"#];
        assert_eq!(credentials(&several), both);
        assert_eq!(
            other_credentials(&both.map(str::to_owned)[1..]),
            "//! In place of that credential the service takes `Credential::key_in_query(\"k\", \"the key\")`.\n//!\n"
        );
        assert_eq!(
            endpoint(&serde_json::json!({ "servers": [{ "url": "/v1" }] })),
            r#""https://example.com""#
        );
    }
}
