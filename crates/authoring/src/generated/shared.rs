// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Timestamp, Value};

/// A file is a document usable for training and validation. It can also be a service generated document with result details.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct File {
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
    /// The state of a file.
    pub status: Option<FileState>,
    /// The size of this file when available (can be null). File sizes larger than 2^53-1 are not supported to ensure compatibility
    /// with JavaScript integers.
    ///
    /// Set by the service.
    pub bytes: Option<i64>,
    /// The intended purpose of the uploaded documents. Use "fine-tune" for fine-tuning. This allows us to validate the format of the uploaded file.
    pub purpose: Option<Purpose>,
    /// The name of the file.
    ///
    /// Not empty.
    pub filename: String,
    /// A unix timestamp (the number of seconds that have elapsed since January 1, 1970) when the file is expired.
    ///
    /// Set by the service.
    pub expires_at: Option<Timestamp>,
    /// The error message with details in case processing of this file failed.
    /// Deprecated.
    ///
    /// Set by the service.
    pub status_details: Option<String>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    File, response { "object" => object : optional, "created_at" => created_at :
    optional, "id" => id : required, "status" => status : optional, "bytes" => bytes :
    optional, "purpose" => purpose : optional, "filename" => filename : required,
    "expires_at" => expires_at : optional, "status_details" => status_details : optional,
    }
);

impl File {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            object: None,
            created_at: None,
            id: Default::default(),
            status: None,
            bytes: None,
            purpose: None,
            filename: Default::default(),
            expires_at: None,
            status_details: None,
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

    /// Sets [`Self::status`].
    #[must_use]
    pub fn with_status(mut self, status: impl Into<FileState>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets [`Self::bytes`].
    #[must_use]
    pub fn with_bytes(mut self, bytes: i64) -> Self {
        self.bytes = Some(bytes);
        self
    }

    /// Sets [`Self::purpose`].
    #[must_use]
    pub fn with_purpose(mut self, purpose: impl Into<Purpose>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }

    /// Sets [`Self::filename`].
    #[must_use]
    pub fn with_filename(mut self, filename: impl Into<String>) -> Self {
        self.filename = filename.into();
        self
    }

    /// Sets [`Self::expires_at`].
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: impl Into<Timestamp>) -> Self {
        self.expires_at = Some(expires_at.into());
        self
    }

    /// Sets [`Self::status_details`].
    #[must_use]
    pub fn with_status_details(mut self, status_details: impl Into<String>) -> Self {
        self.status_details = Some(status_details.into());
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

impl Default for File {
    fn default() -> Self {
        Self::new()
    }
}

/// Defines a expiration for the file.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FileExpiresAfter {
    /// Defines the anchor relative to what time the absolute expiration should be generated from.
    pub anchor: Option<FileExpiryAnchor>,
    /// The relative expiration time in seconds.
    /// Range: \[1209600 - 2592000\].
    ///
    /// Range: 1209600 to 2592000.
    pub seconds: Option<i64>,
    /// Fields that this version of the crate does not know. Kept as received, sent as given.
    pub extra: Extra,
}

azure_openai_core::open_object!(
    FileExpiresAfter, sent { "anchor" => anchor : optional, "seconds" => seconds :
    optional, }
);

impl FileExpiresAfter {
    /// Creates a value with no field set.
    #[must_use]
    pub fn new() -> Self {
        Self {
            anchor: None,
            seconds: None,
            extra: Extra::default(),
        }
    }

    /// Sets [`Self::anchor`].
    #[must_use]
    pub fn with_anchor(mut self, anchor: impl Into<FileExpiryAnchor>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }

    /// Sets [`Self::seconds`].
    #[must_use]
    pub fn with_seconds(mut self, seconds: i64) -> Self {
        self.seconds = Some(seconds);
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

impl Default for FileExpiresAfter {
    fn default() -> Self {
        Self::new()
    }
}

/// Defines the anchor relative to what time the absolute expiration should be generated from.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FileExpiryAnchor {
    /// Defines the expiration anchor to be created_at time.
    ///
    /// Serialized as `created_at`.
    CreatedAt,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(FileExpiryAnchor { CreatedAt = "created_at", });

/// The state of a file.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FileState {
    /// The file has been uploaded but it's not yet processed. This state is not returned by Azure OpenAI and exposed only for compatibility. It can be categorized as an inactive state.
    ///
    /// Serialized as `uploaded`.
    Uploaded,
    /// The operation was created and is not queued to be processed in the future. It can be categorized as an inactive state.
    ///
    /// Serialized as `pending`.
    Pending,
    /// The operation has started to be processed. It can be categorized as an active state.
    ///
    /// Serialized as `running`.
    Running,
    /// The operation has successfully be processed and is ready for consumption. It can be categorized as a terminal state.
    ///
    /// Serialized as `processed`.
    Processed,
    /// The operation has completed processing with a failure and cannot be further consumed. It can be categorized as a terminal state.
    ///
    /// Serialized as `error`.
    Error,
    /// The entity is ni the process to be deleted. This state is not returned by Azure OpenAI and exposed only for compatibility. It can be categorized as an active state.
    ///
    /// Serialized as `deleting`.
    Deleting,
    /// The entity has been deleted but may still be referenced by other entities predating the deletion. It can be categorized as a terminal state.
    ///
    /// Serialized as `deleted`.
    Deleted,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    FileState { Uploaded = "uploaded", Pending = "pending", Running = "running",
    Processed = "processed", Error = "error", Deleting = "deleting", Deleted = "deleted",
    }
);

/// The state of a finetunes object or fine tuning job.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FineTuningState {
    /// The operation was created. This state is not returned by Azure OpenAI and exposed only for compatibility. It can be categorized as an inactive state.
    ///
    /// Serialized as `created`.
    Created,
    /// The operation is not yet queued to be processed in the future. It can be categorized as an inactive state.
    ///
    /// Serialized as `pending`.
    Pending,
    /// The operation has started to be processed. It can be categorized as an active state.
    ///
    /// Serialized as `running`.
    Running,
    /// The operation has successfully be processed and is ready for consumption. It can be categorized as a terminal state.
    ///
    /// Serialized as `succeeded`.
    Succeeded,
    /// The operation has been cancelled and is incomplete. It can be categorized as a terminal state.
    ///
    /// Serialized as `cancelled`.
    Cancelled,
    /// The operation has completed processing with a failure and cannot be further consumed. It can be categorized as a terminal state.
    ///
    /// Serialized as `failed`.
    Failed,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    FineTuningState { Created = "created", Pending = "pending", Running = "running",
    Succeeded = "succeeded", Cancelled = "cancelled", Failed = "failed", }
);

/// The order of a list.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Order {
    /// Serialized as `desc`.
    Desc,
    /// Serialized as `asc`.
    Asc,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(Order { Desc = "desc", Asc = "asc", });

/// The intended purpose of the uploaded documents. Use "fine-tune" for fine-tuning. This allows us to validate the format of the uploaded file.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Purpose {
    /// This file contains training data for a fine tune job.
    ///
    /// Serialized as `fine-tune`.
    FineTune,
    /// This file contains the results of a fine tune job.
    ///
    /// Serialized as `fine-tune-results`.
    FineTuneResults,
    /// This file contains data to be used in assistants.
    ///
    /// Serialized as `assistants`.
    Assistants,
    /// This file contains the results of an assistant.
    ///
    /// Serialized as `assistants_output`.
    AssistantsOutput,
    /// This file contains the input data for a batch.
    ///
    /// Serialized as `batch`.
    Batch,
    /// This file contains the results of a batch.
    ///
    /// Serialized as `batch_output`.
    BatchOutput,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    Purpose { FineTune = "fine-tune", FineTuneResults = "fine-tune-results", Assistants =
    "assistants", AssistantsOutput = "assistants_output", Batch = "batch", BatchOutput =
    "batch_output", }
);

/// Defines the type of an object.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum TypeDiscriminator {
    /// This object represents a list of other objects.
    ///
    /// Serialized as `list`.
    List,
    /// This object represents a fine tune job.
    ///
    /// Serialized as `fine_tuning.job`.
    FineTuningJob,
    /// This object represents a file.
    ///
    /// Serialized as `file`.
    File,
    /// This object represents an event of a fine tuning job.
    ///
    /// Serialized as `fine_tuning.job.event`.
    FineTuningJobEvent,
    /// This object represents a checkpoint of a fine tuning job.
    ///
    /// Serialized as `fine_tuning.job.checkpoint`.
    FineTuningJobCheckpoint,
    /// This object represents a model (can be a base model or fine tune job result).
    ///
    /// Serialized as `model`.
    Model,
    /// This object represents a file upload.
    ///
    /// Serialized as `upload`.
    Upload,
    /// This object represents part of a file upload.
    ///
    /// Serialized as `upload.part`.
    UploadPart,
    /// This object represents a batch.
    ///
    /// Serialized as `batch`.
    Batch,
    /// This object represents the Weights and Biases Integration configuration.
    ///
    /// Serialized as `wandb`.
    Wandb,
    /// A value that this version of the crate does not know, as received.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TypeDiscriminator { List = "list", FineTuningJob = "fine_tuning.job", File = "file",
    FineTuningJobEvent = "fine_tuning.job.event", FineTuningJobCheckpoint =
    "fine_tuning.job.checkpoint", Model = "model", Upload = "upload", UploadPart =
    "upload.part", Batch = "batch", Wandb = "wandb", }
);
