//! Metrics of a fine-tuning job: the rows of its result file, and the data of its events.

use std::collections::BTreeMap;

use azure_openai_core::{Error, ErrorKind};
use csv_core::ReadFieldResult;

use azure_openai_authoring::{EventType, FineTuningJobEvent};

/// The metrics of a training step. What was not measured at this step is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TrainingStep {
    /// The number of the step.
    pub step: u64,
    /// The loss on the batch of this step (`train_loss`).
    pub train_loss: Option<f64>,
    /// The share of tokens of the batch that the model predicted correctly, 0 to 1 (`train_accuracy`, or
    /// `train_mean_token_accuracy`).
    pub train_accuracy: Option<f64>,
    /// The loss on a batch of the validation file (`valid_loss`).
    pub valid_loss: Option<f64>,
    /// The share of tokens of that batch that the model predicted correctly, 0 to 1 (`valid_mean_token_accuracy`, or
    /// `valid_accuracy`).
    pub valid_accuracy: Option<f64>,
    /// Other numbers, by the name of their column or field.
    pub other: BTreeMap<String, f64>,
}

impl TrainingStep {
    /// Reads the metrics of an event, if it has any: its type is `metrics` and its data has a step.
    pub fn from_event(event: &FineTuningJobEvent) -> Option<Self> {
        if !matches!(event.type_, Some(EventType::Metrics)) {
            return None;
        }
        let fields = event.data.as_ref()?.as_object()?;
        let mut step = Self {
            step: whole(fields.get("step")?.as_f64()?)?,
            ..Self::default()
        };
        for (name, value) in fields {
            if let Some(number) = value.as_f64() {
                step.set(name, number);
            }
        }
        Some(step)
    }

    fn set(&mut self, name: &str, number: f64) {
        // Published files have "nan" or -1 where nothing was measured.
        if !number.is_finite() || number == -1.0 {
            return;
        }
        match name {
            "step" => {}
            "train_loss" => self.train_loss = Some(number),
            "train_accuracy" | "train_mean_token_accuracy" => self.train_accuracy = Some(number),
            "valid_loss" => self.valid_loss = Some(number),
            "valid_accuracy" | "valid_mean_token_accuracy" => self.valid_accuracy = Some(number),
            name => drop(self.other.insert(name.to_owned(), number)),
        }
    }
}

/// The result file of a fine-tuning job: a row for each step.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TrainingMetrics {
    /// The steps, in the file's order.
    pub steps: Vec<TrainingStep>,
}

impl TrainingMetrics {
    /// Reads the CSV of a result file: a header with at least `step`, and rows of numbers. An empty field, `nan` and -1
    /// mean that nothing was measured. Unknown columns are kept in [`TrainingStep::other`].
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] with the row, where it is not such a file.
    ///
    /// ```
    /// use azure_openai::fine_tuning::TrainingMetrics;
    /// let metrics = TrainingMetrics::from_csv(b"step,train_loss,valid_loss\n1,0.5,\n2,0.25,0.3\n")?;
    /// assert_eq!(metrics.steps[1].valid_loss, Some(0.3));
    /// # Ok::<(), azure_openai::Error>(())
    /// ```
    pub fn from_csv(csv: &[u8]) -> Result<Self, Error> {
        let mut records = records(csv)?.into_iter();
        let head = records.next().unwrap_or_default();
        if !head.iter().any(|name| name == "step") {
            return Err(Error::new(ErrorKind::Decode, "the result file has no column `step`"));
        }
        let mut steps = Vec::new();
        for (record, number) in records.zip(1..) {
            let mut row = TrainingStep::default();
            if record.len() != head.len() {
                return Err(Error::new(
                    ErrorKind::Decode,
                    format!("row {number} of the result file has other columns than its header"),
                ));
            }
            for (name, field) in head.iter().zip(&record) {
                if field.is_empty() {
                    continue;
                }
                let wrong = || {
                    Error::new(
                        ErrorKind::Decode,
                        format!("row {number} of the result file has no number for `{name}`"),
                    )
                };
                let value: f64 = field.parse().map_err(|_| wrong())?;
                if *name == "step" {
                    row.step = whole(value).ok_or_else(wrong)?;
                }
                row.set(name, value);
            }
            steps.push(row);
        }
        Ok(Self { steps })
    }
}

/// The records of a CSV, each with its fields, trimmed.
fn records(csv: &[u8]) -> Result<Vec<Vec<String>>, Error> {
    let (mut reader, mut rest) = (csv_core::Reader::new(), csv);
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), vec![0; csv.len()]);
    let mut length = 0;
    loop {
        let (result, read, written) = reader.read_field(rest, &mut field[length..]);
        rest = &rest[read..];
        length += written;
        match result {
            // The whole CSV fits into the field. What is empty is read once more, as its end.
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::Field { record_end } => {
                let text = str::from_utf8(&field[..length])
                    .map_err(|error| Error::new(ErrorKind::Decode, "the result file is not text").with_source(error))?;
                record.push(text.trim().to_owned());
                length = 0;
                if record_end {
                    records.push(std::mem::take(&mut record));
                }
            }
            ReadFieldResult::End => return Ok(records),
        }
    }
}

/// Converts the number of a step, which some files write as `1.0`.
fn whole(number: f64) -> Option<u64> {
    (number >= 0.0 && number.fract() == 0.0 && number < 9_007_199_254_740_992.0).then_some(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_file_is_read_row_by_row() {
        let csv = "\u{feff}step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy,lr\r\n\
                   1,1.5,0.25,,,0.1\r\n2.0,1.25,0.5,-1,nan,\r\n3,1,1,0.5,0.75,1e-4\r\n";
        let steps = TrainingMetrics::from_csv(csv.as_bytes()).unwrap().steps;
        assert_eq!(steps.iter().map(|row| row.step).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(steps[0].train_loss, Some(1.5));
        assert_eq!((steps[1].valid_loss, steps[1].valid_accuracy), (None, None));
        assert_eq!(steps[2].valid_accuracy, Some(0.75));
        assert_eq!(steps[2].other["lr"], 1e-4);
        assert_eq!(TrainingMetrics::from_csv(b"step\n").unwrap().steps, []);
    }

    #[test]
    fn invalid_result_file_is_an_error_with_its_row() {
        for (csv, expected) in [
            ("", "no column `step`"),
            ("<html>", "no column `step`"),
            (
                "step,train_loss\n1,2\n2,much",
                "row 2 of the result file has no number for `train_loss`",
            ),
            ("step\n-1", "row 1 of the result file has no number for `step`"),
            ("step\n1.5", "row 1 of the result file has no number for `step`"),
            ("step,train_loss\n1", "row 1 of the result file has other columns"),
        ] {
            let error = TrainingMetrics::from_csv(csv.as_bytes()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode);
            assert!(error.to_string().contains(expected), "{error}");
        }
        assert!(TrainingMetrics::from_csv(b"step\n\xff").is_err());
    }

    #[test]
    fn metrics_are_read_from_events() {
        let event = |json: &str| serde_json::from_str::<FineTuningJobEvent>(json).unwrap();
        let metrics = event(
            r#"{"id":"e","type":"Metrics","data":{"step":10,"train_loss":0.5,"train_mean_token_accuracy":0.9,"x":"y"}}"#,
        );
        let step = TrainingStep::from_event(&metrics).unwrap();
        assert_eq!(
            (step.step, step.train_loss, step.train_accuracy),
            (10, Some(0.5), Some(0.9))
        );
        for other in [
            r#"{"type":"message"}"#,
            r#"{"type":"metrics"}"#,
            r#"{"type":"metrics","data":{}}"#,
        ] {
            assert_eq!(TrainingStep::from_event(&event(other)), None);
        }
    }
}
