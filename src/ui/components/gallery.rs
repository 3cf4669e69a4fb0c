//! The gallery of broken tokens, by who says what is wrong, with a search.

use crate::learn::gallery::{Broken, Group};
use crate::ui::components::prose::prose;
use crate::ui::components::text_area::{control, text_field};
use crate::ui::dom::{El, button, el};
use crate::ui::learning::{learning, sentence};
use crate::ui::session::session;
use crate::ui::signing::signing;
use crate::ui::state::Memo;
use crate::ui::text::{speech, t};
use std::sync::Arc;

/// See the module.
pub fn gallery() -> El {
    let gallery = learning().gallery;
    let open = button("", move || gallery.load())
        .test("gallery-open")
        .hidden(move || gallery.all.with(Option::is_some))
        .child(t("gallery-open"));
    let missed = el("p", "hint")
        .attr("role", "alert")
        .hidden(move || !gallery.is_missed.get())
        .child(t("gallery-missed"));
    el("section", "learn-list")
        .test("gallery")
        .child(el("h2", "panel-title").child(t("gallery-title")))
        .child(el("p", "learn-list-lead").child(t("gallery-lead")))
        .child(el("div", "").child(open).child(missed))
        .child(move || gallery.all.get().map(|all| lists(&all)))
}

fn lists(all: &Arc<Vec<Broken>>) -> El {
    let (gallery, speech) = (learning().gallery, speech());
    // What every row says, in the language that is spoken, for the search.
    let said = {
        let all = all.clone();
        Memo::new(move |_| {
            let says = all.iter().map(|broken| {
                let text = format!("{} {}", sentence(broken, speech), broken.code);
                text.to_lowercase()
            });
            says.collect::<Vec<_>>()
        })
    };
    let found = Memo::new(move |_| {
        let wanted = gallery.search.get().trim().to_lowercase();
        let words: Vec<&str> = wanted.split_whitespace().collect();
        said.with(|said| {
            let fits = |text: &String| words.iter().all(|word| text.contains(word));
            said.iter().map(fits).collect::<Vec<bool>>()
        })
    });
    let is_none = move || found.with(|found| !found.contains(&true));
    let find = text_field(control("gallery-find", "gallery-find"), gallery.search).done();
    let groups = Group::ALL.map(|group| list(group, all, found));
    el("div", "gallery")
        .child(find)
        .child(
            el("p", "hint")
                .test("gallery-none")
                .attr("role", "status")
                .hidden(move || !is_none())
                .child(t("gallery-none")),
        )
        .child(groups)
}

fn list(group: Group, all: &Arc<Vec<Broken>>, found: Memo<Vec<bool>>) -> El {
    let (gallery, speech) = (learning().gallery, speech());
    let own: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(|(_, broken)| broken.group == group)
        .map(|(at, _)| at)
        .collect();
    let rows = all.iter().enumerate();
    let rows = rows.filter(|(_, broken)| broken.group == group);
    let rows = rows.map(|(at, broken)| row(at, broken, found));
    let rows = rows.collect::<Vec<_>>();
    let count = Memo::new(move |_| {
        found.with(|found| {
            let is_found = |at: &&usize| found.get(**at).copied().unwrap_or_default();
            own.iter().filter(is_found).count()
        })
    });
    let name = move || {
        let title = speech.text(&format!("gallery-group-{}", group.name()));
        format!("{title} ({})", count.get())
    };
    el("details", "fold gallery-group")
        .test("gallery-group")
        .attr("data-group", group.name())
        .attr("open", move || !gallery.search.with(String::is_empty))
        .hidden(move || count.get() == 0)
        .child(el("summary", "fold-head").child(name))
        .child(el("ul", "gallery-rows").child(rows))
}

fn row(at: usize, broken: &Broken, found: Memo<Vec<bool>>) -> El {
    let (session, signing, learning, speech) = (session(), signing(), learning(), speech());
    let is_found = move || found.with(|found| found.get(at).copied().unwrap_or_default());
    let code = broken.code.clone();
    let says = {
        let broken = broken.clone();
        move || prose(sentence(&broken, speech))
    };
    let show = button("gallery-row", move || {
        learning.show_broken(session, signing, at);
    })
    .test("gallery-row")
    .attr("data-code", code.as_str())
    .attr("data-group", broken.group.name())
    .child(el("span", "gallery-said").child(says))
    .child(
        el("code", "gallery-code")
            .attr("translate", "no")
            .child(code.as_str()),
    );
    el("li", "").hidden(move || !is_found()).child(show)
}
