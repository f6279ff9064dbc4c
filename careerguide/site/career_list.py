"""List all careers by name, or field by field, some on each page."""

from dataclasses import dataclass, field

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import ListView

from careerguide.models import Career
from careerguide.publishing.public.dates import shown_dates
from careerguide.publishing.public.finding import NOTHING, asked_text, find
from careerguide.publishing.public.views import MAX_QUERY

from .career_index import career_index, groups_in_use
from .career_sorting import sorting_of

BY_FIELD = "field"
# What names a page of it, and what makes one of its own.
PARAMETERS = (["page", "group", "by", "sort", "order"], ["q"])
SHOWN = (
    *("slug", "name", "other_names", "summary", "group__name", "group__slug"),
    *("content_updated_on", "review_by", "language"),
)


@dataclass(frozen=True)
class Heading:
    """A letter or a field of work, and its id on the page."""

    name: str
    id: str


@dataclass
class Section:
    heading: Heading
    careers: list = field(default_factory=list)


class CareerListView(ListView):
    """Published careers, A to Z; `?by=field` lists them field by field.

    `?sort=` puts them in the order of a measure, the largest number first or, with
    `?order=asc`, last. `?group=` leaves those of one field of work, `?q=` those that a
    search for it finds.
    """

    template_name = "career_list.html"
    paginate_by = 24

    def get_queryset(self):
        asked = self.request.GET.get
        index = self.whole = career_index()
        self.query = asked_text(self.request.GET, MAX_QUERY)
        self.found = NOTHING
        if self.query:
            self.found = find(Career, self.query) or NOTHING
            index = index.among(self.found.keys)
        self.size, self.groups = len(index.entries), groups_in_use(index)
        self.group = self._group(asked("group"))
        self.sorting = sorting_of(self.request.GET, self.whole.measures)
        is_alphabetical = not (self.group or self.sorting)
        self.by_field = asked("by") == BY_FIELD and is_alphabetical
        self.names = {group.pk: group for group in self.groups}
        if self.group:
            index = index.of_group(self.group.pk)
        elif self.by_field:
            index = index.by_group(self.groups)
        if self.sorting:
            index = self.sorting.apply(index)
        self.index = index
        return index.entries

    def _group(self, slug):
        """The group that is asked for, if readers know it."""
        if not slug:
            return None
        found = [group for group in self.groups if group.slug == slug]
        found = found or [g for g in groups_in_use(self.whole) if g.slug == slug]
        if not found:
            raise Http404("There is no such field of work.")
        return found[0]

    def heading_of(self, entry):
        if self.sorting:
            return Heading(*self.sorting.heading(entry))
        if not self.by_field:
            name = entry.letter or "0–9"
            return Heading(name, f"letter-{entry.letter or 0}")
        if group := self.names.get(entry.group):
            return Heading(group.name, f"field-{group.slug}")
        return Heading(_("Other careers"), "field-none")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        sections = self._sections(context["object_list"])
        careers = [career for section in sections for career in section.careers]
        return context | {
            "query": self.query,
            "corrected": self.found.corrected,
            "group": self.group,
            "group_size": self.group and self.whole.group_sizes[self.group.pk],
            "group_list": self.groups,
            "by_field": self.by_field,
            "sorting": self.sorting,
            "measure_list": self.whole.measures if self.size > 1 else [],
            "whole_size": self.size,
            "part_list": sections,
            "letter_list": self._letters(),
            "dates": shown_dates(careers),
            "link_parameters": {
                "group": self.group and self.group.slug,
                "by": self.by_field and BY_FIELD,
                "sort": self.sorting and self.sorting.measure.slug,
                "order": self.sorting
                and not self.sorting.is_usual
                and self.sorting.order,
                "q": self.query,
            },
        }

    def _letters(self):
        """(heading, page) of each letter; fields of work have links of their own."""
        if self.by_field or self.sorting:
            return []
        return self.index.jumps(self.heading_of, self.paginate_by)

    def _sections(self, entries):
        """The careers of a page, below the headings under which they stand."""
        careers = Career.objects.published().select_related("group").only(*SHOWN)
        careers = careers.in_bulk([entry.pk for entry in entries])
        sections = []
        for entry in entries:
            if career := careers.get(entry.pk):
                heading = self.heading_of(entry)
                if not sections or sections[-1].heading != heading:
                    sections.append(Section(heading))
                career.sorted_by = self.sorting and self.sorting.value(entry).text
                sections[-1].careers.append(career)
        return sections
