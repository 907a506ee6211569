// Made by `UPDATE_EMISSION=1 cargo test -p codegen --lib emission` from wire_bodies/document.yaml: Bodies of another service 1.
// Do not edit: change the overlay or the generator, and run it again.

//! The client, its groups of operations and their types.

use azure_openai_core::{Operation, Pipeline};
mod notes;
mod scans;
mod pictures;
mod logins;
mod raw;
pub use notes::*;
pub use scans::*;
pub use pictures::*;
pub use logins::*;
pub use raw::*;

/// Every operation of the document, in its order.
pub const OPERATIONS: &[&Operation] = &[
    notes::NOTES_CHANGE,
    notes::NOTES_REPLACE,
    scans::SCANS_READ,
    pictures::PICTURES_ADD,
    logins::LOGINS_MAKE,
    logins::LOGINS_SEARCH,
    raw::RAW_MARK,
    raw::RAW_ROWS,
    raw::RAW_PUT,
    raw::RAW_PING,
];

/// Client of Bodies of another service. Made of a [`Pipeline`]; cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    pipeline: Pipeline,
}

impl Client {
    /// Creates a client that sends through the pipeline.
    pub fn new(pipeline: Pipeline) -> Self {
        Self { pipeline }
    }

    /// Returns the pipeline that requests are sent through.
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }

    /// The operations `Notes_*`.
    pub fn notes(&self) -> notes::NotesClient {
        notes::NotesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Scans_*`.
    pub fn scans(&self) -> scans::ScansClient {
        scans::ScansClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Pictures_*`.
    pub fn pictures(&self) -> pictures::PicturesClient {
        pictures::PicturesClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Logins_*`.
    pub fn logins(&self) -> logins::LoginsClient {
        logins::LoginsClient {
            pipeline: self.pipeline.clone(),
        }
    }

    /// The operations `Raw_*`.
    pub fn raw(&self) -> raw::RawClient {
        raw::RawClient {
            pipeline: self.pipeline.clone(),
        }
    }
}
