//! The arithmetic checks as a table: CSV with a byte-order mark, a line for each sum, failures first.

use super::csv::{BYTE_ORDER_MARK, guarded, quoted};
use super::number::plain;
use crate::analysis::sums::{Outcome, Sum};
use crate::locale::Words;
use crate::model::CheckKind;
use crate::text::visible_path;

/// The columns, in order. `computed` is what comes out where a sum does not hold; `start` and `end` of the quote count Unicode
/// scalar values of the report's text.
pub const COLUMNS: [&str; 13] =
    ["report_title", "report_year", "place", "type", "indicator", "sum", "verdict", "computed", "quote", "start", "end", "file", "sha256"];

/// The key of the words for a kind of sum.
pub fn kind_key(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::FromTo => "check-from-to",
        CheckKind::PartsSum => "check-parts-sum",
        CheckKind::Ratio => "check-ratio",
        CheckKind::SameFigure => "check-same-figure",
    }
}

/// The sums as CSV (RFC 4180, UTF-8) with a byte-order mark. What a spreadsheet would take for a formula gets an apostrophe.
pub fn csv(sums: &[Sum], words: &Words) -> Vec<u8> {
    let mut out = BYTE_ORDER_MARK.to_owned() + &COLUMNS.join(",") + "\r\n";
    for sum in sums {
        let document = &sum.report.document;
        let meta = &document.meta;
        let [start, end] = document.source.char_span(sum.sentence);
        let kind = match sum.kind {
            CheckKind::FromTo => "from_to",
            CheckKind::PartsSum => "parts_sum",
            CheckKind::Ratio => "ratio",
            CheckKind::SameFigure => "same_figure",
        };
        let verdict = match sum.outcome {
            Outcome::Holds => "holds",
            Outcome::Fails => "fails",
            Outcome::Corrected => "corrected",
        };
        let title = if meta.sample { format!("{}【{}】", meta.title, words.t("chart-tag-sample")) } else { meta.title.clone() };
        let cells = [
            title,
            meta.year.as_ref().map(|year| year.value.to_string()).unwrap_or_default(),
            meta.place_path().unwrap_or_default().to_owned(),
            kind.to_owned(),
            sum.indicator.clone(),
            sum.text(),
            verdict.to_owned(),
            sum.result.as_ref().map(|(value, decimals, _)| plain(*value, *decimals)).unwrap_or_default(),
            document.source.slice(sum.sentence).to_owned(),
            start.to_string(),
            end.to_string(),
            visible_path(&sum.report.path),
            sum.report.id.0.to_string(),
        ];
        // a computed value may be negative, and is a number
        let cells: Vec<String> =
            COLUMNS.iter().zip(cells).map(|(name, cell)| if *name == "computed" { cell } else { quoted(&guarded(cell)) }).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sums::sums;
    use crate::analysis::testing::Draft;
    use crate::locale::Language;
    use crate::model::{Check, Document, Edits, Report};

    #[test]
    fn a_line_for_each_sum() {
        let report = Draft::new("山西省/忻州市", 2022, "=甲")
            .fact("有1项。", "1项", "奖", 1.0, "项", |_| ())
            .fact("又5项。", "5项", "奖", 5.0, "项", |_| ())
            .fact("共7项。", "7项", "奖", 7.0, "项", |_| ())
            .report();
        let spans: Vec<_> = report.document.facts.iter().map(|fact| fact.span).collect();
        let check = Check { kind: CheckKind::PartsSum, spans: spans[..2].to_vec(), total: Some(spans[2]), holds: false };
        let document = Document { checks: vec![check], ..(*report.document).clone() };
        let report = std::sync::Arc::new(Report { document: std::sync::Arc::new(document), ..(*report).clone() });
        let text = String::from_utf8(csv(&sums(&[report], &Edits::default()), &Words::new(Language::Chinese))).unwrap();
        let line = text.split("\r\n").nth(1).unwrap();
        assert!(line.starts_with("'=甲,2022,山西省/忻州市,parts_sum,奖,1项 + 5项 = 7项,fails,6,有1项。,0,4,"), "{line}");
    }
}
