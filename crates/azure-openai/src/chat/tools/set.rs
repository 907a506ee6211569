//! The functions that a tool loop can call.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use azure_openai_core::{Error, Value};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::ToolError;
use super::schema::{function, lenient_function};
use azure_openai_inference::{ChatCompletionTool, ChatCompletionToolCall};

type Running = Pin<Box<dyn Future<Output = Result<String, ToolError>> + Send>>;
type Run = Box<dyn Fn(&ChatCompletionToolCall) -> Running + Send + Sync>;

/// Functions that the model may call. See [the module](crate::tools).
#[derive(Default)]
pub struct Tools {
    tools: Vec<Tool>,
    lenient: bool,
    invalid: Option<String>,
}

struct Tool {
    definition: ChatCompletionTool,
    run: Run,
}

impl Tools {
    /// Creates an empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Describes the functions that are added from here on by schemas that are not strict: see [`lenient_function`].
    #[must_use]
    pub fn with_lenient_schemas(mut self) -> Self {
        self.lenient = true;
        self
    }

    /// Adds a function, which is described to the model by the doc comment of its arguments. Its result is sent to the
    /// model, a string as it is and everything else as JSON.
    ///
    /// A name or type that the service would refuse is an error when the tools are used.
    #[must_use]
    pub fn with_function<A, F, R, T>(mut self, name: impl Into<String>, run: F) -> Self
    where
        A: DeserializeOwned + JsonSchema + Send + 'static,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<T, ToolError>> + Send + 'static,
        T: Serialize,
    {
        let name = name.into();
        let definition = match self.lenient {
            false => function::<A>(&*name),
            true => lenient_function::<A>(&*name),
        };
        match definition {
            Err(error) => self.keep_invalid(error.to_string()),
            Ok(_) if self.get(&name).is_some() => {
                self.keep_invalid(format!("two tools have the name `{name}`"));
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

    /// Adds a function as [`with_function`](Self::with_function) does, with a description of its own.
    #[must_use]
    pub fn with_described_function<A, F, R, T>(
        self,
        name: impl Into<String>,
        description: impl Into<String>,
        run: F,
    ) -> Self
    where
        A: DeserializeOwned + JsonSchema + Send + 'static,
        F: Fn(A) -> R + Send + Sync + 'static,
        R: Future<Output = Result<T, ToolError>> + Send + 'static,
        T: Serialize,
    {
        let before = self.tools.len();
        let mut with = self.with_function(name, run);
        if with.tools.len() > before
            && let Some(tool) = with.tools.last_mut()
        {
            tool.definition.function.description = Some(description.into());
        }
        with
    }

    fn keep_invalid(&mut self, invalid: String) {
        self.invalid.get_or_insert(invalid);
    }

    fn get(&self, name: &str) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.definition.function.name == name)
    }

    /// Returns the definitions, as a request takes them.
    ///
    /// # Errors
    /// [`InvalidRequest`](crate::ErrorKind::InvalidRequest) for the first function that the service would refuse: see
    /// [`function`]; or where two have the same name.
    pub fn definitions(&self) -> Result<Vec<ChatCompletionTool>, Error> {
        match &self.invalid {
            Some(invalid) => Err(Error::invalid_request(invalid.clone())),
            None => Ok(self.tools.iter().map(|tool| tool.definition.clone()).collect()),
        }
    }

    /// Runs the function of a tool call, for a loop of your own. Returns the text for the model.
    ///
    /// # Errors
    /// [`ToolError`] where the set has no such function, its arguments do not decode, or it fails.
    pub async fn run(&self, call: &ChatCompletionToolCall) -> Result<String, ToolError> {
        match self.get(&call.function.name) {
            Some(tool) => (tool.run)(call).await,
            None => {
                let names: Vec<_> = self.names().collect();
                Err(ToolError::new(format!(
                    "unknown function `{}`; known functions: {}",
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
