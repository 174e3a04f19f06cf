//! Initiatives of several reports under one label. Near names stay apart.

use std::sync::Arc;

use crate::model::{InitiativeKind, Report, Weight};

/// One cluster across reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub cluster: String,
    /// The name to show.
    pub name: String,
    pub theme: String,
    pub kind: InitiativeKind,
    pub family: Option<String>,
    pub weight: Weight,
    /// Indices of report and initiative, in reading order.
    pub members: Vec<(usize, usize)>,
}

/// The clusters of `reports`, by theme in the order given, then by how many reports have them, then by name.
pub fn groups(reports: &[Arc<Report>], themes: &[String]) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for (report, it) in reports.iter().enumerate() {
        for (index, initiative) in it.document.initiatives.iter().enumerate() {
            match out.iter_mut().find(|group| group.cluster == initiative.cluster) {
                Some(group) => {
                    group.weight = group.weight.max(initiative.weight);
                    group.members.push((report, index));
                }
                None => out.push(Group {
                    cluster: initiative.cluster.clone(),
                    name: initiative.cluster.clone(),
                    theme: initiative.theme.clone(),
                    kind: initiative.kind,
                    family: initiative.family.clone(),
                    weight: initiative.weight,
                    members: vec![(report, index)],
                }),
            }
        }
    }
    let rank = |theme: &String| themes.iter().position(|it| it == theme).unwrap_or(themes.len());
    out.sort_by_key(|group| (rank(&group.theme), std::cmp::Reverse(group.members.len()), group.name.clone()));
    out
}
