//! `aoai batch results`.

use azure_openai::authoring::Batch;
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
        let mut line = json!({
            "custom_id": result.custom_id,
            "status": result.status.map(|status| status.as_u16()),
            "request_id": result.request_id,
        });
        match result.outcome {
            Ok(response) => line["response"] = response,
            Err(failure) => {
                failed += 1;
                line["error"] = json!({
                    "message": failure.to_string(),
                    "code": failure.error().and_then(|error| error.code()),
                });
            }
        }
        match text {
            false => session.out.json_line(&line)?,
            true => session.out.line(&text_line(&line))?,
        }
    }
    match failed {
        0 => Ok(()),
        _ => {
            let failure = Failure::new(Kind::Incomplete, format!("{failed} of {all} requests failed"));
            Err(failure.advise("the lines with \"error\" say why"))
        }
    }
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
