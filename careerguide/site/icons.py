"""Serve the icons that `make artwork` renders, or a site's own, and its colours.

Whatever is made of the site's record has a key of it in its address, so that browsers
keep it until the mark or a colour changes, and never longer.
"""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from careerguide.caching.memory import digest, site_cache
from careerguide.identity.current import current
from careerguide.identity.mark import icon_svg, mark_svg
from careerguide.identity.palette import admin_sheet, page_sheet, palette_of
from statistics.charts.card import card_png

FOLDER = "careerguide/img"
MANIFEST_ICONS = [  # file, pixels, purpose
    ("icon-192.png", 192, "any"),
    ("icon-512.png", 512, "any"),
    ("icon-maskable-512.png", 512, "maskable"),
]
# As in `tools/make/artwork.py`: (pixels, how much of the mark's size its drawing has).
OWN_ICONS = {
    "apple-touch-icon.png": (180, 0.8),
    "icon-192.png": (192, 1),
    "icon-512.png": (512, 1),
    "icon-maskable-512.png": (512, 0.7),
    "favicon.png": (48, 1),
}
SHEETS = {"pages.css": page_sheet, "admin.css": admin_sheet}
YEAR = "public, max-age=31536000, immutable"


def icon_address(name):
    """Return where an icon is: made of the site's own look, or our file."""
    if look := current().look:
        return reverse("own_look", args=[look, name])
    return static(f"{FOLDER}/{name}")


@require_safe
def favicon(request):
    """Browsers ask for it at this address where no page says another."""
    own = current().look
    return redirect(icon_address("favicon.png" if own else "favicon.ico"))


@require_safe
def manifest(request):
    """Serve what a phone shows of the site on its home screen."""
    icons = [
        {
            "src": icon_address(name),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for name, size, purpose in MANIFEST_ICONS
    ]
    content = {
        "name": current().name,
        "start_url": reverse("home"),
        "scope": reverse("home"),
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": palette_of(current()).accent,
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")


@require_safe
def own_look(request, key, name):
    """Serve a style sheet or an icon in the site's own colours, whatever the key says.

    A page that a cache in between has kept from before a change finds today's, too.
    """
    site = current()
    palette = palette_of(site)
    if name in SHEETS:
        answer = HttpResponse(SHEETS[name](palette), "text/css; charset=utf-8")
    elif name == "mark.svg":
        answer = HttpResponse(mark_svg(site.mark, palette), "image/svg+xml")
    elif name in OWN_ICONS:
        answer = HttpResponse(_png(name, site.mark, palette), "image/png")
    else:
        raise Http404
    answer["Cache-Control"] = YEAR if key == site.look else "no-cache"
    # Frames of other sites, which have no origin, take the sheet: see `http.headers`.
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def _png(name, mark, palette):
    size, scale = OWN_ICONS[name]
    return site_cache.get(
        digest("icon", name, mark, palette.accent),
        lambda: card_png(icon_svg(mark, palette, scale), size),
    )
