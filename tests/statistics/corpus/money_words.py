"""Write money as several countries do, and money that is mixed."""

from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import lines_of, separated, text_file

JOBS = ("Cook", "Doctor", "Driver")
AMOUNTS = ("85.5", "120.25", "7.75")


def files():
    for name, cells, column, also, language in (
        (
            "groups and $",
            ("$1,234.50", "$12,000", "$(950.25)"),
            _money("USD", "1234.50", "12000", "-950.25"),
            ASKED,
            "en",
        ),
        (
            "sign within",
            ("$-5.50", "$7.25", "-$8"),
            _money("USD", "-5.50", "7.25", "-8"),
            ASKED,
            "en",
        ),
        (
            "Swiss",
            ("Fr. 90'000.-", "Fr. 72'800.-", "Fr. 8'450.-"),
            _money("CHF", "90000", "72800", "8450"),
            (),
            "de-ch",
        ),
        (
            "CHF and apostrophes",
            ("CHF 90’000.50", "CHF 72’800.00", "CHF 8’450.75"),
            _money("CHF", "90000.50", "72800.00", "8450.75"),
            (),
            "de-ch",
        ),
        (
            "Indian",
            ("₹6,50,000", "₹12,00,000", "₹95,000"),
            _money("INR", "650000", "1200000", "95000"),
            (),
            "en-in",
        ),
        (
            "lakh",
            ("₹6.5 lakh", "₹12 lakh", "₹9.75 lakh"),
            _money("INR", "650000", "1200000", "975000"),
            (ASKED, REFUSED),
            "en-in",
        ),
        (
            "crore",
            ("₹1.5 crore", "₹2 crore", "₹0.5 crore"),
            _money("INR", "15000000", "20000000", "5000000"),
            (ASKED, REFUSED),
            "en-in",
        ),
        (
            "ten thousands of yen",
            ("450万円", "600万円", "382万円"),
            _money("JPY", "4500000", "6000000", "3820000"),
            (ASKED, REFUSED),
            "en",
        ),
        (
            "kr in Swedish",
            ("35 000 kr", "42 500 kr", "28 900 kr"),
            _money("SEK", "35000", "42500", "28900"),
            ASKED,
            "sv",
        ),
        (
            "złoty with spaces",
            ("7 500 zł", "12 250 zł", "9 800 zł"),
            _money("PLN", "7500", "12250", "9800"),
            (),
            "en",
        ),
        (
            "billions as words",
            ("$75.55 billion", "$8.4 billion", "$96.7 billion"),
            _money("USD", "75.55", "8.4", "96.7", scale="billion"),
            ASKED,
            "en",
        ),
        (
            "thousands of euros",
            ("12,5 T€", "9,75 T€", "101,25 T€"),
            _money("EUR", "12.5", "9.75", "101.25", scale="thousand"),
            ASKED,
            "de",
        ),
        (
            "trillion",
            ("$1.5 trillion", "$2.25 trillion", "$0.75 trillion"),
            _money("USD", "1.5", "2.25", "0.75", scale="trillion"),
            ASKED,
            "en",
        ),
        (
            "percent with a space",
            ("12,5 %", "7,25 %", "0,5 %"),
            percent("Pay", "12.5", "7.25", "0.5"),
            (),
            "de",
        ),
        (
            "percent with its own minus",
            ("−12.5%", "–7%", "(3.25%)"),
            percent("Pay", "-12.5", "-7", "-3.25"),
            (),
            "en",
        ),
        (
            "plain numbers with scale",
            ("1.5k", "12.25k", "8k"),
            number("Pay", "1.5", "12.25", "8", scale="thousand"),
            ASKED,
            "en",
        ),
        (
            "plus signs",
            ("+1.5", "+12.25", "-8"),
            number("Pay", "1.5", "12.25", "-8"),
            (),
            "en",
        ),
    ):
        lines = lines_of(("Job", "Pay"), JOBS, cells)
        says = ["currency"] if cells[0].startswith("$") or "kr" in cells[0] else []
        right = table(text("Job", *JOBS), column, says=says)
        yield file(
            name,
            "a.csv",
            text_file(separated(lines, ";")),
            right,
            also=also,
            language=language,
        )
    for name, cells in (
        ("two currencies", ("$85.5", "£120.25", "€7.75")),
        ("money and percent", ("$85.5", "12%", "$7")),
        ("two dollars", ("US$85.5", "A$120.25", "C$7.75")),
        ("kr of nobody knows where", ("35 000 kr", "42 500 kr", "28 900 kr")),
    ):
        lines = lines_of(("Job", "Pay"), JOBS, cells)
        right = table(text("Job", *JOBS), text("Pay", *cells), says=["text"])
        yield file(
            name,
            "a.csv",
            text_file(separated(lines, ";")),
            right,
            also=(ASKED, REFUSED),
        )
    mixed = ("85k", "1.5M", "900")
    lines = lines_of(("Job", "Pay"), JOBS, [f"£{cell}" for cell in mixed])
    right = table(text("Job", *JOBS), money("Pay", "GBP", "85000", "1500000", "900"))
    yield file(
        "scales mixed",
        "a.csv",
        text_file(separated(lines, ";")),
        right,
        also=(ASKED, REFUSED),
    )
    lines = lines_of(("Job", "Pay (£ thousand)"), JOBS, AMOUNTS)
    right = table(text("Job", *JOBS), number("Pay (£ thousand)", *AMOUNTS))
    as_money = table(
        text("Job", *JOBS), money("Pay (£ thousand)", "GBP", *AMOUNTS, scale="thousand")
    )
    yield file(
        "scale in the label", "a.csv", text_file(separated(lines, ";")), right, as_money
    )
    range_cells = ("$85-90", "$100–120", "$7-9")
    lines = lines_of(("Job", "Pay"), JOBS, range_cells)
    right = table(text("Job", *JOBS), text("Pay", *range_cells))
    yield file(
        "ranges",
        "a.csv",
        text_file(separated(lines, ";")),
        right,
        also=(ASKED, REFUSED),
    )


def _money(currency, *amounts, scale=""):
    return money("Pay", currency, *amounts, scale=scale)
