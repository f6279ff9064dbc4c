"""Make PostgreSQL's table of words anew: arrays of numbers in place of vectors.

It is filled after `migrate`, as the words of any index are that is not whole.
"""

from importlib import import_module

from django.db import migrations

TABLE = "search_words_of_sections"
OF_VECTORS = (
    f"CREATE TABLE {TABLE} (entry bigint PRIMARY KEY, words tsvector NOT NULL)",
    f"ALTER TABLE {TABLE} ALTER COLUMN words SET STATISTICS 1000",
    f"CREATE INDEX {TABLE}_gin ON {TABLE} USING gin (words) WITH (fastupdate = off)",
)


def number(apps, schema_editor):
    backend = import_module("careerguide.search.backends.postgresql")
    make_anew(schema_editor, backend.CREATE)


def spell_out(apps, schema_editor):
    make_anew(schema_editor, OF_VECTORS)


def make_anew(schema_editor, statements):
    if schema_editor.connection.vendor == "postgresql":
        for statement in (f"DROP TABLE {TABLE}", *statements):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_word_names"),
    ]

    operations = [
        migrations.RunPython(number, spell_out),
    ]
