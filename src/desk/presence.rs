//! Whether somebody may still see what the desk shows. What was read before is taken off the screen when the session has ended, whoever
//! ended it, and hidden while that is not known.
//!
//! - The server is asked each minute, on every page of the desk; asking is no use of the session. What a person did since the last call
//!   goes along with the next one.
//! - A page that was away (another tab, a sleeping machine, the browser's memory of earlier pages) asks before it shows anything.
//! - An hour without use, by this device's own clock, hides everything, also without a network.
//! - Signing in or out in one tab is heard in all of them, through the device's storage; a tab that slept looks there when it wakes.

use super::{
    device::{self, Screen},
    drafts::Drafts,
    say::{Note, Way, reading_of},
    table::{Seat, Table},
};
use crate::{
    api::{Failure, Flight, desk as api},
    clock,
    i18n::{
        desk::{Ended, use_desk_words},
        use_words,
    },
};
use droombord_domain::{api::Session, problem::ProblemCode};
use leptos::prelude::*;
use std::time::Duration;

/// Time between two looks at the clock.
const TICK: Duration = Duration::from_secs(2);
/// Milliseconds between two looks at the server.
const LOOK: f64 = 60_000.0;
/// A pause of more milliseconds between two ticks: the machine slept, or its clock was set.
const SLEPT: f64 = 20_000.0;

/// Changes whenever somebody signed out by hand: what tabs keep of theirs goes.
const SIGNED_OUT: &str = "droombord.leestafel.uit";
/// Changes whenever somebody signed in, or one tab saw that the session had ended.
const SEAT_CHANGED: &str = "droombord.leestafel.plaats";

/// What counts as somebody's doing: never what a program does.
const DOING: [&str; 6] = ["keydown", "pointerdown", "click", "input", "wheel", "touchstart"];

/// Id of the note that stands in the place of what is hidden.
const NOTE: &str = "even-wachten";

/// What stands in the place of the desk.
#[derive(Clone, Debug, PartialEq)]
enum Veil {
    /// Nothing: the desk is shown.
    Down,
    /// Nothing yet: the page is away.
    Away,
    /// The server is being asked.
    Asking,
    /// The server could not be asked.
    Failed(Failure),
}

/// Watches over one desk. Copy it freely.
#[derive(Clone, Copy)]
pub struct Presence {
    table: Table,
    drafts: Drafts,
    veil: RwSignal<Veil>,
    /// When the last tick and the last look were, by this device's clock.
    ticked: StoredValue<f64>,
    looked: StoredValue<f64>,
    /// Number of the last look: only its answer counts.
    turn: StoredValue<u32>,
    /// The last signing out that this tab knows of.
    out: StoredValue<Option<String>>,
}

impl Presence {
    /// For the whole desk.
    pub fn provide(table: Table, drafts: Drafts) {
        let presence = Self::new(table, drafts);
        provide_context(presence);
        Effect::new(move |_| presence.begin());
    }

    /// That of this desk.
    pub fn get() -> Self {
        use_context().unwrap_or_else(|| Self::new(Table::get(), Drafts::get()))
    }

    fn new(table: Table, drafts: Drafts) -> Self {
        Self {
            table,
            drafts,
            veil: RwSignal::new(Veil::Down),
            ticked: StoredValue::new(0.0),
            looked: StoredValue::new(0.0),
            turn: StoredValue::new(0),
            out: StoredValue::new(None),
        }
    }

    fn begin(self) {
        if self.learn_signing_out() {
            // The browser put this tab away altogether, and has loaded it again.
            self.table.unsent().wipe();
        }
        self.ticked.set_value(clock::here());
        set_interval(move || self.tick(), TICK);
        for doing in DOING {
            device::on(doing, |event| {
                if event.is_trusted() {
                    api::used();
                }
            });
        }
        device::on("visibilitychange", move |_| if crate::browser::is_hidden() { self.leave() } else { self.wake() });
        device::on("pagehide", move |_| self.leave());
        device::on("pageshow", move |_| {
            if self.veil.with_untracked(|veil| *veil != Veil::Down) {
                self.wake();
            }
        });
        device::on("online", move |_| {
            if self.veil.with_untracked(|veil| matches!(veil, Veil::Failed(_))) {
                self.wake();
            }
        });
        device::on_stored(move |name| match name {
            SIGNED_OUT => {
                self.heed_signing_out();
            }
            SEAT_CHANGED => self.look(),
            _ => {}
        });
        // Nothing is left to hide.
        Effect::new(move |_| {
            if !matches!(self.table.seat(), Seat::Taken(_)) {
                self.show();
            }
        });
        self.ask();
    }

    /// Asks who is signed in, as if the page had just been loaded.
    pub fn ask(self) {
        self.table.set_asking();
        let turn = self.next_turn();
        crate::task::run(async move {
            let answer = api::session(&Flight::new()).await;
            if self.turn.get_value() != turn {
                return;
            }
            match answer {
                Ok(session) => self.sit(session),
                Err(why) if why.code() == Some(ProblemCode::NotSignedIn) => self.table.empty(None),
                Err(why) => self.table.fail(why),
            }
        });
    }

    /// Somebody signed in with the form of this tab.
    pub fn signed_in(self, session: Session) {
        self.next_turn();
        self.sit(session);
        tell_other_tabs();
    }

    /// Somebody signed out by hand, here: nothing of theirs stays, in any tab.
    pub fn signed_out(self) {
        self.next_turn();
        self.table.forget();
        self.drafts.forget();
        self.table.empty(None);
        mark(SIGNED_OUT);
        self.learn_signing_out();
    }

    fn sit(self, session: Session) {
        self.looked.set_value(clock::here());
        self.table.sit(session);
    }

    /// Whether somebody signed out by hand since this tab looked last. The tab remembers it as long as what was written in it.
    fn learn_signing_out(self) -> bool {
        let Some(out) = crate::browser::stored(SIGNED_OUT) else { return false };
        let known = self.out.get_value().or_else(|| crate::browser::stored_in_tab(SIGNED_OUT));
        let is_new = known.as_ref() != Some(&out);
        if is_new {
            // A browser that keeps nothing still has it while the page lives.
            let _ = crate::browser::store_in_tab(SIGNED_OUT, &out);
            self.out.set_value(Some(out));
        }
        is_new
    }

    /// Another tab signed out, perhaps while this one slept: nothing of what was written stays in this one either. What the device keeps is
    /// gone already, and may be somebody's by now. `true` when it was so.
    fn heed_signing_out(self) -> bool {
        let is_new = self.learn_signing_out();
        if is_new {
            self.next_turn();
            self.table.wipe();
            self.drafts.wipe();
            // A sign-in that is being typed here goes on.
            if !self.table.is_fresh() {
                self.table.empty(Some(Ended::Elsewhere));
            }
        }
        is_new
    }

    /// The page is put away: when it comes back it shows nothing before the server was asked.
    fn leave(self) {
        if self.table.is_taken() {
            self.hide(Veil::Away);
        }
    }

    /// The page is back, or may have been away: it asks before it shows.
    fn wake(self) {
        if self.heed_signing_out() {
            // Somebody may have signed in again since.
            self.look();
        } else if self.table.is_taken() {
            self.hide(Veil::Asking);
            self.look();
        }
    }

    fn tick(self) {
        let now = clock::here();
        let pause = (now - self.ticked.get_value()).abs();
        self.ticked.set_value(now);
        if !self.table.is_taken() || self.veil.with_untracked(|veil| matches!(veil, Veil::Failed(_))) {
            return;
        }
        let is_away = crate::browser::is_hidden();
        let is_shown = self.veil.with_untracked(|veil| *veil == Veil::Down);
        let is_due = (now - self.looked.get_value()).abs() >= LOOK;
        match () {
            () if is_shown && (pause > SLEPT || self.table.is_over()) => self.wake(),
            () if is_due && (is_shown || is_away) => self.look(),
            () => {}
        }
    }

    /// Asks the server whether the session lives, which is no use of it. What is shown stays, or stays hidden, until it has answered.
    fn look(self) {
        let turn = self.next_turn();
        self.looked.set_value(clock::here());
        crate::task::run(async move {
            let answer = api::session(&Flight::new()).await;
            if self.turn.get_value() != turn {
                return;
            }
            match answer {
                Ok(session) => {
                    self.sit(session);
                    if !crate::browser::is_hidden() {
                        self.show();
                    }
                }
                Err(why) if why.code() == Some(ProblemCode::NotSignedIn) => {
                    self.table.end();
                }
                Err(why) if self.veil.with_untracked(|veil| *veil != Veil::Down) => {
                    self.hide(Veil::Failed(why));
                    device::focus_soon(NOTE);
                }
                // The next look may come through; the hour goes on.
                Err(_) => {}
            }
        });
    }

    fn hide(self, veil: Veil) {
        device::screen(Screen::Hidden);
        if self.veil.with_untracked(|now| *now != veil) {
            self.veil.set(veil);
        }
    }

    fn show(self) {
        if self.veil.with_untracked(|veil| *veil != Veil::Down) {
            self.veil.set(Veil::Down);
            device::screen(Screen::Shown);
        }
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }
}

/// Tells the other tabs of this browser that somebody sat down, or that a session ended: they ask who sits here.
pub fn tell_other_tabs() {
    mark(SEAT_CHANGED);
}

/// Tells the other tabs: what stands there is another thing each time, and means nothing.
fn mark(name: &str) {
    if let Some(bytes) = crate::browser::random::<8>() {
        // A device that keeps nothing keeps no session either.
        let _ = crate::browser::store(name, &crate::hex::hex(&bytes));
    }
}

/// What stands in the place of the desk while it is hidden.
#[component]
pub fn InItsPlace() -> impl IntoView {
    let presence = Presence::get();
    let seated = Memo::new(move |_| matches!(presence.table.seat(), Seat::Taken(_)));
    let again_word = use_words().say.states.again;
    let say = &use_desk_words().room;
    move || {
        let veil = presence.veil.get();
        seated.get().then(|| match veil {
            Veil::Down | Veil::Away => ().into_any(),
            Veil::Asking => view! {
                <div class="desk__veil page page--narrow">
                    <div class="skeleton"><p>{say.still_there}</p></div>
                </div>
            }
            .into_any(),
            Veil::Failed(why) => {
                let (title, _) = reading_of(&why, Way::Load);
                view! {
                    <div class="desk__veil page page--narrow stack">
                        <h1>{say.heading}</h1>
                        <Note id=NOTE title>
                            <p>{say.hidden_more}</p>
                            <button class="button button--small" type="button" on:click=move |_| presence.wake()>
                                {again_word}
                            </button>
                        </Note>
                    </div>
                }
                .into_any()
            }
        })
    }
}
