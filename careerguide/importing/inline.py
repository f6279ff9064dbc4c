"""Write spans of text as Markdown: each sign that would mean something is escaped."""

import re
import unicodedata
from dataclasses import replace

from .tree import MARKS, Span

# Signs that mean something wherever they stand.
ALWAYS = re.compile(r"[\\`<\[\]|~!*_]")
ENTITY = re.compile(r"&(?=#?\w{1,32};)")
ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")
# At the beginning of a line.
STARTS = re.compile(r"([ ]*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|=+\s*$|-{2,}|~{3,})")
NUMBERED = re.compile(r"([ ]*\d{1,9})([.)])(?=\s|$)")
SIGNS = {"strong": "**", "em": "*", "del": "~~"}
TAGS = {"strong": "strong", "em": "em", "del": "del", "sub": "sub", "sup": "sup"}
SAFE_LINK = re.compile(r"(?i)(?:https?://|mailto:|tel:|/)[^\s]*")
UNSAFE = re.compile(r"[\s<>\\\"`|\[\]]")


def inline(spans, picture, one_line=False):
    """Return spans as the text of a paragraph, or of a heading on one line."""
    text = "".join(_pieces(_in_one_line(spans), picture, one_line))
    lines = [_started(line) for line in text.split("\n")]
    return "\n".join(lines).strip(" ")


def leads_on(address):
    """Return whether a link's address leads anywhere from here."""
    return bool(SAFE_LINK.fullmatch(address))


def _in_one_line(spans):
    """Spans in which the end of a line in a text file is a space like others."""
    out = []
    for span in spans:
        if span.end == "soft":
            span = out[-1].with_text(" ") if out and out[-1].text else Span(" ")
        last = out[-1] if out else None
        if last and last.text and last.is_like(span):
            out[-1] = last.with_text(last.text + span.text)
        else:
            out.append(span)
    return out


def cell_text(spans, picture):
    """Return spans as the text of a table's cell, whose lines are parted by <br>."""
    return "<br>".join(inline(line, picture, True) for line in _lines(spans))


def _lines(spans):
    lines = [[]]
    for span in spans:
        if span.end == "hard":
            lines.append([])
        else:
            lines[-1].append(span)
    return lines


def _pieces(spans, picture, one_line, last=" "):
    """Yield the Markdown of spans, each link once whatever marks are within it."""
    at = 0
    while at < len(spans):
        span = spans[at]
        size = _length_of_link(spans, at)
        after = next((s.text for s in spans[at + size :] if s.text), " ")[:1] or " "
        if size > 1:
            inner = [replace(one, href="") for one in spans[at : at + size]]
            words = "".join(_pieces(inner, picture, one_line, "["))
            piece = _linked(words, span.href)
        elif span.end:
            piece = "<br>" if one_line else "\\\n"
        elif span.note:
            piece = f"[^{span.note}]"
        elif span.picture:
            address = picture(span)
            words = escaped(span.text)
            piece = f"![{words}]({_address(address)})" if address else words
        else:
            piece = _marked(span, last, after)
        at += size
        if piece:
            last = piece[-1]
            yield piece


def _length_of_link(spans, at):
    """How many spans are of one link, from one on; at least that one."""
    href, size = spans[at].href, 1
    is_link = href and leads_on(href)
    while (
        is_link
        and at + size < len(spans)
        and spans[at + size].href == href
        and not (spans[at + size].end or spans[at + size].note)
    ):
        size += 1
    return size


def _linked(text, href):
    """A text as a link, outside of the spaces around it, if that leads anywhere."""
    lead, core = _parted(text)
    core, trail = core.rstrip(" "), core[len(core.rstrip(" ")) :]
    if not core or not leads_on(href):
        return text
    return f"{lead}[{core}]({_address(href)}){trail}"


def _marked(span, last, after):
    """A span with its marks, outside of the spaces around it."""
    lead, core = _parted(span.text)
    core, trail = core.rstrip(" "), core[len(core.rstrip(" ")) :]
    if not core:
        return span.text
    written = _code if "code" in span.marks else escaped
    piece = span.reference or written(core)
    before = " " if lead else last
    behind = " " if trail else after
    for mark in reversed(MARKS):
        if mark in span.marks and mark != "code":
            piece = _with_mark(piece, mark, before, behind)
    return f"{lead}{_linked(piece, span.href)}{trail}"


def _parted(text):
    core = text.lstrip(" ")
    return text[: len(text) - len(core)], core


def _with_mark(piece, mark, before, behind):
    """Signs where Markdown reads them as such, beside what they stand; or tags."""
    sign = SIGNS.get(mark)
    if sign and _opens(before, piece[0], sign) and _opens(behind, piece[-1], sign):
        return f"{sign}{piece}{sign}"
    return f"<{TAGS[mark]}>{piece}</{TAGS[mark]}>"


def _opens(outside, inside, sign):
    """Whether a sign between two characters is read as one: it hugs what it marks."""
    if {sign[0], "~"} & {outside, inside}:  # cmark looks past tildes
        return False
    if _is_sign(inside):
        return outside.isspace() or _is_sign(outside)
    return True


def _is_sign(character):
    return unicodedata.category(character)[0] in "PS"


def _code(text):
    """A span of code; as tags where no backticks hold it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    if "|" in text or "\n" in text:  # which would end a cell
        return f"<code>{escaped(text)}</code>"
    return f"{fence}{pad}{text}{pad}{fence}"


def code_fence(text):
    """Return the fence of a block of code, longer than any within it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(3, longest + 1)


def escaped(text):
    """Return a text in which no sign means anything to Markdown."""
    text = ALWAYS.sub(_escape, text)
    if "&" in text:
        text = ENTITY.sub("&amp;", text)
    if ":" in text or "www." in text.lower():
        text = ADDRESS.sub(
            lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", text
        )
    return text


def _escape(found):
    """A sign with a backslash, where it means something.

    An underscore within a word needs none, nor does a tilde alone.
    """
    sign, whole = found[0], found.string
    before = whole[found.start() - 1 : found.start()]
    after = whole[found.end() : found.end() + 1]
    if sign == "_" and before.isalnum() and after.isalnum():
        return sign
    if sign == "*" and before == after == " ":
        return sign
    if sign == "~" and "~" not in (before, after):
        return sign
    if sign == "!" and after:
        return sign
    return f"\\{sign}"


def _started(line):
    """A line whose first sign is no heading, list, quote or rule."""
    line = line.lstrip(" \t")
    if found := NUMBERED.match(line):
        return f"{found[1]}\\{line[found.end(1) :]}"
    if STARTS.match(line):
        return f"\\{line}"
    return line


def _address(address):
    """An address that ends where it ends."""
    address = UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", address)
    return f"<{address}>" if "(" in address or ")" in address else address
