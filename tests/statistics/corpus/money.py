"""Write money in text: currency signs and codes, scales, and negative amounts."""

from .model import ASKED, file, money, table, text
from .pairs import all_pairs
from .writing import lines_of, separated, text_file

JOBS = ("Cook", "Doctor", "Driver")
# How an amount is written, its currency, and whether it stands for several.
SIGNS = {
    "$ before": ("${}", "USD", True),
    "US$": ("US${}", "USD", False),
    "A$": ("A${}", "AUD", False),
    "R$": ("R$ {}", "BRL", False),
    "pound": ("£{}", "GBP", False),
    "euro before": ("€{}", "EUR", False),
    "euro after": ("{} €", "EUR", False),
    "code before": ("CHF {}", "CHF", False),
    "code after": ("{} EUR", "EUR", False),
    "rupee": ("₹{}", "INR", False),
    "yen": ("¥{}", "JPY", True),
    "zloty": ("{} zł", "PLN", False),
    "franc": ("Fr. {}", "CHF", False),
}
SCALES = {
    "plain": ("", ""),
    "k": ("k", "thousand"),
    "K": ("K", "thousand"),
    "M": ("M", "million"),
    "m": ("m", "million"),
    "bn": ("bn", "billion"),
    "billion": (" billion", "billion"),
    "million": (" million", "million"),
    "Mio.": (" Mio.", "million"),
    "Mrd.": (" Mrd.", "billion"),
    "Tsd.": (" Tsd.", "thousand"),
}
NEGATIVE = {
    "none": None,
    "hyphen": lambda shown: f"-{shown}",
    "minus": lambda shown: f"\N{MINUS SIGN}{shown}",
    "en dash": lambda shown: f"\N{EN DASH}{shown}",
    "brackets": lambda shown: f"({shown})",
}
AMOUNTS = ("85.5", "120.25", "7.75")


def files():
    for each in all_pairs(
        allowed=_makes_sense,
        sign=tuple(SIGNS),
        scale=tuple(SCALES),
        negative=tuple(NEGATIVE),
        form=("csv", "paste"),
    ):
        yield _file(**each)


def _makes_sense(sign, scale, negative, form):
    if scale != "plain" and sign in ("A$", "R$", "rupee", "zloty", "US$", "yen"):
        return scale == "k"
    if scale in ("K", "million", "Tsd.") and sign not in ("$ before", "euro after"):
        return False
    is_german = scale in ("Mio.", "Mrd.", "Tsd.")
    return not is_german or sign in ("euro after", "code after", "franc", "code before")


def _file(sign, scale, negative, form):
    template, currency, shared = SIGNS[sign]
    word, name = SCALES[scale]
    mark = "," if word.endswith(".") else "."
    cells = [template.format(a.replace(".", mark) + word) for a in AMOUNTS]
    amounts = list(AMOUNTS)
    if change := NEGATIVE[negative]:
        cells[1] = change(cells[1])
        amounts[1] = f"-{amounts[1]}"
    right = table(
        text("Job", *JOBS),
        money("Pay", currency, *amounts, scale=name),
        says=["currency"] * (shared and form == "csv"),
    )
    lines = lines_of(("Job", "Pay"), JOBS, cells)
    # A sign that several currencies share may be asked about.
    return file(
        f"{sign} {scale}, negative {negative} {form}",
        "" if form == "paste" else "a.csv",
        text_file(separated(lines, "\t" if form == "paste" else ";")),
        right,
        also=(ASKED,) * shared,
    )
