//! Reading a document: YAML or JSON, Swagger 2.0 or OpenAPI 3.0 or 3.1.

mod json;
mod parsed;
mod yaml;

use std::fmt;

use serde_json::Value;

use crate::error::{Diagnostic, Error, Findings};

pub(crate) use parsed::{Oddity, Parsed};

/// A text, and the name that messages give it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Shown in messages, usually the file's path.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// Which description language a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// `swagger: "2.0"`.
    Swagger20,
    /// `openapi: 3.0.*`: the form that the later stages work on.
    OpenApi30,
    /// `openapi: 3.1.*`.
    OpenApi31,
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Swagger20 => "Swagger 2.0",
            Self::OpenApi30 => "OpenAPI 3.0",
            Self::OpenApi31 => "OpenAPI 3.1",
        })
    }
}

/// A document on its way through the passes.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What `root` is written in now; lifting and lowering change it.
    pub dialect: Dialect,
    /// The document itself: always an object, keys in the order of the text.
    pub root: Value,
    /// What the steps found.
    pub findings: Findings,
}

/// A step over a document: returns the number of places that it changed. What it finds wrong it notes.
pub type Pass = fn(&mut Document) -> usize;

impl Document {
    /// A document of that name.
    pub fn new(name: &str, dialect: Dialect, root: Value) -> Self {
        Self {
            dialect,
            root,
            findings: Findings::of(name),
        }
    }

    /// Reads a document and recognizes its dialect. A key given twice, a merge key and tabs in YAML are warnings.
    ///
    /// # Errors
    /// Broken syntax (with line and column), nesting deeper than 100, a text that is not an API description, or an
    /// unsupported version of one.
    pub fn read(source: Source<'_>) -> Result<Self, Error> {
        let Parsed { value: root, oddities } = parse(source)?;
        let mut document = Self::new(source.name, dialect(source.name, &root)?, root);
        document.findings.step = "read";
        oddities
            .into_iter()
            .for_each(|oddity| document.warn(oddity.pointer, oddity.message));
        Ok(document)
    }

    /// Runs a pass under its name.
    ///
    /// # Errors
    /// What the pass noted as an error; the document is then in an unspecified state.
    pub fn run(&mut self, name: &'static str, pass: Pass) -> Result<usize, Error> {
        self.findings.step = name;
        let changes = pass(self);
        self.findings.check()?;
        Ok(changes)
    }

    /// Notes a warning about a place of this document.
    pub fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.findings.warn(pointer, message);
    }
}

/// YAML or JSON text as a value, distinguished by content.
pub(crate) fn parse(source: Source<'_>) -> Result<Parsed, Error> {
    let unmarked = source.text.strip_prefix('\u{feff}');
    let text = unmarked.unwrap_or(source.text);
    let looks_like_json = text.trim_start().starts_with(['{', '[']);
    let parsed = if looks_like_json {
        // A YAML flow mapping begins as JSON does, so JSON's complaint counts only where YAML has one too.
        json::parse(text).or_else(|complaint| yaml::parse(text).map_err(|_| complaint))
    } else {
        yaml::parse(text).or_else(|complaint| mended(text).ok_or(complaint))
    };
    let mut parsed = parsed.map_err(|message| Diagnostic::error(source.name, "", "read", message))?;
    if unmarked.is_some() {
        parsed.oddities.push(Oddity {
            pointer: String::new(),
            message: "the text begins with a byte order mark; it is left out".to_owned(),
        });
    }
    Ok(parsed)
}

/// Reads what YAML refuses and other readers take: tabs in place of spaces, and a bracket that closes to the left of the
/// block around it.
fn mended(text: &str) -> Option<Parsed> {
    let closes = |line: &str| line.trim_start().starts_with(['}', ']']);
    let spaced = text.replace('\t', "  ");
    let mut oddities = Vec::new();
    let mut note = |message: String| {
        oddities.push(Oddity {
            pointer: String::new(),
            message,
        });
    };
    if let Some(line) = text.lines().position(|line| line.contains('\t')) {
        note(format!("YAML: a tab at line {}; each is read as two spaces", line + 1));
    }
    let read = match yaml::parse(&spaced) {
        Ok(parsed) => Some(parsed),
        Err(_) => {
            let line = text.lines().position(closes)?;
            note(format!(
                "YAML: the bracket at line {} closes to the left of its block; such are read as within it",
                line + 1
            ));
            let inner = |line: &str| format!("{:80}{line}\n", "");
            let lines = spaced
                .lines()
                .map(|line| if closes(line) { inner(line) } else { format!("{line}\n") });
            yaml::parse(&lines.collect::<String>()).ok()
        }
    };
    read.map(|mut parsed| {
        oddities.append(&mut parsed.oddities);
        parsed.oddities = oddities;
        parsed
    })
}

fn dialect(name: &str, root: &Value) -> Result<Dialect, Error> {
    let fail = |pointer: &str, message: String| -> Error { Diagnostic::error(name, pointer, "read", message).into() };
    if !root.is_object() {
        return Err(fail(
            "",
            "not an API description: the document is not a mapping".to_owned(),
        ));
    }
    match (root.get("swagger"), root.get("openapi")) {
        (Some(_), Some(_)) => Err(fail(
            "",
            "has both `swagger` and `openapi`; give one of them".to_owned(),
        )),
        (None, None) => Err(fail(
            "",
            "not an API description: neither `swagger` nor `openapi` says its version".to_owned(),
        )),
        // Without quotes YAML reads 2.0, 3.0 and 3.1 as numbers.
        (Some(version), None) if version == "2.0" || version.as_f64() == Some(2.0) => Ok(Dialect::Swagger20),
        (Some(version), None) => Err(fail("/swagger", unsupported(version))),
        (None, Some(version)) => {
            let number = version.as_f64().map(|number| format!("{number:?}"));
            match number.as_deref().or(version.as_str()) {
                Some(v) if v == "3.0" || v.starts_with("3.0.") => Ok(Dialect::OpenApi30),
                Some(v) if v == "3.1" || v.starts_with("3.1.") => Ok(Dialect::OpenApi31),
                _ => Err(fail("/openapi", unsupported(version))),
            }
        }
    }
}

fn unsupported(version: &Value) -> String {
    format!("version {version} is not supported: Swagger \"2.0\", OpenAPI \"3.0.x\" and \"3.1.x\" are")
}

#[cfg(test)]
mod tests;
