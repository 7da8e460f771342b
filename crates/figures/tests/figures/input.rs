use figures::{
    Basis, ExpectedInput, FigureDraft, FigureValue, FormField, Number, SourceUrl, Timestamp, exceeds_whole, limits,
    stage_code,
};
use list::*;
use test_support::sample::measure;
use words::text::figures::input_fault;

fn indicator() -> IndicatorId {
    IndicatorId::parse("3-1").unwrap()
}

fn draft(value: &str) -> FigureDraft {
    FigureDraft { value_text: value.to_owned(), date_text: "2023-03-31".to_owned(), ..FigureDraft::default() }
}

/// The value as text, or the only problem, which must be that of the value.
fn value(typed: &str, asked: ExpectedInput) -> Result<String, String> {
    match draft(typed).check(&indicator(), asked, Timestamp(1)) {
        Ok(figure) => Ok(figure.value.to_string()),
        Err(problems) => {
            assert_eq!(problems.len(), 1);
            assert_eq!(problems[0].field, FormField::Value);
            Err(input_fault(&problems[0].fault))
        }
    }
}

#[test]
fn numbers_and_units() {
    let schools = measure("校", Some(37.0), Some(52.0));
    let rate = measure("%", Some(45.5), None);
    let places = measure("か所", None, Some(3.0));
    let falling = measure("%", Some(-2.0), Some(1.0));
    let tenths = measure("割", Some(5.0), Some(6.0));
    let bare = measure("", Some(5.0), Some(6.0));
    for (measure, typed, expected) in [
        (&schools, "44", "44校"),
        (&schools, "４４　校", "44校"),
        (&schools, "0", "0校"),
        (&schools, "52,000", "52,000校"),
        (&rate, "50.25％", "50.25%"),
        (&rate, "50パーセント", "50%"),
        (&rate, "120", "120%"),
        (&places, "2箇所", "2か所"),
        (&places, "2ヵ所", "2か所"),
        (&falling, "▲1.5", "-1.5%"),
        (&tenths, "5.5割", "5.5割"),
        (&bare, "5.5", "5.5"),
    ] {
        assert_eq!(value(typed, ExpectedInput::Amount(measure)), Ok(expected.to_owned()), "{typed}");
    }
    for (measure, typed, sentence) in [
        (&schools, "", "数を入力してください（例：52校）。"),
        (&schools, "約44", "数として読めません。数を一つだけ入力してください（例：52校）。"),
        (&schools, "44人", "単位が違います。ここでは「校」の数を入力してください（入力は「人」）。"),
        (&schools, "4万校", "単位が違います。ここでは「校」の数を入力してください（入力は「万校」）。"),
        (&tenths, "55%", "単位が違います。ここでは「割」の数を入力してください（入力は「%」）。"),
        (&bare, "5人", "この指標の数には単位がありません。「人」を除いて入力してください。"),
        (&schools, "-1", "0以上の数を入力してください。"),
        (&schools, "52,001", "大きすぎる数です。公式の数（52校）の1,000倍までを入力してください。"),
        (&schools, "44,5", "コンマは3桁ごとの区切りに、小数点はピリオドにしてください（例：1,234.5）。"),
        (&schools, "1234567890123456", "桁が多すぎます。15桁までで入力してください。"),
        (&schools, "0.0000001", "小さすぎる数です。小数点以下は6桁までで入力してください。"),
    ] {
        assert_eq!(value(typed, ExpectedInput::Amount(measure)), Err(sentence.to_owned()), "{typed}");
    }
    // Official zeros give no scale; the general limit still applies.
    let zero = measure("件", Some(0.0), Some(0.0));
    assert_eq!(value("1000000", ExpectedInput::Amount(&zero)), Ok("1,000,000件".to_owned()));
    let huge = value("1,000,000,000,001", ExpectedInput::Amount(&zero));
    assert_eq!(huge, Err("大きすぎる数です。1兆までの数を入力してください。".to_owned()));
}

#[test]
fn stages() {
    for stage in Stage::ALL {
        assert!(value(stage_code(stage), ExpectedInput::Stage).is_ok());
    }
    assert_eq!(value("実施済み", ExpectedInput::Stage), Ok("実施済み".to_owned()));
    assert_eq!(value("", ExpectedInput::Stage), Err("どの段階かを選んでください。".to_owned()));
    let other = "段階は「未着手」「検討・準備」「一部実施」「実施済み」のどれかを選んでください。";
    assert_eq!(value("44", ExpectedInput::Stage), Err(other.to_owned()));
}

#[test]
fn dates() {
    let date = |typed: &str| {
        let draft = FigureDraft { date_text: typed.to_owned(), ..draft("done") };
        match draft.check(&indicator(), ExpectedInput::Stage, Timestamp(1)) {
            Ok(figure) => Ok(figure.date.iso()),
            Err(problems) => {
                assert_eq!((problems.len(), problems[0].field), (1, FormField::Date));
                Err(input_fault(&problems[0].fault))
            }
        }
    };
    for (typed, iso) in [
        ("2023-03-31", "2023-03-31"),
        (" ２０２３－０３－３１ ", "2023-03-31"),
        ("2023ー3ー31", "2023-03-31"),
        ("2023/3/31", "2023-03-31"),
        ("2023年3月31日", "2023-03-31"),
        ("令和4年度末", "2023-03-31"),
        ("R5.3.31", "2023-03-31"),
        ("2024-02-29", "2024-02-29"),
        ("1900-01-01", "1900-01-01"),
        ("2199-12-31", "2199-12-31"),
    ] {
        assert_eq!(date(typed), Ok(iso.to_owned()), "{typed}");
    }
    let unreadable = "日付として読めません。2024-03-31 や 令和5年度末 のように入力してください。";
    let range = "1900年から2199年までの日付を入力してください。";
    for (typed, sentence) in [
        ("", "いつの数かを入力してください（例：2024-03-31）。"),
        ("2023-02-29", "2023年2月29日という日はありません。"),
        ("2023/13/1", "2023年13月1日という日はありません。"),
        ("1899-12-31", range),
        ("2200-01-01", range),
        ("来年", unreadable),
        ("2023", unreadable),
        ("23-3-31", unreadable),
        ("2023-3-31-1", unreadable),
    ] {
        assert_eq!(date(typed), Err(sentence.to_owned()), "{typed}");
    }
}

#[test]
fn every_field_is_reported_at_once_and_in_order() {
    let draft = FigureDraft {
        value_text: "たくさん".to_owned(),
        date_text: "いつか".to_owned(),
        basis: Basis::Heard,
        note: "あ".repeat(limits::TEXT_CHARS + 1),
        source_text: "javascript:alert(1)".to_owned(),
    };
    let schools = measure("校", Some(37.0), Some(52.0));
    let problems = draft.check(&indicator(), ExpectedInput::Amount(&schools), Timestamp(1)).unwrap_err();
    let fields: Vec<FormField> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [FormField::Value, FormField::Date, FormField::Note, FormField::Source]);
    assert_eq!(input_fault(&problems[2].fault), "メモは2,000字までです（いまは2,001字）。");
    assert_eq!(input_fault(&problems[3].fault), "出典のURLは http:// または https:// で始めてください。");
}

#[test]
fn a_form_gives_a_figure_and_the_figure_the_form() {
    let full = FigureDraft {
        value_text: "44校".to_owned(),
        date_text: "令和4年度末".to_owned(),
        basis: Basis::Heard,
        note: " 委員会で\r\n聞いた\u{0} ".to_owned(),
        source_text: " https://example.jp/a ".to_owned(),
    };
    let schools = measure("校", Some(37.0), Some(52.0));
    let figure = full.check(&indicator(), ExpectedInput::Amount(&schools), Timestamp(7)).unwrap();
    let number = Number::new(44.0).unwrap();
    assert_eq!(
        figure.value,
        FigureValue::Amount { measure: MeasureId::parse("main").unwrap(), number, unit: "校".to_owned() }
    );
    assert_eq!(figure.note, "委員会で\n聞いた");
    assert_eq!(figure.source, SourceUrl::parse("https://example.jp/a").ok());
    assert_eq!(figure.edited, Timestamp(7));
    let again = FigureDraft::of(&figure).check(&indicator(), ExpectedInput::Amount(&schools), Timestamp(7));
    assert_eq!(again, Ok(figure));
}

#[test]
fn a_share_above_the_whole_is_accepted_with_a_caution() {
    for (number, unit, cautioned) in [(100.0, "%", false), (100.1, "%", true), (10.1, "割", true), (200.0, "校", false)]
    {
        let value = FigureValue::Amount {
            measure: MeasureId::parse("main").unwrap(),
            number: Number::new(number).unwrap(),
            unit: unit.to_owned(),
        };
        assert_eq!(exceeds_whole(&value), cautioned, "{number}{unit}");
    }
    assert!(!exceeds_whole(&FigureValue::Stage(Stage::Done)));
}
