"""Read the marks within a line of text: **strong**, _emphasis_, `code`."""

import re

from ..tree import MARKS, Span

# Each closes in its paragraph, and hugs its words; an underscore not within a word.
MARKED = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<stars>[^\s*](?:[^*]|\*(?!\*)){0,2000}?)(?<=\S)\*\*"
    r"|(?<!\w)__(?P<lines>[^\s_](?:[^_]|_(?!_)){0,2000}?)(?<=\S)__(?!\w)"
    r"|(?<![\w*])\*(?P<star>[^\s*](?:[^*]{0,2000}[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<line>[^\s_](?:[^_]{0,2000}[^\s_])?)_(?![\w_])"
)
MEANT = {"stars": "strong", "lines": "strong", "star": "em", "line": "em"}


def spans_of(line, marks=()):
    """Return the spans of lines; spaces and tabs within them stay."""
    spans, end = [], 0
    for found in MARKED.finditer(line):
        spans += _text(line[end : found.start()], marks)
        end = found.end()
        if found["code"]:
            spans.append(Span(found["code"], _with(marks, "code")))
            continue
        inner = found.lastgroup
        spans += spans_of(found[inner], _with(marks, MEANT[inner]))
    return _joined([*spans, *_text(line[end:], marks)])


def _text(text, marks):
    spans = []
    for number, line in enumerate(text.split("\n")):
        spans += [Span(end="soft")] * bool(number)
        spans += [Span(line, marks)] * bool(line)
    return spans


def _with(marks, mark):
    return tuple(m for m in MARKS if m in (*marks, mark))


def _joined(spans):
    out = []
    for span in spans:
        if out and not span.end and out[-1].is_like(span):
            out[-1] = span.with_text(out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)
