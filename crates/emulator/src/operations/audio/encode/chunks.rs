//! What the formats share: a file in chunks, and its comment.

use bytes::Bytes;

/// A file in chunks.
pub(crate) type Chunks = Box<dyn Iterator<Item = Bytes> + Send>;

/// A Vorbis comment block, as FLAC and Opus have it: the writer's name, then a list with one comment.
pub(super) fn vorbis_comment(comment: &str) -> Vec<u8> {
    let text = |block: &mut Vec<u8>, text: &str| {
        block.extend_from_slice(&(text.len() as u32).to_le_bytes());
        block.extend_from_slice(text.as_bytes());
    };
    let mut block = Vec::new();
    text(&mut block, "azure-openai-emulator");
    block.extend_from_slice(&1_u32.to_le_bytes());
    text(&mut block, &format!("COMMENT={comment}"));
    block
}
