//! stub
use super::context::Context;
pub(super) fn plot_ui(_ui: &mut egui::Ui, _ctx: &Context<'_>, _chart: &crate::analysis::chart::Chart) -> Option<Vec<crate::model::FactKey>> {
    None
}
