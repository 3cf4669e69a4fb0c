//! NumericDate to calendar date and back: the proleptic Gregorian calendar in UTC, without time
//! zones or leap seconds, which NumericDate does not count either. A date library would cost the
//! page more bytes than these lines.
//! Spec: RFC 7519 §2 (NumericDate), RFC 3339 §5.6.

/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// A date and time of day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BC.
    pub year: i64,
    /// 1 to 12.
    pub month: i64,
    /// 1 to 31.
    pub day: i64,
    /// 0 to 23.
    pub hour: i64,
    /// 0 to 59.
    pub minute: i64,
    /// 0 to 59.
    pub second: i64,
}

/// The date and time of a NumericDate. Total: every `i64` has one.
pub fn civil(at: i64) -> Civil {
    let (days, rest) = (at.div_euclid(DAY), at.rem_euclid(DAY));
    // Years are counted from 1 March of year 0, so that a leap day is the last day of its year,
    // and in eras of 400 years, which all have the same number of days.
    let days = days.saturating_add(719_468);
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let month = (march_month + 2) % 12 + 1;
    Civil {
        year: era * 400 + year_of_era + i64::from(month <= 2),
        month,
        day: day_of_year - (153 * march_month + 2) / 5 + 1,
        hour: rest / 3_600,
        minute: rest / 60 % 60,
        second: rest % 60,
    }
}

/// The NumericDate of a date and time; `None` where a field is out of its range or the year is
/// beyond ±999,999. Second 60 is taken: it is the first of the next minute.
pub fn numeric_date(civil: &Civil) -> Option<i64> {
    let fits = (-999_999..=999_999).contains(&civil.year)
        && (1..=12).contains(&civil.month)
        && (1..=days_in_month(civil.year, civil.month)).contains(&civil.day)
        && (0..24).contains(&civil.hour)
        && (0..60).contains(&civil.minute)
        && (0..=60).contains(&civil.second);
    if !fits {
        return None;
    }
    let year = civil.year - i64::from(civil.month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let march_month = (civil.month + 9) % 12;
    let day_of_year = (153 * march_month + 2) / 5 + civil.day - 1;
    let day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    Some(days * DAY + civil.hour * 3_600 + civil.minute * 60 + civil.second)
}

/// `2026-01-01 00:00:00 UTC`.
pub fn utc(at: i64) -> String {
    let Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = civil(at);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
}

fn days_in_month(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn says_known_moments() {
        for (at, text) in [
            (0, "1970-01-01 00:00:00 UTC"),
            (1_767_225_600, "2026-01-01 00:00:00 UTC"),
            (1_747_846_941, "2025-05-21 17:02:21 UTC"),
            (951_782_399, "2000-02-28 23:59:59 UTC"),
            (951_782_400, "2000-02-29 00:00:00 UTC"),
            (4_107_542_400, "2100-03-01 00:00:00 UTC"),
            (-1, "1969-12-31 23:59:59 UTC"),
            (-62_167_219_200, "0000-01-01 00:00:00 UTC"),
            (1_767_225_660_000, "57971-02-25 16:40:00 UTC"),
        ] {
            assert_eq!(utc(at), text);
        }
    }

    #[test]
    fn every_number_has_a_date() {
        for at in [i64::MIN, i64::MIN + 1, i64::MAX - 1, i64::MAX] {
            assert!(utc(at).ends_with(" UTC"));
        }
    }

    #[test]
    fn goes_back_and_forth() {
        let mut at = -62_200_000_000_i64;
        while at < 300_000_000_000 {
            assert_eq!(numeric_date(&civil(at)), Some(at));
            at += 7_654_321;
        }
    }

    #[test]
    fn refuses_dates_that_do_not_exist() {
        let good = civil(1_767_225_600);
        for bad in [
            Civil { month: 0, ..good },
            Civil { month: 13, ..good },
            Civil { day: 0, ..good },
            Civil {
                month: 2,
                day: 29,
                ..good
            },
            Civil {
                month: 4,
                day: 31,
                ..good
            },
            Civil { hour: 24, ..good },
            Civil { minute: 60, ..good },
            Civil { second: 61, ..good },
            Civil {
                year: i64::MAX,
                ..good
            },
        ] {
            assert_eq!(numeric_date(&bad), None, "{bad:?}");
        }
        let leap = Civil {
            year: 2024,
            month: 2,
            day: 29,
            ..good
        };
        assert_eq!(utc(numeric_date(&leap).unwrap()), "2024-02-29 00:00:00 UTC");
    }
}
