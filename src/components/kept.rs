//! What the service worker has to tell: this page was kept, or there is a newer version of the app. Both are hidden until the root of the
//! page says so (`assets/sw.js`, `assets/phone.js`): then the words are there before the app is.

use super::icon::Icon;
use crate::{browser, i18n::use_words};
use leptos::prelude::*;

/// Both notices, at the top of a page.
#[component]
pub fn Kept() -> impl IntoView {
    let say = &use_words().say.kept;
    view! {
        <div class="kept kept--old">
            <div class="notice">
                <Icon name="offline" class="icon" />
                <div class="notice__body">
                    <p>{say.old} " " {say.old_at} " " <time class="kept__time">{browser::kept_at()}</time> "."</p>
                    <p><a class="button button--small" href="" rel="external">{say.old_again}</a></p>
                </div>
            </div>
        </div>
        <div class="kept kept--newer">
            <div class="notice notice--wait">
                <Icon name="turning" class="icon" />
                <div class="notice__body">
                    <p>{say.newer}</p>
                    <button class="button button--small" type="button" data-renew="">{say.renew}</button>
                </div>
            </div>
        </div>
    }
}
