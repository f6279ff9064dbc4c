"""Write text in the encodings that programs use."""

import codecs

from .model import REFUSED, file, number, table, text
from .writing import lines_of, separated

PLACES = {
    "West": ("Zürich", "Malmö", "Orléans", "Łódź"),
    "Windows": ("Zürich", "Malmö", "Orléans", "50 € “new”"),
    "Greek": ("Αθήνα", "Πάτρα", "Βόλος", "Χανιά"),
    "Hindi": ("दिल्ली", "मुंबई", "पुणे", "चेन्नई"),
    "Arabic": ("القاهرة", "دبي", "عمّان", "الرباط"),
    "Japan": ("東京", "大阪", "京都", "札幌"),
}
PAY = ("31.5", "28.25", "1250.75", "9.5")
MARKED = {
    "UTF-8 with its mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 LE": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-8": str.encode,
}


def files():
    for (name, encode), (script, places) in zip(
        [*MARKED.items()] * 3, [*PLACES.items()] * 2, strict=True
    ):
        yield _file(f"{name} {script}", encode, places)
    for end, mark in (("le", codecs.BOM_UTF32_LE), ("be", codecs.BOM_UTF32_BE)):
        yield _file(
            f"UTF-32 {end}",
            lambda text, end=end, mark=mark: mark + text.encode(f"utf-32-{end}"),
            PLACES["Japan"],
        )
    for encoding in ("cp1252", "latin-1"):
        script = "Windows" if encoding == "cp1252" else "West"
        places = PLACES[script] if encoding == "cp1252" else PLACES["West"][:3] + ("é",)
        yield _file(encoding, lambda t, e=encoding: t.encode(e), places, "encoding")
    for encoding in ("cp1250", "iso8859_2", "cp1253", "cp1251", "shift_jis"):
        places = {"cp1253": "Greek", "shift_jis": "Japan"}.get(encoding, "West")
        places = PLACES[places] if encoding != "cp1251" else ("Москва", "Томск") * 2
        # Nobody can tell what it is; that is said, or the file is refused.
        yield file(
            f"{encoding} which nothing names",
            "pay.csv",
            lambda e=encoding, p=places: _text(p).encode(e),
            table(
                text("Place", *[(p, _misread(p, encoding)) for p in places]),
                number("Pay", *PAY),
                says="encoding",
            ),
            also=REFUSED,
        )
    plain = lambda: _text(PLACES["West"]).encode("utf-16-le")  # noqa: E731
    right = table(text("Place", *PLACES["West"]), number("Pay", *PAY))
    yield file("UTF-16 without its mark", "pay.csv", plain, right, also=REFUSED)
    torn = lambda: codecs.BOM_UTF16_LE + b"A\0,\0B\0\n\0x"  # noqa: E731
    yield file("UTF-16 torn", "pay.csv", torn, also=REFUSED)


def _text(places):
    return separated(lines_of(("Place", "Pay"), places, PAY), ";", "\r\n")


def _misread(place, encoding):
    return place.encode(encoding).decode("cp1252", errors="replace")


def _file(name, encode, places, says=()):
    right = table(text("Place", *places), number("Pay", *PAY), says=says)
    return file(name, "pay.csv", lambda: encode(_text(places)), right)
