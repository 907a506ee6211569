//! Files: small ones in one request, large ones in parts.

mod large_upload;

use std::path::Path;

use azure_openai_core::paging::Items;
use azure_openai_core::{ByteStream, Error, FilePart, Json, Poller, RequestBuilder, Response};

use crate::client::Client;
use azure_openai_authoring::{
    self as authoring, File, FileDelete, FileList, FilesListOptions, FilesUploadForm, Purpose,
};

pub use large_upload::LargeUpload;

/// Files of the resource: see [`Client::files`](crate::Client::files).
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

impl Client {
    /// Files: upload, small and large, wait until they can be used, list, download, delete.
    pub fn files(&self) -> Files {
        Files::new(self.authoring.clone())
    }
}

impl Files {
    pub(crate) fn new(client: authoring::Client) -> Self {
        Self { client }
    }

    /// Uploads a file. Past some hundred MB: [`upload_large`](Self::upload_large). `Files_Upload`.
    pub fn upload(&self, purpose: impl Into<Purpose>, file: FilePart) -> RequestBuilder<Json<File>> {
        self.client.files().upload(FilesUploadForm::new(purpose, file))
    }

    /// Uploads a file in parts, several at a time, up to 9 GB. See [`LargeUpload`].
    ///
    /// # Errors
    /// As [`LargeUpload`] tells; then the upload is cancelled and there is no file.
    pub async fn upload_large(&self, upload: LargeUpload) -> Result<Response<File>, Error> {
        upload.send(&self.client).await
    }

    /// What is known of a file. `Files_Get`.
    pub fn get(&self, file_id: impl AsRef<str>) -> RequestBuilder<Json<File>> {
        self.client.files().get(file_id)
    }

    /// Waits until a file can be used; its state is then `processed`. `error` and `deleted` are failures. Polls after 1
    /// to 5 seconds, for an hour at most, unless set otherwise.
    pub fn wait(&self, file_id: impl AsRef<str>) -> Poller<File> {
        Poller::new(self.get(file_id))
    }

    /// All files, or those that the options choose. Their `limit` is the size of a page. `Files_List`.
    pub fn list(&self, options: impl Into<Option<FilesListOptions>>) -> Items<FileList> {
        self.client.files().list(options).items()
    }

    /// Deletes a file. `Files_Delete`.
    pub fn delete(&self, file_id: impl AsRef<str>) -> RequestBuilder<Json<FileDelete>> {
        self.client.files().delete(file_id)
    }

    /// What is in a file, as a stream. `Files_GetContent`.
    ///
    /// # Errors
    /// Those of the call.
    pub async fn content(&self, file_id: impl AsRef<str>) -> Result<ByteStream, Error> {
        Ok(self.client.files().get_content(file_id).await?.into_value())
    }

    /// Saves what is in a file under a path of this machine, and gives the number of bytes. Where it fails, nothing is
    /// left, and a file that was there before stays as it was.
    ///
    /// # Errors
    /// Those of the call, and [`ErrorKind::File`](crate::ErrorKind::File) where the path cannot be written.
    pub async fn save(&self, file_id: impl AsRef<str>, path: impl AsRef<Path>) -> Result<u64, Error> {
        self.content(file_id).await?.save_to(path).await
    }
}
