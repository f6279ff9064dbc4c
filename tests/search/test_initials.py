"""Test that a career is found by the initials of its name."""

import pytest

from careerguide.search import index
from careerguide.search.documents import context_of, document_of
from careerguide.search.initials import initials, with_initials
from careerguide.search.search import search
from tests.each import each
from tests.factories import CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db


@each(
    ("name", "found"),
    [
        ("Machine Learning Engineer", "MLE"),
        ("head of the kitchen", "HOTK"),
        ("Harbour Engineer", ""),  # two letters are too few
        ("Level 2 Nurse", ""),
        ("", ""),
    ],
)
def test_initials(name, found):
    assert initials(name) == found


@each(
    ("text", "found"),
    [
        ("k-nearest neighbors\nsupport vector machines", {"KNN", "SVM"}),
        ("Grows: support vector machines\n1 Naive Bayes 5 %", {"GSVM"}),
        ("They speak of many things at work.", set()),  # too long for a name
    ],
)
def test_short_lines_have_initials(text, found):
    added = with_initials(text).removeprefix(text)
    assert {*added.split()} == found


def test_what_a_list_names_is_found_by_its_initials():
    career = CareerFactory(name="Nurse")
    answer = "They use:\n\n- intensive care units\n- patience\n"
    index.put([document_of(FAQEntryFactory(career=career, answer=answer))])
    assert search("icu").documents
    assert not search("xyu").documents


def test_each_name_of_a_career_is_found_by_its_initials():
    career = CareerFactory(
        name="Wind Energy Engineer", other_names="turbine fitter, maker of windy days"
    )
    names = context_of(career).split(", ")
    assert {"WEE", "MOWD"} <= {*names}
    assert "TF" not in names
    index.put([document_of(career)])
    [page] = search("mowd").documents
    assert page[0].hit.title == "Wind Energy Engineer"
