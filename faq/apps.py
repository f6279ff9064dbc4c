"""Configure the app of questions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "faq"
    verbose_name = _("Questions")

    def ready(self):
        from careerguide.publishing.checks import page_places

        entry = self.get_model("FAQEntry")
        career = entry._meta.get_field("career").related_model
        items = ("", entry), ("topic-", entry), ("career-", career)
        page_places.register("faq:list", *items, ids={"q"})
