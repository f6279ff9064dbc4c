"""Warn of marks of Markdown at fields whose text is shown as it stands."""

from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import TextField

from careerguide.markup.checks.marks import marks_in

from .characters import one_kind_of_line_end


class TellsMarks:
    """A widget that says, above a text, that readers will see marks of Markdown."""

    template_name = "editor/plain_text.html"

    class Media:
        css = {"all": ["careerguide/admin/editor.css"]}

    def get_context(self, name, value, attrs=None):
        context = super().get_context(name, value, attrs)
        found = self.marks_in(value) if isinstance(value, str) else []
        return context | {"warnings": found, "plain_template": self.plain_template}

    def marks_in(self, text):
        """Return sentences on marks of Markdown that readers would see."""
        return marks_in(one_kind_of_line_end(text))


class PlainLineWidget(TellsMarks, AdminTextInputWidget):
    plain_template = AdminTextInputWidget.template_name


class PlainTextWidget(TellsMarks, AdminTextareaWidget):
    plain_template = AdminTextareaWidget.template_name


def plain_widget(db_field):
    is_long = isinstance(db_field, TextField)
    return PlainTextWidget() if is_long else PlainLineWidget()
