//! Files: small ones in one request, large ones in parts.

mod large_upload;

use std::path::Path;

use azure_openai_authoring::{
    self as authoring, File, FileDelete, FileList, FilesListOptions, FilesUploadForm, Purpose,
};
use azure_openai_core::paging::Items;
use azure_openai_core::{ByteStream, Error, FilePart, Json, Poller, RequestBuilder, Response};

use crate::client::Client;

pub use large_upload::{LargeUpload, UploadProgress};

impl Client {
    /// Returns the operations on files: upload, small and large, wait until they can be used, list, download, delete.
    pub fn files(&self) -> Files {
        Files {
            client: self.authoring.clone(),
        }
    }
}

/// Files of the resource, from [`Client::files`](crate::Client::files).
///
/// ```no_run
/// # use azure_openai::{Client, Error, FilePart, authoring::Purpose};
/// # async fn run(client: Client) -> Result<(), Error> {
/// let files = client.files();
/// let file = files.upload(Purpose::FineTune, FilePart::from_path("training.jsonl")).await?;
/// let file = files.wait(&file.id).await?; // until the service has checked it
/// println!("{} has {:?} bytes", file.id, file.bytes);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Files {
    client: authoring::Client,
}

impl Files {
    /// Uploads a file. For more than some hundred MB: [`upload_large`](Self::upload_large). `Files_Upload`.
    pub fn upload(&self, purpose: impl Into<Purpose>, file: impl Into<FilePart>) -> RequestBuilder<Json<File>> {
        self.client.files().upload(FilesUploadForm::new(purpose, file))
    }

    /// Uploads a file of up to 9 GB: in one form where it fits, else in parts, several at a time; with a state file it
    /// goes on after a kill. See [`LargeUpload`].
    ///
    /// # Errors
    /// Those of [`LargeUpload`].
    pub async fn upload_large(&self, upload: LargeUpload) -> Result<Response<File>, Error> {
        upload.send(&self.client).await
    }

    /// Gives an upload up: cancels it at the service, and removes its
    /// [state file](LargeUpload::with_state_file). One that was completed stays completed.
    ///
    /// # Errors
    /// Any [`Error`] of a request; [`InvalidRequest`](crate::ErrorKind::InvalidRequest) where the state file does not
    /// exist or is of another version or resource.
    pub async fn cancel_upload(&self, state_file: impl AsRef<Path>) -> Result<(), Error> {
        large_upload::cancel_of_state(&self.client, state_file.as_ref()).await
    }

    /// Gets a file's metadata. `Files_Get`.
    pub fn get(&self, file_id: impl AsRef<str>) -> RequestBuilder<Json<File>> {
        self.client.files().get(file_id)
    }

    /// Waits until a file is `processed` and can be used; `error` and `deleted` are failures. Polls every 1 to 5
    /// seconds, for at most an hour, unless set otherwise.
    pub fn wait(&self, file_id: impl AsRef<str>) -> Poller<File> {
        Poller::new(self.get(file_id))
    }

    /// Lists all files. `Files_List`.
    pub fn list(&self) -> Items<FileList> {
        self.list_with(FilesListOptions::new())
    }

    /// Lists the files that the options choose. Their `limit` is the size of a page. `Files_List`.
    pub fn list_with(&self, options: FilesListOptions) -> Items<FileList> {
        self.client.files().list(options).items()
    }

    /// Deletes a file. `Files_Delete`.
    pub fn delete(&self, file_id: impl AsRef<str>) -> RequestBuilder<Json<FileDelete>> {
        self.client.files().delete(file_id)
    }

    /// Downloads a file's content as a stream. `Files_GetContent`.
    ///
    /// # Errors
    /// Any [`Error`] of a request.
    pub async fn content(&self, file_id: impl AsRef<str>) -> Result<ByteStream, Error> {
        Ok(self.client.files().get_content(file_id).await?.into_value())
    }

    /// Downloads a file's content to a path of this machine, and returns the number of bytes. On failure nothing is
    /// left, and a file that was there before stays as it was.
    ///
    /// # Errors
    /// Any [`Error`] of a request, and [`ErrorKind::File`](crate::ErrorKind::File) where the path cannot be written.
    pub async fn save(&self, file_id: impl AsRef<str>, path: impl AsRef<Path>) -> Result<u64, Error> {
        self.content(file_id).await?.save_to(path).await
    }
}
