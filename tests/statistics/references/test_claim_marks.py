"""Test who answers for a number in a text, and what readers see of it."""

import pytest

from articles.models import Article
from careerguide.markup.checks.survey import survey
from statistics.references.claims.marks import Mark, MarkError, read_mark

URL = "https://a.example/b_c?d=1"


@pytest.mark.parametrize(
    ("target", "mark"),
    [
        (f"43.8 %; source: Name, {URL}", Mark("43.8 %", "Name", URL)),
        (f"43.8 %; source: {URL}", Mark("43.8 %", "a.example", URL)),
        ("half of; Source: A; B", Mark("half of", "A; B")),
        ("43.8 %； source： Name", Mark("43.8 %", "Name")),
        (
            "5; source: A (https://a.example/b_(c)).",
            Mark("5", "A", "https://a.example/b_(c)"),
        ),
        ("5; source: A (https://a.example/b).", Mark("5", "A", "https://a.example/b")),
        ("90 %; own: we counted", Mark("90 %", reason="we counted")),
    ],
)
def test_mark_is_read(target, mark):
    assert read_mark(target) == mark


@pytest.mark.parametrize(
    "target",
    ["43.8 %", "; source: a", "5; source:", "5; own: ", "5; own: 1", "5; x: y"],
)
def test_mark_without_an_answer_is_refused(target):
    with pytest.raises(MarkError):
        read_mark(target)


@pytest.mark.parametrize(
    "url", ["https://.", "https:///", "https://)", "http://a:99999/", "https://[x"]
)
def test_address_that_leads_nowhere_is_refused(url):
    with pytest.raises(MarkError, match="no address"):
        read_mark(f"5 %; source: A, {url}")


def article(text, **fields):
    return Article(title="Pay", slug="pay", body=text, **fields)


def faults(item):
    return [
        (name, fault.blocks)
        for name, found in item.faults_of_embeds().items()
        for fault in found
    ]


@pytest.mark.django_db
class TestReaders:
    def test_source_is_linked_and_listed(self):
        item = article(rf"Up [[claim: **x** 5%; source: The \*A\*, {URL}]].")
        item.body = rf"Up [[claim: 5%; source: The \*A\*, {URL}]]."
        html = item.render("body").html
        assert f'href="{URL}" rel="noopener noreferrer">5%</a>' in html
        listed = item.reference_list()
        assert "Numbers in this text" in listed and "The *A*</a>" in listed
        assert item.plain("body") == "Up 5%."

    def test_own_reason_is_for_editors_alone(self):
        item = article("| a |\n|---|\n| [[claim: 5%; own: a secret]] |")
        html = item.render("body").html
        assert "5%" in html and "secret" not in html + item.reference_list()

    def test_summary_has_marks_too(self):
        item = article("", summary=f"Up [[claim: 5%; source: A, {URL}]].")
        assert item.shown_summary == "Up 5%."
        assert URL in item.reference_list()

    def test_broken_mark_blocks_and_shows_no_notation(self):
        item = article("Up [[claim: 5%]].", summary="Up [[claim: 6%; x: y]].")
        assert faults(item) == [("summary", True), ("body", True)]
        assert item.plain("body") == "Up 5%." and item.shown_summary == "Up 6%."

    def test_address_that_is_none_is_no_link(self):
        item = article("[[claim: 5%; source: javascript:alert(1)]]")
        assert "href" not in item.render("body").html + item.reference_list()

    def test_signs_of_html_are_text(self):
        item = article("[[claim: 5% &lt;b&gt;; source: &lt;i&gt; x]]")
        shown = item.render("body").html + item.reference_list()
        assert "<b>" not in shown and "<i>" not in shown


@pytest.mark.parametrize(
    "text",
    ["{{claim: 5%; source: A}}", "[claim: 5%; own: we think]", "[number: a; b; c]"],
)
def test_near_miss_is_a_warning(text):
    [fault] = survey(f"Up {text} now.").faults
    assert not fault.blocks and "two square brackets" in fault.problem


def test_begun_mark_blocks():
    assert any(
        fault.blocks for fault in survey("Up [[claim: 5%; source: A] now.").faults
    )
