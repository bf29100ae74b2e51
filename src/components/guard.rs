//! What the privacy guard shows beside a text field: marks behind the text, the list of what it found, and who is near when words tell of
//! danger. It takes no focus and moves no caret unless the writer presses something.

use super::{
    help_line::HelpEntry,
    icon::Icon,
    who_reads::{Reads, WhoReads},
};
use crate::{
    announcer, browser,
    guard::{
        Done, Guard, Item, edit, instead,
        safer::{Hint, safer},
        spoken::{Spoken, Standing, packed},
    },
    i18n::{Guard as Say, use_words},
    task::after_paint,
};
use droombord_domain::settings;
use droombord_guard::{Kind, Suggestion, signals::HelpLine, together::FactKind};
use droombord_guard_worker::Found;
use leptos::prelude::*;
use std::{ops::Range, time::Duration};

/// What is found is said aloud when the keys have rested so long.
const REST: Duration = Duration::from_millis(1_000);

/// Said so long after the field was left: what got the focus is read first, and a press that changes the text comes before.
const LEFT: Duration = Duration::from_millis(300);

/// The text once more, unseen, with marks; it lies behind the field. Nothing is there when nothing is marked.
#[component]
pub fn Marks(
    /// What was found.
    guard: Guard,
    /// The layer, so that it can scroll with the field.
    layer: NodeRef<leptos::html::Div>,
) -> impl IntoView {
    let marks = Memo::new(move |_| {
        let mut marks: Vec<(Range<usize>, &'static str)> = guard.found.with(|found| {
            let class = |one: &Found| if one.kind.may_stay() { "field__mark field__mark--soft" } else { "field__mark" };
            found.iter().map(|one| (one.span.clone(), class(one))).collect()
        });
        guard.joined.with(|joined| {
            for (_, range) in joined.iter().flat_map(|joined| &joined.facts) {
                if marks.iter().all(|(other, _)| other.end <= range.start || range.end <= other.start) {
                    marks.push((range.clone(), "field__mark field__mark--soft"));
                }
            }
        });
        marks.sort_by_key(|(range, _)| range.start);
        marks
    });
    // The letter comes first: to lay out a long text twice takes a slow phone longer than a finger waits.
    let painted = RwSignal::new((String::new(), Vec::new()));
    Effect::new(move |_| {
        marks.track();
        guard.text.track();
        after_paint(move || {
            let Some(marks) = marks.try_get_untracked() else { return };
            // Without marks no text is needed.
            let text = if marks.is_empty() { Some(String::new()) } else { guard.text.try_get_untracked() };
            let now = (text.unwrap_or_default(), marks);
            if painted.try_with_untracked(|before| *before != now) == Some(true) {
                painted.set(now);
            }
        });
    });
    let pieces = move || {
        painted.with(|(text, marks)| {
            let mut at = 0;
            let piece = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
            let mut pieces: Vec<AnyView> = Vec::with_capacity(2 * marks.len() + 1);
            for (range, class) in marks {
                pieces.push(piece(at..range.start).into_any());
                pieces.push(view! { <mark class=*class>{piece(range.clone())}</mark> }.into_any());
                at = range.end;
            }
            if at > 0 {
                // A line end at the very end has no height of its own.
                pieces.push(format!("{}\u{200b}", piece(at..text.len())).into_any());
            }
            pieces
        })
    };
    view! { <div class="field__marks" dir="auto" aria-hidden="true" node_ref=layer>{pieces}</div> }
}

/// Number of finds that stand open; the others are one press away.
const OPEN: usize = 2;

/// One thing of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    Datum(Item),
    Hint(Hint),
}

impl Row {
    /// Another suggestion is another row; typing elsewhere leaves a row, and the focus in it, alone.
    fn key(&self) -> impl Eq + std::hash::Hash + use<> {
        match self {
            Self::Datum(item) => {
                let suggestion = item.places.first().map(|one| one.suggestion.clone());
                (item.kind.code(), item.word.to_lowercase(), item.places.len(), suggestion, item.hole)
            }
            Self::Hint(hint) => (hint.joined.rule.code(), String::new(), 0, None, false),
        }
    }
}

/// The list of what was found, and what can be done about it.
#[component]
pub fn Findings(
    /// What was found.
    guard: Guard,
    /// The id of the field.
    field: StoredValue<String>,
    /// The field is left.
    leaving: Signal<()>,
) -> impl IntoView {
    let say = use_words().say.guard();
    let id = field.with_value(|field| format!("{field}-herkennen"));
    let press = Press { guard, field, say };
    let rows = Memo::new(move |_| {
        let data = guard.items.get().into_iter().map(Row::Datum);
        data.chain(guard.hints.get().into_iter().map(Row::Hint)).collect::<Vec<_>>()
    });
    let shows = Memo::new(move |_| rows.with(|rows| !rows.is_empty()) || guard.done.with(Option::is_some));
    let list = {
        let id = id.clone();
        move || {
            view! {
                <section class="guard" aria-labelledby=id.clone()>
                    <h2 class="guard__title" id=id.clone() tabindex="-1"><Icon name="shield" class="icon" />{say.title}</h2>
                    <p class="small">{say.lead}</p>
                    <Last press />
                    <Rows press rows />
                    {move || {
                        guard.items.with(|items| items.len() > 1).then(|| {
                            let all = move |_| press.change(guard.without_all(say));
                            view! { <p><button class="button button--small" type="button" on:click=all>{say.all}</button></p> }
                        })
                    }}
                </section>
            }
        }
    };
    let places = move || {
        let names = guard.text.with(|text| {
            guard.found.with(|found| {
                let mut names: Vec<&str> = Vec::new();
                for one in found.iter().filter(|one| one.kind.may_stay()) {
                    let name = text.get(one.span.clone()).unwrap_or_default();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                names.join(", ")
            })
        });
        (!names.is_empty())
            .then(|| view! { <p class="guard__places small" translate="no">{(say.place_stays)(&names)}</p> })
    };
    view! {
        {places}
        {move || shows.get().then(&list)}
        <Aloud guard leaving />
    }
}

/// The first rows, and the others folded: a long list scares, and every mark stands in the text. Each row quotes what was written, and
/// tells what it looks like.
#[component]
fn Rows(press: Press, rows: Memo<Vec<Row>>) -> impl IntoView {
    let say = press.say;
    let some = move |from: usize, to: usize| {
        let each = move || rows.with(|rows| rows.iter().take(to).skip(from).cloned().collect::<Vec<_>>());
        view! {
            <ul class="guard__list" translate="no">
                <For each key=Row::key let:row>
                    {match row {
                        Row::Datum(item) => view! { <Datum press item /> }.into_any(),
                        Row::Hint(hint) => view! { <Facts press hint /> }.into_any(),
                    }}
                </For>
            </ul>
        }
    };
    let more = Memo::new(move |_| rows.with(|rows| rows.len().saturating_sub(OPEN)));
    let folds = Memo::new(move |_| more.get() > 0);
    let folded = move || {
        folds.get().then(|| {
            view! {
                <details class="guard__more">
                    <summary>{move || (say.more)(more.get())}</summary>
                    {some(OPEN, usize::MAX)}
                </details>
            }
        })
    };
    view! { {some(0, OPEN)} {folded} }
}

/// What a press of the writer needs.
#[derive(Clone, Copy)]
struct Press {
    guard: Guard,
    field: StoredValue<String>,
    say: &'static Say,
}

impl Press {
    /// Writes other words into the field.
    fn change(self, new: String) {
        let before = self.guard.text.get_untracked();
        self.write(&before, &new);
        self.guard.note_change(&before);
        self.after(self.say.changed);
    }

    fn write(self, before: &str, new: &str) {
        self.field.with_value(|field| browser::rewrite(field, before, new, edit::changed(before, new)));
    }

    fn leave(self, word: &str) {
        self.guard.leave(word);
        self.after(self.say.left);
    }

    fn undo(self) {
        let before = self.guard.text.get_untracked();
        if let Some(new) = self.guard.undo() {
            self.write(&before, &new);
        }
        self.after(self.say.undone);
    }

    /// What was pressed may be gone: the focus goes to the heading, or to the field when the list is gone too.
    fn after(self, said: &'static str) {
        let heading = self.field.with_value(|field| format!("{field}-herkennen"));
        let field = self.field.get_value();
        request_animation_frame(move || browser::focus_first(&[&heading, &field]));
        announcer::say(said);
    }

    fn choose(self, range: Range<usize>) {
        self.field.with_value(|field| self.guard.text.with_untracked(|text| browser::choose(field, text, range)));
    }
}

/// What was done last, and its way back.
#[component]
fn Last(press: Press) -> impl IntoView {
    let say = press.say;
    let all_well = move || {
        let nothing = press.guard.items.with(Vec::is_empty) && press.guard.hints.with(Vec::is_empty);
        nothing.then(|| view! { <p>{say.nothing}</p> })
    };
    let done = Memo::new(move |_| {
        press.guard.done.with(|done| {
            done.as_ref().map(|done| match done {
                Done::Changed { .. } => say.changed,
                Done::Left(_) | Done::LeftRules(_) => say.left,
            })
        })
    });
    move || {
        done.get().map(|done| {
            view! {
                <div class="guard__done">
                    <p>{done}</p>
                    <button class="button button--small button--quiet" type="button" on:click=move |_| press.undo()>
                        {say.undo}
                    </button>
                </div>
                {all_well}
            }
        })
    }
}

/// One datum: what it looks like, and the ways on.
#[component]
fn Datum(press: Press, item: Item) -> impl IntoView {
    let say = press.say;
    let Item { kind, word, places, hole } = item;
    let Some(found) = places.first() else { return ().into_any() };
    let words = match instead(found, say) {
        words if words.is_empty() && hole => (say.mark)(kind).to_owned(),
        words => words,
    };
    let label = if words.is_empty() { say.remove.to_owned() } else { (say.put)(&words) };
    let chooses = match found.suggestion {
        Suggestion::Mark | Suggestion::MyRole(_) | Suggestion::Role(_) => true,
        Suggestion::Remove
        | Suggestion::WhereILive
        | Suggestion::MyHouse
        | Suggestion::MySchool
        | Suggestion::MyAge
        | Suggestion::MyDetails => false,
    };
    let about = {
        let word = word.clone();
        move || view! { <span class="only-heard">": " {word.clone()}</span> }
    };
    // It stands elsewhere by the time of a press.
    let now = {
        let word = word.clone();
        move || press.guard.item(kind, &word)
    };
    let change = {
        let now = now.clone();
        move |_| {
            if let Some(item) = now() {
                press.change(press.guard.without(&item, say));
            }
        }
    };
    let choose = move |_| {
        if let Some(found) = now().and_then(|item| item.places.into_iter().next()) {
            press.choose(found.replace);
        }
    };
    let leave = {
        let word = word.clone();
        move |_| press.leave(&word)
    };
    let no_name = leave.clone();
    let choose = chooses.then(|| {
        view! {
            <button class="button button--small" type="button" on:click=choose>{say.choose} {about()}</button>
        }
    });
    let no_name = (kind == Kind::PersonName).then(|| {
        view! {
            <button class="button button--small button--quiet" type="button" on:click=no_name>
                {say.no_name} {about()}
            </button>
        }
    });
    view! {
        <li class="guard__item">
            <p>
                <mark class="guard__found" dir="auto">{word}</mark>
                " "
                {(say.looks_like)(kind)}
                {(places.len() > 1).then(|| format!(" {}", (say.times)(places.len())))}
            </p>
            <div class="cluster">
                <button class="button button--small" type="button" on:click=change>{label} {about()}</button>
                {choose}
                <button class="button button--small button--quiet" type="button" on:click=leave>
                    {say.leave} {about()}
                </button>
                {no_name}
            </div>
        </li>
    }
    .into_any()
}

/// Facts that are recognisable together.
#[component]
fn Facts(press: Press, hint: Hint) -> impl IntoView {
    let say = press.say;
    let kinds: Vec<FactKind> = hint.joined.facts.iter().map(|(kind, _)| *kind).collect();
    let sentence = edit::capitalised(&(say.together)(&kinds));
    let rule = hint.joined.rule;
    // Where its facts stand just now.
    let now = move || press.guard.hints.with(|hints| hints.iter().find(|hint| hint.joined.rule == rule).cloned());
    let edit = move || press.guard.text.with(|text| safer(text, &now()?.joined, say));
    // The same words are the same button, wherever they go meanwhile.
    let words = Memo::new(move |_| edit().map(|edit| edit.put));
    let put = move || {
        words.get().map(|words| {
            let change = move |_| {
                if let Some(edit) = untrack(edit) {
                    press.change(press.guard.text.with_untracked(|text| edit::edited(text, &edit)));
                }
            };
            view! { <button class="button button--small" type="button" on:click=change>{(say.put)(&words)}</button> }
        })
    };
    let choose = move |_| {
        if let Some((_, range)) = untrack(now).and_then(|hint| hint.joined.facts.into_iter().next()) {
            press.choose(range);
        }
    };
    let leave = move |_| {
        if let Some(hint) = untrack(now) {
            press.guard.leave_hint(&hint);
            press.after(say.left);
        }
    };
    let about = {
        let sentence = sentence.clone();
        move || view! { <span class="only-heard">": " {sentence.clone()}</span> }
    };
    view! {
        <li class="guard__item">
            <p class="guard__fact">
                <Icon name="recognise" class="icon icon--small" />
                <span><strong>{sentence}</strong> " " {say.together_more}</span>
            </p>
            <div class="cluster">
                {put}
                <button class="button button--small" type="button" on:click=choose>{say.choose} {about()}</button>
                <button class="button button--small button--quiet" type="button" on:click=leave>{say.leave} {about()}</button>
            </div>
        </li>
    }
}

/// Says what was found when the keys rest, and once more when the field is left and it still stands.
#[component]
fn Aloud(guard: Guard, leaving: Signal<()>) -> impl IntoView {
    let say = use_words().say.guard();
    let spoken = StoredValue::new(Spoken::default());
    let tell = move |is_leaving: bool| {
        let (mut standing, mut sentences) = (Vec::new(), Vec::new());
        let mut stands = |kind: &'static str, word: &str, said: Vec<String>| {
            standing.push(Standing { kind, word: word.to_lowercase() });
            sentences.push(said);
        };
        guard.help.with_untracked(|help| {
            if let Some(line) = help.first() {
                stands(line.code(), "", vec![format!("{}.", say.near), say.near_below.to_owned()]);
            }
        });
        let to_choose = usize::from(guard.help.with_untracked(|help| !help.is_empty()));
        guard.items.with_untracked(|items| {
            for Item { kind, word, .. } in items {
                stands(kind.code(), word, vec![format!("{word} {}", (say.looks_like)(*kind))]);
            }
        });
        guard.hints.with_untracked(|hints| {
            for Hint { joined, behind: _ } in hints {
                let kinds: Vec<FactKind> = joined.facts.iter().map(|(kind, _)| *kind).collect();
                let sentence = edit::capitalised(&(say.together)(&kinds));
                stands(joined.rule.code(), "", vec![sentence, say.together_more.to_owned()]);
            }
        });
        let now = spoken.try_update_value(|spoken| spoken.next(&standing, is_leaving)).unwrap_or_default();
        let new = now.iter().filter_map(|place| sentences.get(*place)).flatten().map(String::as_str);
        // Who is near is there to be called; the rest is there to be chosen.
        let choose = now.last().filter(|place| **place >= to_choose).map(|_| say.choose_below);
        packed(new.chain(choose)).iter().for_each(|said| announcer::say_private(said));
    };
    let beat = StoredValue::new(0_u32);
    Effect::new(move |_| {
        guard.text.track();
        guard.items.track();
        guard.hints.track();
        guard.help.track();
        beat.update_value(|beat| *beat = beat.wrapping_add(1));
        let mine = beat.get_value();
        set_timeout(
            move || {
                if beat.try_get_value() == Some(mine) {
                    tell(false);
                }
            },
            REST,
        );
    });
    Effect::new(move |before: Option<()>| {
        leaving.track();
        if before.is_some() {
            // The field may be gone by then.
            set_timeout(
                move || {
                    if beat.try_get_value().is_some() {
                        tell(true);
                    }
                },
                LEFT,
            );
        }
    });
}

/// Whether a facilitator should look at once: the writer's choice beside the help, which nothing makes beforehand.
#[derive(Clone, Copy)]
pub struct AlertChoice {
    /// What is chosen.
    pub chosen: Signal<bool>,
    /// Chooses it, or not any more.
    pub choose: Callback<bool>,
    /// Whether somebody reads just now.
    pub reads: RwSignal<Reads>,
}

#[component]
fn AlertBox(choice: AlertChoice, id: String) -> impl IntoView {
    let say = use_words().say.guard();
    let AlertChoice { chosen, choose, reads } = choice;
    let (more, who) = (format!("{id}-uitleg"), format!("{id}-wie"));
    view! {
        <div class="near__alert">
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    id=id
                    aria-describedby=format!("{more} {who}")
                    prop:checked=move || chosen.get()
                    on:change=move |event| choose.run(event_target_checked(&event))
                />
                <span class="choice__body"><span class="choice__title">{say.alert}</span></span>
            </label>
            <p class="small" id=more>{say.alert_more}</p>
            <WhoReads reads id=who above=true />
        </div>
    }
}

/// Who is near, when words tell of danger. Calm, near the field, and it can be hidden: somebody may look over the shoulder.
#[component]
pub fn HelpNear(
    /// What was found.
    guard: Guard,
    /// The id of the field.
    field: StoredValue<String>,
    /// Whether a facilitator should look at once, where that can be asked.
    alert: Option<AlertChoice>,
) -> impl IntoView {
    let say = use_words().say.guard();
    let id = field.with_value(|field| format!("{field}-hulp"));
    let alert_id = field.with_value(|field| format!("{field}-meteen"));
    let hide = move |_| {
        guard.hide_help();
        field.with_value(|field| browser::focus(field));
    };
    move || {
        let lines = guard.help.get();
        let id = id.clone();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <HelpEntry line=known(line) level=3 /> }).collect_view();
            view! {
                <section class="near" aria-labelledby=id.clone()>
                    <h2 class="near__title" id=id.clone()>{say.near}</h2>
                    <p>{say.near_lead}</p>
                    <ul class="help">{lines}</ul>
                    {alert.map(|choice| view! { <AlertBox choice id=alert_id.clone() /> })}
                    <p><button class="button button--small button--quiet" type="button" on:click=hide>{say.near_hide}</button></p>
                </section>
            }
        })
    }
}

/// The guard's help line as the board knows it.
fn known(line: HelpLine) -> settings::HelpLine {
    match line {
        HelpLine::Line113 => settings::HelpLine::Line113,
        HelpLine::Kindertelefoon => settings::HelpLine::Kindertelefoon,
        HelpLine::VeiligThuis => settings::HelpLine::VeiligThuis,
        HelpLine::Emergency112 => settings::HelpLine::Emergency,
    }
}
