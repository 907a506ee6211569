// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! `UploadFile`: The operations `UploadFile_*`.

use azure_openai_core::{
    Extra, FilePart, Form, Json, Method, Operation, Pipeline, Request, RequestBuilder,
    Timestamp, Value,
};
use super::shared::{File, Purpose, TypeDiscriminator};

/// The operations `UploadFile_*`.
#[derive(Clone, Debug)]
pub struct UploadFileClient {
    pub(super) pipeline: Pipeline,
}

impl UploadFileClient {
    /// An intermediate Upload object is created, allowing you to add Parts to it. Currently, an Upload size can be a maximum of 9 GB in total and will expire two hours after being created.
    /// After the Upload is completed a File object will be generated, containing all the uploaded parts. This File object can then be used across our platform just like any other file.
    ///
    /// `UploadFile_Start`: `POST /uploads`.
    ///
    /// # Response headers
    /// - `Location`: The location of the newly created item.
    ///
    /// # Arguments
    /// - `request`: The definition of the file to create including its purpose and the location on the local machine.
    pub fn start(
        &self,
        request: &UploadFileStartBody,
    ) -> RequestBuilder<Json<UploadResource>> {
        let call = Request::new(UPLOAD_FILE_START).json(request);
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Cancels the Upload, and will lead to all uploaded parts to be deleted asynchronously.
    /// No Parts may be added after an Upload is cancelled.
    ///
    /// `UploadFile_Cancel`: `POST /uploads/{upload-id}/cancel`.
    ///
    /// # Arguments
    /// - `upload_id`: The identifier of the upload.
    pub fn cancel(
        &self,
        upload_id: impl AsRef<str>,
    ) -> RequestBuilder<Json<UploadResource>> {
        let call = Request::new(UPLOAD_FILE_CANCEL)
            .path("upload-id", upload_id.as_ref());
        RequestBuilder::new(&self.pipeline, call)
    }

    /// This completes the Upload, and the returned Upload object contains a nested File object that is ready for use across the platform.
    /// You can define the order of the Parts by providing an ordered list of Part IDs.
    /// The total number of bytes uploaded must match the size originally specified when creating the Upload object.
    /// After this operation no additional Parts can be added once the Upload is completed.
    ///
    /// `UploadFile_Complete`: `POST /uploads/{upload-id}/complete`.
    ///
    /// # Arguments
    /// - `upload_id`: The identifier of the upload.
    /// - `request`: The definition of the file to create including its purpose and the location on the local machine.
    pub fn complete(
        &self,
        upload_id: impl AsRef<str>,
        request: &UploadFileCompleteBody,
    ) -> RequestBuilder<Json<UploadResource>> {
        fn encode(call: Request, request: &UploadFileCompleteBody) -> Request {
            call.json(request)
        }
        let call = encode(
            Request::new(UPLOAD_FILE_COMPLETE).path("upload-id", upload_id.as_ref()),
            request,
        );
        RequestBuilder::new(&self.pipeline, call)
    }

    /// Adds a Part to an Upload object, where each Part represents a segment of the file you are uploading.
    /// Each Part can be up to the standard size limit for file upload, based on the File Purpose. You can continue adding Parts until reaching the Upload size limit of 9 GB.
    ///
    /// `UploadFile_Part`: `POST /uploads/{upload-id}/parts`.
    ///
    /// # Arguments
    /// - `upload_id`: The identifier of the upload.
    /// - `form`: the form
    pub fn part(
        &self,
        upload_id: impl AsRef<str>,
        form: UploadFilePartForm,
    ) -> RequestBuilder<Json<UploadPartResource>> {
        let call = Request::new(UPLOAD_FILE_PART)
            .path("upload-id", upload_id.as_ref())
            .form(form.into_form());
        RequestBuilder::new(&self.pipeline, call)
    }
}

pub(super) const UPLOAD_FILE_START: &Operation = &Operation::new(
    "UploadFile_Start",
    Method::POST,
    "/uploads",
);

pub(super) const UPLOAD_FILE_CANCEL: &Operation = &Operation::new(
        "UploadFile_Cancel",
        Method::POST,
        "/uploads/{upload-id}/cancel",
    )
    .idempotent();

pub(super) const UPLOAD_FILE_COMPLETE: &Operation = &Operation::new(
    "UploadFile_Complete",
    Method::POST,
    "/uploads/{upload-id}/complete",
);

pub(super) const UPLOAD_FILE_PART: &Operation = &Operation::new(
    "UploadFile_Part",
    Method::POST,
    "/uploads/{upload-id}/parts",
);

/// Upload file complete body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadFileCompleteBody {
    /// Part ids.
    pub part_ids: Vec<String>,
    /// Md5.
    pub md5: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UploadFileCompleteBody, sent { "part_ids" => part_ids : required, "md5" => md5 :
    optional, }
);

impl UploadFileCompleteBody {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(part_ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            part_ids: part_ids.into_iter().map(Into::into).collect(),
            md5: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::md5`].
    #[must_use]
    pub fn with_md5(mut self, md5: impl Into<String>) -> Self {
        self.md5 = Some(md5.into());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Upload file start body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadFileStartBody {
    /// The intended purpose of the uploaded documents. Use "fine-tune" for fine-tuning. This allows us to validate the format of the uploaded file.
    pub purpose: Purpose,
    /// Not empty.
    pub filename: String,
    /// Bytes.
    pub bytes: i64,
    /// Not empty.
    pub mime_type: String,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UploadFileStartBody, sent { "purpose" => purpose : required, "filename" => filename :
    required, "bytes" => bytes : required, "mime_type" => mime_type : required, }
);

impl UploadFileStartBody {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(
        purpose: impl Into<Purpose>,
        filename: impl Into<String>,
        bytes: i64,
        mime_type: impl Into<String>,
    ) -> Self {
        Self {
            purpose: purpose.into(),
            filename: filename.into(),
            bytes,
            mime_type: mime_type.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

/// Upload part resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadPartResource {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// A timestamp when this job or item was created (in unix epochs).
    ///
    /// Set by the service.
    pub created_at: Option<Timestamp>,
    /// The identity of this item.
    ///
    /// Set by the service.
    pub id: String,
    /// Upload id.
    ///
    /// Set by the service.
    pub upload_id: Option<String>,
    /// Azure block id.
    ///
    /// Set by the service.
    pub azure_block_id: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UploadPartResource, response { "object" => object : optional, "created_at" =>
    created_at : optional, "id" => id : required, "upload_id" => upload_id : optional,
    "azure_block_id" => azure_block_id : optional, }
);

impl UploadPartResource {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            created_at: None,
            id: Default::default(),
            upload_id: None,
            azure_block_id: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::upload_id`].
    #[must_use]
    pub fn with_upload_id(mut self, upload_id: impl Into<String>) -> Self {
        self.upload_id = Some(upload_id.into());
        self
    }

    /// Sets [`Self::azure_block_id`].
    #[must_use]
    pub fn with_azure_block_id(mut self, azure_block_id: impl Into<String>) -> Self {
        self.azure_block_id = Some(azure_block_id.into());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl Default for UploadPartResource {
    fn default() -> Self {
        Self::new()
    }
}

/// Upload resource.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UploadResource {
    /// Defines the type of an object.
    pub object: Option<TypeDiscriminator>,
    /// A timestamp when this job or item was created (in unix epochs).
    ///
    /// Set by the service.
    pub created_at: Option<Timestamp>,
    /// The identity of this item.
    ///
    /// Set by the service.
    pub id: String,
    /// Bytes.
    ///
    /// Set by the service.
    pub bytes: Option<i64>,
    /// Filename.
    ///
    /// Set by the service.
    pub filename: Option<String>,
    /// The intended purpose of the uploaded documents. Use "fine-tune" for fine-tuning. This allows us to validate the format of the uploaded file.
    pub purpose: Option<Purpose>,
    /// Status.
    pub status: Option<UploadStatus>,
    /// Expires at.
    ///
    /// Set by the service.
    pub expires_at: Option<Timestamp>,
    /// A file is a document usable for training and validation. It can also be a service generated document with result details.
    pub file: Option<File>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    UploadResource, response { "object" => object : optional, "created_at" => created_at
    : optional, "id" => id : required, "bytes" => bytes : optional, "filename" =>
    filename : optional, "purpose" => purpose : optional, "status" => status : optional,
    "expires_at" => expires_at : optional, "file" => file : optional, }
);

impl UploadResource {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            created_at: None,
            id: Default::default(),
            bytes: None,
            filename: None,
            purpose: None,
            status: None,
            expires_at: None,
            file: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::object`].
    #[must_use]
    pub fn with_object(mut self, object: impl Into<TypeDiscriminator>) -> Self {
        self.object = Some(object.into());
        self
    }

    /// Sets [`Self::created_at`].
    #[must_use]
    pub fn with_created_at(mut self, created_at: impl Into<Timestamp>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets [`Self::id`].
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// Sets [`Self::bytes`].
    #[must_use]
    pub fn with_bytes(mut self, bytes: i64) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// Sets [`Self::filename`].
    #[must_use]
    pub fn with_filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = Some(filename.into());
        self
    }

    /// Sets [`Self::purpose`].
    #[must_use]
    pub fn with_purpose(mut self, purpose: impl Into<Purpose>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<UploadStatus>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::expires_at`].
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(expires_at.into());
        self
    }

    /// Sets [`Self::file`].
    #[must_use]
    pub fn with_file(mut self, file: impl Into<File>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}

impl Default for UploadResource {
    fn default() -> Self {
        Self::new()
    }
}

/// Upload status.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UploadStatus {
    /// Serialized as `pending`.
    Pending,
    /// Serialized as `expired`.
    Expired,
    /// Serialized as `completed`.
    Completed,
    /// Serialized as `cancelled`.
    Cancelled,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    UploadStatus { Pending = "pending", Expired = "expired", Completed = "completed",
    Cancelled = "cancelled", }
);

/// Upload file part form.
#[derive(Debug)]
#[non_exhaustive]
pub struct UploadFilePartForm {
    /// Data.
    pub data: FilePart,
    /// Fields that this version of the crate does not know. Sent as text.
    pub extra: Extra,
}

impl UploadFilePartForm {
    pub(crate) fn into_form(self) -> Form {
        let mut form = Form::new().extra(self.extra);
        form = form.file("data", self.data);
        form
    }
}

impl UploadFilePartForm {
    /// Creates a value with the required fields.
    #[must_use]
    pub fn new(data: impl Into<FilePart>) -> Self {
        Self {
            data: data.into(),
            extra: Extra::default(),
        }
    }

    /// Sets a field that this version of the crate does not know. A known field of that name is replaced.
    #[must_use]
    pub fn with_extra(
        mut self,
        name: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }
}
