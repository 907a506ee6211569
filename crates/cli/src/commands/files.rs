//! `aoai files`.

mod import;
pub(super) mod put;

use std::path::PathBuf;

use azure_openai::authoring::{File, FilesListOptions, Purpose};
use clap::Subcommand;

use crate::failure::Result;
use crate::output::{Table, Tone, bytes, moment, or_dash};
use crate::session::Session;

/// List, upload, import, download and delete files
#[derive(Debug, clap::Args)]
#[command(
    arg_required_else_help = true,
    after_help = "\
Examples:
  aoai files put training.jsonl --purpose fine-tune
  aoai files ls --json | jq -r 'select(.status == \"error\").id' | xargs aoai files rm
  aoai files get FILE_ID -o copy.jsonl"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the files
    #[command(after_help = "Examples:\n  aoai files ls --purpose batch\n  aoai files ls --json | jq -r .id")]
    Ls {
        /// Only those for this purpose, as in fine-tune, batch, assistants
        #[arg(long, value_name = "PURPOSE")]
        purpose: Option<String>,
    },
    Put(put::Arguments),
    Import(import::Arguments),
    /// Download what is in a file
    #[command(after_help = "Examples:\n  aoai files get FILE_ID\n  aoai files get FILE_ID -o copy.jsonl")]
    Get {
        /// The id of the file
        id: String,
        /// Write to this file instead of standard output
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace FILE if it exists
        #[arg(long)]
        force: bool,
    },
    /// Show what is known of a file
    #[command(after_help = "Example:\n  aoai files show FILE_ID")]
    Show {
        /// The id of the file
        id: String,
    },
    /// Delete files
    #[command(after_help = "Example:\n  aoai files rm FILE_ID FILE_ID")]
    Rm {
        /// The ids of the files
        #[arg(required = true)]
        id: Vec<String>,
    },
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let files = session.client().await?.files();
        match self.command {
            Command::Ls { purpose } => {
                let list = match purpose {
                    Some(purpose) => files.list_with(FilesListOptions::new().with_purpose(Purpose::from(purpose))),
                    None => files.list(),
                };
                let columns = ["id", "name", "purpose", "size", "status", "created"];
                Table::list(session.out, columns, list, "no files", |file| {
                    let status = status(file);
                    [
                        (file.id.clone(), Tone::Plain),
                        (file.filename.clone(), Tone::Plain),
                        (purpose_of(file), Tone::Plain),
                        (size(file), Tone::Plain),
                        (status.clone(), Tone::of_state(&status)),
                        (moment(file.created_at.as_ref()), Tone::Dim),
                    ]
                })
                .await
            }
            Command::Put(arguments) => arguments.run(session).await,
            Command::Import(arguments) => arguments.run(session).await,
            Command::Get {
                id,
                output: Some(path),
                force,
            } => {
                super::refuse_existing(&path, force)?;
                let length = files.save(&id, &path).await?;
                let result = serde_json::json!({ "id": id, "path": path.to_string_lossy(), "bytes": length });
                session.out.result(&result, |_| path.display().to_string())
            }
            Command::Get { id, .. } => {
                let mut content = files.content(&id).await?;
                while let Some(chunk) = content.next().await {
                    session.out.bytes(&chunk?)?;
                }
                Ok(())
            }
            Command::Show { id } => {
                let file = files.get(&id).await?.into_value();
                let pairs = [
                    ("id", file.id.clone()),
                    ("name", file.filename.clone()),
                    ("purpose", purpose_of(&file)),
                    ("size", size(&file)),
                    ("status", status(&file)),
                    ("details", file.status_details.clone().unwrap_or_default()),
                    ("created", moment(file.created_at.as_ref())),
                    ("expires", moment(file.expires_at.as_ref())),
                ];
                session.out.details(&file, &pairs)
            }
            Command::Rm { id } => {
                for id in id {
                    let deleted = files.delete(&id).await?.into_value();
                    session.out.result(&deleted, |_| format!("deleted {id}"))?;
                }
                Ok(())
            }
        }
    }
}

fn status(file: &File) -> String {
    or_dash(file.status.as_ref().map(|status| status.as_str()))
}

fn purpose_of(file: &File) -> String {
    or_dash(file.purpose.as_ref().map(|purpose| purpose.as_str()))
}

fn size(file: &File) -> String {
    let length = file.bytes.and_then(|bytes| u64::try_from(bytes).ok());
    length.map_or_else(|| "-".to_owned(), bytes)
}
