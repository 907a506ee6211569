//! The table: medians over interleaved rounds, beside the floor and async-openai.

use std::fmt::Write;

use crate::clients::Client;
use crate::jobs::Row;
use crate::measure::{Cost, instructions, spawn};
use crate::task::Failure;

/// Measures these rows and prints them as a Markdown table.
pub(crate) async fn print(rows: &[&Row], rounds: usize, base: &str) -> Result<(), Failure> {
    println!("| work | client | CPU a unit | by floor | by async-openai | spread | peak memory |");
    println!("|---|---|---|---|---|---|---|");
    for row in rows {
        let mut costs: [Vec<Cost>; 4] = Default::default();
        // Round by round, so that a noisy minute of the machine falls on every client.
        for _ in 0..rounds {
            for (costs, client) in costs.iter_mut().zip(Client::ALL) {
                costs.extend(spawn(row, client, row.units, base).await?);
            }
        }
        let cpu = |place: usize| median(costs[place].iter().map(|cost| cost.cpu));
        for (place, client) in Client::ALL.into_iter().enumerate() {
            let mut line = format!("| {} | {} |", row.name, client.name());
            match cpu(place) {
                None => line.push_str(" – | – | – | – | – |"),
                Some(own) => {
                    write!(line, " {} a {} |", time(own / row.units as u64), row.unit)?;
                    write!(line, " {} | {} |", ratio(own, cpu(0)), ratio(own, cpu(2)))?;
                    let peak = median(costs[place].iter().map(|cost| cost.peak)).unwrap_or(0);
                    write!(line, " {} | {} MiB |", spread(&costs[place]), peak >> 10)?;
                }
            }
            println!("{line}");
        }
    }
    Ok(())
}

/// Counts the instructions of these rows and prints them as a Markdown table.
pub(crate) async fn print_instructions(rows: &[&Row], base: &str) -> Result<(), Failure> {
    println!("| work | floor | typed | async-openai | ours | ours by floor | ours by async-openai |");
    println!("|---|---|---|---|---|---|---|");
    for row in rows {
        let mut counts = Vec::new();
        for client in Client::ALL {
            counts.push(instructions(row, client, base).await?);
        }
        let mut line = format!("| {} (a {}) |", row.name, row.unit);
        for count in &counts {
            match count {
                Some(count) => write!(line, " {:.1}k |", *count as f64 / 1000.0)?,
                None => line.push_str(" – |"),
            }
        }
        let ours = counts[3].unwrap_or(0);
        println!("{line} {} | {} |", ratio(ours, counts[0]), ratio(ours, counts[2]));
    }
    Ok(())
}

fn median(values: impl Iterator<Item = u64>) -> Option<u64> {
    let mut values: Vec<u64> = values.collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

fn ratio(own: u64, other: Option<u64>) -> String {
    match other {
        Some(other) if other > 0 => format!("{:.2}", own as f64 / other as f64),
        _ => "–".to_owned(),
    }
}

/// How far the rounds lie apart, in percent of the least.
fn spread(costs: &[Cost]) -> String {
    let least = costs.iter().map(|cost| cost.cpu).min().unwrap_or(0).max(1);
    let most = costs.iter().map(|cost| cost.cpu).max().unwrap_or(0);
    format!("{} %", (most - least.min(most)) * 100 / least)
}

fn time(nanoseconds: u64) -> String {
    match nanoseconds {
        0..10_000 => format!("{nanoseconds} ns"),
        10_000..10_000_000 => format!("{} µs", nanoseconds / 1000),
        _ => format!("{} ms", nanoseconds / 1_000_000),
    }
}
