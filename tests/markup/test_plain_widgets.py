"""Test that plain fields warn of Markdown in them, and block nothing."""

import pytest
from django.urls import reverse

from careerguide.library.models import Image
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.texts import is_plain, text_fields
from tests.forms import filled_in
from tests.publishing.admin.test_base import change_url
from tests.publishing.checks.test_texts import FACTORIES

pytestmark = pytest.mark.django_db

PLAIN = {
    model: [
        field.name
        for field in text_fields(model)
        if is_plain(field) and not field.name.startswith("headline_")
    ]
    for model in content_models()
}
CLEAN = "C# and 2 * 3 * 4 in snake_case"


def test_fields_of_every_kind_of_content_are_among_them():
    assert {"title", "summary", "source_name", "name", "question", "topic"} <= {
        name for names in PLAIN.values() for name in names
    }
    assert not {"slug", "source_url", "chart_form", "body"} & {
        name for names in PLAIN.values() for name in names
    }


@pytest.mark.parametrize(("model", "fields"), PLAIN.items())
class TestContent:
    """All fields of a kind in one form, each with marks of its own."""

    def test_marks_are_told_of_and_published(self, admin_client, model, fields):
        item = FACTORIES[model]()
        url = change_url(item)
        texts = {field: f"A **{field}** word" for field in fields}
        sent = filled_in(admin_client.get(url), **texts)
        answer = admin_client.post(url, sent | {"_publish": ""})
        assert answer.status_code == 302
        kept = model.objects.get(pk=item.pk)
        assert {field: getattr(kept, field) for field in fields} == texts
        page = admin_client.get(url).content.decode()
        untold = [f for f in fields if f"“**{f}**” with its marks" not in page]
        assert untold == []

    def test_control_ordinary_text_is_not(self, admin_client, model, fields):
        item = FACTORIES[model](**dict.fromkeys(fields, CLEAN))
        page = admin_client.get(change_url(item)).content.decode()
        assert "with its marks" not in page
        assert page.count(CLEAN) >= len(fields)


def test_quick_fact_is_told_of(admin_client):
    from statistics.models import StatTable

    item = FACTORIES[StatTable](headline_label="**Pay**")
    assert (
        "“**Pay**” with its marks"
        in admin_client.get(change_url(item)).content.decode()
    )


def test_words_of_a_picture_are_told_of(admin_client):
    image = Image.objects.create(
        file="a.webp", alt="A *big* hive", sha256="0" * 64, width=1, height=1, size=1
    )
    url = reverse("admin:library_image_change", args=[image.pk])
    assert "“*big*” with its marks" in admin_client.get(url).content.decode()
