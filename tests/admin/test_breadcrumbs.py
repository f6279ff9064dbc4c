"""Test that the way to a page of the admin names each step once."""

import re

import pytest

from careerguide.feedback.models import Feedback
from careerguide.publishing.models.related import key_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def steps(client, path, **sent):
    answer = client.post(path, sent) if sent else client.get(path)
    way = re.search(
        r'(?s)<div class="breadcrumbs">(.*?)</div>', answer.content.decode()
    )
    return " ".join(re.sub(r"<[^>]+>", " ", way[1]).replace("&rsaquo;", "›").split())


def test_of_content(admin_client):
    ArticleFactory(title="Bees", pk=1)
    article = "/admin/articles/article/"
    assert steps(admin_client, article) == "Home › Articles"
    assert steps(admin_client, f"{article}add/") == "Home › Articles › Add article"
    for name in ("change", "delete", "history"):
        way = steps(admin_client, f"{article}1/{name}/")
        assert way.startswith("Home › Articles › Bees")


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("auth/group/", "Home › Groups"),
        ("auth/group/1/change/", "Home › Groups › Author"),
        ("auth/group/1/history/", "Home › Groups › Author › History"),
        ("library/image/add/", "Home › Images › Add image"),
    ],
)
def test_of_what_django_has_pages_for(admin_client, path, way):
    assert steps(admin_client, f"/admin/{path}") == way


def test_of_many_to_be_deleted(admin_client):
    article = ArticleFactory()
    one = Feedback.objects.create(**key_of(article), page="/", kind="problem", text="x")
    way = steps(admin_client, f"/admin/feedback/feedback/{one.pk}/delete/")
    assert way == f"Home › Feedback › {one} › Delete"
    sent = {"action": "delete_selected", "_selected_action": one.pk}
    way = steps(admin_client, "/admin/feedback/feedback/", **sent)
    assert way == "Home › Feedback › Delete multiple objects"
