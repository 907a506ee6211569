//! `aoai files put`.

use std::path::{Path, PathBuf};

use azure_openai::FilePart;
use azure_openai::authoring::{File, Purpose};
use azure_openai::files::LargeUpload;

use crate::failure::{Failure, Result};
use crate::output::{Progress, Unit, bytes};
use crate::session::Session;

/// Larger files are uploaded in parts.
const ONE_REQUEST: u64 = 64 * 1024 * 1024;

/// Upload a file, and wait until it can be used
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  aoai files put training.jsonl --purpose fine-tune")]
pub(super) struct Arguments {
    file: PathBuf,
    /// fine-tune, batch or assistants
    #[arg(long, value_name = "PURPOSE")]
    purpose: String,
    /// Do not wait until the service has checked the file
    #[arg(long)]
    no_wait: bool,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        let file = upload(session, &self.file, &self.purpose, !self.no_wait).await?;
        session.out.result(&file, |file| file.id.clone())
    }
}

/// Uploads a file of this machine.
pub(in crate::commands) async fn upload(session: &Session, path: &Path, purpose: &str, wait: bool) -> Result<File> {
    let length = std::fs::metadata(path)
        .map_err(|error| Failure::file(path, "read", &error))?
        .len();
    if length == 0 {
        return Err(Failure::input(format!("`{}` is empty", path.display())));
    }
    let files = session.client().await?.files();
    let purpose = Purpose::from(purpose);
    let state = format!("uploading `{}`, {}", path.display(), bytes(length));
    let progress = Progress::new(session.out, state, Unit::Bytes, None);
    let file = match length > ONE_REQUEST {
        false => files.upload(purpose, FilePart::from_path(path)).await?,
        true => files.upload_large(LargeUpload::from_path(purpose, path)).await?,
    };
    if !wait {
        return Ok(file.into_value());
    }
    progress.state("the service checks the file");
    session.on_interrupt(format!(
        "the file is uploaded: aoai{} files show {}",
        session.options(),
        file.id
    ));
    let file = session.poller(files.wait(&file.id)).await?.into_value();
    session.nothing_to_resume();
    Ok(file)
}
