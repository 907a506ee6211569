//! `cargo xtask codegen --document …`: a stand-alone crate from any document.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use codegen::{Output, Source};

use super::freshness;
use crate::args::StandAlone;
use crate::failure::Failure;
use crate::tree::Tree;
use crate::workspace::{Workspace, generate, read};

/// How a generated `Cargo.toml` begins, by which an earlier output is recognized.
const MARK: &str = "# Made by `cargo xtask codegen --document`";

/// How it ends: the crate is not a member of any workspace around it.
pub(super) const ALONE: &str = "# No member of any workspace around it.\n[workspace]\n";

pub(crate) fn run(workspace: &Workspace, request: &StandAlone, check: bool) -> Result<(), Failure> {
    let overlay = match &request.overlay {
        Some(path) => Some((name(path), read(path)?)),
        None => None,
    };
    let overlay = overlay.as_ref().map(|(name, text)| Source { name, text });
    let document = read(&request.document)?;
    let output = generate(
        Source {
            name: &name(&request.document),
            text: &document,
        },
        overlay.as_slice(),
        "cargo xtask codegen --document",
    )?;
    let tree = tree(workspace, request, output)?;
    if check {
        return freshness::check(&tree, &command(request));
    }
    may_write_to(&request.out)?;
    freshness::write(&tree)
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

/// Returns the command line of the request.
fn command(request: &StandAlone) -> String {
    let mut command = format!("cargo xtask codegen --document {}", request.document.display());
    if let Some(overlay) = &request.overlay {
        command.push_str(&format!(" --overlay {}", overlay.display()));
    }
    format!("{command} --name {} --out {}", request.name, request.out.display())
}

/// Checks that no files of others would be lost.
fn may_write_to(out: &Path) -> Result<(), Failure> {
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap_or_default();
    if manifest.starts_with(MARK) || !holds_a_file(out)? {
        return Ok(());
    }
    Err(Failure::Other(format!(
        "{} is neither empty nor made by this command; nothing is written to it",
        out.display()
    )))
}

fn holds_a_file(directory: &Path) -> Result<bool, Failure> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(Failure::io("list", directory, &e)),
    };
    for entry in entries {
        let entry = entry.map_err(|e| Failure::io("list", directory, &e))?;
        let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_directory || holds_a_file(&entry.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The files of the crate.
pub(super) fn tree(workspace: &Workspace, request: &StandAlone, output: Output) -> Result<Tree, Failure> {
    let mut files = BTreeMap::new();
    files.insert("Cargo.toml".to_owned(), manifest(workspace, request, &output)?);
    files.insert("src/lib.rs".to_owned(), root_module(request, &output));
    files.insert("normalized.json".to_owned(), output.normalized);
    for (path, text) in output.files {
        files.insert(format!("src/generated/{path}"), text);
    }
    Ok(Tree {
        root: request.out.clone(),
        directories: vec!["src/generated".to_owned()],
        files,
    })
}

fn manifest(workspace: &Workspace, request: &StandAlone, output: &Output) -> Result<String, Failure> {
    let core = relative(&request.out, &workspace.root.join("crates/core"))?;
    // A JSON string is a valid TOML string.
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    Ok(format!(
        "{MARK}.\n\
         \n\
         [package]\n\
         name = {name}\n\
         version = \"0.1.0\"\n\
         edition = \"2024\"\n\
         rust-version = {rust_version}\n\
         description = {description}\n\
         publish = false\n\
         \n\
         {features}[dependencies]\n\
         azure-openai-core = {{ version = {version}, path = {core} }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n\
         serde_json = \"1\"\n\
         \n\
         {ALONE}",
        name = quoted(&request.name),
        rust_version = quoted(env!("CARGO_PKG_RUST_VERSION")),
        description = quoted(&format!(
            "Typed client made from {}.",
            request.document.file_name().unwrap_or_default().to_string_lossy()
        )),
        features = features(output.operations.iter().filter_map(|row| row.feature.as_deref())),
        version = quoted(env!("CARGO_PKG_VERSION")),
        core = quoted(&core),
    ))
}

/// The section of the features that modules are behind, all on by default.
fn features<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted: BTreeSet<String> = names.map(|name| format!("\"{name}\"")).collect();
    if quoted.is_empty() {
        return String::new();
    }
    let quoted = Vec::from_iter(quoted);
    let lines: String = quoted.iter().map(|name| format!("{name} = []\n")).collect();
    format!("[features]\ndefault = [{}]\n{lines}\n", quoted.join(", "))
}

/// Returns the relative path from a directory, which need not exist yet, to another; with `/` on every system.
fn relative(from: &Path, to: &Path) -> Result<String, Failure> {
    let (from, to) = (real(from)?, real(to)?);
    let same = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    if same == 0 {
        // No relative path leads to another drive.
        return Ok(to.display().to_string());
    }
    let up = from.components().skip(same).map(|_| "..".to_owned());
    let down = to
        .components()
        .skip(same)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    Ok(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// Resolves links and `..` as far as the path exists.
fn real(path: &Path) -> Result<PathBuf, Failure> {
    let whole = std::path::absolute(path).map_err(|error| Failure::io("find", path, &error))?;
    for there in whole.ancestors() {
        if let (Ok(real), Ok(rest)) = (there.canonicalize(), whole.strip_prefix(there)) {
            let mut real = real;
            for part in rest.components() {
                match part {
                    Component::ParentDir => drop(real.pop()),
                    other => real.push(other),
                }
            }
            return Ok(real);
        }
    }
    Ok(whole)
}

/// Returns the crate's root module: its documentation and how to create a client.
fn root_module(request: &StandAlone, output: &Output) -> String {
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

    #[test]
    fn features_of_modules_are_on_by_default() {
        let expected = "[features]\ndefault = [\"a-b\", \"c.d\"]\n\"a-b\" = []\n\"c.d\" = []\n\n";
        assert_eq!(features(["c.d", "a-b", "c.d"].into_iter()), expected);
        assert_eq!(features([].into_iter()), "");
    }

    #[test]
    fn relative_path_between_directories() {
        let directory = tempfile::tempdir().unwrap();
        let (a, b) = (directory.path().join("a"), directory.path().join("b/c"));
        fs::create_dir_all(&b).unwrap();
        assert_eq!(relative(&a.join("x/../y"), &b).unwrap(), "../../b/c");
        assert_eq!(relative(&a, &b).unwrap(), "../b/c");
        assert_eq!(relative(&b, &b.join("d")).unwrap(), "d");
    }

    #[test]
    fn only_empty_and_generated_directories_are_written() {
        let directory = tempfile::tempdir().unwrap();
        let out = directory.path().join("out");
        assert!(may_write_to(&out).is_ok());
        fs::create_dir_all(out.join("src")).unwrap();
        assert!(may_write_to(&out).is_ok());
        fs::write(out.join("Cargo.toml"), "[package]\n").unwrap();
        assert!(
            may_write_to(&out)
                .unwrap_err()
                .to_string()
                .contains("neither empty nor made by")
        );
        fs::write(out.join("Cargo.toml"), format!("{MARK}.\n")).unwrap();
        assert!(may_write_to(&out).is_ok());
        assert!(may_write_to(&out.join("Cargo.toml")).is_err());
    }
}
