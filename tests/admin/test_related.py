"""Test how editors choose related careers."""

import pytest
from django.urls import reverse

from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import OldSlug
from tests.factories import CareerFactory, CareerGroupFactory
from tests.forms import filled_in, form_errors
from tests.publishing.admin.test_base import change_url, draft_of

pytestmark = pytest.mark.django_db
CHOICES = "admin:careerguide_career_choices"


def save(client, career, **changes):
    url = change_url(career)
    sent = filled_in(client.get(url), **changes)
    return client.post(url, sent | {"_save": ""})


class TestForm:
    def test_keeps_the_order_in_a_draft(self, client, sign_in):
        sign_in("Editor")
        one, two, career = CareerFactory(), CareerFactory(), CareerFactory()
        save(client, career, related=[two.slug, one.slug])
        assert draft_of(career).related == [two.slug, one.slug]
        career.refresh_from_db()
        assert career.related == []

    def test_shows_the_chosen_ones_by_name_in_their_order(self, client, sign_in):
        sign_in("Editor")
        one, two = CareerFactory(name="Zookeeper"), CareerFactory(name="Actor")
        career = CareerFactory(related=[one.slug, two.slug])
        page = client.get(change_url(career)).content.decode()
        select = page.split('<select name="related"')[1].split("</select>")[0]
        assert select.index("Zookeeper") < select.index("Actor")
        assert select.count(" selected") == 2

    def test_says_which_readers_do_not_see(self, client, sign_in):
        sign_in("Editor")
        hidden = CareerFactory(name="Falconer", status="archived")
        career = CareerFactory(related=[hidden.slug, CareerFactory(name="Actor").slug])
        page = client.get(change_url(career)).content.decode()
        select = page.split('<select name="related"')[1].split("</select>")[0]
        assert "Falconer (readers do not see it)" in select
        assert select.count("(readers") == 1

    def test_saved_as_it_was_makes_no_draft(self, client, sign_in):
        sign_in("Editor")
        career = CareerFactory(related=[CareerFactory().slug])
        save(client, career)
        assert actions.working_copy(career) is None

    def test_renamed_one_stays_chosen(self, client, sign_in):
        sign_in("Editor")
        chosen = CareerFactory(slug="beekeeper")
        OldSlug.objects.create(item=chosen, slug="apiarist")
        career = CareerFactory(related=["apiarist"])
        save(client, career, summary="They keep bees.")
        assert draft_of(career).related == ["beekeeper"]

    def test_order_alone_is_a_change(self, client, sign_in):
        sign_in("Editor")
        one, two = CareerFactory(), CareerFactory()
        career = CareerFactory(related=[one.slug, two.slug])
        save(client, career, related=[two.slug, one.slug])
        assert draft_of(career).related == [two.slug, one.slug]

    @pytest.mark.parametrize("slug", ["nowhere", "\x00", "ä" * 10_000, "<b>"])
    def test_unknown_one_is_refused_with_a_sentence(self, client, sign_in, slug):
        sign_in("Editor")
        errors = form_errors(save(client, CareerFactory(), related=[slug]))
        assert errors["related"]

    def test_one_in_the_trash_cannot_be_chosen(self, client, sign_in):
        sign_in("Editor")
        gone = CareerFactory(status="draft")
        actions.trash(gone, None)
        errors = form_errors(save(client, CareerFactory(), related=[gone.slug]))
        assert errors["related"]

    def test_field_of_work_is_chosen_with_it(self, client, sign_in):
        sign_in("Editor")
        career, group = CareerFactory(), CareerGroupFactory()
        save(client, career, group=group.pk, is_featured="on")
        assert draft_of(career).group == group and draft_of(career).is_featured


@pytest.mark.usefixtures("indexed")
class TestChoices:
    def results(self, client, term=""):
        answer = client.get(reverse(CHOICES), {"term": term})
        assert answer.status_code == 200
        return answer.json()["results"]

    def test_are_found_by_words_and_named_by_address(self, client, sign_in):
        sign_in("Editor")
        CareerFactory(name="Actor")
        CareerFactory(name="Éclairagiste", slug="lighting")
        found = self.results(client, "eclair")
        assert found == [{"id": "lighting", "text": "Éclairagiste"}]

    def test_say_which_readers_do_not_see(self, client, sign_in):
        sign_in("Editor")
        CareerFactory(name="Actor", slug="actor", status="draft")
        found = self.results(client, "actor")
        assert found == [{"id": "actor", "text": "Actor (readers do not see it)"}]

    def test_leave_the_trash_out(self, client, sign_in):
        sign_in("Editor")
        actions.trash(CareerFactory(status="draft"), None)
        assert self.results(client) == []

    @pytest.mark.parametrize("query", ["?page=x", "?page=99", "?term=%00", "?term="])
    def test_any_question_is_answered(self, client, sign_in, query):
        sign_in("Author")
        assert client.get(reverse(CHOICES) + query).status_code in (200, 400, 404)

    def test_are_nothing_for_readers(self, client):
        CareerFactory(status="draft", name="Secret")
        answer = client.get(reverse(CHOICES))
        assert answer.status_code == 302 and "Secret" not in answer.content.decode()

    def test_are_nothing_for_who_may_not_see_careers(self, client, sign_in):
        user = sign_in("Author")
        user.groups.clear()
        assert client.get(reverse(CHOICES)).status_code == 403
        assert Career.objects.count() == 0
