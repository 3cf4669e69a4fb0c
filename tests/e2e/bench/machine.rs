//! What machine this is, when it was, and how busy it was.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

/// The load averages of the last 1, 5 and 15 minutes, where the system says them.
pub fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let words: Vec<&str> = text.split_whitespace().take(3).collect();
    words.join(" ")
}

/// All that belongs beside a measurement.
pub fn described(browser: &Value, load_before: &str) -> Value {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    json!({
        "date": date(now.map_or(0, |now| now.as_secs())),
        "system": std::env::consts::OS,
        "processor": line_of("/proc/cpuinfo", "model name"),
        "cores": cores,
        "memory": line_of("/proc/meminfo", "MemTotal"),
        "browser": browser,
        "load": { "before": load_before, "after": load() },
    })
}

/// The same in words.
pub fn sentence(machine: &Value) -> String {
    let word = |pointer: &str| match machine.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    format!(
        "{}: {} cores ({}), {} of memory, {}, Chromium {}; load average {} before and {} after",
        word("/date"),
        word("/cores"),
        word("/processor"),
        word("/memory"),
        word("/system"),
        word("/browser"),
        word("/load/before"),
        word("/load/after"),
    )
}

fn line_of(file: &str, name: &str) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name));
    let value = line.and_then(|line| line.split_once(':'));
    value.map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

/// The day of a moment (Howard Hinnant's `civil_from_days`).
fn date(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year}-{month:02}-{day:02}")
}
