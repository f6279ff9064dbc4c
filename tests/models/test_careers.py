"""Test what a career may say of others."""

import pytest
from django.core.exceptions import ValidationError

from careerguide.models.careers import MOST_RELATED
from careerguide.publishing.drafts.diff import differences
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db


class TestRelated:
    @pytest.mark.parametrize(
        "value, sentence",
        [
            ([f"career-{n}" for n in range(MOST_RELATED + 1)], "Choose 6 at most"),
            (["beekeeper"], "A career is not related to itself"),
            ({"a": 1}, "Choose careers from the list"),
            ([1], "Choose careers from the list"),
            ("hives", "Choose careers from the list"),
        ],
    )
    def test_that_makes_no_sense_is_refused(self, value, sentence):
        career = CareerFactory.build(slug="beekeeper", related=value)
        with pytest.raises(ValidationError) as error:
            career.full_clean()
        assert error.value.messages[0].startswith(sentence)

    def test_that_is_not_there_is_no_fault(self):
        CareerFactory.build(related=["not-here-yet"]).full_clean()

    def test_history_says_in_words_what_changed(self):
        before = CareerFactory()
        values = {"related": ["nurse", "midwife"], "is_featured": True}
        after = snapshot(before) | values
        found = differences(type(before), snapshot(before), after)
        said = {one.label: one.pieces for one in found}
        assert said["Related careers"] == (("new", "nurse, midwife"),)
        assert said["Editors’ choice"] == (("new", "Yes"),)

    def test_draft_of_an_older_release_keeps_what_the_row_says(self):
        career = CareerFactory(related=["nurse"], is_featured=True)
        old = snapshot(career)
        del old["related"], old["is_featured"], old["group_id"]
        draft = apply_snapshot(career, old)
        assert (draft.related, draft.is_featured) == (["nurse"], True)
