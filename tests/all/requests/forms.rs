//! Forms arrive as given, with any names, values and files.

use azure_openai_authoring::{FilesUploadForm, Purpose};
use azure_openai_core::FilePart;
use proptest::prelude::*;
use tests::clients::client;
use tests::multipart::{Part, parts};
use tests::server::{Reply, Server};

/// Any text that a person or a file system can produce, syntax of multipart forms included.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~\r\n\"\\\\%;=-]{0,40}",
        Just("--boundary--\r\n".to_owned()),
        Just("a\"; filename=\"b".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = String> {
    text().prop_filter("a file has a name", |name| !name.trim().is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn form_arrives_as_given(
        file_name in name(),
        purpose in text(),
        content in proptest::collection::vec(any::<u8>(), 0..4000),
        chunk in 1_usize..500,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let arrived = runtime.block_on(async {
            let server = Server::start(Reply::json(&serde_json::json!({"id": "file-1"}))).await;
            let chunks: Vec<_> = content.chunks(chunk).map(<[u8]>::to_vec).collect();
            let stream = futures_util::stream::iter(chunks.into_iter().map(Ok::<_, std::io::Error>));
            let file = FilePart::from_stream(file_name.clone(), stream, None).with_content_type("a/b");
            let form = FilesUploadForm::new(Purpose::from(purpose.as_str()), file);
            let sent = client(server.url()).authoring().files().upload(form).await;
            match sent {
                Ok(_) => Ok(parts(&server.only()).await),
                Err(error) => Err(error),
            }
        });
        match arrived {
            // What a form cannot express is refused before anything is sent.
            Err(error) => prop_assert!(error.is_invalid_request(), "{error}"),
            Ok(arrived) => {
                let file = arrived.iter().find(|part| part.name == "file").unwrap();
                prop_assert_eq!(&file.bytes, &content);
                // How other names are escaped is up to the parser; that the form stays valid is not.
                if file_name.chars().all(|c| c.is_ascii_alphanumeric() || " -_.()".contains(c)) {
                    prop_assert_eq!(file.file_name.as_deref(), Some(file_name.as_str()));
                }
                prop_assert!(arrived.contains(&Part::text("purpose", Purpose::from(purpose.as_str()).as_str())));
                prop_assert_eq!(arrived.len(), 2);
            }
        }
    }
}
