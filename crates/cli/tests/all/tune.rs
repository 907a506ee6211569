//! Fine-tuning: jobs from the first to the last command, and their curves.

use azure_openai_emulator::Emulator;
use serde_json::Value;

use crate::support::Sandbox;

const MODEL: &str = "gpt-4o-2024-08-06";

fn examples(sandbox: &Sandbox) {
    let example = |n: usize| {
        format!(
            "{{\"messages\":[{{\"role\":\"user\",\"content\":\"{n} + 1?\"}},{{\"role\":\"assistant\",\"content\":\"{}\"}}]}}\n",
            n + 1
        )
    };
    sandbox.write("sums.jsonl", (0..12).map(example).collect::<String>());
    sandbox.write("checks.jsonl", (50..62).map(example).collect::<String>());
}

#[test]
fn job_is_made_followed_plotted_and_deleted() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(20.0));
    examples(&sandbox);
    let ran = sandbox.run(&[
        "tune",
        "create",
        MODEL,
        "sums.jsonl",
        "--validation",
        "checks.jsonl",
        "--follow",
    ]);
    assert!(ran.stderr.contains("job ftjob-"), "{ran:?}");
    let text = ran.ok();
    assert!(
        text.contains("Job started.") && text.contains("Job succeeded."),
        "{text}"
    );
    let id = text.split_whitespace().find(|word| word.starts_with("ftjob-")).unwrap();

    let listed = sandbox.run(&["tune", "ls"]).ok();
    assert!(listed.starts_with(&format!("{id}\tsucceeded\t{MODEL}\t")), "{listed}");
    assert_eq!(sandbox.run(&["tune", "ls", "--json"]).json_lines()[0]["id"], id);
    let shown = sandbox.run(&["tune", "show", id, "--events", "--checkpoints"]).ok();
    assert!(
        shown.contains("validation file") && shown.contains("Job succeeded."),
        "{shown}"
    );
    let followed = sandbox.run(&["tune", "follow", id, "--json"]).json_lines();
    assert_eq!(followed.last().unwrap()["status"], "succeeded");
    assert!(followed.iter().any(|line| line["type"] == "metrics"), "{followed:?}");

    let chart = sandbox.run(&["tune", "plot", id]).ok();
    assert!(
        chart.contains("Loss   training ") && chart.contains("   validation "),
        "{chart}"
    );
    assert!(chart.contains("Accuracy") && !chart.contains('\u{1b}'), "{chart}");
    let steps = sandbox.run(&["tune", "plot", id, "--json"]).json_lines();
    assert!(steps[0]["train_loss"].is_f64() && steps[0]["step"] == 1, "{steps:?}");
    assert_eq!(
        sandbox.run(&["tune", "plot", id, "-o", "curves.svg"]).ok(),
        "curves.svg\n"
    );
    let svg = sandbox.read("curves.svg");
    assert!(
        svg.contains("validation") && svg.matches("<polyline").count() >= 4,
        "{svg}"
    );
    sandbox.run(&["tune", "plot", id, "-o", "curves.svg"]).fails(3);

    assert_eq!(sandbox.run(&["tune", "rm", id]).ok(), format!("deleted {id}\n"));
    sandbox.run(&["tune", "show", id]).fails(5);
}

#[test]
fn picture_shows_both_curves_in_their_colors() {
    let sandbox = Sandbox::embedded();
    let rows: String = (1..=40)
        .map(|step| format!("{step},{},,{},\n", 2.0 / f64::from(step), 2.5 / f64::from(step)))
        .collect();
    sandbox.write(
        "results.csv",
        format!("step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy\n{rows}"),
    );
    sandbox
        .run(&["tune", "plot", "--csv", "results.csv", "-o", "curves.png"])
        .ok();
    let file = std::io::BufReader::new(std::fs::File::open(sandbox.path("curves.png")).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((frame.width, frame.height), (1200, 900));
    for (color, least) in [([31, 119, 180], 1_000), ([214, 96, 20], 1_000), ([50, 50, 50], 500)] {
        let count = pixels.chunks(3).filter(|pixel| *pixel == color).count();
        assert!(count > least, "{count} pixels of {color:?}");
    }
}

#[test]
fn metrics_that_cannot_be_plotted_are_refused() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(0.0));
    examples(&sandbox);
    sandbox.write("page.csv", "<html>");
    sandbox.write("steps.csv", "step\n1\n");
    for (arguments, code, expected) in [
        (&["--csv", "page.csv"][..], 3, "no column `step`"),
        (&["--csv", "steps.csv"], 3, "neither loss nor accuracy"),
        (&["--csv", "missing.csv"], 3, "cannot read `missing.csv`"),
        (&["--csv", "steps.csv", "-o", "curves.gif"], 2, "neither .png nor .svg"),
        (&["ftjob-nope"], 5, ""),
    ] {
        let error = sandbox.run(&[&["tune", "plot"], arguments].concat()).fails(code);
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn job_is_cancelled_and_has_no_metrics_before_its_first_step() {
    let sandbox = Sandbox::with(Emulator::builder().clock_speed(0.05));
    examples(&sandbox);
    // The clock is slow: the service takes the file only when it has checked it.
    let file = sandbox
        .run(&["files", "put", "sums.jsonl", "--purpose", "fine-tune", "--no-wait"])
        .ok();
    sandbox.emulator().clock().advance(std::time::Duration::from_secs(5));
    let options = [
        "--suffix",
        "sums",
        "--seed",
        "7",
        "--epochs",
        "2",
        "--learning-rate",
        "0.5",
        "--json",
    ];
    let job = sandbox
        .run(&[&["tune", "create", MODEL, file.trim()], &options[..]].concat())
        .json_lines();
    let id = job[0]["id"].as_str().unwrap();
    assert_eq!((&job[0]["seed"], &job[0]["suffix"]), (&Value::from(7), &"sums".into()));
    let error = sandbox.run(&["tune", "plot", id]).fails(3);
    assert!(error.contains("has no metrics yet"), "{error}");
    let cancelled = sandbox.run(&["tune", "cancel", id]).ok();
    assert!(cancelled.starts_with(&format!("{id} is cancel")), "{cancelled}");
    sandbox.run(&["tune", "create", MODEL, "file-nope"]).fails(3);
}

#[test]
fn training_data_is_checked_line_by_line() {
    let sandbox = Sandbox::embedded();
    examples(&sandbox);
    let text = sandbox.run(&["tune", "check", "sums.jsonl"]).ok();
    assert!(
        text.contains("examples  12") && text.contains("tokens in 3 epochs"),
        "{text}"
    );
    let mut lines = sandbox.read("sums.jsonl");
    lines.push_str("nonsense\n");
    sandbox.write("bad.jsonl", lines);
    let ran = sandbox.run(&["tune", "check", "bad.jsonl"]);
    assert!(ran.stdout.starts_with("line 13: "), "{ran:?}");
    assert!(ran.fails(3).contains("`bad.jsonl`: 1 problem"));
    let ran = sandbox.run(&["tune", "check", "bad.jsonl", "--json"]);
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        (&report["examples"], &report["problems"][0]["line"]),
        (&13.into(), &13.into())
    );
    sandbox.run(&["tune", "check", "missing.jsonl"]).fails(3);
}
