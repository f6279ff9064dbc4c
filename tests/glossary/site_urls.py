"""Route the site's addresses and the glossary's: the second line."""

from django.urls import include, path

from careerguide import urls
from careerguide.urls import handler400, handler403, handler404, handler500  # noqa: F401

urlpatterns = [path("glossary/", include("tests.glossary.urls")), *urls.urlpatterns]
