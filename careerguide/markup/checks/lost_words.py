"""Find words of a text that its page lacks, or has less often."""

import re
from collections import Counter
from html import unescape
from urllib.parse import unquote

from django.utils.translation import gettext as _

from careerguide.markup.code_marks import without_containers
from careerguide.markup.tidy import RAW
from careerguide.markup.tokens import attributes_of, read

from .findings import Fault, shortened

MOST_LOOKED_FOR = 200  # words, one by one; others are told apart by what the page has
# What is no words of a text: tags, entities, names and addresses of links and notes.
_NOTATION = re.compile(
    r"</?[a-zA-Z][^<>]*>|&#?\w{1,40};|\[\^[^\]]{0,300}\]:?|\[\[[^\]]{0,300}\]\]|\[![A-Za-z]+\]"
    r"|(?<=\])\((?:<[^<>]*>|[^\s()]*)|(?<=\])\[[^\]]{0,300}\]|(?<=\]):[ \t]*\S+"
)
_LABEL = re.compile(
    r"\[\^[^\]]*\](?=:)|\[[^\]]*\]:[ \t]*(?:<[^<>]*>|\S*)|(?:`{3,}|~{3,})\s*\S*"
)
_WORD = re.compile(r"[^\W_]+")
_READ = ("alt", "href", "src", "title")  # attributes that hold what somebody wrote


def unseen(text: str, page: str, faults) -> list[Fault]:
    """Return faults about words that `page`, its HTML, has not, or not so often.

    Lines that `faults` are about are left out: those say it better.
    """
    page = _words_of_page(page)
    told = {n for f in faults for n in range(f.line, max(f.line, f.last) + 1)}
    lines = enumerate(_without_tags(text).split("\n"), 1)
    words = {
        number: found
        for number, line in lines
        if number not in told and (found := _WORD.findall(_words_of(line)))
    }
    lost = _lost(words, page)
    return [*_grouped(_placed(words, lost))] if lost else []


def _words_of_page(page: str) -> str:
    """What readers get of a page's HTML, and none of the names that HTML has itself."""
    pieces = []
    for token in read(page):
        if not token[2]:
            pieces.append(unescape(token[0]))
        elif token[3]:
            for name, value in attributes_of(token).items():
                if name in _READ and not value.startswith("#"):
                    value = unescape(value)
                    pieces += {value, unquote(value)}
    return " ".join(pieces)


def _without_tags(text: str) -> str:
    """The text with a blank for each letter of a tag, which may be of many lines."""
    if "<" not in text:
        return text
    pieces = []
    for token in RAW.finditer(text):
        is_tag = token[2] and "\n\n" not in token[0]
        pieces.append(re.sub(r"[^\n]", " ", token[0]) if is_tag else token[0])
    return "".join(pieces)


def _words_of(line: str) -> str:
    line = without_containers(line)
    if label := _LABEL.match(line):  # of a definition or a block of code
        line = line[label.end() :]
    return _NOTATION.sub(" ", line)


def _lost(words, page):
    """How often each word is not on the page though it is in the text."""
    wanted = Counter(word for found in words.values() for word in found)
    known, left, lost = Counter(_WORD.findall(page)), MOST_LOOKED_FOR, {}
    for word, times in wanted.items():
        if known[word] < times and left > 0:
            left -= 1
            if (missing := times - page.count(word)) > 0:
                lost[word] = missing
    return lost


def _placed(words, lost):
    """(line, the words lost in it): where most of the words are among those lost."""

    def share(number):
        found = words[number]
        return sum(word in lost for word in found) / len(found)

    shares = {number: share(number) for number in words}
    placed = []
    for number in sorted(words, key=lambda n: (-shares[n], n)):
        if not shares[number]:
            break
        missing = []
        for word in words[number]:
            if lost.get(word, 0) > 0:
                lost[word] -= 1
                missing.append(word)
        if missing:
            placed.append((number, missing))
    return sorted(placed)


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
