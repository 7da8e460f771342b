//! Scripts of characters. Where the script changes, a word may end.

use std::collections::HashSet;

use list::Dataset;

#[derive(PartialEq, Eq, Clone, Copy)]
pub(super) enum Script {
    Hiragana,
    Katakana,
    Latin,
    /// Kanji above all.
    Other,
}

impl Script {
    pub(super) fn of(c: char) -> Self {
        match c {
            'ぁ'..='ゖ' => Self::Hiragana,
            'ァ'..='ヺ' | 'ー' | '｡'..='ﾟ' => Self::Katakana,
            '0'..='9' | 'a'..='z' | 'A'..='Z' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// The runs of kanji, of katakana and of Latin letters in all names, each once, of two characters or more.
pub(super) fn words_of_names(dataset: &Dataset) -> Vec<&str> {
    let indicators = dataset.indicators.iter();
    let names = indicators.flat_map(|indicator| [Some(&indicator.name), indicator.group.as_ref()]).flatten();
    let names = names.chain(dataset.plans.iter().map(|plan| &plan.name));
    let distinct: HashSet<&str> = names.flat_map(|name| runs(name)).collect();
    let mut words: Vec<&str> = distinct.into_iter().collect();
    words.sort_unstable();
    words
}

fn runs(name: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut script = None;
    let scripts = name.char_indices().map(|(at, c)| (at, (c.is_alphanumeric() || c == 'ー').then(|| Script::of(c))));
    for (at, next) in scripts.chain([(name.len(), None)]) {
        if next != script {
            let run = name.get(start..at).unwrap_or_default();
            if script.is_some_and(|script| script != Script::Hiragana) && run.chars().nth(1).is_some() {
                runs.push(run);
            }
            (start, script) = (at, next);
        }
    }
    runs
}
