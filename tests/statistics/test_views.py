"""Test the pages of tables."""

import datetime
import re

import pytest
from django.urls import reverse

from tests.factories import ArticleFactory, CareerFactory, StatTableFactory
from tests.statistics.editions.worlds import published

pytestmark = pytest.mark.django_db


def read(client, table):
    return client.get(table.get_absolute_url()).content.decode()


class TestTable:
    def test_shows_the_message_and_the_numbers(self, client):
        page = read(client, StatTableFactory())
        assert ">Senior beekeepers earn twice what beginners do</h1>" in page
        assert '<th scope="row">Senior</th><td class="number">$170,000</td>' in page

    def test_says_what_is_measured(self, client):
        page = read(client, StatTableFactory(subtitle="Pay a year, 2024"))
        assert "Pay a year, 2024" in page
        assert '<th scope="col" class="number">' in page

    def test_its_charts_table_is_named_by_what_is_measured(self, client):
        """The title is the figure's name, and a link, already."""
        table = StatTableFactory(subtitle="Pay a year, 2024")
        page = read(client, table)
        (name,) = re.findall(r'<table[^>]* aria-labelledby="(.*?)"', page)
        assert f'id="{name}" dir="auto">Pay a year, 2024</p>' in page
        assert 'numbers<span class="visually-hidden">: Pay a year, 2024</span>' in page
        page = client.get(reverse("statistics:list")).content.decode()
        (name,) = re.findall(r'<table[^>]* aria-labelledby="(.*?)"', page)
        assert f'id="{name}" dir="auto">Pay a year, 2024</p>' in page

    def test_title_is_not_said_again_where_nothing_says_what_is_measured(self, client):
        table = StatTableFactory(subtitle="", chart_form="none")
        caption = f'<caption class="visually-hidden">{table.title}</caption>'
        assert caption in read(client, table)
        assert caption in client.get(reverse("statistics:list")).content.decode()

    @pytest.mark.parametrize("language", ["ar", "he"])
    def test_code_runs_from_the_left_in_every_language(
        self, client, settings, language
    ):
        settings.LANGUAGE_CODE = language
        page = read(client, published())
        codes = re.findall("<pre[^>]*>", page)
        assert len(codes) == 3  # for a citation, and two frames
        assert all(' dir="ltr"' in code for code in codes)

    def test_labels_keep_their_direction_in_a_page_from_the_right(
        self, client, settings
    ):
        settings.LANGUAGE_CODE = "ar"
        page = read(client, StatTableFactory())
        assert '<th scope="row"><bdi>Senior</bdi></th>' in page
        assert "<bdi>Level</bdi>" in page

    def test_buttons_say_that_they_sort(self, client):
        page = read(client, StatTableFactory())
        buttons = re.findall(r'<button class="sort".*?</button>', page)
        assert buttons
        assert all(", sort</span>" in button for button in buttons)

    def test_marks_a_forecast_and_a_total(self, client):
        data = {
            "columns": [{"key": "a", "label": "Year", "type": "year"}],
            "rows": [{"cells": ["2027"], "forecast": True, "total": True}],
        }
        page = read(client, StatTableFactory(data=data))
        assert ' class="total"><th scope="row">2027 <span class="forecast">' in page

    def test_without_numbers_says_so(self, client):
        page = read(client, StatTableFactory(data={}))
        assert "This table has no numbers yet." in page

    def test_draft_is_not_found(self, client):
        table = StatTableFactory(status="draft")
        assert client.get(table.get_absolute_url()).status_code == 404


class TestSource:
    def test_is_linked(self, client):
        page = read(
            client, StatTableFactory(source_name="ONS", source_url="https://a.org/b")
        )
        assert 'Source: <a href="https://a.org/b">ONS</a>' in page

    def test_may_have_a_name_only_or_an_address_only(self, client):
        assert "Source: ONS</p>" in read(client, StatTableFactory(source_name="ONS"))
        page = read(client, StatTableFactory(source_url="https://a.org/b"))
        assert 'Source: <a href="https://a.org/b">https://a.org/b</a>' in page

    def test_is_never_left_out(self, client):
        assert "Source: none is known" in read(client, StatTableFactory())


class TestAboutTheNumbers:
    def test_says_what_is_known(self, client):
        page = read(
            client,
            StatTableFactory(
                period="2020 to 2027",
                next_update=datetime.date(2027, 3, 1),
                note="Careful: **rounded**.",
            ),
        )
        assert "<dd>2020 to 2027</dd>" in page
        assert '<time datetime="2027-03-01">1 March 2027</time>' in page
        assert "Careful: <strong>rounded</strong>." in page

    def test_says_what_is_not(self, client):
        page = read(client, StatTableFactory())
        assert "<dd>not stated</dd>" in page
        assert "<dd>no date is known</dd>" in page
        assert "What to know about these numbers" not in page


class TestBesides:
    def test_leads_to_others_of_its_topic_and_guide(self, client):
        career = CareerFactory()
        table, same = [StatTableFactory(career=career, topic="Pay") for _ in range(2)]
        StatTableFactory(topic="Pay"), StatTableFactory(career=career, topic="Bees")
        part = read(client, table).split('id="same-topic"')[1].split("</section>")[0]
        assert re.findall(r'href="(.*?)"', part) == [same.get_absolute_url()]

    def test_without_a_topic_leads_to_none(self, client):
        career = CareerFactory()
        table, _ = [StatTableFactory(career=career) for _ in range(2)]
        assert 'id="same-topic"' not in read(client, table)

    def test_leads_to_the_texts_of_its_guide_that_show_it(self, client):
        table = StatTableFactory()
        body = f"[[table: {table.slug}]]"
        shows = ArticleFactory(career=table.career, body=body)
        ArticleFactory(body=body), ArticleFactory(career=table.career)
        page = read(client, table).split('id="related-articles"')[1]
        links = re.findall(r'href="(.*?)"', page.split("</section>")[0])
        assert links == [shows.get_absolute_url()]


class TestList:
    def test_groups_the_tables_by_career(self, client):
        career = CareerFactory(name="Beekeeper", slug="beekeeper")
        tables = [StatTableFactory(career=career) for _ in range(2)]
        page = client.get(reverse("statistics:list")).content.decode()
        assert page.count('id="career-beekeeper"') == 1
        assert all(f'id="figure-{table.slug}"' in page for table in tables)

    def test_empty_one_says_so(self, client):
        page = client.get(reverse("statistics:list")).content.decode()
        assert "No statistics have been published yet." in page
