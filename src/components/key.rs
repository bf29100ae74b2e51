//! The follow key: shown once to write down, checked by typing two of its words, and typed to open own posts.

use super::{
    field::private_exact,
    icon::Icon,
    summary::{ErrorSummary, FieldError, Wrong, Wrongs, described, invalid},
};
use crate::{announcer, browser, i18n::use_words, offline::Device, places::Place};
use droombord_domain::follow_key::{ENTROPY_BYTES, FollowKey, WORDS};
use leptos::{
    attr::{self, Attribute},
    ev::SubmitEvent,
    prelude::*,
};

/// A new key out of the browser's own dice; `None` when it has none.
pub fn new_key() -> Option<FollowKey> {
    browser::random::<ENTROPY_BYTES>().map(FollowKey::from_entropy)
}

/// What every field for words of a key has: they are read from left to right in every script.
pub fn key_field() -> impl Attribute {
    (private_exact(), attr::dir("ltr"))
}

/// The seven words on a card that can be copied and printed.
#[component]
pub fn KeyCard(
    /// The words.
    key: FollowKey,
) -> impl IntoView {
    let words = use_words();
    let say = words.say.key();
    // On paper it must say by itself where it belongs.
    let address = browser::host() + &Place::Mine.href(words.lang);
    let said = RwSignal::new("");
    // On somebody else's it is not remembered at all, and whoever has the phone next would find a copy.
    let is_borrowed = Device::get().is_borrowed_now();
    let can_forget = (!is_borrowed).then(|| view! { " "{say.can_forget} });
    let words = key.words().map(|word| view! { <li class="key__word">{word.to_owned()}</li> }).collect_view();
    let text = key.words().collect::<Vec<_>>().join(" ");
    announcer::follow(said);
    let copy = move |_| {
        let text = text.clone();
        crate::task::run(async move {
            if browser::copy(&text).await {
                said.try_set(say.copied);
            } else {
                browser::select("woorden");
                said.try_set(say.copy_yourself);
            }
        });
    };
    let copies = (!is_borrowed).then(|| {
        view! { <button class="button" type="button" on:click=copy><Icon name="copy" />{say.copy}</button> }
    });
    let not_copied = is_borrowed.then(|| view! { <p class="small unprinted">{say.not_copied}</p> });
    view! {
        <section class="key" aria-labelledby="droomsleutel">
            <div class="key__head">
                <Icon name="key" class="icon icon--big" />
                <div class="key__title">
                    <h2 id="droomsleutel">{say.heading}</h2>
                    <p>{say.lead}</p>
                </div>
            </div>
            // A list that is drawn without its own numbers is still one for a screen reader.
            <ol class="key__words" id="woorden" translate="no" lang="nl" dir="ltr">{words}</ol>
            <p>{say.type_at} " " <strong translate="no" dir="ltr">{address}</strong> "."</p>
            <p><strong>{say.write_down}</strong>" "{say.write_down_more}{can_forget}</p>
            <div class="cluster">
                {copies}
                <button class="button" type="button" on:click=|_| browser::print()><Icon name="print" />{say.print}</button>
            </div>
            {not_copied}
            <p class="key__said">{move || said.get()}</p>
        </section>
    }
}

/// Types two of the words over, so that it is sure that somebody has them.
#[component]
pub fn KeyCheck(
    /// The words.
    key: FollowKey,
    /// Both words are right.
    done: Callback<()>,
    /// What the button says.
    done_word: Signal<&'static str>,
    /// Not to be done twice while it is under way.
    #[prop(default = Signal::stored(false))]
    busy: Signal<bool>,
    /// The other way out.
    children: Children,
) -> impl IntoView {
    let words = use_words().say;
    let say = words.key();
    let places = two_places(browser::random().unwrap_or_default());
    let typed = places.map(|_| RwSignal::new(String::new()));
    let wrongs = Wrongs::new();
    let id = |place: usize| format!("woord-{place}");
    let wrong_at = {
        let key = key.clone();
        move |place: usize, typed: &str| {
            let say = words.errors();
            let sentence = if typed.trim().is_empty() { say.no_word } else { say.word };
            (!fits(&key, place, typed)).then(|| sentence(place))
        }
    };
    let fields = places
        .into_iter()
        .zip(typed)
        .map(|(place, typed)| {
            let at = id(place);
            let wrong = wrongs.of(at.clone());
            let wrong_at = wrong_at.clone();
            let write = {
                let at = at.clone();
                move |event| {
                    let text = event_target_value(&event);
                    wrongs.look_again(&at, wrong_at(place, &text).map(Into::into));
                    typed.set(text);
                }
            };
            view! {
                <div class="field">
                    <label class="field__label field__label--small" for=at.clone()>{(say.word)(place)}</label>
                    <FieldError at=at.clone() wrong />
                    <input
                        {..key_field()}
                        type="text"
                        class="field__input"
                        id=at.clone()
                        aria-describedby=described(&at, "", wrong)
                        aria-invalid=invalid(wrong)
                        prop:value=move || typed.get()
                        on:input=write
                    />
                </div>
            }
        })
        .collect_view();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let list: Vec<Wrong> = places
            .into_iter()
            .zip(typed)
            .filter_map(|(place, typed)| {
                Some(Wrong::new(id(place), typed.with_untracked(|typed| wrong_at(place, typed))?))
            })
            .collect();
        let right = list.is_empty();
        wrongs.show(list);
        if right {
            done.run(());
        }
    };
    view! {
        <form class="stack" method="dialog" novalidate aria-labelledby="overtypen" on:submit=send>
            <h2 id="overtypen">{say.check}</h2>
            <ErrorSummary wrongs id="fouten-woorden" />
            <div class="key__check">{fields}</div>
            <div class="steps__foot">
                {children()}
                <button
                    class="button button--primary"
                    type="submit"
                    aria-disabled=move || busy.get().then_some("true")
                >
                    {move || done_word.get()}
                </button>
            </div>
        </form>
    }
}

/// Two different places in a key (from 1), in order, out of two random bytes.
fn two_places([first, step]: [u8; 2]) -> [usize; 2] {
    let first = usize::from(first) % WORDS;
    let second = (first + 1 + usize::from(step) % (WORDS - 1)) % WORDS;
    [first.min(second) + 1, first.max(second) + 1]
}

/// Whether a typed word is the key's word at this place. Sloppy typing is fine: as sloppy as for a whole key.
fn fits(key: &FollowKey, place: usize, typed: &str) -> bool {
    if typed.trim().is_empty() {
        return false;
    }
    let with_typed: Vec<&str> =
        (1..).zip(key.words()).map(|(at, word)| if at == place { typed } else { word }).collect();
    FollowKey::parse(&with_typed.join(" ")).is_ok_and(|other| other == *key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_places_are_never_the_same_and_all_come_up() {
        let mut seen = [false; WORDS];
        for first in 0..=u8::MAX {
            for step in 0..=u8::MAX {
                let [a, b] = two_places([first, step]);
                assert!(1 <= a && a < b && b <= WORDS, "{a} {b}");
                seen[a - 1] = true;
                seen[b - 1] = true;
            }
        }
        assert_eq!(seen, [true; WORDS]);
    }

    #[test]
    fn a_word_may_be_typed_sloppily_but_must_be_the_word() {
        let key = FollowKey::from_entropy([5; ENTROPY_BYTES]);
        let words: Vec<&str> = key.words().collect();
        for (typed, right) in [
            (words[1].to_owned(), true),
            (format!("  {} ", words[1].to_uppercase()), true),
            (format!("2. {}", words[1]), true),
            (format!("Woord 2: “{}”", words[1]), true),
            (words[1].replace('i', "ı").replace("ıj", "ĳ"), true),
            ("woord 2".into(), false),
            (String::new(), false),
            (" - ".into(), false),
            (format!("{}x", words[1]), false),
            (format!("{} {}", words[1], words[1]), false),
        ] {
            assert_eq!(fits(&key, 2, &typed), right, "{typed:?}");
        }
    }
}
