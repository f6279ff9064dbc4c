"""Find references that lead nowhere: links and notes that the text does not define."""

import re

from django.utils.translation import gettext as _

from . import brackets
from .addresses import looks_like_an_address
from .findings import Fault, shortened
from .no_links import no_link
from .outline import TAG

_NOTE_CALL = re.compile(r"\[\^([^\[\]\n]{1,100})\]")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,300})\]")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]([ \t]?)\(([^()\n]{0,500})\)?")
NEAR = 40  # letters before a bracket that tell what it is
_TURNED = re.compile(r"\(([^()\[\]\n]{1,300})\)\[([^\[\]\n]{1,500})\]")


def is_like_a_note(link):
    """Return whether cmark took a note's call, whose name has a blank, for a link."""
    return link.text.startswith("^") and " " in link.text and not link.is_picture


def references(outline, source):
    notes = {
        label[1:].casefold()
        for _n, label, _r in source.definitions()
        if label[:1] == "^"
    }
    for link in outline.links:
        if is_like_a_note(link):
            problem = _(
                "“[%s]” is read as a link and not as a note: the name of a note has no "
                "blank. Write [^note-2] in both places."
            )
            yield Fault(
                "note name", link.text, link.line, problem % shortened(link.text), True
            )
    for block in outline.blocks:
        text = block.text.replace(TAG, "")
        if "[" in text:
            yield from _of_block(block, text, notes)


def _of_block(block, text, notes):
    line_of = block.lines(text)

    def at(found):
        return line_of(found.start())

    for found in _NOTE_CALL.finditer(text):
        after = text[found.end() : found.end() + 1]
        before = _before(text, found).rpartition("\n")[2]
        if brackets.is_class(before, found[1], after):
            yield _code(shortened(found[0]), at(found))
            continue
        if re.search(r"\s", found[1]):
            problem = _(
                "The name of the note “%s” has a blank, so it is no note. Write "
                "[^note-2] in both places."
            )
        elif found[1].casefold() in notes:
            problem = _(
                "The note “%s” is not shown. Begin its text on a line of its own, as "
                "in [^1]: text."
            )
        else:
            problem = _(
                "There is no note “%s”. Write its text on a line of its own, as in "
                "[^1]: text; put it in `backticks` if it is meant as it stands."
            )
        what = shortened(found[0])
        yield Fault("note call", what, at(found), problem % what, True)
    for found in _REFERENCE.finditer(text):
        before = _before(text, found)
        if brackets.is_code(before, found[1], found[2]):
            parts = (found[1], found[2] or found[1])
            is_plain = brackets.follows_a_name(before) or "".join(parts).isdigit()
            if "^" in (found[1][0], found[2][:1]):
                continue  # told of above
            if not (is_plain and all(map(brackets.is_index, parts))):
                yield _code(shortened(found[0]), at(found))
        elif not found[1].startswith("^") and not found[2].startswith("^"):
            what, label = shortened(found[0]), shortened(found[2] or found[1])
            problem = _(
                "“%(what)s” names an address that the text does not have. Add a line "
                "[%(label)s]: https://… to it, or write [words](https://…); put it in "
                "`backticks` if it is meant as it stands."
            )
            values = {"what": what, "label": label}
            yield Fault("reference", what, at(found), problem % values, True)
    for found in () if block.is_html else _LINK.finditer(text):
        inside = found[3].strip()
        is_link = not found[2] or looks_like_an_address(inside)
        if found[1].startswith("^") or not is_link or not inside:
            continue
        what = shortened(found[0])
        if brackets.is_call(_before(text, found), found[1], inside):
            yield _code(what, at(found))
            continue
        problem, blocks = no_link(found)
        yield Fault("no link", what, at(found), problem % {"what": what}, blocks)
    for found in _TURNED.finditer(text):
        if looks_like_an_address(found[2]):
            what = shortened(found[0])
            problem = _("“%s” has its brackets the wrong way round: [words](address).")
            yield Fault("no link", what, at(found), problem % what, True)


def _before(text, found):
    return text[max(0, found.start() - NEAR) : found.start()]


def _code(what, line):
    problem = _(
        "“%s” is shown as it stands, and not as a link or a note. Put it between "
        "backticks (`) if it is code."
    )
    return Fault("code", what, line, problem % what)
