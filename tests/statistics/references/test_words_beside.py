"""Test words beside tied numbers, and in titles, against what tables say."""

import pytest

from articles.models import Article
from statistics.models import StatTable
from statistics.references.claims.beside import beside_ties, title_faults
from statistics.references.claims.doubled import doubled_units
from tests.each import each

COLUMNS = [
    {"key": "name", "label": "Name", "type": "text"},
    {"key": "share", "label": "Share", "type": "percent"},
    {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"},
]


def table(*rows, title="", columns=COLUMNS):
    rows = [{"cells": list(cells)} for cells in rows]
    return StatTable(slug="t", title=title, data={"columns": columns, "rows": rows})


TABLE = table(
    ("a", "46", "50000"), ("b", "52", "100000"), ("c", "20", "1"), ("d", "100", None)
)
TIES = {
    "46": "[[number: t; a; Share]]",
    "52": "[[number: t; b; Share]]",
    "20": "[[number: t; c; Share]]",
    "100": "[[number: t; d; Share]]",
    "2x": "[[ratio: t; b; Pay;; a; Pay]]",
    "$": "[[number: t; a; Pay]]",
}


def article(text):
    for name, tie in TIES.items():
        text = text.replace("{" + name + "}", tie)
    return Article(body=text)


def said(text):
    return [f.what for f in beside_ties(article(text), "body", {"t": TABLE})]


@pytest.mark.parametrize(
    "text",
    [
        "A majority, {46}, are happy.",
        "Most people, {46}, are happy.",
        "More than half ({46}) are happy.",
        "Less than half ({52}) are happy.",
        "Nearly half, {20}, are.",
        "A quarter, {46}, are.",
        "One in five, or {52}, are.",
        "Two thirds, {52}, are.",
        "Nobody ({20}) does.",
        "Everyone, {52}, does.",
        "All engineers, {52}, do.",
        "A minority, {52}, do.",
        "Four in five, {52}, do.",
        "It tripled: no. It is three times, {2x}, as much.",
        "It pays over {$} a year.",
        "It pays nearly {$} a year.",
    ],
)
def test_words_that_disagree_are_a_warning(text):
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A majority, {52}, are happy.",
        "Less than half ({46}) are happy; a majority of others is not.",
        "Nearly half, {46}, are.",
        "One in five, or {20}, are.",
        "All engineers, {100}, do.",
        "Of all engineers, {46} do.",
        "Not all engineers do: {46}.",
        "The most popular one has {20}.",
        "It pays twice as much: {2x}, that is twice.",
        "It takes half an hour for {20} of them.",
        "Half past nine. {20} came.",
        "Between {46} and {52}, or most of them, came.",
        "Most people came. And {20} went.",
        "It pays up to {$} a year.",
        "A majority of 46% did.",
    ],
)
def test_words_that_agree_or_say_nothing_are_not(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("title", "is_right"),
    [
        ("Pay doubles from a to b", True),
        ("Pay triples from a to b", False),
        ("More than half are b", True),
        ("Four in five are b", False),
        ("Three in four are b or c", True),
        ("One in five is c", True),
        ("A tenth are c", False),
        ("What engineers earn", True),
    ],
)
def test_title_says_what_its_cells_say(title, is_right):
    rows = ("a", "46", "50000"), ("b", "52", "100000"), ("c", "20", "120000")
    assert bool([*title_faults(table(*rows, title=title))]) != is_right


def test_warning_blocks_nothing_and_stands_at_its_field(db):
    item = table(("a", "46", None), title="Most engineers are a")
    [fault] = item.faults_of_embeds()["title"]
    assert not fault.blocks and "Most" in fault.sentence


@each(
    "text, written",
    [
        ("They earn ${$} a year.", "They earn $$50,000 a year."),
        ("They earn US$ {$}.", "They earn US$ $50,000."),
        ("They earn {$} dollars.", "They earn $50,000 dollars."),
        ("They earn USD {$}.", "They earn USD $50,000."),
        ("**{46}** % do.", "46% % do."),
        ("They are {46} percent of {52}.", "They are 46% percent of"),
        ("| a | b |\n|---|---|\n| x | {46}% |", "46%%"),
    ],
)
def test_unit_that_stands_twice_is_a_warning(text, written):
    [fault] = doubled_units(article(text), "body", {"t": TABLE})
    assert fault.what == written and not fault.blocks


@each(
    "text",
    [
        "They earn {$}, {$} or {$} a year, $60 more.",
        "Of {46}, {52} and 5%: {46} (20%). {20}, 30 percent.",
        "It pays {2x} times as much, {2x}%.",
        "From {$} $60 went. In 2024 {46} did. $5 {$}",
        "`${$}` [[number: t; nowhere; Pay]]%",
    ],
)
def test_unit_of_another_number_is_no_fault(text):
    assert [*doubled_units(article(text), "body", {"t": TABLE})] == []
