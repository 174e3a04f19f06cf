//! The table of units and classifiers: what may stand behind a numeral. Knows no grammar.

use super::index::Index;
use super::read::rows;
use super::{Problem, TableError};

/// What kind of quantity a unit makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    Person,
    /// Persons counted each time they come (人次).
    Visits,
    Money,
    Percent,
    /// Percentage points.
    Point,
    Area,
    Length,
    Mass,
    Volume,
    Power,
    Energy,
    Voltage,
    /// Another measure of physics; each has its own base.
    Physical,
    Data,
    /// Bits a second.
    Rate,
    Time,
    Age,
    Score,
    Count,
    /// How many times as much (倍).
    Times,
    Ratio,
}

/// Whether a numeral in Han characters counts before a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// Any numeral counts.
    Any,
    /// Numerals from two up count; 一 does not.
    FromTwo,
    /// Only digits count.
    Digits,
}

/// One unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The form that rows carry.
    pub canonical: String,
    pub dimension: Dimension,
    /// The word that ends the name of an indicator counted in it; may be empty.
    pub ending: String,
    pub guard: Guard,
    /// How many of its dimension's base unit one is; `None` where that is not fixed (a month, a foreign currency). A fact for
    /// who compares: values of rows are never converted.
    pub factor: Option<f64>,
    /// What else the word means; may be empty.
    pub ambiguity: String,
}

/// A phrase with what it has to give: the check of a row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitCheck {
    pub phrase: String,
    pub value: f64,
    pub unit: String,
}

/// All units, by their written forms.
#[derive(Debug, Default)]
pub struct Units {
    forms: Index<Unit>,
    checks: Vec<UnitCheck>,
}

impl Units {
    /// Reads `units.tsv`.
    pub fn read(file: &str, text: &str) -> Result<Self, TableError> {
        let mut units = Self::default();
        for row in rows(file, text, 8)? {
            let dimension = match row.cell(2) {
                "person" => Dimension::Person,
                "visits" => Dimension::Visits,
                "money" => Dimension::Money,
                "percent" => Dimension::Percent,
                "point" => Dimension::Point,
                "area" => Dimension::Area,
                "length" => Dimension::Length,
                "mass" => Dimension::Mass,
                "volume" => Dimension::Volume,
                "power" => Dimension::Power,
                "energy" => Dimension::Energy,
                "voltage" => Dimension::Voltage,
                "physical" => Dimension::Physical,
                "rate" => Dimension::Rate,
                "data" => Dimension::Data,
                "time" => Dimension::Time,
                "age" => Dimension::Age,
                "score" => Dimension::Score,
                "count" => Dimension::Count,
                "times" => Dimension::Times,
                "ratio" => Dimension::Ratio,
                other => return Err(row.error(Problem::unknown(other))),
            };
            let guard = match row.cell(4) {
                "yes" => Guard::Any,
                "two" => Guard::FromTwo,
                "no" => Guard::Digits,
                other => return Err(row.error(Problem::unknown(other))),
            };
            let factor = match row.cell(5) {
                "-" => None,
                cell => match cell.parse::<f64>() {
                    Ok(factor) if factor > 0.0 => Some(factor),
                    _ => return Err(row.error(Problem::Number(cell.to_owned()))),
                },
            };
            let check = row.cell(7).split_once('=').and_then(|(phrase, given)| {
                let (value, unit) = given.split_once(' ')?;
                Some(UnitCheck { phrase: phrase.to_owned(), value: value.parse().ok()?, unit: unit.to_owned() })
            });
            units.checks.push(check.ok_or_else(|| row.error(format!("no check: {}", row.cell(7))))?);
            if row.list(0).is_empty() {
                return Err(row.error(Problem::Empty(1)));
            }
            for form in row.list(0) {
                let canonical = if row.cell(1).is_empty() { form } else { row.cell(1) };
                let unit = Unit {
                    canonical: canonical.to_owned(),
                    dimension,
                    ending: row.cell(3).to_owned(),
                    guard,
                    factor,
                    ambiguity: row.cell(6).to_owned(),
                };
                if !units.forms.insert(form, unit) {
                    return Err(row.error(Problem::Twice(form.to_owned())));
                }
            }
        }
        Ok(units)
    }

    /// The unit whose longest form `text` begins with, and that form's length in bytes. A form of Latin letters ends where a
    /// word does: no M in 12MB1234.
    pub fn at_start(&self, text: &str) -> Option<(usize, &Unit)> {
        let goes_on = |cut: usize| {
            let (form, rest) = text.split_at(cut);
            form.ends_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        };
        self.forms.heads(text).find(|&(length, _)| !goes_on(length))
    }

    /// The unit with this written form.
    pub fn get(&self, form: &str) -> Option<&Unit> {
        self.forms.get(form)
    }

    /// What the phrases of the table have to give, one for each of its rows.
    pub fn checks(&self) -> &[UnitCheck] {
        &self.checks
    }

    /// How many written forms there are.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    pub fn is_empty(&self) -> bool {
        self.forms.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> Units {
        Units::read("units.tsv", include_str!("../../assets/lexicon/units.tsv")).unwrap()
    }

    #[test]
    fn the_longest_form_wins() {
        let units = units();
        assert!(units.len() >= 250 && units.checks().len() >= 200);
        for (text, length, canonical, dimension) in [
            ("人次参加", "人次", "人次", Dimension::Visits),
            ("名教师", "名", "人", Dimension::Person),
            ("个百分点", "个百分点", "百分点", Dimension::Point),
            ("元/月标准", "元/月", "元/月", Dimension::Money),
            ("㎡的校舍", "㎡", "平方米", Dimension::Area),
            ("毫米", "毫米", "毫米", Dimension::Length),
            ("学时", "学时", "学时", Dimension::Time),
        ] {
            let (end, unit) = units.at_start(text).unwrap();
            assert_eq!((end, unit.canonical.as_str(), unit.dimension), (length.len(), canonical, dimension), "{text}");
        }
        assert!(units.at_start("教师").is_none());
        assert!(units.at_start("MX1234").is_none(), "the word goes on");
    }

    #[test]
    fn a_factor_leads_to_the_base_unit() {
        let units = units();
        for (form, factor) in [
            ("亩", Some(666.6667)),
            ("公顷", Some(10_000.0)),
            ("㎡", Some(1.0)),
            ("千米", Some(1000.0)),
            ("毫米", Some(0.001)),
            ("吨", Some(1000.0)),
            ("小时", Some(3600.0)),
            ("月", None),
            ("美元", None),
        ] {
            assert_eq!(units.get(form).and_then(|unit| unit.factor), factor, "{form}");
        }
    }

    #[test]
    fn a_faulty_table_says_where() {
        let read = |text: &str| Units::read("u", text).map(|_| ()).unwrap_err().to_string();
        assert_eq!(read("所\t\tcount\t数\ttwo\t1\t\t有12所=12 所\n所\t\tcount\t数\ttwo\t1\t\t有12所=12 所\n"), "u:2: 所 stands twice");
        assert_eq!(read("所\t\tcount\t数\ttwo\tx\t\t有12所=12 所\n"), "u:1: not a number: \"x\"");
        assert_eq!(read("所\t\tcount\t数\ttwo\t1\t\t有12所\n"), "u:1: no check: 有12所");
        assert_eq!(read("所\t\tplace\t数\ttwo\t1\t\t有12所=12 所\n"), "u:1: \"place\" is none of the words that may stand there");
        assert_eq!(read("所\t\tcount\t数\tmaybe\t1\t\t有12所=12 所\n"), "u:1: \"maybe\" is none of the words that may stand there");
    }
}
