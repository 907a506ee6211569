//! Numbers of each format over HTTP: what is sent, and what is read of the reply.

use serde_json::json;

use super::numbers;
use super::server::exchange;

#[test]
fn numbers_keep_their_value() {
    use numbers::Measure;
    let exact = [
        0.1,
        1.0 / 3.0,
        2.0_f64.powi(-1074),
        1.797_693_134_862_315_7e308,
        123_456_789.123_456_79,
        5e-324,
    ];
    for ratio in exact {
        let measure = Measure::new(0).with_ratio(ratio).with_total(u64::MAX);
        let reply = json!({ "count": 30, "total": u64::MAX, "ratio": ratio, "list": [1] });
        let (sent, read) = exchange(&reply, |to| numbers::Client::new(to).measures().add(&measure, None));
        let constants = json!({ "version": 3, "step": 0.1, "same": 300 });
        let mut expected = json!({ "count": 0, "total": u64::MAX, "ratio": ratio });
        expected
            .as_object_mut()
            .unwrap()
            .extend(constants.as_object().unwrap().clone());
        assert_eq!(sent.body, expected);
        assert_eq!((read.ratio, read.total), (Some(ratio), Some(u64::MAX)));
    }
}

#[test]
fn numbers_have_the_width_of_their_format() {
    use numbers::{Measure, MeasureSingleOrText, MeasuresAddNear, MeasuresAddOptions};
    let measure = Measure::new(i32::MIN)
        .with_single(3.4e38_f32)
        .with_singles([Some(0.1_f32), None])
        .with_by_name([("a", 0.2_f32)])
        .with_single_or_text(0.3_f32)
        .with_byte(255_u8)
        .with_large(i64::MAX)
        .with_outgrown(4_294_967_295)
        .with_unsigned(u64::MAX);
    let options = MeasuresAddOptions::new()
        .with_factor(0.7_f32)
        .with_near(MeasuresAddNear::new().with_at(0.9_f32));
    let reply = json!({
        "count": 1, "single": 1e-45, "singles": [0.1, null, 16777217], "by_name": { "a": 0.2 }, "single_or_text": 0.3,
        "version": 3, "step": 0.1, "same": 300,
    });
    let (sent, read) = exchange(&reply, |to| numbers::Client::new(to).measures().add(&measure, options));
    assert!(sent.line.contains("?factor=0.7&at=0.9&"), "{}", sent.line);
    assert_eq!(
        sent.body,
        json!({
            "count": i32::MIN, "single": 3.4e38, "singles": [0.1, null], "by_name": { "a": 0.2 }, "single_or_text": 0.3,
            "byte": 255, "large": i64::MAX, "outgrown": 4_294_967_295_u64, "unsigned": u64::MAX,
            "version": 3, "step": 0.1, "same": 300,
        })
    );
    assert_eq!((read.single, read.step, read.same), (Some(f32::from_bits(1)), 0.1, 300));
    assert_eq!(read.singles, [Some(0.1), None, Some(16_777_216.0)]);
    assert_eq!(read.by_name["a"], 0.2);
    assert_eq!(read.single_or_text, Some(MeasureSingleOrText::Number(0.3)));
}

#[test]
fn a_number_out_of_the_range_of_its_format_is_kept_as_it_came() {
    use numbers::{Measure, MeasureSingleOrText};
    let reply = json!({
        "count": 3_000_000_000_u64, "single": 1e39, "singles": [1, 1e39], "by_name": { "a": -1e39 }, "single_or_text": 1e39,
        "byte": 256, "large": 1.5, "version": 3, "step": 0.1, "same": 300,
    });
    let (_, read) = exchange(&reply, |to| {
        numbers::Client::new(to).measures().add(&Measure::new(1), None)
    });
    assert_eq!((read.count, read.single, read.byte, read.large), (0, None, None, None));
    assert_eq!(read.singles, [Some(1.0)]);
    assert!(read.by_name.is_empty());
    assert_eq!(read.single_or_text, Some(MeasureSingleOrText::Unknown(json!(1e39))));
    assert_eq!(serde_json::to_value(&read).expect("JSON"), reply);
}
