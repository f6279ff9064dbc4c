"""Test who says what the site is called: its record, the environment, or we."""

import pytest
from django.db import DatabaseError

from careerguide.identity import current
from careerguide.models import Site
from tests.factories import CareerFactory, PageFactory


@pytest.fixture
def record(db):
    return Site.objects.create(pk=1, name="Vakgids", licence="CC0")


def name():
    with current.asked_once():
        return current.current().name


class TestWho:
    @pytest.mark.django_db
    def test_we_do_without_a_record(self):
        assert name() == "Career Guide"

    @pytest.mark.usefixtures("record")
    def test_the_record_does(self, settings):
        settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
        with current.asked_once():
            site = current.current()
        assert (site.name, site.licence) == ("Vakgids", "CC BY 4.0")

    @pytest.mark.usefixtures("record")
    def test_colours_of_the_environment_are_not_mixed_with_others(self, settings):
        Site.objects.update(accent="#806000", accent_dark="#ffcc00")
        settings.SITE_OVERRIDES = {"accent": "#7a1fa2"}
        with current.asked_once():
            assert current.current().accent_dark == ""


class TestQueries:
    @pytest.mark.parametrize("pages", [1, 0], ids=["page", "no page"])
    def test_are_those_of_the_frame(self, client, record, pages, request):
        PageFactory.create_batch(pages)
        CareerFactory()
        asked = request.getfixturevalue("django_assert_num_queries")
        with asked(1 if pages else 2), current.asked_once():
            for _ in range(2):
                assert current.current().name == "Vakgids"
                current.reading()

    def test_outside_of_a_request_are_none(self, record, django_assert_num_queries):
        assert name() == "Vakgids"
        with django_assert_num_queries(0):
            assert current.current().name == "Vakgids"

    def test_ask_once_in_a_process_that_has_just_begun(self, record, monkeypatch):
        monkeypatch.delitem(current._process, "text")
        assert current.current().name == "Vakgids"

    def test_are_none_on_an_error_page(self, record, django_assert_num_queries):
        assert name() == "Vakgids"
        with django_assert_num_queries(0), current.without_asking():
            assert current.current().name == "Vakgids"


def test_without_a_database_ours_stands(monkeypatch):
    def fail():
        raise DatabaseError

    monkeypatch.delitem(current._process, "text")
    monkeypatch.setitem(current._process, "read", fail)
    monkeypatch.setattr("django.db.transaction.atomic", lambda: current.asked_once())
    assert current.current().name == "Career Guide"
