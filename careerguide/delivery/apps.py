from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    name = "careerguide.delivery"
    verbose_name = _("Delivery")

    def ready(self):
        from careerguide.http import checks  # noqa: F401  registers them
