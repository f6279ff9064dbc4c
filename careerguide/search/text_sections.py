"""Divide a Markdown text at its headings, as its page shows them."""

from careerguide import markup
from careerguide.markup.tokens import read, text_of

from .content import SectionText

HEADINGS = {f"h{level}" for level in range(1, 7)}


def sections_of(text, title, key="", **options):
    """`SectionText`s of a text: the first has the `title` and the `key`.

    The first names the headings of the others as well, so that words of the title and
    of several headings find the page.

    `options` are those of `markup.render`, so that anchors are those of the page.
    """
    document = markup.render(text, **options)
    headings = iter(document.headings)
    found, heading, tokens, in_heading = [], None, [], False

    def end():
        if heading is None:
            found.append(SectionText(title, key=key, text=_lines(tokens)))
        else:
            found.append(
                SectionText(heading.text, anchor=heading.id, text=_lines(tokens))
            )

    for token in read(document.html):
        _whole, closing, name, _attributes = token
        if name in HEADINGS:
            if not closing:
                end()
                heading, tokens = next(headings), []
            in_heading = not closing
        elif not in_heading:
            tokens.append(token)
    end()
    begin, *more = found
    contents = (section.heading for section in more)
    text = "\n".join(filter(None, (begin.text, *contents)))
    return [SectionText(title, key=key, text=text), *more]


def _lines(tokens):
    """The text of some tokens, each item of a list on a line of its own."""
    lines, line = [], []
    for token in tokens:
        if token[2] == "li":
            lines.append(line)
            line = []
        else:
            line.append(token)
    return "\n".join(filter(None, map(text_of, [*lines, line])))
