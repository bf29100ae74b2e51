//! `/leestafel/inzicht`: what the board is about, how long people wait, how much is answered. Words first; then a table whose numbers
//! have small bars, so that nothing is only a picture.

use super::{
    say::{Blank, Failed, Loading, Way},
    table::Table,
};
use crate::{
    api::desk as api,
    i18n::{desk::use_desk_words, use_words},
    load::{Load, Loader},
};
use droombord_domain::insight::{Insight, MonthInsight, Theme, Wait};
use leptos::prelude::*;

/// The id of the heading: the focus goes there.
pub const HEADING: &str = "inzicht";

/// The page.
#[component]
pub fn InsightPage() -> impl IntoView {
    let say = use_desk_words().insight;
    let table = Table::get();
    let loader =
        Loader::new(Signal::stored(()), None, move |(), flight| async move { table.heed(api::insight(&flight).await) });
    let again = Callback::new(move |()| loader.again());
    view! {
        <section class="stack stack--loose desk__sheet" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{say.link}</h2>
            {move || match loader.state.get() {
                Load::Waiting => view! { <Loading /> }.into_any(),
                Load::Failed(why) => view! { <Failed why way=Way::Load again id="lijst-mislukt" /> }.into_any(),
                Load::Ready(Insight { posts: 0, .. }) => {
                    view! { <Blank title=say.empty more=say.empty_more /> }.into_any()
                }
                Load::Ready(insight) => {
                    view! {
                        <p>{(say.sum)(insight.posts, insight.answered)}" "{say.lead}</p>
                        {figures(&insight).into_iter().map(|figure| view! { <Drawn figure /> }).collect_view()}
                    }
                    .into_any()
                }
            }}
        </section>
    }
}

/// A number of a table, in words, with the length of its bar in percent.
struct Cell(String, Option<u32>);

/// One question, what the numbers say, and the numbers.
struct Figure {
    heading: &'static str,
    words: String,
    caption: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<(String, Vec<Cell>)>,
}

/// How much of a hundred.
const fn percent(part: u32, whole: u32) -> u32 {
    if whole == 0 { 0 } else { (part as u64 * 100 / whole as u64) as u32 }
}

fn figures(insight: &Insight) -> [Figure; 4] {
    let Insight { posts: _, answered: _, themes, few, months, until_read, until_answered } = insight;
    [themed(themes, *few), waited(*until_read, *until_answered), shared(months), directed(months)]
}

fn themed(themes: &[Theme], few: u32) -> Figure {
    let say = use_desk_words().insight;
    let most = themes.first().map_or(0, |theme| theme.posts);
    let row = |Theme { keyword, posts, answered }: &Theme| {
        let part = answered.map_or_else(|| Cell(say.few.into(), None), |it| counted(it, most));
        (keyword.as_str().to_owned(), vec![Cell(posts.to_string(), Some(percent(*posts, most))), part])
    };
    let others = (few > 0).then(|| ((say.others)(few), vec![Cell(say.few.into(), None), Cell(say.few.into(), None)]));
    Figure {
        heading: say.themes,
        words: (say.most)(themes.first()),
        caption: say.themes_table,
        columns: vec![say.keyword, say.posts, say.answered],
        rows: themes.iter().map(row).chain(others).collect(),
    }
}

fn waited(read: Option<Wait>, answered: Option<Wait>) -> Figure {
    let say = use_desk_words().insight;
    let most = [read, answered].into_iter().flatten().map(|wait| wait.longest_days).max().unwrap_or_default();
    let row = |what: &str, wait: Option<Wait>| {
        let cell = |days: fn(&Wait) -> u32| match &wait {
            Some(wait) => Cell((say.days)(days(wait)), Some(percent(days(wait), most))),
            None => Cell(say.too_few.into(), None),
        };
        (what.to_owned(), vec![cell(|wait| wait.median_days), cell(|wait| wait.longest_days)])
    };
    Figure {
        heading: say.waits,
        words: (say.half)(read, answered),
        caption: say.waits_table,
        columns: vec![say.what, say.median, say.longest],
        rows: vec![row(say.until_read, read), row(say.until_answered, answered)],
    }
}

/// The months, the newest on top, each with what is told of it.
fn by_month(months: &[MonthInsight], cells: impl Fn(&MonthInsight) -> Vec<Cell>) -> Vec<(String, Vec<Cell>)> {
    let say = use_desk_words().insight;
    let name = use_words().say.promises().month;
    months.iter().rev().map(|it| ((say.month_is)(name(it.month), it.year), cells(it))).collect()
}

/// A number, or that there is none.
fn counted(number: u32, most: u32) -> Cell {
    match number {
        0 => Cell(use_desk_words().insight.none.into(), None),
        number => Cell(number.to_string(), Some(percent(number, most))),
    }
}

fn shared(months: &[MonthInsight]) -> Figure {
    let say = use_desk_words().insight;
    let most = months.iter().map(|it| it.posts).max().unwrap_or_default();
    let sum = |of: fn(&MonthInsight) -> u32| months.iter().map(of).sum();
    let cells = |it: &MonthInsight| {
        let share = percent(it.answered, it.posts);
        let answered = match it.answered {
            0 => counted(0, 0),
            answered => Cell((say.part)(answered, share), Some(share)),
        };
        vec![counted(it.posts, most), answered]
    };
    Figure {
        heading: say.share,
        words: (say.share_of)(sum(|it| it.posts), sum(|it| it.answered)),
        caption: say.share_table,
        columns: vec![say.month, say.posts, say.answered],
        rows: by_month(months, cells),
    }
}

fn directed(months: &[MonthInsight]) -> Figure {
    let say = use_desk_words().insight;
    let of = |it: &MonthInsight| [it.start, it.stop, it.turn_back, it.undirected()];
    let most = months.iter().flat_map(of).max().unwrap_or_default();
    let mut sums = [0; 3];
    for month in months {
        for (sum, number) in sums.iter_mut().zip(of(month)) {
            *sum += number;
        }
    }
    Figure {
        heading: say.directions,
        words: (say.asked)(sums),
        caption: say.directions_table,
        columns: [say.month].into_iter().chain(say.direction).collect(),
        rows: by_month(months, |it| of(it).map(|number| counted(number, most)).into()),
    }
}

/// The words, then the table. A bar tells nothing that its number does not.
#[component]
fn Drawn(figure: Figure) -> impl IntoView {
    let Figure { heading, words, caption, columns, rows } = figure;
    let cell = |Cell(text, bar): Cell| {
        let bar = bar.map(|length| {
            view! {
                <svg class="insight__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect width=length.to_string() height="6"></rect>
                </svg>
            }
        });
        view! { <td>{text}{bar}</td> }.into_any()
    };
    let rows = rows.into_iter().map(|(name, cells)| {
        view! { <tr><th scope="row" dir="auto">{name}</th>{cells.into_iter().map(cell).collect_view()}</tr> }.into_any()
    });
    view! {
        <div class="stack stack--tight">
            <h3>{heading}</h3>
            <p dir="auto">{words}</p>
            <table class="insight">
                <caption>{caption}</caption>
                <thead><tr>{columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use droombord_domain::keyword::Keyword;

    fn told() -> Insight {
        let theme = |word: &str, posts, answered| Keyword::parse(word).ok().map(|it| Theme::of(it, posts, answered));
        let month = |month, posts| MonthInsight {
            year: 2026,
            month,
            posts,
            answered: posts / 3,
            start: posts / 2,
            ..MonthInsight::default()
        };
        Insight {
            posts: 140,
            answered: 40,
            themes: [theme("vaste begeleider", 60, 20), theme("eten", 9, 2), theme("wonen", 5, 0)]
                .into_iter()
                .flatten()
                .collect(),
            few: 3,
            months: (1..=12).map(|number| month(number, u32::from(number % 3) * 20)).collect(),
            until_read: Some(Wait { median_days: 0, longest_days: 3 }),
            until_answered: None,
        }
    }

    fn html() -> String {
        Owner::new().with(|| {
            let drawn = |figure| view! { <Drawn figure /> }.to_html();
            figures(&told()).into_iter().map(drawn).collect()
        })
    }

    #[test]
    fn every_number_stands_in_a_table_and_a_bar_beside_it_is_only_a_picture() {
        let html = html();
        let count = |what: &str| html.matches(what).count();
        assert_eq!((count("<table"), count("<caption"), count("<h3")), (4, 4, 4));
        assert_eq!(count("scope=\"col\""), 3 + 3 + 3 + 5);
        assert_eq!(count("scope=\"row\""), 4 + 2 + 12 + 12);
        assert!(count("<svg") > 20 && count("<svg") == count("aria-hidden=\"true\""));
        // Small groups, months without posts, and what is too little to count.
        assert!(count(">minder dan 5") == 3 && count(">nog te weinig") == 2 && count(">geen") > 12, "{html}");
        assert!(html.contains("60") && html.contains("dezelfde dag") && html.contains("decem\u{ad}ber 2026"), "{html}");
        for length in
            html.split("<rect width=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<u32>().ok())
        {
            assert!(length <= 100, "{length}");
        }
    }
}
