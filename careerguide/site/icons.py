"""Serve the site's icons, which `make artwork` renders."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

FOLDER = "careerguide/img"
MANIFEST_ICONS = [  # file, pixels, purpose
    ("icon-192.png", 192, "any"),
    ("icon-512.png", 512, "any"),
    ("icon-maskable-512.png", 512, "maskable"),
]


@require_safe
def favicon(request):
    """Browsers ask for it at this address where no page says another."""
    return redirect(static(f"{FOLDER}/favicon.ico"))


@require_safe
def manifest(request):
    """Serve what a phone shows of the site on its home screen."""
    icons = [
        {
            "src": static(f"{FOLDER}/{name}"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for name, size, purpose in MANIFEST_ICONS
    ]
    content = {
        "name": settings.SITE_NAME,
        "start_url": reverse("home"),
        "scope": reverse("home"),
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#1d6996",
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")
