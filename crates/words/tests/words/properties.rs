//! Sentences for random rules and figures.

use assess::{Assessment, assess};
use proptest::prelude::*;
use test_support::{builders::assert_no_progress_words, rule_cases::*};
use words::{explanation, gap_sentence, outlook};

fn assert_valid_sentences(found: &Assessment) {
    for text in [explanation(found), outlook(found).unwrap_or_default(), gap_sentence(&found.rule)] {
        assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
}

proptest! {
    #[test]
    fn sentences_without_a_figure_do_not_mention_progress(case in rule_case(tenths())) {
        let rule = case.rule(1.0);
        assert_no_progress_words(&gap_sentence(&rule));
        assert_no_progress_words(&explanation(&assess(&rule, None)));
    }

    #[test]
    fn any_number_gives_a_valid_sentence(
        case in rule_case(finite()),
        x in any::<f64>(), date in some_day(),
    ) {
        assert_valid_sentences(&assess(&case.rule(1.0), Some(&figure_input(x, date))));
        assert_valid_sentences(&assess(&case.rule(1.0), None));
    }

    #[test]
    fn ordinary_numbers_give_valid_sentences(case in rule_case(tenths()), x in tenths(), date in some_day()) {
        assert_valid_sentences(&assess(&case.rule(1.0), Some(&figure_input(x, date))));
    }
}
