"""Take a workbook's number format apart: sections, conditions, literals, placeholders.

A code has up to four sections, for numbers above zero, below it, zero, and texts; or
conditions of its own: [>=1000000]0.0,,"M";[>=1000]0,"K";0.
"""

import operator
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from statistics.importing.values.currencies import (
    country_of_lcid,
    country_of_tag,
    of_country,
)

from .date_letters import unknown_date, without_letters

# What the numbers of formats mean that no workbook spells out.
BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **{5: '"$"#,##0', 6: '"$"#,##0', 7: '"$"#,##0.00', 8: '"$"#,##0.00'},
    **{11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 15: "d-mmm-yy", 16: "d-mmm"},
    **{17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss"},
    **{37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0"},
    **{42: '"$"#,##0', 43: "#,##0.00", 44: '"$"#,##0.00', 45: "mm:ss", 46: "[h]:mm:ss"},
    **{47: "mm:ss.0", 48: "##0.0E+0", 49: "@"},
}
# Days as the computer's own region writes them, which nobody else can tell.
DAY, DAY_AND_HOUR = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
BUILT_IN |= dict.fromkeys((14, *range(27, 32), 36, *range(50, 55), 57, 58), DAY)
BUILT_IN |= {22: DAY_AND_HOUR, 32: "h:mm", 33: "h:mm:ss"}
# These are a month in one country and a time in the next: the number tells.
EITHER = "[>=1]yyyy-mm-dd hh:mm;h:mm"
BUILT_IN |= {34: EITHER, 35: EITHER + ":ss", 55: EITHER, 56: EITHER + ":ss"}

TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?'
    r"|\\(?P<escaped>.)"
    r"|_(?P<space>.)"
    r"|\*(?P<fill>.)"
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<gregorian>[bB]1)"
    r"|(?P<general>(?i:General|Standard|Standaard|Estándar|Général|Geral|Genel|Ogólny|"
    r"Allmänt|Основной)|G/標準|G/通用格式|G/표준)"
    r"|(?P<meridiem>(?i:AM/PM|A/P)|上午/下午|午前/午後|오전/오후)"
    r"|(?P<exponent>[eE][-+][0#?]+)"
    r"|(?P<slash>/[1-9][0-9]*)"
    r"|(?P<digits>[0#?](?:[0#?,]*[0#?])?)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+)"
    r"|(?P<letter>[^\W\d_])"
    r"|(?P<other>.)",
    re.DOTALL,
)
CONDITION = re.compile(r"(<=|>=|<>|=|<|>)\s*(-?[0-9.]+)")
COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
LONGEST_CODE = 300


@dataclass(frozen=True)
class Section:
    """`tokens` are (kind, text); `condition` is (comparison, number) or None."""

    tokens: tuple
    condition: tuple | None = None

    def has(self, *kinds):
        return any(kind in kinds for kind, _text in self.tokens)

    @property
    def is_date(self):
        if self.has("elapsed", "unknown"):
            return True
        return self.has("date") and not self.has("general", "exponent", "percent")

    @property
    def unknown(self):
        """What is written in a date's format that nobody knows, or ""."""
        return next((text for kind, text in self.tokens if kind == "unknown"), "")


@lru_cache(maxsize=512)
def sections_of(code):
    """Return the sections of a code, the first four."""
    tokens, sections = [], []
    for found in TOKEN.finditer(code[:LONGEST_CODE]):
        kind, text = found.lastgroup, found[found.lastgroup]
        if kind == "other" and text == ";":
            sections.append(_section(tokens))
            tokens = []
        else:
            tokens.append((kind, text))
    sections.append(_section(tokens))
    return tuple(sections[:4])


def section_for(number, code):
    """Return the section of a number, and whether it shows the minus itself."""
    sections = sections_of(code)[:3]
    conditions = [section.condition for section in sections]
    if any(conditions):
        for section in sections:
            if not section.condition or COMPARE[section.condition[0]](
                number, section.condition[1]
            ):
                return section, False
        return sections[-1], False
    if number < 0 and len(sections) > 1:
        return sections[1], True
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _section(tokens):
    made, condition = [], None
    for kind, text in tokens:
        if kind == "bracket":
            if found := CONDITION.fullmatch(text.strip()):
                condition = _condition(found) or condition
            elif ELAPSED.fullmatch(text) and len(set(text.lower())) == 1:
                made.append(("elapsed", text.lower()))
            elif text.startswith("$"):
                made += _currency(text[1:])
        elif kind in ("quoted", "escaped"):
            made.append(("literal", text))
        elif kind == "space":
            made.append(("literal", " "))
        elif kind == "other":
            made.append((_kind_of(text), text))
        elif kind not in ("fill", "gregorian"):
            made.append((kind, text))
    made = unknown_date(made) or _with_literals(without_letters(made))
    return Section(tuple(made), condition)


def _condition(found):
    try:
        return found[1], Decimal(found[2])
    except InvalidOperation:
        return None


def _currency(text):
    """[$$-C09] as a sign and its country: the code of a currency where both tell it."""
    sign, _dash, place = text.partition("-")
    made = []
    if place and re.fullmatch("[0-9A-Fa-f]{1,8}", place):
        country = country_of_lcid(int(place, 16))
    else:
        country = country_of_tag(place)
    if sign:
        code = of_country(sign.strip(), country)
        made.append(("currency", f" {code} " if code else sign))
    made.append(("locale", place))
    return made


def _kind_of(character):
    return {"%": "percent", "/": "slash", ",": "comma", ".": "point", "@": "at"}.get(
        character, "literal"
    )


def _with_literals(tokens):
    """Letters of dates beside placeholders for digits are text that nobody quoted.

    Only seconds have digits after them. A stroke that parts no digits is text, too.
    """
    kinds = [kind for kind, _text in tokens]
    has_both = {"date", "digits"} <= set(kinds) and "elapsed" not in kinds
    seconds = any(kind == "date" and text[0] in "sS" for kind, text in tokens)
    if has_both and (kinds.index("digits") < kinds.index("date") or not seconds):
        tokens = [("literal" if k == "date" else k, text) for k, text in tokens]
    digits = [place for place, kind in enumerate(kinds) if kind == "digits"]
    return [
        ("literal", text)
        if kind == "slash" and "date" not in kinds and not _parts(place, text, digits)
        else (kind, text)
        for place, (kind, text) in enumerate(tokens)
    ]


def _parts(place, text, digits):
    """Whether a stroke stands between digits, or before a denominator: ?/?, ??/100."""
    return place - 1 in digits and (place + 1 in digits or len(text) > 1)
