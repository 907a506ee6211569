//! TLS, credential, api-versions, deployments.

use azure_openai::Error;

use super::report::Report;
use crate::failure::{Failure, Kind, Result};
use crate::session::Connection;

pub(super) async fn check(report: &mut Report, connection: &Connection) -> Result<()> {
    let models = connection.client.authoring().models().list().await;
    let secure = connection.config.endpoint.starts_with("https:");
    if let Err(error) = &models
        && error.status().is_none()
    {
        let failure = Failure::of(error).advise(match secure {
            true => "a proxy or firewall that opens TLS needs its certificate among those of the system; check the clock too",
            false => "check that a service speaks HTTP on this port",
        });
        report.failed("tls", &failure)?;
        return report.skipped(&["credential", "api-version", "deployments"]);
    }
    match secure {
        true => report.ok("tls", "the certificate is valid")?,
        false => report.ok("tls", "not used: plain HTTP, to this machine")?,
    }
    if let Err(error) = &models
        && (error.is_unauthorized() || error.is_forbidden())
    {
        report.failed("credential", &credential(error))?;
        return report.skipped(&["api-version", "deployments"]);
    }
    match &models {
        Ok(_) => report.ok("credential", "accepted")?,
        Err(error) => report.warning("credential", &format!("not known: {error}"), "see the next line")?,
    }
    let deployments = connection.client.inference().deployments().list().await;
    let names = deployments.map(|list| list.into_value().data.into_iter().map(|one| one.id).collect::<Vec<_>>());
    let results = [
        ("authoring", models.as_ref().err()),
        ("inference", names.as_ref().err()),
    ];
    let mut known = Vec::new();
    for (api, result) in results {
        match result {
            None => known.push(api),
            Some(error) => report.failed("api-version", &version(api, error, connection))?,
        }
    }
    if !known.is_empty() {
        let version = connection.config.api_version.as_deref();
        let version = version.map_or_else(|| "each specification's own".to_owned(), str::to_owned);
        report.ok("api-version", format!("{version}, accepted by {}", known.join(" and ")))?;
    }
    match names {
        Ok(names) => compare(report, connection, &names),
        Err(_) => report.skipped(&["deployments"]),
    }
}

fn credential(error: &Error) -> Failure {
    Failure::of(error).advise(match error.is_forbidden() {
        true => {
            "the resource knows the caller and forbids it: with keys switched off use a token; with a token assign the \
             role `Cognitive Services OpenAI User`; check the resource's network rules"
        }
        false => {
            "check that the key is this resource's (Azure portal: Keys and Endpoint), or get a new token: `az account \
             get-access-token --scope https://cognitiveservices.azure.com/.default`"
        }
    })
}

fn version(api: &str, error: &Error, connection: &Connection) -> Failure {
    let failure = Failure::of(error).context(api);
    match (error.is_not_found(), &connection.config.api_version) {
        (true, Some(version)) => failure.advise(format!(
            "the resource does not know the api-version {version} for the {api} API: leave out --api-version, the \
             profile's api-version and OPENAI_API_VERSION, or set another"
        )),
        (true, None) => failure.advise("check that the endpoint is an Azure OpenAI resource, without a path"),
        (false, _) => failure,
    }
}

/// Compares the deployments that are configured with those that there are.
fn compare(report: &mut Report, connection: &Connection, names: &[String]) -> Result<()> {
    if names.is_empty() {
        return report.warning(
            "deployments",
            "none",
            "make one in the Azure portal or with `az cognitiveservices account deployment create`",
        );
    }
    let missing: Vec<_> = connection
        .config
        .deployments
        .iter()
        .filter(|(_, name)| !names.contains(name))
        .map(|(purpose, name)| format!("`{name}`, configured for {purpose}"))
        .collect();
    if missing.is_empty() {
        return report.ok("deployments", names.join(", "));
    }
    let failure = Failure::new(Kind::NotFound, format!("no deployment {}", missing.join(", ")));
    report.failed(
        "deployments",
        &failure.advise(format!("there are {}: configure one of these", names.join(", "))),
    )
}
