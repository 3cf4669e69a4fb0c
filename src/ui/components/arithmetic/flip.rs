//! One bit flipped, in a copy: which verdict becomes another. What was typed stays as it is.

use crate::arithmetic::{Bit, Flipped, Judged};
use crate::browser::bridge::Purpose;
use crate::inspect::{Family, Serialization, StructureState};
use crate::job::{Job, JobOutcome};
use crate::judge::Expectations;
use crate::span::Part;
use crate::ui::components::prose::prose;
use crate::ui::components::segments::segments;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::session::{Session, session};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{Speech, speech, t};
use std::sync::Arc;

/// The parts that have bits to flip.
const PARTS: [(Part, &str, &str); 3] = [
    (Part::Header, "header", "part-header"),
    (Part::Payload, "payload", "part-payload"),
    (Part::Signature, "signature", "part-signature"),
];

/// A bit, the token it is of, and what became of it; `None` while the worker is at it.
type Done = (String, Bit, Option<Arc<Flipped>>);

/// What is chosen. All copies are the same.
#[derive(Clone, Copy)]
struct Flip {
    session: Session,
    part: RwSignal<Part>,
    byte: RwSignal<usize>,
    done: RwSignal<Option<Done>>,
    /// The token that is looked at, where its bits can be flipped.
    token: Memo<Option<String>>,
    /// The bytes of the part.
    bytes: Memo<Vec<u8>>,
}

/// See the module.
pub(super) fn flip() -> El {
    let (session, speech) = (session(), speech());
    let part = RwSignal::new(Part::Payload);
    let token = Memo::new(move |_| {
        session.settled.with(|look| {
            let token = look.inspection.tokens.get(look.token)?;
            let is_compact = token.serialization == Serialization::Compact;
            let has_bits = token.family == Family::Jws && is_compact;
            has_bits.then(|| token.source.text.clone())
        })
    });
    let bytes = Memo::new(move |_| {
        session.settled.with(|look| {
            let token = look.inspection.tokens.get(look.token);
            let part = token.and_then(|token| token.part(part.get()));
            part.map(|part| part.bytes.clone()).unwrap_or_default()
        })
    });
    let flip = Flip {
        session,
        part,
        byte: RwSignal::new(0),
        done: RwSignal::new(None),
        token,
        bytes,
    };
    let back = button("", move || flip.done.set(None))
        .test("flip-back")
        .attr("disabled", move || flip.current().is_none())
        .child(t("flip-back"));
    let parts = segments("flip-part", "flip-part", &PARTS, part);
    el("section", "flip")
        .test("flip")
        .attr("aria-label", t("flip-title"))
        .attr("data-state", move || flip.state())
        .hidden(move || flip.token.with(Option::is_none))
        .child(el("h3", "panel-title").child(t("flip-title")))
        .child(el("p", "hint").child(t("flip-lead")))
        .child(el("div", "flip-choice").child(parts).child(byte(flip)))
        .child(bits(flip))
        .child(
            el("div", "flip-outcome")
                .attr("role", "status")
                .child(move || outcome(flip, speech)),
        )
        .child(el("div", "button-row").child(back))
}

impl Flip {
    /// The byte that is chosen: the last where there are not so many.
    fn at(self) -> usize {
        let last = self.bytes.with(Vec::len).saturating_sub(1);
        self.byte.get().min(last)
    }

    /// What was flipped, if it was a bit of the token as it is now.
    fn current(self) -> Option<(Bit, Option<Arc<Flipped>>)> {
        let token = self.token.get()?;
        let (of, bit, flipped) = self.done.get()?;
        (of == token).then_some((bit, flipped))
    }

    fn state(self) -> &'static str {
        match self.current() {
            None => "whole",
            Some((_, None)) => "busy",
            Some((_, Some(_))) => "flipped",
        }
    }

    fn flip(self, place: u8) {
        let Some(token) = self.token.get_untracked() else {
            return;
        };
        let bit = Bit {
            part: self.part.get_untracked(),
            byte: self.at(),
            place,
        };
        let Some((paste, question)) = self.session.question() else {
            return;
        };
        self.done.set(Some((token.clone(), bit, None)));
        let job = Job::Flip {
            paste,
            question,
            clock: self.session.clock.get_untracked(),
            // What the profile and the checks said is of the token as it is.
            expectations: Box::new(Expectations {
                profile: Vec::new(),
                beside: Vec::new(),
                ..self.session.expectations.get_untracked()
            }),
            bit,
        };
        self.session.ask(Purpose::Flip, job, move |outcome| {
            self.done.set(match outcome {
                Ok(JobOutcome::Flipped(Some(flipped))) => {
                    Some((token, bit, Some(Arc::from(flipped))))
                }
                Ok(_) | Err(_) => None,
            });
        });
    }
}

/// Which byte: a number, and what the byte is.
fn byte(flip: Flip) -> El {
    let speech = speech();
    let count = move || flip.bytes.with(Vec::len);
    let typed = move |event: &web_sys::Event| {
        if let Ok(number) = value_of(event).parse::<usize>() {
            flip.byte.set(number.saturating_sub(1));
        }
    };
    let label = el("label", "field-label")
        .attr("for", "flip-byte")
        .child(move || speech.format("flip-byte", &[("count", count().into())]));
    let input = el("input", "text-field flip-byte")
        .id("flip-byte")
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", "1")
        .attr("max", move || count().to_string())
        .prop("value", move || flip.at().saturating_add(1).to_string())
        .on("input", typed);
    el("div", "field flip-which").child(label).child(input)
}

/// The eight bits of the byte, the most significant first; a press flips one.
fn bits(flip: Flip) -> El {
    let speech = speech();
    let bit = move |place: u8| {
        let is_flipped = move || {
            flip.current().is_some_and(|(bit, _)| {
                let here = (flip.part.get(), flip.at());
                (bit.part, bit.byte) == here && bit.place == place
            })
        };
        let digit = move || {
            let byte = flip.bytes.with(|bytes| bytes.get(flip.at()).copied());
            let set = byte.is_some_and(|byte| byte.checked_shr(place.into()).unwrap_or(0) & 1 == 1);
            if set != is_flipped() { "1" } else { "0" }
        };
        let name = move || {
            let facts = [("bit", u64::from(place).into()), ("value", digit().into())];
            speech.format("flip-bit", &facts)
        };
        button("flip-bit", move || {
            if is_flipped() {
                flip.done.set(None);
            } else {
                flip.flip(place);
            }
        })
        .test("flip-bit")
        .attr("data-bit", place.to_string())
        .attr("aria-pressed", move || match is_flipped() {
            true => "true",
            false => "false",
        })
        .attr("aria-label", name)
        .child(digit)
    };
    let character = move || {
        let byte = flip.bytes.with(|bytes| bytes.get(flip.at()).copied());
        let byte = byte.unwrap_or_default();
        let part = flip.part.get();
        let here = (part, flip.at());
        let flipped = flip.current().map(|(bit, _)| bit);
        let place = flipped.filter(|bit| (bit.part, bit.byte) == here);
        let other = place.and_then(|bit| 1_u8.checked_shl(bit.place.into()));
        match other {
            Some(mask) => format!("{} → {}", shown(byte, part), shown(byte ^ mask, part)),
            None => shown(byte, part),
        }
    };
    el("div", "flip-bits")
        .attr("role", "group")
        .attr("aria-label", t("flip-bits"))
        .child((0..8).rev().map(bit).collect::<Vec<_>>())
        .child(
            el("code", "flip-character")
                .attr("translate", "no")
                .child(character),
        )
}

/// A byte as a number, and as a character where it stands for one.
fn shown(byte: u8, part: Part) -> String {
    let is_seen = byte.is_ascii_graphic() && part != Part::Signature;
    let character = is_seen.then(|| char::from(byte).to_string());
    format!("0x{byte:02x} {}", character.unwrap_or_default())
}

/// The three verdicts, before and after.
fn outcome(flip: Flip, speech: Speech) -> Option<[El; 2]> {
    let (_, flipped) = flip.current()?;
    let flipped = flipped?;
    let (before, after) = (words(&flipped.before), words(&flipped.after));
    let labels = ["verdict-structure", "verdict-signature", "verdict-claims"];
    let whys = [
        None,
        Some(speech.say(&flipped.after.signature_why)),
        Some(speech.say(&flipped.after.claims_why)),
    ];
    let rows = labels
        .into_iter()
        .zip(before.into_iter().zip(after))
        .zip(whys);
    let rows = rows.map(|((label, (before, after)), why)| {
        let is_changed = before != after;
        let word = el("strong", "flip-word").child(speech.text(&after));
        let line = match is_changed {
            true => {
                let facts = [("before", speech.text(&before).into())];
                speech.format("flip-was", &facts)
            }
            false => speech.text("flip-same"),
        };
        let why = why.filter(|_| is_changed);
        el("li", "flip-verdict")
            .attr("data-verdict", label)
            .attr("data-changed", is_changed.then_some("true"))
            .child(el("span", "flip-label").child(speech.text(label)))
            .child(word)
            .child(el("span", "flip-line").child(line))
            .child(why.map(|why| el("p", "flip-why").child(prose(why))))
    });
    let list = el("ul", "flip-verdicts")
        .test("flip-verdicts")
        .child(rows.collect::<Vec<_>>());
    let copy = el("p", "flip-copy")
        .child(el("span", "field-label").child(speech.text("flip-copy")))
        .child(
            el("code", "")
                .test("flip-copy")
                .attr("translate", "no")
                .child(flipped.text.as_str()),
        );
    Some([list, copy])
}

/// The keys of the words of three verdicts.
fn words(judged: &Judged) -> [String; 3] {
    let structure = match judged.structure {
        StructureState::Empty => "empty",
        StructureState::Ok => "ok",
        StructureState::Repaired => "repaired",
        StructureState::Damaged => "damaged",
    };
    [
        format!("structure-word-{structure}"),
        format!("signature-word-{}", judged.signature.name()),
        format!("claims-word-{}", judged.claims.name()),
    ]
}
