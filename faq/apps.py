"""Configure the app of questions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "faq"
    verbose_name = _("Questions")
