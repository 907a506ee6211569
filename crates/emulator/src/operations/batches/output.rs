//! The result files of a batch, written line by line.

use std::io;
use std::sync::Arc;

use serde_json::Value;
use tempfile::TempPath;
use tokio::fs::File;
use tokio::io::{AsyncWriteExt, BufWriter};

use crate::state::State;
use crate::state::batches::Batch;
use crate::state::files::{CHUNK, Content, FileState, NewFile};
use crate::storage::processing;

/// A file that exists once it has a line.
#[derive(Debug, Default)]
pub(super) struct Output(Option<Open>);

#[derive(Debug)]
struct Open {
    path: TempPath,
    writer: BufWriter<File>,
    bytes: u64,
}

impl Output {
    pub(super) async fn write(&mut self, state: &State, line: &Value) -> io::Result<()> {
        let open = match &mut self.0 {
            Some(open) => open,
            none => {
                let path = state.files.new_content()?;
                let writer = BufWriter::with_capacity(CHUNK, File::create_new(&path).await?);
                none.insert(Open { path, writer, bytes: 0 })
            }
        };
        let mut text = line.to_string();
        text.push('\n');
        open.bytes += text.len() as u64;
        open.writer.write_all(text.as_bytes()).await
    }

    /// Stores it as a file of the service; `None` if it is empty.
    pub(super) async fn store(self, state: &Arc<State>, batch: &Batch, kind: &str) -> io::Result<Option<String>> {
        let Some(mut open) = self.0 else {
            return Ok(None);
        };
        open.writer.flush().await?;
        let file = state.files.add(NewFile {
            id: None,
            name: format!("{}_{kind}.jsonl", batch.id),
            purpose: "batch_output".to_owned(),
            expires_after: batch.order.output_expires_after,
            content: Some(Content {
                path: Arc::new(open.path),
                bytes: open.bytes,
            }),
            state: FileState::Processed,
        });
        processing::expire_later(state, &file);
        Ok(Some(file.id.clone()))
    }
}
