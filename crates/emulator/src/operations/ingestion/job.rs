//! Reads a job and masks its secrets. The document's unions are checked before.

use serde::Deserialize;
use serde_json::Value;
use twox_hash::XxHash64;

use crate::state::ingestion::{Documents, Plan};
use crate::wire::ServiceError;
use crate::wire::parameters::{self, Integer, integer, invalid_value};

/// Stands in a response where a secret was sent: the document requires that something does.
const MASK: &str = "********";
/// Fields of connections that are secrets.
const SECRETS: [&str; 2] = ["key", "connectionString"];
const MAX_ID: usize = 128;
const FAIL: &str = "emulator-fail";
const WARN: &str = "emulator-warn";

/// String fields, at any depth, that must not be empty.
const FILLED: [&str; 11] = [
    "workspaceId",
    "computeId",
    "connectionId",
    "containerName",
    "datasetId",
    "datasetType",
    "endpoint",
    "key",
    "connectionString",
    "kind",
    "jobId",
];
/// A century of hours.
const MAX_REFRESH: i64 = 876_600;
const MAX_COUNT: i64 = i32::MAX as i64;
/// Numbers in it, and their bounds.
const COUNTS: [(&str, i64, i64); 9] = [
    ("dataRefreshIntervalInHours", 1, MAX_REFRESH),
    ("instanceCount", 1, MAX_COUNT),
    ("maxChunkSizeInTokens", 1, MAX_COUNT),
    ("maxCrawlDepth", 0, MAX_COUNT),
    ("maxCrawlTimeInMins", 0, MAX_COUNT),
    ("maxDownloadTimeInMins", 0, MAX_COUNT),
    ("maxFileSize", 0, MAX_COUNT),
    ("maxRedirects", 0, MAX_COUNT),
    ("maxFiles", 0, MAX_COUNT),
];

/// The fields that make a difference here.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GivenJob<'a> {
    kind: Compute,
    job_id: Option<&'a str>,
    data_refresh_interval_in_hours: Option<Integer>,
    #[serde(borrow)]
    datasource: Option<Datasource<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum Compute {
    SystemCompute,
    UserCompute,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Datasource<'a> {
    kind: &'a str,
    container_name: Option<&'a str>,
    dataset_id: Option<&'a str>,
    urls: Option<Vec<&'a str>>,
}

/// The plan for a job that was sent under this id.
pub(super) fn read(id: &str, mut sent: Value) -> Result<Plan, ServiceError> {
    let legal = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if id.is_empty() || id.len() > MAX_ID || !id.bytes().all(legal) {
        let message = format!(
            "The job id '{id}' is invalid: it must have 1 to {MAX_ID} letters, digits, hyphens, underscores and dots."
        );
        return Err(invalid_value("job-id", message));
    }
    let job: GivenJob<'_> = parameters::read(&sent)?;
    if let Some(other) = job.job_id.filter(|other| *other != id) {
        let message = format!("The job id '{other}' in the body is not '{id}', that of the path.");
        return Err(invalid_value("jobId", message));
    }
    check(&sent, "")?;
    let refresh = job.data_refresh_interval_in_hours;
    let (user_compute, source) = (job.kind == Compute::UserCompute, plan_source(job.datasource)?);
    let digest = XxHash64::oneshot(0, sent.to_string().as_bytes());
    mask(&mut sent);
    sent["jobId"] = id.into();
    Ok(Plan {
        described: sent,
        digest,
        user_compute,
        refresh_hours: refresh.and_then(|Integer(hours)| u32::try_from(hours).ok()),
        source,
    })
}

/// Checks what the document leaves open: strings that must not be empty, and the bounds of numbers.
fn check(value: &Value, path: &str) -> Result<(), ServiceError> {
    let fields = match value {
        Value::Object(fields) => fields,
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            return items.try_for_each(|(index, item)| check(item, &format!("{path}[{index}]")));
        }
        _ => return Ok(()),
    };
    for (name, value) in fields {
        let path = match path {
            "" => name.clone(),
            path => format!("{path}.{name}"),
        };
        if value == "" && FILLED.contains(&name.as_str()) {
            return Err(invalid_value(&path, format!("'{path}' must not be empty.")));
        }
        if let Some((_, min, max)) = COUNTS.iter().find(|(count, ..)| count == name) {
            integer(&path, parameters::read(value)?, *min, *max)?;
        }
        check(value, &path)?;
    }
    Ok(())
}

/// The contents of the source: a number of documents that follows from its name, or one a page. The document asks for
/// no datasource, but no run can do without.
fn plan_source(source: Option<Datasource<'_>>) -> Result<Documents, ServiceError> {
    let Some(source) = source else {
        return Ok(Documents {
            failure: Some("The job has no datasource.".to_owned()),
            ..Documents::default()
        });
    };
    let crawled = source.kind == "Urls";
    let pages = source.urls.filter(|_| crawled).unwrap_or_default();
    for (index, url) in pages.iter().enumerate() {
        if !url.starts_with("https://") && !url.starts_with("http://") {
            let path = format!("datasource.urls[{index}]");
            let message = format!("Invalid '{path}': expected an http or https URL.");
            return Err(invalid_value(&path, message));
        }
    }
    let name = source.container_name.or(source.dataset_id).unwrap_or_default();
    let marked = |mark: &str| {
        let mut places = std::iter::once(&name).chain(&pages);
        places.find(|place| place.contains(mark))
    };
    Ok(Documents {
        crawled,
        documents: match crawled {
            true => pages.len() as u32,
            false => 10 + (XxHash64::oneshot(0, name.as_bytes()) % 90) as u32,
        },
        failure: marked(FAIL).map(|place| format!("The datasource '{place}' cannot be read.")),
        warnings: marked(WARN)
            .map(|place| format!("A document in '{place}' has no text and was skipped."))
            .into_iter()
            .collect(),
    })
}

/// Replaces the secrets of connections, wherever one is, and drops fields that are `null`.
fn mask(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, value| !value.is_null());
            for (name, value) in fields {
                if SECRETS.contains(&name.as_str()) {
                    *value = MASK.into();
                } else {
                    mask(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask),
        _ => {}
    }
}
