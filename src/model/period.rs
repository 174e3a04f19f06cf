//! When a number is true: a year, a month, a day, a school year, a range of years. Does not read text.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar moment as precise as a text gives it. Guarantees nothing about days of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    pub year: i16,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

impl Moment {
    pub fn year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    pub fn month(year: i16, month: u8) -> Self {
        Self { year, month: Some(month), day: None }
    }

    pub fn day(year: i16, month: u8, day: u8) -> Self {
        Self { year, month: Some(month), day: Some(day) }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map(str::parse).transpose().ok()?;
        let day = parts.next().map(str::parse).transpose().ok()?;
        parts.next().is_none().then_some(Self { year, month, day })
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// A stretch of time, both ends inclusive, printed as ISO 8601: `2023`, `2022-06`, `2021-09/2022-08`.
///
/// ```
/// use duizhao::model::Period;
/// assert_eq!(Period::school_year(2021).to_string(), "2021-09/2022-08");
/// assert_eq!("2022-06".parse::<Period>().unwrap().end_year(), 2022);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub start: Moment,
    pub end: Moment,
}

impl Period {
    pub fn at(moment: Moment) -> Self {
        Self { start: moment, end: moment }
    }

    pub fn year(year: i16) -> Self {
        Self::at(Moment::year(year))
    }

    pub fn month(year: i16, month: u8) -> Self {
        Self::at(Moment::month(year, month))
    }

    pub fn range(start: Moment, end: Moment) -> Self {
        Self { start, end }
    }

    /// The school year that begins in September of `start`.
    pub fn school_year(start: i16) -> Self {
        Self { start: Moment::month(start, 9), end: Moment::month(start + 1, 8) }
    }

    /// Whether it begins in one year and ends in the next without being longer than a year.
    pub fn is_school_year(&self) -> bool {
        self.start.year != self.end.year && self.is_within_a_year()
    }

    /// The year in which it ends: where the number stands on a time axis.
    pub fn end_year(&self) -> i16 {
        self.end.year
    }

    /// Whether it is no longer than about one year, so that it has one place on a time axis.
    pub fn is_within_a_year(&self) -> bool {
        self.end.year == self.start.year || self.end.year == self.start.year + 1 && self.start.month >= self.end.month && self.end.month.is_some()
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.start == self.end { write!(f, "{}", self.start) } else { write!(f, "{}/{}", self.start, self.end) }
    }
}

/// A text that is no ISO 8601 date or pair of dates.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a period: {0}")]
pub struct PeriodError(pub String);

impl std::str::FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (start, end) = text.split_once('/').unwrap_or((text, text));
        match (Moment::parse(start), Moment::parse(end)) {
            (Some(start), Some(end)) => Ok(Self { start, end }),
            _ => Err(PeriodError(text.to_owned())),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printing_and_reading_agree() {
        for text in ["2023", "2022-06", "2021-09/2022-08", "2016/2020", "2023-08-29"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        for text in ["", "二〇二三", "2023-", "2023-01-02-03"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
        assert!(Period::school_year(2021).is_within_a_year());
        assert!(!"2016/2020".parse::<Period>().unwrap().is_within_a_year());
    }
}
