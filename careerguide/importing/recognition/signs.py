"""List by what words the parts of a guide are known. They are English."""

import re

from careerguide.languages.folding import fold

TAKEAWAYS = re.compile(
    r"(?:the )?(?:key (?:takeaways?|points?|facts)|takeaways|highlights|at a glance"
    r"|in (?:short|brief)|tl;?dr)",
)
MISCONCEPTIONS = re.compile(r".*\b(?:misconceptions?|myths?)\b.*")
QUESTIONS = re.compile(
    r"(?:.*\b)?(?:faqs?|frequently asked questions|common questions"
    r"|questions (?:and|&) answers|q ?& ?a)(?:\b.*)?",
)
CLOSING = re.compile(r"(?:conclusions?|summary|final thoughts|wrapping up|outlook)\b.*")
# A paragraph that tells a belief, and not what is true.
BELIEF = re.compile(
    r"\b(?:misconceptions?|myths?|(?:mis)?beliefs?|(?:people|many) think"
    r"|people believe|is often (?:said|believed)|misunderst\w+)\b"
)
# One that announces several: the list below it is of beliefs, and of no facts.
BELIEFS = re.compile(
    r"\b(?:several|many|these|some of the|a number of)\b[^.]{0,40}"
    r"\b(?:misconceptions|myths|beliefs)\b"
)
PICTURE = re.compile(r"(?:image|picture|photo|screenshot|illustration) of .{1,120}")
PATH = re.compile(
    r"you are (?:here|currently viewing|viewing|reading)\b.*"
    r"|home\s*[/>»›|].*|skip to (?:main )?content|back to top"
)
NUMBERED = re.compile(
    r"((?:table|figure|chart|no\.?)?\s*#?\d{1,3}\s*[.):–-]\s+)(?=\S)", re.IGNORECASE
)
LONGEST_TITLE, LONGEST_QUESTION = 200, 200


def is_one(pattern, text):
    """Return whether a whole line is one of these, whatever its case and colon."""
    return bool(pattern.fullmatch(fold(text).strip(" :.!*")))


def same(one, other):
    return fold(one).strip(" .:!|-") == fold(other).strip(" .:!|-")
