"""Write sheets with several tables, titles above them, and notes around them."""

from .areas import AREAS, BOTH, JOBS, PAY, pay, rows_of
from .model import ASKED, file, number, table, text
from .writing import workbook


def files():
    plain = [["Area", "Pay"], *rows_of(AREAS, PAY)]
    for name, rows, readings, also in (
        (
            "a note to the right",
            [
                ["Area", "Pay", None, "Notes"],
                ["London", 31.5, None, "Provisional figures"],
                *plain[2:],
            ],
            [pay(says="right")],
            BOTH,
        ),
        (
            "two tables side by side",
            [
                ["Area", "Pay", None, "Town", "Jobs"],
                *rows_of(AREAS, PAY, [None] * 4, AREAS, JOBS),
            ],
            [pay(says="right")],
            BOTH,
        ),
        (
            "two tables below each other",
            [*plain, [], ["Town", "Jobs"], *rows_of(AREAS, JOBS)],
            [pay(says="below")],
            BOTH,
        ),
        (
            "the same names again below",
            [*plain, [], ["Area", "Pay"], ["Deal", 3]],
            [pay(says="below")],
            BOTH,
        ),
        ("an empty row within", [*plain[:3], [], *plain[3:]], [pay()], BOTH),
        (
            "total twice",
            [*plain, ["Total", 28.5], ["Total of England", 27.5]],
            [
                table(
                    text("Area", *AREAS, "Total", "Total of England"),
                    number("Pay", *map(str, PAY), "28.5", "27.5"),
                    says="total",
                )
            ],
            ASKED,
        ),
        (
            "subtotals",
            [
                ["Area", "Pay"],
                ["London", 31.5],
                ["Subtotal", 31.5],
                ["Leeds", 28.25],
                ["Total", 59.75],
            ],
            [
                table(
                    text("Area", "London", "Subtotal", "Leeds", "Total"),
                    number("Pay", "31.5", "31.5", "28.25", "59.75"),
                    says="total",
                )
            ],
            ASKED,
        ),
        (
            "source beside the last row",
            [*plain, ["Source: ONS", None]],
            [pay(says="below")],
            BOTH,
        ),
        (
            "notes in the second column",
            [*plain, [None, "Source: ONS"]],
            [pay(says="below")],
            BOTH,
        ),
        (
            "a long title over all",
            [
                ["Median hourly pay of employees in four areas, April 2024", None],
                [],
                *plain,
            ],
            [pay(says="above")],
            BOTH,
        ),
        (
            "title and date",
            [["Pay", "April 2024"], [], *plain],
            [pay(says="above")],
            BOTH,
        ),
        ("title and number", [["Table", 7], [], *plain], [pay(says="above")], BOTH),
        (
            "release and contact",
            [
                ["Release", "April 2024"],
                ["Contact", "someone@example.org"],
                ["Next", "May 2025"],
                [],
                *plain,
            ],
            [pay(says="above")],
            BOTH,
        ),
        (
            "indented names",
            [
                ["Area", "Pay"],
                ["England", 28.5],
                ["  London", 31.5],
                ["    Camden", 33.5],
            ],
            [
                table(
                    text(
                        "Area",
                        "England",
                        ("London", "  London"),
                        ("Camden", "    Camden"),
                    ),
                    number("Pay", "28.5", "31.5", "33.5"),
                )
            ],
            ASKED,
        ),
        (
            "groups as rows",
            [
                ["Area", "Pay"],
                ["South", None],
                ["London", 31.5],
                ["North", None],
                ["Leeds", 28.25],
            ],
            [
                table(
                    text("Area", "South", "London", "North", "Leeds"),
                    number("Pay", None, "31.5", None, "28.25"),
                )
            ],
            ASKED,
        ),
        (
            "footnote row of numbers",
            [*plain, [], [1, "Full-time employees only"], [2, "Provisional"]],
            [pay(says="below")],
            BOTH,
        ),
    ):
        yield file(name, "a.xlsx", workbook(*rows), *readings, also=also)
