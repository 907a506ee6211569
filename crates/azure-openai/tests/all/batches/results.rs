//! Output and error files.

use std::collections::BTreeMap;

use azure_openai::batches::{BatchFailure, BatchResult};
use azure_openai::inference::CreateChatCompletionResponse;
use azure_openai::{Bytes, Error, ErrorKind};
use proptest::prelude::*;
use serde_json::json;

use super::{all, blocked, not_run, replied, results, with_files};
use crate::support::scripted::{Reply, Service};

/// The outcomes by custom id, as text.
fn outcomes(found: &[BatchResult<CreateChatCompletionResponse>]) -> BTreeMap<&str, Result<String, String>> {
    let text = |result: &BatchResult<CreateChatCompletionResponse>| match &result.outcome {
        Ok(response) => Ok(response.text().to_owned()),
        Err(failure) => Err(failure.to_string()),
    };
    found
        .iter()
        .map(|result| (result.custom_id.as_str(), text(result)))
        .collect()
}

#[tokio::test]
async fn bad_line_fails_alone_and_under_its_custom_id() {
    let mut bad_text = replied("text", "tw?").to_string().into_bytes();
    let place = bad_text.iter().position(|byte| *byte == b'?').unwrap();
    bad_text[place] = 0xff;
    let lines = [
        b"\xef\xbb\xbf{\"custom_id\"".to_vec(),
        replied("a", "x").to_string().into_bytes(),
        replied("a", "again").to_string().into_bytes(),
        json!({"custom_id": null, "error": null}).to_string().into_bytes(),
        json!({"custom_id": "e"}).to_string().into_bytes(),
        Vec::new(),
        json!({"custom_id": "f", "response": {"status_code": "200", "body": ["no response"]}})
            .to_string()
            .into_bytes(),
        bad_text,
        b"{\"custom_id\": \"cut\", \"response\": {".to_vec(),
        not_run("g").to_string().into_bytes(),
        replied("z", "last").to_string().into_bytes(),
    ];
    let service = with_files(vec![lines.join(&b"\r\n"[..]).into()], vec![Bytes::new()]).await;
    let (found, errors) = all(results(&service).with_expected_ids(["a", "e", "g", "missing"])).await;
    let phrases = [
        "line 1 of file out is not a result",
        "custom id `a`, on line 3",
        "line 4 of file out has no custom id",
    ];
    assert_eq!(errors.len(), phrases.len(), "{errors:?}");
    for (error, phrase) in errors.iter().zip(phrases) {
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains(phrase), "{error}");
    }
    let outcomes = outcomes(&found);
    assert_eq!(found.len(), 8);
    assert_eq!(outcomes["a"].as_deref(), Ok("x"));
    assert_eq!(outcomes["z"].as_deref(), Ok("last"));
    for (id, phrase) in [
        ("e", "line 5 of file out has neither a response nor an error"),
        ("f", "line 7 of file out"),
        ("text", "line 8 of file out is not UTF-8"),
        ("cut", "line 9 of file out is not a result of a batch"),
        ("g", "request not run: too late: batch_expired"),
        ("missing", "no result with this custom id"),
    ] {
        let error = outcomes[id].as_ref().unwrap_err();
        assert!(error.contains(phrase), "{error}");
    }
}

#[tokio::test]
async fn line_over_the_limit_is_an_error_and_the_others_follow() {
    let long = replied("a", &"x".repeat(5000)).to_string();
    let lines = [long, replied("b", "short").to_string()].join("\n");
    let service = with_files(vec![lines.into()], vec![]).await;
    let (found, errors) = all(results(&service).with_line_limit(4096)).await;
    assert_eq!(outcomes(&found), BTreeMap::from([("b", Ok("short".to_owned()))]));
    assert_eq!(
        errors.iter().map(Error::kind).collect::<Vec<_>>(),
        [ErrorKind::TooLarge]
    );
}

#[tokio::test]
async fn nothing_is_missing_where_a_file_cannot_be_read() {
    let gone = Service::start(|_| Reply::error(404, "notFound")).await;
    let (found, errors) = all(results(&gone).with_expected_ids(["a"])).await;
    assert!(found.is_empty() && errors.len() == 1 && errors[0].is_not_found());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Any outcome of any line, in any order, cut anywhere: each id once, with its own outcome.
    #[test]
    fn each_request_has_its_own_result(
        kinds in prop::collection::vec(0_u8..4, 1..20),
        order in any::<prop::sample::Index>(),
        cut in 1_usize..200,
        crlf: bool,
    ) {
        let end = if crlf { "\r\n" } else { "\n" };
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        for (number, kind) in kinds.iter().enumerate() {
            let id = format!("id-{number}-ü");
            match kind {
                0 => output.push(replied(&id, &id).to_string()),
                1 => errors.push(blocked(&id).to_string()),
                2 => errors.push(not_run(&id).to_string()),
                _ => {}
            }
        }
        if !output.is_empty() {
            let at = order.index(output.len());
            output.rotate_left(at);
        }
        let chunks = |lines: Vec<String>| -> Vec<Bytes> {
            let text = lines.join(end).into_bytes();
            text.chunks(cut).map(Bytes::copy_from_slice).collect()
        };
        let (output, errors) = (chunks(output), chunks(errors));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let service = with_files(output, errors).await;
            let ids = (0..kinds.len()).map(|number| format!("id-{number}-ü"));
            let (found, failed) = all(results(&service).with_expected_ids(ids)).await;
            prop_assert!(failed.is_empty());
            prop_assert_eq!(found.len(), kinds.len());
            let by_id: BTreeMap<_, _> = found.iter().map(|result| (result.custom_id.clone(), &result.outcome)).collect();
            for (number, kind) in kinds.iter().enumerate() {
                let id = format!("id-{number}-ü");
                let is = match (kind, by_id[&id]) {
                    (0, Ok(reply)) => reply.text() == id.as_str(),
                    (1, Err(BatchFailure::Response(error))) => error.is_content_filtered(),
                    (2, Err(BatchFailure::NotRun(error))) => error.code.as_deref() == Some("batch_expired"),
                    (3, Err(BatchFailure::Missing)) => true,
                    _ => false,
                };
                prop_assert!(is, "{}: {:?}", id, by_id[&id]);
            }
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn output_file_of_any_shape_has_every_result_or_its_error() {
    let mut quoted = replied("b", "second");
    quoted["response"]["status_code"] = json!("200");
    let mut as_text = replied("d", "fourth");
    as_text["response"]["body"] = json!(as_text["response"]["body"].to_string());
    let lines = [
        format!("\u{feff}{}", replied("a", "first")),
        String::new(),
        quoted.to_string(),
        json!({"custom_id": "c", "response": null, "error": null}).to_string(),
        as_text.to_string(),
        r#"{"custom_id":"e","response":{"status_c"#.to_owned(),
    ];
    let service = with_files(vec![lines.join("\r\n").into()], vec![]).await;
    let (found, errors) = all(results(&service)).await;
    assert!(errors.is_empty(), "{errors:?}");
    let seen: Vec<_> = found
        .iter()
        .map(|result| {
            let text = result.outcome.as_ref().ok().map(|response| response.text());
            (result.custom_id.as_str(), text)
        })
        .collect();
    let expected = [
        ("a", Some("first")),
        ("b", Some("second")),
        ("c", None),
        ("d", Some("fourth")),
        ("e", None),
    ];
    assert_eq!(seen, expected, "{found:?}");
}
