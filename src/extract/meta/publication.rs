//! When and by whom the text was published, and how near it stands to the office that wrote it.

use std::sync::LazyLock;

use regex::Regex;

use super::Page;
use crate::lexicon::Lexicon;
use crate::model::{Inferred, Origin, SourceQuality};
use crate::text::View;

/// How many lines at the end may be a signature.
const FOOT: usize = 5;

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"((?:19|20)\d\d)(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)(\d{1,2})").ok());
static SOURCE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"来源 ?: ?([^\s:|]{2,30})").ok());

/// What is known of the publication.
pub(super) struct Publication {
    pub(super) date: Option<Inferred<String>>,
    pub(super) quality: SourceQuality,
    pub(super) publisher: Option<String>,
}

pub(super) fn read(page: &Page, lexicon: &Lexicon) -> Publication {
    let signature = signature(page);
    let publisher =
        named_source(page, lexicon).or_else(|| outlet(page, lexicon)).or_else(|| signature.as_ref().and_then(|(office, _)| office.clone()));
    Publication { date: date(page).or_else(|| signature.and_then(|(_, date)| date)), quality: quality(page, lexicon), publisher }
}

static POSTED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^(?:19|20)\d\d-\d\d-\d\d(?: ?\d\d:\d\d(?::\d\d)?)?(?: |$|\p{Han})").ok());

/// The first date among the furniture, or at the head of a short line under the title: the day a page was posted.
fn date(page: &Page) -> Option<Inferred<String>> {
    let furniture = page.margin.iter().filter(|view| view.text().chars().count() <= 60).find_map(iso);
    let is_posted = |view: &&View| view.text().chars().count() <= 40 && POSTED.as_ref().is_some_and(|posted| posted.is_match(view.text()));
    furniture.or_else(|| page.parts.iter().take(5).map(|part| &part.view).find(is_posted).and_then(iso))
}

/// A date of a line as ISO 8601.
fn iso(view: &View) -> Option<Inferred<String>> {
    let found = DATE.as_ref()?.captures(view.text())?;
    let part = |group: usize| found.get(group).and_then(|part| part.as_str().parse::<u16>().ok());
    let (year, month, day) = (part(1)?, part(2)?, part(3)?);
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| Inferred::new(format!("{year}-{month:02}-{day:02}"), Origin::Stated(view.back(found.get(0).map_or(0..0, |whole| whole.range())))))
}

/// The office and the date under the text.
fn signature(page: &Page) -> Option<(Option<String>, Option<Inferred<String>>)> {
    let from = page.parts.len().saturating_sub(FOOT);
    let at = (from..page.parts.len()).rev().find(|&at| {
        let text = page.parts[at].view.text();
        text.chars().count() <= 14 && text.ends_with('日') && text.contains('年')
    })?;
    let above = at.checked_sub(1).map(|above| page.parts[above].view.text());
    let office = above.filter(|text| text.chars().count() <= 40 && !text.contains(['。', ',', ';'])).and_then(|text| text.split(' ').next());
    Some((office.filter(|office| !office.is_empty()).map(str::to_owned), iso(&page.parts[at].view)))
}

/// 来源:某报. Blanks are gone from the view: the next label ends the name.
fn named_source(page: &Page, lexicon: &Lexicon) -> Option<String> {
    let lines = page.margin.iter().map(View::text).filter(|text| text.chars().count() <= 60);
    let names = lines.filter_map(|text| {
        let found = SOURCE.as_ref()?.captures(text)?.get(1)?;
        let rest = &text[found.start()..];
        let label = lexicon.furniture.find(rest).filter(|mark| mark.shows == "line" && mark.range.start > 0).map(|mark| mark.range.start).min();
        Some(&rest[..found.len().min(label.unwrap_or(rest.len()))])
    });
    names.into_iter().find(|name| !name.starts_with("http") && !name.starts_with("www")).map(str::to_owned)
}

/// 某网讯, at the beginning of the text.
fn outlet(page: &Page, lexicon: &Lexicon) -> Option<String> {
    page.parts.iter().take(6).find_map(|part| {
        let text = part.view.text();
        let found = lexicon
            .outlets
            .find(text)
            .find(|mark| mark.shows == "outlet" && mark.range.start <= 12 && text[mark.range.end..].starts_with(['讯', '电']));
        found.map(|mark| mark.word.to_owned())
    })
}

fn quality(page: &Page, lexicon: &Lexicon) -> SourceQuality {
    let margin = |what: &str| page.margin.iter().any(|view| lexicon.outlets.holds(view.text(), what));
    let slips: usize = page.parts.iter().map(|part| lexicon.outlets.find(part.view.text()).filter(|mark| mark.shows == "reworded").count()).sum();
    let is_repost = margin("repost") || page.parts.iter().take(6).any(|part| lexicon.outlets.holds(part.view.text(), "repost"));
    if slips >= 2 || slips == 1 && is_repost {
        return SourceQuality::Reworded;
    }
    if is_repost {
        return SourceQuality::Repost;
    }
    let top = || page.parts.iter().take(4);
    let source = named_source(page, lexicon);
    let is_office = |name: &str| lexicon.outlets.ends(name, "office");
    let is_paper = |name: &str| !is_office(name) && (lexicon.outlets.holds(name, "outlet") || lexicon.outlets.ends(name, "press"));
    if source.as_deref().is_some_and(is_paper)
        || outlet(page, lexicon).is_some()
        || top().any(|part| lexicon.outlets.holds(part.view.text(), "newspaper"))
    {
        return SourceQuality::Newspaper;
    }
    let signed = signature(page).and_then(|(office, _)| office);
    if margin("official") || source.as_deref().is_some_and(is_office) || signed.as_deref().is_some_and(is_office) {
        return SourceQuality::Official;
    }
    let quotes = page.parts.iter().any(|part| lexicon.outlets.holds(part.view.text(), "speech"));
    if quotes { SourceQuality::Newspaper } else { SourceQuality::Unknown }
}
