"""Write column names in several lines, with units, notes, numbers, or none."""

from .areas import AREAS, BOTH, JOBS, PAY, named, pay, rows_of
from .model import ASKED, file, number, table, text, year
from .writing import workbook


def files():
    jobs = [str(value) for value in JOBS]
    plain = [["Area", "Pay"], *rows_of(AREAS, PAY)]
    for name, rows, readings, also in (
        (
            "units below the names",
            [["Area", "Pay"], [None, "£ per hour"], *plain[1:]],
            [pay(says="£ per hour"), named("£ per hour")],
            BOTH,
        ),
        (
            "an empty column within",
            [["Area", None, "Pay"], *rows_of(AREAS, [None] * 4, PAY)],
            [pay()],
            BOTH,
        ),
        (
            "numbers as names of columns",
            [["Area", 2022, 2023], *rows_of(AREAS, PAY, JOBS)],
            [
                table(
                    text("Area", *AREAS),
                    number("2022", *map(str, PAY)),
                    number("2023", *jobs),
                )
            ],
            ASKED,
        ),
        (
            "a total in a column",
            [["Area", "Pay", "Total"], *rows_of(AREAS, PAY, JOBS)],
            [pay(number("Total", *jobs), totals=())],
            ASKED,
        ),
        (
            "names of three lines",
            [
                ["Area", "Pay", "Jobs"],
                [None, "per hour", "thousands"],
                [None, "£", "n"],
                *rows_of(AREAS, PAY, JOBS),
            ],
            [
                table(
                    text(("Area",), *AREAS),
                    number(("Pay",), *map(str, PAY)),
                    number(("Jobs",), *jobs),
                )
            ],
            BOTH,
        ),
        (
            "names with line ends",
            [["Area", "Pay\n(£ per hour)"], *plain[1:]],
            [
                table(
                    text("Area", *AREAS),
                    number(("Pay", "(£ per hour)"), *map(str, PAY)),
                )
            ],
            BOTH,
        ),
        (
            "names with notes",
            [["Area [note 1]", "Pay [note 2]"], *plain[1:]],
            [table(text(("Area",), *AREAS), number(("Pay",), *map(str, PAY)))],
            BOTH,
        ),
        (
            "numbers of columns below names",
            [["Area", "Pay"], [1, 2], *plain[1:]],
            [
                pay(),
                table(text("Area", "1", *AREAS), number("Pay", "2", *map(str, PAY))),
            ],
            BOTH,
        ),
        (
            "no names",
            plain[1:],
            [table(text(("",), *AREAS), number(("",), *map(str, PAY)))],
            BOTH,
        ),
        (
            "years down and across",
            [["Year", 2022, 2023], [2020, 1.5, 2.5], [2021, 3.5, 4.5]],
            [
                table(
                    year("Year", "2020", "2021"),
                    number("2022", "1.5", "3.5"),
                    number("2023", "2.5", "4.5"),
                )
            ],
            BOTH,
        ),
    ):
        yield file(name, "a.xlsx", workbook(*rows), *readings, also=also)
