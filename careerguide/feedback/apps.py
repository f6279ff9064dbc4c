"""Configure the app of feedback."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    name = "careerguide.feedback"
    verbose_name = _("Feedback")
