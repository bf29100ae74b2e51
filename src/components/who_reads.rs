//! Whether a facilitator reads just now, as the server says it; and who answers when nobody does, or when that is not known.

use super::help_line::HelpLink;
use crate::{
    api::{self, Flight},
    i18n::use_words,
};
use droombord_domain::settings::HelpLine;
use leptos::prelude::*;
use std::time::Duration;

/// Pause between two questions while the page is open.
const AGAIN: Duration = Duration::from_secs(2 * 60);

/// Who answers, at whatever hour.
const LINES: [HelpLine; 3] = [HelpLine::Emergency, HelpLine::Line113, HelpLine::Kindertelefoon];

/// Whether somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// The server is being asked.
    Asking,
    /// Somebody does.
    Now,
    /// Nobody does.
    Nobody,
    /// The server cannot be asked.
    Unknown,
}

/// Asks the server. While somebody writes this begins with the page, whatever is written: a call at the first word of danger would tell of that word
/// (promise 3).
pub fn follow_reads() -> RwSignal<Reads> {
    let reads = RwSignal::new(Reads::Asking);
    let look = move || {
        crate::task::run(async move {
            let now = match api::reads_now(&Flight::new()).await {
                Ok(now) if now.reads_now => Reads::Now,
                Ok(_) => Reads::Nobody,
                Err(_) => Reads::Unknown,
            };
            if reads.try_get_untracked().is_some_and(|before| before != now) {
                reads.try_set(now);
            }
        });
    };
    Effect::new(move |_| {
        look();
        let every = set_interval_with_handle(look, AGAIN);
        let online = window_event_listener_untyped("online", move |_| look());
        on_cleanup(move || {
            online.remove();
            if let Ok(every) = every {
                every.clear();
            }
        });
    });
    reads
}

/// The sentence, and who answers.
#[component]
pub fn WhoReads(
    /// What the server said last.
    #[prop(into)]
    reads: Signal<Reads>,
    /// The id of the sentence.
    #[prop(into)]
    id: String,
    /// Help lines stand above.
    #[prop(optional)]
    above: bool,
) -> impl IntoView {
    let say = use_words().say.guard();
    let nobody = Memo::new(move |_| matches!(reads.get(), Reads::Nobody | Reads::Unknown));
    let sentence = move || match reads.get() {
        Reads::Asking => say.reads_asking,
        Reads::Now => say.reads_now,
        Reads::Nobody => say.reads_nobody,
        Reads::Unknown => say.reads_unknown,
    };
    let listen = if above { say.listen_above } else { say.listen_below };
    let lines = move || {
        (nobody.get() && !above).then(|| {
            let lines = LINES.into_iter().map(|line| view! { <li><HelpLink line /></li> }).collect_view();
            view! { <ul class="near__who">{lines}</ul> }
        })
    };
    view! {
        <p id=id>{sentence} {move || nobody.get().then(|| format!(" {listen}"))}</p>
        {lines}
    }
}
