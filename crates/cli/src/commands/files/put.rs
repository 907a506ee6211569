//! `aoai files put`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use azure_openai::authoring::{File, Purpose};
use azure_openai::files::LargeUpload;
use azure_openai::polling::Job;
use azure_openai::{PollError, state_file};

use crate::failure::{Failure, Result};
use crate::output::{ProgressLine, Unit};
use crate::session::Session;

/// Larger files are uploaded in parts, and can be resumed.
const RESUMABLE: u64 = 64 * 1024 * 1024;

/// Upload a file, and wait until it can be used
///
/// A file of more than 64 MiB goes up in parts, with its state in FILE.upload: after Ctrl-C, an error or a kill the
/// same command goes on, for two hours. The state is removed once the file is there.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai files put training.jsonl --purpose fine-tune
  aoai files put large.jsonl --purpose batch            stopped? the same command goes on
  aoai files put large.jsonl --purpose batch --cancel   gives up what was stopped
Output: the id of the file; with --json the file.")]
pub(super) struct Arguments {
    /// The file to upload
    file: PathBuf,
    /// fine-tune, batch or assistants
    #[arg(long, value_name = "PURPOSE")]
    purpose: String,
    /// Do not wait until the service has checked the file
    #[arg(long)]
    no_wait: bool,
    #[command(flatten)]
    parts: Parts,
    /// Give up the upload that was stopped
    #[arg(long, conflicts_with_all = ["no_wait", "no_resume"])]
    cancel: bool,
}

/// How a large file goes up.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(in crate::commands) struct Parts {
    /// Keep no state: Ctrl-C and errors cancel the upload
    #[arg(long)]
    no_resume: bool,
    /// Upload in parts of so many bytes, also what is smaller than 64 MiB [default: 16777216]
    #[arg(long, value_name = "BYTES", hide_short_help = true)]
    part_size: Option<usize>,
}

/// A file at the service, and the state of its upload, which is removed once the id is noted.
pub(in crate::commands) struct Uploaded {
    pub(in crate::commands) file: File,
    state: Option<PathBuf>,
}

impl Arguments {
    pub(super) async fn run(self, session: &Session) -> Result<()> {
        if self.cancel {
            let state = state_of(&self.file);
            session.client().await?.files().cancel_upload(&state).await?;
            let result = serde_json::json!({ "path": self.file.to_string_lossy(), "cancelled": true });
            return session
                .out
                .result(&result, |_| format!("cancelled the upload of {}", self.file.display()));
        }
        let uploaded = upload(session, &self.file, &self.purpose, !self.no_wait, self.parts).await?;
        session.out.result(&uploaded.file, |file| file.id.clone())?;
        uploaded.noted()
    }
}

impl Uploaded {
    /// Removes the state: from here on another upload of the same file is another file.
    pub(in crate::commands) fn noted(self) -> Result<()> {
        Ok(self.state.map_or(Ok(()), state_file::remove)?)
    }
}

/// Uploads a file of this machine.
pub(in crate::commands) async fn upload(
    session: &Session,
    path: &Path,
    purpose: &str,
    wait: bool,
    parts: Parts,
) -> Result<Uploaded> {
    let length = std::fs::metadata(path)
        .map_err(|error| Failure::file(path, "read", &error))?
        .len();
    if length == 0 {
        return Err(Failure::input(format!("`{}` is empty", path.display())));
    }
    let files = session.client().await?.files();
    let (name, options) = (path.display(), session.options());
    let progress = ProgressLine::new(session.out, format!("uploading `{name}`"), Unit::Bytes, Some(length));
    let bar = Arc::new(progress);
    let progress = Arc::clone(&bar);
    let mut upload = LargeUpload::new(Purpose::from(purpose), path)
        .with_progress(move |sent| progress.set(sent.bytes_sent, sent.bytes));
    let in_parts = length > parts.part_size.map_or(RESUMABLE, |size| size as u64);
    if let Some(size) = parts.part_size {
        upload = upload.with_part_size(size);
    } else if !in_parts {
        upload = upload.with_part_size(LargeUpload::MAX_PART_SIZE);
    }
    let resumable = in_parts && !parts.no_resume && !session.is_embedded();
    let state = resumable.then(|| state_of(path));
    let advice = format!(
        "the same command goes on with the upload; `aoai{options} files put {name} --purpose {purpose} --cancel` gives it up"
    );
    if let Some(state) = &state {
        upload = upload.with_state_file(state);
        session.on_interrupt(advice.clone());
    }
    let file = files.upload_large(upload).await.map_err(|error| match resumable {
        true => Failure::of(&error).advise(advice),
        false => Failure::of(&error),
    })?;
    drop(bar);
    let mut file = file.into_value();
    session.on_interrupt(format!("the file is uploaded: aoai{options} files show {}", file.id));
    if wait {
        let _progress = ProgressLine::spinner(session.out, "the service checks the file");
        let checked = session.poller(files.wait(&file.id)).await;
        file = checked
            .map_err(|error| not_accepted(error, purpose, path))?
            .into_value();
    }
    session.nothing_to_resume();
    Ok(Uploaded { file, state })
}

/// A file that the service refused is bad input, not a job that failed.
fn not_accepted(error: PollError<File>, purpose: &str, path: &Path) -> Failure {
    let PollError::Failed { job: file, .. } = &error else {
        return error.into();
    };
    let problem = match file.problem() {
        problem if problem.is_empty() => format!("its status is {}", file.state()),
        problem => problem.into(),
    };
    let failure = Failure::input(format!("the file {} was not accepted: {problem}", file.id));
    let path = path.display();
    failure.advise(match purpose {
        "fine-tune" => format!("`aoai tune check {path}` names the lines; correct them, then run the command again"),
        _ => format!(
            "correct `{path}`, then run the command again; `aoai files rm {}` deletes this upload",
            file.id
        ),
    })
}

fn state_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".upload");
    name.into()
}
