"""Configure the app of the image library."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "careerguide.library"
    verbose_name = _("Library")

    def ready(self):
        from careerguide.publishing.checks import missing
        from careerguide.publishing.drafts import side_values, stored_names

        from . import former, targets
        from .missing import missing_pictures
        from .wording import changes_since

        stored_names.register(former.name_new_files)
        side_values.register(changes_since)
        missing.register(missing_pictures, is_fault=False)
        targets.connect()
