"""Replace odd characters where Markdown wants plain ones, whatever a keyboard typed.

Markdown knows a mark by the space (U+0020) after it and by its place at the start of a
line. A no-break space, a zero-width space or a soft hyphen there looks the same and
makes the mark a text. In prose these characters have their uses and stay: "100 km" with
a no-break space, Thai with zero-width spaces. Code keeps everything but controls.

Control characters are never text: those that end a line or a paragraph in other
programs do so here, the others go.

`normalise` is idempotent, and returns a text in which nothing is wrong as it is.
"""

import re

from .characters import (
    ANY_GAP,
    BLANKS,
    JOINERS,
    ODD,
    TURNS,
    UNSEEN,
    plain_gap,
    spaced,
    without_controls,
)
from .code_marks import CodeLines, between_code

MOST_MARKS = 20  # quotes and lists in one another on one line

_START = re.compile(f"[ \t{BLANKS}{UNSEEN}{JOINERS}{TURNS}]*")
_GAP = f"[ \t{BLANKS}{UNSEEN}{JOINERS}]"
# A mark and what stands between it and the text. A quote's needs no space at all.
_QUOTE = re.compile(f">({_GAP}*)")
_ITEM = re.compile(f"(?:[-+*]|[0-9]{{1,9}}[.)])({_GAP}+|$)")
_HEADING = re.compile(f"#{{1,6}}({_GAP}+)")
_DEFINITION = re.compile(f"\\[\\^?[^\\]\\n]{{1,200}}\\]:({_GAP}*)")
_RULE = re.compile(f"(?:[-*_=]{_GAP}*){{2,}}")
_FENCE = re.compile(r"`{3,}|~{3,}")
_ROW = re.compile(f"\\|?(?:{_GAP}*:?-+:?{_GAP}*\\|)+(?:{_GAP}*:?-+:?{_GAP}*)?")
_EMPTY = re.compile(f"{_GAP}+")
_FEW = f"{_GAP}{{0,9}}"  # any number would be tried at each place of many blanks
_NOTE = re.compile(f"\\[{_FEW}!{_FEW}([^\\]\\[\\n]{{1,30}}?){_FEW}\\]({_GAP}*)")
_BRACKETS = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]")
# A line that is nothing else but for what cannot be seen.
_BRACKETS_ALONE = re.compile(f"{_GAP}*({_BRACKETS.pattern}){_GAP}*")
_WHOLE_LINE = None, False  # of what `_mark_at` finds
_TABLE_WORD = re.compile(f"\\[\\[{_GAP}*table{_GAP}*:", re.I)


def normalise(text: str) -> str:
    """A Markdown text with plain characters at its marks, and without controls."""
    text = without_controls(text)
    return _with_plain_marks(text) if ODD.search(text) else text


def _with_plain_marks(text: str) -> str:
    lines, code, is_in_list = [], CodeLines(), False
    for line in text.split("\n"):
        if code.holds(line):
            plain = line
            if ODD.search(line) and code.ends_with(plain_gap(line)):
                plain = plain_gap(line)
        elif ODD.search(line):
            plain = _plain_line(line, is_in_list)
        else:
            plain = line
        code.read(plain)
        if plain.strip():
            is_in_list = bool(_ITEM.match(plain.lstrip())) or (
                is_in_list and plain[0] in " \t"
            )
        lines.append(plain)
    return "\n".join(lines)


def _plain_line(line: str, is_in_list: bool) -> str:
    """A line outside code blocks, with plain characters at its marks."""
    if _EMPTY.fullmatch(line):
        return ""
    out, rest = [], line
    for _depth in range(MOST_MARKS):
        start = _START.match(rest)[0]
        mark = _mark_at(rest[len(start) :])
        if mark is None:
            out.append(_without_unseen(start))
            rest = rest[len(start) :]
            break
        out.append(_indent(start, is_in_list or bool(out)))
        turns = re.sub(f"[^{TURNS}]", "", start)
        rest = rest[len(start) :]
        found, container = mark
        if found is None:  # the line is nothing but a mark
            out.append(plain_gap(rest).rstrip(" ") + turns)
            return "".join(out)
        gap = found[1]
        out.append(found[0][: len(found[0]) - len(gap)])
        out.append(_gap(gap, found[0], rest[found.end() :]) + turns)
        rest = rest[found.end() :]
        if not container:
            break
    return "".join(out) + _inside(rest, is_row=rest.startswith("|"))


def _mark_at(rest: str):
    """(its match, whether other marks may follow it), or None where no mark stands.

    The match is None where the whole line is the mark: a fence, a rule, a table's line.
    """
    plain = plain_gap(rest).strip(" ")
    if _FENCE.match(plain) and (plain[0] == "~" or "`" not in plain.lstrip("`")):
        if _FENCE.fullmatch(plain):
            return _WHOLE_LINE
        return re.match("()", rest), False
    if _RULE.fullmatch(plain) and len({*plain} - {" "}) == 1 and not _is_word(plain):
        return _WHOLE_LINE
    if "|" in plain and _ROW.fullmatch(plain):
        return _WHOLE_LINE
    for pattern, container in ((_QUOTE, True), (_ITEM, True), (_HEADING, False)):
        if found := pattern.match(rest):
            return (found, container) if _is_meant(found, rest) else None
    if found := _DEFINITION.match(rest):
        return found, rest.startswith("[^")
    if rest.startswith("|") or _BRACKETS.match(rest) or _NOTE.match(rest):
        return re.match("()", rest), False
    return None


def _is_word(plain: str) -> bool:
    """Whether two marks in a line of their own are a text, as in "- -"."""
    return plain.replace(" ", "") in ("--", "**", "__", "==") and " " in plain.strip()


def _is_meant(found: re.Match[str], rest: str) -> bool:
    """Whether a mark with something unseen after it is one, and no number or word."""
    gap = found[1]
    if not gap or re.search(f"[ \t{BLANKS}]", gap) or found[0][0] in ">#":
        return True
    after = rest[found.end() :]
    if found[0][0] == "*":
        return "*" not in after
    return not after[:1].isdigit()


def _without_unseen(start: str) -> str:
    """A line's start before its text: no-break spaces that indent it are the text's."""
    return re.sub(f"[{UNSEEN}]", "", start)


def _indent(start: str, may_be_deep: bool) -> str:
    """The space before a mark; one that only looked like it never makes it code."""
    if not ODD.search(start):
        return start
    plain = re.sub(f"[^ \t{BLANKS}]", "", start)
    if not re.search(f"[{BLANKS}]", plain):
        return plain
    plain = spaced(plain)
    return plain if may_be_deep or len(plain.expandtabs(4)) < 4 else ""


def _gap(gap: str, mark: str, after: str) -> str:
    """The space between a mark and its text, never so wide that the text is code."""
    if not ODD.search(gap):
        return gap
    plain = plain_gap(gap)
    if mark.startswith(">") and not plain:
        return ""
    if not after:
        return plain.rstrip(" ")
    return plain if 0 < len(plain) < 5 else " "


def _inside(rest: str, is_row: bool) -> str:
    """What follows a line's marks: our notation and the edges of cells in it."""
    if not ODD.search(rest):
        return rest
    if note := _NOTE.match(rest):
        kind, gap = plain_gap(note[1]), note[2]
        rest = f"[!{kind}]{plain_gap(gap)}{rest[note.end() :]}"
    elif is_row:
        rest = _with_plain_edges(rest)
    pieces = between_code(rest)
    pieces[::2] = map(_with_plain_brackets, pieces[::2])
    return "".join(pieces)


def _with_plain_edges(row: str) -> str:
    """A table's row, with plain space beside the bars that part its cells."""
    pieces = between_code(row)
    for at in range(0, len(pieces), 2):
        first, *others = pieces[at].split("|")
        if others:
            first = _plain_end(first)
            others[:-1] = map(_plain_end, others[:-1])
        pieces[at] = "|".join([first, *map(_plain_start, others)])
    return "".join(pieces)


def _plain_start(cell: str) -> str:
    text = cell.lstrip(ANY_GAP)
    return plain_gap(cell[: len(cell) - len(text)]) + text


def _plain_end(cell: str) -> str:
    text = cell.rstrip(ANY_GAP)
    return text + plain_gap(cell[len(text) :])


def _with_plain_brackets(text: str) -> str:
    if "[[" not in text:
        return text
    plain = _BRACKETS.sub(
        lambda found: plain_gap(found[0]) if _TABLE_WORD.match(found[0]) else found[0],
        text,
    )
    alone = _BRACKETS_ALONE.fullmatch(plain)
    return alone[1] if alone and _TABLE_WORD.match(alone[1]) else plain
