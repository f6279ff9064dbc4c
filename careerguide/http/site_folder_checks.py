"""Add to `manage.py check` what lies in SITE_DIR and nothing reads."""

from difflib import get_close_matches

from django.conf import settings
from django.core.checks import Tags, Warning, register

from careerguide.site_folder import FOLDERS


@register(Tags.files)
def site_folder_is_read(app_configs, **options):
    """Warn of folders with a name that is nearly one of ours, and of catalogues."""
    folder = settings.SITE_DIR
    return [*_misspelt(folder), *_not_compiled(folder)] if folder else []


def _misspelt(folder):
    for one in sorted(folder.iterdir()):
        if not one.is_dir() or one.name in (*FOLDERS, *settings.SITE_APPS):
            continue
        for meant in get_close_matches(one.name.lower(), FOLDERS, 1, 0.75):
            yield Warning(
                f"SITE_DIR holds the folder “{one.name}”, which nothing reads.",
                hint=f"If its files are to be used, call it {meant}.",
                id="careerguide.W002",
            )


def _not_compiled(folder):
    for catalogue in sorted(folder.glob("locale/*/LC_MESSAGES/*.po")):
        if not catalogue.with_suffix(".mo").exists():
            yield Warning(
                f"{catalogue} is not compiled, so nothing of it is shown.",
                hint=f"Run: msgfmt {catalogue} -o {catalogue.with_suffix('.mo')}",
                id="careerguide.W003",
            )
