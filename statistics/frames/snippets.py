"""Write the HTML that puts a figure into somebody else's page, and guess its height.

The frame gets the height of its figure from a script, where the page around it runs
ours; until then, and where it does not, it has the height that is guessed here.
"""

from dataclasses import dataclass
from html import escape
from math import ceil

from django.urls import reverse
from django.utils.translation import gettext as _

from statistics.charts.rules import MAX_ROWS
from statistics.downloads.dataset import absolute
from statistics.figures import has_chart

WIDTH = 680  # of the widest chart, in pixels
NARROWEST = 240  # in which a figure can be read: one of 1 pixel needs no height
NARROW = 480  # below, what a bar stands for is written above it
THEMES = ("light", "dark", "auto")
SCRIPT = "/static/careerguide/js/embed-host.js"


@dataclass(frozen=True)
class Frame:
    """A table in a frame: its newest numbers, or for good those of an `edition`."""

    table: object
    edition: int | None = None
    theme: str = ""

    @property
    def url(self):
        if self.edition:
            path = reverse(
                "statistics:edition_embed", args=[self.table.slug, self.edition]
            )
        else:
            path = reverse("statistics:embed", args=[self.table.slug])
        return absolute(f"{path}?theme={self.theme}" if self.theme else path)

    def html(self, width="100%", height=None, grows=True):
        """Return the frame and, if it `grows`, the script that gives it its height.

        Without a border, by an attribute: a strict policy forbids styles in a page.
        """
        height = height or height_for(self.table)
        script = f'\n<script src="{absolute(SCRIPT)}" async></script>' if grows else ""
        return (
            f'<iframe src="{escape(self.url)}" title="{escape(self.table.title)}" '
            f'width="{width}" height="{height}" frameborder="0" loading="lazy">'
            f"</iframe>{script}"
        )


def frames_of(table):
    """Return what somebody may copy: an id, a sentence and the HTML."""
    height = height_for(table)
    newest = _("With the newest numbers, whenever they change:")
    found = [
        {"id": "embed-code", "says": newest, "html": Frame(table).html(height=height)}
    ]
    if table.edition:
        number = table.edition.number
        told = _("With the numbers of edition %d, for good") % number
        html = Frame(table, number).html(height=height)
        found.append({"id": "embed-edition", "says": told, "html": html})
    return found


def height_for(table, width=WIDTH):
    """Return about how high a figure is in a frame of such a width, in pixels."""
    rows = min(len(table.table.rows), MAX_ROWS)
    row = 34 if not has_chart(table) else 30 if width >= NARROW else 58
    source = f"{table.source_name} {table.provenance_text}"
    lines = 28 * ceil(len(table.title) / (width / 11))
    lines += 21 * ceil(len(table.subtitle) / (width / 7.5))
    lines += 19 * (1 + ceil(len(source) / (width / 7)))
    return 150 + lines + row * rows
