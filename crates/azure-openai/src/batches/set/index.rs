//! Where each request of an input file is.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use azure_openai_core::Error;
use bytes::Bytes;
use serde::Deserialize;

use super::writer::hash_id;
use crate::file_error::file_error;
use crate::jsonl::JsonLines;

/// Finds the requests of one input file by their custom ids, and the ids that were never looked for. Some 60 bytes a
/// request, and a batch has at most 100,000.
pub(super) struct Index {
    path: PathBuf,
    file: File,
    /// In the order of the file.
    places: Vec<LineSpan>,
    /// Hashes of custom ids and their places, sorted.
    by_hash: Vec<(u128, u32)>,
}

#[derive(Clone, Copy)]
struct LineSpan {
    offset: u64,
    length: u32,
    found: bool,
}

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    custom_id: Cow<'a, str>,
}

impl Index {
    pub(super) fn of(path: &Path) -> Result<Self, Error> {
        let file = File::open(path).map_err(|error| file_error("read", path, error))?;
        let mut lines = JsonLines::open(path)?;
        let (mut places, mut by_hash) = (Vec::new(), Vec::new());
        while let Some(line) = lines.next()? {
            let Ok(Line { custom_id }) = serde_json::from_str(line.text) else {
                let number = line.number;
                return Err(lines.bad(number, "is not a request of a batch: it was changed"));
            };
            by_hash.push((hash_id(&custom_id), places.len() as u32));
            places.push(LineSpan {
                offset: line.offset,
                length: line.text.len() as u32,
                found: false,
            });
        }
        by_hash.sort_unstable();
        Ok(Self {
            path: path.to_owned(),
            file,
            places,
            by_hash,
        })
    }

    /// Returns the place of a request, and notes that it was looked for.
    pub(super) fn find(&mut self, custom_id: &str) -> Option<usize> {
        let hash = hash_id(custom_id);
        let at = self.by_hash.binary_search_by_key(&hash, |(hash, _)| *hash).ok()?;
        let place = self.by_hash[at].1 as usize;
        self.places[place].found = true;
        Some(place)
    }

    /// Returns the next place, from this one, that was not looked for.
    pub(super) fn missing_from(&self, place: usize) -> Option<usize> {
        (place..self.places.len()).find(|place| !self.places[*place].found)
    }

    /// Reads the line at a place.
    pub(super) fn line(&mut self, place: usize) -> Result<Bytes, Error> {
        let LineSpan { offset, length, .. } = self.places[place];
        let mut line = vec![0; length as usize];
        self.file
            .seek(SeekFrom::Start(offset))
            .and_then(|_| self.file.read_exact(&mut line))
            .map_err(|error| file_error("read", &self.path, error))?;
        Ok(line.into())
    }
}

/// Reads the custom id of a line.
pub(super) fn custom_id(line: &[u8]) -> Option<String> {
    let line: Line<'_> = serde_json::from_slice(line).ok()?;
    Some(line.custom_id.into_owned())
}
