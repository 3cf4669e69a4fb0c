//! The attack under way, beside the real screens: what to do, what the service said and did, the
//! lines of its program, and the button that repairs it.

use crate::browser::address;
use crate::learn::lab::{Answer, Outcome, Sent, Taken};
use crate::ui::components::prose::{paragraph, prose};
use crate::ui::components::strip::strip;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el};
use crate::ui::learning::{learning, token_here};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::text::{Speech, speech, t};

/// See the module.
pub fn attack() -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let lab = learning.attacks;
    let id = move || {
        let attack = lab.under_way.get();
        attack.map(|attack| attack.id.clone()).unwrap_or_default()
    };
    let clauses = move || {
        let attack = lab.under_way.get();
        let clauses = attack.map(|attack| attack.clauses.clone());
        clauses.unwrap_or_default()
    };
    let clause = move || clauses().into_iter().next().unwrap_or_default();
    let state = move || match (lab.is_repaired.get(), lab.is_fooled()) {
        (true, _) => "repaired",
        (false, true) => "fooled",
        (false, false) => "open",
    };
    let more = move |name: &str| {
        let key = format!("lab-{}.{name}", id());
        lab.is_open().then(|| prose(speech.text(&key)))
    };
    let task = el("p", "lesson-text")
        .id("lab-task")
        .attr("tabindex", "-1")
        .child(move || more("task"));
    let hint = el("p", "lesson-hint")
        .id("lab-hint-text")
        .hidden(move || !lab.hints.get())
        .child(move || lab.hints.get().then(|| more("hint")).flatten());
    let program = el("details", "fold lab-code")
        .test("lab-code")
        .child(el("summary", "fold-head").child(t("lab-code")))
        .child(
            el("pre", "lab-lines")
                .attr("translate", "no")
                .child(move || {
                    let attack = lab.under_way.get();
                    let [wrong, right] = attack.map(|attack| attack.code.clone())?;
                    Some(if lab.is_repaired.get() { right } else { wrong })
                }),
        );
    let answer = el("div", "lab-answer")
        .id("lab-answer")
        .attr("role", "status")
        .attr("data-state", move || outcome(lab.said.get().as_deref()))
        .child(move || match lab.said.get() {
            Some(sent) => said(&sent, &id(), lab.is_repaired.get(), speech),
            None => vec![el("p", "hint").child(speech.text("lab-waiting"))],
        })
        .child(move || {
            lab.is_repaired.get().then(|| {
                let facts = [("clause", clauses().into())];
                let rule = speech.format("lab-rule", &facts);
                let kept = speech.text(&format!("lab-{}.repaired", id()));
                paragraph("lab-rule", format!("{rule} {kept}")).test("lab-rule")
            })
        });
    let name = move || match lab.is_open() {
        true => speech.text(&format!("lab-{}", id())),
        false => String::new(),
    };
    let close = move || learning.close_attack(session, signing);
    let is_away = move || !lab.is_open() || session.screen.get() == Screen::Learn;
    let body = ((task, hint, program), answer, buttons());
    strip("lab", name, clause, close, body)
        .attr("aria-label", t("lab-label"))
        .attr("data-attack", id)
        .attr("data-state", state)
        .hidden(is_away)
}

fn outcome(sent: Option<&Sent>) -> &'static str {
    match sent.map(|sent| &sent.answer.outcome) {
        None => "waiting",
        Some(Outcome::Fooled(_)) => "fooled",
        Some(Outcome::Accepted(_)) => "accepted",
        Some(Outcome::Refused(_)) => "refused",
    }
}

fn said(sent: &Sent, id: &str, is_repaired: bool, speech: Speech) -> Vec<El> {
    let (word, why) = match &sent.answer.outcome {
        Outcome::Fooled(_) => ("lab-accepted", speech.text(&format!("lab-{id}.fooled"))),
        Outcome::Accepted(role) if role.is_empty() => {
            ("lab-accepted", speech.text("lab-as-nobody"))
        }
        Outcome::Accepted(role) => {
            let facts = [("role", role.as_str().into())];
            ("lab-accepted", speech.format("lab-as-yourself", &facts))
        }
        Outcome::Refused(why) => ("lab-refused", speech.say(why)),
    };
    let verdict = el("strong", "lab-word").child(speech.text(word));
    let sentence = el("p", "lab-said")
        .child(verdict)
        .child(" ")
        .child(prose(why));
    let mut lines = vec![sentence, steps(&sent.answer, speech)];
    if is_repaired {
        let honest = match sent.honest.outcome {
            Outcome::Accepted(_) | Outcome::Fooled(_) => "lab-honest-served",
            Outcome::Refused(_) => "lab-honest-refused",
        };
        let line = el("p", "lab-honest").test("lab-honest");
        lines.push(line.child(speech.text(honest)));
    }
    lines
}

/// What the service did, one mark a step.
fn steps(answer: &Answer, speech: Speech) -> El {
    let items = answer.steps.iter().map(|step| {
        let (mark, word, state) = match step.taken {
            Taken::Passed => ("✓", "lab-taken-passed", "passed"),
            Taken::Stopped => ("✗", "lab-taken-stopped", "stopped"),
            Taken::LeftOut => ("–", "lab-taken-left-out", "left-out"),
        };
        let name = speech.text(&format!("lab-step-{}", step.name));
        el("li", "lab-step")
            .attr("data-step", step.name.as_str())
            .attr("data-taken", state)
            .child(
                el("span", "lab-mark")
                    .attr("aria-hidden", "true")
                    .child(mark),
            )
            .child(name)
            .child(el("span", "offscreen").child(format!(": {}", speech.text(word))))
    });
    el("ol", "lab-steps")
        .test("lab-steps")
        .attr("aria-label", speech.text("lab-steps"))
        .child(items.collect::<Vec<_>>())
}

fn buttons() -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let lab = learning.attacks;
    let has_token = move || token_here(session, signing).is_some();
    let send = button("lab-send", move || learning.send(session, signing))
        .test("lab-send")
        .attr("data-ready", move || {
            (has_token() && !lab.is_fooled()).then_some("true")
        })
        .attr("disabled", move || !has_token())
        .attr("title", move || {
            (!has_token()).then(|| speech.text("lab-nothing"))
        })
        .child(t("lab-send"));
    let repair_word = move || match lab.is_repaired.get() {
        true => "lab-break",
        false => "lab-repair",
    };
    let repair = button("lab-repair", move || {
        learning.repair(session, !lab.is_repaired.get_untracked());
    })
    .test("lab-repair")
    .attr("data-ready", move || {
        (lab.is_fooled() && !lab.is_repaired.get()).then_some("true")
    })
    .attr("disabled", move || !lab.is_fooled())
    .child(move || speech.text(repair_word()));
    let hint = button("", move || lab.hints.set(!lab.hints.get_untracked()))
        .test("lab-hint")
        .attr("aria-expanded", move || match lab.hints.get() {
            true => "true",
            false => "false",
        })
        .attr("aria-controls", "lab-hint-text")
        .child(t("learn-hint"));
    let again = button("button-quiet", move || {
        if let Some(attack) = lab.under_way.get_untracked() {
            learning.begin_attack(session, signing, &attack.id);
        }
    })
    .test("lab-again")
    .child(t("lab-again"));
    let list = button("button-quiet", move || {
        address::go(Screen::Learn.fragment());
    })
    .test("lab-list")
    .child(t("learn-list"));
    el("div", "button-row lesson-buttons")
        .child(send)
        .child(repair)
        .child(hint)
        .child(again)
        .child(list)
}
