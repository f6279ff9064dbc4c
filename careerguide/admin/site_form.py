"""Define the form of the site's settings: its record, and reviews by kind."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.env_values import MOST_DAYS
from careerguide.identity.values import VARIABLES
from careerguide.markup.plain_widgets import plain_widget
from careerguide.models import Site
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.texts import is_plain
from statistics.charts.card_canvas import COVERED

MEANWHILE = gettext_lazy(
    "Somebody saved the site’s settings while you had them open. Your changes are "
    "below, and theirs are not: open the page once more in another window, compare, "
    "and save this one to replace theirs."
)
_overridden = lazy(
    lambda name: (
        _("%s in the environment says so, whatever is stored here.") % VARIABLES[name]
    ),
    str,
)


class ColourWidget(forms.TextInput):
    """A colour as text; a script shows the browser's own picker beside it."""

    def __init__(self):
        super().__init__({"data-colour": "", "size": 9, "spellcheck": "false"})

    class Media:
        js = [forms.Script("careerguide/admin/colours.js", type="module")]


class SiteForm(forms.ModelForm):
    """The record; a subclass of `form_class` has a number of days for each kind."""

    version_seen = forms.IntegerField(
        label=gettext_lazy("version"), widget=forms.HiddenInput, required=False
    )

    class Meta:
        model = Site
        fields = "__all__"  # noqa: DJ007  none of it is hidden from who may change it
        widgets = {
            "accent": ColourWidget(),
            "accent_dark": ColourWidget(),
            "mark": forms.TextInput({"size": 4}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version_seen"] = self.instance.version
        for name in VARIABLES.keys() & settings.SITE_OVERRIDES.keys() & {*self.fields}:
            self.fields[name].disabled = True
            self.fields[name].help_text = _overridden(name)
            self.initial[name] = settings.SITE_OVERRIDES[name]
        for name, model in review_fields().items():
            if name in self.fields:
                days = self.instance.review_days.get(model._meta.label_lower)
                self.initial[name] = days

    def clean_mark(self):
        mark = self.cleaned_data["mark"]
        if not COVERED.fullmatch(mark):
            raise ValidationError(
                _(
                    "The icons’ font lacks a letter of this: take Latin, Greek or "
                    "Cyrillic letters, or digits."
                )
            )
        return mark

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("version_seen") != self.instance.version:
            # Sent once more, it is about what is stored now.
            self.data = self.data.copy()
            self.data[self.add_prefix("version_seen")] = self.instance.version
            raise ValidationError(MEANWHILE, code="meanwhile")
        return cleaned

    def _post_clean(self):
        # What the environment says is no change of what is stored.
        for name in settings.SITE_OVERRIDES.keys() & self.cleaned_data.keys():
            self.cleaned_data[name] = getattr(self.instance, name)
        super()._post_clean()

    def save(self, commit=True):
        self.instance.review_days = {
            model._meta.label_lower: days
            for name, model in review_fields().items()
            if (days := self.cleaned_data.get(name))
        }
        self.instance.version += 1
        return super().save(commit)


def review_fields():
    """Return the kinds of content by the name of their field in the form."""
    return {
        f"review_{model._meta.app_label}_{model._meta.model_name}": model
        for model in content_models()
    }


def form_class():
    """Return the form with all its fields."""
    fields = {
        name: forms.IntegerField(
            label=capfirst(model._meta.verbose_name_plural),
            required=False,
            min_value=1,
            max_value=MOST_DAYS,
            help_text=_("In days; %d without a number.") % model.review_days,
        )
        for name, model in review_fields().items()
    }
    return type("SiteForm", (SiteForm,), fields)


def widget_of(db_field):
    """Return the widget that tells marks of Markdown, where the text is words."""
    has_its_own = db_field.name in SiteForm.Meta.widgets
    return plain_widget(db_field) if is_plain(db_field) and not has_its_own else None
