//! The three answers, never merged: structure, signature, claims. And their announcement, once
//! and in words, for those who listen.

use super::trail::family_word;
use super::verdict::{Face, Tone, verdict};
use crate::browser::bridge::Failure;
use crate::inspect::{Family, Found, Inspection, PartText, Serialization, StructureState};
use crate::judge::ClaimsState;
use crate::span::Part;
use crate::ui::dom::{El, el};
use crate::ui::session::{Session, Signature, session};
use crate::ui::state::Memo;
use crate::ui::text::{Speech, speech, t};
use crate::verify::SignatureState;

/// See the module.
pub fn verdicts() -> [El; 2] {
    let (session, speech) = (session(), speech());
    let structure = Memo::new(move |_| {
        session
            .inspection
            .with(|inspection| structure_face(inspection, session.token.get(), speech))
    });
    let signature = Memo::new(move |_| {
        let answer = session.signature.get();
        match speech.is_complete() || answer == Signature::NoToken {
            true => signature_face(&answer, speech),
            false => signature_face(&Signature::Checking, speech),
        }
    });
    let claims = Memo::new(move |_| claims_face(session, speech));
    // While the worker is at it the announcement stays as it was: it comes once, complete.
    let announcement = Memo::new(move |before: Option<&String>| {
        let faces = [structure.get(), signature.get(), claims.get()];
        if faces.iter().any(|face| face.tone == Tone::Busy) {
            return before.cloned().unwrap_or_default();
        }
        if session.paste.with(String::is_empty) {
            return String::new();
        }
        let labels = ["verdict-structure", "verdict-signature", "verdict-claims"];
        let said = labels.iter().zip(&faces);
        said.map(|(label, face)| format!("{}: {}.", speech.text(label), face.word))
            .collect::<Vec<_>>()
            .join(" ")
    });
    let in_full = move || {
        let labels = ["verdict-structure", "verdict-signature", "verdict-claims"];
        let line = |(label, face): (&str, Memo<Face>)| {
            el("li", "")
                .child(el("strong", "").child(speech.text(label)))
                .child(" ")
                .child(face.with(|face| format!("{}. {}", face.word, face.reason)))
        };
        let faces = labels.into_iter().zip([structure, signature, claims]);
        faces.map(line).collect::<Vec<_>>()
    };
    let in_full = el("details", "fold reasons")
        .test("reasons")
        .hidden(move || session.is_empty.get())
        .child(el("summary", "fold-head").child(t("reasons-full")))
        .child(el("ul", "fold-body").child(in_full));
    let verdicts = el("div", "verdicts")
        .attr("role", "group")
        .attr("aria-label", t("verdicts-label"))
        .child(verdict("verdict-structure", "verdict-structure", structure))
        .child(verdict("verdict-signature", "verdict-signature", signature))
        .child(verdict("verdict-claims", "verdict-claims", claims))
        .child(
            el("p", "offscreen")
                .attr("role", "status")
                .child(announcement),
        );
    [verdicts, in_full]
}

fn structure_face(inspection: &Inspection, token: usize, speech: Speech) -> Face {
    let state = inspection.structure(token);
    let (name, tone) = match state {
        StructureState::Empty => ("empty", Tone::Neutral),
        StructureState::Ok => ("ok", Tone::Good),
        StructureState::Repaired => ("repaired", Tone::Good),
        StructureState::Damaged => ("damaged", Tone::Bad),
    };
    Face {
        state: name,
        states: None,
        tone,
        word: speech.text(&format!("structure-word-{name}")),
        reason: structure_reason(inspection, token, speech),
    }
}

fn structure_reason(inspection: &Inspection, index: usize, speech: Speech) -> String {
    let Some(token) = inspection.tokens.get(index) else {
        let fault = inspection.faults.first().map(|fault| speech.say(fault));
        let key = match inspection.found {
            Found::Empty => "structure-why-empty",
            Found::ClaimsJson => "structure-why-claims-json",
            Found::HeaderJson => "structure-why-header-json",
            Found::Key => "structure-why-key",
            Found::Tokens | Found::Nothing => "structure-why-nothing",
        };
        return fault.unwrap_or_else(|| speech.text(key));
    };
    if let Some(fault) = token.faults.first() {
        return speech.say(fault);
    }
    let family = family_word(token.family);
    let serialization = match token.serialization {
        Serialization::Compact => "serialization-compact",
        Serialization::FlattenedJson => "serialization-flattened",
        Serialization::GeneralJson => "serialization-general",
    };
    // What was decrypted stands in no part of the token.
    let is_content = |part: &&PartText| token.family == Family::Jwe && part.part == Part::Payload;
    let parts = token.parts.iter().filter(|part| !is_content(part)).count();
    let facts = [
        ("family", speech.text(family).into()),
        ("serialization", speech.text(serialization).into()),
        ("parts", parts.into()),
        ("bytes", token.source.text.len().into()),
    ];
    let mut reason = speech.format("structure-why-well-formed", &facts);
    if let Some(note) = token.notes.first().or(inspection.notes.first()) {
        reason.push(' ');
        reason.push_str(&speech.say(note));
    }
    reason
}

fn signature_face(signature: &Signature, speech: Speech) -> Face {
    let (state, reason) = match signature {
        Signature::NoToken => (
            SignatureState::Unchecked,
            speech.text("signature-why-no-token"),
        ),
        Signature::Checking => (
            SignatureState::Checking,
            speech.text("signature-why-checking"),
        ),
        Signature::Verdict(verdict) => (verdict.state, speech.say(&verdict.reason)),
        Signature::NoAnswer(failure) => (SignatureState::Unchecked, no_answer(failure, speech)),
    };
    let tone = signature_tone(state);
    Face {
        state: state.name(),
        states: None,
        tone,
        word: speech.text(&format!("signature-word-{}", state.name())),
        reason,
    }
}

/// How good a state of a signature is.
pub const fn signature_tone(state: SignatureState) -> Tone {
    match state {
        SignatureState::Valid | SignatureState::Decrypted => Tone::Good,
        SignatureState::SelfAsserted | SignatureState::Unsupported | SignatureState::KeyError => {
            Tone::Doubt
        }
        SignatureState::Invalid | SignatureState::Unsecured | SignatureState::DecryptFailed => {
            Tone::Bad
        }
        SignatureState::Unchecked | SignatureState::Encrypted => Tone::Neutral,
        SignatureState::Checking => Tone::Busy,
    }
}

/// Why the worker did not answer, with the browser's own words.
pub fn no_answer(failure: &Failure, speech: Speech) -> String {
    let (key, text) = match failure {
        Failure::NoWorker(text) => ("worker-none", text),
        Failure::Stopped(text) => ("worker-stopped", text),
    };
    let mut sentence = speech.text(key);
    if !text.is_empty() {
        sentence.push(' ');
        sentence.push_str(text);
    }
    sentence
}

fn claims_face(session: Session, speech: Speech) -> Face {
    session.claims.with(|verdict| {
        let name = verdict.state.name();
        let tone = match verdict.state {
            ClaimsState::Ok => Tone::Good,
            ClaimsState::None => Tone::Neutral,
            ClaimsState::Mismatch
            | ClaimsState::Expired
            | ClaimsState::NotYetValid
            | ClaimsState::Malformed => Tone::Bad,
        };
        let states: Vec<_> = verdict.states.iter().map(|state| state.name()).collect();
        Face {
            state: name,
            states: Some(states.join(" ")),
            tone,
            word: speech.text(&format!("claims-word-{name}")),
            reason: speech.say(&verdict.reason),
        }
    })
}
