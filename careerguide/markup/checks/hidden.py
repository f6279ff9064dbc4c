"""Find text that readers would not see, or not as it was meant."""

import re

from django.utils.translation import gettext as _

from careerguide.markup.code_marks import without_containers
from careerguide.markup.rules import TAGS
from careerguide.markup.tidy import comment_end

from .findings import Fault, shortened

# What HTML reads up to its end; without one, up to the end of the text.
_ENDS = {
    "<?": "?>",
    "<![cdata[": "]]>",
    "<script": "</script>",
    "<style": "</style>",
    "<textarea": "</textarea>",
    "<pre": "</pre>",
    "<!": ">",
}
_OPENS = re.compile(
    r"^[ >]*(<\?|<!\[CDATA\[|<(?:script|style|textarea|pre)(?=[\s>]|$)|<!(?=[A-Z]))",
    re.I | re.M,
)
_TAG = re.compile(
    r"(?<!\\)<([A-Za-z][A-Za-z0-9]{0,10})"
    r"((?:[ \t]+[A-Za-z_:][^\s<>]{0,200}){1,20})[ \t]*/?>"
)
_VALUES = re.compile(r"""[\w:.-]+=(?:"[^"]*"|'[^']*'|\S+)|/""")
_BARE = frozenset(
    {"open", "hidden", "nowrap", "noshade", "compact", "reversed", "controls"}
)


def hidden(outline, source):
    """Yield faults about comments, HTML that is left open and code blocks."""
    yield from _comments(outline, source)
    yield from _open_html(source)
    yield from _words_in_tags(source)
    yield from _fences(source)


def _comments(outline, source):
    text, end, line, counted = source.text, 0, 1, 0
    shown = {
        line
        for block in outline.blocks
        if "<!--" in block.text
        for line, words in enumerate(block.text.split("\n"), block.line)
        if "<!--" in words
    }
    while (start := text.find("<!--", end)) >= 0:
        end = start + len("<!--")
        if text[start - 1 : start] == "\\":
            continue
        line += text.count("\n", counted, start)
        counted = start
        stop = comment_end(text, start)
        if stop < 0:
            what = shortened(text[start : start + 80].split("\n")[0])
            problem = _(
                "“%s” begins a comment that is never closed, so it is shown as it "
                "stands. Close it with -->, or delete <!--."
            )
            yield Fault("open comment", what, line, problem % what)
            return
        if line in shown and re.search(r"\n[ >\t]*\n", text[start:stop]):
            what = shortened(text[start:stop].split("\n")[0])
            problem = _(
                "“%s” is no comment, as a blank line divides it, so its marks are "
                "shown. Begin it on a line of its own, or take out the blank line."
            )
            yield Fault("divided comment", what, line, problem % what)
            continue
        words = shortened(text[start:stop])
        if re.search(r"\w", text[start:stop]):
            problem = _("Readers do not see the comment “%s”.") % words
            last = line + text.count("\n", start, stop)
            yield Fault("comment", words, line, problem, last=last)
        end = stop


def _open_html(source):
    text = source.text
    lower = text.lower()
    last_ends = {start: lower.rfind(end) for start, end in _ENDS.items()}
    for found in _OPENS.finditer(text):
        start = found[1].lower()
        if found.start(1) > last_ends[start]:
            what = shortened(text[found.start(1) : found.start(1) + 40].split("\n")[0])
            problem = _(
                "“%(what)s” is never closed with “%(end)s”, so all that follows is "
                "shown as it was typed. Close it, or put it between backticks (`)."
            )
            yield Fault(
                "open html",
                what,
                text.count("\n", 0, found.start(1)) + 1,
                problem % {"what": what, "end": _ENDS[start]},
            )


def _words_in_tags(source):
    """Words that HTML reads as what a tag is like, as in `a <b and c> d`."""
    line, counted = 1, 0
    for found in _TAG.finditer(source.text):
        if found[1].lower() not in TAGS:
            continue
        if has_words(found[0]):
            line += source.text.count("\n", counted, found.start())
            counted = found.start()
            problem = _(
                "“%s” reads as HTML, so readers do not see it. Write &lt; for < if it "
                "is meant as it stands."
            )
            yield Fault("tag", found[0], line, problem % shortened(found[0]))


def has_words(tag: str) -> bool:
    """Return whether a tag has names that HTML does not know, as words of a text."""
    if not (found := _TAG.match(tag)):
        return False
    words = _VALUES.sub(" ", found[2]).split()
    return any(word.lower() not in _BARE for word in words)


def _fences(source):
    for line, written in source.fences:
        mark = without_containers(written)
        words = mark.lstrip("`~").strip()
        if len(words.split()) > 1:
            problem = _(
                "The words “%s” after the marks of a code block are not shown: begin "
                "the code on the next line."
            )
            yield Fault("code line", words, line, problem % shortened(words))
    if source.is_fence_open:
        line, written = source.fences[-1]
        problem = _(
            "The code block that begins here is never closed: close it with a line "
            "that is only “%s”."
        )
        mark = re.search(r"`+|~+", written)[0]
        yield Fault("open code", written.strip(), line, problem % mark)
