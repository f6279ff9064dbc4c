"""Find what somebody meant to write later: sample text, and notes to themselves."""

import re

from django.utils.translation import gettext as _

from .findings import Fault, shortened

_SAMPLE = re.compile(
    r"\blorem ipsum\b|\bdolor sit amet\b|\b(?:sample|dummy|placeholder|filler) text\b"
    r"|\b(?:text|more) to come\b|\[(?:insert|add|your)\b[^\]\n]{0,60}\](?!\()"
    r"|\bBlindtext\b|\bPlatzhaltertext\b",
    re.I,
)
# In capitals: who writes “to do” in a sentence means something else.
_TODO = re.compile(r"\b(?:TODO|TO DO|FIXME|TBD|TBC|XXX|TK TK|TKTK)\b|\?\?\?+")


def unfinished(source):
    """Yield a fault for each such place in the lines of a text, outside code."""
    return unfinished_lines(source.lines)


def unfinished_lines(lines):
    for number, line in enumerate(lines, 1):
        for match in _SAMPLE.finditer(line):
            yield _sample(match[0], number)
        for match in _TODO.finditer(line):
            yield _todo(match[0], line, number)


def _sample(words, line):
    problem = _("“%s” looks like sample text: write what readers need, or take it out.")
    return Fault("sample-text", words, line, problem % shortened(words))


def _todo(words, whole, line):
    """The rest of the line tells one such note from another."""
    problem = _("“%s” is a note to editors, and readers would see it.")
    what = whole.strip()
    return Fault("todo", what, line, problem % shortened(what if what else words))
