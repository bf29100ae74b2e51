//! The three supportive reactions under a post. They can be taken back; there are no others and no numbers.

use super::icon::Icon;
use crate::{
    announcer,
    api::{self, Flight},
    i18n::use_words,
    offline::{Device, outbox},
};
use droombord_domain::{outcome::Cause, support::Support};
use leptos::prelude::*;
use uuid::Uuid;

/// Three buttons, and what came of pressing one. One stop for Tab: from the first the arrows lead on (`assets/phone.js`).
#[component]
pub fn Reactions(
    /// The post.
    id: Uuid,
    /// The block's modifier: on a note, or in a row on the post's page.
    #[prop(default = "reactions")]
    class: &'static str,
) -> impl IntoView {
    let say = use_words().say;
    let device = Device::get();
    let said = RwSignal::new("");
    let tell = move |sentence: &'static str| {
        if said.try_set(sentence).is_none() {
            announcer::say(sentence);
        }
    };
    // Known only to this device: in the first HTML, none is given.
    let before = device.given_to(id);
    let buttons = Support::ALL
        .iter()
        .zip([None, Some("-1"), Some("-1")])
        .map(|(support, stop)| {
            let support = *support;
            let given = RwSignal::new(before.contains(&support));
            let press = move |_| {
                let Some(mark) = device.mark_for(id) else { return };
                let give = !given.get_untracked();
                given.set(give);
                crate::task::run(async move {
                    match api::set_support(id, support, give, mark.clone(), &Flight::new()).await {
                        // The service worker keeps it until the board has it; the last press counts.
                        Err(why)
                            if why.goes_again()
                                && outbox::hand_over(
                                    device,
                                    &format!("{id}/{}", support.code()),
                                    &api::set_support_later(id, support, give, mark),
                                ) =>
                        {
                            device.remember_given(id, support, give);
                            tell(if why.cause() == Cause::Busy { say.post.waits_busy } else { say.post.waits });
                        }
                        Ok(()) => {
                            device.remember_given(id, support, give);
                            tell(if give { (say.post.thanks)(support) } else { say.post.taken_back });
                        }
                        Err(why) => {
                            given.try_set(!give);
                            let cause = why.cause();
                            tell(if cause == Cause::NotThere {
                                say.states.no_post
                            } else if cause == Cause::Busy {
                                say.states.busy
                            } else {
                                say.post.not_arrived
                            });
                        }
                    }
                });
            };
            let icon = match support {
                Support::Hear => "hear",
                Support::Recognise => "recognise",
                Support::Join => "join",
            };
            view! {
                <button
                    class="reactions__button"
                    type="button"
                    tabindex=stop
                    aria-pressed=move || if given.get() { "true" } else { "false" }
                    on:click=press
                >
                    <Icon name=icon class="icon" />
                    {(say.names.support)(support)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class=class role="toolbar" aria-label=say.board.react>{buttons}</div>
        <p class="reactions__said">{move || Some(said.get()).filter(|said| !said.is_empty())}</p>
    }
}
