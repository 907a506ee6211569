//! Medians, ratios and how they are printed.

/// Returns the middle value, of an even number the greater of both.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// Returns `own / other` with two decimals, or a dash where there is nothing to divide by.
pub(crate) fn ratio(own: f64, other: Option<f64>) -> String {
    match other {
        Some(other) if other > 0.0 => format!("{:.2}", own / other),
        _ => "–".to_owned(),
    }
}

/// Returns how far the values lie apart, in percent of the least.
pub(crate) fn spread(values: &[f64]) -> f64 {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(0.0, f64::max);
    if least > 0.0 && least.is_finite() {
        (most - least) * 100.0 / least
    } else {
        0.0
    }
}

/// Returns nanoseconds in the unit that reads best.
pub(crate) fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        0.0..10_000.0 => format!("{nanoseconds:.0} ns"),
        0.0..10_000_000.0 => format!("{:.0} µs", nanoseconds / 1e3),
        _ => format!("{:.0} ms", nanoseconds / 1e6),
    }
}

/// Returns a number of instructions, in thousands.
pub(crate) fn thousands(count: f64) -> String {
    format!("{:.1}k", count / 1e3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_is_the_middle_and_of_two_the_greater() {
        assert_eq!(median([3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median([4.0, 1.0]), Some(4.0));
        assert_eq!(median([]), None);
    }

    #[test]
    fn ratio_has_two_decimals_and_a_dash_without_a_divisor() {
        assert_eq!(ratio(3.0, Some(2.0)), "1.50");
        assert_eq!(ratio(3.0, Some(0.0)), "–");
        assert_eq!(ratio(3.0, None), "–");
    }

    #[test]
    fn spread_is_percent_of_the_least() {
        assert_eq!(spread(&[110.0, 100.0, 150.0]), 50.0);
        assert_eq!(spread(&[7.0]), 0.0);
        assert_eq!(spread(&[]), 0.0);
    }

    #[test]
    fn times_and_counts_read_well() {
        assert_eq!(time(9_999.0), "9999 ns");
        assert_eq!(time(12_345.0), "12 µs");
        assert_eq!(time(12_345_678.0), "12 ms");
        assert_eq!(thousands(15_540.0), "15.5k");
    }
}
