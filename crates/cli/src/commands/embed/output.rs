//! Vectors as JSON Lines or as an array of NumPy, whole or resumable.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;

use super::texts::Label;
use crate::failure::{Failure, Result};
use crate::output::Output;

/// Where the rows of an array begin: its header is padded to this.
const HEADER: usize = 128;

/// Where the vectors go.
pub(super) enum Writer {
    Lines(Output),
    File(Box<Part>),
}

/// A file that is not complete: `FILE.part`, which becomes FILE at the end.
pub(super) struct Part {
    target: PathBuf,
    path: PathBuf,
    file: BufWriter<File>,
    rows: usize,
    /// The length of a vector, of an array; `None` for JSON Lines.
    width: Option<usize>,
    is_array: bool,
}

#[derive(Serialize)]
struct Row<'a> {
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    embedding: &'a [f32],
}

impl Writer {
    pub(super) fn open(target: Option<&Path>, resume: bool, force: bool, out: Output) -> Result<Self> {
        match target {
            None => Ok(Self::Lines(out)),
            Some(target) => Ok(Self::File(Box::new(Part::open(target, resume, force)?))),
        }
    }

    /// How many vectors are there already.
    pub(super) fn rows(&self) -> usize {
        match self {
            Self::Lines(_) => 0,
            Self::File(part) => part.rows,
        }
    }

    pub(super) fn row(&mut self, label: Label, embedding: &[f32]) -> Result<()> {
        let row = Row {
            index: label.index,
            id: label.id,
            embedding,
        };
        match self {
            Self::Lines(out) => out.json_line(&row),
            Self::File(part) => part.row(&row),
        }
    }

    pub(super) fn flush(&mut self) -> Result<()> {
        match self {
            Self::Lines(_) => Ok(()),
            Self::File(part) => part.flush(),
        }
    }

    pub(super) fn finish(self) -> Result<()> {
        match self {
            Self::Lines(_) => Ok(()),
            Self::File(part) => part.finish(),
        }
    }
}

impl Part {
    fn open(target: &Path, resume: bool, force: bool) -> Result<Self> {
        let mut name = target.as_os_str().to_owned();
        name.push(".part");
        let path = PathBuf::from(name);
        crate::commands::refuse_existing(target, force)?;
        if path.exists() && !resume && !force {
            return Err(
                Failure::input(format!("`{}` is there from a run that was stopped", path.display()))
                    .advise("pass --resume to go on with it, or --force to start again"),
            );
        }
        let is_array = target.extension().is_some_and(|extension| extension == "npy");
        let keep = resume && path.exists();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(!keep)
            .open(&path)
            .map_err(|error| Failure::file(&path, "write", &error))?;
        let (rows, width) = match (keep, is_array) {
            (false, _) => (0, None),
            (true, true) => array_rows(&mut file, &path)?,
            (true, false) => (
                line_rows(&mut file).map_err(|error| Failure::file(&path, "read", &error))?,
                None,
            ),
        };
        Ok(Self {
            target: target.to_owned(),
            file: BufWriter::with_capacity(256 * 1024, file),
            path,
            rows,
            width,
            is_array,
        })
    }

    fn row(&mut self, row: &Row<'_>) -> Result<()> {
        let written = match self.is_array {
            true => self.array_row(row.embedding)?,
            false => serde_json::to_writer(&mut self.file, row)
                .map_err(std::io::Error::from)
                .and_then(|()| self.file.write_all(b"\n")),
        };
        self.rows += 1;
        written.map_err(|error| self.failed(&error))
    }

    fn array_row(&mut self, embedding: &[f32]) -> Result<std::io::Result<()>> {
        match self.width {
            None => {
                self.width = Some(embedding.len());
                if let Err(error) = self.file.write_all(&header(0, embedding.len())) {
                    return Ok(Err(error));
                }
            }
            Some(width) if width != embedding.len() => {
                return Err(Failure::input(format!(
                    "`{}` has vectors of {width} numbers, and this one has {}",
                    self.path.display(),
                    embedding.len()
                ))
                .advise("resume with the deployment and --dimensions of the run that was stopped"));
            }
            Some(_) => {}
        }
        let bytes: Vec<u8> = embedding.iter().flat_map(|number| number.to_le_bytes()).collect();
        Ok(self.file.write_all(&bytes))
    }

    /// Writes what is there, and of an array also how many rows it has, so that it can be resumed from here.
    fn flush(&mut self) -> Result<()> {
        self.write_back().map_err(|error| self.failed(&error))
    }

    fn write_back(&mut self) -> std::io::Result<()> {
        self.file.flush()?;
        if let (true, Some(width)) = (self.is_array, self.width) {
            let file = self.file.get_mut();
            file.seek(SeekFrom::Start(0))?;
            file.write_all(&header(self.rows, width))?;
            file.seek(SeekFrom::End(0))?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<()> {
        self.flush()?;
        std::fs::rename(&self.path, &self.target).map_err(|error| Failure::file(&self.target, "write", &error))
    }

    fn failed(&self, error: &std::io::Error) -> Failure {
        Failure::file(&self.path, "write", error)
    }
}

/// The start of an array of float32 with so many rows.
fn header(rows: usize, width: usize) -> Vec<u8> {
    let text = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {width}), }}");
    let mut header = b"\x93NUMPY\x01\x00".to_vec();
    header.extend(((HEADER - 10) as u16).to_le_bytes());
    header.extend(format!("{text:width$}\n", width = HEADER - 11).into_bytes());
    header
}

/// How many rows an array has, and how wide they are; what stands behind them is cut off.
fn array_rows(file: &mut File, path: &Path) -> Result<(usize, Option<usize>)> {
    let mut start = [0; HEADER];
    if file.read_exact(&mut start).is_err() {
        file.set_len(0)
            .and_then(|()| file.rewind())
            .map_err(|error| Failure::file(path, "write", &error))?;
        return Ok((0, None));
    }
    let text = String::from_utf8_lossy(&start);
    let shape = text.split_once("'shape': (").and_then(|(_, rest)| {
        let (rows, rest) = rest.split_once(", ")?;
        let (width, _) = rest.split_once(')')?;
        Some((rows.parse::<usize>().ok()?, width.parse::<usize>().ok()?))
    });
    let Some((rows, width)) = shape.filter(|(rows, width)| start == header(*rows, *width)[..]) else {
        return Err(
            Failure::input(format!("`{}` is not an array of an earlier run", path.display()))
                .advise("start again with --force"),
        );
    };
    let end = (HEADER + rows * width * 4) as u64;
    file.set_len(end)
        .and_then(|()| file.seek(SeekFrom::End(0)))
        .map_err(|error| Failure::file(path, "write", &error))?;
    Ok((rows, Some(width)))
}

/// How many whole lines there are; a last one that is not whole is cut off.
fn line_rows(file: &mut File) -> std::io::Result<usize> {
    let (mut rows, mut end) = (0, 0);
    let mut reader = BufReader::new(&*file);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line)?;
        if read == 0 || line.last() != Some(&b'\n') {
            break;
        }
        rows += 1;
        end += read as u64;
    }
    file.set_len(end)?;
    file.seek(SeekFrom::End(0))?;
    Ok(rows)
}
