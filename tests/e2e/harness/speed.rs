//! How fast the page is, as Chromium sees it: what its thread was held up by, whether something
//! jumped, when a decode was painted, and what it keeps in memory.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::check::soon;
use crate::{Page, find};

/// What the page's thread did since [`Page::watch_thread`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Held {
    /// Long tasks in milliseconds: 50 and more in one piece, by the browser's own count
    /// (W3C Long Tasks API §3).
    pub tasks: Vec<f64>,
    /// The longest time between two turns of the event loop; what waits in it is a timer of 4 ms.
    pub gap: f64,
}

impl Held {
    /// The longest block. Where the browser saw no long task there is none of 50 ms; then it is
    /// the gap, in which several short tasks may stand behind each other.
    pub fn longest(&self) -> f64 {
        let longest = self.tasks.iter().copied().max_by(f64::total_cmp);
        longest.unwrap_or(self.gap.min(50.0))
    }
}

const WATCH: &str = "
    globalThis.watched ??= (() => {
        const seen = { tasks: [], gap: 0 };
        const take = entries => seen.tasks.push(...entries.map(entry => entry.duration));
        const observer = new PerformanceObserver(list => take(list.getEntries()));
        observer.observe({ type: 'longtask' });
        let last = performance.now();
        const turn = () => {
            const now = performance.now();
            seen.gap = Math.max(seen.gap, now - last);
            last = now;
            setTimeout(turn);
        };
        turn();
        seen.take = () => take(observer.takeRecords());
        return seen;
    })();
    watched.take();
    watched.tasks.length = 0;
    watched.gap = 0;";

const HELD: &str = "
    watched.take();
    return { tasks: watched.tasks, gap: watched.gap };";

/// How many times slower the machine is just now than when it is left alone: the same small piece
/// of work over and over for a fifth of a second; the fastest tells what the machine can, all
/// together what it did.
const STRETCH: &str = "
    const piece = () => { let sum = 0; for (let i = 0; i < 300000; i++) sum = (sum * 31 + i) | 0; return sum; };
    piece(); piece(); piece();
    const took = [];
    const begin = performance.now();
    while (performance.now() - begin < 200) {
        const from = performance.now();
        for (let i = 0; i < 4; i++) piece();
        took.push(performance.now() - from);
    }
    took.sort((a, b) => a - b);
    return took.reduce((sum, one) => sum + one, 0) / took.length / Math.max(took[Math.floor(took.length / 20)], 0.1);";

/// In each document before its own scripts: adds up what jumps.
pub const SHIFTS: &str = "
    globalThis.shifts = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput) {
                shifts.push({ value: entry.value, nodes: entry.sources.map(({ node }) => `${node?.nodeName} ${node?.className ?? ''} ${node?.id ?? ''}`) });
            }
        }
    }).observe({ type: 'layout-shift', buffered: true });";

/// In each document: `sees(mark)` says whether the start of the decoded payload has this text and
/// a place in the window. It looks at the first elements only, so that looking costs nothing.
/// `painted(mark, since)` gives the milliseconds from `since` until the frame that shows it has
/// been painted.
pub const SIGHT: &str = "
    globalThis.sees = mark => {
        const shown = document.querySelector('[data-testid=decoded-payload]') ?? document.querySelector('body > pre');
        if (!shown) return false;
        const walk = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
        let text = '';
        for (let node = walk.nextNode(); node && text.length < 400; node = walk.nextNode()) {
            text += node.data.slice(0, 400);
        }
        if (!text.includes(mark)) return false;
        const { top, height } = shown.getBoundingClientRect();
        return height > 0 && top < innerHeight;
    };
    globalThis.painted = (mark, since) => new Promise(done => {
        const look = () => {
            if (!sees(mark)) return requestAnimationFrame(look);
            const after = new MessageChannel();
            after.port1.onmessage = () => done(performance.now() - since());
            after.port2.postMessage(0);
        };
        requestAnimationFrame(look);
    });";

const COPY: &str = "(text => {
        document.addEventListener('copy', event => {
            event.clipboardData.setData('text/plain', text);
            event.preventDefault();
            event.stopImmediatePropagation();
        }, { once: true, capture: true });
        return document.execCommand('copy');
    })";

impl Page {
    /// Runs a script in every document that is opened from now on, before its own.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        )
        .await?;
        Ok(())
    }

    /// Puts a text on the browser's clipboard, as a copy in the page that is open.
    ///
    /// # Errors
    /// When the browser does not copy.
    pub async fn put_on_clipboard(&self, text: &str) -> Result<()> {
        let expression = format!("{COPY}({})", json!(text));
        let told = self
            .devtools(
                "Runtime.evaluate",
                json!({ "expression": expression, "userGesture": true }),
            )
            .await?;
        let copied = told.pointer("/result/value");
        ensure!(copied == Some(&Value::Bool(true)), "not copied: {told}");
        Ok(())
    }

    /// A real Ctrl+V where the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press_paste(&self) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let commands = match kind {
                "rawKeyDown" => json!(["paste"]),
                _ => json!([]),
            };
            self.devtools(
                "Input.dispatchKeyEvent",
                json!({
                    "type": kind, "modifiers": 2, "key": "v", "code": "KeyV",
                    "windowsVirtualKeyCode": 86, "commands": commands,
                }),
            )
            .await?;
        }
        Ok(())
    }

    /// A real key for one capital letter where the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press_letter(&self, letter: char) -> Result<()> {
        for kind in ["keyDown", "keyUp"] {
            self.devtools(
                "Input.dispatchKeyEvent",
                json!({
                    "type": kind, "key": letter, "code": format!("Key{letter}"),
                    "text": if kind == "keyDown" { letter.to_string() } else { String::new() },
                    "windowsVirtualKeyCode": u32::from(letter),
                }),
            )
            .await?;
        }
        Ok(())
    }

    /// Starts to watch the page's thread, from nothing.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn watch_thread(&self) -> Result<()> {
        self.run(WATCH, vec![]).await?;
        Ok(())
    }

    /// What held the thread up since then.
    ///
    /// # Errors
    /// When it is not watched.
    pub async fn held(&self) -> Result<Held> {
        let held = self.run(HELD, vec![]).await?;
        let numbers = held.get("tasks").and_then(Value::as_array);
        let tasks = numbers.context("the thread is not watched")?;
        Ok(Held {
            tasks: tasks.iter().filter_map(Value::as_f64).collect(),
            gap: held.get("gap").and_then(Value::as_f64).context("a gap")?,
        })
    }

    /// How many times slower the machine is just now than when it is left alone; 1 where nothing
    /// else runs.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn stretch(&self) -> Result<f64> {
        let stretch = self.run(STRETCH, vec![]).await?.as_f64();
        Ok(stretch.context("a number")?.max(1.0))
    }

    /// The cumulated layout shift so far, and what jumped; [`SHIFTS`] must have been there from
    /// the start.
    ///
    /// # Errors
    /// When it was not.
    pub async fn layout_shift(&self) -> Result<(f64, Value)> {
        let shifts = self.run("return globalThis.shifts ?? null", vec![]).await?;
        let all = shifts.as_array().context("nobody looked for shifts")?;
        let values = all.iter().filter_map(|shift| shift.get("value")?.as_f64());
        // Nothing at all adds up to a negative zero.
        Ok((values.fold(0.0, |sum, value| sum + value), shifts))
    }

    /// Until the decoded payload begins with this; see [`SIGHT`].
    ///
    /// # Errors
    /// When it does not come.
    pub async fn sees(&self, mark: &str) -> Result<()> {
        soon(&format!("{mark} is decoded"), async || {
            let seen = self.run("return sees(arguments[0])", vec![json!(mark)]);
            Ok((seen.await? == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Puts the focus on a control.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn focus_on(&self, id: &str) -> Result<()> {
        let script = "const control = document.querySelector(arguments[0]);
            control.focus();
            return document.activeElement === control";
        let done = self.run(script, vec![json!(find::by_id(id))]).await?;
        ensure!(done == Value::Bool(true), "`{id}` does not take the focus");
        Ok(())
    }

    /// Bytes of JavaScript's heap and of the page's WebAssembly, once what is of no use is gone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn memory(&self) -> Result<(f64, f64)> {
        // What an observer or a timer still holds goes with the next turns.
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            self.devtools("HeapProfiler.collectGarbage", json!({}))
                .await?;
        }
        self.devtools("Performance.enable", json!({})).await?;
        let told = self.devtools("Performance.getMetrics", json!({})).await?;
        let metrics = told.get("metrics").and_then(Value::as_array);
        let heap = metrics
            .into_iter()
            .flatten()
            .find(|metric| metric.get("name") == Some(&json!("JSHeapUsedSize")))
            .and_then(|metric| metric.get("value")?.as_f64());
        let wasm = "return globalThis.rest?.page?.memory.buffer.byteLength ?? 0";
        let wasm = self.run(wasm, vec![]).await?.as_f64();
        Ok((heap.context("no size of the heap")?, wasm.context("bytes")?))
    }
}
