"""Find faults of a text that readers see already: they warn, and block nothing.

A table that an article shows may be taken away, a rule may come with a new release.
Whoever then corrects a typing error must be able to publish it.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CharField, Model, TextField
from django.utils.text import capfirst

from careerguide.publishing.models.snapshots import content_fields


def faults_of(row, exclude=None):
    """Return the faults of `row` as published: lists of ValidationError, by field."""
    status, row.status = row.status, row.PUBLISHED
    try:
        Model.full_clean(
            row, exclude=exclude, validate_unique=False, validate_constraints=False
        )
    except ValidationError as error:
        return error.error_dict
    finally:
        row.status = status
    return {}


def new_faults(item, error, row=None, exclude=None):
    """Return those faults of a ValidationError that the live text does not have.

    The same sentence about a text is an old fault, as is one of the same code if the
    text is no longer than it was; about anything else, while the value is the same.
    `row` is the one of the item, if it is at hand.
    """
    if row is None and item.pk:
        row = type(item)._base_manager.filter(pk=item.pk).first()
    if row is None or not row.is_live:
        return error.error_dict
    known = faults_of(row, exclude)
    found = {}
    for name, problems in error.error_dict.items():
        is_old = _judge_field(item, row, name, known.get(name, []))
        if left := [problem for problem in problems if not is_old(problem)]:
            found[name] = left
    return found


def _judge_field(item, row, name, old):
    if name == NON_FIELD_ERRORS:
        return lambda problem: False
    field = item._meta.get_field(name)
    now, before = getattr(item, field.attname), getattr(row, field.attname)
    return judge(field, now, before, old)


def judge(field, now, before, old):
    """A function that tells whether a fault of the value `now` of a field is old.

    `old` are the ValidationErrors of its value `before`.
    """
    if not old:
        return lambda problem: False
    is_text = isinstance(field, TextField)
    known = {sentence for problem in old for sentence in problem.messages}
    codes = {problem.code for problem in old if problem.code}
    keys = {problem.key for problem in old if hasattr(problem, "key")}

    def is_old(problem):
        if not is_text:
            return now == before and known.issuperset(problem.messages)
        if getattr(problem, "key", None) in keys:  # in another line, perhaps
            return True
        is_no_longer = len(now) <= len(before) and problem.code in codes
        return is_no_longer or known.issuperset(problem.messages)

    return is_old


def content_field(row, name):
    """Return the content field of this name; None if there is none."""
    fields = content_fields(type(row))
    return next((field for field in fields if field.name == name), None)


def of_form_field(form_field, value):
    """Return what a form's field finds wrong with a stored value."""
    try:
        form_field.clean(form_field.prepare_value(value))
    except ValidationError as error:
        return error.error_list
    return []


def _faults_of_forms(row):
    """What a form finds wrong with the fields of `row`, by field.

    Related items are left to the model, as are values that are no text.
    """
    found = {}
    for field in content_fields(type(row)):
        if isinstance(field, CharField | TextField):
            value = field.value_from_object(row)
            if problems := of_form_field(field.formfield(), value):
                found[field.name] = problems
    return found


def sentences(row):
    """Return what is wrong with `row` as readers see it, with names of fields."""
    return _named(row, _faults_of_forms(row) | faults_of(row))


def error_text(item, error):
    """The sentences of a ValidationError of `item`, with the names of their fields."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(_named(item, error.error_dict))


def _named(item, problems):
    names = {field.name: capfirst(field.verbose_name) for field in item._meta.fields}
    return [
        f"{names[name]}: {problem}" if name in names else problem
        for name, found in problems.items()
        for problem in ValidationError(found).messages
    ]
