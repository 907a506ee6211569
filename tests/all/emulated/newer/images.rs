//! Rows about images.

use azure_openai::inference::ImageStreamEvent;
use azure_openai::{EventStream, FilePart};
use futures_util::TryStreamExt;

use super::{rows, sent, start};

async fn all(events: EventStream<ImageStreamEvent>) -> Vec<ImageStreamEvent> {
    events.try_collect().await.unwrap()
}

#[tokio::test]
async fn rows_of_images() {
    let (emulator, client) = start().await;
    let images = client.deployment("gpt-image-1");
    let mut done = Vec::new();

    let transparent = images.image("A fox").with_background("transparent").await.unwrap();
    assert_eq!(
        transparent.background.as_ref().map(|name| name.as_str()),
        Some("transparent")
    );
    let png = transparent.data[0].bytes(&client).await.unwrap();
    assert!(png.windows(4).any(|chunk| chunk == b"tRNS"));
    let jpeg = images
        .image("A fox")
        .with_background("transparent")
        .with_output_format("jpeg");
    assert_eq!(jpeg.await.unwrap_err().param(), Some("background"));
    done.push("`background`");

    let mut sizes = Vec::new();
    for (format, compression, start) in [
        ("jpeg", 100, &b"\xff\xd8\xff"[..]),
        ("jpeg", 10, b"\xff\xd8\xff"),
        ("webp", 80, b"RIFF"),
    ] {
        let request = images
            .image("A fox")
            .with_output_format(format)
            .with_output_compression(compression);
        let file = request.await.unwrap().data[0].bytes(&client).await.unwrap();
        assert!(file.starts_with(start), "{format}");
        sizes.push(file.len());
    }
    assert!(sizes[1] < sizes[0], "{sizes:?}");
    done.push("`output_format`, `output_compression`");

    images.image("A fox").with_moderation("low").await.unwrap();
    sent(&emulator, "\"moderation\":\"low\"");
    done.push("`moderation`");

    let response = images
        .image("A fox")
        .with_size("1536x1024")
        .with_quality("low")
        .with_n(2)
        .await
        .unwrap();
    assert_eq!(
        (response.size.as_deref(), response.quality.as_deref()),
        (Some("1536x1024"), Some("low"))
    );
    assert_eq!(response.data.len(), 2);
    let png = response.data[1].bytes(&client).await.unwrap();
    assert_eq!(png[16..24], [0, 0, 6, 0, 0, 0, 4, 0]);
    done.push("sizes and qualities");

    let stream = images
        .image("A fox")
        .with_quality("low")
        .with_partial_images(2)
        .with_n(2)
        .stream()
        .await
        .unwrap();
    let events = all(stream.into_value()).await;
    let shape: Vec<_> = events
        .iter()
        .map(|event| (event.partial_image_index, event.is_completed()))
        .collect();
    assert_eq!(shape, [(Some(0), false), (Some(1), false), (None, true)].repeat(2));
    assert_ne!(events[0].b64_json, events[2].b64_json);
    assert!(events[2].bytes().unwrap().starts_with(b"\x89PNG"));
    let streamed = events[2].usage.as_ref().unwrap().output_tokens;
    done.push("`stream`, `partial_images`");

    let usage = response.usage.as_ref().unwrap();
    assert_eq!(usage.output_tokens, Some(2 * 396));
    assert_eq!(streamed, Some(264));
    assert_eq!(usage.total_tokens, Some(2 * 396 + usage.input_tokens.unwrap()));
    done.push("`usage`");

    let file = || FilePart::from_bytes("a.png", png.clone());
    let edit = images.edit_image(file(), "A hat").with_image(file()).with_mask(file());
    let edited = edit.with_quality("low").await.unwrap();
    let details = edited.usage.as_ref().unwrap().input_tokens_details.as_ref().unwrap();
    assert_eq!(details.image_tokens, Some(2 * 323));
    let streamed = images
        .edit_image(file(), "A hat")
        .with_partial_images(1)
        .with_quality("low")
        .stream()
        .await
        .unwrap();
    let kinds: Vec<_> = all(streamed.into_value())
        .await
        .iter()
        .map(|event| event.type_.clone().unwrap())
        .collect();
    assert_eq!(
        kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>(),
        ["image_edit.partial_image", "image_edit.completed"]
    );
    let refused = images
        .edit_image(FilePart::from_bytes("a.png", "text"), "A hat")
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Some("invalid_image_file"));
    done.push("`images/edits`");
    images
        .edit_image(file(), "A hat")
        .with_input_fidelity("high")
        .with_quality("low")
        .await
        .unwrap();
    done.push("`input_fidelity`");

    // Other models have none of this.
    let refused = client
        .deployment("dall-e-3")
        .image("A fox")
        .with_moderation("low")
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Some("unknown_parameter"));
    assert_eq!(done, rows("## Images"));
    assert_eq!(emulator.violations(), [""; 0]);
}
