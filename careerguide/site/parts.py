"""Collect what each section shows on pages of several kinds of content."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from django.db.models import TextField

from careerguide.caching.dependencies import depends_on
from careerguide.publishing.models.querysets import refer_together
from careerguide.publishing.models.sections import GuideSection, guide_sections
from careerguide.publishing.models.snapshots import content_fields
from careerguide.publishing.models.tags import of_guide


@dataclass(frozen=True)
class Part:
    """The published items of a section on such a page."""

    section: GuideSection
    page: str  # as `GuideSection.template_names` takes it
    items: list

    @property
    def template_names(self):
        return self.section.template_names(self.page)

    @cached_property
    def text_names(self):
        """The fields that hold the texts of an item, beside its title."""
        model = self.section.model
        texts = (f for f in content_fields(model) if isinstance(f, TextField))
        return [field.name for field in texts if field.name != model.title_field]


def home_parts(careers):
    """The first items of some careers, of each section that home has a part of."""
    parts = []
    for section in guide_sections():
        if most := section.on_home:
            depends_on(*(of_guide(section.model, career.pk) for career in careers))
            items = _published(section).filter(career__in=careers).only_list_fields()
            parts.append(Part(section, "home", [*items.in_reading_order()[:most]]))
    return _filled(parts)


def career_parts(career):
    """Return what a career's page shows of its guide; the lists show all of it."""
    parts = []
    for section in sorted(guide_sections(), key=lambda section: not section.leads):
        if most := section.on_career_page:
            items = section.model.objects.on_career_page(career, most)
            parts.append(Part(section, "career", _of(career, items)))
    refer_together([career, *items_of(parts)])
    return _filled(parts)


def print_parts(career):
    """Return the whole guide of a career."""
    parts = []
    for section in guide_sections():
        if section.in_print:
            items = section.model.objects.all_in_print(career)
            parts.append(Part(section, "print", _of(career, items)))
    refer_together([career, *items_of(parts)])
    return _filled(parts)


def items_of(parts):
    return chain.from_iterable(part.items for part in parts)


def _published(section):
    return section.model.objects.published()


def _of(career, items):
    """The items, each with its career, which no query has to fetch."""
    items = [*items]
    for item in items:
        item.career = career
    return items


def _filled(parts):
    return [part for part in parts if part.items]
