"""Define what a check of `doctor` finds: how bad it is, and what to do."""

import json
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


def worst(findings):
    """Return the worst level of {name of a check: what it found}."""
    return max((f.level for found in findings.values() for f in found), default=OK)


def as_text(findings):
    lines = []
    for name, found in findings.items():
        for finding in found:
            lines.append(f"{LEVELS[finding.level]:<8} {name}: {finding.text}")
            if finding.level != OK:
                lines.append(f"{'':<8} → {finding.advice}")
    return "\n".join(lines)


def as_json(findings):
    checks = [
        {"name": name, "level": LEVELS[f.level], "text": f.text, "advice": f.advice}
        for name, found in findings.items()
        for f in found
    ]
    told = {"level": LEVELS[worst(findings)], "checks": checks}
    return json.dumps(told, indent=1, ensure_ascii=False)


def as_one_error(name, text, for_programs):
    """Return what `doctor` prints where the settings are too wrong for any check."""
    advice = "Correct it in the environment or in the file of settings."
    findings = {name: [error(text, advice)]}
    return as_json(findings) if for_programs else as_text(findings)
