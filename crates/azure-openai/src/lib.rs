//! Azure OpenAI for Rust: chat, embeddings, images, audio, files, batches and fine-tuning.
