"""Write JSON: all data of a table, and the schema that says what each part is."""

import json
from functools import cache
from pathlib import Path

from .dataset import dataset, schema_address

SCHEMA = Path(__file__).parent / "table.schema.json"


def json_bytes(item):
    return dump(dataset(item))


def dump(data):
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace")


def schema_bytes():
    return dump(_schema() | {"$id": schema_address()})


@cache
def _schema():
    return json.loads(SCHEMA.read_text())
