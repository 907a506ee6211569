//! Results of batches as lines.

use azure_openai::authoring::Batch;
use azure_openai::batches::BatchFailure;
use serde_json::{Value, json};

use crate::failure::{Failure, Kind, Result};
use crate::output::{clean, or_dash};
use crate::session::Session;

/// Prints the results of a batch, a line each: JSON, or the text of the response.
pub(super) async fn print(session: &Session, batch: &Batch, text: bool) -> Result<()> {
    if batch.output_file_id.is_none() && batch.error_file_id.is_none() {
        let status = or_dash(batch.status.as_ref().map(|status| status.as_str()));
        let failure = Failure::input(format!("batch {} is {status} and has no results", batch.id));
        return Err(failure.advise(format!("aoai{} batch wait {}", session.options(), batch.id)));
    }
    let mut results = session.client().await?.batches().results::<Value>(batch);
    let (mut all, mut failed) = (0_u64, 0_u64);
    while let Some(result) = results.next().await {
        let result = result?;
        all += 1;
        failed += u64::from(result.outcome.is_err());
        let status = result.status.map(|status| status.as_u16());
        let line = line(&result.custom_id, status, result.request_id, result.outcome);
        match text {
            false => session.out.json_line(&line)?,
            true => session.out.line(&text_line(&line))?,
        }
    }
    complete(all, failed).map_err(|failure| failure.advise("the lines with \"error\" say why"))
}

/// Fails where requests failed.
pub(super) fn complete(all: u64, failed: u64) -> Result<()> {
    match failed {
        0 => Ok(()),
        _ => Err(Failure::new(
            Kind::Incomplete,
            format!("{failed} of {all} requests failed"),
        )),
    }
}

/// The JSON of a result.
pub(super) fn line(
    custom_id: &str,
    status: Option<u16>,
    request_id: Option<String>,
    outcome: Result<Value, BatchFailure>,
) -> Value {
    let mut line = json!({ "custom_id": custom_id, "status": status, "request_id": request_id });
    match outcome {
        Ok(response) => line["response"] = response,
        Err(failure) => {
            let code = failure.error().and_then(|error| error.code());
            line["error"] = json!({ "message": failure.to_string(), "code": code });
        }
    }
    line
}

/// The id and what the model wrote, on one line; the error where there is one.
fn text_line(line: &Value) -> String {
    let id = line["custom_id"].as_str().unwrap_or("-");
    let choice = &line["response"]["choices"][0];
    let text = choice["message"]["content"].as_str().or(choice["text"].as_str());
    let error = line["error"]["message"]
        .as_str()
        .map(|message| format!("error: {message}"));
    let text = text.map(str::to_owned).or(error).unwrap_or_default();
    clean(&format!("{id}\t{}", text.replace(['\n', '\r'], " ")))
}
