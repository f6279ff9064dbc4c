"""Test the style guide for staff."""

import pytest

pytestmark = pytest.mark.django_db


def test_is_for_staff(client):
    response = client.get("/styleguide/")
    assert response.status_code == 302
    assert response.url == "/admin/login/?next=/styleguide/"


def test_shows_every_component(admin_client):
    page = admin_client.get("/styleguide/").content.decode()
    charts = ("bars", "whole", "ranking", "path", "diverging", "forecast-bar")
    notes = [f"note-{n}" for n in ("note", "tip", "warning", "myth", "fact")]
    others = (
        "takeaways",
        "question",
        "previous-and-next",
        "feedback",
        "footnotes",
        "total",
    )
    for name in (*charts, *notes, *others, "previous-and-next"):
        assert any(name in classes.split() for classes in class_values(page)), name


def test_is_kept_by_no_cache(admin_client):
    response = admin_client.get("/styleguide/")
    assert "no-store" in response.headers["Cache-Control"]


def class_values(page):
    return [part.split('"')[0] for part in page.split('class="')[1:]]
