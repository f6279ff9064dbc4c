"""Describe an edition as previews of links and structured data name its page."""

from dataclasses import dataclass
from functools import cached_property

from careerguide.languages.speaking import speaking
from statistics.downloads import citations, schema_org
from statistics.downloads.pictures import preview_picture

from .links import file_path, of_its_time
from .models import Edition
from .stored import facts_of, table_of


@dataclass(frozen=True)
class Version:
    """What a table that readers see was at an edition of it."""

    edition: Edition

    def __str__(self):
        return str(self.table)

    @property
    def item(self):
        """The table as it is now."""
        return self.edition.table

    @cached_property
    def facts(self):
        return facts_of(self.edition)

    @cached_property
    def table(self):
        return table_of(self.edition)

    @property
    def day(self):
        return self.edition.day

    @property
    def language(self):
        return self.table.language

    @property
    def preview_text(self):
        """Sentences for previews of links: which it is, and what a table says."""
        with speaking(self.language):
            which = citations.edition_text(self.edition)
            return f"{which}. {self.table.preview_text}"

    def path(self, form):
        return file_path(self.edition, form)

    def preview_picture(self):
        with of_its_time(self.edition):
            return preview_picture(self.table, self.path("png"))

    def schema_properties(self, absolute):
        licence = self.facts["licence"] or {}
        found = schema_org.properties(self.table, absolute, self.path)
        found["license"] = licence.get("url") or licence.get("name")
        return found
