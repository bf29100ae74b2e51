//! From the page that Trunk writes to the template that the server fills.
//!
//! Trunk knows the names of script, code and sheet; what it cannot do is done here, on text: the small script of "Weg hier"
//! the style sheet and the icons go into the page, so that no request stands between a visitor and the words; comments for developers
//! go out.
//!
//! What stays for the server: `<!--droombord:head-->`, `<!--droombord:app-->`, `data-once-more=""` and `<!--droombord:data-->`, each once.

use anyhow::{Result, ensure};

/// The marks that the server fills; comments that are no marks are taken out.
const SERVER_MARKS: [&str; 4] =
    ["<!--droombord:head-->", "<!--droombord:app-->", "data-once-more=\"\"", "<!--droombord:data-->"];
const EXIT_MARK: &str = "/*droombord:exit*/";
/// Pages with a program have it.
const EARLY_MARK: &str = "/*droombord:early*/";
/// Visitors' pages have it; the desk's sheet is a file.
const STYLE_MARK: &str = "/*droombord:style*/";
const ICONS_MARK: &str = "<!--droombord:icons-->";
const LINKS_MARK: &str = "<!--droombord:links-->";

/// What is put into a page.
pub(crate) struct Filling<'a> {
    /// The script of "Weg hier".
    pub(crate) exit: &'a str,
    /// The script of what happens before the app is there.
    pub(crate) early: &'a str,
    /// The style sheet of the visitors' pages.
    pub(crate) style: &'a str,
    /// The drawings of `assets/icons.svg`: once in every page, after its words.
    pub(crate) icons: &'a str,
    /// Link elements whose addresses are known only after the build.
    pub(crate) links: &'a str,
    /// Names that changed after Trunk wrote the page: old, new.
    pub(crate) renamed: &'a [(String, String)],
}

/// Fills a page.
pub(crate) fn fill(page: &str, filling: &Filling<'_>) -> Result<String> {
    let (exit, early) = (filling.exit.trim(), filling.early.trim());
    for (name, script) in [("exit", exit), ("early", early)] {
        ensure!(
            !script.contains("</script") && !script.contains("<!--"),
            "assets/{name}.js holds `</script` or `<!--`, which would end or change the script in the page"
        );
    }
    for mark in SERVER_MARKS.into_iter().chain([EXIT_MARK, EARLY_MARK, ICONS_MARK, LINKS_MARK]) {
        ensure!(page.matches(mark).count() == 1, "the page must hold {mark} exactly once");
    }
    // Trunk closes elements that HTML does not close. The drawings that come in below are SVG, where it is right.
    let mut page =
        page.replace("\"/>", "\">").replace(LINKS_MARK, filling.links).replace(ICONS_MARK, filling.icons.trim());
    for (old, new) in filling.renamed {
        page = page.replace(old, new);
    }
    let page = without_notes(&page);
    ensure!(!filling.style.contains("</"), "the style sheet holds `</`, which would end it in the page");
    // Last, so that nothing above can change a byte of them.
    Ok(page.replace(STYLE_MARK, filling.style.trim()).replace(EXIT_MARK, exit).replace(EARLY_MARK, early))
}

/// The page without comments for developers and without empty lines.
fn without_notes(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        let (comment, after) = comment.split_once("-->").unwrap_or((comment, ""));
        if comment.starts_with("droombord:") {
            kept.push_str("<!--");
            kept.push_str(comment);
            kept.push_str("-->");
        }
        rest = after;
    }
    kept.push_str(rest);
    kept.lines().filter(|line| !line.trim().is_empty()).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html>\n<!-- for developers -->\n<script>/*droombord:exit*/</script>\n<script>/*droombord:early*/</script>\n<style>/*droombord:style*/</style>\n<!--droombord:links-->\n<!--droombord:head-->\n<script>import '/app/a_bg.wasm'</script>\n<div><!--droombord:app--></div><p data-once-more=\"\"></p><!--droombord:icons--><!--droombord:data-->";

    fn filling<'a>(exit: &'a str, renamed: &'a [(String, String)]) -> Filling<'a> {
        Filling {
            exit,
            early: "keep()",
            style: "a{}\n",
            icons: "<svg><!-- drawn by us --></svg>\n",
            links: "<link>",
            renamed,
        }
    }

    #[test]
    fn the_script_the_links_and_the_new_names_go_in_and_notes_go_out() -> Result<()> {
        let renamed = [("a_bg.wasm".to_owned(), "a-1_bg.wasm".to_owned())];
        assert_eq!(
            fill(PAGE, &filling("go();\n", &renamed))?,
            "<!DOCTYPE html>\n<script>go();</script>\n<script>keep()</script>\n<style>a{}</style>\n<link>\n<!--droombord:head-->\n<script>import '/app/a-1_bg.wasm'</script>\n<div><!--droombord:app--></div><p data-once-more=\"\"></p><svg></svg><!--droombord:data-->\n"
        );
        Ok(())
    }

    #[test]
    fn a_script_that_ends_the_element_is_refused() {
        assert!(fill(PAGE, &filling("a='</script>'", &[])).is_err());
    }

    #[test]
    fn a_page_without_a_mark_is_refused() {
        assert!(fill(&PAGE.replace("<!--droombord:data-->", ""), &filling("", &[])).is_err());
    }
}
