//! How each list continues: what makes [`RequestBuilder::items`](azure_openai_core::RequestBuilder::items) and
//! [`RequestBuilder::pages`](azure_openai_core::RequestBuilder::pages) of its request work.

use azure_openai_core::paging::{List, Next};

use crate::generated::{
    Batch, BatchesList, File, FileList, FineTuningJob, FineTuningJobCheckpoint, FineTuningJobCheckpointList,
    FineTuningJobEvent, FineTuningJobEventList, FineTuningJobList, IngestionJob, IngestionJobList, IngestionJobRun,
    IngestionJobRunList, InputMessage, Model, ModelList, StoredCompletion, StoredCompletionList,
    StoredCompletionMessages,
};

/// A list type, its items and their field, an item's id, and the continuation.
macro_rules! list {
    ($list:ident of $item:ident in $items:ident, |$one:ident| $id:expr, |$page:ident| $next:expr) => {
        impl List for $list {
            type Item = $item;

            fn items(&self) -> &[$item] {
                &self.$items
            }

            fn into_items(self) -> Vec<$item> {
                self.$items
            }

            fn item_id($one: &$item) -> Option<&str> {
                $id
            }

            fn next(&self) -> Next<'_> {
                let $page = self;
                $next
            }
        }
    };
}

list!(BatchesList of Batch in data, |batch| Some(&batch.id), |page| Next::After {
    has_more: page.has_more,
    last_id: page.last_id.as_deref(),
});

// The specified file list has no continuation: `has_more` is read all the same, should a later version have it.
list!(FileList of File in data, |file| Some(&file.id), |page| Next::After {
    has_more: page.extra.get("has_more").and_then(azure_openai_core::Value::as_bool),
    last_id: None,
});

list!(FineTuningJobList of FineTuningJob in data, |job| Some(&job.id), |page| Next::After {
    has_more: page.has_more,
    last_id: None,
});

list!(FineTuningJobEventList of FineTuningJobEvent in data, |event| Some(&event.id), |page| Next::After {
    has_more: page.has_more,
    last_id: None,
});

list!(FineTuningJobCheckpointList of FineTuningJobCheckpoint in data, |point| Some(&point.id), |page| Next::After {
    has_more: page.has_more,
    last_id: None,
});

list!(StoredCompletionList of StoredCompletion in data, |completion| Some(&completion.id), |page| Next::After {
    has_more: page.has_more,
    last_id: page.last_id.as_deref(),
});

list!(StoredCompletionMessages of InputMessage in data, |message| message.id.as_deref(), |page| Next::After {
    has_more: page.has_more,
    last_id: page.last_id.as_deref(),
});

list!(IngestionJobList of IngestionJob in value, |job| ingestion_job_id(job), |page| Next::Link(page.next_link.as_deref()));

list!(IngestionJobRunList of IngestionJobRun in value, |run| run.run_id.as_deref(), |page| Next::Link(page.next_link.as_deref()));

// The operation has no parameters, so its one page is the whole list.
list!(ModelList of Model in data, |model| Some(&model.id), |_page| Next::Link(None));

fn ingestion_job_id(job: &IngestionJob) -> Option<&str> {
    match job {
        IngestionJob::SystemCompute(job) => job.job_id.as_deref(),
        IngestionJob::UserCompute(job) => job.job_id.as_deref(),
        IngestionJob::Unknown(fields) => fields.get("jobId")?.as_str(),
    }
}
