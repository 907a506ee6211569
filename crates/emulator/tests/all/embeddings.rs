//! Embeddings.

use azure_openai_emulator::Emulator;
use base64::Engine as _;
use serde_json::{Value, json};

use crate::client::Client;

fn vector(value: &Value) -> Vec<f32> {
    value["embedding"]
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number.as_f64().unwrap() as f32)
        .collect()
}

fn cosine(one: &[f32], other: &[f32]) -> f64 {
    one.iter()
        .zip(other)
        .map(|(one, other)| f64::from(*one) * f64::from(*other))
        .sum()
}

#[tokio::test]
async fn vectors_come_from_the_text() {
    let client = Client::new().await;
    let input = [
        "The cat sat on the mat.",
        "A cat was sitting on a mat",
        "Quarterly revenue grew by nine percent",
        "The cat sat on the mat.",
    ];
    let response = client
        .embed(&json!({"input": input, "user": "ann", "input_type": "query"}))
        .await
        .ok();
    assert_eq!(
        (&response["object"], &response["model"]),
        (&json!("list"), &json!("text-embedding-3-small"))
    );
    let data = response["data"].as_array().unwrap();
    for (index, item) in data.iter().enumerate() {
        assert_eq!((&item["object"], &item["index"]), (&json!("embedding"), &json!(index)));
    }
    let vectors: Vec<_> = data.iter().map(vector).collect();
    for vector in &vectors {
        assert_eq!(vector.len(), 1536);
        assert!((cosine(vector, vector) - 1.0).abs() < 1e-5);
    }
    assert_eq!(vectors[0], vectors[3]);
    assert!(cosine(&vectors[0], &vectors[1]) > cosine(&vectors[0], &vectors[2]) + 0.2);
    assert_eq!(response["usage"]["prompt_tokens"], response["usage"]["total_tokens"]);
    assert_eq!(response["usage"]["prompt_tokens"], 4 * 7);

    let large = client
        .post(
            "/deployments/text-embedding-3-large/embeddings",
            &json!({"input": "hi"}),
        )
        .await
        .ok();
    assert_eq!(vector(&large["data"][0]).len(), 3072);
}

#[tokio::test]
async fn base64_holds_the_same_numbers() {
    let client = Client::new().await;
    let floats = client
        .embed(&json!({"input": "hello", "encoding_format": "float"}))
        .await
        .ok();
    let coded = client
        .embed(&json!({"input": ["hello"], "encoding_format": "base64"}))
        .await
        .ok();
    let text = coded["data"][0]["embedding"].as_str().unwrap();
    let bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap();
    let numbers: Vec<f32> = bytes
        .chunks(4)
        .map(|four| f32::from_le_bytes(four.try_into().unwrap()))
        .collect();
    assert_eq!(numbers, vector(&floats["data"][0]));
}

#[tokio::test]
async fn fewer_dimensions_are_the_first_ones_at_unit_length() {
    let client = Client::of(Emulator::builder().with_deployment("ada", "text-embedding-ada-002")).await;
    let full = vector(&client.embed(&json!({"input": "hello"})).await.ok()["data"][0]);
    let short = vector(&client.embed(&json!({"input": "hello", "dimensions": 256})).await.ok()["data"][0]);
    assert_eq!(short.len(), 256);
    assert!((cosine(&short, &short) - 1.0).abs() < 1e-5);
    let scale = full[..256].iter().map(|number| number * number).sum::<f32>().sqrt();
    for (short, full) in short.iter().zip(&full) {
        assert!((short * scale - full).abs() < 1e-5);
    }
    client.embed(&json!({"input": "a", "dimensions": 1})).await.ok();
    for (dimensions, code) in [
        (json!(0), "integer_below_min_value"),
        (json!(1537), "integer_above_max_value"),
        (json!("8"), "invalid_type"),
    ] {
        let error = client
            .embed(&json!({"input": "a", "dimensions": dimensions}))
            .await
            .error(400, code);
        assert_eq!(error["param"], "dimensions");
    }
    let ada = client
        .post("/deployments/ada/embeddings", &json!({"input": "a", "dimensions": 8}))
        .await;
    ada.error(400, "unsupported_parameter");
}

#[tokio::test]
async fn tokens_are_the_text_they_spell() {
    let client = Client::new().await;
    let text = vector(&client.embed(&json!({"input": "hello world"})).await.ok()["data"][0]);
    let flat = client.embed(&json!({"input": [15339, 1917]})).await.ok();
    assert_eq!(flat["usage"]["prompt_tokens"], 2);
    assert_eq!(vector(&flat["data"][0]), text);
    let lists = client.embed(&json!({"input": [[15339, 1917], [15339]]})).await.ok();
    assert_eq!(vector(&lists["data"][0]), text);
    assert_ne!(vector(&lists["data"][1]), text);
}

#[tokio::test]
async fn up_to_2048_inputs() {
    let client = Client::new().await;
    let inputs = |count: usize| (0..count).map(|index| format!("text {index}")).collect::<Vec<_>>();
    let response = client
        .embed(&json!({"input": inputs(2048), "dimensions": 4}))
        .await
        .ok();
    assert_eq!(response["data"].as_array().unwrap().len(), 2048);
    assert_eq!(response["data"][2047]["index"], 2047);
    let error = client
        .embed(&json!({"input": inputs(2049)}))
        .await
        .error(400, "invalid_value");
    assert!(error["message"].as_str().unwrap().contains("2048"), "{error}");
}

#[tokio::test]
async fn invalid_request_names_the_parameter() {
    let client = Client::new().await;
    for (body, code, param) in [
        (json!({}), "missing_required_parameter", "input"),
        (json!({"input": null}), "missing_required_parameter", "input"),
        (json!({"input": 7}), "invalid_type", "input"),
        (json!({"input": ""}), "invalid_value", "input"),
        (json!({"input": []}), "empty_array", "input"),
        (json!({"input": ["a", ""]}), "invalid_value", "input[1]"),
        (json!({"input": ["a", 7]}), "invalid_type", "input[1]"),
        (json!({"input": [7, "a"]}), "invalid_type", "input[1]"),
        (json!({"input": [-1]}), "invalid_type", "input[0]"),
        (json!({"input": [1.5]}), "invalid_type", "input[0]"),
        (json!({"input": [4_000_000_000_u32]}), "invalid_value", "input"),
        (json!({"input": [[1], []]}), "empty_array", "input[1]"),
        (json!({"input": [{}]}), "invalid_type", "input[0]"),
        (
            json!({"input": "a", "encoding_format": "hex"}),
            "invalid_value",
            "encoding_format",
        ),
        (json!({"input": "a", "user": 7}), "invalid_type", "user"),
        (
            json!({"input": "word ".repeat(9000)}),
            "context_length_exceeded",
            "input",
        ),
    ] {
        let error = client.embed(&body).await.error(400, code);
        assert_eq!(error["param"], param, "{error}");
    }
    let error = client
        .post("/deployments/gpt-4o/embeddings", &json!({"input": "a"}))
        .await
        .error(400, "OperationNotSupported");
    insta::assert_snapshot!(error["message"].as_str().unwrap(), @"The embeddings operation does not work with the specified model, gpt-4o. Please choose different model and try again. You can learn more about which models can be used with each operation here: https://go.microsoft.com/fwlink/?linkid=2197993.");
}
