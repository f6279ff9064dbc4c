"""Test the page of careers side by side, and what leads to it."""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.models import Career
from careerguide.page_cache.decorators import name_of
from careerguide.publishing.models.content import content_models
from statistics.models import StatTable
from tests.factories import StatTableFactory
from tests.tools.test_weight import read
from tools.make.weight import MOST_TO_READ, weigh

from .guides import career, pay_data, pay_table, share_table

pytestmark = pytest.mark.django_db
NAMES = ("Tailor", "Weaver", "Dyer", "Spinner")
ALL = "/compare/?careers=tailor,weaver,dyer,spinner"


def text_of(client, path=ALL):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def four(db):
    careers = [career(name) for name in NAMES]
    for number, one in enumerate(careers):
        pay_table(one, "80000", str(100000 + 10000 * number), "160000")
        share_table(one, str(60 + number))
    return careers


def test_four_take_six_queries(client, four):
    ContentType.objects.get_for_models(*content_models())
    with CaptureQueriesContext(connection) as queries:
        text_of(client)
    assert len(queries) <= 6


def test_number_leads_to_its_row(client, four):
    table = StatTable.objects.get(career=four[0], topic="Pay")
    assert f'href="{table.get_absolute_url()}#row-2">$100,000</a>' in text_of(client)


def test_measure_that_one_lacks_is_not_known(client, four):
    StatTable.objects.filter(career=four[3]).delete()
    page = text_of(client)
    # Of the rows of a table it says so once, and not at each.
    assert page.count('<dd class="compare-value compare-unknown">not known</dd>') == 2
    assert page.count("no table with these rows") == 2


def test_measures_stand_in_their_order(client, four):
    page = text_of(client)
    places = [page.index(f'id="measure-{slug}"') for slug in ("pay", "satisfied")]
    assert places == sorted(places)


def test_two_scales_are_drawn_apart(client, four):
    StatTable.objects.filter(career__in=four[2:]).update(place="Canada")
    page = text_of(client)
    assert "On one scale: Tailor and Weaver" in page
    assert "On one scale: Dyer and Spinner" in page
    block = page[page.index('id="measure-pay"') :].partition("</section>")[0]
    assert block.count("<dl") == 2
    assert 'width="100.00%" height="22"' in block.split("<dl")[1]
    assert 'width="100.00%" height="22"' in block.split("<dl")[2]


def test_bars_of_all_rows_have_one_scale(client):
    pay_table(career("Tailor"), "50000", "100000", "200000")
    pay_table(career("Weaver"), "25000", "100000", "150000")
    page = text_of(client, "/compare/?careers=tailor,weaver")
    rows = page[page.index('id="rows-1"') :]
    for width in ("25.00%", "12.50%", "50.00%", "100.00%", "75.00%"):
        assert f'class="track" width="{width}"' in rows


def test_draft_table_is_not_shown(client, four):
    StatTable.objects.filter(career=four[1]).update(status="archived")
    assert "110,000" not in text_of(client)


def test_rows_of_one_career_are_named(client):
    labels = ("Entry", "Mid-Level", "Chief")
    pay_table(career("Tailor"))
    data = pay_data("1", "2", "3", labels=labels)
    pay_table(career("Weaver"), data=data)
    page = text_of(client, "/compare/?careers=tailor,weaver")
    assert "Only Tailor has: Senior" in page
    assert "Only Weaver has: Chief" in page


def test_blocks_of_one_topic_are_told_apart_by_their_rows(client):
    for name in NAMES[:2]:
        one = career(name)
        for label in ("Age", "Gender", "Gender"):
            columns = [{"key": "who", "label": label, "type": "text"}]
            columns.append({"key": "share", "label": "Share", "type": "percent"})
            rows = [{"cells": [f"{label} A", "40"]}, {"cells": [f"{label} B", "60"]}]
            data = {"columns": columns, "rows": rows}
            StatTableFactory(career=one, topic="Who they are", data=data)
    page = text_of(client, "/compare/?careers=tailor,weaver")
    titles = re.findall(r'<h3 id="rows-\d+" dir="auto">(.*?)</h3>', page)
    assert len(set(titles)) == len(titles) > 1
    assert "Who they are: Age" in titles


def test_careers_without_numbers_say_so(client):
    career("Tailor")
    career("Weaver")
    page = text_of(client, "/compare/?careers=tailor,weaver")
    assert "have no numbers of the same kind yet" in page


def test_combinations_are_for_readers_and_not_for_search_engines(client, four):
    page = text_of(client, "/compare/?careers=tailor,dyer")
    assert '<meta name="robots" content="noindex">' in page
    assert '/compare/?careers=tailor,dyer">' in page.partition("canonical")[2][:99]
    page = text_of(client, "/compare/")
    assert "noindex" not in page
    assert '/compare/">' in page.partition("canonical")[2][:60]


def test_no_combination_is_kept_in_memory():
    assert name_of("/compare/", "") == ""
    assert name_of("/compare/", "careers=a,b") is None
    assert name_of("/compare/", "add=a") is None


def test_four_are_a_light_page(client, four):
    assert weigh(text_of(client), read).to_read < MOST_TO_READ


def test_only_reads(client):
    assert client.post("/compare/").status_code == 405


class TestLinks:
    def test_of_one_career_there_are_none(self, client):
        one = career("Tailor")
        pay_table(one)
        for path in ("/", "/careers/", one.get_absolute_url(), "/statistics/"):
            assert "/compare/" not in text_of(client, path)
        page = text_of(client, "/compare/")
        assert "A comparison takes two careers." in page
        assert "<form method" not in page

    def test_list_of_careers_has_boxes(self, client, four):
        page = text_of(client, "/careers/")
        box = '<input type="checkbox" name="careers" value="dyer" form="compare">'
        assert box in page
        assert '<form id="compare" method="get" action="/compare/"' in page

    def test_page_of_a_career_leads_there(self, client, four):
        Career.objects.filter(slug="tailor").update(related=["dyer"])
        page = text_of(client, "/careers/tailor/")
        assert 'href="/compare/?careers=tailor"' in page
        assert 'href="/compare/?careers=tailor,dyer"' in page
