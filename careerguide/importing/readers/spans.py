"""Put the pieces of a line together: one kind of space, no empty ones, marks."""

import re

from ..tree import MARKS, Span

SPACE = re.compile(r"[ \t\n\r\f]+")
BY_NAME = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), "em"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "del"),
    "sub": "sub",
    "sup": "sup",
}
BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
ITALIC = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
PLAIN = re.compile(r"font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)


def marked(element, marks):
    """Return the marks of text in an element, by its name or as Google Docs writes."""
    name, style = BY_NAME.get(element.name), element.get("style")
    if not style and (not name or name in marks):
        return marks
    found = {*marks, *filter(None, (name,))}
    if BOLD.search(style):
        found.add("strong")
    elif PLAIN.search(style):
        found.discard("strong")
    if ITALIC.search(style):
        found.add("em")
    return tuple(mark for mark in MARKS if mark in found)


def joined(spans):
    """Return the spans of one line: neighbours of one kind as one, spaces as one.

    Line ends at its beginning and end are gone.
    """
    out = []
    for span in spans:
        if not (span.end or span.picture or span.note):
            text = _one_space(span.text)
            last = out[-1] if out else None
            if last is None or last.end or last.text.endswith(" "):
                text = text.removeprefix(" ")
            if not text:
                continue
            if last and last.is_like(span):
                out[-1] = last.with_text(last.text + text)
                continue
            if text != span.text:
                span = span.with_text(text)
        elif span.end:
            while out and out[-1].text == " ":
                out.pop()
            if not out:
                continue
            if out[-1].text.endswith(" ") and not out[-1].picture:
                out[-1] = out[-1].with_text(out[-1].text.rstrip(" "))
        out.append(span)
    while out and (out[-1].end or not _is_something(out[-1])):
        out.pop()
    if out and out[-1].text.endswith(" ") and not out[-1].picture:
        out[-1] = out[-1].with_text(out[-1].text.rstrip(" "))
    return tuple(out)


def _one_space(text):
    """A text with one space for several; most have none, which is seen at once."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        return SPACE.sub(" ", text)
    return text


def _is_something(span: Span):
    return bool(span.picture or span.note or span.text.strip(" "))
