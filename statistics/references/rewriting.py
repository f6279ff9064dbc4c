"""Write texts anew where a table's rows or columns were renamed, in its transaction.

Nobody has changed what the texts say, so neither their version nor a day of theirs
moves, and who has a form open is told of no conflict.
"""

from collections import defaultdict

from django.db.models import F
from django.utils.translation import gettext as _

from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import UNPUBLISHED, Plan
from careerguide.publishing.models.texts import is_markdown
from statistics.former_names import FormerName
from statistics.table.schema import DataError, parse

from .notation import same
from .renames import Renames, found, with_names
from .texts import all_slugs_of, any_of


def follow_renames(table, before, by):
    """Have texts name the cells of a table as it calls them since it was published.

    `before` is the data that readers saw until now.
    """
    renames = names_after(table, before)
    if renames:
        slugs = all_slugs_of(table)
        for model in content_models():
            _rewrite_rows(model, slugs, renames, by, table)
            _rewrite_drafts(model, slugs, renames)
    _remember(table, renames)


def follow_former_names(item):
    """Have an item's texts name cells as tables call them now, and not as before."""
    names = [name for name in item.reference_fields() if "[[" in getattr(item, name)]
    slugs = slugs_of(r for name in names for r in item.references_of(name))
    if not slugs:
        return
    renames = getattr(item, "stored_renames", None)  # of `prepare`
    if renames is None:
        renames = renames_by_slug(slugs)
    for slug in slugs & renames.keys():
        for name in names:
            markdown = is_markdown(item._meta.get_field(name))
            text = with_names(getattr(item, name), {slug}, renames[slug], markdown)
            setattr(item, name, text)


def renames_by_slug(slugs):
    """Return the `Renames` that lead from former names, of tables that have any."""
    if not slugs:
        return {}
    found = defaultdict(list)
    former = FormerName.objects.filter(table__slug__in=slugs)
    for one in former.annotate(slug=F("table__slug")):
        found[one.slug].append(one)
    return {slug: _renames(names) for slug, names in found.items()}


def names_after(table, before):
    """Return the `Renames` that lead from all former names to those of `table`.

    `before` is the data that readers see until it is published.
    """
    try:
        renames = found(parse(before), table.table)
    except DataError:
        renames = Renames({}, {})
    return _with_former(table, renames)


def former_names(table):
    """Return the `Renames` that lead from what its cells were called."""
    return _renames(table.former_names.all())


def _renames(former):
    names = Renames({}, {})
    for one in former:
        kind = names.rows if one.kind == FormerName.Kind.ROW else names.columns
        kind[one.former] = one.name
    return names


def _with_former(table, renames):
    """The renames, and those of before, which lead on to the names of now."""
    former = former_names(table)
    data = table.table
    taken = (
        {same(data.label(row)) for row in data.rows},
        {same(column.label) for column in data.columns},
    )
    found = []
    for old, new, names in zip(former, renames, taken, strict=True):
        led = {name: new.get(same(to), to) for name, to in old.items()}
        found.append({k: v for k, v in (led | new).items() if k not in names})
    return Renames(*found)


def _remember(table, renames):
    table.former_names.all().delete()
    kinds = FormerName.Kind.ROW, FormerName.Kind.COLUMN
    FormerName.objects.bulk_create(
        FormerName(table=table, kind=kind, former=former, name=name)
        for kind, names in zip(kinds, renames, strict=True)
        for former, name in names.items()
    )


def _rewrite_rows(model, slugs, renames, by, table):
    wanted = any_of(model, slugs, "{}__icontains")
    if wanted is None:
        return
    rows = model._base_manager.filter(wanted).order_by("pk").select_for_update()
    for row in rows:
        changed = {}
        for name in model.reference_fields():
            text = getattr(row, name)
            markdown = is_markdown(model._meta.get_field(name))
            if (now := with_names(text, slugs, renames, markdown)) != text:
                changed[name] = now
                setattr(row, name, now)
        if not changed:
            continue
        model._base_manager.filter(pk=row.pk).update(**changed)
        if row == table:  # it is being published, which is an entry of its own
            for name, text in changed.items():
                setattr(table, name, text)
        else:
            reason = _("names of “%s” followed") % table
            add_revision(row, Event.FOLLOWED, by, reason)


def _rewrite_drafts(model, slugs, renames):
    wanted = any_of(model, slugs, "values__{}__icontains")
    if wanted is None:
        return
    for kind in UNPUBLISHED:
        for draft in kind.objects.of_model(model).filter(wanted).select_for_update():
            fields = ["values"]
            draft.values = _values(model, draft.values, slugs, renames)
            if kind is Plan:
                draft.base = _values(model, draft.base, slugs, renames)
                fields.append("base")
            draft.save(update_fields=fields)


def _values(model, values, slugs, renames):
    now = dict(values)
    for name in model.reference_fields():
        if text := values.get(name):
            markdown = is_markdown(model._meta.get_field(name))
            now[name] = with_names(text, slugs, renames, markdown)
    return now
