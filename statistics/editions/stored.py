"""Read a stored edition: as data, and as a table that pages and spreadsheets show."""

import json

from statistics.measures.wording import BASES
from statistics.models import Measure, StatTable

from .names import EditionName


def facts_of(edition):
    """Return what the JSON of an edition says."""
    return json.loads(edition.json)


def table_data(facts):
    """Return the columns and rows of the JSON form as `StatTable.data` has them."""
    keys = [column["key"] for column in facts["columns"]]
    rows = [
        row | {"cells": [row["cells"].get(key) for key in keys]}
        for row in facts["rows"]
    ]
    diverging = {"diverging": True} if facts["diverging"] else {}
    return {"columns": facts["columns"], "rows": rows} | diverging


def table_of(edition):
    """Return a `StatTable` that is not saved, and says what the edition does."""
    facts = facts_of(edition)
    source, note = facts["source"] or {}, facts["note"] or {}
    table = StatTable(
        slug=edition.slug,
        title=facts["title"],
        subtitle=facts["subtitle"],
        topic=facts["topic"],
        language=facts.get("language") or "",
        data=table_data(facts),
        chart_form=edition.chart_form,
        row_order=edition.row_order,
        source_name=source.get("name") or "",
        source_url=source.get("url") or "",
        period=facts["period"] or "",
        note=note.get("markdown", ""),
        content_updated_on=_day(facts["content_updated_on"]),
        next_update=_day(facts["next_update"]),
        career=_career(facts["career"]),
        **described(facts),
    )
    table.edition = name_of(edition)
    table.stored_facts = facts
    return table


def described(facts):
    """Return the fields that say where numbers come from and what they count.

    Editions from before tables said this have none of it.
    """
    found, fact = facts.get("provenance") or {}, facts.get("quick_fact") or {}
    return {
        "place": facts.get("place") or "",
        "provenance": found.get("kind") or "",
        "sample_size": found.get("sample_size"),
        "margin": found.get("margin") or "",
        "headline_label": fact.get("label") or "",
        "headline_row": fact.get("row") or "",
        "headline_column": fact.get("column") or "",
        "measure": _measure(fact.get("measure")),
        "own_definition": fact.get("counted_otherwise") or "",
        **{name: fact.get(name) or "" for name in BASES},
        "price_year": fact.get("price_year"),
    }


def name_of(edition):
    return EditionName(edition.number, edition.day, edition.slug, edition.is_withdrawn)


def _day(text):
    return StatTable._meta.get_field("next_update").to_python(text)


def _career(facts):
    """The career as it was called, and where it was."""
    model = StatTable._meta.get_field("career").related_model
    slug = facts["address"].rstrip("/").rpartition("/")[2]
    return model(name=facts["name"], slug=slug)


def _measure(facts):
    """The measure as it was called and defined, or None."""
    return facts and Measure(
        slug=facts["key"],
        name=facts["name"],
        definition=facts["definition"],
        unit_kind=facts["kind"],
    )
