"""Find texts that a line below them makes a heading, where nobody meant one.

A line of hyphens or equals signs right below a paragraph underlines a heading. Whoever
wanted a rule below a sentence, or began a list there, gets one as well.
"""

import re

from django.utils.translation import gettext as _

from careerguide.markup.code_marks import without_containers

from .findings import Fault, shortened
from .outline import TAG

_LINE = re.compile(r"(-+|=+)[ \t]*")
_HEADINGS = frozenset({"h1", "h2"})
_SENTENCE_END = re.compile(r"[.!;,…]['\"”’)]?$|[^\n]\n[^\n]")


def underlined(outline, source):
    """Yield a fault for each such heading that is a sentence, or has one sign below."""
    for block in outline.blocks:
        if block.name not in _HEADINGS or block.is_html:
            continue
        first = source.written[block.line - 1 : block.line]
        if not first or without_containers(first[0]).lstrip().startswith("#"):
            continue
        text = block.text.replace(TAG, "").strip()
        at = block.line + text.count("\n")
        line = source.written[at] if at < len(source.written) else ""
        # The sign alone could be an item's.
        below = (line.strip(), without_containers(line).strip())
        found = next(filter(None, map(_LINE.fullmatch, below)), None)
        if found and (len(found[1]) == 1 or _SENTENCE_END.search(text)):
            problem = _(
                "“%(text)s” is a heading, as the line below it is only “%(line)s”. "
                "Leave a blank line between them, or begin the heading with ##."
            ) % {"text": shortened(text), "line": shortened(found[1])}
            yield Fault("underlined", text, block.line, problem)
