//! A request for a fine-tuning job. What the document says of it is checked before.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::state::State;
use crate::state::fine_tuning::{Hyperparameters, JobOrder, Method};
use crate::state::models::{MODELS, Model};
use crate::wire::ServiceError;
use crate::wire::parameters::{self, Integer, integer, within, wrong_type};

const MAX_SUFFIX: usize = 40;
const MAX_EPOCHS: u32 = 50;
const MAX_BATCH_SIZE: u32 = 256;
const MAX_SEED: i64 = i32::MAX as i64;

/// The body as it is sent.
#[derive(Deserialize)]
struct Body<'a> {
    model: &'a str,
    training_file: String,
    validation_file: Option<String>,
    hyperparameters: Option<GivenHyperparameters>,
    method: Option<GivenMethod>,
    suffix: Option<String>,
    seed: Option<Integer>,
    integrations: Option<Value>,
}

#[derive(Deserialize)]
struct GivenMethod {
    #[serde(rename = "type")]
    kind: Method,
    supervised: Option<Settings>,
    dpo: Option<Settings>,
}

#[derive(Deserialize)]
struct Settings {
    hyperparameters: Option<GivenHyperparameters>,
}

#[derive(Deserialize)]
struct GivenHyperparameters {
    n_epochs: Option<Value>,
    batch_size: Option<Value>,
    learning_rate_multiplier: Option<Value>,
    beta: Option<f64>,
    l2_multiplier: Option<f64>,
}

pub(super) fn read(state: &State, sent: &Value) -> Result<JobOrder, ServiceError> {
    let body: Body<'_> = parameters::read(sent)?;
    let (model, base) = find_model(state, body.model)?;
    let (kind, settings) = match body.method {
        None => (Method::Supervised, None),
        Some(given) => match given.kind {
            Method::Supervised => (given.kind, given.supervised),
            Method::Dpo => (given.kind, given.dpo),
        },
    };
    let name = kind.into_str();
    let of_method = settings.and_then(|settings| settings.hyperparameters);
    let mut hyperparameters = Hyperparameters::default();
    for (path, given) in [
        ("hyperparameters".to_owned(), body.hyperparameters),
        (format!("method.{name}.hyperparameters"), of_method),
    ] {
        if let Some(given) = given {
            given.read(&path, &mut hyperparameters)?;
        }
    }
    Ok(JobOrder {
        base,
        model,
        training_file: body.training_file,
        validation_file: body.validation_file,
        kind,
        method: match sent.get("method") {
            None | Some(Value::Null) => json!({"type": name}),
            Some(given) => given.clone(),
        },
        hyperparameters,
        suffix: suffix(body.suffix)?,
        seed: integer("seed", body.seed, 0, MAX_SEED)?,
        integrations: body.integrations,
    })
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

impl GivenHyperparameters {
    fn read(self, path: &str, into: &mut Hyperparameters) -> Result<(), ServiceError> {
        let count = |name: &str, setting: Option<Value>, max: u32| {
            let path = format!("{path}.{name}");
            let Some(number) = number(setting) else {
                return Ok(None);
            };
            if number.fract() != 0.0 {
                return Err(wrong_type(&path, "an integer"));
            }
            within(&path, "integer", number, 1.0, f64::from(max))?;
            // Within 1 and `max`.
            Ok(Some(number as u32))
        };
        into.n_epochs = count("n_epochs", self.n_epochs, MAX_EPOCHS)?.or(into.n_epochs);
        into.batch_size = count("batch_size", self.batch_size, MAX_BATCH_SIZE)?.or(into.batch_size);
        let rate = number(self.learning_rate_multiplier);
        for (name, number, min, max) in [
            ("learning_rate_multiplier", rate, 1e-6, 100.0),
            ("beta", self.beta, -1.0, 2.0),
            ("l2_multiplier", self.l2_multiplier, -1.0, 100.0),
        ] {
            if let Some(number) = number {
                within(&format!("{path}.{name}"), "decimal", number, min, max)?;
            }
        }
        into.learning_rate_multiplier = rate.or(into.learning_rate_multiplier);
        Ok(())
    }
}

/// `-1` and `"auto"`, the only string in the document, leave the choice to the service.
fn number(setting: Option<Value>) -> Option<f64> {
    setting?.as_f64().filter(|number| *number != -1.0)
}

fn suffix(suffix: Option<String>) -> Result<Option<String>, ServiceError> {
    let suffix = suffix.filter(|suffix| !suffix.is_empty());
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    match suffix {
        Some(suffix) if suffix.len() > MAX_SUFFIX || !suffix.bytes().all(allowed) => {
            let message = format!("The suffix may have up to {MAX_SUFFIX} characters of a-z, A-Z, 0-9, - and _.");
            Err(ServiceError::invalid_payload(message).with("target", "suffix"))
        }
        suffix => Ok(suffix),
    }
}
