"""Write in plain text what would become of a document: its ledger and its plan."""

from collections import defaultdict

from .drafts import make_drafts
from .ledger import account
from .plan import ARTICLE, CAREER, DATA, LEFT_OUT, QUESTION, TABLE
from .recognition.recognise import recognise

WIDTH = 76


def report(document, texts=False):
    """Return the lines of a report, as `manage.py read_document` prints it."""
    plan = recognise(document)
    drafts = make_drafts(document, plan)
    ledger = account(document, plan, drafts)
    parts = [_ledger(ledger), *_drafts(drafts, texts), _left_out(ledger)]
    parts += [_changed(ledger), _links(ledger), _decisions(plan), _messages(document)]
    return "\n\n".join(filter(None, parts))


def _ledger(ledger):
    lines = [
        f"{ledger.total:,} words: {ledger.placed:,} placed, "
        f"{ledger.words_changed:,} changed, {ledger.words_left_out:,} left out.",
        f"{ledger.tables} tables: {ledger.tables_read} read as records, "
        f"{ledger.comparisons} kept in a text.",
        f"{ledger.pictures} pictures: {ledger.pictures_placed} placed, "
        f"{ledger.pictures_without_text} without a description, "
        f"{ledger.pictures_elsewhere} not in the file.",
    ]
    if not ledger.is_whole:
        lost = ", ".join(f"{word} ({n})" for word, n in ledger.lost.most_common(20))
        lines.append(f"NOT ACCOUNTED FOR: {lost}")
    return "\n".join(lines)


def _drafts(drafts, texts):
    names = {CAREER: "Career", ARTICLE: "Article", TABLE: "Table", QUESTION: "Question"}
    for draft in drafts:
        lines = [f"{names[draft.kind]}: {draft.title}"]
        if draft.reading:
            lines += _table(draft.reading)
        for field, text in draft.texts.items():
            if text and texts:
                lines.append(f"{field}:\n{text}")
            elif text:
                lines.append(f"  {field}: {_shortened(' '.join(text.split()))}")
        yield "\n".join(lines)


def _table(reading):
    yield from (f"  ! {problem}" for problem in reading.problems)
    if reading.table:
        columns = reading.table.columns
        yield "  " + " | ".join(f"{c.label} ({c.type})" for c in columns)
        for row in reading.table.rows:
            yield "  " + " | ".join("" if c is None else str(c) for c in row.cells)
    else:
        yield from ("  " + " | ".join(line) for line in reading.lines)
    yield from (f"  - {sentence}" for sentence in reading.sentences)


def _left_out(ledger):
    by_reason = defaultdict(list)
    for _block, words, reason in ledger.left_out:
        by_reason[reason].append(" ".join(words))
    lines = [
        f"  {reason}: {_shortened(' · '.join(texts))}"
        for reason, texts in by_reason.items()
    ]
    return "\n".join(["Left out:", *lines]) if lines else ""


def _changed(ledger):
    lines = [
        f"  {_shortened(' '.join(words))}" for _block, words, _why in ledger.changed
    ]
    return "\n".join(["Changed:", *lines]) if lines else ""


def _links(ledger):
    lines = [f"  {_shortened(address)}" for _block, address in ledger.links_left_out]
    return "\n".join(["Links left out:", *lines]) if lines else ""


def _decisions(plan):
    lines = []
    for decision in plan.decisions:
        lines.append(f"  {decision.block}: {decision.sentence}")
        lines += [f"      {choice}" for choice in decision.choices]
    return "\n".join(["To decide:", *lines]) if lines else ""


def _messages(document):
    lines = [f"  {message}" for message in document.messages]
    return "\n".join(["Said while reading:", *lines]) if lines else ""


def _shortened(text):
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


__all__ = ["DATA", "LEFT_OUT", "report"]
