//! Initiatives of several reports under one label, the way through their mentions, and labels that may be slips of one
//! another. Near names are told, never merged; what a person merged or split is not known here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{InitiativeKind, Report, Weight};

/// One cluster across reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub cluster: String,
    /// The name to show.
    pub name: String,
    /// The theme that most of the mentions have.
    pub theme: String,
    /// The kind that most of the mentions have; of a paper only where nothing but papers stands in the group.
    pub kind: InitiativeKind,
    pub family: Option<String>,
    pub weight: Weight,
    /// Indices of report and initiative, in reading order.
    pub members: Vec<(usize, usize)>,
    /// The names under which it stands in the reports, each once, in byte order.
    pub names: Vec<String>,
}

impl Group {
    /// How many reports have it.
    pub fn reports(&self) -> usize {
        self.members.iter().map(|&(report, _)| report).collect::<BTreeSet<_>>().len()
    }

    /// How many mentions it has in each of `reports`, which are those the group was made of.
    pub fn counts(&self, reports: &[Arc<Report>]) -> Vec<usize> {
        let mut out = vec![0; reports.len()];
        for &(report, index) in &self.members {
            out[report] += reports[report].document.initiatives[index].mentions.len();
        }
        out
    }
}

/// The clusters of `reports`, by theme in the order given (unknown themes last), then by how many reports have them, then by
/// name.
pub fn groups(reports: &[Arc<Report>], themes: &[String]) -> Vec<Group> {
    let mut members: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (report, it) in reports.iter().enumerate() {
        for (index, initiative) in it.document.initiatives.iter().enumerate() {
            members.entry(&initiative.cluster).or_default().push((report, index));
        }
    }
    let rank: BTreeMap<&str, usize> = themes.iter().enumerate().map(|(index, theme)| (theme.as_str(), index)).collect();
    let mut out: Vec<Group> = members.into_iter().map(|(cluster, members)| group(cluster, members, reports)).collect();
    out.sort_by_cached_key(|group| {
        (rank.get(group.theme.as_str()).copied().unwrap_or(themes.len()), std::cmp::Reverse(group.reports()), group.name.clone())
    });
    out
}

fn group(cluster: &str, members: Vec<(usize, usize)>, reports: &[Arc<Report>]) -> Group {
    let initiatives = || members.iter().map(|&(report, index)| &reports[report].document.initiatives[index]);
    let is_paper = |kind| kind == InitiativeKind::Document;
    let theme = commonest(initiatives().map(|it| (it.theme.as_str(), it.mentions.len()))).unwrap_or("");
    let kind = commonest(initiatives().filter(|it| !is_paper(it.kind)).map(|it| (it.kind, it.mentions.len())));
    let names: BTreeSet<&str> = initiatives().map(|it| it.name.as_str()).collect();
    let is_known = initiatives().any(|it| it.rules.iter().any(|rule| rule == KNOWN));
    Group {
        cluster: cluster.to_owned(),
        name: shown(cluster, is_known, &names),
        theme: theme.to_owned(),
        kind: kind.unwrap_or(InitiativeKind::Document),
        family: initiatives().find_map(|it| it.family.clone()),
        weight: initiatives().map(|it| it.weight).max().unwrap_or(Weight::Optional),
        names: names.into_iter().map(str::to_owned).collect(),
        members,
    }
}

/// The rule of mentions whose label is a name of the table.
const KNOWN: &str = "已知名称";

/// The name to show: the label of the table; else the shortest of the names that hold the label, since a label that was made
/// by leaving words out may read oddly.
fn shown(cluster: &str, is_known: bool, names: &BTreeSet<&str>) -> String {
    let whole = names.iter().map(|name| plain(name).into_iter().collect::<String>()).filter(|name| name.contains(cluster) && !name.contains('《'));
    let shortest = whole.min_by_key(|name| name.chars().count());
    shortest.filter(|_| !is_known).unwrap_or_else(|| cluster.to_owned())
}

/// What has the highest sum; of several the first in order.
fn commonest<T: Ord + Copy>(counted: impl Iterator<Item = (T, usize)>) -> Option<T> {
    let mut sums: BTreeMap<T, usize> = BTreeMap::new();
    for (what, count) in counted {
        *sums.entry(what).or_default() += count;
    }
    sums.into_iter().rev().max_by_key(|&(_, sum)| sum).map(|(what, _)| what)
}

/// The longest core of a name, in characters, that is compared: longer names do not become others by a slip.
const LONGEST_CORE: usize = 12;

/// Whether one of two groups may be a slip of the other (“管培教聘” for “县管校聘”): the names share their frame and at least
/// half of their core, in order. Doubtful by nature; groups of one family are apart on purpose and never near.
pub fn near(one: &Group, other: &Group) -> bool {
    if one.cluster == other.cluster || one.theme != other.theme || one.family.is_some() && one.family == other.family {
        return false;
    }
    let pairs = one.names.iter().take(8).flat_map(|a| other.names.iter().take(8).map(move |b| (a, b)));
    pairs.into_iter().any(|(a, b)| {
        let (inner_a, inner_b) = (quoted(a), quoted(b));
        let (Some(core_a), Some(core_b)) = (inner_a, inner_b) else { return false };
        let longest = core_a.len().max(core_b.len());
        if core_a == core_b || !(3..=LONGEST_CORE).contains(&longest) || core_a.last() != core_b.last() {
            return false;
        }
        let (whole_a, whole_b) = (plain(a), plain(b));
        let shared = common(&whole_a, &whole_b) * 20;
        common(&core_a, &core_b) * 2 >= longest && shared >= 13 * (whole_a.len() + whole_b.len()) / 2
    })
}

/// What stands in quotation marks in a name; the whole of a short name without them.
fn quoted(name: &str) -> Option<Vec<char>> {
    let is_quote = |c: char| matches!(c, '“' | '”' | '"');
    let inner = match name.split_once(is_quote) {
        Some((_, rest)) => rest.split_once(is_quote)?.0,
        None => name,
    };
    Some(inner.chars().collect())
}

fn plain(name: &str) -> Vec<char> {
    name.chars().filter(|c| !matches!(c, '“' | '”' | '"')).collect()
}

/// How many characters two texts share in the same order.
fn common(one: &[char], other: &[char]) -> usize {
    let mut row = vec![0; other.len() + 1];
    for a in one {
        let mut before = 0;
        for (index, b) in other.iter().enumerate() {
            let above = row[index + 1];
            row[index + 1] = if a == b { before + 1 } else { above.max(row[index]) };
            before = above;
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::Draft;
    use crate::model::{Document, Initiative};

    fn initiative(name: &str, cluster: &str, theme: &str, kind: InitiativeKind, at: &[usize]) -> Initiative {
        Initiative {
            name: name.to_owned(),
            kind,
            theme: theme.to_owned(),
            cluster: cluster.to_owned(),
            family: None,
            weight: Weight::Main,
            mentions: at.iter().map(|&at| crate::text::Span::new(at, at + 3)).collect(),
            rules: at.iter().map(|_| "类名".to_owned()).collect(),
        }
    }

    fn report(title: &str, initiatives: Vec<Initiative>) -> Arc<Report> {
        let report = Draft::new("山西省/吕梁市", 2023, title).report();
        let document = Document { initiatives, ..(*report.document).clone() };
        Arc::new(Report { document: Arc::new(document), ..(*report).clone() })
    }

    fn reform(name: &str, cluster: &str) -> Initiative {
        initiative(name, cluster, "教师队伍", InitiativeKind::Reform, &[0])
    }

    #[test]
    fn by_theme_then_by_reports_then_by_name() {
        let paper = initiative("《家访办法》", "家访", "德育与心理", InitiativeKind::Document, &[0, 9, 12]);
        let home = initiative("家访制度", "家访", "德育与心理", InitiativeKind::System, &[6]);
        let reports = [
            report("一", vec![paper, home, reform("交流轮岗", "交流轮岗")]),
            report("二", vec![reform("职称改革", "职称改革"), reform("“县管校聘”改革", "县管校聘")]),
            report("三", vec![reform("县管校聘", "县管校聘")]),
        ];
        let themes = ["教师队伍".to_owned(), "德育与心理".to_owned()];
        let all = groups(&reports, &themes);
        let names: Vec<_> = all.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(names, ["县管校聘", "交流轮岗", "职称改革", "家访制度"]);
        assert_eq!(all[0].members, [(1, 1), (2, 0)]);
        assert_eq!(all[0].names, ["“县管校聘”改革", "县管校聘"]);
        assert_eq!(all[3].kind, InitiativeKind::System, "a paper does not make the kind");
        assert_eq!(all[3].counts(&reports), [4, 0, 0]);
    }

    #[test]
    fn a_slip_is_near_and_a_relative_is_not() {
        #[track_caller]
        fn check(one: &str, other: &str, expected: bool) {
            let reports = [report("一", vec![reform(one, one), reform(other, other)])];
            let all = groups(&reports, &[]);
            assert_eq!(near(&all[0], &all[1]), expected, "{one} {other}");
            assert_eq!(near(&all[1], &all[0]), expected, "{other} {one}");
        }
        check("教师“管培教聘”管理改革", "中小学教师“县管校聘”管理改革", true);
        check("“强腰工程”", "“强要工程”", true);
        check("“强腰工程”", "“青蓝工程”", false);
        check("中小学校长职级制改革", "中小学教师“县管校聘”管理改革", false);
        check("教师职称改革", "教师“县管校聘”改革", false);
    }
}
