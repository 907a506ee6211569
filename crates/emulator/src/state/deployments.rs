//! Deployments: names under which models are called.

use std::collections::BTreeMap;
use std::sync::Arc;

use parking_lot::RwLock;

use crate::clock::Clock;
use crate::error::StartError;
use crate::state::fine_tuning::TunedModel;
use crate::state::models::{self, MODELS, Model};
use crate::state::quota::{Limits, Quota};
use crate::state::table::Table;

#[derive(Debug)]
pub(crate) struct Deployment {
    pub(crate) name: String,
    /// The base model.
    pub(crate) model: &'static Model,
    /// The id in responses: the base model's, or that of the fine-tuned model.
    pub(crate) model_id: Arc<str>,
    pub(crate) quota: Quota,
}

/// In the order in which they were made.
#[derive(Debug)]
pub(crate) struct Deployments(RwLock<Vec<Arc<Deployment>>>);

impl Deployments {
    /// From names and models, and the limits of some of them.
    pub(crate) fn new(
        named: &[(String, String)],
        limits: &BTreeMap<String, Limits>,
        clock: &Clock,
    ) -> Result<Self, StartError> {
        let deployments = Self(RwLock::default());
        for (name, model) in named {
            let Some(found) = models::find(model) else {
                return Err(unknown_model(name, model, &[]));
            };
            let limits = limits.get(name).copied().unwrap_or(Limits::LARGE);
            deployments.add(name, found, found.id, limits, clock)?;
        }
        Ok(deployments)
    }

    fn add(
        &self,
        name: &str,
        model: &'static Model,
        model_id: &str,
        limits: Limits,
        clock: &Clock,
    ) -> Result<(), StartError> {
        if name.is_empty() {
            return Err(StartError::UnnamedDeployment);
        }
        self.remove(name);
        self.0.write().push(Arc::new(Deployment {
            name: name.to_owned(),
            model,
            model_id: model_id.into(),
            quota: Quota::new(limits, clock.clone()),
        }));
        Ok(())
    }

    /// Deploys a base model or a fine-tuned one, whose responses carry its own id. A deployment of that name is
    /// replaced.
    pub(crate) fn deploy(
        &self,
        name: &str,
        model: &str,
        tuned: &Table<Arc<TunedModel>>,
        clock: &Clock,
    ) -> Result<(), StartError> {
        let limits = Limits::LARGE;
        match (models::find(model), tuned.get(model)) {
            (Some(base), _) => self.add(name, base, base.id, limits, clock),
            (None, Some(tuned)) => self.add(name, tuned.base, &tuned.id, limits, clock),
            (None, None) => Err(unknown_model(name, model, &tuned.all())),
        }
    }

    /// Whether there was one of that name.
    pub(crate) fn remove(&self, name: &str) -> bool {
        let mut all = self.0.write();
        let before = all.len();
        all.retain(|deployment| deployment.name != name);
        all.len() < before
    }

    pub(crate) fn get(&self, name: &str) -> Option<Arc<Deployment>> {
        self.0.read().iter().find(|deployment| deployment.name == name).cloned()
    }

    pub(crate) fn all(&self) -> Vec<Arc<Deployment>> {
        self.0.read().clone()
    }
}

fn unknown_model(deployment: &str, model: &str, tuned: &[Arc<TunedModel>]) -> StartError {
    let known: Vec<&str> = MODELS
        .iter()
        .map(|model| model.name)
        .chain(tuned.iter().map(|tuned| &*tuned.id))
        .collect();
    StartError::UnknownModel {
        deployment: deployment.to_owned(),
        model: model.to_owned(),
        known: known.join(", "),
    }
}
