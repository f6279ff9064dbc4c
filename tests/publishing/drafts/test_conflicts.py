"""Test two editors at one item: what each is told, and that no text is lost."""

import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.models import Article
from careerguide.publishing.drafts import actions, due, ordering
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    StatTableFactory,
    UserFactory,
    plan_for_now,
)
from tests.forms import decide, filled_in

PAIRS = 50


def url_of(item):
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk])


def draft_of(item):
    return actions.draft_of(type(item)._base_manager.get(pk=item.pk))


def editor(name):
    client = Client()
    client.user = UserFactory(username=name, is_superuser=True)
    client.force_login(client.user)
    return client


def opened(client, item):
    """The form as this editor's browser has it now."""
    return filled_in(client.get(url_of(item)))


def save(client, item, form, button="_save", **changed):
    return client.post(url_of(item), form | changed | {button: ""})


def conflict_in(response):
    """The words of the panel that tells of a conflict; None if there is none."""
    found = re.search(
        r'<section class="conflict".*?</section>', response.content.decode(), re.DOTALL
    )
    if not found:
        return None
    text = re.sub(r"<del>(.*?)</del>", r"[-\1-]", found.group())
    text = re.sub(r"<ins>(.*?)</ins>", r"[+\1+]", text)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.fixture
def maria(db):
    return editor("maria")


@pytest.fixture
def ben(db):
    return editor("ben")


@pytest.fixture
def article(db):
    return ArticleFactory(title="Bees", summary="About bees.", body="One two three.")


class TestSecondToSave:
    def test_is_told_who_and_what_and_nothing_is_overwritten(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="One two and three.")
        answer = save(ben, article, his, body="One, two, three.")
        told = conflict_in(answer)
        assert "maria saved this while you were writing" in told
        assert "One two [+and +]three." in told or "One two[+ and+] three." in told
        assert draft_of(article).body == "One two and three."

    def test_keeps_their_text_in_the_form(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="Hers.")
        again = filled_in(save(ben, article, his, body="His."))
        assert again["body"] == "His."

    def test_replaces_knowingly_by_saving_again(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="Hers.")
        again = filled_in(save(ben, article, his, body="His."))
        assert save(ben, article, again).status_code == 302
        assert draft_of(article).body == "His."

    def test_may_keep_the_other_text_field_by_field(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="Hers.", summary="Her summary.")
        mine = {"body": "His.", "summary": "His summary."}
        again = filled_in(save(ben, article, his, **mine))
        assert save(ben, article, again, theirs=["body"]).status_code == 302
        merged = draft_of(article)
        assert (merged.body, merged.summary) == ("Hers.", "His summary.")

    def test_gets_their_changes_in_fields_left_alone(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, title="Bees and wasps")
        answer = save(ben, article, his, body="His.")
        assert "Taken into your form." in conflict_in(answer)
        save(ben, article, filled_in(answer))
        merged = draft_of(article)
        assert (merged.title, merged.body) == ("Bees and wasps", "His.")

    def test_is_told_again_of_a_third_save(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="Hers.")
        again = filled_in(save(ben, article, his, body="His."))
        save(maria, article, opened(maria, article), body="Hers again.")
        assert "Hers again" in conflict_in(save(ben, article, again)).replace("+", "")
        assert draft_of(article).body == "Hers again."

    def test_cannot_publish_over_it_either(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="Hers.")
        answer = save(ben, article, his, "_publish", body="His.")
        assert conflict_in(answer)
        article.refresh_from_db()
        assert article.body == "One two three."

    def test_sees_a_table_cell_by_cell(self, maria, ben, db):
        table = StatTableFactory()
        hers, his = opened(maria, table), opened(ben, table)
        save(maria, table, hers, numbers=hers["numbers"].replace("85000", "86000"))
        mine = his["numbers"].replace("170000", "171000")
        told = conflict_in(save(ben, table, his, numbers=mine))
        assert "Entry, Salary: $85,000 → $86,000" in told
        assert draft_of(table).data["rows"][0]["cells"] == ["Entry", "86000"]

    def test_is_told_that_the_draft_was_discarded(self, maria, ben, article):
        save(maria, article, opened(maria, article), body="Hers.")
        his = opened(ben, article)
        decide(maria, reverse("admin:articles_article_discard", args=[article.pk]))
        assert conflict_in(save(ben, article, his, summary="His."))

    def test_form_without_a_version_is_no_way_round(self, maria, ben, article):
        save(maria, article, opened(maria, article), body="Hers.")
        his = opened(ben, article) | {"base_version": "", "form_key": ""}
        assert conflict_in(save(ben, article, his, body="His."))
        assert draft_of(article).body == "Hers."


class TestNoConflict:
    def test_after_a_double_click(self, maria, article):
        form = opened(maria, article)
        for _ in range(2):
            assert save(maria, article, form, body="Hers.").status_code == 302
        assert article.history.filter(event="saved").count() == 1

    def test_after_the_back_button(self, maria, article):
        form = opened(maria, article)
        save(maria, article, form, body="First.")
        assert save(maria, article, form, body="Second.").status_code == 302
        assert draft_of(article).body == "Second."

    def test_but_between_two_tabs_of_one_person(self, maria, article):
        one, two = opened(maria, article), opened(maria, article)
        save(maria, article, one, body="First.")
        assert conflict_in(save(maria, article, two, body="Second."))

    def test_after_a_scheduled_publication(self, maria, ben, article):
        save(maria, article, opened(maria, article), body="Hers.")
        his = opened(ben, article)
        plan_for_now(article)
        assert due.publish_due() == [article]
        assert save(ben, article, his, body="His.").status_code == 302

    def test_after_somebody_published(self, maria, ben, article):
        save(maria, article, opened(maria, article), body="Hers.")
        his = opened(ben, article)
        save(maria, article, opened(maria, article), "_publish")
        assert save(ben, article, his, body="His.").status_code == 302

    def test_after_a_save_that_changed_nothing(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers)
        assert save(ben, article, his, body="His.").status_code == 302

    def test_where_both_say_the_same(self, maria, ben, article):
        hers, his = opened(maria, article), opened(ben, article)
        save(maria, article, hers, body="Same.")
        assert save(ben, article, his, body="Same.").status_code == 302

    def test_after_the_order_was_changed(self, maria, ben, article):
        his = opened(ben, article)
        ordering.set_order([ArticleFactory(), article], None)
        assert save(ben, article, his, body="His.").status_code == 302


class TestNewItemSentTwice:
    ADD = "/admin/articles/article/add/"

    def sent(self, client, **changed):
        form = filled_in(client.get(self.ADD)) | {"career": CareerFactory().pk}
        return form | {"title": "Bees", "slug": "", "_save": ""} | changed

    def test_is_made_once(self, maria):
        form = self.sent(maria)
        for _ in range(2):
            assert maria.post(self.ADD, form).status_code == 302
        assert Article.objects.get().title == "Bees"

    def test_takes_what_was_written_since(self, maria):
        form = self.sent(maria)
        maria.post(self.ADD, form)
        maria.post(self.ADD, form | {"body": "More."})
        assert Article.objects.get().body == "More."

    def test_form_of_somebody_else_is_another(self, maria, ben):
        form = self.sent(maria)
        maria.post(self.ADD, form), ben.post(self.ADD, form)
        assert Article.objects.count() == 2


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_fifty_pairs_at_once_give_fifty_conflicts(shared_database):
    one, two = editor("one"), editor("two")
    articles = [ArticleFactory() for _ in range(PAIRS)]
    sends = []
    for article in articles:
        form = opened(one, article)
        for client in (one, two):
            name = client.user.username
            own = form | {"form_key": f"{name} {article.pk}"}
            sends.append((name, client.cookies.copy(), article, own))

    def send(job):
        name, cookies, article, form = job
        client = Client()
        client.cookies = cookies
        try:
            response = save(client, article, form, body=f"By {name}.")
            return name, article.pk, response.status_code, conflict_in(response)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(send, sends))
    for article in articles:
        pair = [result for result in results if result[1] == article.pk]
        assert sorted(status for _, _, status, _ in pair) == [200, 302]
        [winner] = [name for name, _, status, _ in pair if status == 302]
        [told] = [told for _, _, status, told in pair if status == 200]
        assert f"{winner} saved this while you were writing" in told
        assert draft_of(article).body == f"By {winner}."
