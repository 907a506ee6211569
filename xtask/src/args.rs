//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;

use crate::failure::Failure;

pub(crate) const HELP: &str = "\
The workspace's own commands.

cargo xtask codegen
    Makes both clients again from their documents in specs/: crates/*/src/generated/ and specs/*/normalised.json,
    and crates/emulator/src/spec/overlaid/, which the emulator checks against.
    Writes all files or none, and says which of them changed.

cargo xtask codegen --check
    Writes nothing. Names every file that is missing, changed or extra, and shows the difference. Exit code 1 if any.

cargo xtask codegen --document FILE [--overlay FILE] --name NAME --out DIR [--check]
    Makes a crate of its own from another document: Swagger 2.0, OpenAPI 3.0 or 3.1, YAML or JSON.
    DIR must be missing, empty, or what this command made before; files of your own in it are left alone.

cargo xtask documents DIR [--report]
    Generates and compiles a client of every document in DIR and prints a table. Everything is written to
    target/documents, which all of them share. --report lists every place whose type is any JSON value, and why.

cargo xtask operations [--json]
    Lists every operation of both clients.

cargo xtask structure [--files]
    Shows each crate's files, imports and hand-written lines, and what each of its rooms imports. Exit code 1 if imports
    make a circle or run up: between crates, rooms or files. `--files` shows every import.

cargo xtask trace
    Runs the end-to-end tests with every trace printed, and fails if one holds a secret.

cargo xtask bench [--instructions] [--rounds N] [JOB…]
    Measures this client beside reqwest alone, structs typed by hand and async-openai: see crates/bench.

Exit codes: 0 done, 1 failed or not fresh, 2 wrong usage. Messages go to stderr.
";

/// A parsed command line.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    /// Generates both clients of the workspace.
    Clients {
        check: bool,
    },
    StandAlone(StandAlone),
    Operations {
        json: bool,
    },
    /// Every document of a directory.
    Documents {
        directory: PathBuf,
        report: bool,
    },
    Structure {
        files: bool,
    },
    /// The end-to-end tests, traced.
    Trace,
    /// The arguments are the benchmark's own.
    Bench(Vec<OsString>),
}

/// Generates a stand-alone crate.
#[derive(Debug, PartialEq)]
pub(crate) struct StandAlone {
    pub(crate) document: PathBuf,
    pub(crate) overlay: Option<PathBuf>,
    /// The package name.
    pub(crate) name: String,
    pub(crate) out: PathBuf,
    pub(crate) check: bool,
}

/// Parses the arguments, without the program name.
pub(crate) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let mut parser = lexopt::Parser::from_args(args);
    let command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(command)) => command.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "help" => Ok(Command::Help),
        "bench" => Ok(Command::Bench(parser.raw_args()?.collect())),
        "codegen" => codegen(&mut parser),
        "documents" => documents(&mut parser),
        "operations" => Ok(flag(&mut parser, "json")?.map_or(Command::Help, |json| Command::Operations { json })),
        "trace" => match parser.next()? {
            None => Ok(Command::Trace),
            Some(Short('h') | Long("help")) => Ok(Command::Help),
            Some(other) => Err(other.unexpected().into()),
        },
        "structure" => Ok(flag(&mut parser, "files")?.map_or(Command::Help, |files| Command::Structure { files })),
        other => Err(Failure::Usage(format!(
            "unknown command {other:?}: there are bench, codegen, documents, operations, structure and trace"
        ))),
    }
}

fn codegen(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut check, mut document, mut overlay, mut name, mut out) = (false, None, None, None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("check") => check = true,
            Long("document") => document = Some(PathBuf::from(parser.value()?)),
            Long("overlay") => overlay = Some(PathBuf::from(parser.value()?)),
            Long("name") => name = Some(parser.value()?.string()?),
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    match (document, name, out) {
        (Some(document), Some(name), Some(out)) => {
            package_name(&name)?;
            Ok(Command::StandAlone(StandAlone {
                document,
                overlay,
                name,
                out,
                check,
            }))
        }
        (None, None, None) if overlay.is_none() => Ok(Command::Clients { check }),
        _ => Err(Failure::Usage(
            "a crate of its own needs --document, --name and --out".to_owned(),
        )),
    }
}

/// Returns whether the only flag of a command is given; `None` for `--help`.
fn flag(parser: &mut lexopt::Parser, name: &str) -> Result<Option<bool>, Failure> {
    let mut given = false;
    while let Some(arg) = parser.next()? {
        match arg {
            Long(long) if long == name => given = true,
            Short('h') | Long("help") => return Ok(None),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(given))
}

fn documents(parser: &mut lexopt::Parser) -> Result<Command, Failure> {
    let (mut directory, mut report) = (None, false);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("report") => report = true,
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(path) if directory.is_none() => directory = Some(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    match directory {
        Some(directory) => Ok(Command::Documents { directory, report }),
        None => Err(Failure::Usage(
            "documents needs the directory that they are in".to_owned(),
        )),
    }
}

/// Checks a package name; stricter than Cargo.
fn package_name(name: &str) -> Result<(), Failure> {
    let starts = name.starts_with(|c: char| c.is_ascii_lowercase());
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    if starts && name.chars().all(rest) {
        Ok(())
    } else {
        Err(Failure::Usage(format!(
            "--name {name:?}: a package's name begins with a-z and goes on with a-z, 0-9, - and _"
        )))
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|failure| failure.to_string())
    }

    #[test]
    fn arguments_parse() {
        for help in ["", "--help", "-h", "help", "codegen --help", "operations -h"] {
            assert_eq!(parsed(help), Ok(Command::Help), "{help}");
        }
        assert_eq!(parsed("codegen"), Ok(Command::Clients { check: false }));
        assert_eq!(parsed("codegen --check"), Ok(Command::Clients { check: true }));
        assert_eq!(parsed("operations --json"), Ok(Command::Operations { json: true }));
        let directory = PathBuf::from("d");
        assert_eq!(
            parsed("documents d --report"),
            Ok(Command::Documents {
                directory,
                report: true
            })
        );
        assert_eq!(parsed("trace"), Ok(Command::Trace));
        assert_eq!(parsed("structure --files"), Ok(Command::Structure { files: true }));
        assert_eq!(
            parsed("codegen --document a.yaml --name b-c --out=d --overlay e"),
            Ok(Command::StandAlone(StandAlone {
                document: "a.yaml".into(),
                overlay: Some("e".into()),
                name: "b-c".to_owned(),
                out: "d".into(),
                check: false,
            }))
        );
    }

    #[test]
    fn wrong_usage_is_reported() {
        let wrong = [
            ("codegne", "unknown command \"codegne\""),
            ("--json", "--json"),
            ("codegen --json", "--json"),
            ("codegen extra", "extra"),
            ("codegen --check=1", "check"),
            ("codegen --document", "--document"),
            ("codegen --document a --name b", "needs --document, --name and --out"),
            ("codegen --overlay a", "needs --document, --name and --out"),
            ("codegen --document a --name 1b --out c", "begins with a-z"),
            ("codegen --document a --name b/c --out c", "begins with a-z"),
            ("operations --check", "--check"),
            ("trace x", "x"),
            ("documents", "needs the directory"),
            ("documents a b", "b"),
        ];
        for (line, message) in wrong {
            let failure = parse(line.split_whitespace().map(OsString::from)).unwrap_err();
            assert!(matches!(failure, Failure::Usage(_)), "{line}");
            assert!(failure.to_string().contains(message), "{line}: {failure}");
        }
    }
}
