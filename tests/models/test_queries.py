"""Test which careers stand beside another one."""

import pytest

from careerguide.models.related import related_careers
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.due import publish_due
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import CareerFactory, CareerGroupFactory, plan_for_now

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def related(career):
    return related_careers(career)


def changed(career, **values):
    return apply_snapshot(career, snapshot(career) | values)


class TestChosen:
    def test_come_in_the_editors_order(self):
        one, two, three = CareerFactory(), CareerFactory(), CareerFactory()
        career = CareerFactory(related=[three.slug, one.slug, two.slug])
        assert related(career) == [three, one, two]

    def test_come_in_place_of_the_group(self):
        group = CareerGroupFactory()
        CareerFactory(group=group)
        chosen = CareerFactory()
        career = CareerFactory(group=group, related=[chosen.slug])
        assert related(career) == [chosen]

    def test_are_found_under_their_new_address(self):
        chosen = CareerFactory(slug="apiarist")
        career = CareerFactory(related=["apiarist"])
        actions.save_draft(chosen, changed(chosen, slug="beekeeper"), None)
        actions.publish(chosen, None)
        assert [other.slug for other in related(career)] == ["beekeeper"]

    def test_live_address_comes_before_an_old_one(self):
        new, other = CareerFactory(slug="hives"), CareerFactory(slug="other")
        OldSlug.objects.create(item=other, slug="hives")
        assert related(CareerFactory(related=["hives"])) == [new]

    def test_one_under_two_addresses_comes_once(self):
        chosen = CareerFactory(slug="beekeeper")
        OldSlug.objects.create(item=chosen, slug="apiarist")
        career = CareerFactory(related=["apiarist", "beekeeper"])
        assert related(career) == [chosen]

    def test_one_that_is_gone_leaves_the_others(self):
        chosen = CareerFactory()
        career = CareerFactory(related=["nowhere", chosen.slug])
        assert related(career) == [chosen]

    @pytest.mark.parametrize("junk", [{}, "bees", [1, None, ["a"]], None, {"a": 1}])
    def test_of_a_fixture_that_holds_anything_else_are_none(self, junk):
        career = CareerFactory.build(related=junk, pk=1)
        assert related(career) == []


class TestOfGroup:
    def test_are_the_next_four_and_go_round(self):
        group = CareerGroupFactory()
        careers = [CareerFactory(group=group, order=n) for n in range(1, 7)]
        assert related(careers[3]) == [*careers[4:], *careers[:2]]

    def test_are_none_of_another_group_or_of_none(self):
        CareerFactory(), CareerFactory(group=CareerGroupFactory())
        assert related(CareerFactory()) == []
        assert related(CareerFactory(group=CareerGroupFactory())) == []

    def test_stand_in_where_nothing_chosen_is_published(self):
        group = CareerGroupFactory()
        other, draft = CareerFactory(group=group), CareerFactory(status="draft")
        career = CareerFactory(group=group, related=[draft.slug])
        assert related(career) == [other]


class TestUnapproved:
    def test_draft_of_related_careers_waits_for_its_publication(self):
        chosen, career = CareerFactory(), CareerFactory()
        wanted = changed(career, related=[chosen.slug], is_featured=True)
        actions.save_draft(career, wanted, None)
        career.refresh_from_db()
        assert (career.related, career.is_featured) == ([], False)
        actions.publish(career, None)
        career.refresh_from_db()
        assert (career.related, career.is_featured) == ([chosen.slug], True)

    def test_plan_shows_them_at_its_hour(self):
        chosen, career = CareerFactory(), CareerFactory()
        actions.save_draft(career, changed(career, related=[chosen.slug]), None)
        plan_for_now(career)
        career.refresh_from_db()
        assert related(career) == []
        publish_due()
        career.refresh_from_db()
        assert related(career) == [chosen]

    def test_group_is_drafted_too(self):
        group, career = CareerGroupFactory(), CareerFactory()
        actions.save_draft(career, changed(career, group_id=group.pk), None)
        career.refresh_from_db()
        assert career.group is None
        actions.publish(career, None)
        career.refresh_from_db()
        assert career.group == group

    def test_restored_version_brings_them_back(self):
        chosen = CareerFactory()
        career = CareerFactory(related=[chosen.slug])
        actions.save_draft(career, changed(career, related=[]), None)
        actions.publish(career, None)
        entry = career.history.order_by("pk").first()
        actions.restore(career, entry, None)
        assert actions.draft_of(career).related == [chosen.slug]
