"""Show a career's whole guide on one page, to print and to read offline."""

from django.template.loader import render_to_string
from django.utils.timezone import localdate

from careerguide.models import Career
from careerguide.publishing.public.dates import shown_dates, told_at
from careerguide.publishing.public.views import ShownItem

from .link_notes import link_notes
from .parts import items_of, print_parts


class PrintView(ShownItem):
    model = Career
    template_name = "career_print.html"

    def get_context_data(self, **kwargs):
        career = self.object
        parts = print_parts(career)
        items = [career, *items_of(parts)]
        links = link_notes(career, parts)
        context = {"career": career, "links": links}
        return super().get_context_data(
            part_list=parts,
            part_html=[
                render_to_string(
                    part.template_names, context | {"part": part}, self.request
                )
                for part in parts
            ],
            links=links,
            dates=shown_dates(items),
            told_on=localdate(told_at(items)),
            has_notes=any(item.told_notes for item in items),
            **kwargs,
        )
