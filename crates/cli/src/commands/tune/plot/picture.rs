//! Curves as a picture.

use std::fmt::Display;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::{FontStyle, register_font};

use super::panel::Panel;
use crate::failure::{Failure, Kind, Result};

const SIZE: (u32, u32) = (1200, 900);
const FONT: &str = "sans-serif";
const COLORS: [RGBColor; 2] = [RGBColor(31, 119, 180), RGBColor(214, 96, 20)];
const GRID: RGBColor = RGBColor(225, 225, 225);
const INK: RGBColor = RGBColor(50, 50, 50);

/// What kind of file it becomes.
#[derive(Clone, Copy)]
pub(super) enum Format {
    Png,
    Svg,
}

impl Format {
    pub(super) fn of(path: &Path) -> Result<Self> {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("png" | "PNG") => Ok(Self::Png),
            Some("svg" | "SVG") => Ok(Self::Svg),
            _ => Err(Failure::usage(format!("`{}` is neither .png nor .svg", path.display()))
                .advise("name a file that ends in .png or .svg")),
        }
    }
}

/// Draws the panels below each other.
pub(super) fn write(path: &Path, title: &str, panels: &[Panel]) -> Result<()> {
    register_font(FONT, FontStyle::Normal, dejavu::sans::regular())
        .map_err(|_| Failure::new(Kind::Unexpected, "the font in this program cannot be read"))?;
    let failed = |error: std::io::Error| Failure::file(path, "write", &error);
    match Format::of(path)? {
        Format::Svg => {
            let mut text = String::new();
            draw(
                SVGBackend::with_string(&mut text, SIZE).into_drawing_area(),
                title,
                panels,
            )?;
            std::fs::write(path, text).map_err(failed)
        }
        Format::Png => {
            let mut pixels = vec![0; SIZE.0 as usize * SIZE.1 as usize * 3];
            draw(
                BitMapBackend::with_buffer(&mut pixels, SIZE).into_drawing_area(),
                title,
                panels,
            )?;
            let file = File::create(path).map_err(failed)?;
            let mut encoder = png::Encoder::new(BufWriter::new(file), SIZE.0, SIZE.1);
            encoder.set_color(png::ColorType::Rgb);
            encoder
                .write_header()
                .and_then(|mut writer| {
                    writer.write_image_data(&pixels)?;
                    writer.finish()
                })
                .map_err(|error| failed(std::io::Error::other(error)))
        }
    }
}

fn draw<B: DrawingBackend>(area: DrawingArea<B, Shift>, title: &str, panels: &[Panel]) -> Result<()> {
    area.fill(&WHITE).map_err(bad)?;
    let area = area.margin(14, 0, 0, 0);
    let area = area.titled(title, (FONT, 28)).map_err(bad)?;
    for (panel, area) in panels.iter().zip(area.split_evenly((panels.len(), 1))) {
        draw_panel(&area, panel)?;
    }
    area.present().map_err(bad)
}

fn draw_panel<B: DrawingBackend>(area: &DrawingArea<B, Shift>, panel: &Panel) -> Result<()> {
    let ((first, last), (low, high)) = (panel.steps(), panel.values());
    let mut chart = ChartBuilder::on(area)
        .caption(panel.title, (FONT, 22, &INK))
        .margin(16)
        .margin_right(32)
        .x_label_area_size(48)
        .y_label_area_size(72)
        .build_cartesian_2d(first..last, low..high)
        .map_err(bad)?;
    let digits = if high - low < 0.05 { 4 } else { 2 };
    chart
        .configure_mesh()
        .x_desc("step")
        .x_labels(10)
        .y_labels(8)
        .x_label_formatter(&|step| format!("{step:.0}"))
        .y_label_formatter(&|value| format!("{value:.digits$}"))
        .label_style((FONT, 17, &INK))
        .axis_desc_style((FONT, 17, &INK))
        .axis_style(INK)
        .bold_line_style(GRID)
        .light_line_style(TRANSPARENT)
        .draw()
        .map_err(bad)?;
    for (curve, color) in panel.curves.iter().zip(COLORS) {
        if curve.points.is_empty() {
            continue;
        }
        let line = color.stroke_width(2);
        chart
            .draw_series(LineSeries::new(curve.points.iter().copied(), line))
            .map_err(bad)?
            .label(curve.name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 28, y)], color.stroke_width(3)));
        // Few points are seen as points, and a single one is seen at all.
        if curve.points.len() <= 60 {
            let points = curve.points.iter().map(|point| Circle::new(*point, 3, color.filled()));
            chart.draw_series(points).map_err(bad)?;
        }
    }
    chart
        .configure_series_labels()
        .position(match panel.title {
            "Loss" => SeriesLabelPosition::UpperRight,
            _ => SeriesLabelPosition::LowerRight,
        })
        .legend_area_size(40)
        .margin(12)
        .label_font((FONT, 17, &INK))
        .background_style(WHITE.mix(0.85))
        .border_style(GRID)
        .draw()
        .map_err(bad)?;
    Ok(())
}

fn bad(error: impl Display) -> Failure {
    Failure::new(Kind::Unexpected, format!("the curves cannot be drawn: {error}"))
}
