"""Configure the app that makes guides of documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    name = "careerguide.importing"
    verbose_name = _("Imports")
