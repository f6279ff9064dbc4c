"""Configure the app of the page cache."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PageCacheConfig(AppConfig):
    name = "careerguide.page_cache"
    verbose_name = _("Pages in memory")

    def ready(self):
        # They register themselves.
        from careerguide.http import checks, site_folder_checks  # noqa: F401
        from careerguide.identity import checks as of_colours  # noqa: F401
