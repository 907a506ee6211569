//! Generating clients, which only this project does.

mod copies;

use std::path::Path;

use codegen::{Request, Source, generate, normalize, overlaid};

use crate::jobs::{Documents, Stage};
use crate::task::Failure;

/// A document with its overlays, in memory.
struct Text {
    document: String,
    overlays: Vec<String>,
}

/// Documents to be generated from, so many times.
pub(crate) struct Generation {
    texts: Vec<Text>,
    times: usize,
    stage: Stage,
}

impl Generation {
    pub(crate) fn new(documents: Documents, stage: Stage, units: usize) -> Result<Self, Failure> {
        let (texts, times) = match documents {
            Documents::Own => (vec![own("inference", "openapi.yaml")?, authoring()?], units),
            Documents::Copies => (vec![copies(&authoring()?, units)?], 1),
            Documents::Outside(variable) => {
                let path = std::env::var_os(variable).ok_or_else(|| format!("{variable} is not set"))?;
                let document = read(Path::new(&path))?;
                (
                    vec![Text {
                        document,
                        overlays: Vec::new(),
                    }],
                    units,
                )
            }
        };
        Ok(Self { texts, times, stage })
    }

    /// Returns how much was read or made.
    pub(crate) fn run(&self) -> Result<usize, Failure> {
        let mut made = 0;
        for text in (0..self.times).flat_map(|_| &self.texts) {
            let (document, overlays) = text.sources();
            made += match self.stage {
                Stage::Read => overlaid(document, &overlays)?
                    .root
                    .as_object()
                    .map_or(0, |root| root.len()),
                Stage::Normalize => normalize(document, &overlays)?.changes.len(),
                Stage::Whole => generate(&Request {
                    document,
                    overlays: &overlays,
                    command: "cargo xtask bench",
                })?
                .files
                .len(),
            };
        }
        Ok(made)
    }
}

impl Text {
    fn sources(&self) -> (Source<'_>, Vec<Source<'_>>) {
        let source = |name, text| Source { name, text };
        let overlays = self.overlays.iter().map(|text| source("overlay", text)).collect();
        (source("document", &self.document), overlays)
    }
}

fn authoring() -> Result<Text, Failure> {
    own("authoring", "swagger.yaml")
}

/// Reads a document of the workspace, with its overlays in the order in which `cargo xtask codegen` applies them.
fn own(client: &str, document: &str) -> Result<Text, Failure> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs").join(client);
    let mut overlays = vec![directory.join("overlay.yaml")];
    if let Ok(newer) = std::fs::read_dir(directory.join("newer")) {
        let mut newer = newer
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>, Failure>>()?;
        newer.sort();
        overlays.extend(newer);
    }
    Ok(Text {
        document: read(&directory.join(document))?,
        overlays: overlays.iter().map(|path| read(path)).collect::<Result<_, _>>()?,
    })
}

/// The document after its overlays, with all that is in it so many times.
fn copies(text: &Text, times: usize) -> Result<Text, Failure> {
    let (document, overlays) = text.sources();
    let document = overlaid(document, &overlays)?;
    Ok(Text {
        document: copies::repeat(&document.root, times).to_string(),
        overlays: Vec::new(),
    })
}

fn read(path: &Path) -> Result<String, Failure> {
    Ok(std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?)
}
