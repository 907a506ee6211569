//! What is wrong with a document, and where.

use std::fmt;

/// How grave a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The run goes on; something in the document is not expressed, or had to be guessed.
    Warning,
    /// The run ends; nothing is written.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One finding about one place of a document.
///
/// Displayed as `error: specs/x.yaml#/paths/~1files/get: [check_operations] message`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Whether the run can go on.
    pub severity: Severity,
    /// The document, by the name its [`Source`](crate::Source) was given.
    pub file: String,
    /// JSON pointer (RFC 6901) to the place; empty for the whole document.
    pub pointer: String,
    /// The step that found it, for example `check_references`.
    pub pass: &'static str,
    /// What is wrong and, where it helps, what to do about it. One line.
    pub message: String,
}

impl Diagnostic {
    /// A finding that ends the run.
    pub fn error(
        file: impl Into<String>,
        pointer: impl Into<String>,
        pass: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            pointer: pointer.into(),
            pass,
            message: message.into(),
        }
    }

    /// A finding that the run survives.
    pub fn warning(
        file: impl Into<String>,
        pointer: impl Into<String>,
        pass: &'static str,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(file, pointer, pass, message)
        }
    }
}

/// What the steps find in one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The document's name in messages.
    pub file: String,
    /// The step that is at work.
    pub step: &'static str,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// None yet, of a document of that name.
    pub fn of(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            ..Self::default()
        }
    }

    /// Notes something that is not expressed, or had to be guessed.
    pub fn warn(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.found
            .push(Diagnostic::warning(&self.file, pointer, self.step, message));
    }

    /// Notes something that ends the run.
    pub fn error(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.found
            .push(Diagnostic::error(&self.file, pointer, self.step, message));
    }

    /// What was noted, in that order.
    pub fn all(&self) -> &[Diagnostic] {
        &self.found
    }

    /// Ends the run where an error was noted.
    ///
    /// # Errors
    /// All errors that were noted.
    pub fn check(&self) -> Result<(), Error> {
        let errors = self.found.iter().filter(|found| found.severity == Severity::Error);
        Error::unless_empty(errors.cloned().collect())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            severity,
            file,
            pointer,
            pass,
            message,
        } = self;
        write!(f, "{severity}: {file}")?;
        if !pointer.is_empty() {
            write!(f, "#{pointer}")?;
        }
        write!(f, ": [{pass}] {message}")
    }
}

/// Why a document could not be turned into a client: one or more [`Diagnostic`]s, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Vec<Diagnostic>);

impl Error {
    /// The findings, in the order in which they were made; at least one.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.0
    }

    /// `Ok` where nothing was found, otherwise all findings as one error.
    ///
    /// # Errors
    /// When `found` is not empty.
    pub fn unless_empty(found: Vec<Diagnostic>) -> Result<(), Self> {
        if found.is_empty() { Ok(()) } else { Err(Self(found)) }
    }
}

impl From<Diagnostic> for Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_file_pointer_pass_and_message() {
        let place = Diagnostic::error("a.yaml", "/paths/~1x/get", "check_operations", "no id");
        let whole = Diagnostic::warning("a.yaml", "", "read", "odd");
        let error = Error::unless_empty(vec![place, whole]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "error: a.yaml#/paths/~1x/get: [check_operations] no id\nwarning: a.yaml: [read] odd"
        );
        assert_eq!(Error::unless_empty(Vec::new()), Ok(()));
    }
}
