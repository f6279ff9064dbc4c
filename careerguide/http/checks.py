"""Add to `manage.py check` what requests have left in the state folder."""

from django.conf import settings
from django.core.checks import Tags, Warning, register

from .forwarded import remembered


@register(Tags.security)
def forwarded_header_is_expected(app_configs, **options):
    """Warn where a proxy stands in front that no setting names."""
    sentence = remembered(settings.STATE_DIR, settings.NAMED)
    return [Warning(sentence, id="careerguide.W001")] if sentence else []
