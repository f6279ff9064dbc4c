"""Define hidden fields of forms, and what is said where one comes back garbled."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST = 2**63 - 1  # that a primary key can be

DAMAGED = _(
    "Something that this page sends along was damaged on its way, perhaps by an "
    "extension of your browser. Your text is all here, and nothing was saved: read it, "
    "then save it again."
)


def hidden(field, **options):
    """A form field that nobody sees, and no browser fills in from another day."""
    widget = forms.HiddenInput(attrs={"autocomplete": "off"})
    return field(required=False, widget=widget, **options)


def hidden_number():
    return hidden(forms.IntegerField, min_value=0, max_value=MOST)


def hidden_text(max_length):
    return hidden(forms.CharField, max_length=max_length)


class DamageIsSaid:
    """A mixin for forms: says so on top, and sends the field back empty.

    An empty field is the careful one: the form knows of nothing that the editor saw,
    and asks about all of it.
    """

    def _clean_fields(self):
        super()._clean_fields()
        unseen = {field.name for field in self.hidden_fields()}
        if not (damaged := unseen & self.errors.keys()):
            return
        self.data = self.data.copy()
        for name in damaged:
            del self._errors[name]
            self.data[self.add_prefix(name)] = ""
        self.add_error(None, ValidationError(DAMAGED, code="damaged"))
