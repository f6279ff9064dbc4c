"""Write days whose format has letters of another calendar, program or language."""

from .model import file, number, table, text
from .writing import workbook

DAYS = (45047, 43407)  # 2023-05-01, 2018-11-03
FULL = ("2023-05-01", "2018-11-03")
UNKNOWN = {
    "ja": (
        '[$-411]ggge"年"',
        'ggge"年"m"月"d"日"',
        "[$-411]ge.m.d;@",
        "e",
        "gee.mm.dd",
    ),
    "th": ("bbbb", "dd/mm/bb", "d mmm bbbb", "[$-107041E]d/m/yyyy"),
    "ar": ("B2yyyy/mm/dd", "[$-2060401]yyyy/mm/dd", "B2dd/mm/yy"),
    "en": ("q", '"Q"q yyyy', "ww", "nn", "NNNN d mmm", "RRRR-MM-DD"),
    "de": ("TT.MM.JJJJ", "TT.MM.JJ", "T. MMMM JJJJ", "JJJJ-MM-TT"),
    "fr": ("jj/mm/aaaa", "jj/mm/aa"),
    "es": ("dd/mm/aaaa",),
    "it": ("gg/mm/aaaa",),
    "sv": ("åååå-MM-DD",),
    "pl": ("rrrr-mm-dd", "dd.mm.rrrr"),
    "tr": ("gg.aa.yyyy",),
    "ru": ("ДД.ММ.ГГГГ",),
    "el": ("ηη/μμ/εεεε",),
    "fi": ("pp.kk.vvvv",),
    "nl": ("dd-mm-jjjj",),
}
WEEKDAYS = {
    "ja": (("aaa", ("月", "土")), ("aaaa", ("月曜日", "土曜日"))),
    "en": (("ddd", ("Mon", "Sat")), ("dddd", ("Monday", "Saturday"))),
}


def files():
    rows = [["When", "n"], *map(list, zip(DAYS, (5, 6), strict=True))]
    for language, codes in UNKNOWN.items():
        for code in codes:
            yield file(
                f"{language} {code}",
                "a.xlsx",
                workbook(*rows, formats={"A": code}),
                table(text("When", *FULL), number("n", "5", "6"), says="in full"),
                language=language,
            )
    for language, pairs in WEEKDAYS.items():
        for code, shown in pairs:
            yield file(
                f"{language} {code}",
                "a.xlsx",
                workbook(*rows, formats={"A": code}),
                table(text("When", *shown), number("n", "5", "6")),
                language=language,
            )
    for code in ("General", "Standard", "Général", "G/標準", "Estándar"):
        yield file(
            f"any number {code}",
            "a.xlsx",
            workbook(*rows, formats={"A": code}),
            table(number("When", *map(str, DAYS)), number("n", "5", "6")),
        )
