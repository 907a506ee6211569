//! Curves as text: braille characters, eight dots in each.

use std::fmt::Write as _;

use textplots::{Chart, ColorPlot, LabelBuilder, LabelFormat, Plot, Shape};

use super::panel::Panel;
use crate::failure::Result;
use crate::output::{Output, Tone};

/// In dots: 2 × 4 are a character.
const SIZE: (u32, u32) = (144, 48);
const BLUE: (u8, u8, u8) = (86, 156, 255);
const ORANGE: (u8, u8, u8) = (255, 153, 51);

/// Prints the panels below each other. Without colors the validation is points, the training a line.
pub(super) fn print(out: Output, panels: &[Panel]) -> Result<()> {
    for panel in panels {
        let mut legend = String::new();
        for (curve, tone) in panel.curves.iter().zip([Tone::Accent, Tone::Warning]) {
            if let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) {
                let text = format!("{} {:.3} → {:.3}", curve.name, first.1, last.1);
                let _ = write!(legend, "   {}", out.paint(tone, &text));
            }
        }
        out.line(&format!("{}{legend}", out.paint(Tone::Heading, panel.title)))?;
        out.line(&chart(panel, out.uses_color()))?;
    }
    Ok(())
}

fn chart(panel: &Panel, color: bool) -> String {
    // The chart's own colors ask the environment.
    colored::control::set_override(color);
    let ((first, last), (low, high)) = (panel.steps(), panel.values());
    let points = panel.curves.each_ref().map(|curve| {
        let points = curve.points.iter();
        points
            .map(|(step, value)| (*step as f32, *value as f32))
            .collect::<Vec<_>>()
    });
    let shapes = match color {
        true => [Shape::Lines(&points[0]), Shape::Lines(&points[1])],
        false => [Shape::Lines(&points[0]), Shape::Points(&points[1])],
    };
    let mut chart = Chart::new_with_y_range(SIZE.0, SIZE.1, first as f32, last as f32, low as f32, high as f32);
    let mut chart = chart
        .x_label_format(LabelFormat::Custom(Box::new(|step| format!("{step:.0}"))))
        .y_label_format(LabelFormat::Custom(Box::new(|value| format!("{value:.3}"))));
    for ((shape, points), rgb) in shapes.iter().zip(&points).zip([BLUE, ORANGE]) {
        if points.is_empty() {
            continue;
        }
        chart = match color {
            true => chart.linecolorplot(shape, rgb.into()),
            false => chart.lineplot(shape),
        };
    }
    chart.borders();
    chart.figures();
    chart.to_string().trim_end().to_owned()
}
