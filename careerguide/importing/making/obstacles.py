"""Say what is in the way of making drafts, before anything is written."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.importing import rights
from careerguide.importing.creation import in_the_way, of_pictures
from careerguide.importing.pictures import placed_pictures
from careerguide.importing.plan import CAREER
from statistics.table.errors import shortened

from .comparing import ASKS, TRASHED, compared
from .known import existing_items


def _conflicts(opened, drafts, existing):
    """A sentence for each item that both sides decided of, and is not chosen for."""
    for one in compared(opened, drafts, existing) if existing else ():
        if one.state not in ASKS or one.choice:
            continue
        if one.state == TRASHED:
            sentence = _("“%s” lies in the trash: choose whether it comes out of it.")
        else:
            sentence = _(
                "“%s” was changed here and in the document: choose what becomes of it."
            )
        yield sentence % shortened(one.title)


def _gone(record, pictures):
    """A sentence where pictures of an old import were deleted with its file."""
    there = set(record.pictures.values_list("number", flat=True)) if pictures else ()
    if any(number not in there for number, _picture, _text in pictures):
        yield _("Its pictures are not here any more: upload the document anew.")


def obstacles_of(opened, drafts, by=None):
    """Return sentences; with `by` also on what somebody may not add."""
    wanted = [d for d in drafts if d.kind != CAREER or not opened.plan.career]
    existing = existing_items(opened)
    found = [*in_the_way(wanted, existing), *_conflicts(opened, drafts, existing)]
    pictures = placed_pictures(opened.document, opened.plan)
    found += [*of_pictures(pictures), *_gone(opened.record, pictures)]
    asked = [d for d in opened.plan.decisions if d.kind in ("columns", "decimals")]
    if asked:
        sentence = ngettext(
            "%d question has to be answered.",
            "%d questions have to be answered.",
            len(asked),
        )
        found.append(sentence % len(asked))
    if by is not None:
        new = [d.kind for d in wanted if d.key not in existing]
        found += rights.lacking(by, new)
        for draft in wanted:
            target = existing.get(draft.key)
            if target and not rights.may_edit(by, target.item):
                sentence = _("You may not change “%s”: ask an editor.")
                found.append(sentence % shortened(draft.title))
    return found
