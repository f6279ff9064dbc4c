"""Serve one view of an otherwise empty Django, as a measure for `make bench`."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY="holds nothing"
)


def empty(request):
    return HttpResponse("empty", headers={"Content-Length": 5})


urlpatterns = [path("", empty)]
application = get_wsgi_application()
