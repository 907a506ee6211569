//! The specifications are unmodified, and every dependency supports the MSRV.

use std::fs;
use std::path::{Path, PathBuf};

use cargo_metadata::semver::Version;
use cargo_metadata::{CargoOpt, MetadataCommand};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tests::clients::{AUTHORING_VERSION, INFERENCE_VERSION};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sha256(path: &str) -> String {
    let digest = Sha256::digest(fs::read(root().join(path)).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn specifications_are_unmodified() {
    assert_eq!(
        sha256("specs/inference/openapi.yaml"),
        "31daaae81b7c4a70a3392f351da08305c9bfe590569e2aee22f674f5d586c9b6"
    );
    assert_eq!(
        sha256("specs/authoring/swagger.yaml"),
        "6c0b050eb06168bde1438eed75b2665d768aac90e37926fe6c3a46c63a276031"
    );
}

#[test]
fn api_versions_match_specifications() {
    for (directory, version) in [("inference", INFERENCE_VERSION), ("authoring", AUTHORING_VERSION)] {
        let path = root().join(format!("specs/{directory}/normalized.json"));
        let document: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert_eq!(document["info"]["version"], version);
    }
}

#[test]
fn dependencies_support_the_msrv() {
    let metadata = MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .features(CargoOpt::AllFeatures)
        .other_options(["--locked".to_owned()])
        .exec()
        .unwrap();
    let ours = metadata.workspace_packages();
    let minimum = |name: &str| {
        let package = ours.iter().find(|package| package.name == name).unwrap();
        package.rust_version.clone().unwrap()
    };
    let supported = minimum("azure-openai-core");
    assert_eq!(supported, Version::new(1, 89, 0));
    for package in &ours {
        assert_eq!(package.rust_version.as_ref(), Some(&supported), "{}", package.name);
    }
    let newer: Vec<_> = metadata
        .packages
        .iter()
        .filter(|package| {
            package
                .rust_version
                .as_ref()
                .is_some_and(|version| *version > supported)
        })
        .map(|package| format!("{} {} needs {:?}", package.name, package.version, package.rust_version))
        .collect();
    assert!(newer.is_empty(), "{}", newer.join("\n"));
    assert!(metadata.packages.len() > 50, "the dependencies were not listed");
}
