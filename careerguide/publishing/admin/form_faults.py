"""Warn, at the fields of a form, of what is wrong with the live text already.

A form field has rules that its model does not check, such as the longest summary. An
old value that breaks one must not keep other fields from being corrected.
"""

from django.db.models import TextField
from django.forms import TypedChoiceField
from django.utils.translation import gettext as _

from careerguide.markup.characters import one_kind_of_line_end
from careerguide.publishing.checks import live_faults


class OldFaultsPass:
    """A mixin for the form of content, whose instance has the live `row`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer_what_is_chosen()

    def _offer_what_is_chosen(self):
        """Show a choice that is none any more, or browsers send the first in place."""
        for name, field in self.fields.items():
            value = self.initial.get(name)
            if not isinstance(field, TypedChoiceField) or value in (None, ""):
                continue
            if not field.valid_value(value):
                label = _("%s (no longer to be chosen)") % value
                field.widget.choices = [*field.widget.choices, (value, label)]

    def _clean_fields(self):
        super()._clean_fields()
        row = getattr(self.instance, "row", None)
        if row is None or not row.is_live:
            return
        for name, problems in self.errors.as_data().items():
            self._pass_what_is_old(row, name, problems)

    def _pass_what_is_old(self, row, name, problems):
        field = live_faults.content_field(row, name)
        if field is None:
            return
        form_field, sent = self.fields[name], self[name].data
        before = field.value_from_object(row)
        is_text = isinstance(field, TextField)
        if is_text:
            before = one_kind_of_line_end(before)
            now = one_kind_of_line_end(form_field.to_python(sent))
        elif form_field.has_changed(before, sent):
            return
        else:
            now = before
        old = live_faults.of_form_field(form_field, before)
        is_old = live_faults.judge(field, now, before, old)
        if all(map(is_old, problems)):
            del self._errors[name]
            if is_text:
                self.cleaned_data[name] = now
            else:  # as it is: some values no form could give
                setattr(self.instance, field.attname, before)
