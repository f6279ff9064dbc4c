"""Test the founding guide: what it says of its tables follows each of their cells."""

from decimal import Decimal

import pytest
from django.core.management import call_command

from careerguide.publishing.models.content import content_models
from statistics.models import StatTable
from statistics.references.notation import COUNTS, cell_names, same

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide():
    call_command("seed", verbosity=0)


def texts():
    """What readers see of each text, by item and field."""
    return {
        (item.slug, name): item.plain(name)
        for model in content_models()
        for item in model.objects.published()
        for name in (*model.reference_fields(), *model.own_number_fields)
    }


def test_numbers_are_those_of_the_document(guide):
    shown = " ".join(texts().values())
    assert "stood at $8.43bn" in shown and "reach $96.7bn by 2027" in shown
    assert shown.count("about 41.7% a year") == 3
    assert shown.count("add up to 90%") == 2 and "add up to 100%" in shown
    assert "46% are highly satisfied" in shown and "a majority, of 85%" in shown
    assert "no data" not in shown and "[[" not in shown


def test_every_text_is_whole(guide):
    for model in content_models():
        for item in model.objects.published():
            item.full_clean()


def test_no_text_says_a_cell_that_was_altered(guide):
    """Alter each number in turn: where its table's text said it, it says the other."""
    before, altered, followed = texts(), 0, 0
    for table in StatTable.objects.published():
        stored = table.data
        for row, line in enumerate(table.table.rows):
            for place, value in enumerate(line.cells):
                if not isinstance(value, Decimal):
                    continue
                if not table.table.columns[place].is_measure:
                    continue
                data = table.table.to_json()
                data["rows"][row]["cells"][place] = str(value + 3)
                StatTable.objects.filter(pk=table.pk).update(data=data)
                altered += 1
                now = texts()
                followed += now != before
                assert not _stale(table, row, place, now, before)
        StatTable.objects.filter(pk=table.pk).update(data=stored)
    assert altered > 30 and followed >= 12


def _stale(table, row, place, now, before):
    """Texts that name the cell, and have not changed."""
    column = table.table.columns[place]
    label = table.table.label(table.table.rows[row])
    years = {str(v) for v in table.table.rows[row].cells if v is not None}
    stale = []
    for model in content_models():
        for item in model.objects.published():
            for name in model.reference_fields():
                for reference in item.references_of(name):
                    if reference.keyword not in COUNTS:
                        continue
                    named = [
                        cell
                        for cell in cell_names(reference)
                        if cell.slug == table.slug
                        and (same(cell.row) == same(label) or cell.row in years)
                        and cell.column in (column.key, column.label)
                    ]
                    key = (item.slug, name)
                    if named and now[key] == before[key]:
                        stale.append(key)
    return stale
