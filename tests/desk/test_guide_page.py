"""Test the page of one guide: its parts, and what can be done with all of them."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from careerguide.desk.facts import keep_all
from careerguide.desk.guide_parts import PartRow
from careerguide.desk.models import Responsibility
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import Status
from careerguide.publishing.models.related import key_of
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import sent_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def career(db):
    return CareerFactory(name="Beekeeper")


def guide_of(career):
    return f"/admin/careerguide/career/{career.pk}/guide/"


def desk(career, name):
    return f"/admin/desk/guide/{career.pk}/{name}/"


def text(answer):
    return answer.content.decode()


def test_shows_all_parts_in_reading_order(client, publisher, career):
    for order, title in ((2, "Second"), (1, "First")):
        ArticleFactory(career=career, title=title, order=order)
    FAQEntryFactory(career=career, question="Does it sting?", status="draft")
    ArticleFactory(title="Of another guide")
    page = text(client.get(guide_of(career)))
    assert page.index(">First<") < page.index(">Second<") < page.index("it sting?<")
    assert "Of another guide" not in page
    assert f"/admin/faq/faqentry/add/?career={career.pk}" in page


def test_says_what_a_complete_guide_has(client, publisher, career):
    StatTableFactory(career=career)
    page = text(client.get(guide_of(career)))
    for sentence in (
        "A picture of the career.",
        "3 articles at least; 0 are published.",
        "Tables without a source: 1.",
        "Days of review of 2 items.",
        "Somebody who is responsible for the guide.",
    ):
        assert sentence in page


def anchored(client, url, page):
    """Whether the address leads to a page, and to a place that is on it."""
    address, _, anchor = url.partition("#")
    found = text(client.get(address, follow=True)) if address else page
    return not anchor or f'id="{anchor}"' in found


class TestLacks:
    @pytest.fixture
    def lacking(self, career):
        yesterday = timezone.localdate() - timedelta(days=1)
        Career.objects.filter(pk=career.pk).update(summary="", status="draft")
        StatTableFactory(career=career, next_update=yesterday)
        FAQEntryFactory(career=career, review_by=yesterday)
        body = "See [[table: none]].\n\nOf them 47% are happy.\n"
        ArticleFactory(career=career, body=body)
        keep_all(
            [
                *(Career.objects.get(), Article.objects.get()),
                *(StatTable.objects.get(), FAQEntry.objects.get()),
            ]
        )
        return career

    def links(self, page):
        section = page.split('id="lacks"')[1].split("</section>")[0]
        return re.findall(r'<li>(?:<a href="([^"]+)">)?([^<]+)', section)

    def test_each_leads_to_where_it_is_mended(self, client, publisher, lacking):
        page = text(client.get(guide_of(lacking)))
        links = {sentence: unescape(url) for url, sentence in self.links(page)}
        assert len(links) == 13
        for sentence, url in links.items():
            assert url, sentence
            assert anchored(client, url, page), sentence
        table = links["Tables without a source: 1."]
        StatTableFactory(title="Of another guide")
        assert "Of another guide" not in text(client.get(table))
        assert links["Somebody who answers for 1 number."].endswith(lacking.slug)

    def test_who_may_not_mend_it_is_not_sent_there(self, client, sign_in, lacking):
        sign_in("Author")
        page = text(client.get(guide_of(lacking)))
        unlinked = [sentence for url, sentence in self.links(page) if not url]
        assert unlinked == [
            "A summary of the career.",
            "A picture of the career.",
            "Somebody who is responsible for the guide.",
            "The career is not published: readers see nothing of it.",
        ]


def test_forms_of_its_parts_lead_back(client, publisher, career):
    for factory in (ArticleFactory, StatTableFactory, FAQEntryFactory):
        item = factory(career=career, status="draft")
        actions.publish(item, None)  # of a table that makes an edition
        form = PartRow(item).url
        assert f'<a href="{guide_of(career)}">' in text(client.get(form))


def test_queries_are_as_many_for_each_guide(client, publisher, career):
    def count():
        client.get(guide_of(career))
        with CaptureQueriesContext(connection) as queries:
            client.get(guide_of(career))
        return len(queries)

    factories = (ArticleFactory, StatTableFactory, FAQEntryFactory)
    for factory in factories:
        factory(career=career)
    few = count()
    for factory in factories * 5:
        factory(career=career)
    assert count() == few < 30


def test_add_form_has_the_career(client, publisher, career):
    form = client.get(f"/admin/articles/article/add/?career={career.pk}")
    field = form.context["adminform"].form["career"]
    assert str(field.value()) == str(career.pk)


@pytest.mark.parametrize("button", ["_save", "_publish"])
def test_save_and_add_another_of_the_guide(client, publisher, career, button):
    sent = {"career": career.pk, "title": "One", "summary": "A.", "body": "B."}
    answer = client.post(
        "/admin/articles/article/add/", sent | {button: "1", "_another": "1"}
    )
    assert answer.url == f"/admin/articles/article/add/?career={career.pk}"
    assert Article.objects.get().is_live is (button == "_publish")


class TestPublishing:
    @pytest.fixture
    def drafts(self, publisher, career):
        """An article that shows a table, both drafts, and a question with a draft."""
        table = StatTableFactory(career=career, slug="pay", status="draft")
        body = "Look:\n\n[[table: pay]]\n"
        article = ArticleFactory(career=career, body=body, status="draft")
        entry = FAQEntryFactory(career=career)
        wanted = FAQEntry.objects.get()
        wanted.answer = "Yes, often."
        actions.save_draft(entry, wanted, publisher)
        return [table, article, FAQEntry.objects.get()]

    def sent(self, client, career):
        page = client.get(desk(career, "publish"))
        sent = {"item": [one.key for one in page.context["listed"]]}
        for one in page.context["listed"]:
            form = one.form
            for name in ("base_version", "base_entry", "base_live", "base_losses"):
                value = form[name].value()
                sent[form.add_prefix(name)] = "" if value is None else value
        return sent

    def test_names_each_and_publishes_in_one_confirmation(self, client, career, drafts):
        sent = self.sent(client, career)
        assert len(sent["item"]) == 3
        answer = client.post(desk(career, "publish"), sent, follow=True)
        assert "3 published." in text(answer)
        assert FAQEntry.objects.get().answer == "Yes, often."
        assert Article.objects.get().is_live and StatTable.objects.get().is_live

    def test_not_what_was_saved_since(self, client, publisher, career, drafts):
        sent = self.sent(client, career)
        wanted = FAQEntry.objects.get()
        wanted.answer = "Saved since."
        actions.save_draft(drafts[2], wanted, publisher)
        answer = client.post(desk(career, "publish"), sent, follow=True)
        assert "were changed while you were looking" in text(answer)
        assert FAQEntry.objects.get().answer == "Yes, now and then."
        assert Article.objects.get().is_live

    def test_what_was_not_ticked_is_not_when_the_page_comes_again(
        self, client, publisher, career, drafts
    ):
        sent = self.sent(client, career)
        sent["item"] = [key for key in sent["item"] if key.startswith("faq")]
        wanted = FAQEntry.objects.get()
        wanted.answer = "Saved since."
        actions.save_draft(drafts[2], wanted, publisher)
        page = text(client.post(desk(career, "publish"), sent))
        assert f'value="faq.faqentry.{wanted.pk}" checked>' in page
        assert page.count("checked>") == 1 and "()" not in page

    def test_only_what_is_ticked(self, client, career, drafts):
        sent = self.sent(client, career)
        sent["item"] = [key for key in sent["item"] if key.startswith("faq")]
        client.post(desk(career, "publish"), sent)
        assert FAQEntry.objects.get().answer == "Yes, often."
        assert not Article.objects.get().is_live

    def test_with_the_career_itself_first(self, client, publisher):
        career = CareerFactory(status="draft")
        ArticleFactory(career=career, status="draft")
        client.post(desk(career, "publish"), self.sent(client, career))
        assert Article.objects.published().count() == 1

    def test_two_types_of_one_key_are_told_apart(self, client, publisher, career):
        article = ArticleFactory(career=career, status="draft")
        FAQEntryFactory(pk=article.pk, career=career, status="draft")
        sent = self.sent(client, career)
        assert len(set(sent["item"])) == 2
        client.post(desk(career, "publish"), sent | {"item": sent["item"][:1]})
        assert {Article.objects.get().is_live, FAQEntry.objects.get().is_live} == {
            True,
            False,
        }

    def test_numbers_that_change_ask_for_a_note(self, client, publisher, career):
        table = StatTableFactory(career=career)
        actions.publish(table, publisher)
        wanted = StatTable.objects.get()
        wanted.data = {**wanted.data, "rows": [{"cells": ["Entry", "90000"]}]}
        actions.save_draft(table, wanted, publisher)
        sent = self.sent(client, career)
        page = text(client.post(desk(career, "publish"), sent))
        assert "note_kind" in page
        sent |= {"note_kind": "none", "note_reason": "A slip of the pen."}
        assert "1 published." in text(
            client.post(desk(career, "publish"), sent, follow=True)
        )

    def test_does_not_tick_what_has_notes_to_editors(self, client, publisher, career):
        left = ArticleFactory(career=career, body="TODO: ask Ana.", status="draft")
        done = ArticleFactory(career=career, status="draft")
        keep_all([left, done])
        page = text(client.get(desk(career, "publish")))
        assert f'value="articles.article.{left.pk}">' in page
        assert f'value="articles.article.{done.pk}" checked>' in page
        assert "“TODO: ask Ana.” is a note to editors" in page

    def test_brings_a_guide_back_that_was_archived(self, client, publisher, career):
        article = ArticleFactory(career=career)
        ArticleFactory(career=career, status="archived")
        actions.archive(career, publisher)
        assert "Publish the guide again" in text(client.get(guide_of(career)))
        client.post(desk(career, "publish"), self.sent(client, career))
        assert list(Article.objects.published()) == [article]
        assert Career.objects.get().is_live

    def test_says_where_nothing_is_ready(self, client, publisher, career):
        ArticleFactory(career=career, status="draft", summary="")
        page = text(client.get(desk(career, "publish")))
        assert "None of it is ready yet" in page and "what is ticked" not in page

    def test_is_for_those_who_publish(self, client, sign_in, career):
        article = ArticleFactory(career=career, status="draft")
        sign_in("Editor")
        assert desk(career, "publish") not in text(client.get(guide_of(career)))
        sent = {"item": f"articles.article.{article.pk}"}
        client.post(desk(career, "publish"), sent)
        assert not Article.objects.get().is_live


class TestOrder:
    @pytest.fixture
    def articles(self, publisher, career):
        return [
            ArticleFactory(career=career, title=t, order=n) for n, t in enumerate("ABC")
        ]

    def post(self, client, career, articles, **sent):
        shown = " ".join(str(article.pk) for article in articles)
        sent = {"section": "articles.article", "shown": shown, **sent}
        return client.post(desk(career, "order"), sent, follow=True)

    def titles(self):
        return "".join(a.title for a in Article.objects.order_by("order", "pk"))

    def test_by_button(self, client, career, articles):
        self.post(client, career, articles, up=articles[2].pk)
        assert self.titles() == "ACB"

    def test_by_dragging(self, client, career, articles):
        order = " ".join(str(articles[n].pk) for n in (2, 0, 1))
        self.post(client, career, articles, order=order)
        assert self.titles() == "CAB"

    def test_two_people_at_once(self, client, career, articles):
        self.post(client, career, articles, up=articles[2].pk)
        answer = self.post(client, career, articles, up=articles[1].pk)
        assert "Somebody else changed this list meanwhile" in text(answer)
        assert self.titles() == "ACB"

    @pytest.mark.parametrize("order", ["1 2", "x", "\0", "1 1 1 1"])
    def test_odd_orders_move_nothing(self, client, career, articles, order):
        self.post(client, career, articles, order=order)
        assert self.titles() == "ABC"


class TestSkeleton:
    def test_a_table_without_rows_is_not_ready(self, client, publisher, career):
        StatTableFactory(career=career, chart_form="none")
        client.post(guide_of(career), {"name": "Wasp keeper"})
        new = Career.objects.get(name="Wasp keeper")
        assert "Publish what is ready of 2 drafts" in text(client.get(guide_of(new)))
        page = text(client.get(desk(new, "publish")))
        assert "It has no rows yet: readers would see an empty table." in page

    def test_has_the_parts_and_not_what_they_say(self, client, publisher, career):
        ArticleFactory(
            career=career,
            title="A day as a beekeeper",
            body="Bees.\n\n## Spring\n\nx 5",
        )
        FAQEntryFactory(career=career, question="Is a beekeeper stung?", topic="Risk")
        StatTableFactory(career=career, topic="Pay")
        client.post(guide_of(career), {"name": "Cowherd"})
        new = Career.objects.get(name="Cowherd")
        article, entry, table = (
            model.objects.get(career=new) for model in (Article, FAQEntry, StatTable)
        )
        assert (article.title, article.body, article.summary) == (
            *("A day as a cowherd", "## Spring"),
            "",
        )
        assert (entry.question, entry.topic) == ("Is a cowherd stung?", "Risk")
        assert entry.slug.startswith("cowherd-")
        assert (table.title, table.table.rows) == ("Level, Salary", ())
        assert {i.status for i in (new, article, entry, table)} == {Status.DRAFT}

    def test_says_nothing_of_the_old_career(self, client, publisher, career):
        table = StatTableFactory(career=career, topic="Beekeeper pay")
        labels = ["Share of beekeepers", "Salary of a beekeeper"]
        for column, label in zip(table.data["columns"], labels, strict=True):
            column["label"] = label
        table.save()
        client.post(guide_of(career), {"name": "Cowherd"})
        new = StatTable.objects.get(career__name="Cowherd")
        assert [column.label for column in new.table.columns] == [
            *("Share of cowherds", "Salary of a cowherd"),
        ]
        assert new.topic == "Cowherd pay"

    def test_is_to_be_reviewed_and_keeps_its_language(self, client, publisher, career):
        Career.objects.update(language="de")
        ArticleFactory(career=career, language="de")
        StatTableFactory(career=career, language="de")
        client.post(guide_of(career), {"name": "Imkerei"})
        new = Career.objects.get(name="Imkerei")
        for item in (new, *(m.objects.get(career=new) for m in (Article, StatTable))):
            assert item.review_by == item.next_review() and item.language == "de"

    def test_a_name_that_is_taken_is_said_at_its_field(self, client, publisher, career):
        answer = client.post(guide_of(career), {"name": "beekeeper"})
        assert "There is a career of this name" in text(answer)

    def test_authors_make_none(self, client, sign_in, career):
        sign_in("Author")
        assert client.post(guide_of(career), {"name": "Cowherd"}).status_code == 403


def test_preview_shows_all_drafts_and_changes_nothing(client, publisher, career):
    article = ArticleFactory(career=career, body="Old text.")
    FAQEntryFactory(career=career, question="Is it new?", status="draft")
    wanted = Article.objects.get()
    wanted.body = "New text."
    actions.save_draft(article, wanted, publisher)
    page = client.get(desk(career, "preview"))
    assert "New text." in text(page) and "Is it new?" in text(page)
    assert "private, no-store" in page.headers["Cache-Control"]
    assert Article.objects.get().body == "Old text."
    assert FAQEntry.objects.get().status == Status.DRAFT


def test_archiving_says_how_many_pages_go(client, publisher, career):
    ArticleFactory(career=career)
    archive = f"/admin/careerguide/career/{career.pk}/archive/"
    assert archive in text(client.get(guide_of(career)))
    assert "1 article" in text(client.get(archive))


def test_an_archived_guide_is_shown_with_its_way_back(client, publisher, career):
    archive = f"/admin/careerguide/career/{career.pk}/archive/"
    answer = client.post(archive, sent_by(client.get(archive)))
    assert answer.url == guide_of(career)
    assert "Publish the guide again" in text(client.get(answer.url))


def test_other_decisions_lead_to_the_form(client, publisher, career):
    unpublish = f"/admin/careerguide/career/{career.pk}/unpublish/"
    answer = client.post(unpublish, sent_by(client.get(unpublish)))
    assert answer.url == f"/admin/careerguide/career/{career.pk}/change/"


class TestResponsible:
    def test_is_set_and_taken_away(self, client, publisher, career):
        sent = {"item": f"careerguide.career.{career.pk}", "person": publisher.pk}
        client.post("/admin/desk/responsible/", sent)
        assert Responsibility.objects.of(career).get().user == publisher
        client.post("/admin/desk/responsible/", sent | {"person": ""})
        assert not Responsibility.objects.exists()

    def test_who_was_deleted_is_said(
        self, client, publisher, career, django_user_model
    ):
        gone = django_user_model.objects.create(username="ada", is_staff=True)
        sent = {"item": f"careerguide.career.{career.pk}", "person": gone.pk}
        client.post("/admin/desk/responsible/", sent)
        gone.delete()
        page = text(client.get(guide_of(career)))
        assert "ada, whose account is gone" in page
        assert "Somebody who is responsible for the guide." in page

    def test_who_cannot_sign_in_any_more_is_said(self, client, publisher, career):
        gone = UserFactory(username="ada", is_staff=True)
        Responsibility.objects.create(**key_of(career), user=gone, name="ada")
        type(gone).objects.filter(pk=gone.pk).update(is_active=False)
        for page in (guide_of(career), "/admin/"):
            assert "ada, who cannot sign in any more" in text(client.get(page))
        page = text(client.get(guide_of(career)))
        assert "Somebody who is responsible for the guide." in page

    @pytest.mark.parametrize("item", ["", "x", "careerguide.career.x", "auth.user.1"])
    def test_odd_items_are_not_found(self, client, publisher, item):
        answer = client.post("/admin/desk/responsible/", {"item": item, "person": "1"})
        assert answer.status_code == 404


@pytest.mark.parametrize("name", ["publish", "preview", "order"])
def test_nothing_of_a_career_that_is_gone(client, publisher, name):
    address = f"/admin/desk/guide/9{'9' * 30}/{name}/"
    assert client.get(address).status_code in (404, 405)


def test_form_of_the_career_leads_to_it(client, publisher, career):
    page = text(client.get(f"/admin/careerguide/career/{career.pk}/change/"))
    assert f'href="{guide_of(career)}"' in page


def test_careers_are_first_in_the_menu(client, publisher):
    page = text(client.get("/admin/"))
    assert page.index("model-career") < page.index("model-article")
