"""Test that any text is stored as written, or refused with a reason at its field."""

import csv
import io
import unicodedata
from datetime import date
from itertools import count, cycle, islice

import pytest
from django import forms
from django.contrib import admin
from django.db import models
from django.urls import reverse

from articles.models import Article
from careerguide.feedback.models import Feedback
from careerguide.library.models import Image
from careerguide.markup import MAX_BYTES
from careerguide.markup.characters import (
    has_something,
    normalise_line,
    without_overrides,
)
from careerguide.markup.normalise import normalise
from careerguide.publishing.admin.widgets import (
    MarkdownEditorWidget,
    MarkdownTextWidget,
)
from careerguide.publishing.checks.texts import text_faults
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import Publishable, content_models
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.snapshots import snapshot
from careerguide.publishing.models.texts import is_seen, markdown_fields
from statistics.importing.values.characters import visible
from statistics.models import StatTable
from tests.factories import SALARIES
from tests.forms import filled_in
from tests.hostile.naughty import STRINGS, WITH_NUL

# What each form needs beside its texts; the texts themselves are found in the form.
PLAIN = {
    "careerguide.career": {"name": "Beekeeper", "summary": "They look after bees."},
    "careerguide.page": {"title": "Contact", "body": "Write to us."},
    "articles.article": {"title": "A year", "summary": "Of a hive.", "body": "Spring."},
    "statistics.stattable": {"title": "Half are young"},
    "faq.faqentry": {"question": "Does it sting?", "answer": "Yes."},
    "library.image": {"alt": "A hive"},
}
MODELS = [m for m in admin.site._registry if m._meta.label_lower in PLAIN]
CHOSEN = {"chart_form": "auto", "row_order": "given"}
NOT_ANY_TEXT = {
    "slug",
    "language",
    "take_over",  # an address, to be given as it was asked for
    "plan",  # the same of a plan
    "source_url",
    "headline_row",
    "headline_column",
    "headline_label",
}
NOT_ANY_TEXT |= {"numbers", "columns"}  # cells: further down
NOT_ANY_TEXT |= {"spreadsheet_sheet"}
NOT_ANY_TEXT |= {"note_text", "note_reason"}  # of the note for readers: its own tests
# That numbers change is no reason to tell anybody here.
NOT_TOLD = {"note_kind": "none", "note_reason": "They are made up."}
# Fields that a form has for the history of the item.
NOTED = {"reason": "reason"}
TITLE_WORDS = 15
TOGETHER = 120  # texts in one Markdown field
_next = count(1)


class Texts:
    """The form to add or change one model's items, and the text fields it has.

    Of content it makes a new item, or the draft of a live one.
    """

    def __init__(self, model, client, world, is_live=False):
        self.opts, self.client, self.world = model._meta, client, world
        self.name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        self.item = None
        self.url = reverse(f"{self.name}_add")
        if is_live or not issubclass(model, Publishable):
            self.item = next(i for i in vars(world).values() if type(i) is model)
            self.url = reverse(f"{self.name}_change", args=[self.item.pk])
        self.form = client.get(self.url).context["adminform"].form

    @property
    def fields(self):
        return {
            name: field
            for name, field in self.form.fields.items()
            if isinstance(field, forms.CharField)
            and name not in NOT_ANY_TEXT
            and not field.widget.is_hidden
        }

    def post(self, texts):
        """Save a form; the item it made as it is stored, or the errors it gave."""
        number = next(_next)
        data = {"slug": f"{self.world.career.slug}-{number}", "_save": ""}
        if self.item:
            data |= filled_in(self.client.get(self.url))
        # So that each is another text, whatever its words are.
        data |= {"review_by": date.fromordinal(740_000 + number)}
        data |= CHOSEN | PLAIN[self.opts.label_lower]
        data |= {"career": self.world.career.pk, "focal_x": 50, "focal_y": 50} | texts
        response = self.client.post(self.url, data)
        if response.status_code == 200:
            return None, response.context["adminform"].form.errors
        assert response.status_code == 302
        found = self.opts.model._default_manager.order_by("-pk")
        item = found.get(pk=self.item.pk) if self.item else found.first()
        return (actions.draft_of(item) if is_content(item) else item), {}

    def stored(self, item, name):
        """What became of the text of a field."""
        if name in NOTED:
            return getattr(item.history.first(), NOTED[name])
        return getattr(item, name)

    def publish(self, item):
        """Send the form as it is loaded, by its other button: readers get the text."""
        change = reverse(f"{self.name}_change", args=[item.pk])
        sent = filled_in(self.client.get(change)) | {"_publish": ""} | NOT_TOLD
        response = self.client.post(change, sent)
        if response.status_code == 200:
            errors = response.context["adminform"].form.errors
            self.fill_in_blanks(item, errors)
            mended = {n: getattr(item, n) for n in {*errors, *item.needed_to_publish()}}
            response = self.client.post(change, sent | mended)
        assert response.status_code == 302
        row = type(item)._base_manager.get(pk=item.pk)
        assert not WorkingCopy.objects.of(row).exists()
        day = {"content_updated_on": str(row.content_updated_on)}
        assert snapshot(row) == snapshot(item) | day
        return row

    @staticmethod
    def fill_in_blanks(item, errors):
        """Only what a page cannot do without, or what leads nowhere, is a reason."""
        assert errors
        found = text_faults(item)
        for name in errors:
            blocking = {f.sentence for f in found.get(name, ()) if f.blocks}
            if blocking and blocking.issuperset(errors[name]):
                setattr(item, name, "Nothing")
                continue
            assert name in item.needed_to_publish()
            assert not is_seen(item, name)
            empty = not getattr(item, name).strip()
            reason = "This is needed" if empty else "Readers would see nothing"
            assert errors[name][0].startswith(reason)
            setattr(item, name, "Nothing")

    def check_pages(self, item):
        """What shows the item to readers and to editors still does."""
        if is_content(item):
            row = self.publish(item)
            assert self.client.get(row.get_absolute_url()).status_code == 200
        else:
            change = reverse(f"{self.name}_change", args=[item.pk])
            assert self.client.get(change).status_code == 200

    def check_history(self, item):
        """It names all that was ever saved of the item."""
        history = reverse(f"{self.name}_history", args=[item.pk])
        assert self.client.get(history).status_code == 200

    def check_lists(self):
        assert self.client.get(reverse(f"{self.name}_changelist")).status_code == 200
        for name in ("home", "articles:list", "statistics:list", "faq:list"):
            assert self.client.get(reverse(name)).status_code == 200
        career = self.world.career.get_absolute_url()
        assert self.client.get(career).status_code == 200


def is_content(item):
    return isinstance(item, Publishable)


IN_MARKDOWN = {f.name for m in content_models() for f in markdown_fields(m)}


def as_stored(field, name, text):
    """What should be stored: names and sentences without blanks around them.

    Of content, without controls, and with plain characters at the marks of Markdown.
    What turns the direction of text stands in Markdown alone.
    """
    if name == "alt":
        return " ".join(without_overrides(text).split())
    text = text.strip() if field.strip else text
    if name == "credit":
        return without_overrides(text)
    if name in NOTED:
        return text
    is_long = isinstance(field.widget, forms.Textarea)
    if isinstance(field.widget, MarkdownTextWidget) and not text.strip():
        return ""
    stored = normalise(text) if is_long else normalise_line(text)
    if name not in IN_MARKDOWN:
        stored = without_overrides(stored)
    return stored.strip() if field.strip else stored


def may_be_refused(field, name, text):
    """Whether there is a reason to."""
    whole = as_stored(field, name, text)
    return (
        not has_something(whole)
        or "\0" in text
        or len(whole.encode()) > MAX_BYTES
        or (
            field.max_length is not None
            and len(text.encode("utf-16")) // 2 > field.max_length
        )
        or (name == "title" and len(whole.split()) > TITLE_WORDS)
        or (name == "body" and "[[table:" in text)
    )


# The draft of a live item, which is published in the end; new ones take the same way.
PLACES = [(m, True) for m in MODELS if m is not Image]
PLACES += [(Image, False), (Article, False)]


def place(param):
    model, is_live = param
    return f"{'draft of a live ' if is_live else ''}{model._meta.label_lower}"


@pytest.fixture(params=PLACES, ids=place)
def texts(request, admin_client, world):
    model, is_live = request.param
    return Texts(model, admin_client, world, is_live)


class TestForm:
    def test_keeps_any_text_or_says_why_not(self, texts):
        """Each text in one field of one model, as many fields at once as there are."""
        fields = texts.fields
        places = cycle(name for name in fields)
        share = STRINGS[MODELS.index(texts.opts.model) :: len(MODELS)]
        rest = iter(zip(places, share, strict=False))
        saved = 0
        while sent := dict(islice(rest, len(fields))):
            item, errors = texts.post(sent)
            if errors:
                for name in errors:
                    assert name in sent, (name, errors[name])
                    assert may_be_refused(fields[name], name, sent[name]), (name, sent)
                    assert all(errors[name]), name
                sent = {name: sent[name] for name in sent if name not in errors}
                item, errors = texts.post(sent)
            assert not errors, (errors, sent)
            for name, text in sent.items():
                assert texts.stored(item, name) == as_stored(
                    fields[name], name, text
                ), name
            saved += 1
            if saved % 6 == 1:
                texts.check_pages(item)
                texts.check_history(item)
        assert saved >= len(share) // len(fields)
        texts.check_pages(item)
        texts.check_history(item)
        texts.check_lists()

    def test_refuses_a_nul_at_its_field(self, texts):
        before = texts.opts.model._default_manager.count()
        for text in WITH_NUL:
            _item, errors = texts.post(dict.fromkeys(texts.fields, text))
            assert set(errors) == set(texts.fields), text
            assert all("ull characters" in str(errors[name]) for name in errors)
        assert texts.opts.model._default_manager.count() == before

    def test_refuses_what_is_too_long_at_its_field(self, texts):
        for name, field in texts.fields.items():
            if field.max_length:
                item, errors = texts.post({name: "é" * (field.max_length + 1)})
                assert (item, list(errors)) == (None, [name])
                # Of what names numbers, readers see less.
                columns = {column.name: column for column in texts.opts.fields}
                shown = getattr(columns.get(name), "shown_length", None)
                longest = shown or field.max_length
                item, errors = texts.post({name: "é" * longest})
                assert texts.stored(item, name) == "é" * longest, errors

    def test_shows_the_text_again_as_it_came(self, texts):
        """A refused form loses nothing."""
        name = next(iter(texts.fields))
        broken = {"review_by": "x", "focal_x": "x"}
        for text in STRINGS[::60]:
            response = texts.client.post(texts.url, broken | {name: text})
            form = response.context["adminform"].form
            assert form[name].value() == text


class TestMarkdown:
    @pytest.mark.parametrize("first", range(0, len(STRINGS), TOGETHER))
    def test_is_kept_with_plain_marks(self, admin_client, world, first):
        """Every text one below the other, in each field that has the editor."""
        for label in ("articles.article", "faq.faqentry", "careerguide.page"):
            model = next(m for m in MODELS if m._meta.label_lower == label)
            texts = Texts(model, admin_client, world)
            lines = STRINGS[first : first + TOGETHER]
            if label == "articles.article":
                lines = [line for line in lines if "[[table:" not in line]
            whole = "    code\n\n" + "\n\n".join(lines) + "\n\n "
            names = [
                name
                for name, field in texts.fields.items()
                if isinstance(field.widget, MarkdownEditorWidget)
            ]
            assert names
            item, errors = texts.post(dict.fromkeys(names, whole))
            assert not errors
            for name in names:
                assert getattr(item, name) == normalise(whole)
            texts.check_pages(item)
            texts.check_history(item)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "model", [*MODELS, Feedback], ids=lambda model: model._meta.label_lower
)
def test_database_keeps_every_text_in_every_column(model, world):
    """Under the forms: each text in each text column, as long as it may be."""
    Feedback.objects.create(item=world.page, kind="problem", text="a")
    columns = [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not (field.choices or field.unique)
    ]
    names = [field.name for field in columns]
    for text in filter(None, STRINGS):
        written = {field.name: text[: field.max_length] for field in columns}
        model._default_manager.update(**written)
        assert model._default_manager.values(*names).first() == written


class TestCells:
    @pytest.fixture
    def texts(self, admin_client, world):
        return Texts(StatTable, admin_client, world)

    @staticmethod
    def sheet(rows):
        """The rows as a spreadsheet copies them."""
        out = io.StringIO()
        csv.writer(out, dialect="excel-tab", quoting=csv.QUOTE_ALL).writerows(rows)
        return out.getvalue()

    @staticmethod
    def as_stored(text):
        """Blanks around it go, and marks that nobody sees."""
        return visible(text.replace("\r\n", "\n").replace("\r", "\n")) or None

    def test_keep_any_text(self, texts):
        strings = [text for text in STRINGS if len(text.strip()) <= 500]
        rows = [["Row", "Text"], *([f"row {i}", s] for i, s in enumerate(strings))]
        described = {"columns": "Row: text\nText: text"}
        table, errors = texts.post({"numbers": self.sheet(rows), **described})
        assert not errors
        cells = [row["cells"][1] for row in table.data["rows"]]
        assert cells == [self.as_stored(text) for text in strings]
        texts.check_pages(table)
        self.check_form_changes_nothing(texts, table)

    def test_of_numbers_are_kept_or_refused_by_row(self, texts):
        for kind in ("integer", "decimal", "percent", "money USD", "year", "rank"):
            rows = [
                ["Row", "Number"],
                *([f"row {i}", s] for i, s in enumerate(STRINGS)),
            ]
            described = {"columns": f"Row: text\nNumber: {kind}"}
            table, errors = texts.post({"numbers": self.sheet(rows), **described})
            assert table is None
            assert set(errors) <= {"numbers", "columns"}
            assert all("ow " in sentence for sentence in errors["numbers"])

    @pytest.mark.one_database
    def test_as_names_of_columns(self, texts):
        """Ten at once; where one of them is refused, each of the ten by itself."""
        tens = [STRINGS[start::65][:10] for start in range(0, 65, 5)]
        for ten in tens:
            for names in [ten] if self.are_names(texts, ten) else ([n] for n in ten):
                assert self.are_names(texts, names) in (True, None)

    def are_names(self, texts, names):
        """Whether they became the names of columns; None where that was refused."""
        rows = [["Row", *names], ["a"] * (len(names) + 1)]
        table, errors = texts.post({"numbers": self.sheet(rows)})
        if errors:
            assert set(errors) <= {"numbers", "columns"}, names
            assert all(errors.values()), names
            return None
        labels = [column["label"] for column in table.data["columns"]]
        lines = [
            " ".join((self.as_stored(name) or f"Column {place}").splitlines())
            for place, name in enumerate(names, 2)
        ]
        return labels == ["Row", *lines] or names[0].strip().casefold() == "mark"

    def test_with_a_nul_are_refused(self, texts):
        for text in WITH_NUL:
            for field in ("numbers", "columns"):
                _table, errors = texts.post({field: f"A\tB\n1\t{text}"})
                assert field in errors, text

    @staticmethod
    def check_form_changes_nothing(texts, table):
        """Opened and saved again, as a browser sends it, the cells are the same."""
        change = reverse(f"{texts.name}_change", args=[table.pk])
        form = texts.client.get(change).context["adminform"].form
        sent = {n: form[n].value() for n in form.fields if form[n].value() is not None}
        before = table.data
        assert before["rows"]
        sent["numbers"] = sent["numbers"].replace("\n", "\r\n")
        sent["_save"] = ""
        assert texts.client.post(change, sent).status_code == 302
        table.refresh_from_db()
        assert actions.draft_of(table).data == before


class TestControl:
    def test_a_changed_text_is_noticed(self, admin_client, world, monkeypatch):
        monkeypatch.setattr(
            StatTable,
            "save",
            lambda self, **k: lossy(self, super(StatTable, self), **k),
        )

        def lossy(item, parent, **kwargs):
            item.subtitle = unicodedata.normalize("NFKC", item.subtitle)
            parent.save(**kwargs)

        texts = Texts(StatTable, admin_client, world)
        item, _errors = texts.post({"subtitle": "ﬁ", "numbers": "A\tB\n1\t2"})
        assert item.subtitle != as_stored(texts.fields["subtitle"], "subtitle", "ﬁ")

    def test_the_world_has_a_table(self, world):
        assert world.table.data == SALARIES
