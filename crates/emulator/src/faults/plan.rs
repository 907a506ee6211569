//! The faults that are in force, and how often each was met.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

use parking_lot::Mutex;

use super::fault::Fault;
use super::target::Facts;
use crate::error::InvalidFault;

/// How many different texts of the header are counted; beyond that the one not seen for longest starts anew.
const MAX_HEADER_FAULTS: usize = 1024;

/// The faults in force, from [`Emulator::faults`](crate::Emulator::faults). They can be changed while the emulator
/// runs. A clone is the same list.
///
/// Faults are tried in order, and the first that applies wins: later ones neither see nor count that request. So
/// `status=500; first=1` and then `status=429; first=1` make the first request fail with 500 and the second with 429.
#[derive(Clone, Default)]
pub struct Faults(Arc<Mutex<Plan>>);

#[derive(Default)]
struct Plan {
    installed: Vec<FaultCount>,
    /// Those that came by header, the one seen last at the end.
    by_header: VecDeque<(String, FaultCount)>,
}

/// A fault and its counts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FaultCount {
    /// The fault.
    pub fault: Arc<Fault>,
    /// The number of requests that its conditions cover.
    pub seen: u64,
    /// The number of those that it failed.
    pub fired: u64,
}

impl FaultCount {
    fn new(fault: Fault) -> Self {
        Self {
            fault: Arc::new(fault),
            seen: 0,
            fired: 0,
        }
    }

    /// Counts a request, and returns the fault if it applies.
    fn meet(&mut self, facts: &Facts) -> Option<Arc<Fault>> {
        if !self.fault.target.covers(facts) {
            return None;
        }
        self.seen += 1;
        self.fault.when.met(self.seen).then(|| {
            self.fired += 1;
            Arc::clone(&self.fault)
        })
    }
}

impl Faults {
    pub(crate) fn new(faults: Vec<Fault>) -> Result<Self, InvalidFault> {
        let list = Self::default();
        list.set(faults)?;
        Ok(list)
    }

    /// Adds a fault at the end of the list.
    ///
    /// # Errors
    /// If the fault has no effect, or its parts exclude each other.
    pub fn add(&self, fault: Fault) -> Result<(), InvalidFault> {
        fault.validate()?;
        self.0.lock().installed.push(FaultCount::new(fault));
        Ok(())
    }

    /// Replaces all faults. Counters start at 0, those of faults by header too.
    ///
    /// # Errors
    /// As [`add`](Self::add); nothing is changed then.
    pub fn set(&self, faults: impl IntoIterator<Item = Fault>) -> Result<(), InvalidFault> {
        let faults: Vec<_> = faults.into_iter().collect();
        faults.iter().try_for_each(Fault::validate)?;
        *self.0.lock() = Plan {
            installed: faults.into_iter().map(FaultCount::new).collect(),
            by_header: VecDeque::new(),
        };
        Ok(())
    }

    /// Removes all faults and the counts of faults by header.
    pub fn clear(&self) {
        *self.0.lock() = Plan::default();
    }

    /// Returns the faults in force, in order, without those by header.
    pub fn list(&self) -> Vec<FaultCount> {
        self.0.lock().installed.clone()
    }

    /// The fault that a request meets, if any. Faults by header come first; the same text is counted as one fault.
    pub(crate) fn choose<'a>(
        &self,
        facts: &Facts,
        headers: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Option<Arc<Fault>>, InvalidFault> {
        let read = |bytes: &'a [u8]| {
            let text = std::str::from_utf8(bytes).map_err(|_| not_text(bytes))?;
            Ok((text, text.parse::<Fault>()?))
        };
        // All are read before any is counted.
        let ordered = headers.map(read).collect::<Result<Vec<_>, _>>()?;
        let mut plan = self.0.lock();
        for (text, fault) in ordered {
            let known = plan.by_header.iter().position(|(other, _)| other == text);
            let known = known.and_then(|place| plan.by_header.remove(place));
            let (text, mut count) = known.unwrap_or_else(|| (text.to_owned(), FaultCount::new(fault)));
            let met = count.meet(facts);
            plan.by_header.push_back((text, count));
            if plan.by_header.len() > MAX_HEADER_FAULTS {
                plan.by_header.pop_front();
            }
            if met.is_some() {
                return Ok(met);
            }
        }
        Ok(plan.installed.iter_mut().find_map(|count| count.meet(facts)))
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.list()).finish()
    }
}

fn not_text(bytes: &[u8]) -> InvalidFault {
    let text = String::from_utf8_lossy(bytes);
    InvalidFault::new(format!("the fault {text:?} is not UTF-8 text"))
}
