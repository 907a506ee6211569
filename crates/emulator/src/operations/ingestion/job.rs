//! Reads a job: its unions by their discriminators, its secrets masked.

use serde_json::Value;
use twox_hash::XxHash64;

use crate::state::ingestion::{Plan, Source};
use crate::wire::ServiceError;
use crate::wire::parameters::{Object, unsupported_value};

/// What stands in an answer where a secret was sent: the document requires that something does.
const MASK: &str = "********";
/// Members of connections that are secrets.
const SECRETS: [&str; 2] = ["key", "connectionString"];
const MAX_ID: usize = 128;
/// A century.
const MAX_REFRESH_HOURS: i64 = 876_600;
const MAX_COUNT: i64 = i32::MAX as i64;
const FAIL: &str = "emulator-fail";
const WARN: &str = "emulator-warn";
const CRAWLING: [&str; 6] = [
    "maxCrawlDepth",
    "maxCrawlTimeInMins",
    "maxDownloadTimeInMins",
    "maxFileSize",
    "maxRedirects",
    "maxFiles",
];

/// The plan for a job that was sent under this id.
pub(super) fn read(id: &str, sent: Value) -> Result<Plan, ServiceError> {
    read_job(id, sent)
}

fn read_job(id: &str, mut sent: Value) -> Result<Plan, ServiceError> {
    let legal = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if id.is_empty() || id.len() > MAX_ID || !id.bytes().all(legal) {
        let message = format!(
            "The job id '{id}' is invalid: it must have 1 to {MAX_ID} letters, digits, hyphens, underscores and dots."
        );
        return Err(invalid("job-id", message));
    }
    let job = Object::new("", &sent)?;
    if let Some(other) = job.text("jobId")?.filter(|other| *other != id) {
        let message = format!("The job id '{other}' in the body is not '{id}', that of the path.");
        return Err(invalid("jobId", message));
    }
    let user_compute = kind(&job, &["SystemCompute", "UserCompute"])? == "UserCompute";
    let refresh = job.integer("dataRefreshIntervalInHours", 1, MAX_REFRESH_HOURS)?;
    let source = if user_compute {
        required_text(&job, "workspaceId")?;
        compute(&job)?;
        target(&job)?;
        user_source(&job)?
    } else {
        connection(&job, "searchServiceConnection", false)?;
        let actions = ["cleanUpTempAssets", "keepAllAssets"];
        job.choice("completionAction", &actions)?;
        system_source(&job)?
    };
    let digest = XxHash64::oneshot(0, sent.to_string().as_bytes());
    mask(&mut sent);
    sent["jobId"] = id.into();
    Ok(Plan {
        described: sent,
        digest,
        user_compute,
        refresh_hours: refresh.and_then(|hours| u32::try_from(hours).ok()),
        source,
    })
}

fn compute(job: &Object<'_>) -> Result<(), ServiceError> {
    let Some(compute) = job.object("compute")? else {
        return Ok(());
    };
    if kind(&compute, &["ServerlessCompute", "CustomCompute"])? == "CustomCompute" {
        required_text(&compute, "computeId")?;
    } else {
        compute.text("sku")?;
        compute.integer("instanceCount", 1, MAX_COUNT)?;
    }
    Ok(())
}

fn target(job: &Object<'_>) -> Result<(), ServiceError> {
    let Some(target) = job.object("target")? else {
        return Ok(());
    };
    if kind(&target, &["AzureAISearch", "CosmosDB", "Pinecone"])? == "CosmosDB" {
        target.text("collectionName")?;
        target.text("databaseName")?;
    }
    required_text(&target, "connectionId").map(drop)
}

fn system_source(job: &Object<'_>) -> Result<Source, ServiceError> {
    let Some(source) = job.object("datasource")? else {
        return Ok(no_source());
    };
    let crawled = kind(&source, &["Storage", "Urls"])? == "Urls";
    connection(&source, "connection", true)?;
    let container = required_text(&source, "containerName")?;
    let embeddings = source.required("embeddings", source.get("embeddings"));
    embeddings.map(drop)?;
    for settings in source.objects("embeddings")? {
        connection(&settings, "connection", false)?;
        names(&settings)?;
    }
    chunking(&source)?;
    let pages = if crawled { urls(&source)? } else { Vec::new() };
    Ok(plan_source(container, pages, crawled))
}

fn user_source(job: &Object<'_>) -> Result<Source, ServiceError> {
    let Some(source) = job.object("datasource")? else {
        return Ok(no_source());
    };
    let crawled = kind(&source, &["Dataset", "Urls"])? == "Urls";
    if crawled {
        source.required("embeddings", source.get("embeddings")).map(drop)?;
    }
    for settings in source.objects("embeddings")? {
        settings.text("connectionId")?;
        names(&settings)?;
    }
    chunking(&source)?;
    if crawled {
        let pages = urls(&source)?;
        return Ok(plan_source("", pages, true));
    }
    required_text(&source, "datasetType")?;
    let dataset = required_text(&source, "datasetId")?;
    Ok(plan_source(dataset, Vec::new(), false))
}

fn names(settings: &Object<'_>) -> Result<(), ServiceError> {
    settings.text("deploymentName")?;
    settings.text("modelName").map(drop)
}

fn connection(parent: &Object<'_>, name: &str, needed: bool) -> Result<(), ServiceError> {
    let Some(connection) = parent.object(name)? else {
        return if needed { Err(parent.missing(name)) } else { Ok(()) };
    };
    let kinds = [
        "EndpointWithKey",
        "ConnectionString",
        "EndpointWithManagedIdentity",
        "WorkspaceConnection",
        "RelativeConnection",
    ];
    match kind(&connection, &kinds)? {
        "EndpointWithKey" => {
            required_text(&connection, "endpoint")?;
            required_text(&connection, "key")?;
        }
        "ConnectionString" => {
            required_text(&connection, "connectionString")?;
        }
        "EndpointWithManagedIdentity" => {
            required_text(&connection, "endpoint")?;
            connection.text("resourceId")?;
        }
        "WorkspaceConnection" => {
            required_text(&connection, "connectionId")?;
        }
        _ => {}
    }
    Ok(())
}

fn chunking(source: &Object<'_>) -> Result<(), ServiceError> {
    if let Some(chunking) = source.object("chunking")? {
        chunking.integer("maxChunkSizeInTokens", 1, MAX_COUNT)?;
    }
    Ok(())
}

/// The pages to crawl, and how.
fn urls<'a>(source: &Object<'a>) -> Result<Vec<&'a str>, ServiceError> {
    if let Some(crawling) = source.object("crawling")? {
        for name in CRAWLING {
            crawling.integer(name, 0, MAX_COUNT)?;
        }
    }
    let items = source.required("urls", source.list("urls")?)?;
    let page = |(index, item): (usize, &'a Value)| {
        item.as_str()
            .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
            .ok_or_else(|| {
                let path = format!("{}[{index}]", source.path("urls"));
                let message = format!("Invalid '{path}': expected an http or https URL.");
                invalid(&path, message)
            })
    };
    items.iter().enumerate().map(page).collect()
}

/// The discriminator, of which other cases are taken too: published bodies differ.
fn kind(object: &Object<'_>, kinds: &[&'static str]) -> Result<&'static str, ServiceError> {
    let sent = required_text(object, "kind")?;
    kinds
        .iter()
        .find(|known| known.eq_ignore_ascii_case(sent))
        .copied()
        .ok_or_else(|| unsupported_value(&object.path("kind"), sent, kinds))
}

fn required_text<'a>(object: &Object<'a>, name: &str) -> Result<&'a str, ServiceError> {
    let text = object.required(name, object.text(name)?)?;
    if text.is_empty() {
        let path = object.path(name);
        return Err(invalid(&path, format!("'{path}' must not be empty.")));
    }
    Ok(text)
}

/// What is found at the source: as many documents as its name says, or one a page.
fn plan_source(name: &str, pages: Vec<&str>, crawled: bool) -> Source {
    let marked = |mark: &str| {
        std::iter::once(name)
            .chain(pages.iter().copied())
            .find(|place| place.contains(mark))
    };
    let documents = match crawled {
        true => pages.len() as u32,
        false => 10 + (XxHash64::oneshot(0, name.as_bytes()) % 90) as u32,
    };
    Source {
        crawled,
        documents,
        failure: marked(FAIL).map(|place| format!("The datasource '{place}' cannot be read.")),
        warnings: marked(WARN)
            .map(|place| format!("A document in '{place}' has no text and was skipped."))
            .into_iter()
            .collect(),
    }
}

/// The document asks for no datasource, but no run can do without.
fn no_source() -> Source {
    Source {
        crawled: false,
        documents: 0,
        failure: Some("The job has no datasource.".to_owned()),
        warnings: Vec::new(),
    }
}

/// Replaces the secrets of connections, wherever one is, and drops what is `null`, which stands for "absent".
fn mask(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, value| !value.is_null());
            for (name, value) in members {
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

fn invalid(path: &str, message: String) -> ServiceError {
    ServiceError::invalid_request("invalid_value", path, message)
}
