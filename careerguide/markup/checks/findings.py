"""Define a fault of a text: a sentence that names its line."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

MOST_SHOWN = 60  # letters of a text that a sentence names


@dataclass(frozen=True)
class Fault:
    """`blocks` says that it keeps the text from being published.

    `kind` and `what` stay the same when the line is another: they tell an old fault.
    """

    kind: str
    what: str
    line: int
    problem: str
    blocks: bool = False
    last: int = 0  # the last line, where it is about several

    @property
    def key(self):
        return self.kind, self.what

    @property
    def sentence(self):
        if not self.line:
            return self.problem
        if self.last > self.line:
            return _("Lines %(line)d to %(last)d: %(problem)s") % {
                "line": self.line,
                "last": self.last,
                "problem": self.problem,
            }
        return _("Line %(line)d: %(problem)s") % {
            "line": self.line,
            "problem": self.problem,
        }


def shortened(text: str) -> str:
    """Return a piece of a text on one line, as a sentence names it."""
    text = " ".join(text.split())
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
