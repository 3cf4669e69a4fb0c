//! The token, coloured by part: a colour, an underline style and a label for each.

use crate::span::Part;
use crate::ui::segments::{Segment, segments};
use crate::ui::session::session;
use crate::ui::text::{speech, t};
use leptos::prelude::*;

/// This many characters of each part are drawn; the text area holds them all.
const LONGEST: usize = 4_000;

/// See the module.
#[component]
pub fn TokenParts() -> impl IntoView {
    let (session, speech) = (session(), speech());
    let drawn = Memo::new(move |_| {
        session.inspection.with(|inspection| {
            let token = inspection.tokens.get(session.token.get())?;
            Some(segments(token, LONGEST))
        })
    });
    let legend = move || {
        let mut seen: Vec<Part> = Vec::new();
        drawn.with(|drawn| {
            for part in drawn.iter().flatten().filter_map(|segment| segment.part) {
                if !seen.contains(&part) {
                    seen.push(part);
                }
            }
        });
        seen.into_iter()
            .map(|part| {
                view! {
                    <li class="part-chip" data-colour=part.name()>
                        {speech.text(&format!("chip-{}", part.name()))}
                    </li>
                }
            })
            .collect_view()
    };
    let segments = move || {
        drawn
            .get()
            .map(|drawn| drawn.into_iter().map(segment).collect_view())
    };
    view! {
        <div class="token-parts-box" hidden=move || drawn.with(Option::is_none)>
            <ul class="part-chips">{legend}</ul>
            <div
                class="token-parts"
                data-testid="token-parts"
                role="group"
                aria-label=t("token-parts-label")
                tabindex="0"
                translate="no"
            >{segments}</div>
        </div>
    }
}

fn segment(segment: Segment) -> impl IntoView {
    let speech = speech();
    let runs = segment
        .runs
        .into_iter()
        .map(|run| match run.fault {
            Some(code) => {
                view! { <mark class="part-fault" data-code=code>{run.text}</mark> }.into_any()
            }
            None => run.text.into_any(),
        })
        .collect_view();
    let more = (segment.left_out > 0).then(|| {
        let text = speech.format("characters-more", &[("count", segment.left_out.into())]);
        view! { <span class="part-more">{text}</span> }
    });
    match segment.part {
        Some(part) => view! {
            <span class="part" data-part=part.name() data-colour=part.name()>{runs}</span>
            {more}
        }
        .into_any(),
        None => view! { <span class="part-between">{runs}</span> {more} }.into_any(),
    }
}
