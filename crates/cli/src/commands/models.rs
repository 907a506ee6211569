//! `aoai models`.

use azure_openai::authoring::Model;

use crate::failure::Result;
use crate::output::{Table, Tone, moment, or_dash};
use crate::session::Session;

/// List the models that can be deployed or fine-tuned, or show one
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  aoai models --fine-tune\nColumns: model, capabilities, lifecycle, and the day on which it retires, `-` where none is known"
)]
pub(crate) struct Arguments {
    /// Show this model
    id: Option<String>,
    /// List only models that can be fine-tuned
    #[arg(long)]
    fine_tune: bool,
}

impl Arguments {
    pub(crate) async fn run(self, session: &Session) -> Result<()> {
        let models = session.client().await?.authoring().models();
        if let Some(id) = &self.id {
            let model = models.get(id).await?.into_value();
            return session.out.details(
                &model,
                &[
                    ("id", model.id.clone()),
                    ("status", state(model.status.as_ref())),
                    ("lifecycle", state(model.lifecycle_status.as_ref())),
                    ("capabilities", capabilities(&model)),
                    ("retires", moment(model.deprecation.inference.as_ref())),
                    ("created", moment(model.created_at.as_ref())),
                ],
            );
        }
        let mut table = Table::new(session.out, &["model", "capabilities", "lifecycle", "retires"]);
        for model in models.list().await?.into_value().data {
            if self.fine_tune && model.capabilities.fine_tune != Some(true) {
                continue;
            }
            let lifecycle = state(model.lifecycle_status.as_ref());
            let cells = [
                (model.id.clone(), Tone::Plain),
                (capabilities(&model), Tone::Dim),
                (lifecycle, Tone::Plain),
                (moment(model.deprecation.inference.as_ref()), Tone::Plain),
            ];
            table.row(&model, cells)?;
        }
        table.finish("no models")
    }
}

fn capabilities(model: &Model) -> String {
    let capabilities = &model.capabilities;
    let names = [
        ("chat", capabilities.chat_completion),
        ("completion", capabilities.completion),
        ("embeddings", capabilities.embeddings),
        ("inference", capabilities.inference),
        ("fine-tune", capabilities.fine_tune),
    ];
    let names: Vec<_> = names
        .iter()
        .filter(|(_, has)| *has == Some(true))
        .map(|(name, _)| *name)
        .collect();
    or_dash(Some(&names.join(", ")))
}

fn state<T: std::fmt::Display>(state: Option<&T>) -> String {
    state.map_or_else(|| "-".to_owned(), T::to_string)
}
