"""What a check of `doctor` found: how bad it is, and what to do."""

from dataclasses import dataclass

OK, WARNING, ERROR = 0, 1, 2  # also the exit status, as monitors expect it
LEVELS = ("ok", "warning", "error")


@dataclass(frozen=True)
class Finding:
    level: int
    text: str
    advice: str = ""


def ok(text):
    return Finding(OK, text)


def warning(text, advice):
    return Finding(WARNING, text, advice)


def error(text, advice):
    return Finding(ERROR, text, advice)
