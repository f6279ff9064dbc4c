"""Find the mark that stands beside a number: 32000p, 12*, ~32,000, 5 [r]."""

import re

NOTE_BEFORE = re.compile(
    r"(<=|>=|[<>≤≥~≈]|(?:circa|approx|ca|c)\.? )\s*", re.IGNORECASE
)
BRACKETED = re.compile(r"\s*\[\s*([^][\n]{1,20}?)\s*\]")
SYMBOLS = re.compile(r"\s*(\*{1,3}|[†‡§#^]|(?<![^\W\d_])[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3})")
MARGIN = re.compile(r"\s*(±\s?\d[\d.,]{0,9}\s?%?)")
IN_PARENTHESES = re.compile(r"\s*\(([a-z]{1,2}|[0-9]{1,2}|\*)\)")
# Of several letters, as Eurostat writes them one after the other: b, d, e, p, u.
FLAG = re.compile(r"[perf]| (?:[bdepru]|(?=[bdepu]{2,3}$)b?d?e?p?u?)")


def without_note(text):
    """Return a mark that stands at an end of the cell, and what is left."""
    if found := NOTE_BEFORE.match(text):
        note = found[1].strip()
        text = text[found.end() :]
        return {"<=": "≤", ">=": "≥", "≈": "~"}.get(
            note, note if note in "<>≤≥~" else "~"
        ), text
    for pattern in (BRACKETED, MARGIN, SYMBOLS, IN_PARENTHESES):
        found = re.search(rf"(?<=[^\s([])(?:{pattern.pattern})$", text)
        if found and any(c.isdigit() for c in text[: found.start()]):
            note = next(filter(None, found.groups()))
            return note, text[: found.start()]
    return "", text


def flag(after, digits):
    """Return the letter by which statistical offices mark a number: 32000p, 12.5 b."""
    if FLAG.fullmatch(after) or (digits.endswith(" ") and FLAG.fullmatch(f" {after}")):
        return after.strip(), ""
    return "", f" {after}" if digits.endswith(" ") and after else after
