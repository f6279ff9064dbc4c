"""List tables that are hard to export: of every column type, and hostile ones."""

import csv
import io

from tests.factories import StatTableFactory

LABEL = {"key": "label", "label": "Label", "type": "text"}
SIZE = {"key": "size", "label": "Size", "type": "decimal"}
EVERY_TYPE = {
    "columns": [
        {"key": "place", "label": "Place", "type": "rank"},
        {"key": "year", "label": "Year", "type": "year"},
        {"key": "name", "label": "Hive", "type": "text"},
        {"key": "bees", "label": "Bees", "type": "integer", "scale": "thousand"},
        {"key": "depth", "label": "Depth", "type": "decimal", "unit": "cm"},
        {"key": "share", "label": "Share of honey", "type": "percent"},
        {
            "key": "worth",
            "label": "Worth",
            "type": "money",
            "currency": "USD",
            "scale": "billion",
            "unit": "a year",
            "decimals": 1,
        },
    ],
    "rows": [
        {"cells": ["1", "2020", "Old", "0", "8.430", "25", "-5"]},
        {"cells": ["2", "2027", "New", None, "-0.50", "0.1", "8.43"], "forecast": True},
        {"cells": [None, None, "All", "1234567", None, "100", None], "total": True},
    ],
    "diverging": True,
}
# What a spreadsheet would run, if it took the text for what somebody typed.
FORMULAS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "\t1", "\r1"),
    *(" =1+1", "   @A1", "\N{NO-BREAK SPACE}=1", "\ufeff=1+1", "\u200b=1", "\x01=1+1"),
    *(
        '"=1+1',
        '"=1+1"',
        "'=1+1",
        '" =1+1',
        "“=1+1”",
        "\uff1d1+1",
        "\uff201",
        "\uff0b1",
    ),
    *("=cmd|' /C calc'!A0", '=HYPERLINK("http://a.example","b")', "=WEBSERVICE(A1)"),
    *("@SUM(1+9)*cmd|' /C calc'!A0", '-2+3+cmd|" /C calc"!A0', "=IMPORTXML(A1,A2)"),
    *("--1", "+-1", "=", "@", "+", "-x", "- 5", "-5+1", "+44 20 7946 0000", "-1,234"),
]
PLAIN = [
    *(
        "-5",
        "+5",
        "-5.25",
        "5",
        "-5%",
        "-",
        "18-24",
        "Ph.D.",
        "Master’s",
        "a=b",
        "a@b.c",
    ),
    *("1 + 1", "55+", "'quoted'", '"said"', "–5", "C++", "a, b", "é", "蜜蜂", "🐝", ""),
]
HOSTILE_TEXTS = [
    *("<script>top.xss=1</script>", "</title><script>top.xss=1</script>", "]]>", "-->"),
    *('"><svg onload=top.xss=1>', "';top.xss=1//", "&lt;b&gt;&amp;", "<!DOCTYPE x>"),
    *(
        "{{ settings.SECRET_KEY }}",
        "{% debug %}",
        "%s %(a)s {0}",
        "a\r\nSet-Cookie: a=b",
    ),
    *(
        "a\x01\x08\x0b\x1f\x7f\x85b",
        "a\ufffe\uffff",
        "a\u2028b\u2029c",
        "\u202eevil\u202c",
    ),
    *(
        "مرحبا بالعالم",
        "שלום",
        "🐝👩‍🔬🏳️‍🌈",
        "a\tb\nc\rd",
        "_x000D_",
        "\\'{}$%#&_~^",
        "x" * 200,
    ),
    *FORMULAS[:9],
]


def of_labels(labels, **fields):
    """A table with a text and a number in each row, in the order given."""
    rows = [{"cells": [label, str(n)]} for n, label in enumerate(labels, 1)]
    data = {"columns": [LABEL, SIZE], "rows": rows}
    return StatTableFactory.build(data=data, row_order="given", **fields)


def of_types(**fields):
    return StatTableFactory.build(data=EVERY_TYPE, row_order="given", **fields)


def hostile(text, **fields):
    """A table that says `text` wherever an editor can write."""
    return of_labels(
        [text, "Other"],
        **{
            "title": text,
            "subtitle": text,
            "topic": text,
            "source_name": text,
            "period": text,
            "note": text,
        }
        | fields,
    )


def lines(content):
    return list(csv.reader(io.StringIO(content.decode(), newline="")))
