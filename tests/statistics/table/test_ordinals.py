"""Test what follows each other by nature, and what only looks so."""

from django.utils import translation

from statistics.table.ordinals import Kind, ordinals
from tests.each import each

# In their natural order, each list of labels as an office publishes them.
IN_ORDER = {
    Kind.YEARS: [
        "2019|2020|2021",
        "2019|2020*|2021 (provisional)",
        "2019/20|2020/21|2021/22",
        "2022–23|2023–24",
        "2019-2020|2020-2021",
        "2019 to 2020|2020 to 2021",
        "201920|202021",
        "FY2023|FY2024",
        "FY 98/99|FY 99/00",
        "2021/22p|2022/23",
        "21/22|22/23|23/24",
        "'98/'99|'99/'00",
        "2021_22|2022_23",
        "2020|2021/22|2022/23",  # a source that went over
        "FYE 2022|FYE 2023",
        "SY 2021-22|SY 2022-23",
        "Schuljahr 2021/22|Schuljahr 2022/23",
        "Année scolaire 2021-2022|Année scolaire 2022-2023",
        "Läsåret 2021/22|Läsåret 2022/23",
        "वर्ष 2021-22|वर्ष 2022-23",
        "العام الدراسي 2021/22|العام الدراسي 2022/23",
        "1990s|2000s|2010s",
        "2566|2567",  # of the Buddhist era
    ],
    Kind.QUARTERS: [
        "Q1 2023|Q2 2023|Q1 2024",
        "2023 Q4|2024 Q1",
        "2024Q1|2024Q2",
        "1st quarter 2024|2nd quarter 2024",
        "4Q23|1Q24",
        "Q1 2023/24|Q2 2023/24",
        "H2 2023|H1 2024",
        "Q1|Q2|Q3|Q4",
        "Q3|Q4|Q1|Q2",
    ],
    Kind.MONTHS: [
        "Jan 2024|Feb 2024|Mar 2024",
        "December 2023|January 2024",
        "2023-12|2024-01",
        "202312|202401",
        "Dec-23|Jan-24",
        "11/2023|02/2024",
        "January|February|April",
        "Oct|Nov|Dec|Jan|Feb|Mar",
        "Dec 2023–Feb 2024|Jan–Mar 2024",
    ],
    Kind.DATES: [
        "2023-12-31|2024-03-31",
        "20231231|20240331",
        "5 May 2023|4 April 2024",
        "May 5, 2023|April 4, 2024",
        "31.12.2023|31.03.2024",
        "12/31/2023|01/15/2024",
        "Week 52 2023|Week 1 2024",
    ],
    Kind.WEEKDAYS: ["Monday|Tuesday|Friday", "Sat|Sun|Mon"],
    Kind.BANDS: [
        "16–24|25–34|65+",
        "Under 5|5 to 9|10 to 14|15 and over",
        "18-24|25-34|55 and older",
        "<1 year|1–2 years|3–5 years|more than 5 years",
        "Under 6 months|6–12 months|1–2 years",
        "Under $50k|$50k–$75k|$75k–$100k|$100k+",
        "Under 50k|50–75k|75–100k|100k+",
        "500–1k|1k–5k|over 5k",
        "No more than 5|6 to 10|more than 10",
        "Less than $25,000|$25,000 to $49,999|$50,000 or more",
        "Fewer than 10 people|10 to 49|50 to 249|250 and more",
        "1 employee|2-9 employees|10+ employees",
        "0%–10%|10%–20%",
        "2010-14|2015-19",
        "0|1|2|3+",
        "Level 1|Level 2|Level 10",
        "Year 9|Year 10|Year 11",
        "No experience|1-3 years|4+ years",
    ],
    Kind.LEVELS: [
        "Junior|Mid-level|Senior|Lead",
        "Entry level|Mid level|Senior level",
        "Junior engineer|Senior engineer",
        "Bachelor’s degree|Master’s degree|Doctorate",
        "High school|Bachelor's|Ph.D.",
        "Low|Medium|High",
        "S|M|L|XL",
        "Beginner|Intermediate|Advanced",
        "A1|A2|B1",
    ],
    Kind.ANSWERS: [
        "Strongly agree|Agree|Neutral|Disagree|Strongly disagree",
        "Very dissatisfied|Dissatisfied|Satisfied|Very satisfied",
        "Always|Sometimes|Never",
        "Not at all important|Fairly important|Very important",
    ],
}
CASES = [(kind, labels) for kind, lists in IN_ORDER.items() for labels in lists]


def in_order(labels):
    found = ordinals(labels)
    pairs = sorted(zip(found.places, labels, strict=True), key=lambda pair: pair[0])
    return [label for _place, label in pairs]


@each(("kind", "labels"), CASES)
def test_labels_that_follow_each_other_are_known(kind, labels):
    found = ordinals(labels.split("|"))
    assert found.kind == kind
    assert list(found.places) == sorted(found.places)


@each(("kind", "labels"), [case for case in CASES if case[0] != Kind.ANSWERS])
def test_given_last_first_they_are_put_in_order(kind, labels):
    labels = labels.split("|")
    assert in_order(labels[::-1]) == labels


def test_answers_are_in_order_from_good_to_bad_and_back():
    labels = ["Strongly disagree", "Disagree", "Agree", "Strongly agree"]
    assert in_order(labels) == labels
    assert in_order(labels[::-1]) == labels[::-1]


def test_what_is_left_over_stands_last():
    found = ordinals(["Other", "25–34", "Don't know", "16–24", ""])
    assert found.places == (None, 1, None, 0, None)


def test_months_without_a_year_that_are_mixed_begin_in_january():
    assert in_order(["March", "January", "February"]) == [
        *("January", "February", "March")
    ]


@each(
    "labels",
    [
        "Newport|York",
        "15-1252|15-2051|11-3021",  # occupations
        "020|0161",
        "555-1234|555-9876",
        "2-1|3-0",
        "1/2|3/4",
        "21/23|22/24",
        "10|20|30",
        "Route 1|Route 2",
        "Male|Female|Other",
        "May|June|York",
        "London 2012|Rio 2016",
        "1984|Brave New World",
        "16–24|16–64|25–34",  # one holds the others
        "2019|2019",
        "2019",
        "",
        "Python|R|C",
        "\x00|\ud7ff" + "9" * 400,
        "9" * 400 + "-1|" + "1" * 50 + "+",
    ],
)
def test_others_are_left_as_they_are(labels):
    assert ordinals(labels.split("|")) is None


def test_names_of_months_are_those_of_the_language_and_english():
    with translation.override("de"):
        assert in_order(["März 2024", "Jan 2024"]) == ["Jan 2024", "März 2024"]
        assert in_order(["May 2024", "March 2024"]) == ["March 2024", "May 2024"]
    with translation.override("fr"):
        assert ordinals(["février", "août"]).kind == Kind.MONTHS
    with translation.override("en"):
        assert ordinals(["février", "août"]) is None


def test_a_catalogue_brings_words_of_its_language(monkeypatch):
    german = {
        "to, and, until, through": "bis",
        "plus, or more": "",
    }
    real = translation._trans.pgettext
    monkeypatch.setattr(
        translation._trans,
        "pgettext",
        lambda context, text: (
            german.get(text, real(context, text))
            if translation.get_language() == "de-at"
            else real(context, text)
        ),
    )
    with translation.override("de-at"):
        assert in_order(["25 bis 34", "16 bis 24"]) == ["16 bis 24", "25 bis 34"]
