// Made by `cargo xtask codegen` from specs/authoring/swagger.yaml: Azure OpenAI API version 2025-03-01-preview.
// Do not edit: change the overlay or the generator, and run it again.

//! Types that several groups of operations use.

use azure_openai_core::{Extra, Timestamp, Value};
use serde::{Deserialize, Serialize};

/// A file is a document usable for training and validation. It can also be a service generated document with result details.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct File {
    /// Defines the type of an object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<TypeDiscriminator>,
    /// A timestamp when this job or item was created (in unix epochs).
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The identity of this item.
    ///
    /// Set by the service.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub id: String,
    /// The state of a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<FileState>,
    /// The size of this file when available (can be null). File sizes larger than 2^53-1 are not supported to ensure compatibility
    /// with JavaScript integers.
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<i64>,
    /// The intended purpose of the uploaded documents. Use "fine-tune" for fine-tuning. This allows us to validate the format of the uploaded file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// The name of the file.
    ///
    /// Not empty.
    #[serde(default, deserialize_with = "azure_openai_core::decode::or_default")]
    pub filename: String,
    /// A unix timestamp (the number of seconds that have elapsed since January 1, 1970) when the file is expired.
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The error message with details in case processing of this file failed.
    /// Deprecated.
    ///
    /// Set by the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_details: Option<String>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl File {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Defines a expiration for the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FileExpiresAfter {
    /// Defines the anchor relative to what time the absolute expiration should be generated from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<FileExpiryAnchor>,
    /// The relative expiration time in seconds.
    /// Range: \[1209600 - 2592000\].
    ///
    /// Range: 1209600 to 2592000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<i64>,
    /// Fields that this version of the crate does not know: kept as they came, sent as they are.
    #[serde(flatten)]
    pub extra: Extra,
}

impl FileExpiresAfter {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

    /// Sets a field that this version of the crate does not know. One that it knows would be sent twice: it has a
    /// setter of its own.
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

/// Defines the anchor relative to what time the absolute expiration should be generated from.
///
/// Compared without regard to case.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum FileExpiryAnchor {
    /// Defines the expiration anchor to be created_at time.
    ///
    /// On the wire: `created_at`.
    CreatedAt,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `uploaded`.
    Uploaded,
    /// The operation was created and is not queued to be processed in the future. It can be categorized as an inactive state.
    ///
    /// On the wire: `pending`.
    Pending,
    /// The operation has started to be processed. It can be categorized as an active state.
    ///
    /// On the wire: `running`.
    Running,
    /// The operation has successfully be processed and is ready for consumption. It can be categorized as a terminal state.
    ///
    /// On the wire: `processed`.
    Processed,
    /// The operation has completed processing with a failure and cannot be further consumed. It can be categorized as a terminal state.
    ///
    /// On the wire: `error`.
    Error,
    /// The entity is ni the process to be deleted. This state is not returned by Azure OpenAI and exposed only for compatibility. It can be categorized as an active state.
    ///
    /// On the wire: `deleting`.
    Deleting,
    /// The entity has been deleted but may still be referenced by other entities predating the deletion. It can be categorized as a terminal state.
    ///
    /// On the wire: `deleted`.
    Deleted,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `created`.
    Created,
    /// The operation is not yet queued to be processed in the future. It can be categorized as an inactive state.
    ///
    /// On the wire: `pending`.
    Pending,
    /// The operation has started to be processed. It can be categorized as an active state.
    ///
    /// On the wire: `running`.
    Running,
    /// The operation has successfully be processed and is ready for consumption. It can be categorized as a terminal state.
    ///
    /// On the wire: `succeeded`.
    Succeeded,
    /// The operation has been cancelled and is incomplete. It can be categorized as a terminal state.
    ///
    /// On the wire: `cancelled`.
    Cancelled,
    /// The operation has completed processing with a failure and cannot be further consumed. It can be categorized as a terminal state.
    ///
    /// On the wire: `failed`.
    Failed,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `desc`.
    Desc,
    /// On the wire: `asc`.
    Asc,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `fine-tune`.
    FineTune,
    /// This file contains the results of a fine tune job.
    ///
    /// On the wire: `fine-tune-results`.
    FineTuneResults,
    /// This file contains data to be used in assistants.
    ///
    /// On the wire: `assistants`.
    Assistants,
    /// This file contains the results of an assistant.
    ///
    /// On the wire: `assistants_output`.
    AssistantsOutput,
    /// This file contains the input data for a batch.
    ///
    /// On the wire: `batch`.
    Batch,
    /// This file contains the results of a batch.
    ///
    /// On the wire: `batch_output`.
    BatchOutput,
    /// A value that this version of the crate does not know, as it came.
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
    /// On the wire: `list`.
    List,
    /// This object represents a fine tune job.
    ///
    /// On the wire: `fine_tuning.job`.
    FineTuningJob,
    /// This object represents a file.
    ///
    /// On the wire: `file`.
    File,
    /// This object represents an event of a fine tuning job.
    ///
    /// On the wire: `fine_tuning.job.event`.
    FineTuningJobEvent,
    /// This object represents a checkpoint of a fine tuning job.
    ///
    /// On the wire: `fine_tuning.job.checkpoint`.
    FineTuningJobCheckpoint,
    /// This object represents a model (can be a base model or fine tune job result).
    ///
    /// On the wire: `model`.
    Model,
    /// This object represents a file upload.
    ///
    /// On the wire: `upload`.
    Upload,
    /// This object represents part of a file upload.
    ///
    /// On the wire: `upload.part`.
    UploadPart,
    /// This object represents a batch.
    ///
    /// On the wire: `batch`.
    Batch,
    /// This object represents the Weights and Biases Integration configuration.
    ///
    /// On the wire: `wandb`.
    Wandb,
    /// A value that this version of the crate does not know, as it came.
    Unknown(String),
}

azure_openai_core::open_enum!(
    TypeDiscriminator { List = "list", FineTuningJob = "fine_tuning.job", File = "file",
    FineTuningJobEvent = "fine_tuning.job.event", FineTuningJobCheckpoint =
    "fine_tuning.job.checkpoint", Model = "model", Upload = "upload", UploadPart =
    "upload.part", Batch = "batch", Wandb = "wandb", }
);
