"""Test withdrawing an edition, in the admin and as a decision."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.related import ContentVersion
from statistics.editions.withdrawal import WithdrawalForm, withdraw
from tests.factories import UserFactory

from .worlds import corrected, numbers, published

pytestmark = pytest.mark.django_db

ADMIN = "admin:statistics_stattable_{}"


@pytest.fixture
def table():
    return corrected(published())


def first(table):
    return table.editions.get(number=1)


class TestDecision:
    def test_is_entered_in_the_history(self, table):
        user = UserFactory()
        assert withdraw(first(table), user, "Typed wrongly.")
        entry = table.history.first()
        assert (entry.event, entry.author) == (Event.WITHDRAWN, user)
        assert entry.reason == "Edition 1: Typed wrongly."

    def test_drops_pages_from_memory(self, table):
        before = ContentVersion.current()
        withdraw(first(table), None, "Typed wrongly.")
        assert ContentVersion.current() > before

    def test_a_second_time_changes_nothing(self, table):
        withdraw(first(table), None, "Typed wrongly.")
        assert not withdraw(first(table), None, "Another reason.")
        assert first(table).withdrawn_reason == "Typed wrongly."

    def test_what_the_page_shows_is_refused(self, table):
        with pytest.raises(ValidationError, match="Correct the table"):
            withdraw(table.editions.get(number=2), None, "Typed wrongly.")

    def test_after_it_the_same_bytes_are_another_edition(self, table):
        actions.unpublish(table, None)
        withdraw(table.editions.get(number=2), None, "Typed wrongly.")
        actions.publish(table, None)
        assert numbers(table) == [1, 2, 3]


class TestForm:
    @pytest.mark.parametrize(
        ("reason", "sentence"),
        [
            ("", "This field is required."),
            ("\u200b\u200b", "This has only characters that nobody sees: "),
            ("See [[number: pay; Senior; Mean]]", "Write plain words"),
            ("**Wrong**", "Write plain words"),
            ("x" * 161, "Ensure this value has at most 160 characters (it has 161)."),
            ("safe \u202eevil", "turns the direction of text (U+202E)"),
            ("\u2066a", "(U+2066)"),
            ("a\u200f", "(U+200F)"),
            ("\u061ca", "(U+061C)"),
        ],
    )
    def test_refuses(self, reason, sentence):
        form = WithdrawalForm({"reason": reason})
        assert sentence in str(form.errors.get("reason"))

    def test_takes_one_line(self):
        form = WithdrawalForm({"reason": " Two\nlines\t"})
        assert form.is_valid()
        assert form.cleaned_data["reason"] == "Two lines"


class TestAdmin:
    def url(self, table, number=1):
        return reverse(ADMIN.format("withdraw_edition"), args=[table.pk, number])

    def test_form_of_a_table_leads_to_its_editions(self, admin_client, table):
        address = reverse(ADMIN.format("change"), args=[table.pk])
        editions = reverse(ADMIN.format("editions"), args=[table.pk])
        page = admin_client.get(address).content.decode()
        assert f'<a href="{editions}">2 editions</a>' in page
        page = admin_client.get(editions).content.decode()
        assert self.url(table) in page
        assert self.url(table, 2) not in page

    def test_superuser_withdraws_one(self, admin_client, client, table):
        assert admin_client.get(self.url(table)).status_code == 200
        response = admin_client.post(self.url(table), {"reason": "Typed wrongly."})
        assert response.status_code == 302
        assert first(table).withdrawn_reason == "Typed wrongly."
        page = admin_client.get(response.headers["Location"]).content.decode()
        assert "<q>Typed wrongly.</q>" in page

    def test_no_publisher_does(self, sign_in, client, table):
        sign_in("Publisher")
        assert client.post(self.url(table), {"reason": "Mine."}).status_code == 403
        assert not first(table).is_withdrawn
        editions = reverse(ADMIN.format("editions"), args=[table.pk])
        assert "/withdraw/" not in client.get(editions).content.decode()

    def test_problem_stands_at_its_field(self, admin_client, table):
        page = admin_client.post(self.url(table), {"reason": "\u202ea"})
        assert "turns the direction" in page.content.decode()
        page = admin_client.post(self.url(table, 2), {"reason": "Wrong."})
        assert "Correct the table" in page.content.decode()

    def test_twice_is_a_message(self, admin_client, table):
        withdraw(first(table), None, "Typed wrongly.")
        response = admin_client.post(self.url(table), {"reason": "Again."}, follow=True)
        assert "was withdrawn before" in response.content.decode()

    @pytest.mark.parametrize("number", ["0", "3", "x", "99999999999"])
    def test_unknown_number_is_not_found(self, admin_client, table, number):
        address = self.url(table).replace("/1/", f"/{number}/")
        assert admin_client.get(address).status_code in (302, 404)
