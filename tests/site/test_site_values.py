"""Test what `[[site: …]]` shows in a text, and what is wrong with one."""

import pytest

from careerguide.models import Page, Site
from careerguide.publishing.checks.texts import text_faults
from careerguide.publishing.drafts import actions
from tests.factories import PageFactory, StatTableFactory, UserFactory

pytestmark = pytest.mark.django_db


def read(client, path):
    return client.get(path).content.decode()


class TestValues:
    def test_are_of_the_record_and_the_settings(self, client, settings):
        settings.FEEDBACK_DAYS = 30
        Site.objects.create(pk=1, name="B", publisher="A & B", contact="a@b.org")
        text = "By [[site: publisher]], [[Site: contact]], [[site: feedback period]]."
        page = read(client, PageFactory(body=text).get_absolute_url())
        contact = '<a href="mailto:a@b.org">a@b.org</a>'
        assert f"By A &amp; B, {contact}, 30 days." in page

    def test_without_an_end_say_so(self, client, settings):
        settings.VIEW_DAYS = 0
        text = "Kept for [[site: views period]]."
        page = read(client, PageFactory(body=text).get_absolute_url())
        assert "Kept for no set time." in page

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("[[site: publishr]]", "Did you mean “publisher”?"),
            ("[[site: x]]", "There are: name, publisher"),
        ],
    )
    def test_that_are_none_block_with_a_sentence(self, text, sentence):
        faults = text_faults(PageFactory(status="draft", body=text))
        [fault] = faults["body"]
        assert fault.blocks and sentence in fault.sentence


class TestPrivacy:
    def test_names_who_answers_for_it(self, client, seeded, settings):
        settings.FEEDBACK_DAYS = 30
        assert "Published by: whoever runs this site" in read(client, "/privacy/")
        Site.objects.create(pk=1, name="B", publisher="Bees Ltd", contact="a@b.org")
        page = read(client, "/privacy/")
        assert "Published by: Bees Ltd" in page and "mailto:a@b.org" in page
        assert "kept for 30 days" in page and "“theme”" in page
        assert "[[" not in page

    def test_is_asked_about_until_somebody_here_published_it(
        self, admin_client, seeded
    ):
        sentence = "The page on privacy is as it came"
        assert sentence in read(admin_client, "/admin/")
        page = Page.objects.get(slug="privacy")

        actions.publish(page, UserFactory())
        assert sentence not in read(admin_client, "/admin/")


class TestQuestions:
    def test_are_asked_until_they_are_answered(self, admin_client):
        page = read(admin_client, "/admin/")
        assert "no licence of the content" in page and "who publishes" in page
        Site.objects.create(
            pk=1, name="B", licence="CC0", publisher="B", contact="a@b.org"
        )
        assert "Before readers come" not in read(admin_client, "/admin/")

    def test_are_for_who_may_answer(self, client, sign_in):
        sign_in("Author")
        assert "Before readers come" not in read(client, "/admin/")


class TestFrame:
    @pytest.mark.parametrize("path", ["/nowhere/", "/statistics/bees/embed/"])
    def test_of_errors_and_embeds_leads_to_the_imprint(self, client, path):
        StatTableFactory(slug="bees")
        PageFactory(title="Imprint", slug="imprint")
        assert '<a href="/imprint/">Imprint</a>' in read(client, path)


class TestFirstSteps:
    def test_are_shown_to_editors(self, admin_client):
        page = read(admin_client, "/")
        for path in ("site/", "career/add/", "page/"):
            assert f'href="/admin/careerguide/{path}"' in page
        assert 'href="/admin/importing/import/add/"' in page

    def test_are_not_for_readers(self, client):
        page = read(client, "/")
        assert "This site is being made." in page and "To begin" not in page
