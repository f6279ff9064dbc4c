"""Install the glossary: the first of the two lines that an app takes."""

from careerguide.settings import *  # noqa: F403
from careerguide.settings import DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.glossary"]
ROOT_URLCONF = "tests.glossary.site_urls"

if "postgresql" in DATABASES["default"]["ENGINE"]:
    # The run that starts this one has the usual name.
    DATABASES["default"]["TEST"] = {"NAME": "test_with_glossary"}
