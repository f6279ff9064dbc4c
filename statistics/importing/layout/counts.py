"""Read a cell that numbers its column: 1, (1), A, II, Spalte 3, (4)=(2)+(3)."""

import re
import unicodedata

from django.utils.translation import pgettext_lazy

from careerguide.languages.roman import roman_number
from statistics.importing.values.characters import plain
from statistics.table.vocabulary import folded, words_of

COLUMN = pgettext_lazy(
    "words, separated by commas",
    "column, columns, column no, column no., col, col., c, spalte, spalten, "
    "spalten-nr., sp, sp., colonne, colonnes, colonna, columna, coluna, kolumn, "
    "kolonne, kol, kol., kolumna, kolumny, kolom, sloupec, oszlop, sarake, sütun, "
    "no, no., nr, nr., n°, графа, гр, гр., столбец, 列, 欄, 열, स्तंभ, कॉलम, العمود, "
    "عمود, סעיף",
)
BRACKETS = {"(": ")", "[": "]", "<": ">", "{": "}", "-": "-"}
FORMULA = re.compile(
    r"(?P<count>[0-9]{1,2}|\([0-9]{1,2}\)|\[[0-9]{1,2}\])\s*(?:=|:|\((?=.*[-+*/×÷:x]))[\s0-9+*/×÷x():=%.-]+"
)
ALPHABETS = (
    *("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрст", "αβγδεζηθικλμ"),
    *("أبجدهوزحطي", "ابجدهوزحطي", "אבגדהוזחטי", "甲乙丙丁戊己庚辛壬癸", "ㄱㄴㄷㄹㅁ"),
    *("अआइई", "कखगघङ", "가나다라마바사"),
)


def count_of(cell):
    """Return (style, number) of one count, such as (1), II or Spalte 3, or None."""
    text = plain(str(cell))
    if len(text) > 40:
        return None
    if found := FORMULA.fullmatch(text):
        return count_of(found["count"])
    if found := re.fullmatch(r"([0-9]{1,2})(?:\.0)?", text):
        return "digits", int(found[1])
    if re.fullmatch("-[0-9]{1,2}", text):  # what a spreadsheet makes of (1)
        return "minus", int(text[1:])
    if len(text) > 2 and BRACKETS.get(text[0]) == text[-1]:
        inner = count_of(text[1:-1].strip())
        if not inner or inner[0] in ("minus", "brackets"):
            return None
        kind = "brackets" if inner[0] == "digits" else f"{inner[0]} in brackets"
        return kind, inner[1]
    if found := re.fullmatch(r"([0-9]{1,2}|[a-z])[.)]", text, re.IGNORECASE):
        return "point", count_of(found[1])[1]
    if found := re.fullmatch(r"([^\W\d_]+\.?|№|#) ?([0-9]{1,2})", text):
        is_column = found[1] in "№#" or folded(found[1]) in words_of(COLUMN)
        return ("word", int(found[2])) if is_column else None
    return _letter(text)


def _letter(text):
    if len(text) == 1:
        value = unicodedata.numeric(text, None)
        if value and value == int(value):
            return "numeral", int(value)
        for alphabet in ALPHABETS:
            if text.casefold() in alphabet and text.casefold() not in "ivx":
                return "letters", alphabet.index(text.casefold()) + 1
    number = roman_number(text)
    return ("roman", number) if number and number < 40 else None
