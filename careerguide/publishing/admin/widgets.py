"""Define the widgets of content's forms, which tell of faults in a text."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField
from django.urls import reverse
from markdownx.models import MarkdownxField
from markdownx.widgets import MarkdownxWidget

from careerguide.markup.plain_widgets import (
    PlainLineWidget,
    PlainTextWidget,
    plain_widget,
)
from careerguide.markup.references.notation import with_references_shown
from careerguide.publishing.checks.texts import warnings_of
from careerguide.publishing.models.texts import is_markdown, is_plain


class TellsFaults:
    """A widget that lists, above a text, what is wrong with it: see its template.

    The form of content tells it whose text it is, as `form`. What the form refuses
    stands there in red: it is not said twice.
    """

    db_field = form = None

    @property
    def item(self):
        return self.form and self.form.instance

    def warnings(self, text):
        """Return sentences on what is wrong with the text, of an item that is known."""
        if not text or self.form is None:
            return []
        name = self.db_field.name
        return warnings_of(self.item, name, text, self.form.errors.get(name, ()))


class TakesNumbers(TellsFaults):
    """A widget with a dialog that puts numbers of tables into its text, by script."""

    class Media:
        css = {"all": ["careerguide/admin/editor.css"]}
        js = [forms.Script("careerguide/admin/editor.js", type="module")]

    def get_context(self, name, value, attrs=None):
        context = super().get_context(name, value, attrs)
        if self.takes_numbers:
            context["numbers"] = {
                "model": self.db_field.model._meta.label_lower,
                "field": self.db_field.name,
                "label": self.db_field.verbose_name,
                "item": getattr(self.item, "pk", None) or "",
                "is_own": self.db_field.name in self.db_field.model.own_number_fields,
                "url": reverse("editor_numbers"),
                "worked_out_url": reverse("editor_worked_out"),
                "claims_url": reverse("editor_claims"),
            }
        return context

    @property
    def takes_numbers(self):
        return self.db_field is not None and takes_numbers(self.db_field)


def takes_numbers(db_field):
    """Return whether a text may name cells of tables."""
    model = db_field.model
    return hasattr(model, "takes_numbers") and model.takes_numbers(db_field.name)


class PlainNumbers(TakesNumbers):
    """The same for words without Markdown: of a number’s notation readers see none."""

    def marks_in(self, text):
        return super().marks_in(with_references_shown(text, lambda reference: ""))


class NumberLineWidget(PlainNumbers, PlainLineWidget):
    """Edit a line of words that may name cells."""


class NumberTextWidget(PlainNumbers, PlainTextWidget):
    """Edit a few lines of words that may name cells."""


def plain_number_widget(db_field):
    is_long = isinstance(db_field, TextField)
    widget = NumberTextWidget() if is_long else NumberLineWidget()
    widget.db_field = db_field
    return widget


class MarkdownTextWidget(TakesNumbers, AdminTextareaWidget):
    """Edit a few lines of Markdown in a plain textarea."""

    template_name = "editor/markdown_text.html"

    def __init__(self, db_field=None, attrs=None):
        super().__init__(attrs)
        self.db_field = db_field

    def value_from_datadict(self, data, files, name):
        """Return what was typed, blanks that begin a list and all; blanks alone not."""
        text = super().value_from_datadict(data, files, name)
        return text if text is None or text.strip() else ""

    def get_context(self, name, value, attrs=None):
        context = super().get_context(name, value, attrs)
        return context | {"warnings": self.warnings(value)}


class MarkdownEditorWidget(TakesNumbers, MarkdownxWidget):
    """django-markdownx's widget with our template and script, and none of its own.

    `db_field` tells the preview which model's text this is: MarkdownEditorMixin hands
    it over, `formfield_overrides` cannot. Without script it is a plain textarea.
    """

    template_name = "editor/markdown_editor.html"

    class Media:
        extend = False
        css = {"all": ["careerguide/admin/editor.css"]}
        js = [forms.Script("careerguide/admin/editor.js", type="module")]

    def __init__(self, db_field=None, attrs=None):
        super().__init__({"class": "markdown-editor-text", "rows": 20, **(attrs or {})})
        self.db_field = db_field

    @staticmethod
    def add_markdownx_attrs(attrs):
        """Leave out what only markdownx's script reads."""
        return attrs

    def render(self, name, value, attrs=None, renderer=None):
        return super().render(name, value, dict(attrs or {}), renderer)

    def get_context(self, name, value, attrs=None):
        context = super().get_context(name, value, attrs)
        context["editor"] = {
            "model": self.db_field.model._meta.label_lower if self.db_field else "",
            "field": self.db_field.name if self.db_field else "",
            "preview_url": reverse("markdownx_markdownify"),
            "upload_url": reverse("markdownx_upload"),
            "images_url": reverse("markdown_images"),
            "tables_url": reverse("markdown_tables"),
            "pages_url": reverse("editor_pages"),
            "item": getattr(self.item, "pk", None) or "",
        }
        context["warnings"] = self.warnings(value)
        return context


class MarkdownEditorMixin:
    """Put the editor on each MarkdownxField of a ModelAdmin or inline.

    Other texts have the widget of Django, which says what is wrong with them.
    `markdown_fields` names other text fields that hold Markdown.
    """

    markdown_fields = ()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, MarkdownxField):
            kwargs["widget"] = MarkdownEditorWidget(db_field)
        elif db_field.name in self.markdown_fields:
            kwargs["widget"] = MarkdownEditorWidget(db_field, {"rows": 8})
        elif is_markdown(db_field):
            kwargs["widget"] = MarkdownTextWidget(db_field)
        elif is_plain(db_field):
            takes = takes_numbers(db_field)
            kwargs["widget"] = (plain_number_widget if takes else plain_widget)(
                db_field
            )
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(kwargs.get("widget"), (MarkdownEditorWidget, MarkdownTextWidget)):
            field.strip = False  # Blanks that begin a text make it code, or a list.
        return field
