//! What is not right in a form: all of it at once on top, and the same sentence at each field, kept until it is fixed.
//! The pattern is that of the GOV.UK design system's error summary.

use super::icon::Icon;
use crate::{
    browser,
    i18n::{Fault, use_words},
};
use leptos::{ev::MouseEvent, prelude::*};

/// One thing that is not right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The id of the control in which it can be put right.
    pub at: String,
    /// What is so.
    pub fault: Fault,
}

impl Wrong {
    /// Something at a control.
    pub fn new(at: impl Into<String>, fault: impl Into<Fault>) -> Self {
        Self { at: at.into(), fault: fault.into() }
    }
}

/// Everything that is not right in one form. Copy it freely.
#[derive(Clone, Copy)]
pub struct Wrongs {
    list: RwSignal<Vec<Wrong>>,
    shown: RwSignal<u32>,
}

impl Wrongs {
    /// Nothing is wrong.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), shown: RwSignal::new(0) }
    }

    /// Shows these, all at once, and moves the focus to the summary; without any the summary goes.
    pub fn show(self, list: Vec<Wrong>) {
        let any = !list.is_empty();
        self.list.set(list);
        if any {
            self.shown.update(|shown| *shown += 1);
        }
    }

    /// Looks again at a control that was wrong; one that was right stays quiet until the form is sent.
    pub fn look_again(self, at: &str, now: Option<Fault>) {
        let before = self.list.with_untracked(|list| Some(list.iter().find(|wrong| wrong.at == at)?.fault.clone()));
        if before.is_some() && before != now {
            self.list.update(|list| match now {
                None => list.retain(|wrong| wrong.at != at),
                Some(fault) => {
                    if let Some(wrong) = list.iter_mut().find(|wrong| wrong.at == at) {
                        wrong.fault = fault;
                    }
                }
            });
        }
    }

    /// What is wrong at a control, as it says it.
    pub fn of(self, at: impl Into<String>) -> Signal<Option<String>> {
        let at = at.into();
        Memo::new(move |_| self.list.with(|list| find(list, &at))).into()
    }
}

impl Default for Wrongs {
    fn default() -> Self {
        Self::new()
    }
}

/// A fault as a list of errors says it: with the name of its control.
pub fn in_list(at: &str, say: &str) -> String {
    named(browser::name_of(at), say)
}

/// A fault with the name of its field before it, unless it says that already: in a list nothing else tells which field is meant.
fn named(name: Option<String>, say: &str) -> String {
    let letters = |text: &str| text.to_lowercase().trim_end_matches(['?', '.', ':', '…']).trim().to_owned();
    match name {
        Some(name) if !letters(say).contains(&letters(&name)) => {
            let between = if name.ends_with(['?', '.', '!', ':', '…']) { " " } else { ": " };
            [&name, between, say].concat()
        }
        _ => say.to_owned(),
    }
}

fn find(list: &[Wrong], at: &str) -> Option<String> {
    let here = list.iter().filter(|wrong| wrong.at == at).map(|wrong| &wrong.fault);
    let say: Vec<&str> = here.map(|fault| fault.steady.as_deref().unwrap_or(&fault.say)).collect();
    (!say.is_empty()).then(|| say.join(" "))
}

/// On top of a form: how many things, and a link to each. Who listens hears it by its focus, once.
#[component]
pub fn ErrorSummary(
    /// What is not right.
    wrongs: Wrongs,
    /// Its id: unique in the page.
    #[prop(default = "fouten".into(), into)]
    id: String,
    /// Goes to a control that may not be in the page now; without it the control gets the focus.
    #[prop(optional)]
    go: Option<Callback<String>>,
) -> impl IntoView {
    let say = use_words().say;
    let any = Memo::new(move |_| wrongs.list.with(|list| !list.is_empty()));
    Effect::new({
        let id = id.clone();
        move |before: Option<u32>| {
            let now = wrongs.shown.get();
            if before.is_some_and(|before| before != now) {
                browser::focus_soon(id.clone());
            }
            now
        }
    });
    let links = move || {
        wrongs.list.with(|list| {
            list.iter()
                .map(|Wrong { at, fault }| {
                    let to = at.clone();
                    let press = move |event: MouseEvent| {
                        event.prevent_default();
                        match go {
                            Some(go) => go.run(to.clone()),
                            None => browser::focus(&to),
                        }
                    };
                    // It quotes what was typed.
                    let quotes = fault.steady.is_some().then_some("no");
                    view! { <li translate=quotes><a href=format!("#{at}") on:click=press>{in_list(at, &fault.say)}</a></li> }
                })
                .collect_view()
        })
    };
    move || {
        any.get().then(|| {
            view! {
                <div
                    class="notice notice--danger"
                    id=id.clone()
                    role="group"
                    aria-labelledby=format!("{id}-kop")
                    aria-describedby=format!("{id}-lijst")
                    tabindex="-1"
                >
                    <Icon name="warning" class="icon" />
                    <div class="notice__body">
                        <h2 class="notice__title" id=format!("{id}-kop")>{move || (say.errors().summary)(wrongs.list.with(Vec::len))}</h2>
                        <ul class="notice__links" id=format!("{id}-lijst")>{links}</ul>
                    </div>
                </div>
            }
        })
    }
}

/// The same sentence at the field. Its id is that of the field with `-fout`.
#[component]
pub fn FieldError(
    /// The field's id.
    #[prop(into)]
    at: String,
    /// What is wrong with it.
    wrong: Signal<Option<String>>,
) -> impl IntoView {
    move || {
        wrong.get().map(|say| {
            view! {
                <p class="field__error" id=error_id(&at)>
                    <Icon name="warning" />
                    {say}
                </p>
            }
        })
    }
}

/// For `aria-describedby`, of every field: its error when there is one, then the id of its lead; that is empty without a lead.
///
/// Nothing else describes a field, and nothing that changes while somebody types: Chromium lets a screen reader read a description again
/// whenever it changes, at each letter.
pub fn described(at: &str, lead: &str, wrong: Signal<Option<String>>) -> impl Fn() -> Option<String> + Clone + use<> {
    let (error, lead) = (error_id(at), lead.to_owned());
    move || {
        let all = if wrong.with(Option::is_some) { format!("{error} {lead}") } else { lead.clone() };
        let all = all.trim();
        (!all.is_empty()).then(|| all.to_owned())
    }
}

/// For `aria-invalid`.
pub fn invalid(wrong: Signal<Option<String>>) -> impl Fn() -> Option<&'static str> + Copy {
    move || wrong.with(Option::is_some).then_some("true")
}

/// The id of the error at a field.
pub fn error_id(at: &str) -> String {
    format!("{at}-fout")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_stays_until_it_is_fixed() {
        let owner = Owner::new();
        owner.with(|| {
            let wrongs = Wrongs::new();
            wrongs.look_again("tekst", Some("Te lang".into()));
            assert_eq!(wrongs.of("tekst").get_untracked(), None);
            wrongs.show(vec![Wrong::new("soort", "Kies"), Wrong::new("tekst", "Leeg")]);
            wrongs.look_again("tekst", Some("Te lang".into()));
            assert_eq!(wrongs.of("tekst").get_untracked(), Some("Te lang".into()));
            let counted = |letters: u32| Fault { say: format!("{letters} te lang"), steady: Some("Te lang.".into()) };
            for letters in [3, 2] {
                wrongs.look_again("tekst", Some(counted(letters)));
                assert_eq!(wrongs.of("tekst").get_untracked(), Some("Te lang.".into()), "at the field nothing counts");
            }
            wrongs.look_again("tekst", None);
            assert_eq!(wrongs.of("tekst").get_untracked(), None);
            assert_eq!(wrongs.of("soort").get_untracked(), Some("Kies".into()));
        });
    }

    #[test]
    fn a_fault_in_the_list_names_its_field_once() {
        for (name, say, shown) in [
            (None, "Kies een dag.", "Kies een dag."),
            (Some("Naam"), "Vul dit nog in.", "Naam: Vul dit nog in."),
            (Some("Wie zorgt ervoor?"), "Vul dit nog in.", "Wie zorgt ervoor? Vul dit nog in."),
            (Some("Wachtwoord"), "Typ je wachtwoord.", "Typ je wachtwoord."),
        ] {
            assert_eq!(named(name.map(str::to_owned), say), shown);
        }
    }
}
