//! Lists: aligned columns on a terminal, tab-separated lines otherwise, a JSON object a line with `--json`.

use azure_openai::paging::{Items, List};
use comfy_table::{Cell, ContentArrangement, presets::NOTHING};
use serde::Serialize;

use super::printer::Output;
use super::text::clean;
use super::tone::Tone;
use crate::failure::Result;

/// A list that is printed row by row, or as a table once it is complete.
pub(crate) struct Table {
    output: Output,
    columns: Vec<String>,
    rows: Vec<Vec<(String, Tone)>>,
    count: usize,
}

impl Table {
    pub(crate) fn new(output: Output, columns: &[&str]) -> Self {
        Self {
            output,
            columns: columns.iter().map(|column| column.to_uppercase()).collect(),
            rows: Vec::new(),
            count: 0,
        }
    }

    /// Prints a list, a row for each item; `none` is noted where there is none.
    pub(crate) async fn list<L, const N: usize>(
        output: Output,
        columns: [&str; N],
        mut items: Items<L>,
        none: &str,
        cells: impl Fn(&L::Item) -> [(String, Tone); N],
    ) -> Result<()>
    where
        L: List<Item: Serialize>,
    {
        let mut table = Self::new(output, &columns);
        while let Some(item) = items.next().await {
            let item = item?;
            let cells = cells(&item);
            table.row(&item, cells)?;
        }
        table.finish(none)
    }

    /// A row, and the value that it shows.
    pub(crate) fn row<const N: usize>(&mut self, value: &impl Serialize, cells: [(String, Tone); N]) -> Result<()> {
        self.count += 1;
        if self.output.is_json() {
            return self.output.json_line(value);
        }
        let cells = cells.map(|(text, tone)| (clean(&text).replace(['\n', '\t'], " "), tone));
        if self.output.is_terminal() {
            self.rows.push(cells.into());
            return Ok(());
        }
        let texts: Vec<String> = cells.into_iter().map(|(text, _)| text).collect();
        self.output.line(&texts.join("\t"))
    }

    /// Prints what is left; `none` is noted where there was no row.
    pub(crate) fn finish(self, none: &str) -> Result<()> {
        if self.count == 0 && !self.output.is_json() {
            self.output.note(none);
        }
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut table = comfy_table::Table::new();
        table
            .load_style(NOTHING)
            .set_content_arrangement(ContentArrangement::Disabled)
            .set_header(self.columns.iter().map(Cell::new))
            .add_rows(self.rows.iter().map(|row| row.iter().map(|(text, _)| Cell::new(text))));
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
        }
        // Colors go on afterwards, so that they do not count as width.
        for (number, line) in table.lines().enumerate() {
            let line = line.trim_end();
            match number.checked_sub(1) {
                None => self.output.line(&self.output.paint(Tone::Heading, line))?,
                Some(row) => self.output.line(&self.colored(row, line))?,
            }
        }
        Ok(())
    }

    fn colored(&self, row: usize, line: &str) -> String {
        let mut rest = line;
        let mut painted = String::new();
        for (text, tone) in self.rows.get(row).into_iter().flatten() {
            let Some((before, after)) = rest.split_once(text.as_str()) else {
                continue;
            };
            painted.push_str(before);
            painted.push_str(&self.output.paint(*tone, text));
            rest = after;
        }
        painted + rest
    }
}
