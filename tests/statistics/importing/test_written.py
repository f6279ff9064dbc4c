"""Test that what the site writes is read as meant, or asked about, in any language."""

import random
from decimal import Decimal

from django.conf import settings
from django.utils import translation

from careerguide.languages.scales import EXPONENTS
from careerguide.languages.writing import money_writer, number_writer, percent_writer
from statistics.importing.text import read_text
from statistics.table.errors import DataError
from tests.each import each

LANGUAGES = [*sorted(dict(settings.LANGUAGES)), "de-ch", "ar-eg", "en-in", "fr-ch"]
POWERS = EXPONENTS | {"": 0}


def columns(seed):
    """(what writes a column, its power of ten, whether it is percent, its numbers)."""
    chance = random.Random(seed)
    for scale, power in POWERS.items():
        for write in (number_writer(scale), money_writer("EUR", scale)):
            yield write, power, False, numbers(chance)
    yield percent_writer(), 0, True, numbers(chance)


def numbers(chance):
    largest = 10 ** chance.randint(1, 7)
    return [
        Decimal(chance.randint(-largest, largest)).scaleb(-chance.choice([0, 1, 2]))
        for _number in range(4)
    ]


@each("language", LANGUAGES)
def test_is_read_or_asked_about_and_never_wrong(language):
    read = 0
    with translation.override(language):
        for seed in range(3):
            for write, power, is_percent, values in columns(f"{language} {seed}"):
                cells = list(map(write, values))
                lines = [f"J{n}\t{cell}" for n, cell in enumerate(cells)]
                try:
                    table = read_text("\n".join(["Job\tPay", *lines])).table
                except DataError:
                    continue
                column = table.columns[1]
                if column.type == "text":
                    continue
                assert (column.type == "percent") == is_percent, cells
                found = [
                    row.cells[1].scaleb(POWERS[column.scale]) for row in table.rows
                ]
                assert found == [value.scaleb(power) for value in values], cells
                read += 1
    assert read >= 10  # of 33
