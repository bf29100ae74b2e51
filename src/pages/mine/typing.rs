//! Opening own posts by a droomsleutel that is typed.

use crate::{
    api::{self, Failure, Flight},
    components::{
        icon::Icon,
        key::key_field,
        notice::Failed,
        summary::{ErrorSummary, FieldError, Wrong, Wrongs, described, invalid},
    },
    i18n::{Fault, Messages, use_words},
    offline::{Device, keys},
};
use droombord_domain::{
    follow_key::{FollowKey, FollowKeyFault, WORDS},
    problem::ProblemCode,
};
use leptos::{ev::SubmitEvent, prelude::*};

/// The field in which a key is typed.
pub(super) const FIELD: &str = "sleutel";

/// Opens posts by typed words.
#[component]
pub(super) fn TypeKey(following: RwSignal<Vec<FollowKey>>, any: Signal<bool>, opened: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let say = words.say.mine();
    let device = Device::get();
    let typed = RwSignal::new(String::new());
    let remember = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<Failure>);
    let wrongs = Wrongs::new();
    let wrong = wrongs.of(FIELD);
    let write = move |event| {
        let text = event_target_value(&event);
        wrongs.look_again(FIELD, faults(&text, words.say).into_iter().next());
        typed.set(text);
    };
    let open = move || {
        if busy.get_untracked() {
            return;
        }
        failed.set(None);
        let text = typed.get_untracked();
        let list: Vec<Wrong> = faults(&text, words.say).into_iter().map(|say| Wrong::new(FIELD, say)).collect();
        let right = list.is_empty();
        wrongs.show(list);
        let (true, Ok(key)) = (right, FollowKey::parse(&text)) else { return };
        busy.set(true);
        crate::task::run(async move {
            let answer = api::mine(&key, &Flight::new()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    let keeps = remember.get_untracked() || keys::are_asked_again(device);
                    if keeps && !device.is_borrowed_now() {
                        // A device that refuses asks again next time.
                        let _ = keys::remember(device, &key);
                    }
                    typed.set(String::new());
                    opened.set(true);
                    following.update(|following| {
                        following.retain(|other| *other != key);
                        following.push(key);
                    });
                }
                Err(Failure::Busy(seconds)) => {
                    let minutes = seconds.map(|seconds| seconds.div_ceil(60).max(1));
                    wrongs.show(vec![Wrong::new(FIELD, (words.say.errors().busy)(minutes))]);
                }
                Err(why) if why.code() == Some(ProblemCode::KeyUnknown) => {
                    wrongs.show(vec![Wrong::new(FIELD, words.say.errors().key)]);
                }
                Err(why) => failed.set(Some(why)),
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        open();
    };
    let remember_choice = move || {
        (!device.is_borrowed()).then(|| {
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="checkbox"
                        id="onthoud"
                        prop:checked=move || remember.get()
                        on:change=move |event| remember.set(event_target_checked(&event))
                    />
                    <span class="choice__body">
                        <span class="choice__title">{say.remember}</span>
                        <span class="choice__hint">{say.remember_more}" "{words.say.key().can_forget}</span>
                    </span>
                </label>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="openen">
            <h2 id="openen">{move || if any.get() { say.follow_more } else { say.follow }}</h2>
            <form class="stack" method="dialog" autocomplete="off" novalidate aria-labelledby="openen" on:submit=submit>
                <ErrorSummary wrongs />
                <div class="field">
                    <label class="field__label field__label--small" for=FIELD>{say.type_key}</label>
                    <p class="field__hint" id="sleutel-uitleg">{say.type_key_hint}</p>
                    <FieldError at=FIELD wrong />
                    <input
                        {..key_field()}
                        type="text"
                        class="field__input"
                        id=FIELD
                        aria-describedby=described(FIELD, "sleutel-uitleg", wrong)
                        aria-invalid=invalid(wrong)
                        prop:value=move || typed.get()
                        on:input=write
                    />
                </div>
                {remember_choice}
                {move || {
                    failed.get().map(|why| view! { <Failed why again=Callback::new(move |()| open()) /> })
                }}
                <div>
                    <button class="button" type="submit" aria-disabled=move || busy.get().then_some("true")>
                        <Icon name="key" />
                        {say.open}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// What is wrong with typed words: each word that does not exist, and their number.
fn faults(typed: &str, say: &Messages) -> Vec<Fault> {
    let Err(FollowKeyFault { count, unknown }) = FollowKey::parse(typed) else { return Vec::new() };
    let say = say.errors();
    let unknown = unknown.iter().map(|word| Fault {
        say: (say.unknown_word)(word.place, &word.typed, word.near),
        steady: Some((say.word)(word.place)),
    });
    let count = (count != WORDS)
        .then(|| Fault { say: (say.word_count)(count), steady: (count > 0).then(|| say.key.to_owned()) });
    count.into_iter().chain(unknown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::messages;
    use droombord_domain::{follow_key::ENTROPY_BYTES, post::Lang};

    #[test]
    fn every_word_that_does_not_exist_is_named() {
        let say = messages(Lang::Nl);
        let key = FollowKey::from_entropy([3; ENTROPY_BYTES]);
        let mut words: Vec<&str> = key.words().collect();
        let faults = |typed: &str| faults(typed, say).into_iter().map(|fault| fault.say).collect::<Vec<_>>();
        assert_eq!(faults(&words.join(" ")), Vec::<String>::new());
        words[1] = "xqzx";
        let near = &words[4][1..];
        words[4] = near;
        let faulty = faults(&words.join(" "));
        assert_eq!(faulty.len(), 2);
        assert_eq!(faulty[0], "Woord 2 (‘xqzx’) kennen wij niet. Kijk nog eens op je briefje.");
        assert!(faulty[1].starts_with(&format!("Woord 5 (‘{near}’) kennen wij niet.")), "{faulty:?}");
        let few = (say.errors().word_count)(6);
        assert_eq!(faults(&words[5..].join(" ")), [(say.errors().word_count)(2)]);
        assert_eq!(faults(&words[..6].join(" "))[0], few);
        assert_eq!(faults(""), [(say.errors().word_count)(0)]);
    }
}
