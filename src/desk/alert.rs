//! Who asks that a facilitator looks at once: above everything, in the title, aloud, and with a sound for who wants one.

use super::{device, looking::keep_looking, places, table::Table};
use crate::{
    announcer,
    api::{Flight, desk as api},
    clock::Waited,
    components::icon::Icon,
    i18n::{desk::use_desk_words, use_words},
};
use droombord_domain::{api::Alert, life::PostState};
use leptos::prelude::*;
use std::{collections::BTreeSet, time::Duration};
use uuid::Uuid;

/// Pause between two questions to the server.
const LOOK: Duration = Duration::from_secs(15);

/// Where the device remembers that a sound is wanted.
const SOUND: &str = "droombord.leestafel.geluid";
const ON: &str = "aan";
const OFF: &str = "uit";

/// Those that were not there before; what is there now is known from then on.
fn newcomers(known: &mut BTreeSet<Uuid>, now: &[Alert]) -> usize {
    let new = now.iter().filter(|alert| !known.contains(&alert.id)).count();
    *known = now.iter().map(|alert| alert.id).collect();
    new
}

/// The bar above the desk.
#[component]
pub fn AlertBar() -> impl IntoView {
    let table = Table::get();
    let say = &use_desk_words().alert;
    let lang = use_words().lang;
    let alerts = RwSignal::new(Vec::<Alert>::new());
    let known = StoredValue::new(BTreeSet::new());
    let look = move || async move {
        // What the server does not answer stays as it was.
        let Ok(page) = table.heed(api::alerts(&Flight::new()).await) else { return };
        let new = known.try_update_value(|known| newcomers(known, &page.items)).unwrap_or_default();
        table.set_alerts(page.items.len());
        if new > 0 {
            announcer::say(&(say.heading)(page.items.len()));
            if kept() == Some(true) {
                device::chime();
            }
        }
        if alerts.try_with_untracked(|before| *before != page.items) == Some(true) {
            alerts.set(page.items);
        }
    };
    keep_looking(table, || {}, LOOK, look);
    move || {
        let alerts = alerts.get();
        (!alerts.is_empty()).then(|| {
            let heading = (say.heading)(alerts.len());
            let links = alerts
                .into_iter()
                .map(|Alert { id, since }| {
                    let read = move || (say.read)(Waited::since(&since, table.now()));
                    view! { <li><a href=places::post(lang, PostState::Received, id)>{read}</a></li> }
                })
                .collect_view();
            view! {
                <section class="notice notice--danger desk__alert" aria-labelledby="meteen">
                    <Icon name="warning" class="icon" />
                    <div class="notice__body">
                        <h2 class="notice__title" id="meteen">{heading}</h2>
                        <ul class="notice__links">{links}</ul>
                    </div>
                </section>
            }
        })
    }
}

/// What this device remembers of the sound; nothing before it was chosen.
fn kept() -> Option<bool> {
    crate::browser::stored(SOUND).map(|kept| kept == ON)
}

/// Whether a sound is wanted. Nothing is chosen beforehand: a browser plays none before a press, and a sound may tell a room too much.
#[component]
pub fn AlertSound() -> impl IntoView {
    let sound = RwSignal::new(kept());
    let say = &use_desk_words().alert;
    let choose = move |on: bool| {
        // A device that keeps nothing asks again the next time.
        let _ = crate::browser::store(SOUND, if on { ON } else { OFF });
        sound.set(Some(on));
        if on {
            device::chime();
        }
    };
    let is_on = move || sound.get() == Some(true);
    let sentence = move || match sound.get() {
        None => say.sound_ask,
        Some(true) => say.sound_is_on,
        Some(false) => say.sound_is_off,
    };
    view! {
        <p class="cluster small desk__sound">
            <span>{sentence}</span>
            <button class="button button--small button--quiet" type="button" on:click=move |_| choose(!sound.get_untracked().unwrap_or_default())>
                {move || if is_on() { say.sound_off } else { say.sound_on }}
            </button>
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_alert_is_told_once() {
        let alert = |number| Alert { id: Uuid::from_u128(number), since: String::new() };
        let mut known = BTreeSet::new();
        for (now, new) in [
            (vec![], 0),
            (vec![alert(1)], 1),
            (vec![alert(1)], 0),
            (vec![alert(1), alert(2), alert(3)], 2),
            (vec![alert(3)], 0),
            // Decided, changed, and asked again.
            (vec![alert(1), alert(3)], 1),
        ] {
            assert_eq!(newcomers(&mut known, &now), new, "{now:?}");
        }
    }
}
