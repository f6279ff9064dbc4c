"""Configure the app of articles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self):
        from careerguide.publishing.checks import page_places

        career = self.get_model("Article")._meta.get_field("career").related_model
        page_places.register("articles:list", ("career-", career))
