//! The tables: each row by every client, beside the floor and async-openai.

use std::fmt::Write;

use crate::clients::Client;
use crate::figures::{median, ratio, spread, thousands, time};
use crate::jobs::Row;
use crate::measure::{Run, instructions, spawn};
use crate::server_process::Server;
use crate::task::Failure;

/// Measures these rows and prints them as a Markdown table.
pub(crate) async fn print(rows: &[&Row], rounds: usize, server: &Server) -> Result<(), Failure> {
    println!("| work | client | CPU a unit | by floor | by async-openai | spread | peak memory | server's CPU |");
    println!("|---|---|---|---|---|---|---|---|");
    for row in rows {
        let runs = interleaved(row, row.units, rounds, server).await?;
        let cpu = runs.each_ref().map(|runs| median(runs.iter().map(|run| run.cpu)));
        for (client, runs) in Client::ALL.into_iter().zip(&runs) {
            let Some(own) = median(runs.iter().map(|run| run.cpu)) else {
                println!("| {} | {} | – | – | – | – | – | – |", row.name, client.name());
                continue;
            };
            println!(
                "| {} | {} | {} per {} | {} | {} | {:.0} % | {:.0} MiB | {:.0} % |",
                row.name,
                client.name(),
                time(own / row.units as f64),
                row.unit,
                ratio(own, cpu[Client::Floor as usize]),
                ratio(own, cpu[Client::Peer as usize]),
                spread(&runs.iter().map(|run| run.cpu).collect::<Vec<_>>()),
                median(runs.iter().map(|run| run.peak)).unwrap_or(0.0) / 1024.0,
                median(runs.iter().map(|run| run.server * 100.0 / run.wall)).unwrap_or(0.0),
            );
        }
    }
    Ok(())
}

/// Counts the instructions of these rows and prints them as a Markdown table.
pub(crate) async fn print_instructions(rows: &[&Row], server: &Server) -> Result<(), Failure> {
    println!("| work | floor | typed | async-openai | ours | ours by floor | ours by async-openai |");
    println!("|---|---|---|---|---|---|---|");
    for row in rows {
        let mut counts = [None; 4];
        for client in Client::ALL {
            counts[client as usize] = instructions(row, client, row.units_under_callgrind, server).await?;
        }
        let mut line = format!("| {} (per {}) |", row.name, row.unit);
        for count in counts {
            write!(line, " {} |", count.map_or("–".to_owned(), thousands))?;
        }
        let ours = counts[Client::Ours as usize].unwrap_or(0.0);
        let [floor, peer] = [Client::Floor, Client::Peer].map(|client| ratio(ours, counts[client as usize]));
        println!("{line} {floor} | {peer} |");
    }
    Ok(())
}

/// Measures a unit of these rows in runs of 1, 4 and 16 times as many units, and prints them as a Markdown table.
pub(crate) async fn print_linear(
    rows: &[&Row],
    rounds: usize,
    count_instructions: bool,
    server: &Server,
) -> Result<(), Failure> {
    println!("| work | client | 1× | a unit | 4× by 1× | 16× by 1× |");
    println!("|---|---|---|---|---|---|");
    for row in rows {
        let mut costs = [[None; 3]; 4];
        let all = if count_instructions {
            row.units_under_callgrind
        } else {
            row.units
        };
        for (size, part) in [16, 4, 1].into_iter().enumerate() {
            let units = all / part;
            if count_instructions {
                for client in Client::ALL {
                    costs[client as usize][size] = instructions(row, client, units, server).await?;
                }
            } else {
                let runs = interleaved(row, units, rounds, server).await?;
                for (costs, runs) in costs.iter_mut().zip(runs) {
                    costs[size] = median(runs.iter().map(|run| run.cpu / units as f64));
                }
            }
        }
        for (client, [one, four, sixteen]) in Client::ALL.into_iter().zip(costs) {
            let (Some(unit), Some(four), Some(sixteen)) = (one, four, sixteen) else {
                continue;
            };
            println!(
                "| {} | {} | {} × {} | {} | {} | {} |",
                row.name,
                client.name(),
                all / 16,
                row.unit,
                if count_instructions {
                    thousands(unit)
                } else {
                    time(unit)
                },
                ratio(four, one),
                ratio(sixteen, one),
            );
        }
    }
    Ok(())
}

/// Runs a row by every client, round by round, so that a noisy minute of the machine falls on each of them.
async fn interleaved(row: &Row, units: usize, rounds: usize, server: &Server) -> Result<[Vec<Run>; 4], Failure> {
    let mut runs: [Vec<Run>; 4] = Default::default();
    for _ in 0..rounds {
        for client in Client::ALL {
            runs[client as usize].extend(spawn(row, client, units, server).await?);
        }
    }
    Ok(runs)
}
