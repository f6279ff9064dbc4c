"""Tell code in brackets, as in `[a-z][0-9]` and `a[i][j]`, from links and notes.

Both are written alike, so it takes evidence: a character class, an index, the name of a
variable right before the bracket. What could be words or the name of a note is none.
"""

import re

# Scripts written without blanks: what stands right before a bracket there is no name.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_NAME_BEFORE = re.compile(rf"[^\W{_UNSPACED}]\Z|[\])}}]\Z")
_GROUP_BEFORE = re.compile(r"\[[^\[\]^][^\[\]]*\]\Z")
_WORDS = re.compile(r"[^\W\d_]{2,}[^\w]+[^\W\d_]{2,}")
_RANGE = re.compile(r"(\w)-(\w)")
_RUN = re.compile(r"[\w-]+")
_ESCAPE = re.compile(r"\\[a-zA-Z]")
# An index, a slice, a key in quotes, an option of a program.
_TERM = r"\s*(?:[A-Za-z]\w?|\d+)?\s*"
_INDEX = re.compile(
    rf"""[A-Za-z0-9]{{1,2}}|-?\d+|{_TERM}(?:[-+*/:,%]{_TERM}){{1,6}}"""
    r"""|'[^']{0,60}'|"[^"]{0,60}"|--?\w[\w-]{0,30}""",
    re.A,
)
_SENTENCE_END = ".,;:!?…”“’»\"')]%"
_REPEATS = "+*{"
_OF_A_PATTERN = "\\^$|/"


def is_pattern(part: str) -> bool:
    """Return whether what is in brackets can only be a class of characters."""
    if not re.search(r"\w", part) or _ESCAPE.search(part):
        return True
    return not _WORDS.search(part) and any(map(_is_range, _RUN.findall(part)))


def _is_range(run: str) -> bool:
    """Whether a run is made of ranges: "a-zA-Z_", but not "e-mail" or "note-2"."""
    left = _RANGE.sub(
        lambda found: "" if _is_ordered(*found.groups()) else found[0], run
    )
    return left != run and len(re.sub(r"[^\x00-\x7f]", "", left)) <= 2


def _is_ordered(first: str, last: str) -> bool:
    is_alike = (first.isdigit(), first.islower()) == (last.isdigit(), last.islower())
    return is_alike and first < last


def is_code(before: str, first: str, second: str) -> bool:
    """Return whether `[first][second]`, after `before`, cannot be meant as a link."""
    if _WORDS.search(first):
        return False
    if follows_a_name(before) or is_pattern(first) or second and is_pattern(second):
        return True
    return is_index(first) and is_index(second or first)


def is_call(before: str, first: str, inside: str) -> bool:
    """Return whether `[first](inside)`, which is no link, is code: `a[i](b, c)`."""
    is_short = bool(first) and (is_pattern(first) or is_index(first))
    return is_short and (is_pattern(first) or follows_a_name(before))


def is_index(part: str) -> bool:
    return _INDEX.fullmatch(part.strip()) is not None


def follows_a_name(before: str) -> bool:
    """Return whether a bracket after `before` is an index: `a[0]`, `f(x)[i]`."""
    return bool(_NAME_BEFORE.search(before[-1:]))


def is_class(before: str, name: str, after: str) -> bool:
    """Return whether `[^name]` is a class of other characters, not a note's call."""
    if _has_class(name):
        return True
    if after[:1] and after[0] in _REPEATS:
        return True
    if name.isdigit():
        return False
    last = before[-1:]
    if re.search(r"\w", name) is None:
        return not last.strip() or last not in _SENTENCE_END and not last.isalnum()
    if after[:1] and after[0] in _OF_A_PATTERN or last and last in _OF_A_PATTERN:
        return True
    if last.isalnum():  # q[^u], where the name of a note follows a word
        return len(name) == 1 and re.search(r"(?:^|\W)\w\Z", before[-2:]) is not None
    is_sorted = [*name] == sorted({*name}) and len(name) <= 6
    if last and last in _SENTENCE_END:
        return is_sorted and _GROUP_BEFORE.search(before) is not None
    is_alone = not before.strip() and after != ":" and not re.search(r"\s", name)
    return is_sorted or is_alone


def _has_class(name: str) -> bool:
    return bool(re.search(r"\w", name)) and is_pattern(name)
