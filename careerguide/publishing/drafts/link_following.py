"""Let links follow a page that was renamed, in the transaction that renames it.

As with the rows of a table: nobody has changed what the texts say, so neither their
version nor a day of theirs moves, and who has a form open is told of no conflict. What
they save may have the old address again: that leads on, and the checks name it.
"""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext as _

from careerguide.markup.readdressing import readdressed
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import UNPUBLISHED, Plan
from careerguide.publishing.models.texts import markdown_fields


def follow_rename(item, slugs, by):
    """Write links to the pages that `item` had at `slugs` as links to its page.

    Returns the items that readers see and whose links were written anew; `item` itself,
    which is being saved, is not among them, and has its texts changed in memory, too.
    """
    now = item.get_absolute_url()
    moves = {type(item)(slug=slug).get_absolute_url(): now for slug in slugs}
    moves.pop(now, None)
    if not moves:
        return []
    seen = []
    for model in content_models():
        names = [field.name for field in markdown_fields(model)]
        if names:
            seen += _rewrite_rows(model, names, moves, item, by)
            _rewrite_drafts(model, names, moves)
    return seen


def _any_of(names, moves, lookup):
    pieces = [old.rstrip("/") for old in moves]
    found = [Q(**{lookup.format(name): one}) for name in names for one in pieces]
    return reduce(or_, found)


def _rewrite_rows(model, names, moves, item, by):
    wanted = _any_of(names, moves, "{}__icontains")
    rows = model._base_manager.filter(wanted).order_by("pk").select_for_update()
    for row in rows:
        texts = {name: getattr(row, name) for name in names}
        changed = _changed(texts, moves)
        if not changed:
            continue
        for name, text in changed.items():
            setattr(row, name, text)
        model._base_manager.filter(pk=row.pk).update(**changed)
        if row == item:  # what happens to it is an entry of its own
            for name, text in changed.items():
                setattr(item, name, text)
            continue
        add_revision(row, Event.RELINKED, by, _("links to “%s” followed") % item)
        if row.is_live:
            yield row


def _rewrite_drafts(model, names, moves):
    wanted = _any_of(names, moves, "values__{}__icontains")
    for kind in UNPUBLISHED:
        for draft in kind.objects.of_model(model).filter(wanted).select_for_update():
            fields = ["values"]
            draft.values = draft.values | _changed(draft.values, moves, names)
            if kind is Plan:
                draft.base = draft.base | _changed(draft.base, moves, names)
                fields.append("base")
            draft.save(update_fields=fields)


def _changed(texts, moves, names=None):
    found = {}
    for name in names or texts:
        text = texts.get(name)
        if text and (now := readdressed(text, moves)) != text:
            found[name] = now
    return found
