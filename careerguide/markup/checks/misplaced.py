"""Find Markdown where it has no effect: in HTML, or in lines indented as code."""

import re

from django.utils.translation import gettext as _

from careerguide.markup.code_marks import without_containers
from careerguide.markup.notes import KINDS
from careerguide.markup.tables import table_slug

from .findings import Fault, shortened
from .outline import TAG

_IN_HTML = re.compile(
    r"""\*\*[^\s*][^*\n]{0,200}\*\* | \[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)
    | ^[ \t]{0,8}(?: \#{1,6} | [-*+] | \d{1,3}[.)] )[ ][^\n]{1,200}
    | (?<!`)`[^`\n]{1,200}`(?!`)""",
    re.X | re.M,
)
_FENCE = re.compile(r"`{3}|~{3}")
_HEADING = re.compile(r"#{2,6}[ \t]+\S|#[ \t]+[^\W\d_a-z]")
_ROW = re.compile(r"\|[^\n]*[^|\n]\|")
_SENTENCE = re.compile(r"[^\W_][^{}<>=;|$\\_`]{30,}[.!?:…。]\W?")
_EMPTY_NOTE = re.compile(r"[^>]{0,20}(?:>[ \t]*)+\[!([a-zA-Z]+)\][ \t]*")


def misplaced(outline, source):
    for block in outline.blocks:
        if block.is_html and block.name != "pre":
            yield from _in_html(block)
    yield from _indented(outline, source)
    yield from _empty_notes(source)


def _in_html(block):
    text = block.text.replace(TAG, "")
    if found := _IN_HTML.search(text):
        problem = _(
            "“%s” stands in HTML, so its marks are shown. Leave a blank line between "
            "the HTML and the text."
        )
        what = found[0].strip()
        line = block.lines(text)(found.start())
        yield Fault("in html", what, line, problem % shortened(what))


def _indented(outline, source):
    runs = []
    for first, last in outline.code:
        lines = [line for line in source.written[first - 1 : last] if line.strip()]
        if lines and not _FENCE.match(without_containers(lines[0])):
            runs.append((first, lines))
    for first, lines in runs:
        texts = [without_containers(line).strip() for line in lines]
        is_heading = len(texts) == 1 and _HEADING.match(texts[0])
        is_table = len(texts) > 1 and all(map(_ROW.fullmatch, texts))
        if is_heading or is_table or all(table_slug(text) for text in texts):
            problem = _(
                "“%s” is code, as blanks or a tab stand before it, so its marks are "
                "shown. Begin it at the start of the line."
            )
        elif source.fences or not all(map(_is_prose, (run for _n, run in runs))):
            continue
        else:
            problem = _(
                "“%s” is shown as code, as a tab or four blanks stand before it. Begin "
                "it at the start of the line."
            )
        yield Fault("indented", texts[0], first, problem % shortened(texts[0]))


def _is_prose(lines):
    """Whether it is set in, as paragraphs are in print, and is a sentence."""
    return bool(_SENTENCE.fullmatch(" ".join(line.strip() for line in lines)))


def _empty_notes(source):
    for number, line in enumerate(source.lines, 1):
        if "[!" not in line or not (found := _EMPTY_NOTE.fullmatch(line)):
            continue
        after = source.written[number:]
        inside = next((rest for rest in after if rest.strip("> \t")), "")
        is_filled = inside.lstrip().startswith(">") and all(
            rest.strip().startswith(">") for rest in after[: after.index(inside)]
        )
        is_filled = is_filled or bool(after and after[0].strip("> \t"))
        if found[1].lower() in KINDS and not is_filled:
            problem = _(
                "The note “%s” is empty. Begin each line of its text with >, right "
                "below it."
            )
            what = f"[!{found[1]}]"
            yield Fault("empty note", what, number, problem % what)
