"""Propose summaries: the first sentences of a text, as many as a card holds."""

import re

from .pictures import PLAIN
from .plan import ARTICLE, CAREER, FACT, MYTH, NOTE, TAKEAWAYS, TEXT
from .tree import PARAGRAPH, pictures_in, walk

MOST = 300  # characters
ROLES = (TEXT, FACT, MYTH, TAKEAWAYS, NOTE)  # in the order in which they sum up
END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[^\W\d_a-z])")


def add_summaries(drafts, plan, blocks):
    """Give careers and articles a summary: somebody's, or the first sentences.

    A career has those of its first article.
    """
    first = ""
    for draft in drafts:
        if draft.kind == ARTICLE:
            draft.summary = plan.item(draft.key).summary or _proposed(
                draft, plan, blocks
            )
            first = first or draft.summary
    for draft in drafts:
        if draft.kind == CAREER:
            draft.summary = plan.item(draft.key).summary or first


def _proposed(draft, plan, blocks):
    """Of a text, if there is one; else of a belief, a fact or a takeaway."""
    placed = [p for p in plan.of(draft.key) if p.role not in PLAIN and not p.lines]
    for placement in sorted(placed, key=lambda p: ROLES.index(p.role)):
        for part in walk((blocks[placement.block],)):
            is_text = part.kind == PARAGRAPH and not pictures_in(part)
            if is_text and (found := first_sentences(part.line)):
                return found
    return ""


def first_sentences(text, most=MOST):
    """Return as many sentences as fit, or as many words of the first."""
    sentences = END.split(" ".join(text.split()))
    found = ""
    for sentence in sentences:
        longer = f"{found} {sentence}".strip()
        if len(longer) > most:
            break
        found = longer
    if found or not sentences[0]:
        return found
    return sentences[0][: most - 1].rsplit(" ", 1)[0] + "…"
