"""Test that a table is parsed once for its data."""

import copy

import pytest

from careerguide.caching.memory import memory_cache
from statistics.models import StatTable
from statistics.table import parsed as module
from statistics.table.schema import DataError, parse

DATA = {
    "columns": [
        {"key": "level", "label": "Level", "type": "text"},
        {"key": "pay", "label": "Pay", "type": "money", "currency": "USD"},
    ],
    "rows": [{"cells": ["Senior", "170000"]}, {"cells": ["All", "1"], "total": True}],
}


@pytest.fixture(autouse=True)
def runs(monkeypatch):
    """How often data was parsed."""
    memory_cache.clear()
    runs = []
    monkeypatch.setattr(module, "parse", lambda data: runs.append(1) or parse(data))
    return runs


def test_the_same_data_is_parsed_once(runs):
    assert module.parsed(DATA) is module.parsed(copy.deepcopy(DATA))
    assert StatTable(data=DATA).table == parse(DATA)
    assert len(runs) == 1


def test_other_data_is_another_table():
    module.parsed(DATA)
    other = copy.deepcopy(DATA)
    other["rows"][0]["cells"][1] = "170001"
    assert module.parsed(other) == parse(other) != parse(DATA)


def test_what_cannot_be_read_is_refused_each_time(runs):
    for _time in range(2):
        with pytest.raises(DataError):
            module.parsed({"columns": 1})
    assert StatTable(data={"columns": 1}).table.columns == ()
    assert len(runs) == 3
