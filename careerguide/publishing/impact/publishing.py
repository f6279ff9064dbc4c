"""Find what publishing a change takes from live pages.

A table that goes to a guide nobody sees yet, a quick fact that its career no longer
has, an old address that another item takes over.
"""

import hashlib

from django.utils.translation import gettext as _

from careerguide.publishing.drafts.diff import word_pieces
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot

from .hiding import Loss, losses_of
from .names import Names

_finders = []


def publish_losses(row, values=None):
    """Return the `losses_by_publishing` of one row and the `snapshot` to publish."""
    wanted = apply_snapshot(row, values or {})
    wanted.mark_published()
    return losses_by_publishing([(row, wanted)])[0]


def losses_by_publishing(changes):
    """Return a list of Loss for each (row, the item as it would be published).

    The row is None for a new item. All are of one model, and the texts of the site are
    read once.
    """
    hidden = losses_of([row for row, item in changes if _hides(row, item)])
    displaced = _displaced(changes)
    named = Names((item, slug, slug) for slug, item in displaced.items()).in_texts()
    found = []
    for row, item in changes:
        lost = {row: _("is hidden itself, as its career is not published")}
        lost = lost if row in hidden else {}
        lost |= {loss.page: loss.what for loss in hidden.get(row, ())}
        lost |= _facts_lost(row, item)
        if other := displaced.get(item.slug):
            sentence = _("means “%s” by the address that this takes over") % other
            for page, _what in named[item.slug]:
                if page not in (row, other):
                    lost.setdefault(page, sentence)
        losses = [Loss(page, what) for page, what in lost.items()]
        found.append([*losses, *_sentences_changed(row, item)])
    return found


def token_of(loss_list, pages=()):
    """Short, and another for other losses: what somebody has agreed to; "" of nothing.

    `pages` go from readers as a whole.
    """
    pages = [*pages, *(loss.page for loss in loss_list)]
    names = sorted({f"{page._meta.label}.{page.pk}" for page in pages})
    names += [f"{loss.what}" for loss in loss_list if loss.pieces]
    if not names:
        return ""
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:32]


def register(finder):
    """Have a function find sentences that change: from a row and the item as it would
    be published to (page, before, after).
    """
    _finders.append(finder)


def pages_changed(row, item):
    """Return the other live pages that say something else once it is published."""
    pages = (loss.page for loss in _sentences_changed(row, item))
    return [page for page in dict.fromkeys(pages) if page != item]


def _sentences_changed(row, item):
    if row is None or not (row.is_published and item.is_published):
        return
    for finder in _finders:
        for page, before, after in finder(row, item):
            yield Loss(page, after, tuple(word_pieces(before, after)))


def _hides(row, item):
    return row is not None and row.is_published and not item.is_published


def _facts_lost(row, item):
    """What pages have of the item beside texts, and would not have any more."""
    if row is None or not hasattr(row, "appears_in") or not row.is_published:
        return {}
    kept = {page for page, _what in item.appears_in()} if item.is_published else {}
    return {page: what for page, what in row.appears_in() if page not in kept}


def _displaced(changes):
    """Live items whose old addresses other items take over, by those addresses."""
    if not (slugs := [item.slug for _row, item in changes if item.slug]):
        return {}
    model = type(changes[0][1])
    own = {(item.slug, row.pk) for row, item in changes if row is not None}
    old = OldSlug.objects.of_model(model).filter(slug__in=slugs)
    pairs = [pair for pair in old.values_list("slug", "object_id") if pair not in own]
    if not pairs:
        return {}
    live = model.objects.published().in_bulk({pk for _slug, pk in pairs})
    return {slug: live[pk] for slug, pk in pairs if pk in live}
