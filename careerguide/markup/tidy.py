"""Reduce the tags that nh3's HTML parser gets to see.

Not the guard, but what keeps it quick: that parser needs minutes for 200 kB of ``>``
and a gigabyte for 23 kB of ``<b 1><b 2>``. A tag that is not on the list is shown as
the text it was, so "List<int>" loses nothing.
"""

import re

from .limits import Amounts, without_tags
from .rules import (
    BLOCK_TAGS,
    HEADING_TAGS,
    MAX_DEPTH,
    PHRASING_TAGS,
    TAGS,
    VOID_TAGS,
)

_EMPTY_COMMENT = re.compile(r"<!---?>")
COMMENT_END = re.compile(r"--!?>")
# A value with a tag in it, or a ">" and lines, was not closed where it should be: as a
# tag it would swallow the text up to the next quote.
_VALUE = (
    r"""(?:"(?:[^"<>]|>(?![^"\n]*\n))*+"|'(?:[^'<>]|>(?![^'\n]*\n))*+'"""
    r"""|[^\s"'=<>`]++)"""
)
RAW = re.compile(
    rf"<(/?)([a-zA-Z][a-zA-Z0-9]*+)((?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+{_VALUE})?+)*+)"
    r"\s*+/?>|<|[^<]++",
    re.A,
)


def tidy(html: str) -> str:
    """Keep the tags on the list, each closed, within ``MAX_DEPTH`` and ``amounts``.

    Of a text that holds more, the rest is shown as its words. Every ``<`` it leaves
    begins a tag it understood. Emphasis never stays open when a block begins, or the
    parser would repeat it in every block after.
    """
    out, stack, amounts, rest = [], [], Amounts(), ""
    html = without_comments(html)
    for token in RAW.finditer(html):
        closing, name = token[1], (token[2] or "").lower()
        if name in TAGS and not closing and amounts.is_full(name):
            rest = without_tags(html[token.start() :])
            break
        if name in VOID_TAGS and not closing:
            out.append("" if amounts.is_left_out(name) else token[0])
        elif name in TAGS and closing:
            if name in stack:
                while (last := stack.pop()) != name:
                    out.append(f"</{last}>")
                out.append(f"</{name}>")
        elif name in TAGS:
            if name == "section" and "data-footnotes" in token[3]:
                # Notes belong to the whole text, not to what was left open in it.
                out += [f"</{stack.pop()}>" for _open in range(len(stack))]
            if name in BLOCK_TAGS:
                while stack and (stack[-1] in PHRASING_TAGS or _only_text(stack[-1])):
                    out.append(f"</{stack.pop()}>")
            if len(stack) < MAX_DEPTH and not amounts.is_left_out(name):
                stack.append(name)
                out.append(token[0])
        else:
            out.append(token[0].replace("<", "&lt;"))
    out += [f"</{name}>" for name in reversed(stack)]
    return "".join([*out, f"<p>{rest}</p>"] if rest.strip() else out)


def without_comments(html: str) -> str:
    """Return the HTML without its comments, as browsers read them, in one pass.

    `<!-->` and `<!--->` are whole. One that nothing ends is no comment.
    """
    pieces, end = [], 0
    while (start := html.find("<!--", end)) >= 0:
        stop = comment_end(html, start)
        if stop < 0:
            break
        pieces.append(html[end:start])
        end = stop
    return "".join([*pieces, html[end:]])


def comment_end(html: str, start: int) -> int:
    """Return where the comment that begins at `start` is over, or -1."""
    if empty := _EMPTY_COMMENT.match(html, start):
        return empty.end()
    end = COMMENT_END.search(html, start + len("<!--"))
    return end.end() if end else -1


def _only_text(name: str) -> bool:
    return name == "p" or name in HEADING_TAGS
