from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "careerguide.delivery"
    verbose_name = "Delivery"
