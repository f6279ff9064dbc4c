"""Test careers as home shows them, and what is cached of them."""

import pytest

from careerguide.caching.memory import memory_cache
from careerguide.library.models import Image
from careerguide.models import Career
from careerguide.site.career_card import card_html
from statistics.models import StatTable
from tests.factories import CareerFactory, StatTableFactory

pytestmark = pytest.mark.django_db
HEADLINE = {
    "headline_label": "Average salary",
    "headline_row": "Senior",
    "headline_column": "salary",
}


@pytest.fixture
def career():
    name = f"images/{'a' * 64}-1600x1000.webp"
    size = {"width": 1600, "height": 1000, "size": 1}
    picture = Image.objects.create(file=name, alt="Bees", sha256="a" * 64, **size)
    career = CareerFactory(picture=picture)
    career.fact_tables = [StatTableFactory(career=career, **HEADLINE)]
    return career


def fresh(career):
    memory_cache.clear()
    return card_html(career)


def another(value):
    """A value that is not this one, and that a template can show."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 25
    if isinstance(value, dict):
        [first, *others] = value["rows"]
        return value | {"rows": [first, {"cells": ["Senior", "1"]}]}
    return f"{value}-b"


@pytest.mark.parametrize("model", [Career, Image, StatTable])
def test_is_made_anew_where_anything_it_shows_is_another(career, model):
    item = {Career: career, Image: career.picture, StatTable: career.fact_tables[0]}
    item = item[model]
    for field in model._meta.concrete_fields:
        before = getattr(item, field.attname)
        if field.is_relation or field.primary_key or hasattr(before, "year"):
            continue
        card_html(career)
        changed = f"{before}".replace("1600", "800") if field.name == "file" else None
        setattr(item, field.attname, changed or another(before))
        item.__dict__.pop("table", None)  # read once for each table
        kept = card_html(career)
        assert kept == fresh(career), field.name
        setattr(item, field.attname, before)
        item.__dict__.pop("table", None)


def test_nothing_is_made_of_what_was_made(career, monkeypatch):
    first = card_html(career)
    monkeypatch.setattr("careerguide.site.career_card.render_to_string", None)
    assert card_html(career) == first
