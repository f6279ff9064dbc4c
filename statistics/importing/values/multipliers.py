"""Take a power of ten that stands below a column's name as the column's scale."""

from dataclasses import replace

from django.utils.translation import gettext as _

from statistics.table.errors import about_column

KINDS = ("integer", "decimal", "money")


def with_multiplier(cells, kind):
    """Return the `Kind` of a column with its scale; it asks where there can be none."""
    scale, written = cells.multiplier
    column, parts = kind.column, {"label": kind.column.label, "written": written}
    if cells.column.type:
        return _described(kind, scale, parts)
    if column.type not in KINDS or column.scale:
        sentence = _(
            "Column “%(label)s”: “%(written)s” stands below its name, and cannot be "
            "the scale of what it holds. Delete it, or say what the column holds: "
            "“%(line)s”."
        )
        line = f"{column.label}: integer, {scale}"
        problem = about_column(sentence % (parts | {"line": line}), column.label)
        number = replace(column, type="integer", currency="", scale=scale)
        change = _("Make it a number")
        return replace(
            kind, sentence=problem, other=number, change=change, problems=(problem,)
        )
    sentence = _("“%(written)s” below its name is read as its scale: %(scale)s.")
    said = " ".join((kind.sentence, sentence % (parts | {"scale": _(scale)})))
    scaled = replace(column, scale=scale)
    change = _("Take the numbers as they stand")
    return replace(kind, column=scaled, sentence=said, other=column, change=change)


def _described(kind, scale, parts):
    """A sentence where the column was described with another scale."""
    if kind.column.scale == scale:
        return kind
    sentence = _(
        "%(label)s: “%(written)s” stands below its name; the numbers are read as the "
        "column was described."
    )
    return replace(kind, sentence=sentence % parts)
