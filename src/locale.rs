//! The interface's words, by key, in Chinese and English. Knows nothing of what they are used for.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The system's language; Chinese where it names none that the program speaks.
    pub fn of_system() -> Self {
        let name = sys_locale::get_locale().unwrap_or_default();
        if name.to_lowercase().starts_with("en") { Self::English } else { Self::Chinese }
    }

    fn source(self) -> (&'static str, &'static str) {
        match self {
            Self::Chinese => ("zh-CN", include_str!("../assets/locale/zh-CN.ftl")),
            Self::English => ("en", include_str!("../assets/locale/en.ftl")),
        }
    }
}

/// The words of one language.
pub struct Words {
    pub language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, formatted once.
    plain: HashMap<String, String>,
}

impl Words {
    pub fn new(language: Language) -> Self {
        let (name, source) = language.source();
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        let ids: Vec<String> = source
            .lines()
            .filter(|line| !line.starts_with([' ', '#', '-']))
            .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
            .collect();
        let mut bundle = FluentBundle::new_concurrent(name.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut words = Self { language, bundle, plain: HashMap::new() };
        for id in ids {
            if let Some(text) = words.format(&id, None) {
                words.plain.insert(id, text);
            }
        }
        words
    }

    /// The text of `key`; the key itself where there is none, which a test rules out.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// The text of `key` with values in it.
    pub fn with(&self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = values.iter().cloned().collect();
        self.format(key, Some(&args)).unwrap_or_else(|| key.to_owned())
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, args, &mut errors).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_values_in_them() {
        let words = Words::new(Language::Chinese);
        assert_eq!(words.t("app-name"), "对照");
        assert_eq!(words.with("status-reports", &[("count", 5.into())]), "5 份报告");
        assert_eq!(words.t("no-such-key"), "no-such-key");
    }
}
