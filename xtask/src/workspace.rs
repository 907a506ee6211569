//! Paths and documents of the workspace.

use std::path::{Path, PathBuf};

use codegen::{Output, Request, Source};

use crate::failure::Failure;

/// The command that generates the clients, for file headers and messages.
pub(crate) const COMMAND: &str = "cargo xtask codegen";

/// A generated client of the workspace. All paths are relative to the workspace.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) name: &'static str,
    document: &'static str,
    /// Applied in order.
    overlays: &'static [&'static str],
    pub(crate) normalized: &'static str,
    /// The document after its overlays, which the emulator validates requests and responses with.
    pub(crate) overlaid: &'static str,
    pub(crate) generated: &'static str,
}

pub(crate) const CLIENTS: [Client; 2] = [
    Client {
        name: "inference",
        document: "specs/inference/openapi.yaml",
        overlays: &[
            "specs/inference/overlay.yaml",
            "specs/inference/newer/chat-requests.yaml",
            "specs/inference/newer/chat-responses.yaml",
            "specs/inference/newer/media.yaml",
        ],
        normalized: "specs/inference/normalized.json",
        overlaid: "crates/emulator/src/spec/overlaid/inference.json",
        generated: "crates/inference/src/generated",
    },
    Client {
        name: "authoring",
        document: "specs/authoring/swagger.yaml",
        overlays: &["specs/authoring/overlay.yaml"],
        normalized: "specs/authoring/normalized.json",
        overlaid: "crates/emulator/src/spec/overlaid/authoring.json",
        generated: "crates/authoring/src/generated",
    },
];

/// The workspace's root directory.
#[derive(Debug)]
pub(crate) struct Workspace {
    pub(crate) root: PathBuf,
}

impl Workspace {
    /// Returns the workspace that this program was built in.
    pub(crate) fn here() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self {
            root: package.parent().unwrap_or(package).to_owned(),
        }
    }

    /// Generates a client; writes nothing.
    pub(crate) fn generate(&self, client: &Client) -> Result<Output, Failure> {
        self.with_sources(client, |document, overlays| generate(document, overlays, COMMAND))
    }

    /// Returns a client's document after its overlays, as OpenAPI.
    pub(crate) fn overlaid(&self, client: &Client) -> Result<String, Failure> {
        let document = self.with_sources(client, |document, overlays| Ok(codegen::overlaid(document, overlays)?))?;
        Ok(format!("{:#}\n", document.root))
    }

    /// Reads a client's document and overlays.
    fn with_sources<T>(
        &self,
        client: &Client,
        work: impl FnOnce(Source<'_>, &[Source<'_>]) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let document = read(&self.root.join(client.document))?;
        let texts = client.overlays.iter().map(|path| read(&self.root.join(path)));
        let texts = texts.collect::<Result<Vec<_>, _>>()?;
        let overlays = client.overlays.iter().zip(&texts);
        let overlays: Vec<_> = overlays.map(|(name, text)| Source { name, text }).collect();
        let name = client.document;
        work(Source { name, text: &document }, &overlays)
    }

    /// Generates both clients.
    pub(crate) fn generate_all(&self) -> Result<Vec<(&'static Client, Output)>, Failure> {
        CLIENTS
            .iter()
            .map(|client| Ok((client, self.generate(client)?)))
            .collect()
    }
}

/// Generates a client and prints the warnings; writes nothing.
pub(crate) fn generate(document: Source<'_>, overlays: &[Source<'_>], command: &str) -> Result<Output, Failure> {
    let output = codegen::generate(&Request {
        document,
        overlays,
        command,
    })?;
    for warning in &output.warnings {
        eprintln!("{warning}");
    }
    Ok(output)
}

/// Reads a text file.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))
}

/// Checks that every pass changes at least one of the documents: unused passes are removed.
pub(crate) fn refuse_idle_passes(outputs: &[(&Client, Output)]) -> Result<(), Failure> {
    let changes: Vec<_> = outputs.iter().map(|(_, output)| output.changes.as_slice()).collect();
    let idle = idle_passes(&changes);
    if idle.is_empty() {
        return Ok(());
    }
    Err(Failure::Other(format!(
        "these passes change nothing in any of the workspace's documents; drop them: {}",
        idle.join(", ")
    )))
}

/// Checks that the workspace's own documents cause no warnings: what is lenient for other documents is corrected in the
/// overlay for these.
pub(crate) fn refuse_warnings(outputs: &[(&Client, Output)]) -> Result<(), Failure> {
    let count: usize = outputs.iter().map(|(_, output)| output.warnings.len()).sum();
    if count == 0 {
        return Ok(());
    }
    Err(Failure::Other(format!(
        "{count} warnings about the workspace's own documents: mend them in the overlays"
    )))
}

/// Lists the passes that changed no document.
fn idle_passes(changes: &[&[(&'static str, usize)]]) -> Vec<&'static str> {
    let names = changes
        .first()
        .into_iter()
        .flat_map(|first| first.iter().map(|(name, _)| *name));
    names
        .filter(|name| {
            changes
                .iter()
                .all(|document| document.iter().all(|(other, count)| other != name || *count == 0))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_pass_is_found() {
        let first = [("a", 1), ("b", 0), ("c", 0)];
        let second = [("a", 0), ("b", 2), ("c", 0)];
        assert_eq!(idle_passes(&[&first, &second]), ["c"]);
    }

    #[test]
    fn a_warning_of_any_pass_about_own_documents_is_refused() {
        let plain = "responses: {200: {description: d}}";
        let content = |schema: &str| format!("content: {{application/json: {{schema: {schema}}}}}");
        let schema = |schema: &str| format!("responses: {{200: {{description: d, {}}}}}", content(schema));
        let mapping = "{properties: {k: {type: string}}, discriminator: {propertyName: k, mapping: {a: None}}}";
        for (pass, operation) in [
            ("", plain.to_owned()),
            ("read", format!("{plain}, {plain}")),
            ("mixed_versions", format!("consumes: [text/plain], {plain}")),
            ("check_types", schema("{type: strng}")),
            ("check_references", schema(mapping)),
            ("check_operations", format!("callbacks: {{}}, {plain}")),
            ("check_security", format!("security: {{}}, {plain}")),
            (
                "lower_openapi31",
                schema("{type: object, not: {}, dependentRequired: {a: [b]}}"),
            ),
            (
                "tagged_unions",
                schema("{oneOf: [{type: string}], discriminator: {propertyName: k}}"),
            ),
            ("merge_all_of", schema("{allOf: [{type: string}, {type: object}]}")),
            ("bodies", format!("requestBody: {{content: {{}}}}, {plain}")),
            (
                "parameters",
                format!("parameters: [{{name: q, in: query, style: odd, schema: {{type: string}}}}], {plain}"),
            ),
            ("responses", "responses: {400: {description: d}}".to_owned()),
        ] {
            let text = format!(
                "openapi: 3.0.3\ninfo: {{title: t, version: '1'}}\npaths: {{/a: {{post: {{operationId: a, {operation}}}}}}}\n"
            );
            let source = Source { name: "t", text: &text };
            let output = generate(source, &[], COMMAND).unwrap();
            let passes: Vec<&str> = output.warnings.iter().map(|warning| warning.pass).collect();
            assert_eq!(passes.contains(&pass), !pass.is_empty(), "{text}{passes:?}");
            let refused = refuse_warnings(&[(&CLIENTS[0], output)]);
            assert_eq!(refused.is_err(), !pass.is_empty(), "{pass}");
        }
    }
}
