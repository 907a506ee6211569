//! `aoai tune follow`.

use azure_openai::authoring::{FineTuningJob, FineTuningJobEvent};
use azure_openai::fine_tuning::{TrainingStep, TrainingUpdate};

use super::show::show;
use super::state::status;
use crate::failure::Result;
use crate::output::{ProgressLine, Tone, Unit, moment};
use crate::session::Session;

/// Follows a job to its end, and shows it then.
pub(super) async fn follow(session: &Session, id: &str) -> Result<()> {
    let jobs = session.client().await?.fine_tuning();
    let options = session.options();
    session.on_interrupt(format!(
        "the job goes on: `aoai{options} tune follow {id}` follows it again, `aoai{options} tune cancel {id}` ends it"
    ));
    let mut updates = jobs.follow_with(id, session.poller(jobs.wait(id)));
    let progress = ProgressLine::new(session.out, "waiting", Unit::Items("steps"), None);
    let mut last: Option<Box<FineTuningJob>> = None;
    while let Some(update) = updates.next().await {
        match update? {
            TrainingUpdate::Job(job) => {
                progress.state(status(&job));
                last = Some(job);
            }
            TrainingUpdate::Event(event) => print(session, &progress, &event)?,
            _ => {}
        }
    }
    drop(progress);
    session.nothing_to_resume();
    last.map_or(Ok(()), |job| show(session, &job))
}

fn print(session: &Session, progress: &ProgressLine, event: &FineTuningJobEvent) -> Result<()> {
    let step = TrainingStep::from_event(event);
    if session.out.is_json() {
        return session.out.json_line(event);
    }
    let Some(step) = step else {
        let at = session.out.paint(Tone::Dim, &moment(event.created_at.as_ref()));
        return progress.above(|| session.out.text(&format!("{at}  {}\n", event.message)));
    };
    let total = step.other.get("total_steps").map(|total| *total as u64);
    progress.set(step.step, total);
    if let Some(loss) = step.train_loss.filter(|_| session.out.shows_bars()) {
        progress.state(format!("running, loss {loss:.3}"));
    }
    Ok(())
}
