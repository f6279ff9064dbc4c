"""Test the paths of routes, which are remembered."""

import pytest
from django.test import override_settings
from django.urls import NoReverseMatch, path, set_script_prefix

from careerguide.http.paths import path_of

urlpatterns = [path("texts/<slug:slug>/", lambda request: None, name="page_detail")]


def test_is_what_reverse_gives():
    assert path_of("articles:detail", "bees") == "/articles/bees/"
    assert path_of("statistics:edition", "bees", 3) == "/statistics/bees/@3/"
    with pytest.raises(NoReverseMatch):
        path_of("articles:detail", "no slug")


def test_follows_other_routes():
    assert path_of("page_detail", "about") == "/about/"
    with override_settings(ROOT_URLCONF=__name__):
        assert path_of("page_detail", "about") == "/texts/about/"
    assert path_of("page_detail", "about") == "/about/"


def test_follows_the_prefix_of_the_request():
    assert path_of("page_detail", "about") == "/about/"
    set_script_prefix("/guide/")
    try:
        assert path_of("page_detail", "about") == "/guide/about/"
    finally:
        set_script_prefix("/")
