//! What a fine-tuning job is asked to do, checked.

use std::sync::Arc;

use serde_json::Value;

use crate::state::State;
use crate::state::files::StoredFile;
use crate::state::fine_tuning::{Hyperparameters, JobOrder, Method};
use crate::state::models::{MODELS, Model};
use crate::wire::ServiceError;
use crate::wire::parameters::{Object, wrong_type};

const MAX_SUFFIX: usize = 40;
const MAX_EPOCHS: u32 = 50;
const MAX_BATCH_SIZE: u32 = 256;
const MAX_SEED: i64 = i32::MAX as i64;

pub(super) fn read(state: &State, request: &Value) -> Result<JobOrder, ServiceError> {
    let request = Object::new("", request)?;
    let name = request.required("model", request.text("model")?)?;
    let (model, base) = find_model(state, name)?;
    let (method, of_method) = read_method(&request)?;
    let mut hyperparameters = Hyperparameters::default();
    for given in [request.object("hyperparameters")?, of_method].into_iter().flatten() {
        read_hyperparameters(&given, &mut hyperparameters)?;
    }
    let training_file = request.required("training_file", request.text("training_file")?)?;
    Ok(JobOrder {
        base,
        model,
        training_file: training_file.to_owned(),
        validation_file: request.text("validation_file")?.map(str::to_owned),
        method,
        method_given: request.get("method").cloned(),
        hyperparameters,
        suffix: read_suffix(&request)?,
        seed: request.integer("seed", 0, MAX_SEED)?,
        integrations: read_integrations(&request)?,
    })
}

/// A file to train from. Whether its lines are right is seen when the job runs.
pub(super) fn file(state: &State, name: &str, id: &str) -> Result<Arc<StoredFile>, ServiceError> {
    let refuse = |message| ServiceError::invalid_payload(message).with("target", name);
    let file = state
        .files
        .get(id)
        .ok_or_else(|| refuse(format!("The {name} '{id}' cannot be found.")))?;
    if file.purpose != "fine-tune" {
        let message = format!(
            "The {name} '{id}' has the purpose '{}', but must have 'fine-tune'.",
            file.purpose
        );
        return Err(refuse(message));
    }
    Ok(file)
}

/// The id of the model and the base model that it is, or was trained from.
fn find_model(state: &State, name: &str) -> Result<(String, &'static Model), ServiceError> {
    let refuse = |message| ServiceError::invalid_payload(message).with("target", "model");
    if let Some(tuned) = state.fine_tuning.models.get(name) {
        return Ok((tuned.id.clone(), tuned.base));
    }
    let found = MODELS
        .iter()
        .find(|model| model.id == name)
        .or_else(|| MODELS.iter().find(|model| model.name == name));
    let model = found.ok_or_else(|| refuse(format!("The model '{name}' cannot be found.")))?;
    if !model.fine_tune {
        let able = MODELS.iter().filter(|model| model.fine_tune);
        let able = able.map(|model| model.id).collect::<Vec<_>>().join(", ");
        return Err(refuse(format!(
            "The model '{name}' cannot be fine-tuned. These can: {able}."
        )));
    }
    Ok((model.id.to_owned(), model))
}

/// The method, and its hyperparameters if it has some.
fn read_method<'a>(request: &Object<'a>) -> Result<(Method, Option<Object<'a>>), ServiceError> {
    let Some(method) = request.object("method")? else {
        return Ok((Method::Supervised, None));
    };
    let kind = method.choice("type", &["supervised", "dpo"])?;
    let kind = method.required("type", kind)?;
    let settings = method.object(kind)?;
    let hyperparameters = match &settings {
        Some(settings) => settings.object("hyperparameters")?,
        None => None,
    };
    if kind == "supervised" {
        return Ok((Method::Supervised, hyperparameters));
    }
    if settings.is_none() {
        return Err(method.missing("dpo"));
    }
    if let Some(given) = &hyperparameters {
        given.number("beta", -1.0, 2.0)?;
        given.number("l2_multiplier", -1.0, 100.0)?;
    }
    Ok((Method::Dpo, hyperparameters))
}

fn read_hyperparameters(given: &Object<'_>, into: &mut Hyperparameters) -> Result<(), ServiceError> {
    let count = |name, max: u32| -> Result<Option<u32>, ServiceError> {
        if is_automatic(given, name) {
            return Ok(None);
        }
        let count = given.integer(name, 1, i64::from(max))?;
        Ok(count.and_then(|count| u32::try_from(count).ok()))
    };
    into.n_epochs = count("n_epochs", MAX_EPOCHS)?.or(into.n_epochs);
    into.batch_size = count("batch_size", MAX_BATCH_SIZE)?.or(into.batch_size);
    let name = "learning_rate_multiplier";
    if !is_automatic(given, name) {
        let rate = given.number(name, 1e-6, 100.0)?;
        into.learning_rate_multiplier = rate.or(into.learning_rate_multiplier);
    }
    Ok(())
}

/// `-1` and `"auto"` leave the choice to the service.
fn is_automatic(given: &Object<'_>, name: &str) -> bool {
    given
        .get(name)
        .is_some_and(|value| value == "auto" || value.as_f64() == Some(-1.0))
}

fn read_suffix(request: &Object<'_>) -> Result<Option<String>, ServiceError> {
    let Some(suffix) = request.text("suffix")?.filter(|suffix| !suffix.is_empty()) else {
        return Ok(None);
    };
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if suffix.len() > MAX_SUFFIX || !suffix.bytes().all(allowed) {
        let message = format!("The suffix may have up to {MAX_SUFFIX} characters of a-z, A-Z, 0-9, - and _.");
        return Err(ServiceError::invalid_payload(message).with("target", "suffix"));
    }
    Ok(Some(suffix.to_owned()))
}

fn read_integrations(request: &Object<'_>) -> Result<Option<Value>, ServiceError> {
    for integration in request.objects("integrations")? {
        let kind = integration.choice("type", &["wandb"])?;
        integration.required("type", kind)?;
        let wandb = integration.required("wandb", integration.object("wandb")?)?;
        let project = wandb.required("project", wandb.text("project")?)?;
        if project.is_empty() {
            let message = format!("'{}' is empty.", wandb.path("project"));
            return Err(ServiceError::invalid_payload(message).with("target", "integrations"));
        }
        wandb.text("name")?;
        wandb.text("entity")?;
        for (index, tag) in wandb.list("tags")?.unwrap_or_default().iter().enumerate() {
            if !tag.is_string() {
                let path = format!("{}[{index}]", wandb.path("tags"));
                return Err(wrong_type(&path, "a string", tag));
            }
        }
    }
    Ok(request.get("integrations").cloned())
}
