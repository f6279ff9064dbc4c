"""Configure the app of accounts."""

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "careerguide.accounts"
    verbose_name = _("Accounts")

    def ready(self):
        from . import group_permissions, sessions  # noqa: F401 (it listens to sign-ins)

        group_permissions.connect()

        # As in our menu: its own is “Authentication and Authorization”.
        apps.get_app_config("auth").verbose_name = _("People")
