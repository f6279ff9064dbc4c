"""Find notations of other programs, which readers here see as they were typed.

Each sentence says how it is written here, or that it is not. None keeps a text from
being published. Code, and what a backslash marks as meant, is left alone.
"""

import re

from django.utils.translation import gettext_lazy

from careerguide.markup.rules import TAGS

from .findings import Fault, shortened
from .outline import CODE, TAG

_STARTS = {  # a kind: how its line begins
    "note": re.compile(
        r"(?:!{3}\+?|\?{3}\+?|:{3,})[ ]?\{?[.]?[A-Za-z]{3,20}\b.*|\.\. [a-z]{3,20}::.*"
    ),
    "contents": re.compile(r"\[_{0,2}toc_{0,2}\]|\{:toc\}", re.I),
    "heading": re.compile(r"(={2,6})[ ]?[^=]*\w[^=]*\1|h[1-6]\.[ ][^\W_].*"),
    "definition": re.compile(r":[ \t]+\S.*"),
    "box": re.compile(r"\[[ xX]\][ \t]+\S.*"),
}
_INLINE = re.compile(
    r"""
      (?P<highlight> (?<![=\w<>!]) == (?=[^\s=]) [^=\n]{1,200} (?<=\S) == (?![=\w]) )
    | (?P<raised> (?<=\w) \^ [\w+-]{1,20} \^ | (?<=[A-Za-z]) ~ \d{1,3} ~ )
    | (?P<footnote> (?<!\\) \^\[ (?=[^\[\]\n]{0,300}[ ]) [^\[\]\n]{3,300} \] )
    | (?P<math> \$\$ [^$]{1,300} \$\$
        | (?<![\w$]) \$ (?=[^\s\d$]) [^$\n]{0,80} [\\^_=] [^$\n]{0,80}
          (?<=\S) \$ (?![\w$]) )
    | (?P<named> \{ [:]? [ ]? [#.] [A-Za-z][\w .#=-]{0,60} \} )
    | (?P<hidden> (?<![%\w]) %% (?=[^%\n]{0,300}[^\W\d]) [^%\n]{1,300} %%
        | \{>> [^\n]{1,300}? <<\} )
    | (?P<emoji> (?<![\w:]) : [a-z][a-z0-9_+-]{2,30} : (?![\w:\ufffc]) )
    | (?P<code_of_forums> \[ (?P<bb> b|i|u|s|url|quote|code|list|img|colou?r|size )
        (?: = [^\]\n]{1,200} )? \] [^\n]{0,300}? \[/ (?P=bb) \] )
    | (?P<wiki> (?<!') (?P<ticks> '{2,3} ) (?=[^\s']) [^'\n]{1,200} (?<=\S)
        (?P=ticks) (?!') )
    | (?P<template> \{% [^%\n]{1,200} %\} | \{\{ [<%]? [ ]? [^{}\n:]{1,200} \}\} )
    """,
    re.X,
)
_TAG = re.compile(
    r"(?<!\\)<(?:(?P<name>[a-zA-Z][\w:.-]{0,30})(?P<rest>\s[^<>\n]{0,200})?/?>"
    r"|\?[a-zA-Z][^<>\n]{0,200}\?>)"
)
_CLOSING = re.compile(r"(?<!\\)</([a-zA-Z][\w:.-]{0,30})\s*>")
_STYLE = re.compile(r"""\s(?:style|bgcolor|color)\s*=""", re.I)
_VALUE = re.compile(r"""\s[a-zA-Z-]{1,30}=["'\w#]""")
_AS_TYPED = gettext_lazy("“%s” is shown as it stands:")
_STYLED = gettext_lazy(
    "“%s” is shown in the colours and sizes of the page: its own are left out. Write "
    "<mark>words</mark>, or say in words what a colour would say."
)
_HINTS = {
    "note": gettext_lazy("a note is a quote whose first line is > [!NOTE]."),
    "contents": gettext_lazy("a page lists its headings by itself. Delete it."),
    "heading": gettext_lazy("a heading begins with ## and a blank."),
    "definition": gettext_lazy(
        "there are no lists of definitions. Write - **word**: what it means."
    ),
    "box": gettext_lazy("lists have no boxes. Write ☐ or ☑."),
    "code_of_forums": gettext_lazy("write **bold**, _italic_ or [words](address)."),
    "wiki": gettext_lazy("write **bold** or _italic_."),
    "highlight": gettext_lazy("write <mark>words</mark>."),
    "raised": gettext_lazy("write <sup>2</sup> or <sub>2</sub>."),
    "footnote": gettext_lazy(
        "write [^1], and its text on a line of its own, as in [^1]: text."
    ),
    "math": gettext_lazy(
        "formulas are not drawn. Write it in words, or with <sup>2</sup>."
    ),
    "named": gettext_lazy("nothing is named or styled in this way. Delete it."),
    "hidden": gettext_lazy("readers see it. Write <!-- words -->, or delete it."),
    "emoji": gettext_lazy("type the emoji itself, or put it between backticks (`)."),
    "template": gettext_lazy("nothing fills it in. Put code between backticks (`)."),
    "html": gettext_lazy(
        "HTML of this kind is not used. Write the words alone, or put it between "
        "backticks (`) if it is code."
    ),
    "front matter": gettext_lazy(
        "what a text begins with between such lines is part of it. Delete it."
    ),
}
_FRONT = re.compile(
    r"(-{3}|\+{3})[ \t]*\n(?:[\w-]+[ \t]*[:=].*\n|[ \t#-][^\n]*\n){1,60}?"
    r"\1[ \t]*(?:\n|$)"
)


def foreign(outline, source):
    """Yield faults in the order of the text."""
    if source.text[:3] in ("---", "+++") and (found := _FRONT.match(source.text)):
        yield _fault("front matter", found[0].split("\n")[1], 1)
    yield from _html(source)
    for block in outline.blocks:
        if block.name == "pre":
            continue
        text, line_of = block.text, block.lines()
        at = 0
        for line in text.split("\n"):
            start = line.replace(TAG, "").strip()
            for kind, pattern in _STARTS.items():
                if start[:1] in "!?:.[{=h" and start and pattern.fullmatch(start):
                    if kind == "box" and block.name != "li":
                        continue
                    if kind == "definition" and (at == 0 or block.name != "p"):
                        continue
                    yield _fault(kind, start, line_of(at))
            at += len(line) + 1
        for found in _INLINE.finditer(text):
            if CODE not in found[0]:
                yield _fault(_kind_of(found), found[0], line_of(found.start()))


def _kind_of(found):
    return next(name for name in _HINTS if found.groupdict().get(name))


def _html(source):
    """Elements that are not on our list, where they are closed or dressed as such."""
    if "<" not in source.text:
        return
    closed = {name.lower() for name in _CLOSING.findall(source.text)} - TAGS
    for number, line in enumerate(source.lines, 1):
        for found in _TAG.finditer(line) if "<" in line else ():
            name = (found["name"] or "?").lower()
            is_dressed = name not in TAGS and _VALUE.match(found["rest"] or "")
            if name == "?" or name in closed or is_dressed:
                yield _fault("html", found[0], number)
            elif name in TAGS and _STYLE.search(found["rest"] or ""):
                problem = _STYLED % shortened(found[0])
                yield Fault("style", found[0], number, problem)


def _fault(kind, written, line):
    written = written.replace(TAG, "")
    problem = f"{_AS_TYPED % shortened(written)} {_HINTS[kind]}"
    return Fault(f"foreign {kind}", written, line, problem)
