"""Write tables drawn with spaces or bars, as they come out of pages and PDF files."""

from .model import ASKED, REFUSED, file, number, percent, rank, table, text, year
from .writing import text_file

INDUSTRIES = ("Information Technology", "Finance", "Health Care")
SHARES = ("31", "18.5", "7")
TABLES = {
    "one space": (
        "Rank Industry Percentage\n1 Information Technology 31%\n2 Finance 18.5%\n"
        "3 Health Care 7%\n"
    ),
    "two spaces": (
        "Rank  Industry  Percentage\n1  Information Technology  31%\n"
        "2  Finance  18.5%\n3  Health Care  7%\n"
    ),
    "in columns": (
        "Rank  Industry                Percentage\n"
        "1     Information Technology         31%\n"
        "2     Finance                      18.5%\n"
        "3     Health Care                     7%\n"
    ),
    "Markdown": (
        "| Rank | Industry | Percentage |\n|-----:|----------|-----------:|\n"
        "| 1 | Information Technology | 31% |\n| 2 | Finance | 18.5% |\n"
        "| 3 | Health Care | 7% |\n"
    ),
    "with rules": (
        "Rank  Industry                Percentage\n"
        "----  ----------------------  ----------\n"
        "1     Information Technology         31%\n"
        "2     Finance                      18.5%\n"
        "3     Health Care                     7%\n"
    ),
    "tabs and spaces": (
        "Rank\t Industry\t Percentage\n1\t Information Technology\t 31%\n"
        "2\t Finance\t 18.5%\n3\t Health Care\t 7%\n"
    ),
    "two tabs": (
        "Rank\t\tIndustry\t\tPercentage\n1\t\tInformation Technology\t\t31%\n"
        "2\t\tFinance\t\t18.5%\n3\t\tHealth Care\t\t7%\n"
    ),
    "quoted bars": (
        '"Rank"|"Industry"|"Percentage"\n"1"|"Information Technology"|"31%"\n'
        '"2"|"Finance"|"18.5%"\n"3"|"Health Care"|"7%"\n'
    ),
}


def files():
    right = table(
        rank("Rank", "1", "2", "3"),
        text("Industry", *INDUSTRIES),
        percent("Percentage", *SHARES),
    )
    for name, written in TABLES.items():
        for form in ("file", "paste"):
            clear = name in ("tabs and spaces", "quoted bars")
            at = "a.txt" if form == "file" else ""
            also = () if clear else (ASKED, REFUSED)
            yield file(f"{name} {form}", at, text_file(written), right, also=also)
    plain = "Year Jobs Pay\n2019 12 31.5\n2020 7 28.25\n2021 130 27.75\n"
    years = table(
        year("Year", "2019", "2020", "2021"),
        number("Jobs", "12", "7", "130"),
        number("Pay", "31.5", "28.25", "27.75"),
    )
    yield file(
        "numbers only, one space", "", text_file(plain), years, also=(ASKED, REFUSED)
    )
    sentence = "Pay rose in London and in Leeds\nIt fell in York and in Hull\n"
    alone = table(
        text("Pay rose in London and in Leeds", "It fell in York and in Hull")
    )
    yield file("two sentences", "", text_file(sentence), alone, also=(ASKED, REFUSED))
    names = "Town\nNew York\nSan Francisco\nLos Angeles\n"
    towns = table(text("Town", "New York", "San Francisco", "Los Angeles"))
    yield file(
        "one column of names with spaces", "", text_file(names), towns, also=ASKED
    )
    two = "City Name\nNew York\nSan Diego\nLos Angeles\n"
    towns = table(text("City Name", "New York", "San Diego", "Los Angeles"))
    yield file(
        "a name with as many spaces as its cells", "", text_file(two), towns, also=ASKED
    )
    grouped = "Jobs\n12 500\n7 000\n950\n"
    jobs = table(number("Jobs", "12500", "7000", "950"))
    yield file(
        "one column of numbers with spaces", "", text_file(grouped), jobs, also=ASKED
    )
