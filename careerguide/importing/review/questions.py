"""Show a decision: its sentence, what there is to choose, what stays as it is."""

from django.utils.translation import gettext_lazy as _

from careerguide.importing.plan import FACT, LEFT_OUT, MYTH, TEXT

from .parts import ReviewDecision

WRITTEN = {".": "1,234.56", ",": "1.234,56"}


def shown_decision(decision, drafts):
    """Return a `ReviewDecision`; `drafts` are by their keys."""
    shown = ReviewDecision(
        decision.id, decision.kind, decision.block, decision.sentence
    )
    if decision.kind == "decimals":
        shown.choices = [(mark, WRITTEN.get(mark, mark)) for mark in decision.choices]
    elif decision.kind == "columns":
        shown.choices = [(names, names) for names in decision.choices]
    elif decision.kind == "myths":
        shown.choices = [(MYTH, _("Beliefs")), (FACT, _("Facts")), (TEXT, _("Text"))]
        shown.proposed, shown.may_stay = MYTH, True
    elif decision.kind == "title" and decision.about in drafts:
        shown.proposed = drafts[decision.about].title
        shown.may_stay = bool(shown.proposed)
    elif decision.kind in ("picture", "table"):
        shown.leave_out = LEFT_OUT
    return shown
