//! Deployments: names under which models are called.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::clock::Clock;
use crate::error::StartError;
use crate::state::models::{self, MODELS, Model};
use crate::state::quota::{Limits, Quota};

#[derive(Debug)]
pub(crate) struct Deployment {
    pub(crate) name: String,
    pub(crate) model: &'static Model,
    pub(crate) quota: Quota,
}

/// In the order in which they were configured.
#[derive(Debug)]
pub(crate) struct Deployments(Vec<Arc<Deployment>>);

impl Deployments {
    /// From names and models, and the limits of some of them.
    pub(crate) fn new(
        named: &[(String, String)],
        limits: &BTreeMap<String, Limits>,
        clock: &Clock,
    ) -> Result<Self, StartError> {
        let deployments = named.iter().map(|(name, model)| {
            if name.is_empty() {
                return Err(StartError::UnnamedDeployment);
            }
            let Some(found) = models::find(model) else {
                let known = MODELS.iter().map(|model| model.name).collect::<Vec<_>>().join(", ");
                return Err(StartError::UnknownModel {
                    deployment: name.clone(),
                    model: model.clone(),
                    known,
                });
            };
            let limits = limits.get(name).copied().unwrap_or(Limits::LARGE);
            Ok(Arc::new(Deployment {
                name: name.clone(),
                model: found,
                quota: Quota::new(limits, clock.clone()),
            }))
        });
        deployments.collect::<Result<_, _>>().map(Self)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Arc<Deployment>> {
        self.0.iter().find(|deployment| deployment.name == name)
    }

    pub(crate) fn all(&self) -> &[Arc<Deployment>] {
        &self.0
    }
}
