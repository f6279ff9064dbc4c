"""Propose summaries: the first sentences of a text, as many as a card holds."""

import re

from .plan import ARTICLE, CAREER, TEXT
from .tree import PARAGRAPH, pictures_in

MOST = 300  # characters
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
    for placement in plan.of(draft.key):
        block = blocks[placement.block]
        is_text = placement.role == TEXT and block.kind == PARAGRAPH
        is_text = is_text and not (pictures_in(block) or placement.lines)
        if is_text and (found := first_sentences(block.line)):
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
