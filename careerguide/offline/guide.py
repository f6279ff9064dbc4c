"""Collect what a file of a whole guide holds and says of itself."""

from dataclasses import dataclass
from datetime import UTC
from functools import cached_property

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from careerguide.models import Career
from careerguide.publishing.public.dates import shown_dates, told_at
from careerguide.publishing.public.views import shown_or_404
from careerguide.site.context_processors import site
from careerguide.site.link_notes import link_notes
from careerguide.site.parts import items_of, print_parts


@dataclass(frozen=True)
class Guide:
    """A career and the parts of its guide, as readers see them at this moment."""

    career: object
    parts: list

    @cached_property
    def items(self):
        return [self.career, *items_of(self.parts)]

    @cached_property
    def dates(self):
        return shown_dates(self.items)

    @cached_property
    def links(self):
        return link_notes(self.career, self.parts, numbered=False)

    @property
    def address(self):
        """Where the newest stands."""
        return f"{settings.SITE_URL}{self.career.get_absolute_url()}"

    @property
    def changed_at(self):
        """The moment of its last change that readers were told of, in UTC.

        Two sites with the same texts, in one time zone, give the same file.
        """
        return told_at(self.items).astimezone(UTC)

    @property
    def day(self):
        """The day of that change, where the site is."""
        return localdate(self.changed_at)

    @cached_property
    def part_html(self):
        """The parts as HTML, which all files are made from."""
        return [self.html(part.template_names, part=part) for part in self.parts]

    def html(self, template_names, **context):
        """Return a template of the print view, or ours, as it stands in a file."""
        context |= {
            **site(request=None),
            "career": self.career,
            "dates": self.dates,
            "told_on": self.day,
            "part_list": self.parts,
            "links": self.links,
            "print": True,
            "address": self.address,
        }
        return render_to_string(template_names, context)

    def file_name(self, suffix):
        """Return what the file is called in a folder: it says of which day it is."""
        return f"{self.career.slug}-{self.day:%Y-%m-%d}.{suffix}"


def find_guide(slug):
    """Return the Guide of a career that readers see. Raises Http404."""
    career = shown_or_404(Career, slug)
    return Guide(career, print_parts(career))
