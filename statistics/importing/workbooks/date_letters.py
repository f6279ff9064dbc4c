"""Find letters of date formats that mean nothing in every spreadsheet: ggge, JJJJ.

They are those of other calendars (eras, years of Buddha), of other programs (quarters,
weeks), or of other languages, in which careless programs write formats. What they show
is not for us to tell: the day itself is.
"""

import re

NUMBERS = ("digits", "general", "exponent", "percent", "at", "elapsed")
WEEKDAYS = {"aaa": "ddd", "aaaa": "dddd"}  # of Japanese, Chinese and Korean
# Of formats that have no letter of ours: eras, Buddha's years, quarters, weeks; and
# days, months and years in languages whose letters are others.
ALONE = re.compile(r"[gebaqwnrjtåkpvuдмгчсημεωλ]{1,12}", re.IGNORECASE)
# Calendars of a locale identifier other than ours: eras, Hijri, Buddha's, Hebrew.
CALENDARS = frozenset((2, 3, 4, 5, 6, 7, 8, 11, 12, 23))


def unknown_date(tokens):
    """Return the tokens of a date whose letters nobody knows, or nothing.

    One says so, with what is written; the others say whether hours are shown.
    """
    tokens = _with_weekdays(tokens)
    if any(kind in NUMBERS for kind, _text in tokens):
        return []
    dates = [text for kind, text in tokens if kind == "date"]
    letters = "".join(text for kind, text in tokens if kind == "letter")
    is_other = any(kind == "locale" and _has_calendar(text) for kind, text in tokens)
    if dates and _is_iso(dates, letters):
        letters = ""
    if not letters and not (dates and is_other):
        return []
    if not dates and not ALONE.fullmatch(letters):
        return []
    written = "".join(
        text for kind, text in tokens if kind not in ("locale", "currency")
    )
    kept = [token for token in tokens if token[0] in ("date", "locale")]
    return [("unknown", written.strip()), *kept]


def without_letters(tokens):
    """Return the tokens with letters that nobody quoted as text."""
    tokens = _with_weekdays(tokens)
    return [("literal" if k == "letter" else k, text) for k, text in tokens]


def _with_weekdays(tokens):
    """aaaa as the day of the week, where it is no year: beside one, or alone."""
    text = "".join(
        part.lower() if kind in ("letter", "date") else " " for kind, part in tokens
    )
    found = re.fullmatch(r"[^a]*(?<!a)(aaaa?)(?!a)[^a]*", text)
    others = set(text.replace("a", "")) - {" "}
    if not found or others & set("jgt"):
        return tokens
    if found[1] == "aaaa" and others and "y" not in others:
        return tokens  # a year of the south: dd/mm/aaaa
    places = [
        n
        for n, (kind, part) in enumerate(tokens)
        if (kind, part.lower()) == ("letter", "a")
    ]
    made = [token for n, token in enumerate(tokens) if n not in places[1:]]
    made[places[0]] = ("date", WEEKDAYS[found[1]])
    return made


def _is_iso(dates, letters):
    """Whether the letters are those of ISO 8601: yyyy-mm-ddThh:mm:ssZ."""
    parts = {text[0].lower() for text in dates}
    return {"d", "h"} <= parts and letters in ("T", "TZ", "Z")


def _has_calendar(place):
    """Whether [$-107041E] names another calendar in its third byte."""
    if not re.fullmatch("[0-9A-Fa-f]{5,8}", place):
        return False
    return (int(place, 16) >> 16) & 0xFF in CALENDARS
