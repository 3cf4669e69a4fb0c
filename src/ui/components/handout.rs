//! A lesson on paper: all its steps, with their tokens and a box to tick for every task; the hints
//! on a sheet of their own, by number of step. It is in the document while the lesson is under way,
//! and only print shows it.

use crate::learn::{Field, PreparedStep};
use crate::ui::components::prose::{paragraph, prose};
use crate::ui::dom::{El, el};
use crate::ui::learning::learning;
use crate::ui::text::speech;

/// See the module.
pub fn handout() -> El {
    let learning = learning();
    el("section", "handout").test("handout").child(move || {
        let lesson = learning.lesson.get()?;
        let steps = lesson.steps.iter().map(|step| on_paper(&lesson.id, step));
        let numbered = lesson.steps.iter().zip(1_usize..);
        let tasks = numbered.filter(|(step, _)| step.is_task);
        let hints = tasks.map(|(step, number)| hint(&lesson.id, step, number));
        let speech = speech();
        let name = format!("learn-{}", lesson.id);
        Some(
            el("div", "")
                .child(el("h2", "handout-name").child(speech.text(&name)))
                .child(el("p", "hint").child(speech.text(&format!("{name}.about"))))
                .child(el("ol", "handout-steps").child(steps.collect::<Vec<_>>()))
                .child(
                    el("div", "handout-hints")
                        .child(el("h2", "handout-name").child(speech.text("learn-hints-on-paper")))
                        .child(el("ol", "handout-steps").child(hints.collect::<Vec<_>>())),
                ),
        )
    })
}

fn on_paper(lesson: &str, step: &PreparedStep) -> El {
    let speech = speech();
    let key = format!("learn-{lesson}-{}", step.id);
    let tokens = step.puts.iter().filter(|put| put.field == Field::Token);
    let tokens = tokens.map(|put| {
        el("p", "handout-token")
            .attr("translate", "no")
            .child(put.text.expose().clone())
    });
    el("li", "handout-step")
        .attr("data-task", step.is_task.then_some("true"))
        .child(paragraph("", speech.text(&key)))
        .child(tokens.collect::<Vec<_>>())
}

fn hint(lesson: &str, step: &PreparedStep, number: usize) -> El {
    let key = format!("learn-{lesson}-{}.hint", step.id);
    el("li", "handout-hint")
        .attr("value", number.to_string())
        .child(prose(speech().text(&key)))
}
