//! Koppeltaal's path from a key pair to a token request, in five steps on one screen. The same
//! steps serve every server that takes signed client assertions.
//! Spec: RFC 7523 §2.2 and §3, SMART App Launch 2.2 (Backend Services).

use super::from_shelf::from_shelf;
use crate::browser::bridge::Purpose;
use crate::browser::{address, clock, file, page};
use crate::job::{Draft, Job, JobOutcome};
use crate::jose::jwk_set::write_jwk_set;
use crate::json::{parse, quote, set_member};
use crate::ui::components::text_area::{control, text_field};
use crate::ui::components::text_block::{TextBlock, select_field, text_block};
use crate::ui::components::verdicts::no_answer;
use crate::ui::deep_link::Screen;
use crate::ui::dom::{El, button, el, value_of};
use crate::ui::key_choice::KeyChoice;
use crate::ui::keyring::{ShelfKey, keyring};
use crate::ui::request_line::token_request;
use crate::ui::session::{Session, session};
use crate::ui::state::{Memo, RwSignal};
use crate::ui::text::{Speech, speech, t};
use std::sync::Arc;

/// What the steps hand on.
#[derive(Clone, Copy)]
struct Story {
    session: Session,
    speech: Speech,
    alg: RwSignal<String>,
    number: RwSignal<Option<u32>>,
    client: RwSignal<String>,
    endpoint: RwSignal<String>,
    scope: RwSignal<String>,
    made: RwSignal<Option<Assertion>>,
    trouble: RwSignal<String>,
    key: Memo<Option<Arc<ShelfKey>>>,
}

/// An assertion, and what it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Assertion {
    number: u32,
    alg: String,
    client: String,
    endpoint: String,
    token: String,
    /// NumericDate from which no server takes it any more.
    until: i64,
}

/// See the module.
pub fn story() -> El {
    let keyring = keyring();
    let number = RwSignal::new(None::<u32>);
    let key = Memo::new(move |_| {
        let number = number.get()?;
        keyring
            .shelf
            .with(|shelf| shelf.iter().find(|key| key.number == number).cloned())
    });
    let story = Story {
        session: session(),
        speech: speech(),
        alg: RwSignal::new("RS512".to_owned()),
        number,
        client: RwSignal::new("my-client-id".to_owned()),
        endpoint: RwSignal::new("https://auth.koppeltaal.example/oauth2/token".to_owned()),
        scope: RwSignal::new("system/*.read".to_owned()),
        made: RwSignal::new(None),
        trouble: RwSignal::new(String::new()),
        key,
    };
    let steps = [
        pair(story),
        set(story),
        assertion(story),
        verify(story),
        request(story),
    ];
    el("section", "panel keys-story")
        .test("story")
        .child(el("div", "panel-head").child(el("h2", "panel-title").child(t("story-title"))))
        .child(el("p", "hint").child(t("story-hint")))
        .child(el("ol", "story-steps").child(steps))
}

/// The key's name; where it has none, its thumbprint becomes that.
fn kid_of(key: &ShelfKey) -> String {
    let kid = key.facts.kid.clone().filter(|kid| !kid.is_empty());
    kid.unwrap_or_else(|| key.facts.thumbprint.clone())
}

fn step(title: &'static str, is_ready: impl Fn() -> bool + 'static) -> El {
    el("li", "story-step")
        .attr("data-ready", move || is_ready().then_some("true"))
        .child(el("h3", "text-block-title").child(t(title)))
}

impl Story {
    /// The public half of its key as a JWK Set. What the assertion says of the key, the set says
    /// too, so that a server finds it.
    fn jwks(self) -> String {
        let alg = self.signs_with();
        self.key.with(|key| match key {
            Some(key) if !key.public.is_empty() => {
                let mut public = key.public.clone();
                let kid = kid_of(key);
                let mut said = vec![("kid", kid.as_str()), ("alg", alg.as_str())];
                if key.facts.key_use.is_none() && key.facts.key_ops.is_empty() {
                    said.push(("use", "sig"));
                }
                for (name, value) in said {
                    public = set_member(&public, name, &quote(value)).unwrap_or(public);
                }
                write_jwk_set(std::iter::once(public.as_str()))
            }
            _ => String::new(),
        })
    }

    /// The algorithm that the key says, else the chosen one if it fits, else one that does.
    fn signs_with(self) -> String {
        let chosen = self.alg.get();
        let algs = self
            .key
            .with(|key| key.as_ref().map(|key| key.signs_with()));
        let algs = algs.unwrap_or_default();
        let preferred = [chosen.as_str(), "RS512", "ES256", "ES384"];
        let fits = preferred.into_iter().find(|alg| algs.contains(alg));
        fits.or(algs.first().copied())
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether the assertion was good until a moment that is over.
    fn is_over(self) -> bool {
        let now = self.session.now.get();
        self.made
            .with(|made| made.as_ref().is_some_and(|made| now >= made.until))
    }

    /// The assertion, as long as what it was made of has not changed.
    fn token(self) -> String {
        self.made.with(|made| match made {
            Some(made)
                if self.number.get() == Some(made.number)
                    && self.signs_with() == made.alg
                    && self.client.with(|client| *client == made.client)
                    && self.endpoint.with(|endpoint| *endpoint == made.endpoint) =>
            {
                made.token.clone()
            }
            _ => String::new(),
        })
    }

    /// Fills the template and signs it.
    fn make(self) {
        let Some(key) = self.key.get_untracked() else {
            return;
        };
        self.made.set(None);
        self.trouble.set(String::new());
        let job = Job::Fill {
            template: "client-assertion".to_owned(),
            clock: clock::now(),
            random: page::random(),
            key: key.input(),
        };
        self.session
            .ask(Purpose::Story, job, move |outcome| match outcome {
                Ok(JobOutcome::Filled(Some(filled))) => {
                    self.sign(&key, filled.header, filled.payload)
                }
                Ok(_) => {}
                Err(failure) => self.trouble.set(no_answer(&failure, self.speech)),
            });
    }

    fn sign(self, key: &ShelfKey, mut header: String, mut payload: String) {
        let client = self.client.get_untracked();
        let endpoint = self.endpoint.get_untracked();
        let alg = self.signs_with();
        let kid = kid_of(key);
        for (name, value) in [("alg", &alg), ("kid", &kid)] {
            header = set_member(&header, name, &quote(value)).unwrap_or(header);
        }
        for (name, value) in [("iss", &client), ("sub", &client), ("aud", &endpoint)] {
            payload = set_member(&payload, name, &quote(value)).unwrap_or(payload);
        }
        let draft = Draft {
            header,
            payload,
            key: key.input(),
            ..Draft::default()
        };
        let number = key.number;
        let until = parse(draft.payload.clone().into_bytes());
        let until = until.get("exp").and_then(|exp| exp.raw_text().parse().ok());
        let until = until.unwrap_or_default();
        self.session.ask(
            Purpose::Story,
            Job::Sign(Box::new(draft)),
            move |outcome| match outcome {
                Ok(JobOutcome::Signed { token, .. }) => self.made.set(Some(Assertion {
                    number,
                    alg,
                    client,
                    endpoint,
                    token,
                    until,
                })),
                Ok(JobOutcome::NotSigned(why)) => self.trouble.set(self.speech.say(&why)),
                Ok(_) => {}
                Err(failure) => self.trouble.set(no_answer(&failure, self.speech)),
            },
        );
    }
}

fn pair(story: Story) -> El {
    let keyring = keyring();
    let option = |alg: &'static str| el("option", "").attr("value", alg).child(alg);
    let alg = el("select", "select")
        .id("story-alg")
        .on("change", move |event| story.alg.set(value_of(event)))
        .child(["RS512", "RS384", "ES384"].map(option))
        .prop("value", move || story.alg.get());
    let make = button("", move || {
        let wish = KeyChoice::of(&story.alg.get_untracked()).wish(clock::now());
        if let Some(wish) = wish {
            keyring.make_new(story.session, wish, move |key| {
                story.number.set(Some(key.number));
            });
        }
    });
    let row = el("div", "field-row")
        .child(select_field("story-alg", "story-alg", alg))
        .child(make.test("story-pair").child(t("story-pair")))
        .child(from_shelf(
            "story-shelf",
            |key| !key.signs_with().is_empty(),
            move |key| story.number.set(Some(key.number)),
        ));
    let says = move || {
        let alg = story.signs_with();
        story.key.with(|key| match key {
            None => story.speech.text("story-no-pair"),
            Some(key) => {
                let facts = [
                    ("name", key.name.as_str().into()),
                    ("key", key.facts.label()),
                    ("alg", alg.as_str().into()),
                    ("kid", kid_of(key).into()),
                ];
                let is_named = key.facts.kid.as_ref().is_some_and(|kid| !kid.is_empty());
                let text = match is_named {
                    true => "story-has-pair",
                    false => "story-has-unnamed-pair",
                };
                story.speech.format(text, &facts)
            }
        })
    };
    step("story-1", move || story.key.with(Option::is_some))
        .child(row)
        .child(
            el("p", "note")
                .test("story-pair-says")
                .attr("role", "status")
                .child(says),
        )
}

fn set(story: Story) -> El {
    let has_none = move || story.jwks().is_empty();
    let save = button("", move || {
        file::save("jwks.json", "application/jwk-set+json", &story.jwks());
    })
    .test("story-set")
    .attr("disabled", has_none)
    .child(t("story-set"));
    step("story-2", move || !has_none())
        .child(el("p", "hint").child(t("story-set-hint")))
        .child(el("div", "button-row").child(save))
}

fn assertion(story: Story) -> El {
    let make = button("button-primary", move || story.make())
        .test("story-assert")
        .attr("disabled", move || story.key.with(Option::is_none))
        .child(t("story-assert"));
    let block = TextBlock {
        id: "story-token",
        title: "story-token",
        copy: "copy-token",
        file: None,
    };
    let until = move || {
        let until = story.made.with(|made| made.as_ref().map(|made| made.until));
        let facts = [(
            "moment",
            story.speech.moment(until.unwrap_or_default()).into(),
        )];
        let text = match story.is_over() {
            true => "story-over",
            false => "story-until",
        };
        story.speech.format(text, &facts)
    };
    let fields = el("div", "field-row")
        .child(text_field(control("story-client", "story-client"), story.client).done())
        .child(text_field(control("story-endpoint", "story-endpoint"), story.endpoint).done());
    step("story-3", move || !story.token().is_empty())
        .child(fields)
        .child(el("div", "button-row").child(make))
        .child(
            el("p", "sign-error keys-trouble")
                .test("story-trouble")
                .attr("role", "alert")
                .child(move || story.trouble.get()),
        )
        .child(
            el("p", "note")
                .test("story-until")
                .attr("role", "status")
                .attr("data-outdated", move || story.is_over().then_some("true"))
                .hidden(move || story.token().is_empty())
                .child(until),
        )
        .child(text_block(block, move || story.token()).hidden(move || story.token().is_empty()))
}

fn verify(story: Story) -> El {
    let open = button("", move || {
        story.session.set_paste(story.token());
        story.session.set_key(story.jwks());
        address::go(Screen::Inspect.fragment());
    })
    .test("story-verify")
    .attr("disabled", move || story.token().is_empty())
    .child(t("story-verify"));
    step("story-4", move || !story.token().is_empty())
        .child(el("p", "hint").child(t("story-verify-hint")))
        .child(el("div", "button-row").child(open))
}

fn request(story: Story) -> El {
    let block = TextBlock {
        id: "story-curl",
        title: "story-curl",
        copy: "story-copy-curl",
        file: None,
    };
    let line = move || {
        let token = story.token();
        match token.is_empty() {
            true => token,
            false => story.endpoint.with(|endpoint| {
                story
                    .scope
                    .with(|scope| token_request(endpoint, scope, &token))
            }),
        }
    };
    step("story-5", move || !story.token().is_empty())
        .child(
            el("div", "field-row")
                .child(text_field(control("story-scope", "story-scope"), story.scope).done()),
        )
        .child(
            el("p", "hint")
                .hidden(move || !line().is_empty())
                .child(t("story-no-curl")),
        )
        .child(text_block(block, line).hidden(move || line().is_empty()))
}
