//! From document to files: the passes in order.

use std::collections::BTreeMap;

use crate::document::{Document, Pass, Source};
use crate::finish::{OperationRow, finish};
use crate::model::AnyValue;
use crate::overlay::Overlay;
use crate::passes::*;
use crate::{Diagnostic, Error, closed_world::closed_world, emit::emit, layout, model::model};

/// The passes over the document, in order. The checks mend what later passes could not make sense of, with warnings, and
/// refuse broken references; they come first, as long as pointers lead into the document as it was given.
pub const PASSES: [(&str, Pass); 29] = [
    ("mixed_versions", mixed_versions),
    ("check_types", check_types),
    ("check_references", check_references),
    ("check_operations", check_operations),
    ("check_security", check_security),
    ("inner_schemas", inner_schemas),
    ("inline_parts", inline_parts),
    ("lift_swagger2", lift_swagger2),
    ("lower_openapi31", lower_openapi31),
    ("since", since),
    ("servers", servers),
    ("drop_annotations", drop_annotations),
    ("client_parameters", client_parameters),
    ("schema_names", schema_names),
    ("tagged_unions", tagged_unions),
    ("merge_all_of", merge_all_of),
    ("inline_aliases", inline_aliases),
    ("limits", limits),
    ("constants", constants),
    ("enums", enums),
    ("formats", formats),
    ("streaming", streaming),
    ("name_inline", name_inline),
    ("bodies", bodies),
    ("parameters", parameters),
    ("responses", responses),
    ("relax_responses", relax_responses),
    ("prune", prune),
    ("docs", docs),
];

/// Passes for shapes that neither of the workspace's documents has: they serve `--document` alone, so that they
/// change nothing in the workspace is not their fault.
pub(crate) const FOR_OTHERS: [&str; 9] = [
    "mixed_versions",
    "check_types",
    "check_references",
    "check_operations",
    "check_security",
    "inner_schemas",
    "inline_aliases",
    "parameters",
    "servers",
];

/// What is to be generated.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The document.
    pub document: Source<'a>,
    /// The facts about the service that the document lacks, applied in order.
    pub overlays: &'a [Source<'a>],
    /// The command that makes the files, for their headers.
    pub command: &'a str,
}

/// What is made of it.
#[derive(Debug)]
pub struct Output {
    /// The normalized document: OpenAPI 3.0.3 as JSON.
    pub normalized: String,
    /// The files of the `generated` directory, by their path in it.
    pub files: BTreeMap<String, String>,
    /// A line an operation.
    pub operations: Vec<OperationRow>,
    /// How many places each pass changed, but for those that serve other documents alone.
    pub changes: Vec<(&'static str, usize)>,
    /// What could not be expressed, or had to be guessed.
    pub warnings: Vec<Diagnostic>,
    /// Every place of the normalized document that is any JSON value in Rust, too.
    pub any_values: Vec<AnyValue>,
}

/// A document after the passes.
#[derive(Debug)]
pub struct Normalized {
    /// The document.
    pub document: Document,
    /// How many places each pass changed, but for those that serve other documents alone.
    pub changes: Vec<(&'static str, usize)>,
}

/// Reads a document, applies the overlays and the passes up to the one that makes OpenAPI of Swagger 2.0: what the
/// service speaks.
///
/// # Errors
/// When the document or an overlay is broken.
pub fn overlaid(document: Source<'_>, overlays: &[Source<'_>]) -> Result<Document, Error> {
    let mut document = read(document, overlays)?;
    let lift = PASSES.iter().position(|(name, _)| *name == "lift_swagger2");
    for (name, pass) in PASSES.into_iter().take(lift.map_or(0, |lift| lift + 1)) {
        document.run(name, pass)?;
    }
    Ok(document)
}

fn read(document: Source<'_>, overlays: &[Source<'_>]) -> Result<Document, Error> {
    let mut document = Document::read(document)?;
    for overlay in overlays {
        Overlay::read(*overlay)?.apply(&mut document)?;
    }
    Ok(document)
}

/// Reads a document, applies the overlays and the passes.
///
/// # Errors
/// When the document or an overlay is broken, or cannot be expressed.
pub fn normalize(document: Source<'_>, overlays: &[Source<'_>]) -> Result<Normalized, Error> {
    let mut document = read(document, overlays)?;
    let mut changes = Vec::new();
    for (name, pass) in PASSES {
        let count = document.run(name, pass)?;
        if !FOR_OTHERS.contains(&name) {
            changes.push((name, count));
        }
    }
    Ok(Normalized { document, changes })
}

/// Generates a client.
///
/// # Errors
/// When the document or an overlay is broken, or cannot be expressed.
pub fn generate(request: &Request<'_>) -> Result<Output, Error> {
    let Normalized { mut document, changes } = normalize(request.document, request.overlays)?;
    let model = model(&mut document);
    let methods = emit(&mut document, &model)?;
    let mut tree = finish(&model, methods, &mut document);
    closed_world(&tree, &model, &mut document.findings)?;
    let operations = std::mem::take(&mut tree.rows);
    let files = layout::files(tree, &document, request.command);
    let mut normalized = format!("{:#}", document.root);
    normalized.push('\n');
    Ok(Output {
        normalized,
        files,
        operations,
        changes,
        warnings: document.findings.all().to_vec(),
        any_values: model.any_values,
    })
}
