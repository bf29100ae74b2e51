//! The frame of every visitors' page: skip link, brand, menu, help and the way out, then the page, then the foot.

use super::{icon::Icon, kept::Kept, without::WithoutProgram};
use crate::{
    browser,
    first::Head,
    i18n::use_words,
    places::{Place, in_lang},
    route::Route,
};
use droombord_domain::settings::{Facts, PublicSettings};
use leptos::prelude::*;

/// What the operator set.
pub fn use_settings() -> StoredValue<PublicSettings> {
    use_context().unwrap_or_else(|| {
        StoredValue::new(PublicSettings {
            exit_url: "about:blank".into(),
            reading_days: 2,
            reading: droombord_domain::settings::Reading::OnTime,
            kindertelefoon_hours: None,
            jeugdstem_hours: None,
            controller: None,
            contact: None,
            facts: Facts::default(),
        })
    })
}

/// The top bar's brand, help and way out: the same on visitors' pages and at the desk.
///
/// *Weg hier* is a link: without its script it still leads away. The script (`assets/exit.js`) also wipes.
#[component]
pub fn Topbar(
    /// The menu, if any.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let say = &words.say.frame;
    let exit = use_settings().with_value(|settings| settings.exit_url.clone());
    let leads = (say.exit_to)(host_of(&exit));
    view! {
        <header class="topbar">
            <a class="topbar__skip" href="#inhoud" rel="external">{say.skip}</a>
            <a class="topbar__brand" href=Place::Board.href(words.lang)>
                <svg class="topbar__mark" viewBox="0 0 36 36" aria-hidden="true"><use href="#i-mark" /></svg>
                <span class="topbar__word">{say.brand}</span>
                <span class="only-heard">{say.brand_goal}</span>
            </a>
            {children()}
            <a class="topbar__help" href=Place::Help.href(words.lang)><Icon name="phone" />{say.help}</a>
            <a class="topbar__exit" href=exit rel="external noreferrer" data-exit="">
                <Icon name="door" />
                {say.exit}
                <span class="only-heard">{leads}</span>
            </a>
        </header>
    }
}

/// The host of an address as it is said aloud.
fn host_of(address: &str) -> Option<&str> {
    let host = address.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

/// The frame of a visitors' page. While writing there is no menu and no foot: one screen, one question.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let say = &words.say.frame;
    let path = Route::get().path();
    let bare = Memo::new(move |_| in_lang(droombord_domain::post::Lang::Nl, &path.get()));
    let writing = Memo::new(move |_| bare.with(|bare| bare == Place::Share.path()));
    announce(path);

    let tab = move |place: Place, icon: &'static str, word: &'static str| {
        let current = move || bare.with(|bare| bare == place.path()).then_some("page");
        view! {
            <li class="tabs__item">
                <a class="tabs__link" href=place.href(words.lang) aria-current=current><Icon name=icon />{word}</a>
            </li>
        }
    };
    let menu = move || {
        (!writing.get()).then(|| {
            view! {
                <nav class="tabs" aria-label=say.menu>
                    <ul class="tabs__list">
                        {tab(Place::Board, "board", say.board)}
                        {tab(Place::Share, "pencil", say.share)}
                        {tab(Place::Mine, "key", say.mine)}
                        {tab(Place::Promises, "calendar", say.promises)}
                    </ul>
                </nav>
            }
        })
    };
    let foot = move || {
        let link = |place: Place, word: &'static str| view! { <li><a href=place.href(words.lang)>{word}</a></li> };
        (!writing.get()).then(|| {
            view! {
                <footer class="footer">
                    <div class="footer__inner">
                        <p>{say.about_movement}</p>
                        <ul class="footer__links">
                            {link(Place::About, say.how)}
                            {link(Place::Rules, say.rules)}
                            {link(Place::Privacy, say.privacy)}
                            {link(Place::Accessibility, say.accessibility)}
                            <li>
                                <a
                                    href=move || in_lang(say.other_lang, &path.get())
                                    lang=say.other_lang.code()
                                    hreflang=say.other_lang.code()
                                    rel="external"
                                >
                                    {say.other_lang_name}
                                </a>
                            </li>
                        </ul>
                    </div>
                </footer>
            }
        })
    };
    let _ = use_context::<Head>();
    view! {
        <Topbar>{menu}</Topbar>
        <main id="inhoud" tabindex="-1"><WithoutProgram /><Kept />{children()}</main>
        {foot}
        <Sorry />
    }
}

/// A new page is announced by its heading, which gets the focus: now, or when what the page shows has come (`load.rs`).
fn announce(path: Memo<String>) {
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            browser::focus_page();
        }
        now
    });
}

/// What stands in a frame that the server made: the page. Of the frame itself it only renews what follows the address, so that readers
/// do not download the rest of it a second time as code.
#[component]
pub fn Inside(
    /// The page.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let path = Route::get().path();
    announce(path);
    Effect::new(move |_| {
        path.with(|path| browser::point_frame(&in_lang(words.lang, path), &in_lang(words.say.frame.other_lang, path)));
    });
    view! {
        <Kept />
        {children()}
    }
}

/// What is shown in the place of the page when the app breaks. Hidden until then; then it has the focus.
#[component]
pub fn Sorry() -> impl IntoView {
    let say = &use_words().say.frame;
    view! {
        <div id="panic" class="page page--narrow stack" role="group" aria-labelledby="panic-kop" tabindex="-1" hidden>
            <h1 id="panic-kop">{say.panic_title}</h1>
            <p>{say.panic_lead}</p>
            <p><a class="button button--primary" href="" rel="external">{say.reload}</a></p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::host_of;

    #[test]
    fn where_the_way_out_leads_is_said_by_its_host() {
        for (address, host) in [
            ("https://www.knmi.nl/", Some("knmi.nl")),
            ("https://nu.nl/weer?plaats=hier#nu", Some("nu.nl")),
            ("http://127.0.0.1:8080/away", Some("127.0.0.1")),
            ("about:blank", None),
            ("https://", None),
            ("", None),
        ] {
            assert_eq!(host_of(address), host, "{address}");
        }
    }
}
