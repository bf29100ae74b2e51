//! What is new on the board while somebody reads it. Nothing that is being read moves: a line lies over the page, and
//! only who asks gets the new ones.

use crate::{
    announcer, api,
    browser::{self, Stream},
    i18n::use_words,
    task::later,
};
use droombord_domain::api::News;
use leptos::prelude::*;
use std::time::Duration;

/// Nothing is new at once: the words that somebody came for have the line first.
const FIRST: Duration = Duration::from_secs(8);
/// When the server has no room, it is asked again after this time, and then after twice the time before.
const AGAIN: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// Listens while the page is in sight, and not at all when data must be saved.
#[derive(Clone, Copy)]
struct Listening {
    new: RwSignal<News>,
    heard: RwSignal<Option<News>>,
    stream: StoredValue<Option<Stream>, LocalStorage>,
    last: StoredValue<Option<String>>,
    wait: StoredValue<Duration>,
}

impl Listening {
    fn begin(self) {
        if browser::is_hidden() || browser::saves_data() || self.stream.with_value(Option::is_some) {
            return;
        }
        let heard = move |id, much: News| {
            self.last.set_value(Some(id));
            self.wait.set_value(AGAIN);
            self.heard.set(Some(much));
            self.new.update(|new| {
                new.posts += much.posts;
                new.answers += much.answers;
            });
        };
        let refused = move || {
            let wait = self.wait.get_value();
            self.wait.set_value((wait * 2).min(LONGEST));
            // Not at once: the stream that says so is still at work.
            later(Duration::ZERO, move || self.end());
            later(wait, move || self.begin());
        };
        let stream = self.last.with_value(|last| api::news(last.as_deref(), heard, refused));
        self.stream.set_value(Some(stream));
    }

    fn end(self) {
        let _ = self.stream.try_update_value(|stream| *stream = None);
    }
}

/// The line that says how much is new.
#[component]
pub fn NewsLine(
    /// How much is new; who looks at a kept page adds to it (`hanging.rs`).
    new: RwSignal<News>,
    /// What was heard last.
    heard: RwSignal<Option<News>>,
    /// Somebody wants to see them.
    show: Callback<()>,
) -> impl IntoView {
    let say = &use_words().say.board;
    let listening = Listening {
        new,
        heard,
        stream: StoredValue::new_local(None),
        last: StoredValue::new(None),
        wait: StoredValue::new(AGAIN),
    };
    Effect::new(move |_| {
        let first = set_timeout_with_handle(move || listening.begin(), FIRST);
        let watching =
            browser::on_visibility(move || if browser::is_hidden() { listening.end() } else { listening.begin() });
        let watching = StoredValue::new_local(Some(watching));
        on_cleanup(move || {
            if let Ok(first) = first {
                first.clear();
            }
            listening.end();
            watching.set_value(None);
        });
    });
    let seen = move |_| {
        new.set(News::default());
        show.run(());
    };
    view! {
        <div class="news">
            {move || {
                let much = new.get();
                (much.has_more())
                    .then(|| {
                        let news = (say.news)(much);
                        announcer::say(&news);
                        view! {
                            <p class="news__line">
                                {news}
                                <button class="button" type="button" on:click=seen>{say.news_show}</button>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
