"""Test that a former address leads on whatever face of an item it is of."""

import pytest

from careerguide.publishing.models.related import OldSlug, key_of
from statistics.downloads.formats import FORMATS
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.site.test_other_names import FACES
from tests.statistics.editions.worlds import published

pytestmark = pytest.mark.django_db
PAGE = ["/", ".md", ".card.png"]
OF_TABLE = [*PAGE, "/embed/", "/@1/", "/@1/embed/"]
OF_TABLE += [f"{begin}.{name}" for begin in ("", "/@1") for name in FORMATS]


@pytest.mark.parametrize(
    ("make", "faces"),
    [
        (ArticleFactory, PAGE),
        (FAQEntryFactory, PAGE),
        (PageFactory, PAGE),
        (published, OF_TABLE),
        (CareerFactory, FACES),
    ],
    ids=["article", "answer", "page", "table", "career"],
)
def test_every_face_of_a_renamed_item_is_led_to(client, make, faces):
    item = make(slug="bees")
    OldSlug.objects.create(**key_of(item), slug="wasps")
    if make is CareerFactory:
        StatTableFactory(career=item)
    folder = item.get_absolute_url().removesuffix("bees/")
    for face in faces:
        answer = client.get(f"{folder}wasps{face}?a=1")
        assert answer.status_code == 301, face
        assert answer["Location"] == f"{folder}bees{face}?a=1"
        assert client.get(f"{folder}bees{face}").status_code == 200, face
