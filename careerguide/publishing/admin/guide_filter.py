"""Filter a list by guide: by links to a few, from a box of many."""

from django.contrib.admin import RelatedFieldListFilter
from django.utils.html import format_html_join

MOST_LINKS = 20
CHOSEN = " selected"


class GuideFilter(RelatedFieldListFilter):
    """A thousand links would be a thousand stops of the Tab key, and half of the page.

    The box is a form that sends what else the list is filtered by, too.
    """

    def __init__(self, field, request, params, *args, **kwargs):
        name = f"{kwargs['field_path']}__{field.target_field.name}__exact"
        if not any(params.get(name, ())):
            params.pop(name, None)  # “All” of the box
        super().__init__(field, request, params, *args, **kwargs)

    @property
    def template(self):
        is_long = len(self.lookup_choices) > MOST_LINKS
        return "admin/publishing/guide_filter.html" if is_long else "admin/filter.html"

    def field_choices(self, field, request, model_admin):
        """Load names alone, not careers."""
        careers = field.related_model.objects.order_by(
            *self.field_admin_ordering(field, request, model_admin)
        )
        return list(careers.values_list("pk", field.related_model.title_field))

    def choices(self, changelist):
        if len(self.lookup_choices) <= MOST_LINKS:
            return super().choices(changelist)
        sent = {**changelist.filter_params}
        self.chosen = sent.pop(self.lookup_kwarg, [""])[-1]
        self.sent = [(name, one) for name, all_ in sent.items() for one in all_]
        return []

    def options(self):
        """Return the choices as HTML, for which a template takes ten times as long."""
        return format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (key, CHOSEN if str(key) == str(self.chosen) else "", name)
                for key, name in self.lookup_choices
            ),
        )
