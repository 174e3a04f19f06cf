//! The selected thing: all its fields, where each came from, the rules that made it, its other occurrences.

use egui::{RichText, ScrollArea, Ui};

use super::context::Context;
use super::numbers::{fact_menu_ui, period_text};
use super::theme::Theme;
use super::widgets::{empty_ui, field_ui};
use crate::analysis::{Basis, Row};
use crate::lexicon::Better;
use crate::model::{Confidence, FactKey, Initiative, InitiativeKind, Kind, Origin, Qualifier, Reason, Report, Status, Weight};
use crate::text::Span;
use crate::workspace::{Command, Item};

pub(super) fn details_ui(ui: &mut Ui, ctx: &Context<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        match &ctx.state.view.selection {
            None => empty_ui(ui, ctx.theme, ctx.t("details-empty")),
            Some(Item::Fact(key)) => {
                if let Some(row) = ctx.derived.row(key) {
                    fact_ui(ui, ctx, row);
                } else {
                    empty_ui(ui, ctx.theme, ctx.t("details-empty"));
                }
            }
            Some(Item::LeftOut { report, span }) => {
                if let Some(report) = ctx.state.report(report) {
                    left_out_ui(ui, ctx, report, *span);
                }
            }
            Some(Item::Mention { report, initiative, mention }) => {
                if let Some(report) = ctx.state.report(report)
                    && let Some(it) = report.document.initiatives.get(*initiative)
                {
                    initiative_ui(ui, ctx, report, it, *initiative, *mention);
                }
            }
        }
    });
}

fn heading_ui(ui: &mut Ui, ctx: &Context<'_>, text: &str, small: &str) {
    ui.add_space(4.0);
    ui.label(RichText::new(text).font(Theme::bold(ctx.theme.size.heading)));
    ui.label(RichText::new(small).size(ctx.theme.size.caption).color(ctx.theme.ink3));
}

/// A value with where it came from behind it.
fn with_origin(ui: &mut Ui, ctx: &Context<'_>, text: &str, origin: Option<Origin>) {
    ui.horizontal_wrapped(|ui| {
        ui.label(text);
        if let Some(origin) = origin {
            ui.label(RichText::new(ctx.t(origin_key(origin))).size(ctx.theme.size.caption).color(ctx.theme.ink3));
        }
    });
}

pub(super) fn origin_key(origin: Origin) -> &'static str {
    match origin {
        Origin::Stated(_) => "origin-stated",
        Origin::FromContext(_) => "origin-context",
        Origin::FromHeading(_) => "origin-heading",
        Origin::FromReport => "origin-report",
        Origin::FromFileName => "origin-file-name",
        Origin::Corrected => "origin-corrected",
    }
}

pub(super) fn qualifier_key(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::Exact => "qualifier-exact",
        Qualifier::About => "qualifier-about",
        Qualifier::Over => "qualifier-over",
        Qualifier::Nearly => "qualifier-nearly",
        Qualifier::AtLeast => "qualifier-at-least",
        Qualifier::AtMost => "qualifier-at-most",
    }
}

pub(super) fn confidence_key(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Sure => "confidence-sure",
        Confidence::Likely => "confidence-likely",
        Confidence::Doubtful => "confidence-doubtful",
    }
}

fn fact_ui(ui: &mut Ui, ctx: &Context<'_>, row: &Row) {
    let theme = ctx.theme;
    let fact = &row.fact;
    let meta = &row.report.document.meta;
    let edit = ctx.state.edits.facts.get(&row.key);
    let corrected = |is: bool| is.then_some(Origin::Corrected);
    let known = match row.basis {
        Basis::Added => ctx.t("added-by-hand"),
        Basis::Computed(_) => ctx.t("computed-long"),
        Basis::Stated => ctx.t(confidence_key(fact.confidence)),
    };
    heading_ui(ui, ctx, &fact.indicator, &format!("{} · {known}", meta.title));
    ui.horizontal_wrapped(|ui| {
        if !row.is_computed() && ui.button(ctx.t("action-correct")).clicked() {
            ctx.send(Command::StartCorrecting(Some(row.key.clone())));
        }
        let (label, change) = if row.struck {
            ("fact-restore", crate::workspace::FactChange::Restore)
        } else {
            ("action-strike-out", crate::workspace::FactChange::Strike)
        };
        if ui.button(ctx.t(label)).clicked() {
            ctx.send(Command::ChangeFact(row.key.clone(), change));
        }
        if ui.button(ctx.t("fact-plot")).clicked() {
            ctx.send(Command::ChooseIndicator(crate::analysis::series::ChoiceKey::of(row)));
        }
        if row.basis == Basis::Added && ui.button(ctx.t("added-remove")).clicked() {
            ctx.send(Command::RemoveAdded(row.key.clone()));
        }
        ui.menu_button("⋯", |ui| fact_menu_ui(ui, ctx, row)).response.on_hover_text(ctx.t("more"));
    });
    if row.struck {
        ui.label(RichText::new(ctx.t("fact-is-struck")).color(theme.doubt));
    }
    let value = format!("{:.*}", usize::from(fact.decimals), fact.value);
    if let Basis::Computed(spans) = &row.basis {
        field_ui(ui, theme, ctx.t("field-computed-from"), |ui| {
            for &span in spans {
                if ui.link(RichText::new(row.report.document.source.slice(span)).color(theme.accent)).clicked() {
                    ctx.send(Command::Select(Item::Fact(FactKey { report: row.report.id.clone(), span, rank: 0 })));
                }
            }
        });
    } else {
        field_ui(ui, theme, ctx.t("field-raw"), |ui| {
            ui.label(row.raw());
        });
    }
    field_ui(ui, theme, ctx.t("column-value"), |ui| with_origin(ui, ctx, &value, corrected(edit.is_some_and(|edit| edit.value.is_some()))));
    let unit = fact.unit.as_deref().unwrap_or("—");
    field_ui(ui, theme, ctx.t("column-unit"), |ui| with_origin(ui, ctx, unit, corrected(edit.is_some_and(|edit| edit.unit.is_some()))));
    field_ui(ui, theme, ctx.t("field-qualifier"), |ui| {
        ui.label(ctx.t(qualifier_key(fact.qualifier)));
    });
    let kind = if fact.kind == Kind::Level { "value-level" } else { "value-change" };
    field_ui(ui, theme, ctx.t("field-kind"), |ui| {
        ui.label(ctx.t(kind));
        if fact.kind == Kind::Change {
            let baseline = fact
                .baseline
                .as_ref()
                .map_or_else(|| ctx.t("baseline-none").to_owned(), |it| ctx.words.with("baseline", &[("period", period_text(it).into())]));
            ui.label(baseline);
            if ctx.derived.is_baseless(row) {
                ui.label(RichText::new(ctx.t("diagnostic-no-base")).color(theme.doubt)).on_hover_text(ctx.t("no-base-why"));
            }
        }
    });
    let status = if fact.status == Status::Target { "status-target-long" } else { "status-actual-long" };
    field_ui(ui, theme, ctx.t("column-status"), |ui| with_origin(ui, ctx, ctx.t(status), corrected(edit.is_some_and(|edit| edit.status.is_some()))));
    field_ui(ui, theme, ctx.t("column-period"), |ui| match &fact.period {
        Some(period) => with_origin(ui, ctx, &period_text(&period.value), Some(period.origin)),
        None => with_origin(ui, ctx, ctx.t("cannot-be-told"), None),
    });
    field_ui(ui, theme, ctx.t("column-place"), |ui| match &fact.place {
        Some(place) => with_origin(ui, ctx, &place.value.path.replace('/', " "), Some(place.origin)),
        None => with_origin(ui, ctx, ctx.t("cannot-be-told"), None),
    });
    if let Some(subject) = &fact.subject {
        field_ui(ui, theme, ctx.t("field-subject"), |ui| {
            ui.label(subject);
        });
    }
    field_ui(ui, theme, ctx.t("field-series"), |ui| {
        match (&fact.series, ctx.derived.label_of(row)) {
            (Some(key), Some(label)) => ui.label(label).on_hover_text(key),
            (Some(key), None) => ui.label(&fact.indicator).on_hover_text(key),
            (None, _) => ui.label(ctx.t("series-none")),
        };
    });
    if let Some(meaning) = fact.series.as_deref().and_then(|key| ctx.derived.meaning_of(key)) {
        if let Some(better) = meaning.better {
            field_ui(ui, theme, ctx.t("field-better"), |ui| {
                ui.label(ctx.t(if better == Better::Up { "better-up" } else { "better-down" }));
            });
        }
        if let Some(name) = meaning.theme {
            field_ui(ui, theme, ctx.t("field-theme"), |ui| {
                ui.label(name);
            });
        }
    }
    sentence_ui(ui, ctx, &row.report, fact.sentence, fact.span);
    super::traced::traced_ui(ui, ctx, row);
    checks_ui(ui, ctx, row);
    near_ui(ui, ctx, row);
    let others: Vec<&Row> =
        ctx.derived.rows.iter().filter(|it| it.key != row.key && it.series() == row.series() && it.fact.unit == fact.unit).collect();
    let following: Vec<&Row> = ctx
        .derived
        .computed
        .iter()
        .filter(|it| matches!(&it.basis, Basis::Computed(spans) if it.key.report == row.key.report && spans.contains(&fact.span)))
        .collect();
    if !row.is_computed() && !following.is_empty() {
        ui.add_space(6.0);
        ui.label(RichText::new(ctx.t("details-follows")).size(theme.size.caption).color(theme.ink3));
        for it in following {
            let when = it.fact.period.as_ref().map_or_else(|| "—".to_owned(), |period| period_text(&period.value));
            let value = format!("{:.*}{}", usize::from(it.fact.decimals), it.fact.value, it.fact.unit.as_deref().unwrap_or_default());
            if ui.link(RichText::new(format!("{} {when} · {value}", it.fact.indicator)).italics().color(theme.accent)).clicked() {
                ctx.send(Command::Select(Item::Fact(it.key.clone())));
            }
        }
    }
    if !others.is_empty() {
        ui.add_space(6.0);
        ui.label(RichText::new(ctx.t("details-same-series")).size(theme.size.caption).color(theme.ink3));
        for other in others.into_iter().take(30) {
            let when = other.fact.period.as_ref().map_or_else(|| "—".to_owned(), |period| period_text(&period.value));
            let place = other.fact.place.as_ref().map_or("—", |place| place.value.name());
            let mark = if other.fact.status == Status::Target { ctx.t("status-target") } else { "" };
            if ui.link(format!("{place} {when} · {} {mark}", other.raw())).clicked() {
                ctx.send(Command::Select(Item::Fact(other.key.clone())));
            }
        }
    }
}

/// A numeral that became no row, and why.
fn left_out_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, span: Span) {
    let source = &report.document.source;
    let reason = report.document.not_captured.iter().find(|it| it.span == span).map_or(Reason::Unread, |it| it.reason);
    heading_ui(ui, ctx, source.slice(span), &format!("{} · {}", report.document.meta.title, ctx.t("left-out-title")));
    if ui.button(ctx.t("left-out-add")).clicked() {
        ctx.send(Command::StartAdding(Some(FactKey::added(report.id.clone(), span))));
    }
    field_ui(ui, ctx.theme, ctx.t("left-out-reason"), |ui| {
        ui.label(RichText::new(ctx.t(reason_key(reason))).font(Theme::bold(ctx.theme.size.list)));
        ui.label(RichText::new(ctx.t(why_key(reason))).color(ctx.theme.ink2));
    });
    sentence_ui(ui, ctx, report, source.sentence_around(span), span);
}

/// The words for why a numeral became no row.
pub(super) fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Date => "explain-word-date",
        Reason::Ordinal => "explain-word-ordinal",
        Reason::Name => "explain-word-name",
        Reason::Slogan => "explain-word-slogan",
        Reason::Section => "explain-word-section",
        Reason::Furniture => "explain-word-furniture",
        Reason::Reference => "explain-word-reference",
        Reason::Unread => "explain-word-unread",
    }
}

/// The sentence that says more of it.
fn why_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Date => "left-out-date-why",
        Reason::Ordinal => "left-out-ordinal-why",
        Reason::Name => "left-out-name-why",
        Reason::Slogan => "left-out-slogan-why",
        Reason::Section => "left-out-section-why",
        Reason::Furniture => "left-out-furniture-why",
        Reason::Reference => "left-out-reference-why",
        Reason::Unread => "left-out-unread-why",
    }
}

/// Indicators near to that of the row: not merged with it, to be looked at or drawn beside it.
fn near_ui(ui: &mut Ui, ctx: &Context<'_>, row: &Row) {
    let near = &ctx.derived.near_selection.list;
    if near.is_empty() {
        return;
    }
    let theme = ctx.theme;
    ui.add_space(6.0);
    ui.label(RichText::new(ctx.t("near-title")).size(theme.size.caption).color(theme.ink3)).on_hover_text(ctx.t("near-hint"));
    let own = crate::analysis::series::ChoiceKey::of(row);
    for (difference, choice) in near.iter().filter_map(|&(difference, at)| Some((difference, ctx.derived.choices.get(at)?))) {
        ui.horizontal_wrapped(|ui| {
            if ui.link(RichText::new(format!("≈ {}", choice.spelling())).color(theme.accent)).clicked() {
                ctx.send(Command::ChooseIndicator(choice.key.clone()));
            }
            ui.label(RichText::new(ctx.t(super::figure::difference_key(difference))).size(theme.size.caption).color(theme.ink3));
            if choice.key.unit == own.unit {
                let beside = ui.small_button("+").on_hover_text(ctx.t("near-beside"));
                beside.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{} {}", ctx.t("near-beside"), choice.label)));
                if beside.clicked() {
                    ctx.send(Command::ChooseIndicator(own.clone()));
                    ctx.send(Command::ToggleBeside(choice.key.clone()));
                }
            }
        });
    }
}

/// A sentence with the words in it that the details are about.
fn sentence_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, sentence: Span, about: Span) {
    let theme = ctx.theme;
    ui.add_space(6.0);
    ui.label(RichText::new(ctx.t("field-sentence")).size(theme.size.caption).color(theme.ink3));
    egui::Frame::new().fill(theme.paper).corner_radius(6).inner_margin(8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let source = &report.document.source;
        let inner = if sentence.covers(about) { about } else { Span { start: sentence.start, end: sentence.start } };
        let mut job = egui::text::LayoutJob::default();
        let font = |is_it: bool| if is_it { Theme::bold(theme.size.list) } else { Theme::font(theme.size.list) };
        for (start, end, is_it) in [(sentence.start, inner.start, false), (inner.start, inner.end, true), (inner.end, sentence.end, false)] {
            let text = source.slice(Span { start, end }).replace('\n', "");
            let text = if start == sentence.start { text.trim_start() } else { &text };
            let color = if is_it { theme.accent } else { theme.ink };
            job.append(text, 0.0, egui::TextFormat::simple(font(is_it), color));
        }
        ui.add(egui::Label::new(job).wrap());
    });
}

/// The sums that the row takes part in, and whether they come out; their figures lead to their sentences.
fn checks_ui(ui: &mut Ui, ctx: &Context<'_>, row: &Row) {
    for sum in ctx.derived.sums.iter().filter(|sum| sum.has(&row.key)) {
        ui.add_space(6.0);
        let kind = ctx.t(crate::export::sums::kind_key(sum.kind));
        ui.label(RichText::new(kind).size(ctx.theme.size.caption).color(ctx.theme.ink3));
        super::checks::equation_ui(ui, ctx, sum);
    }
}

pub(super) fn rules_ui(ui: &mut Ui, ctx: &Context<'_>, rules: &[String]) {
    if rules.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(RichText::new(ctx.t("field-rules")).size(ctx.theme.size.caption).color(ctx.theme.ink3));
    for (depth, rule) in rules.iter().enumerate() {
        ui.label(RichText::new(format!("{}{rule}", "\u{3000}".repeat(depth.min(6)))).color(ctx.theme.ink2));
    }
}

pub(super) fn initiative_kind_key(kind: InitiativeKind) -> &'static str {
    match kind {
        InitiativeKind::Document => "initiative-document",
        InitiativeKind::Programme => "initiative-programme",
        InitiativeKind::Reform => "initiative-reform",
        InitiativeKind::System => "initiative-system",
        InitiativeKind::Event => "initiative-event",
    }
}

fn initiative_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, it: &Initiative, index: usize, mention: usize) {
    let theme = ctx.theme;
    heading_ui(ui, ctx, &it.name, &format!("{} · {}", ctx.t(initiative_kind_key(it.kind)), it.theme));
    field_ui(ui, theme, ctx.t("field-report"), |ui| {
        ui.label(&report.document.meta.title);
    });
    field_ui(ui, theme, ctx.t("field-cluster"), |ui| {
        ui.label(&it.cluster);
    });
    if let Some(family) = &it.family {
        field_ui(ui, theme, ctx.t("field-family"), |ui| {
            ui.label(family);
        });
    }
    if it.weight == Weight::Optional {
        ui.label(RichText::new(ctx.t("initiative-optional")).color(theme.ink2));
    }
    if let Some(&span) = it.mentions.get(mention) {
        sentence_ui(ui, ctx, report, report.document.source.sentence_around(span), span);
    }
    if let Some(rule) = it.rules.get(mention) {
        rules_ui(ui, ctx, std::slice::from_ref(rule));
    }
    ui.add_space(6.0);
    ui.label(RichText::new(ctx.t("details-mentions")).size(theme.size.caption).color(theme.ink3));
    mention_links_ui(ui, ctx, report, it, index, Some(mention));
    for other in ctx.state.reports() {
        if other.id == report.id {
            continue;
        }
        for (index, same) in other.document.initiatives.iter().enumerate().filter(|(_, same)| same.cluster == it.cluster) {
            ui.label(RichText::new(&other.document.meta.title).size(theme.size.caption).color(theme.ink2));
            mention_links_ui(ui, ctx, &other, same, index, None);
        }
    }
}

fn mention_links_ui(ui: &mut Ui, ctx: &Context<'_>, report: &Report, it: &Initiative, index: usize, here: Option<usize>) {
    for (mention, &span) in it.mentions.iter().enumerate() {
        let text = report.document.source.slice(span).replace('\n', "");
        let number = format!("{}. {text}", mention + 1);
        if here == Some(mention) {
            ui.label(RichText::new(number).font(Theme::bold(ctx.theme.size.list)));
        } else if ui.link(number).clicked() {
            ctx.send(Command::Select(Item::Mention { report: report.id.clone(), initiative: index, mention }));
        }
    }
}
