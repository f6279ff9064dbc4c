"""Define the form of feedback, with a sentence for each kind of bad input."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from careerguide.markup import fields

from .models import MAX_TEXT, Reason

TOO_LONG = _("Please use at most 2,000 characters; this has %(show_value)s.")


class TextField(fields.TextField):
    def __init__(self, **options):
        super().__init__(max_length=MAX_TEXT, **options)
        self.error_messages["max_length"] = TOO_LONG


class ProblemForm(forms.Form):
    text = TextField(error_messages={"required": _("Please say what is wrong.")})


class ReasonForm(forms.Form):
    reason = forms.ChoiceField(
        choices=Reason.choices,
        required=False,
        error_messages={"invalid_choice": _("Please choose one of these answers.")},
    )
    text = TextField(required=False)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned["reason"] or cleaned["text"]):
            raise ValidationError(_("Please choose an answer, or write one."))
        return cleaned
