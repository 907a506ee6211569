//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// The workspace's own commands.
#[derive(Debug, Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    after_help = "Exit codes: 0 done, 1 failed or not fresh, 2 wrong usage. Messages go to stderr.",
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A command and its arguments.
#[derive(Debug, PartialEq, Subcommand)]
pub(crate) enum Command {
    /// Make both clients again from their documents in specs/, or a crate of its own from another document.
    ///
    /// Writes crates/*/src/generated/ and specs/*/normalized.json, and crates/emulator/src/spec/overlaid/, which the
    /// emulator checks against: all files or none, and says which of them changed.
    Codegen {
        /// Write nothing: name every file that is missing, changed or extra, and show the difference. Exit code 1 if
        /// any.
        #[arg(long)]
        check: bool,
        #[command(flatten)]
        stand_alone: Option<StandAlone>,
    },
    /// Generate and compile a client of every document in a directory, and print a table.
    ///
    /// Everything is written to target/documents, which all of them share.
    Documents {
        /// Where the documents are.
        #[arg(value_name = "DIR")]
        directory: PathBuf,
        /// List every place whose type is any JSON value, and why.
        #[arg(long)]
        report: bool,
    },
    /// List every operation of both clients.
    Operations {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show each crate's files, imports and hand-written lines, and what each of its rooms imports.
    ///
    /// Exit code 1 if imports make a circle or run up: between crates, rooms or files.
    Structure {
        /// Show every import.
        #[arg(long)]
        files: bool,
    },
    /// Run the end-to-end tests with every trace printed, and fail if one holds a secret.
    Trace,
    /// Measure this client beside reqwest alone, structs typed by hand and async-openai: see crates/bench.
    #[command(disable_help_flag = true)]
    Bench {
        /// The benchmark's own; `--help` lists them.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

// A stand-alone crate; clap would take a doc comment for the help of the command.
#[derive(clap::Args, Debug, PartialEq)]
#[group(requires_all = ["document", "name", "out"])]
pub(crate) struct StandAlone {
    /// Another document: Swagger 2.0, OpenAPI 3.0 or 3.1, YAML or JSON.
    #[arg(long, value_name = "FILE", required = false)]
    pub(crate) document: PathBuf,
    /// An OpenAPI Overlay 1.0 to apply to it.
    #[arg(long, value_name = "FILE")]
    pub(crate) overlay: Option<PathBuf>,
    /// The package name of its crate.
    #[arg(long, value_parser = package_name, required = false)]
    pub(crate) name: String,
    /// The directory of its crate: missing, empty, or what this command made before; files of your own in it are left
    /// alone.
    #[arg(long, value_name = "DIR", required = false)]
    pub(crate) out: PathBuf,
}

/// Checks a package name; stricter than Cargo.
fn package_name(name: &str) -> Result<String, &'static str> {
    let starts = name.starts_with(|c: char| c.is_ascii_lowercase());
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    match starts && name.chars().all(rest) {
        true => Ok(name.to_owned()),
        false => Err("a package's name begins with a-z and goes on with a-z, 0-9, - and _"),
    }
}

#[cfg(test)]
mod tests {
    use clap::error::ErrorKind;

    use super::*;

    fn parsed(line: &str) -> Result<Command, clap::Error> {
        let arguments = std::iter::once("xtask").chain(line.split_whitespace());
        Cli::try_parse_from(arguments).map(|cli| cli.command)
    }

    #[test]
    fn arguments_parse() {
        for help in ["--help", "-h", "help", "codegen --help", "operations -h"] {
            assert_eq!(parsed(help).unwrap_err().kind(), ErrorKind::DisplayHelp, "{help}");
        }
        let clients = |check| Command::Codegen {
            check,
            stand_alone: None,
        };
        assert_eq!(parsed("codegen").unwrap(), clients(false));
        assert_eq!(parsed("codegen --check").unwrap(), clients(true));
        let directory = PathBuf::from("d");
        assert_eq!(
            parsed("documents d --report").unwrap(),
            Command::Documents {
                directory,
                report: true
            }
        );
        assert_eq!(parsed("trace").unwrap(), Command::Trace);
        let arguments = ["--rounds", "3", "chat"].map(OsString::from).to_vec();
        assert_eq!(parsed("bench --rounds 3 chat").unwrap(), Command::Bench { arguments });
        let arguments = vec![OsString::from("--help")];
        assert_eq!(parsed("bench --help").unwrap(), Command::Bench { arguments });
        assert_eq!(
            parsed("codegen --document a.yaml --name b-c --out=d --overlay e").unwrap(),
            Command::Codegen {
                check: false,
                stand_alone: Some(StandAlone {
                    document: "a.yaml".into(),
                    overlay: Some("e".into()),
                    name: "b-c".to_owned(),
                    out: "d".into(),
                }),
            }
        );
    }

    #[test]
    fn wrong_usage_is_reported() {
        let wrong = [
            ("codegne", "codegne"),
            ("--json", "--json"),
            ("codegen --json", "--json"),
            ("codegen extra", "extra"),
            ("codegen --check=1", "check"),
            ("codegen --document", "--document"),
            ("codegen --document a --name b", "--out"),
            ("codegen --overlay a", "--document"),
            ("codegen --document a --name 1b --out c", "begins with a-z"),
            ("codegen --document a --name b/c --out c", "begins with a-z"),
            ("operations --check", "--check"),
            ("trace x", "x"),
            ("documents", "<DIR>"),
            ("documents a b", "b"),
        ];
        for (line, message) in wrong {
            let error = parsed(line).unwrap_err();
            assert_eq!(error.exit_code(), 2, "{line}");
            assert!(error.to_string().contains(message), "{line}: {error}");
        }
    }
}
