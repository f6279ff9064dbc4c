"""Route the apps that SITE_APPS names, each below its label."""

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.urls import include, path
from django.utils.module_loading import module_has_submodule


def routes_of_apps(names, taken):
    """Return a route for each app that has a `urls.py`: `/glossary/` for glossary.

    `taken` are first parts of addresses that are somebody else's.
    """
    configs = [one for one in apps.get_app_configs() if one.name in names]
    for config in configs:
        if config.label in taken:
            raise ImproperlyConfigured(
                f"SITE_APPS names {config.name}, whose pages would be below "
                f"/{config.label}/, where there are others: give it another label."
            )
    return [
        path(f"{config.label}/", include(f"{config.name}.urls"))
        for config in configs
        if module_has_submodule(config.module, "urls")
    ]
