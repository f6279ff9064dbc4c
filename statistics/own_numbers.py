"""Show numbers of a table in its own words: its title, the label of its quick fact.

`[[number: row; column]]` names a cell of the table itself. Whoever reads such a field
of a table has the number, so that no page, file or list can forget it; forms, drafts,
history and the database have the notation, as `source_of` and the field give it.
"""

from django.db.models import Case, CharField, JSONField, Q, Value, When
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from careerguide.caching.dependencies import depends_on
from careerguide.languages.speaking import speaking
from careerguide.markup.directions import has_right_to_left
from careerguide.markup.references.notation import with_references_shown
from careerguide.publishing.models.languages import language_of
from careerguide.publishing.models.tags import of_item

from .references.notation import NotationError, same
from .references.numbers import number_of
from .references.renames import found, with_names

LONGEST_SOURCE = 5  # times as long as what readers may see


class ShownText(str):
    """What readers see of a text; `source` is what editors wrote."""

    source = ""


def source_of(text):
    """Return a text as editors wrote it."""
    return text.source if isinstance(text, ShownText) else text


def own_slug(table):
    """Return by what the table's own texts name it, which is not written in them."""
    return table.__dict__.get("slug") or "this-table"


class OwnNumbers(DeferredAttribute):
    """A text with its numbers; it takes its source, or what was read from another."""

    def __get__(self, instance, cls=None):
        text = super().__get__(instance, cls)
        if instance is None or not isinstance(text, str) or "[[" not in text:
            return text
        shown = ShownText(shown_text(instance, text))
        shown.source = text
        return shown

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = source_of(value)


class OwnNumbersField(CharField):
    """One line in which a table may name its own cells.

    `shown_length` is the most that readers may see of it; the notation may be longer.
    """

    descriptor_class = OwnNumbers

    def __init__(self, *args, shown_length=None, **options):
        self.shown_length = shown_length
        if shown_length is not None:
            options["max_length"] = shown_length * LONGEST_SOURCE
        super().__init__(*args, **options)

    def deconstruct(self):
        """Be a CharField to migrations: the database knows no more of it."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options

    def to_python(self, value):
        return super().to_python(source_of(value))

    def value_from_object(self, obj):
        return source_of(super().value_from_object(obj))


def shown_text(table, text):
    """Return a text of a table with the numbers that it names.

    A page asks for its title a dozen times: the table remembers it with its data.
    """
    _load_data(table)
    data, slug = table.table, own_slug(table)
    seen, texts = table.__dict__.get("own_texts", (None, {}))
    if seen is not data:
        texts = {}
        table.__dict__["own_texts"] = data, texts
    with speaking(language_of(table)):
        key = text, slug, get_language()
        if key not in texts:
            texts[key] = _with_numbers(table, text, slug)
        return texts[key]


def _with_numbers(table, text, slug):

    def number(reference):
        try:
            return number_of(reference, {slug: table}, slug).text
        except NotationError:
            return _("no data")

    def isolated(reference):
        return f"\u2068{number(reference)}\u2069"

    show = isolated if has_right_to_left(text) else number
    return with_references_shown(text, show)


def text_with_names(table, text, before, after):
    """Return a text of a table as its cells are called after a change.

    `before` and `after` are `TableData`.
    """
    if "[[" not in text:
        return text
    slug = own_slug(table)
    return with_names(text, {slug}, found(before, after), markdown=False, own_slug=slug)


def row_named_now(row, before, after):
    """Return what a row is called after a change from one `TableData` to another."""
    return found(before, after).rows.get(same(row), row)


def own_data(*fields):
    """Return a query's expression: the data of those tables whose texts name cells.

    As `own_data` of items it saves loading what lists do not show.
    """
    named = Q(*((f"{field}__contains", "[[") for field in fields), _connector=Q.OR)
    json = JSONField()
    return Case(When(named, then="data"), default=Value(None, json), output_field=json)


def _load_data(table):
    """Fill in the data that lists have left out, of all that came together at once."""
    if "data" in table.__dict__:
        return
    if data := table.__dict__.get("own_data"):
        table.data = data
        return
    together = [one for one in table.fetched_with or () if isinstance(one, type(table))]
    without = {one.pk: one for one in [*together, table] if _lacks_data(one)}
    rows = type(table)._base_manager.filter(pk__in=without)
    for pk, data in rows.values_list("pk", "data"):
        depends_on(of_item(type(table), pk))
        without[pk].data = data


def _lacks_data(table):
    texts = (table.__dict__.get(name) for name in table.own_number_fields)
    return "data" not in table.__dict__ and any("[[" in (text or "") for text in texts)
