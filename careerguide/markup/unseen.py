"""Words of a text that are nowhere on its page, whatever it was that took them away."""

import re
from html import unescape

from django.utils.translation import gettext as _

from .code_marks import without_containers
from .findings import Fault, shortened

MOST_LOOKED_FOR = 200  # words, one by one; others are told apart by what the page has
# What is no words of a text: tags, entities, names and addresses of links and notes.
_NOTATION = re.compile(
    r"</?[a-zA-Z][^<>]*>|&#?\w{1,40};|\[\^[^\]]{0,300}\]:?|\[\[[^\]]{0,300}\]\]|\[![A-Za-z]+\]"
    r"|(?<=\])\((?:<[^<>]*>|[^\s()]*)|(?<=\])\[[^\]]{0,300}\]|(?<=\]):[ \t]*\S+"
)
_LABEL = re.compile(r"(?:\[[^\]]*\](?=:)|(?:`{3,}|~{3,})\s*\S*)")
_WORD = re.compile(r"[^\W_]+")


def unseen(text: str, page: str, faults) -> list[Fault]:
    """Faults about words that `page`, its HTML, does not have.

    Lines that `faults` are about are left out: those say it better.
    """
    page = unescape(page)
    known, left = {*_WORD.findall(page)}, MOST_LOOKED_FOR
    told = {n for f in faults for n in range(f.line, max(f.line, f.last) + 1)}
    lost = []
    for number, line in enumerate(text.split("\n"), 1):
        if number in told:
            continue
        missing = []
        for word in _WORD.findall(_words_of(line)):
            if word not in known and left > 0:
                left -= 1
                if word not in page:
                    missing.append(word)
        if missing:
            lost.append((number, missing))
    return [*_grouped(lost)]


def _words_of(line: str) -> str:
    line = without_containers(line)
    if label := _LABEL.match(line):  # of a definition or a block of code
        line = line[label.end() :]
    return _NOTATION.sub(" ", line)


def _grouped(lost):
    """A fault for each run of lines, one after the other."""
    runs = []
    for number, missing in lost:
        if runs and runs[-1][1] >= number - 2:
            runs[-1][1] = number
            runs[-1][2].extend(missing)
        else:
            runs.append([number, number, missing])
    for first, last, missing in runs:
        words = " ".join(missing)
        problem = _("Readers do not see “%s”: HTML or a definition hides it.")
        yield Fault("unseen", words, first, problem % shortened(words), last=last)
