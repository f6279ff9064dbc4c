"""Test the groups that `migrate` creates, and what each may do."""

import pytest
from django.contrib.auth.models import Group, Permission

pytestmark = pytest.mark.django_db

GUIDE = {"article", "stattable", "faqentry", "career", "page"}
WRITTEN_BY_AUTHORS = {"article", "stattable", "faqentry"}
# How careers and guides are found, and set side by side.
FINDING = {"careergroup", "measure", "synonym"}
SEEN = GUIDE | FINDING | {"image", "import", "feedback", "missedsearch"}


def rights(group):
    """What a group may do, as {verb: models}."""
    found = {}
    for permission in Group.objects.get(name=group).permissions.all():
        verb, model = permission.codename.split("_", 1)
        found.setdefault(verb, set()).add(model)
    return found


def test_there_are_three():
    names = set(Group.objects.values_list("name", flat=True))
    assert names == {"Author", "Editor", "Publisher"}


def test_author_sees_everything_and_adds_content():
    assert rights("Author") == {
        "view": SEEN,
        "add": WRITTEN_BY_AUTHORS | {"image", "import"},
        "handle": {"feedback"},
    }


def test_editor_changes_everything_and_publishes_nothing():
    assert rights("Editor") == {
        "view": SEEN,
        "add": GUIDE | FINDING | {"image", "import"},
        "change": GUIDE | {"image", "import", "synonym"},
        "delete": {"synonym", "missedsearch"},
        "handle": {"feedback"},
    }


def test_publisher_also_publishes_and_deletes():
    assert rights("Publisher") == rights("Editor") | {
        "publish": GUIDE,
        "view": rights("Editor")["view"] | {"site"},
        "change": GUIDE | FINDING | {"image", "import", "site"},
        "delete": SEEN,
    }


@pytest.mark.parametrize("group", ["Author", "Editor", "Publisher"])
def test_no_group_touches_people_or_the_record_of_seeding(group):
    permissions = Group.objects.get(name=group).permissions
    apps = set(permissions.values_list("content_type__app_label", flat=True))
    content = {"articles", "careerguide", "faq", "library", "search", "statistics"}
    assert apps == content | {"feedback", "importing"}
    assert not Permission.objects.filter(codename__endswith="_seededguide").exists()
