//! `aoai image`.

use std::path::{Path, PathBuf};

use azure_openai::inference::CreateImageRequest;

use crate::failure::{Failure, Result};
use crate::session::{Purpose, Session};

/// Make images from a description
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aoai image 'A cat on a mat' -o cat.png
  aoai image 'A cat on a mat' --size 1792x1024 --quality hd -o cat.png")]
pub(crate) struct Arguments {
    /// What the image shows
    #[arg(required = true)]
    prompt: Vec<String>,
    /// Write the image to this file; of several images, a number is put before the extension
    #[arg(long, short, value_name = "FILE", default_value = "image.png")]
    output: PathBuf,
    /// Replace FILE if it exists
    #[arg(long)]
    force: bool,
    /// Deployment of an image model
    #[arg(long, short, value_name = "NAME")]
    deployment: Option<String>,
    /// As in 1024x1024, 1792x1024, 1024x1792
    #[arg(long, value_name = "SIZE")]
    size: Option<String>,
    /// standard or hd
    #[arg(long, value_name = "QUALITY")]
    quality: Option<String>,
    /// vivid or natural
    #[arg(long, value_name = "STYLE")]
    style: Option<String>,
    /// How many images
    #[arg(short, value_name = "N")]
    n: Option<i64>,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        super::refuse_existing(&self.output, self.force)?;
        let mut request = CreateImageRequest::new(self.prompt.join(" ")).with_response_format("b64_json");
        request.size = self.size.map(Into::into);
        request.quality = self.quality.map(Into::into);
        request.style = self.style.map(Into::into);
        request.n = self.n;
        let deployment = session.deployment(self.deployment.as_deref(), Purpose::Image).await?;
        let response = deployment.image_request(request).await?.into_value();
        if response.data.is_empty() {
            return Err(Failure::new(
                crate::failure::Kind::Unexpected,
                "the response holds no image",
            ));
        }
        let client = session.client().await?;
        for (number, image) in response.data.iter().enumerate() {
            let path = match response.data.len() {
                1 => self.output.clone(),
                _ => numbered(&self.output, number + 1),
            };
            let bytes = image.save_to(&path, client).await?;
            let result = serde_json::json!({
                "path": path.to_string_lossy(),
                "bytes": bytes,
                "revised_prompt": image.revised_prompt,
            });
            session.out.result(&result, |_| path.display().to_string())?;
            if let Some(prompt) = &image.revised_prompt {
                session.out.note(&format!("revised prompt: {prompt}"));
            }
        }
        Ok(())
    }
}

/// `cat.png` as `cat-2.png`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let stem = part(path.file_stem()).unwrap_or_default();
    match part(path.extension()) {
        Some(extension) => path.with_file_name(format!("{stem}-{number}.{extension}")),
        None => path.with_file_name(format!("{stem}-{number}")),
    }
}
