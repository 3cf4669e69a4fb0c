//! One line of the benchmark: what was measured, beside what, and whether it is fast enough.

/// Measurements of one thing, each of them kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// One of [`super::PARTS`].
    pub part: &'static str,
    /// What was measured.
    pub what: String,
    /// `ms`, `bytes`, `MB`, `MB/s`, or empty for a count.
    pub unit: &'static str,
    /// The product, in the order of the runs.
    pub ours: Vec<f64>,
    /// The same thing done by something else, in the same browser and run.
    pub beside: Option<Beside>,
    /// What it may be.
    pub budget: Option<Budget>,
}

/// What the product is measured beside.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// What it is.
    pub name: &'static str,
    /// In the order of the runs; empty where it cannot do this.
    pub values: Vec<f64>,
}

/// What a measurement may be, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// The median is at most this.
    AtMost(f64),
    /// No measurement is above this.
    Never(f64),
    /// The median is at most that of what it is beside, and this.
    Over(f64),
    /// The median is at most this part of what it is beside.
    Share(f64),
}

impl Line {
    /// A line with nothing beside it and no budget.
    pub fn new(
        part: &'static str,
        what: impl Into<String>,
        unit: &'static str,
        ours: Vec<f64>,
    ) -> Self {
        Self {
            part,
            what: what.into(),
            unit,
            ours,
            beside: None,
            budget: None,
        }
    }

    /// With something beside it.
    #[must_use]
    pub fn beside(mut self, name: &'static str, values: Vec<f64>) -> Self {
        self.beside = Some(Beside { name, values });
        self
    }

    /// With a budget.
    #[must_use]
    pub fn within(mut self, budget: Budget) -> Self {
        self.budget = Some(budget);
        self
    }

    /// The median of what it is beside.
    pub fn beside_median(&self) -> Option<f64> {
        self.beside
            .as_ref()
            .and_then(|beside| median(&beside.values))
    }

    /// The product's median in parts of the other's.
    pub fn ratio(&self) -> Option<f64> {
        let beside = self.beside_median().filter(|beside| *beside > 0.0)?;
        Some(median(&self.ours)? / beside)
    }

    /// Whether the budget holds; `None` without a budget, or where nothing was measured.
    pub fn holds(&self) -> Option<bool> {
        let ours = median(&self.ours)?;
        match self.budget? {
            Budget::AtMost(limit) => Some(ours <= limit),
            Budget::Never(limit) => Some(largest(&self.ours)? <= limit),
            Budget::Over(more) => Some(ours <= self.beside_median()? + more),
            Budget::Share(share) => Some(ours <= self.beside_median()? * share),
        }
    }

    fn budget_said(&self) -> String {
        let beside = self.beside.as_ref().map_or("", |beside| beside.name);
        match self.budget {
            None => String::new(),
            Some(Budget::AtMost(limit)) => format!("≤ {}", number(limit)),
            Some(Budget::Never(limit)) => format!("never > {}", number(limit)),
            Some(Budget::Over(more)) => format!("≤ {beside} + {}", number(more)),
            Some(Budget::Share(share)) => format!("≤ {share} × {beside}"),
        }
    }

    fn row(&self) -> [String; 6] {
        let shown = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), number);
        let ours = match (smallest(&self.ours), largest(&self.ours)) {
            (Some(from), Some(to)) if self.ours.len() > 1 => {
                format!(
                    "{} ({}–{})",
                    shown(median(&self.ours)),
                    number(from),
                    number(to)
                )
            }
            _ => shown(median(&self.ours)),
        };
        let beside = match &self.beside {
            Some(beside) => format!("{} {}", beside.name, shown(self.beside_median())),
            None => String::new(),
        };
        let ratio = self.ratio().map(|ratio| format!("{ratio:.2}"));
        let what = match self.unit {
            "" => self.what.clone(),
            unit => format!("{}, {unit}", self.what),
        };
        [
            what,
            ours,
            beside,
            ratio.unwrap_or_default(),
            self.budget_said(),
            self.holds().map_or("", said).to_owned(),
        ]
    }
}

fn said(holds: bool) -> &'static str {
    match holds {
        true => "yes",
        false => "**no**",
    }
}

/// The lines as a table in Markdown, in the order in which they were measured.
pub fn table(lines: &[Line]) -> String {
    let mut text = String::from(
        "| | median (least–most) | beside | ratio | budget | holds |\n\
         | --- | --- | --- | --- | --- | --- |\n",
    );
    for line in lines {
        text.push_str(&format!("| {} |\n", line.row().join(" | ")));
    }
    text
}

/// The middle one; between the two middle ones where they are even in number.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    Some(f64::midpoint(lower, upper))
}

/// The smallest.
pub fn smallest(values: &[f64]) -> Option<f64> {
    values.iter().copied().min_by(f64::total_cmp)
}

/// The largest.
pub fn largest(values: &[f64]) -> Option<f64> {
    values.iter().copied().max_by(f64::total_cmp)
}

/// Three digits that count, and no more.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 10_000.0 => {
            let whole = format!("{value:.0}");
            let mut grouped = String::new();
            for (index, digit) in whole.chars().enumerate() {
                if index > 0 && (whole.len() - index).is_multiple_of(3) {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            grouped
        }
        size if size >= 100.0 || value.fract() == 0.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 0.1 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ours: &[f64], beside: &[f64], budget: Budget) -> Line {
        Line::new("paste", "1 KB", "ms", ours.to_vec())
            .beside("floor", beside.to_vec())
            .within(budget)
    }

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn a_budget_holds_or_does_not() {
        let ours = [10.0, 20.0, 90.0];
        for (budget, holds) in [
            (Budget::AtMost(20.0), true),
            (Budget::AtMost(19.9), false),
            (Budget::Never(90.0), true),
            (Budget::Never(50.0), false),
            (Budget::Over(17.0), true),
            (Budget::Over(9.0), false),
            (Budget::Share(2.0), true),
            (Budget::Share(1.9), false),
        ] {
            let line = line(&ours, &[10.0, 10.0, 11.0], budget);
            assert_eq!(line.holds(), Some(holds), "{budget:?}");
        }
    }

    #[test]
    fn what_was_not_measured_does_not_hold() {
        assert_eq!(line(&[], &[1.0], Budget::AtMost(1.0)).holds(), None);
        assert_eq!(line(&[1.0], &[], Budget::Over(1.0)).holds(), None);
        assert_eq!(line(&[1.0], &[], Budget::Over(1.0)).ratio(), None);
    }

    #[test]
    fn a_row_says_all_of_it() {
        let rows = table(&[line(&[30.0, 12.25, 31.0], &[15.0], Budget::Share(0.55))]);
        let last = rows.lines().last();
        let expected = "| 1 KB, ms | 30 (12.2–31) | floor 15 | 2.00 | ≤ 0.55 × floor | **no** |";
        assert_eq!(last, Some(expected));
    }

    #[test]
    fn numbers_are_short() {
        for (value, shown) in [
            (0.0, "0"),
            (0.034, "0.034"),
            (0.5, "0.50"),
            (12.34, "12.3"),
            (226_000.0, "226,000"),
            (1234.5, "1234"),
        ] {
            assert_eq!(number(value), shown);
        }
    }
}
