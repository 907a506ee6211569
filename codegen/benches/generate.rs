//! How long each stage takes: on both documents of the workspace, and on one document repeated under other names, where
//! a stage that is worse than linear shows.

use std::hint::black_box;

use codegen::overlay::Overlay;
use codegen::{Document, PASSES, Request, Source, generate};
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde_json::{Map, Value};

/// Name, document, overlay.
const CLIENTS: [(&str, &str, &str); 2] = [
    (
        "inference",
        include_str!("../../specs/inference/openapi.yaml"),
        include_str!("../../specs/inference/overlay.yaml"),
    ),
    (
        "authoring",
        include_str!("../../specs/authoring/swagger.yaml"),
        include_str!("../../specs/authoring/overlay.yaml"),
    ),
];

fn read(text: &str, overlay: Option<&str>) -> Document {
    let mut document = Document::read(Source { name: "document", text }).expect("a good document");
    if let Some(text) = overlay {
        let overlay = Overlay::read(Source { name: "overlay", text }).expect("a good overlay");
        overlay.apply(&mut document).expect("an overlay that fits");
    }
    document
}

fn pass(mut document: Document) -> Document {
    for (name, pass) in PASSES {
        document.run(name, pass).expect("a document that can be expressed");
    }
    document
}

/// Every stage of one document, each on what the one before it gives.
fn stages(c: &mut Criterion, name: &str, size: u64, text: &str, overlay: Option<&str>) {
    let mut group = c.benchmark_group("generate");
    group.sample_size(10).throughput(Throughput::Elements(size));
    let id = |stage: &str| BenchmarkId::new(stage, name);
    group.bench_function(id("1 read"), |b| b.iter(|| read(black_box(text), overlay)));

    let document = read(text, overlay);
    group.bench_function(id("2 passes"), |b| {
        b.iter_batched(|| document.clone(), pass, BatchSize::PerIteration);
    });

    // Model, emission and layout are what is left when the stages above are taken away.
    let source = |name, text| Source { name, text };
    let overlays = overlay.map(|text| source("overlay", text));
    let request = Request {
        document: source("document", text),
        overlays: overlays.as_slice(),
        command: "",
    };
    group.bench_function(id("3 whole"), |b| b.iter(|| generate(black_box(&request))));
    group.finish();
}

fn documents(c: &mut Criterion) {
    for (name, text, overlay) in CLIENTS {
        stages(c, name, 1, text, Some(overlay));
    }
}

fn repeated(c: &mut Criterion) {
    let (_, text, overlay) = CLIENTS[1];
    let document = read(text, Some(overlay));
    for times in [1, 4, 16] {
        let text = repeat(&document.root, times).to_string();
        stages(c, &format!("repeated {times:2} times"), times, &text, None);
    }
}

/// Each pass alone, on what the one before it gives.
fn passes(c: &mut Criterion) {
    let (_, text, overlay) = CLIENTS[1];
    let root = read(text, Some(overlay)).root;
    for times in [1, 4, 16] {
        let mut document = read(&repeat(&root, times).to_string(), None);
        let mut group = c.benchmark_group("pass");
        group.sample_size(10).throughput(Throughput::Elements(times));
        for (name, pass) in PASSES {
            group.bench_function(BenchmarkId::new(name, times), |b| {
                b.iter_batched(
                    || document.clone(),
                    |mut document| pass(&mut document),
                    BatchSize::PerIteration,
                );
            });
            document.run(name, pass).expect("a document that can be expressed");
        }
        group.finish();
    }
}

/// A document with all paths and definitions so many times, under other names.
fn repeat(root: &Value, times: u64) -> Value {
    let mut whole = root.clone();
    for section in ["paths", "definitions"] {
        let mut all = Map::new();
        for number in 0..times {
            for (name, value) in root[section].as_object().into_iter().flatten() {
                let name = match section {
                    "paths" => format!("/copy{number}{name}"),
                    _ => format!("{name}Copy{number}"),
                };
                all.insert(name, rename(value, number));
            }
        }
        whole[section] = Value::Object(all);
    }
    whole
}

/// References, ids and names that a document gives to what is inside it.
fn rename(value: &Value, number: u64) -> Value {
    match value {
        Value::Array(list) => list.iter().map(|item| rename(item, number)).collect(),
        Value::Object(map) => {
            let renamed = map.iter().map(|(key, member)| {
                let member = match (key.as_str(), member) {
                    ("$ref", Value::String(target)) if target.starts_with("#/definitions/") => {
                        Value::from(format!("{target}Copy{number}"))
                    }
                    ("operationId", Value::String(id)) => Value::from(id.replacen('_', &format!("{number}_"), 1)),
                    ("x-schema-name", Value::String(name)) => Value::from(format!("{name}Copy{number}")),
                    ("x-ms-enum", member) => {
                        let mut member = member.clone();
                        let name = member["name"].as_str().unwrap_or_default();
                        member["name"] = Value::from(format!("{name}Copy{number}"));
                        member
                    }
                    (_, member) => rename(member, number),
                };
                (key.clone(), member)
            });
            Value::Object(renamed.collect())
        }
        other => other.clone(),
    }
}

criterion_group!(benches, documents, repeated, passes);
criterion_main!(benches);
