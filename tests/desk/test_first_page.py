"""Test that the admin's first page shows what needs somebody, and lets it be done."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careerguide.desk.facts import keep_all, refresh_all
from careerguide.desk.models import Responsibility
from careerguide.feedback.models import Feedback
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models.related import Plan, key_of
from careerguide.search.models import MissedSearch
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

MOST = 20  # queries, however much there is


def first_page(client, **parameters):
    return client.get("/admin/", parameters).content.decode()


def in_days(number):
    return timezone.localdate() + timedelta(days=number)


def drafted(item, by, **changes):
    wanted = type(item).objects.get(pk=item.pk)
    for name, value in changes.items():
        setattr(wanted, name, value)
    actions.save_draft(item, wanted, by)


class TestNeeds:
    def test_nothing(self, client, publisher):
        ArticleFactory(review_by=in_days(300), career__review_by=in_days(300))
        assert "Nothing: all that readers see was reviewed" in first_page(client)

    def test_drafts_are_ones_own(self, client, publisher):
        drafted(ArticleFactory(title="Mine"), publisher, summary="Other.")
        drafted(ArticleFactory(title="Theirs"), UserFactory(), summary="Other.")
        page = first_page(client)
        assert ">Mine</a>" in page and ">Theirs</a>" not in page

    def test_plans_and_held_ones(self, client, publisher):
        for title in ("Waits", "Stuck"):
            article = ArticleFactory(title=title)
            drafted(article, publisher, summary="Later.")
            hour = timezone.now() + timedelta(days=1)
            schedule.schedule(article, publisher, publish_at=hour)
        Plan.objects.of(article).update(problem="Both changed the summary.")
        page = first_page(client)
        held = page.split('id="need-held"')[1].split("</section>")[0]
        waiting = page.split('id="need-plans"')[1].split("</section>")[0]
        assert "Both changed the summary." in held and ">Stuck</a>" in held
        assert ">Waits</a>" in waiting and ">Stuck</a>" not in waiting

    def test_reviews(self, client, publisher):
        ArticleFactory(title="Late", review_by=in_days(-1))
        ArticleFactory(title="Soon", review_by=in_days(30))
        ArticleFactory(title="Later", review_by=in_days(31))
        page = first_page(client)
        late, soon = page.split('id="need-soon"')
        assert ">Late</a>" in late and ">Soon</a>" in soon and ">Later<" not in page

    def test_what_readers_say(self, client, publisher):
        article = ArticleFactory()
        report = Feedback.objects.create(
            **key_of(article), page="/articles/x/", kind="problem", text="It is old."
        )
        assert "It is old." in first_page(client)
        client.post("/admin/desk/handled/", {"feedback": report.pk})
        report.refresh_from_db()
        assert report.handled_by == publisher
        assert "It is old." not in first_page(client)

    def test_words_searched_in_vain_lead_to_a_synonym(self, client, publisher):
        MissedSearch.objects.create(words="visa & work", times=2)
        assert "add/?words=visa%20%26%20work%2C%20" in first_page(client)

    def test_what_tables_lack(self, client, publisher):
        StatTableFactory(title="Known", source_name="Office")
        StatTableFactory(title="Unknown", next_update=in_days(-1))
        page = first_page(client)
        assert "Tables without a source" in page
        for name in ("no-source", "past-update"):
            address = f"/admin/statistics/stattable/?attention={name}"
            assert address in page
            listed = client.get(address).content.decode()
            assert ">Unknown<" in listed and ">Known<" not in listed

    def test_broken_links_and_open_claims(self, client, publisher):
        text = "See [it](/articles/never-there/). About 40 % of people agree."
        keep_all([ArticleFactory(title="Broken", body=text)])
        page = first_page(client)
        assert "leads nowhere" in page and "Numbers nobody answers for" in page

    def test_texts_that_were_not_read_are_counted_and_read(self, client, publisher):
        ArticleFactory()
        assert "2 texts were not read" in first_page(client)
        client.post("/admin/desk/read/")
        assert "not read" not in first_page(client)

    def test_of_a_guide_that_is_archived_nobody_needs_anything(self, client, publisher):
        text = "See [it](/articles/never-there/). About 40 % of people agree."
        article = ArticleFactory(body=text, review_by=in_days(-1))
        drafted(article, publisher, summary="Other.")
        StatTableFactory(career=article.career, title="Unknown")
        refresh_all(10)
        assert article.title in first_page(client)
        actions.archive(article.career, publisher)
        page = first_page(client)
        assert "Nothing: all that readers see was reviewed" in page
        assert "not read" not in page
        for name in ("broken", "claims", "overdue", "drafts"):
            listed = client.get(f"/admin/desk/{name}/").content.decode()
            assert article.title not in listed

    def test_title_has_its_numbers(self, client, publisher):
        title = "Seniors earn [[number: Senior; Salary]]"
        StatTableFactory(title=title, review_by=in_days(-1))
        page = first_page(client)
        assert "[[" not in page and "170,000" in page


class TestFilters:
    def test_by_guide_and_person(self, client, publisher):
        other = UserFactory()
        bees, cows = CareerFactory(name="Beekeeper"), CareerFactory(name="Cowherd")
        mine = ArticleFactory(title="Bees", career=bees, review_by=in_days(-1))
        given = FAQEntryFactory(question="Stings?", career=bees, review_by=in_days(-1))
        ArticleFactory(title="Cows", career=cows, review_by=in_days(-1))
        for item, user in ((bees, publisher), (given, other)):
            Responsibility.objects.create(**key_of(item), user=user, name="x")
        found = {
            "guide": first_page(client, guide="bee"),
            "me": first_page(client, person=publisher.pk),
            "other": first_page(client, person=other.pk),
        }
        shown = {
            name: [t for t in ("Bees", "Stings?", "Cows") if f">{t}</a>" in page]
            for name, page in found.items()
        }
        wanted = {"guide": ["Bees", "Stings?"], "me": ["Bees"], "other": ["Stings?"]}
        assert shown == wanted
        assert mine.career == bees

    def test_what_tables_lack_is_of_the_guide_where_one_is_chosen(
        self, client, publisher
    ):
        for name in ("Beekeeper", "Cowherd"):
            StatTableFactory(title=f"Of a {name}", career=CareerFactory(name=name))
        assert "/desk/no-source/?guide=bee" in first_page(client, guide="bee")
        listed = client.get("/admin/desk/no-source/?guide=bee").content.decode()
        assert ">Of a Beekeeper<" in listed and ">Of a Cowherd<" not in listed
        assert "Tables without a source" in listed

    def test_a_table_that_is_only_begun_lacks_no_source(self, client, publisher):
        begun = StatTableFactory(status="draft")
        begun.data = {**begun.data, "rows": []}
        begun.save()
        assert "Tables without a source" not in first_page(client)
        StatTableFactory()
        assert "Tables without a source" in first_page(client)

    def test_all_of_what_readers_report_keeps_the_filter(self, client, publisher):
        for name in ("Beekeeper", "Cowherd"):
            item = ArticleFactory(career=CareerFactory(name=name))
            for number in range(7):
                Feedback.objects.create(
                    **key_of(item), page="/", kind="problem", text=f"{name} {number}"
                )
        assert 'href="/admin/feedback/feedback/?handled=no"' in first_page(client)
        assert "/desk/feedback/?guide=bee" in first_page(client, guide="bee")
        listed = client.get("/admin/desk/feedback/?guide=bee").content.decode()
        assert listed.count("Beekeeper ") == 7 and "Cowherd" not in listed
        assert 'value="/admin/desk/feedback/?guide=bee"' in listed  # once handled

    def test_all_open_numbers_keep_the_filter(self, client, publisher):
        for name in ("Beekeeper", "Cowherd"):
            career = CareerFactory(name=name)
            keep_all(
                ArticleFactory(title=f"{name} {n}", career=career, body="About 40 %.")
                for n in range(7)
            )
        assert 'href="/admin/desk/claims/"' in first_page(client)
        assert "/desk/claims/?guide=bee" in first_page(client, guide="bee")
        listed = client.get("/admin/desk/claims/?guide=bee").content.decode()
        assert listed.count(">Beekeeper ") == 7 and ">Cowherd " not in listed

    def test_readers_words_are_for_those_who_may_read_them(self, client):
        user = UserFactory(is_staff=True)
        user.user_permissions.add(Permission.objects.get(codename="view_article"))
        client.force_login(user)
        assert client.get("/admin/desk/feedback/").status_code == 403

    @pytest.mark.parametrize("change", ["delete", "close"])
    def test_what_was_of_somebody_who_is_gone_is_of_who_has_the_guide(
        self, client, publisher, change
    ):
        gone = UserFactory(username="gone", is_staff=True)
        item = ArticleFactory(title="Bees", review_by=in_days(-1))
        for one, user in ((item.career, publisher), (item, gone)):
            Responsibility.objects.create(**key_of(one), user=user, name=str(user))
        assert ">Bees</a>" not in first_page(client, person=publisher.pk)
        if change == "delete":
            gone.delete()
        else:
            type(gone).objects.filter(pk=gone.pk).update(is_active=False)
        assert ">Bees</a>" in first_page(client, person=publisher.pk)

    def test_links_and_numbers_are_of_whose_the_text_is(self, client, publisher):
        other = UserFactory(is_staff=True)
        bees, cows = CareerFactory(name="Beekeeper"), CareerFactory(name="Cowherd")
        texts = {"body": "About 40 %. [Gone](/articles/gone/)"}
        mine = ArticleFactory(title="Mine", career=bees, **texts)
        of_guide = ArticleFactory(title="Of the guide", career=bees, **texts)
        given = ArticleFactory(title="Given away", career=bees, **texts)
        away = ArticleFactory(title="Of another", career=cows, **texts)
        for item, user in ((mine, publisher), (given, other), (bees, publisher)):
            Responsibility.objects.create(**key_of(item), user=user, name="x")
        keep_all([mine, of_guide, given, away])

        def titles(name, **asked):
            page = client.get(f"/admin/desk/{name}/", asked).content.decode()
            items = (mine, of_guide, given, away)
            return {one.title for one in items if f">{one.title}" in page}

        for name in ("broken", "claims"):
            assert titles(name) >= {"Mine", "Of another"}
            assert titles(name, person=publisher.pk) == {"Mine", "Of the guide"}
            assert titles(name, person=other.pk) == {"Given away"}
            assert titles(name, guide="cow") == {"Of another"}

    def test_a_guide_that_is_not_there_is_not_called_reviewed(self, client, publisher):
        ArticleFactory(review_by=in_days(-1))
        MissedSearch.objects.create(words="visa", times=2)
        page = first_page(client, guide="Zeppelin <pilot>")
        assert "No guide has “Zeppelin &lt;pilot&gt;” in its name." in page
        assert "all that readers see was reviewed" not in page
        page = first_page(client, person=UserFactory().pk)
        assert "Nothing of what you chose needs anybody." in page

    @pytest.mark.parametrize(
        "odd", [{"person": "x"}, {"person": "9" * 40}, {"guide": "%'"}, {"p": "²"}]
    )
    def test_odd_ones_are_no_error(self, client, publisher, odd):
        CareerFactory()
        assert client.get("/admin/", odd).status_code == 200

    def test_nobody_sees_what_they_may_not(self, client):
        ArticleFactory(title="Late", review_by=in_days(-1))
        client.force_login(UserFactory())
        page = first_page(client)
        assert "Late" not in page and "What needs you" not in page


class TestStillCorrect:
    def send(self, client, *items, **more):
        sent = {"item": [f"articles.article.{item.pk}" for item in items]} | more
        for item in items:
            sent[f"articles.article.{item.pk}-base_version"] = item.version
        return client.post("/admin/desk/still-correct/", sent, follow=True)

    def test_all_that_are_ticked(self, client, publisher):
        late = [ArticleFactory(review_by=in_days(-1)) for _ in range(3)]
        self.send(client, *late[:2])
        for item in late:
            item.refresh_from_db()
        assert [i.review_by > in_days(0) for i in late] == [True, True, False]

    def test_its_own_button_leaves_what_is_ticked(self, client, publisher):
        one, other = (ArticleFactory(review_by=in_days(-1)) for _ in range(2))
        self.send(client, one, other, one=f"articles.article.{one.pk}")
        other.refresh_from_db()
        assert other.review_by == in_days(-1)

    def test_not_what_was_published_since(self, client, publisher):
        late = ArticleFactory(review_by=in_days(-1))
        page = client.get("/admin/desk/overdue/").content.decode()
        assert f'name="articles.article.{late.pk}-base_entry" value="0"' in page
        drafted(late, publisher, summary="Other.")
        actions.publish(late, publisher)
        late.refresh_from_db()
        answer = self.send(
            client, late, **{f"articles.article.{late.pk}-base_entry": "0"}
        )
        assert "was changed while you were looking" in answer.content.decode()

    def test_is_for_those_who_publish(self, client, sign_in):
        late = ArticleFactory(review_by=in_days(-1))
        sign_in("Editor")
        assert "Still correct" not in first_page(client)
        assert self.send(client, late).status_code == 403


@pytest.mark.parametrize(
    "name",
    ["held", "plans", "drafts", "broken", "undated", "soon", "claims", "feedback"],
)
def test_pages_behind(client, publisher, name):
    ArticleFactory()
    refresh_all(10)
    assert client.get(f"/admin/desk/{name}/").status_code == 200
    assert client.get("/admin/desk/other/").status_code == 404


class TestQueries:
    @pytest.mark.parametrize("group", ["Author", "Publisher", None])
    def test_are_few_however_much_there_is(self, client, sign_in, admin_client, group):
        if group:
            sign_in(group)
        PageFactory()  # which says who the site is in the same query
        self.fill()
        few = self.count(client)
        call_command("make_sample_guides", "3", "--beside-real-guides", verbosity=0)
        for _ in range(3):
            self.fill()
        assert self.count(client) == few <= MOST

    def fill(self):
        for days in (-1, 2):
            ArticleFactory(review_by=in_days(days))
            StatTableFactory(
                review_by=in_days(days), title="Now [[number: Senior; Salary]]"
            )
        article = ArticleFactory(body="[x](/articles/none/) and 30 % of it")
        keep_all([article])
        Feedback.objects.create(**key_of(article), page="/", kind="problem", text="x")
        MissedSearch.objects.create(words=f"bees {article.pk}")
        Responsibility.objects.create(**key_of(article.career), name="x")

    def count(self, client):
        client.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/")
        return len(queries)
