"""Draw the picture that previews of links show of a page without one of its own."""

import threading

from careerguide.caching.memory import digest, memory_cache
from careerguide.identity.current import current
from careerguide.identity.palette import palette_of
from careerguide.publishing.models.languages import in_own_language
from statistics.charts.card import card_png
from statistics.charts.card_canvas import if_covered, is_covered
from statistics.charts.site_card import general_card_svg
from statistics.charts.title_card import title_card_svg

# One at a time: each takes a core, and many who ask at once get one.
_drawing = threading.Lock()


def item_card(item):
    """Return the card of an item as PNG bytes: its title, and which guide it is of."""
    return title_card(str(item), _kind(item))


def shows_title(title):
    """Return whether the card of a title has it: no font has all letters."""
    return is_covered(title)


@in_own_language
def _kind(item):
    """What an item is; of which guide, if the font has the letters of its name."""
    career = if_covered(str(getattr(item, "career", None) or ""))
    kind = str(item._meta.verbose_name)
    kind = f"{career} · {kind}" if career else kind
    return kind[:1].upper() + kind[1:]


def title_card(title, kind=""):
    site = current()
    colours = palette_of(site)
    return _png(title_card_svg(title, kind, site.name, site.mark, colours))


def site_card():
    site = current()
    return _png(general_card_svg(site.name, site.mark, palette_of(site)))


def _png(svg):
    key = digest("card", svg)
    content = memory_cache.find(key)
    if content is None:
        with _drawing:
            content = memory_cache.get(key, lambda: card_png(svg))
    return content
