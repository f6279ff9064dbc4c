"""Test what editors see of feedback and may do with it."""

import pytest

from careerguide.feedback.models import Feedback
from careerguide.library.models import Image
from careerguide.library.usage import uses
from tests.factories import ArticleFactory, PageFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/feedback/feedback/"
NASTY = "<script>alert(1)</script> & more"


@pytest.fixture
def article(db):
    return ArticleFactory(slug="bees", title="A year with the bees")


@pytest.fixture
def problem(article):
    return Feedback.objects.create(
        item=article, page="/articles/bees/", kind="problem", text=NASTY
    )


@pytest.fixture
def thanks(db):
    return Feedback.objects.create(item=PageFactory(), page="/about/", kind="helpful")


def page(client, query=""):
    return client.get(LIST + query).content.decode()


def act(client, action, *chosen):
    data = {"action": action, "_selected_action": [f.pk for f in chosen]}
    return client.post(LIST, data, follow=True)


class TestList:
    def test_shows_the_text_escaped_and_both_links(self, admin_client, problem):
        found = page(admin_client)
        assert "&lt;script&gt;alert(1)" in found and "<script>alert" not in found
        assert '<a href="/articles/bees/">/articles/bees/</a>' in found
        assert f"/admin/articles/article/{problem.object_id}/change/" in found

    @pytest.mark.parametrize(
        ("query", "texts"),
        [
            ("?handled=no", ["problem"]),
            ("?handled=yes", ["thanks"]),
            ("?about=articles.article", ["problem"]),
            ("?about=careerguide.page", ["thanks"]),
            ("?kind__exact=helpful", ["thanks"]),
            ("?q=script", ["problem"]),
            ("?handled=x&about=y", ["problem", "thanks"]),
        ],
    )
    def test_can_be_narrowed(self, admin_client, problem, thanks, query, texts):
        Feedback.objects.filter(pk=thanks.pk).update(handled_at=thanks.created_at)
        found = admin_client.get(LIST + query).context["cl"].result_list
        named = {problem: "problem", thanks: "thanks"}
        assert sorted(named[f] for f in found) == texts

    def test_a_yes_is_nothing_to_do(self, admin_client, thanks):
        assert "To do</td>" not in page(admin_client)
        assert not admin_client.get(LIST + "?handled=no").context["cl"].result_list

    def test_stays_whole_without_the_item(self, admin_client, article, problem):
        article.delete()
        assert "No longer there" in page(admin_client)

    def test_asks_as_often_for_many_as_for_one(
        self, admin_client, article, problem, django_assert_max_num_queries
    ):
        for number in range(30):
            Feedback.objects.create(
                item=ArticleFactory(), page=f"/{number}/", kind="helpful"
            )
        with django_assert_max_num_queries(15):
            page(admin_client)


class TestDetail:
    def test_is_only_read(self, admin_client, problem):
        address = f"{LIST}{problem.pk}/change/"
        shown = admin_client.get(address).content.decode()
        assert "&lt;script&gt;alert(1)" in shown and "_save" not in shown
        assert admin_client.post(address, {"text": "Mine"}).status_code == 403
        assert admin_client.get(f"{LIST}add/").status_code == 403


class TestMarking:
    @pytest.mark.parametrize("group", ["Author", "Editor", "Publisher"])
    def test_is_for_every_group(self, client, sign_in, problem, group):
        user = sign_in(group)
        assert (
            "1 is handled now." in act(client, "mark_handled", problem).content.decode()
        )
        problem.refresh_from_db()
        assert problem.handled_by == user and problem.handled_at
        act(client, "mark_not_handled", problem)
        assert Feedback.objects.to_do().exists()

    def test_leaves_who_handled_it_before(self, client, sign_in, problem):
        first = sign_in("Author")
        act(client, "mark_handled", problem)
        sign_in("Editor")
        act(client, "mark_handled", problem)
        problem.refresh_from_db()
        assert problem.handled_by == first


class TestDeleting:
    @pytest.mark.parametrize("group", ["Author", "Editor"])
    def test_is_not_for_everybody(self, client, sign_in, problem, group):
        sign_in(group)
        act(client, "delete_selected", problem)
        assert client.post(f"{LIST}{problem.pk}/delete/").status_code == 403
        assert Feedback.objects.exists()

    def test_is_for_publishers(self, client, sign_in, problem):
        sign_in("Publisher")
        client.post(f"{LIST}{problem.pk}/delete/", {"post": "yes"})
        assert not Feedback.objects.exists()


def test_words_of_a_reader_keep_no_picture_from_going(article):
    picture = Image(pk=1, sha256="0123456789abcdef" * 4)
    Feedback.objects.create(
        item=article, page="/articles/bees/", kind="problem", text=picture.sha256
    )
    assert uses(picture) == []
