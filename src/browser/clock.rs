//! The one door to the browser's clock and time zone.

use gloo::timers::callback::Interval;
use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::JsValue;

/// Now, as a NumericDate in whole seconds.
pub fn now() -> i64 {
    whole(Date::now() / 1_000.0)
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "float to integer casts saturate, and the clock is far from either end"
)]
fn whole(seconds: f64) -> i64 {
    seconds.floor() as i64
}

#[allow(
    clippy::cast_precision_loss,
    reason = "beyond 2^53 a Date is invalid in any case"
)]
fn milliseconds(at: i64) -> f64 {
    at as f64 * 1_000.0
}

/// Milliseconds since some moment, to measure how long something takes.
pub fn stopwatch() -> f64 {
    Date::now()
}

/// Calls `tick` every second with the time, for as long as the page lives.
pub fn on_tick(tick: impl Fn(i64) + 'static) {
    Interval::new(1_000, move || tick(now())).forget();
}

/// A moment in the person's own time zone and the page's language; in UTC where the browser
/// cannot say (years beyond 275 760).
pub fn local(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(milliseconds(at)));
    if date.get_time().is_nan() {
        return crate::calendar::utc(at);
    }
    let options = Object::new();
    for (name, value) in [
        ("year", "numeric"),
        ("month", "short"),
        ("day", "numeric"),
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
        ("hourCycle", "h23"),
        ("timeZoneName", "short"),
    ] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let language = super::page::language();
    // Day before month: the order is a matter of region, which "en" alone leaves to the browser.
    let region = if language == "en" {
        "en-GB"
    } else {
        language.as_str()
    };
    let format = js_sys::Intl::DateTimeFormat::new(&Array::of1(&region.into()), &options);
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| crate::calendar::utc(at))
}
