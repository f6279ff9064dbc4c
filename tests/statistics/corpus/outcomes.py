"""Write what an editor is told of the files of the corpus, to be read in review.

This is our reading, unlike the sidecars: it shows in a review what a change of the code
makes of three thousand files. `UPDATE_GOLDEN=1 pytest tests/statistics/test_corpus.py`
writes it anew, a text for each kind of file.
"""

import os
from pathlib import Path

SIZE = "A new table of "
FOLDER = Path(__file__).parent / "outcomes"


def outcomes(answers):
    """Return each outcome once, with how many of the files have it and the first.

    `answers` are pairs of a file and its `Answer`. What stands in the cells is for the
    sidecars to say.
    """
    found = {}
    for file, answer in answers:
        found.setdefault(_outcome(answer), []).append(file.id.partition("/")[2])
    return "\n\n".join(
        f"# {len(ids)}: {_plain(ids[0])}\n{outcome}" for outcome, ids in found.items()
    )


def in_review(kind, now):
    """Return what was read in review of a kind of files; `now` is that if wanted."""
    path = FOLDER / f"{kind}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(f"{now}\n", encoding="utf-8")
    return path.read_text(encoding="utf-8").removesuffix("\n")


def _outcome(answer):
    """What came of a file: its columns as they were read, and what is said of them."""
    sentences = dict.fromkeys(answer.sentences)  # one may be about several cells
    said = [f"  {s}" for s in sentences if not s.startswith(SIZE)]
    return "\n".join(map(_plain, [answer.kind, *map(_column, answer.columns), *said]))


def _column(column):
    """Say what a column is: Pay: money USD, thousand."""
    known = [f"{column.type} {column.currency}".strip(), column.scale]
    known += [f"unit {column.unit}"] * bool(column.unit)
    if column.decimals is not None:
        known.append(f"decimals {column.decimals}")
    return f"- {column.label}: {', '.join(filter(None, known))}"


def _plain(line):
    """Return it on one line, and without what cannot be seen."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
