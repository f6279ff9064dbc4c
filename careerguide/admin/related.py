"""Choose several careers in a form, in an order, by the list that searches."""

from types import SimpleNamespace

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careerguide.models import Career

BY_SLUG = "slug"
UNSEEN = _("%s (readers do not see it)")
GONE = _("There is no career “%(slug)s”, or not any more: take it out of this list.")


def label_of(career):
    """Return its name, and that readers do not see it where that is so."""
    return str(career) if career.is_published else str(UNSEEN % career)


class CareersWidget(AutocompleteSelectMultiple):
    """Django's, which is made for relations: it asks an address of our own.

    Options are rendered as they were chosen, and its script adds others at the end.
    """

    def __init__(self, db_field, admin_site, **options):
        # What Django's code asks of a field that leads to another model.
        target = SimpleNamespace(model=Career, field_name=BY_SLUG)
        field = SimpleNamespace(model=Career, name=db_field.name, remote_field=target)
        super().__init__(field, admin_site, **options)

    def get_url(self):
        return reverse(f"{self.admin_site.name}:careerguide_career_choices")

    def optgroups(self, name, value, attrs=None):
        [(label, options, index)] = super().optgroups(name, value, attrs)
        places = {slug: place for place, slug in enumerate(value)}
        options.sort(key=lambda option: places.get(str(option["value"]), len(places)))
        return [(label, options, index)]


class CareersField(forms.ModelMultipleChoiceField):
    """Slugs of careers, in the order in which they are sent."""

    def __init__(self, queryset, **options):
        super().__init__(queryset, to_field_name=BY_SLUG, **options)

    def label_from_instance(self, obj):
        return label_of(obj)

    def prepare_value(self, value):
        """Show the present slug of what was stored by one that is past."""
        if not isinstance(value, list) or not all(isinstance(s, str) for s in value):
            return super().prepare_value(value)
        return [career.slug for career in self.queryset.called(value)]

    def clean(self, value):
        """Return the present slugs, also where one was renamed meanwhile."""
        sent = list(dict.fromkeys(map(str, value or [])))
        careers = self.queryset.called(sent)
        known = {career.slug for career in careers} | {c.old_slug for c in careers}
        for slug in sent:
            if slug not in known:
                raise ValidationError(GONE, "invalid_choice", {"slug": slug[:100]})
        return [career.slug for career in careers]

    def has_changed(self, initial, data):
        return self.prepare_value(initial or []) != list(data or [])


def career_choices(model_admin):
    """Return the view that the widget's script asks, which finds careers by words."""

    class CareerChoices(AutocompleteJsonView):
        def serialize_result(self, obj, to_field_name):
            return super().serialize_result(obj, to_field_name) | {
                "text": label_of(obj)
            }

        def process_request(self, request):
            any_career = SimpleNamespace(get_limit_choices_to=dict)
            return request.GET.get("term", ""), model_admin, any_career, BY_SLUG

    return CareerChoices.as_view(admin_site=model_admin.admin_site)
