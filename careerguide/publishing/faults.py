"""What is wrong with a text that readers see already: it warns, and blocks nothing.

A table that an article shows may be taken away, a rule may come with a new release.
Whoever then corrects a typing error must be able to publish it.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model, TextField
from django.utils.text import capfirst


def faults_of(row):
    """The sentences on what is wrong with `row` as published, by field."""
    status, row.status = row.status, row.PUBLISHED
    try:
        Model.full_clean(row, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        return error.message_dict
    finally:
        row.status = status
    return {}


def new_faults(item, error):
    """Of a ValidationError of `item` what its live text does not have already.

    The same sentence about a text is an old fault; about anything else, only while the
    value is the same.
    """
    row = type(item)._base_manager.filter(pk=item.pk).first() if item.pk else None
    if row is None or not row.is_live:
        return error.error_dict
    known = faults_of(row)
    found = {}
    for name, problems in error.error_dict.items():
        old = known.get(name, []) if _is_as_it_was(item, row, name) else []
        left = [p for p in problems if not set(p.messages) <= set(old)]
        if left:
            found[name] = left
    return found


def _is_as_it_was(item, row, name):
    if name == NON_FIELD_ERRORS:
        return False
    field = item._meta.get_field(name)
    is_text = isinstance(field, TextField)
    return is_text or getattr(item, field.attname) == getattr(row, field.attname)


def sentences(row):
    """What is wrong with `row` as readers see it, each with the name of its field."""
    names = {field.name: capfirst(field.verbose_name) for field in row._meta.fields}
    return [
        f"{names[name]}: {problem}" if name in names else problem
        for name, problems in faults_of(row).items()
        for problem in problems
    ]
