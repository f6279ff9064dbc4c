"""Find allowed tags that are never closed, or close nothing: they change the page.

In `Use the <ul> element` the name vanishes, and what follows stands in a list.
"""

import re
from collections import Counter, defaultdict

from django.utils.translation import gettext as _

from careerguide.markup.rules import (
    BLOCK_TAGS,
    HEADING_TAGS,
    PHRASING_TAGS,
    TAGS,
    VOID_TAGS,
)
from careerguide.markup.tidy import RAW

from .findings import Fault, shortened
from .hidden import has_words

# HTML lets them open: where they stand, the next one or the end of these closes them.
_CLOSED_BY = {
    "li": {"ol", "ul"},
    "dd": {"dl"},
    "dt": {"dl"},
    **dict.fromkeys(
        ("caption", "tbody", "td", "tfoot", "th", "thead", "tr"), {"table"}
    ),
}


def unbalanced(outline, source):
    places, stack = _places(source.text), _Stack()
    for tag in outline.tags:
        if tag.name in VOID_TAGS:
            if tag.is_closing:
                yield from _stray(tag, source, places)
            elif tag.name == "hr":
                yield from _rule_in_a_sentence(tag, source, places)
        elif not tag.is_closing:
            if tag.name in BLOCK_TAGS:
                while stack.tags and _ends_with_a_block(stack.tags[-1].name):
                    yield from _open(stack.pop(), source, stack, places)
            stack.push(tag)
        elif stack.names[tag.name]:
            while (last := stack.pop()).name != tag.name:
                yield from _open(last, source, stack, places)
            if not _line_of(tag, source, places):  # an end that cmark wrote
                yield from _open(last, source, stack, places)
        else:
            yield from _stray(tag, source, places)
    while stack.tags:
        yield from _open(stack.pop(), source, stack, places)


class _Stack:
    """The tags that are open; their names and those of the editor's own, counted."""

    def __init__(self):
        self.tags, self.names, self.typed = [], Counter(), Counter()

    def push(self, tag):
        self._count(tag, 1)
        self.tags.append(tag)

    def pop(self):
        self._count(self.tags[-1], -1)
        return self.tags.pop()

    def _count(self, tag, by):
        self.names[tag.name] += by
        self.typed[tag.name] += by * (not tag.is_ours)


def _ends_with_a_block(name):
    return name in PHRASING_TAGS or name == "p" or name in HEADING_TAGS


def _open(tag, source, stack, places):
    line = _line_of(tag, source, places)
    if not line or has_words(tag.written):
        return
    if any(stack.typed[name] for name in _CLOSED_BY.get(tag.name, ())):
        return
    if tag.name in ("p", "pre") and _begins_with_a_tag(source.lines[line - 1]):
        return  # one ends where the next begins; the other is told as what hides all
    values = {"tag": shortened(tag.written), "name": tag.name}
    values["text"] = shortened(tag.written.replace("<", "&lt;"))
    if tag.name == "details":
        problem = _(
            "“%(tag)s” is never closed, so all that follows is folded away with it. "
            "Write </details> on a line of its own where it ends."
        )
    else:
        problem = _(
            "“%(tag)s” is read as HTML and never closed, so readers do not see it. "
            "Write %(text)s if it is meant as it stands, or </%(name)s> where it ends."
        )
    yield Fault("open tag", tag.written, line, problem % values)


def _stray(tag, source, places):
    line = _line_of(tag, source, places)
    # One that HTML closed already, as a paragraph of ours began in it.
    is_known = tag.name == "p" and line and _begins_with_a_tag(source.lines[line - 1])
    if line and not is_known:
        problem = _(
            "“%(tag)s” is read as HTML and closes nothing, so readers do not see it. "
            "Write %(text)s if it is meant as it stands, or delete it."
        )
        values = {"tag": shortened(tag.written)}
        values["text"] = shortened(tag.written.replace("<", "&lt;"))
        yield Fault("stray tag", tag.written, line, problem % values)


def _rule_in_a_sentence(tag, source, places):
    """A line across the page where words stand on both sides."""
    line = _line_of(tag, source, places)
    before, _tag, after = source.lines[line - 1].partition(tag.written)
    if line and re.search(r"\w[ ,(“\"]+$", before) and re.match(r"\W*\w", after):
        problem = _(
            "“%(tag)s” is read as HTML and draws a line across the page here. Write "
            "%(text)s if it is meant as it stands."
        )
        values = {"tag": shortened(tag.written)}
        values["text"] = shortened(tag.written.replace("<", "&lt;"))
        yield Fault("stray tag", tag.written, line, problem % values)


def _begins_with_a_tag(line):
    return line.lstrip(" >").startswith("<")


def _places(text):
    """The lines of each tag that is written in a text, by how it is written."""
    places, line = defaultdict(set), 1
    for token in RAW.finditer(text):
        if token[2] and text[token.start() - 1 : token.start()] != "\\":
            places[token[0]].add(line)
        line += token[0].count("\n")
    return places


def _line_of(tag, source, places):
    """Where an editor wrote it; 0 for what nobody did."""
    if tag.is_ours or tag.name not in TAGS or tag.written not in places:
        return 0
    near = (tag.line, tag.line + 1, tag.line - 1, tag.line + 2)
    lines = places[tag.written]
    if found := next((line for line in near if line in lines), 0):
        return found
    # Below blank lines it is counted from the first of them.
    after = min((line for line in lines if line > tag.line), default=0)
    between = source.lines[tag.line - 1 : after - 1]
    return after if not any(map(str.strip, between)) else 0
