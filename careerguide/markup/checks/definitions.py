"""Find definitions that readers do not see: unused names, or one defined twice."""

import re
from collections import Counter

from django.utils.translation import gettext as _

from .findings import Fault, shortened

_SHOWN = re.compile(r"\[([^\[\]]{1,500})\]:")
_CALLS = re.compile(r"\[((?:[^\[\]\\]|\\.){1,200})\]")


def unused(outline, source):
    """Definitions that nothing refers to, and those of a name that has one already."""
    definitions = [*source.definitions()]
    if not definitions:
        return
    labels, called = Counter(), Counter(map(_label, _CALLS.findall(source.text)))
    shown = {
        label
        for block in outline.blocks
        if "]:" in block.text
        for label in _SHOWN.findall(block.text)
    }
    defined = Counter(_label(label) for _line, label, _rest in definitions)
    for line, label, rest in definitions:
        if label in shown:
            continue  # it is no definition, and stands there as it was typed
        name = _label(label)
        labels[name] += 1
        if label.startswith("^"):
            if re.search(r"\s", label):
                continue  # it is none, which is told where it is called
            if called[name] <= defined[name]:
                problem = _(
                    "Nothing refers to the note [%(label)s], so readers do not see "
                    "“%(words)s”. Write [%(label)s] where it belongs, or delete it."
                )
                yield _about("unused note", problem, line, label, rest)
            elif labels[name] > 1:
                problem = _(
                    "[%(label)s] has a text already, so readers do not see "
                    "“%(words)s”. Give the second note another name, in both places."
                )
                yield _about("second note", problem, line, label, rest)
        elif labels[name] > 1:
            problem = _(
                "[%(label)s] has an address already, so readers do not see "
                "“%(words)s”. Give it another name."
            )
            yield _about("second definition", problem, line, label, rest)
        elif called[name] <= defined[name]:
            problem = _(
                "“[%(label)s]: %(words)s” reads as the address of a link that is "
                "nowhere, so readers do not see it. Delete it, or write \\[ for [."
            )
            yield _about("unused definition", problem, line, label, rest)


def _label(label):
    return " ".join(label.split()).casefold()


def _about(kind, problem, line, label, words):
    values = {"label": shortened(label), "words": shortened(words)}
    return Fault(kind, f"{label} {words}", line, problem % values)
