"""Draw tables as the consoles of programs print them, from their cells."""

from .model import ASKED, REFUSED, file, number, table, text
from .writing import text_file

NOT_READ = (ASKED, REFUSED)
TABLES = {
    "en": (
        ("job", "pay", "share"),
        (("Nurse", "3200.5", "12.5"), ("Cook", "2100.25", "7.0")),
    ),
    "de": (
        ("Beruf", "Lohn", "Anteil"),
        (("Köchin", "3200.5", "12.5"), ("Arzt", "41.25", "7.0")),
    ),
    "sv": (
        ("yrke", "lön", "andel"),
        (("Kock", "3200.5", "12.5"), ("Läkare", "2100.25", "7.0")),
    ),
    "ar": (
        ("job", "pay", "share"),
        (("طبيب", "3200.5", "12.5"), ("طباخ", "2100.25", "7.0")),
    ),
}
GAPS = (
    ("area", "men", "women"),
    (("North", "10", "20"), ("South", "", "25"), ("East", "11", "")),
)


def files():
    for language, (names, rows) in TABLES.items():
        right = table(
            text(names[0], *(row[0] for row in rows)),
            number(names[1], *(row[1] for row in rows)),
            number(names[2], *(row[2] for row in rows)),
        )
        for program, draw in PROGRAMS.items():
            for form in ("a.txt", ""):
                yield file(
                    f"{language} {program} {'file' if form else 'paste'}",
                    form and "a.csv",
                    text_file(draw(names, rows)),
                    right,
                    language=language,
                )
    names, rows = GAPS
    right = table(
        text("area", "North", "South", "East"),
        number("men", "10", None, "11"),
        number("women", "20", "25", None),
    )
    for program, draw in PROGRAMS.items():
        yield file(f"gaps {program}", "", text_file(draw(names, rows)), right)
    for name, written in LISTS.items():
        yield file(f"list {name}", "", text_file(written), also=NOT_READ)
    for name, written in GROUPED.items():
        yield file(
            f"grouped {name}", "", text_file(written), also=NOT_READ, language="sv"
        )


def _widths(names, rows):
    return [max(len(row[n]) for row in (names, *rows)) for n in range(len(names))]


def _psql(names, rows):
    widths = _widths(names, rows)
    lines = [" | ".join(n.center(w) for n, w in zip(names, widths, strict=True))]
    lines.append("-+-".join("-" * w for w in widths))
    lines += [_row(row, widths, " | ") for row in rows]
    return "\n".join(f" {line} " for line in lines) + f"\n({len(rows)} rows)\n"


def _row(row, widths, between, first_left=True):
    cells = zip(row, widths, strict=True)
    made = [
        c.ljust(w) if not n and first_left else c.rjust(w)
        for n, (c, w) in enumerate(cells)
    ]
    return between.join(made)


def _mysql(names, rows):
    widths = _widths(names, rows)
    rule = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
    lines = [f"| {_row(row, widths, ' | ')} |" for row in (names, *rows)]
    whole = [rule, lines[0], rule, *lines[1:], rule]
    return "\n".join(whole) + f"\n{len(rows)} rows in set (0.00 sec)\n"


def _box(names, rows, types=(), after=""):
    widths = _widths(names, [*rows, types] if types else rows)

    def rule(left, middle, right):
        return left + middle.join("─" * (w + 2) for w in widths) + right

    heads = [names, types] if types else [names]
    return "\n".join(
        [
            rule("┌", "┬", "┐"),
            *(f"│ {_row(row, widths, ' │ ')} │" for row in heads),
            rule("├", "┼", "┤"),
            *(f"│ {_row(row, widths, ' │ ')} │" for row in rows),
            rule("└", "┴", "┘"),
            after,
        ]
    )


def _duckdb(names, rows):
    return _box(names, rows, ("varchar", "double", "double"))


def _polars(names, rows):
    drawn = _box(names, rows, ("str", "f64", "f64"))
    return f"shape: ({len(rows)}, 3)\n" + drawn.replace(" │ ", " ┆ ")


def _columns(names, rows):
    widths = _widths(names, rows)
    lines = [names, ["-" * w for w in widths], *rows]
    cells = ([c.ljust(w) for c, w in zip(row, widths, strict=True)] for row in lines)
    return "\n".join("  ".join(row) for row in cells) + "\n"


def _pandas(names, rows):
    widths = _widths(names, rows)
    lines = [f"   {_row(names, widths, '  ', False)}"]
    lines += [f"{n}  {_row(row, widths, '  ', False)}" for n, row in enumerate(rows)]
    return "\n".join(lines) + "\n"


def _pandas_index(names, rows):
    widths = _widths(names, rows)
    lines = [_row(("", *names[1:]), widths, "  "), names[0]]
    return "\n".join([*lines, *(_row(row, widths, "  ") for row in rows)]) + "\n"


def _r(names, rows):
    widths = _widths(names, [[cell or "NA" for cell in row] for row in rows])
    rows = [[cell or "NA" for cell in row] for row in rows]
    lines = [f"  {_row(names, widths, ' ', False)}"]
    lines += [f"{n} {_row(row, widths, ' ', False)}" for n, row in enumerate(rows, 1)]
    return "\n".join(lines) + "\n"


def _tibble(names, rows):
    rows = [[cell or "NA" for cell in row] for row in rows]
    types = ("<chr>", "<dbl>", "<dbl>")
    widths = _widths(names, [*rows, types])
    lines = [f"# A tibble: {len(rows)} × 3", f"  {_row(names, widths, ' ')}"]
    lines.append(f"  {_row(types, widths, ' ')}")
    lines += [f"{n} {_row(row, widths, ' ')}" for n, row in enumerate(rows, 1)]
    return "\n".join(lines) + "\n"


def _stata(names, rows):
    rows = [[cell or "." for cell in row] for row in rows]
    first = max(len(row[0]) for row in (names, *rows))
    lines = [f"{n[0]:>{first}} | {n[1]:>10}  {n[2]:>10}" for n in (names, *rows)]
    lines.insert(1, "-" * (first + 1) + "+" + "-" * 24)
    return "\n".join(lines) + "\n"


def _rst(names, rows):
    drawn = _mysql(names, rows).split("\n")
    rule = drawn[0]
    made = [rule, drawn[1], rule.replace("-", "=")]
    for line in drawn[3:-3]:
        made += [line, rule]
    return "\n".join(made) + "\n"


def _list(names, rows):
    return "\n".join("|".join(row) for row in (names, *rows)) + "\n"


PROGRAMS = {
    **{"psql": _psql, "mysql": _mysql, "sqlite3 box": _box, "DuckDB": _duckdb},
    **{"polars": _polars, "sqlite3 column": _columns, "sqlite3 list": _list},
    **{"pandas": _pandas, "pandas index": _pandas_index, "R": _r, "tibble": _tibble},
    **{"Stata": _stata, "reStructuredText": _rst},
}
LISTS = {
    "psql expanded": "-[ RECORD 1 ]\njob | Nurse\npay | 3200\n-[ RECORD 2 ]\njob | A\n",
    "mysql vertical": "************ 1. row ************\n  job: Nurse\n  pay: 3200\n",
    "YAML": "- job: Nurse\n  pay: 3200\n- job: Cook\n  pay: 2100\n",
    "TOML": "[nurse]\npay = 3200\n[cook]\npay = 2100\n",
    "list-table": ".. list-table::\n\n   * - Job\n     - Pay\n   * - A\n     - 3200\n",
    "Stata list": "     +-------------+\n     | make  price |\n     |-------------|\n"
    "  1. | AMC   4,099 |\n  2. | VW    4,749 |\n     +-------------+\n",
    "R summary": "      pay            age       \n Min.   :2100   Min.   :22.00  \n"
    " Median :3200   Median :41.00  \n",
    "pandas series": "job\nNurse     320.5\nCook    410\nName: pay, dtype: float64\n",
    "pandas cut": "     job   pay\n0  Nurse  3200\n..   ...   ...\n9   Cook  2100\n",
    "ragged": "Job Pay Share\nNurse 3200\nCook 2100 7%\n",
}
GROUPED = {
    "two columns": "Län Antal 2022\nSkåne 1 234\nUppsala 2 345\nGotland 1 345\n",
    "some": "Län Antal 2022\nSkåne 1 234\nUppsala 2 345\nGotland 345\n",
    "one column": "Yrke Lön\nKock 21 500\nLäkare 40 123\n",
    "with currency": "Yrke Lön kr\nKock 21 500\nLäkare 40 123\n",
    "millions": "Land Folkmängd 2022 2023\nSverige 10 521 556\nNorge 5 488 984\n",
    "decimals": "Yrke Lön Andel\nKock 21 500,50\nLäkare 40 123,75\n",
    "aligned": "Län     Antal Lön\nSkåne 1 234 567 38 500\nHalland 345 678 36 200\n",
}
