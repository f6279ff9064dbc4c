"""Add to `manage.py check` an accent colour of the environment that is hard to read."""

from django.conf import settings
from django.core.checks import Warning, register

from .colours import LEAST, is_readable, least_contrast, nearest_readable


@register()
def accent_is_readable(app_configs, **options):
    """Warn where SITE_ACCENT has too little contrast, which the form would refuse."""
    accent = settings.SITE_OVERRIDES.get("accent")
    if not accent or is_readable(accent, "light"):
        return []
    return [
        Warning(
            f"SITE_ACCENT is {accent}, whose contrast on light ground is "
            f"{least_contrast(accent, 'light'):.1f} to 1; text needs {LEAST}.",
            hint=f"The nearest that passes is {nearest_readable(accent, 'light')}.",
            id="careerguide.W004",
        )
    ]
