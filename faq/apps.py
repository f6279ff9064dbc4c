from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "faq"
    verbose_name = "Questions"
