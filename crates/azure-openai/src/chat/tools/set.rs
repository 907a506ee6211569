//! The functions that a loop can call.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use azure_openai_core::{Error, Value};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::ToolError;
use super::schema::function;
use azure_openai_inference::{ChatCompletionTool, ChatCompletionToolCall};

type Running = Pin<Box<dyn Future<Output = Result<String, ToolError>> + Send>>;
type Run = Box<dyn Fn(&ChatCompletionToolCall) -> Running + Send + Sync>;

/// Functions that the model may call. See [the module](crate::tools).
#[derive(Default)]
pub struct Tools {
    tools: Vec<Tool>,
    mistake: Option<String>,
}

struct Tool {
    definition: ChatCompletionTool,
    run: Run,
}

impl Tools {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a function, which is described to the model by the doc comment of its arguments. What it gives is sent to the
    /// model, a text as it is and everything else as JSON.
    ///
    /// A name or type that the service would refuse is told when the tools are used.
    #[must_use]
    pub fn with<A, F, R, T>(mut self, name: impl Into<String>, run: F) -> Self
    where
        A: DeserializeOwned + JsonSchema + Send + 'static,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<T, ToolError>> + Send + 'static,
        T: Serialize,
    {
        let name = name.into();
        match function::<A>(&*name) {
            Err(error) => self.keep_mistake(error.to_string()),
            Ok(_) if self.get(&name).is_some() => {
                self.keep_mistake(format!("there are two tools called `{name}`"));
            }
            Ok(definition) => self.tools.push(Tool {
                definition,
                run: Box::new(move |call| match call.arguments::<A>() {
                    Err(error) => Box::pin(std::future::ready(Err(error.into()))),
                    Ok(arguments) => {
                        let running = run(arguments);
                        Box::pin(async move { text(&running.await?) })
                    }
                }),
            }),
        }
        self
    }

    /// Adds a function as [`with`](Self::with) does, with a description of its own.
    #[must_use]
    pub fn with_described<A, F, R, T>(self, name: impl Into<String>, description: impl Into<String>, run: F) -> Self
    where
        A: DeserializeOwned + JsonSchema + Send + 'static,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<T, ToolError>> + Send + 'static,
        T: Serialize,
    {
        let before = self.tools.len();
        let mut with = self.with(name, run);
        if with.tools.len() > before
            && let Some(tool) = with.tools.last_mut()
        {
            tool.definition.function.description = Some(description.into());
        }
        with
    }

    fn keep_mistake(&mut self, mistake: String) {
        self.mistake.get_or_insert(mistake);
    }

    fn get(&self, name: &str) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.definition.function.name == name)
    }

    /// The definitions, as a request takes them.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for the first function that the service would refuse: see
    /// [`function`]; or where two have the same name.
    pub fn definitions(&self) -> Result<Vec<ChatCompletionTool>, Error> {
        match &self.mistake {
            Some(mistake) => Err(Error::invalid_request(mistake.clone())),
            None => Ok(self.tools.iter().map(|tool| tool.definition.clone()).collect()),
        }
    }

    /// Calls the function that the model wants called, for loops of one's own. Gives what to tell the model.
    ///
    /// # Errors
    /// [`ToolError`] where there is no such function, the arguments are not what it takes, or it fails.
    pub async fn run(&self, call: &ChatCompletionToolCall) -> Result<String, ToolError> {
        match self.get(&call.function.name) {
            Some(tool) => (tool.run)(call).await,
            None => {
                let names: Vec<_> = self.names().collect();
                Err(ToolError::new(format!(
                    "there is no function `{}`; there are: {}",
                    call.function.name,
                    names.join(", ")
                )))
            }
        }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.tools.iter().map(|tool| &*tool.definition.function.name)
    }
}

fn text(result: &impl Serialize) -> Result<String, ToolError> {
    Ok(match serde_json::to_value(result)? {
        Value::String(text) => text,
        value => value.to_string(),
    })
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
