"""Write lists as people type them, and loose quotation marks."""

from .model import ASKED, REFUSED, file, money, number, table, text
from .writing import text_file

BOTH = (ASKED, REFUSED)
JOBS = ("Nurses", "Cooks", "Bakers")
BETWEEN = {
    "hyphens": " - ",
    "dashes": " – ",
    "colons": ": ",
    "leaders": " ........ ",
    "spaced leaders": " . . . . . ",
    "arrows": " → ",
}


def files():
    for name, between in BETWEEN.items():
        for kind, language, cells, column in (
            (
                "pounds",
                "en",
                ("£61,200.50", "£32,300.25", "£900"),
                money(("",), "GBP", "61200.50", "32300.25", "900"),
            ),
            (
                "decimals",
                "de",
                ("1,5", "2,25", "0,9"),
                number(("",), "1.5", "2.25", "0.9"),
            ),
            (
                "euros",
                "de",
                ("1.200,50 €", "2.900,00 €", "900 €"),
                money(("",), "EUR", "1200.50", "2900", "900"),
            ),
            ("thousands", "en", ("61,200", "32,300", "900"), None),
        ):
            lines = [
                f"{job}{between}{cell}" for job, cell in zip(JOBS, cells, strict=True)
            ]
            readings = [table(text(("",), *JOBS), column)] if column else []
            for at in ("a.csv", ""):
                yield file(
                    f"{name}, {kind}, {'file' if at else 'paste'}",
                    at,
                    text_file("\n".join(lines) + "\n"),
                    *readings,
                    also=BOTH if kind in ("pounds", "thousands") else ASKED,
                    language=language,
                )
    for name, written in (
        ("numbers in brackets", "Nurses (61,200)\nCooks (32,300)\nBakers (900)\n"),
        ("two names above a list", "Job,Pay\nNurses - 61,200\nCooks - 32,300\n"),
        ("commas in prose and numbers", "York, about 1,200\nHull, about 2,300\n"),
        ("two numbers or one", "1,234\n2,345\n3,456\n"),
        ("decimals or two numbers", "0,5\n0,7\n0,8\n"),
        ("years and dashes", "2019 - 1,200\n2020 - 1,300\n2021 - 900\n"),
        ("ranges", "1,000-2,000\n2,000-3,000\n3,000-4,000\n"),
        ("years and colons", "2019: 1,200\n2020: 1,300\n2021: 900\n"),
        ("leaders without spaces", "Nurses….61,200\nCooks…..32,300\nBakers…900\n"),
        (
            "several in a line",
            "Nurses: 61,200, Cooks: 9,100\nVets: 9,000, Men: 1,100\n",
        ),
        ("a note below a list", "A: 1,200\nB: 1,300\nC: 900\n\nSource: ONS\n"),
        ("two places", "lat 51,5 lon 0,12\nlat 52,5 lon 1,12\n"),
    ):
        yield file(name, "a.csv", text_file(written), also=BOTH)
    plain = "Job,Pay\nNurses,61\nCooks,32\n"
    right = table(text("Job", "Nurses", "Cooks"), number("Pay", "61", "32"))
    yield file("cells and no list", "a.csv", text_file(plain), right)
    grades = "Level,Pay\n1,300\n2,350\n"
    right = table(number("Level", "1", "2"), number("Pay", "300", "350"))
    yield file("small numbers", "a.csv", text_file(grades), right, also=BOTH)
    for name, written in (
        ("not closed", 'Beruf;Gehalt;Note\nKoch;1,5;ok\nArzt;2,5;"gut\nWirt;3,5;ok\n'),
        ("text after", 'Teil;Preis\n"x" y;2,5\nz;3,5\n'),
        ("text after, tabs", 'Teil\tPreis\n"x" y\t2,5\nz\t3,5\n'),
        ("in a name", 'Ort;Jahr;"Arm" (BM 2002)\nWelt;1820;83,9\nWelt;1850;81,5\n'),
        ("at the end", 'Teil;Preis\nz;3,5\ny;2,5\nx;"1,5\n'),
    ):
        yield file(
            f"quote {name}", "a.csv", text_file(written), also=BOTH, language="de"
        )
    inches = 'Teil;Preis\n12" Rohr;1,5\n5" x 3";2,5\n'
    right = table(text("Teil", '12" Rohr', '5" x 3"'), number("Preis", "1.5", "2.5"))
    yield file("inches", "a.csv", text_file(inches), right, language="de")
