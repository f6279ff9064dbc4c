"""Choose the career that gets a guide, of any number: by words of its name."""

from django import forms
from django.utils.translation import gettext as _

from careerguide.admin_site.hardening import AutocompleteWidget
from careerguide.importing.content import models_by_kind
from careerguide.importing.plan import ARTICLE, CAREER


class _CareerWidget(AutocompleteWidget):
    """Says what is so while none is chosen."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return attrs | {"data-placeholder": _("a new guide")}


class CareerForm(forms.Form):
    """The career of an import; none is a new one."""

    def __init__(self, career, admin_site):
        chosen = {"career": career and career.pk}
        super().__init__(initial=chosen, auto_id="import-%s", label_suffix="")
        models = models_by_kind()
        field = models[ARTICLE]._meta.get_field("career")
        self.fields["career"] = forms.ModelChoiceField(
            models[CAREER].objects.not_trashed(),
            required=False,
            label=_("It goes into"),
            widget=_CareerWidget(field, admin_site),
        )
