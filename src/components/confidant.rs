//! Who stands beside somebody that wants something looked at again: the independent *vertrouwenspersoon*. The board shows
//! what must be turned back, never a case.

use super::{icon::Icon, spelled::Spelled};
use crate::i18n::use_words;
use droombord_domain::settings::HelpLine;
use leptos::prelude::*;

/// Jeugdstem, one tap away.
#[component]
pub fn Confidant(
    /// What it is about, before the number.
    lead: &'static str,
) -> impl IntoView {
    let line = HelpLine::Jeugdstem;
    view! {
        <div class="notice notice--wait">
            <Icon name="people" class="icon" />
            <div class="notice__body">
                <p>{lead}</p>
                <a class="button button--small" href=format!("tel:{}", line.dial())>
                    <Icon name="phone" />
                    <Spelled text=format!("{} {}", use_words().say.names.confidant, line.number()) />
                </a>
            </div>
        </div>
    }
    .into_any()
}
