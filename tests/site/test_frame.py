"""Test what stands around every page."""

import pytest

from careerguide.site.frame import read_frame
from tests.factories import CareerFactory, PageFactory

pytestmark = pytest.mark.django_db


def test_pages_are_the_published_ones_in_order():
    last, first = PageFactory(order=2), PageFactory(order=1)
    PageFactory(status="draft")
    shown = [(page.title, page.get_absolute_url()) for page in (first, last)]
    assert list(read_frame().pages) == shown


def test_leaves_the_text_of_pages_in_the_database(django_assert_num_queries):
    PageFactory()
    with django_assert_num_queries(1) as asked:
        read_frame()
    assert "body" not in asked.captured_queries[0]["sql"]


@pytest.mark.parametrize("number_of_pages", [0, 2])
def test_list_of_careers_is_in_the_menu_from_two_on(number_of_pages):
    for _page in range(number_of_pages):
        PageFactory()
    found = []
    for status in ("draft", "published", "published", "published"):
        CareerFactory(status=status)
        found.append(read_frame().has_career_list)
    assert found == [False, False, True, True]
