//! What happens to a file after it came in: its state changes, and its lines are checked.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde::de::IgnoredAny;

use crate::state::State;
use crate::state::files::{FileState, StoredFile};
use crate::storage::jsonl::{Lines, json_error};

/// How long a file is pending, and how long it runs.
const PENDING: Duration = Duration::from_millis(50);
const RUNNING: Duration = Duration::from_millis(100);
/// Purposes whose files are JSON Lines.
const LINES: [&str; 2] = ["fine-tune", "batch"];

/// Processes a file that is stored whole, and removes it when it expires.
pub(crate) fn start(state: &Arc<State>, file: Arc<StoredFile>) {
    expire_later(state, &file);
    let start = state.clock.now();
    state.tasks.spawn(async move {
        file.schedule.surely_until(start + PENDING).await;
        file.set_state(FileState::Running, None);
        file.schedule.surely_until(start + PENDING + RUNNING).await;
        finish(&file).await;
    });
}

/// Checks the content and says so.
pub(crate) async fn finish(file: &Arc<StoredFile>) {
    let content = file.facts().content;
    let checked = match content {
        Some(content) if LINES.contains(&file.purpose.as_str()) => {
            let checked = tokio::task::spawn_blocking(move || check_lines(&content.path));
            checked.await.unwrap_or_else(|error| Err(error.to_string()))
        }
        _ => Ok(()),
    };
    match checked {
        Ok(()) => file.set_state(FileState::Processed, None),
        Err(wrong) => {
            let details = format!("Validation of jsonl data failed: {wrong}.");
            file.set_state(FileState::Error, Some(details));
        }
    }
    file.schedule.finish();
}

/// Frees the space of a file that has expired; it isn't found any more from then on in any case.
pub(crate) fn expire_later(state: &Arc<State>, file: &StoredFile) {
    let Some(at) = file.expires_at else { return };
    let at = Duration::from_secs(u64::try_from(at).unwrap_or_default());
    let (state_kept, id) = (Arc::clone(state), file.id.clone());
    state.tasks.spawn(async move {
        state_kept.clock.sleep_until(at).await;
        state_kept.files.remove(&id);
    });
}

/// Each line must be a JSON object; what must be in it is the matter of the batch or the job.
fn check_lines(path: &Path) -> Result<(), String> {
    let mut lines = Lines::open(path).map_err(|error| error.to_string())?;
    let mut any = false;
    while let Some(line) = lines.next().map_err(|error| error.to_string())? {
        any = true;
        let number = line.number;
        serde_json::from_str::<BTreeMap<String, IgnoredAny>>(line.text)
            .map_err(|error| format!("line {number} is not a JSON object: {}", json_error(&error)))?;
    }
    if any {
        Ok(())
    } else {
        Err("the file holds no lines".to_owned())
    }
}
