//! The token in the form in which it is needed: a header, a line for a terminal, a page that posts
//! it, a program that verifies it. What the template is for is offered first.

use crate::browser::bridge::Purpose;
use crate::browser::file;
use crate::diagnostic::Diagnostic;
use crate::job::{Job, JobOutcome};
use crate::jose::algorithms::{Scheme, signature_algorithm};
use crate::json::{parse, quote, set_member};
use crate::snippets::{Does, LANGUAGES, Language};
use crate::ui::components::check_box::check_box;
use crate::ui::components::text_area::{control, line_field, text_field};
use crate::ui::components::text_block::{TextBlock, select_field, text_block};
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::request_line::{
    access_token_hash, authorization, bearer_request, env_line, fits_a_header, is_address,
    launch_page, logout_request, proven_request, token_request,
};
use crate::ui::session::{Session, session};
use crate::ui::signing::{Signed, Signing, State, signing};
use crate::ui::state::{RwSignal, effect};
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// Forms that need no program, with the keys of their names.
const FORMS: [(&str, &str); 9] = [
    ("token", "take-token"),
    ("header", "take-header"),
    ("dpop", "take-dpop"),
    ("dpop-curl", "take-dpop-curl"),
    ("curl", "take-curl"),
    ("assertion", "take-assertion"),
    ("launch", "take-launch"),
    ("logout", "take-logout"),
    ("env", "take-env"),
];

/// Which program a worker wrote, and what came of it.
type Program = (Arc<Signed>, (Language, Does), Result<String, Diagnostic>);

/// What stands before a language's name in the value of the form that makes a token.
const MAKES: &str = "make-";

#[derive(Clone, Copy)]
struct Take {
    signing: Signing,
    /// The form that was chosen, and at which template.
    chosen: RwSignal<Option<(String, String)>>,
    /// The address that was typed, and at which template.
    url: RwSignal<Option<(String, String)>>,
    /// The scope that was typed, and at which template.
    scope: RwSignal<Option<(String, String)>>,
    /// The access token that goes with a DPoP proof.
    access: RwSignal<String>,
    /// Whether a launch is posted as Koppeltaal does.
    is_koppeltaal: RwSignal<bool>,
    /// The FHIR server of that launch.
    iss: RwSignal<String>,
    program: RwSignal<Option<Arc<Program>>>,
}

/// See the module.
pub fn take() -> El {
    let (session, signing, speech) = (session(), signing(), speech());
    let take = Take {
        signing,
        chosen: RwSignal::new(None),
        url: RwSignal::new(None),
        scope: RwSignal::new(None),
        access: RwSignal::new(String::new()),
        is_koppeltaal: RwSignal::new(false),
        iss: RwSignal::new("https://fhir.koppeltaal.example/fhir".to_owned()),
        program: RwSignal::new(None),
    };
    effect(move || take.ask(session));
    let text = move || take.text().unwrap_or_default();
    let says = move || match take.text() {
        Err(Some(why)) => Some(speech.say(&why)),
        Ok(_) if take.holds_secret() => Some(speech.text("take-holds-secret")),
        Ok(_) if take.lacks_hash() => Some(speech.text("take-ath-differs")),
        Ok(_) if take.form() == "launch" && !take.is_koppeltaal.get() => {
            Some(speech.text("take-launch-hint"))
        }
        Ok(_) | Err(None) => None,
    };
    let is_outdated = move || !matches!(signing.state.get(), State::Good | State::Signing);
    let outdated = el("p", "hint take-outdated")
        .hidden(move || !is_outdated())
        .child(t("take-outdated"));
    let says = el("p", "hint")
        .test("sign-take-says")
        .attr("role", "status")
        .child(says);
    let save = button("", move || file::save("launch.html", "text/html", &text()))
        .test("sign-take-save")
        .hidden(move || take.form() != "launch")
        .child(t("take-save"));
    let set_hash = button("", move || take.set_hash())
        .test("sign-take-ath")
        .hidden(move || !take.lacks_hash())
        .child(t("take-set-ath"));
    let block = TextBlock {
        id: "sign-taken",
        title: "sign-taken",
        copy: "sign-take-copy",
        file: None,
    };
    el("section", "panel sign-take")
        .hidden(move || signing.last_good.with(Option::is_none))
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("take-title"))))
        .child(take.controls())
        .child(outdated)
        .child(says)
        .child(text_block(block, text).hidden(move || text().is_empty()))
        .child(el("div", "button-row").child(save).child(set_hash))
}

/// What a template's tokens are made for; every other one goes into a header.
fn usual_form(template: &str) -> &'static str {
    match template {
        "client-assertion" | "smart-backend" | "private-key-jwt" => "assertion",
        "hti-launch" => "launch",
        "dpop" => "dpop-curl",
        "logout-token" => "logout",
        // Nobody sends them along with a request.
        "oidc-id-token" | "entra-id" | "sd-jwt-vc" => "token",
        _ => "header",
    }
}

impl Take {
    fn controls(self) -> El {
        let plain = |(value, label): (&'static str, &'static str)| {
            el("option", "").attr("value", value).child(t(label))
        };
        let program_of = |(_, value, name): (Language, &'static str, &'static str)| {
            el("option", "").attr("value", value).child(name)
        };
        let programs = el("optgroup", "")
            .attr("label", t("take-programs"))
            .child(LANGUAGES.map(program_of));
        let maker_of = |(_, value, name): (Language, &'static str, &'static str)| {
            el("option", "")
                .attr("value", format!("{MAKES}{value}"))
                .child(name)
        };
        let makers = el("optgroup", "")
            .attr("label", t("take-makers"))
            .child(LANGUAGES.map(maker_of));
        let choose = move |event: &web_sys::Event| {
            let template = self.signing.filled.get_untracked();
            self.chosen.set(Some((template, value_of(event))));
        };
        let select = el("select", "select")
            .id("sign-take")
            .on("change", choose)
            .child(FORMS.map(plain))
            .child(programs)
            .child(makers)
            .prop("value", move || self.form());
        let has_url = move || matches!(&*self.form(), "curl" | "assertion" | "launch" | "logout");
        let at = move |typed| Some((self.signing.filled.get_untracked(), typed));
        let url = line_field(
            control("sign-take-url", "sign-take-url"),
            move || self.address(),
            move |typed| self.url.set(at(typed)),
        )
        .invalid(move || !is_address(&self.address()));
        let scope = line_field(
            control("sign-take-scope", "sign-take-scope"),
            move || self.scope(),
            move |typed| self.scope.set(at(typed)),
        );
        let access = text_field(control("sign-take-access", "sign-take-access"), self.access);
        let koppeltaal = check_box(
            "sign-take-koppeltaal",
            "sign-take-koppeltaal",
            move || self.is_koppeltaal.get(),
            move |is_on| self.is_koppeltaal.set(is_on),
        );
        let iss = text_field(control("sign-take-iss", "sign-take-iss"), self.iss)
            .keyboard("url")
            .invalid(move || self.iss.with(|iss| !is_address(iss)));
        let is_launch = move || self.form() == "launch";
        el("div", "field-row")
            .child(select_field("sign-take", "sign-take", select))
            .child(url.keyboard("url").done().hidden(move || !has_url()))
            .child(scope.done().hidden(move || self.form() != "assertion"))
            .child(access.done().hidden(move || self.form() != "dpop-curl"))
            .child(koppeltaal.hidden(move || !is_launch()))
            .child(
                iss.done()
                    .hidden(move || !(is_launch() && self.is_koppeltaal.get())),
            )
    }

    /// What was chosen, until a template comes that is made for something else.
    fn form(self) -> String {
        let template = self.signing.filled.get();
        let usual = usual_form(&template);
        self.chosen.with(|chosen| match chosen {
            Some((at, form)) if *at == template || usual == "header" => form.clone(),
            _ => usual.to_owned(),
        })
    }

    fn program_wanted(self) -> Option<(Language, Does)> {
        let form = self.form();
        let (name, does) = match form.strip_prefix(MAKES) {
            Some(name) => (name, Does::Makes),
            None => (form.as_str(), Does::Verifies),
        };
        let row = LANGUAGES.iter().find(|(_, one, _)| *one == name);
        row.map(|(language, ..)| (*language, does))
    }

    /// The address that was typed; before that the token's audience, where that is one and the
    /// form goes there.
    fn address(self) -> String {
        let goes_to_audience = matches!(&*self.form(), "assertion" | "launch");
        let template = self.signing.filled.get();
        let typed = self.url.get().filter(|(at, _)| *at == template);
        typed.map(|(_, url)| url).unwrap_or_else(|| {
            let of_token = self.signing.last_good.with(|signed| {
                let payload = signed.as_ref()?.of.payload.clone();
                let audience = parse(payload.into_bytes());
                let text = audience.get("aud")?.text()?.into_owned();
                text.starts_with("http").then_some(text)
            });
            let of_token = of_token.filter(|_| goes_to_audience);
            of_token.unwrap_or_else(|| "https://api.example/".to_owned())
        })
    }

    /// The scope that was typed; before that one that its template's servers take. SMART Backend
    /// Services wants one.
    fn scope(self) -> String {
        let template = self.signing.filled.get();
        let typed = self.scope.get().filter(|(at, _)| *at == template);
        typed.map(|(_, scope)| scope).unwrap_or_else(|| {
            let usual = match template.as_str() {
                "client-assertion" | "smart-backend" => "system/*.read",
                _ => "",
            };
            usual.to_owned()
        })
    }

    /// Whether a proof goes with an access token whose hash it does not have.
    fn lacks_hash(self) -> bool {
        let access = self.access.get();
        if self.form() != "dpop-curl" || access.is_empty() {
            return false;
        }
        self.signing.last_good.with(|signed| {
            let payload = signed.as_ref().map(|signed| signed.of.payload.clone());
            let payload = parse(payload.unwrap_or_default().into_bytes());
            let ath = payload.get("ath").and_then(|ath| ath.text());
            ath.as_deref() != Some(access_token_hash(access.trim()).as_str())
        })
    }

    /// Puts the hash of the access token into the payload.
    fn set_hash(self) {
        let hash = quote(&access_token_hash(self.access.get_untracked().trim()));
        let payload = self.signing.payload.get_untracked();
        if let Some(payload) = set_member(&payload, "ath", &hash) {
            self.signing.keep();
            self.signing.payload.set(payload);
        }
    }

    /// Whether a secret stands in what is shown.
    fn holds_secret(self) -> bool {
        let does = self.program_wanted().map(|(_, does)| does);
        does == Some(Does::Makes)
            || does.is_some()
                && self.signing.last_good.with(|signed| {
                    let header = signed.as_ref().map(|signed| signed.of.header.clone());
                    let header = parse(header.unwrap_or_default().into_bytes());
                    let alg = header.get("alg").and_then(|alg| alg.text());
                    let row = alg.and_then(|alg| signature_algorithm(&alg));
                    row.is_some_and(|row| matches!(row.scheme, Scheme::Hmac(_)))
                })
    }

    /// Asks for the program, while one is chosen.
    fn ask(self, session: Session) {
        let (Some(wanted), Some(signed)) = (self.program_wanted(), self.signing.last_good.get())
        else {
            session.forget(Purpose::Snippet);
            return;
        };
        let job = Job::Snippet {
            language: wanted.0,
            does: wanted.1,
            token: signed.token.clone(),
            key: signed.of.key.clone(),
        };
        session.ask(Purpose::Snippet, job, move |outcome| {
            if let Ok(JobOutcome::Written(written)) = outcome {
                self.program.set(Some(Arc::new((signed, wanted, written))));
            }
        });
    }

    /// What is to be taken along, or why it cannot be; neither while a program is being written.
    fn text(self) -> Result<String, Option<Diagnostic>> {
        let signed = self.signing.last_good.get().ok_or(None)?;
        let token = signed.token.as_str();
        if let Some(wanted) = self.program_wanted() {
            return self.program.with(|program| match program.as_deref() {
                Some((of, one, written)) if *of == signed && *one == wanted => {
                    written.clone().map_err(Some)
                }
                _ => Err(None),
            });
        }
        let form = self.form();
        if matches!(&*form, "header" | "dpop" | "dpop-curl" | "curl") && !fits_a_header(token) {
            return Err(Some(Diagnostic::info("take-not-in-header")));
        }
        let url = self.address();
        let goes_somewhere = matches!(&*form, "curl" | "assertion" | "launch" | "logout");
        let iss = self.iss.get();
        let is_koppeltaal = form == "launch" && self.is_koppeltaal.get();
        let is_lost = goes_somewhere && !is_address(&url);
        if is_lost || is_koppeltaal && !is_address(&iss) {
            return Err(Some(Diagnostic::info("take-no-address")));
        }
        Ok(match &*form {
            "dpop-curl" => {
                let access = self.access.get();
                proven_request(token, &signed.of.payload, access.trim())
            }
            "logout" => logout_request(&url, token),
            "header" => authorization(token, &signed.of.payload),
            "dpop" => format!("DPoP: {token}"),
            "curl" => bearer_request(&url, token, &signed.of.payload),
            "assertion" => token_request(&url, &self.scope(), token),
            "launch" => launch_page(&url, is_koppeltaal.then_some(&*iss), token),
            "env" => env_line(token),
            _ => token.to_owned(),
        })
    }
}
