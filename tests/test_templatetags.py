"""Test the tags and filters of all templates."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.paginator import Paginator

from careerguide.models import Page
from careerguide.site.frame import SiteFrame
from careerguide.templatetags import guide
from tests.factories import ArticleFactory, CareerFactory, PageFactory, UserFactory


class TestText:
    def test_markdown_becomes_safe_html(self):
        page = Page(body="**Bees** <script>x</script>")
        html = guide.rendered(page, "body")
        assert "<strong>Bees</strong>" in html
        assert "<script" not in html

    def test_plain_has_no_marks(self):
        page = Page(body="**Bees** and\n[honey](/a/)", summary="**as it is**")
        assert guide.plain(page, "body") == "Bees and honey"
        assert guide.plain(page, "summary") == "**as it is**"

    @pytest.mark.parametrize(
        ("words", "minutes"), [(0, 1), (229, 1), (230, 1), (460, 2), (1_150, 5)]
    )
    def test_reading_takes_whole_minutes(self, words, minutes):
        assert guide.reading_minutes(words) == minutes


@pytest.mark.django_db
class TestFrame:
    def test_is_asked_for_by_every_page(self, django_assert_num_queries):
        PageFactory(), CareerFactory(), CareerFactory()
        with django_assert_num_queries(1):
            assert guide.site_frame({}).has_career_list

    def test_of_an_error_page_asks_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert guide.site_frame({"status": 503}) == SiteFrame()


class TestRemembered:
    TEMPLATE = "guide/_site_foot.html"

    def test_is_rendered_of_what_it_is_given(self):
        html = guide.remembered(self.TEMPLATE, pages=(("A & B", "/about/"),))
        assert '<a href="/about/">A &amp; B</a>' in html

    def test_is_another_where_anything_of_it_is(self, settings):
        settings.SITE_OVERRIDES = {"licence": "Nobody may"}
        one = guide.remembered(self.TEMPLATE, pages=(("About", "/about/"),))
        settings.SITE_OVERRIDES = {"licence": "Everybody may"}
        other = guide.remembered(self.TEMPLATE, pages=(("About us", "/about/"),))
        assert "Nobody may" in one and "About us" not in one
        assert "Everybody may" in other and "About us" in other


class TestPageNumbers:
    @pytest.mark.parametrize(
        "number, total, shown",
        [
            (1, 2, "1 2"),
            (1, 3, "1 2 3"),
            (1, 4, "1 2 3 4"),
            (1, 5, "1 2 3 4 5"),
            (1, 17, "1 2 3 … 17"),
            (2, 17, "1 2 3 … 17"),
            (3, 17, "1 2 3 4 … 17"),
            (4, 17, "1 2 3 4 5 … 17"),
            (5, 17, "1 … 4 5 6 … 17"),
            (9, 17, "1 … 8 9 10 … 17"),
            (13, 17, "1 … 12 13 14 … 17"),
            (14, 17, "1 … 13 14 15 16 17"),
            (15, 17, "1 … 14 15 16 17"),
            (16, 17, "1 … 15 16 17"),
            (17, 17, "1 … 15 16 17"),
            (500, 999, "1 … 499 500 501 … 999"),
        ],
    )
    def test_have_the_first_the_last_and_three_around(self, number, total, shown):
        page = Paginator(range(total), 1).page(number)
        assert " ".join(str(n or "…") for n in guide.page_numbers(page)) == shown


class TestListLink:
    def link(self, rf, *arguments, parameters=None, **changes):
        context = {"request": rf.get("/faq/?junk=1")}
        if parameters is not None:
            context["link_parameters"] = parameters
        return guide.list_link(context, *arguments, **changes)

    def test_keeps_what_narrows_the_list_and_nothing_else(self, rf):
        narrowed = {"career": "nurse", "q": "a&b ç", "by": None}
        assert self.link(rf, 2, parameters=narrowed) == (
            "?career=nurse&q=a%26b+%C3%A7&page=2"
        )

    def test_to_the_first_page_of_all_has_no_query(self, rf):
        assert self.link(rf) == self.link(rf, 1, parameters={"q": ""}) == "/faq/"

    def test_may_leave_something_out(self, rf):
        narrowed = {"career": "nurse", "q": "a"}
        assert self.link(rf, parameters=narrowed, q="") == "?career=nurse"


@pytest.mark.django_db
class TestEditUrl:
    def url(self, rf, user, item):
        request = rf.get("/")
        request.user = user
        return guide.edit_url({"request": request}, item)

    @pytest.mark.parametrize("verb", ["change", "add", "view"])
    def test_is_for_staff_with_a_right_to_the_form(self, rf, verb):
        user, article = UserFactory(), ArticleFactory()
        permission = Permission.objects.get(codename=f"{verb}_article")
        user.user_permissions.add(permission)
        expected = f"/admin/articles/article/{article.pk}/change/"
        assert self.url(rf, user, article) == expected

    def test_is_nothing_for_staff_without(self, rf):
        assert self.url(rf, UserFactory(), ArticleFactory()) == ""

    def test_is_nothing_for_who_is_no_longer_staff(self, rf):
        user = UserFactory(is_staff=False, is_superuser=True)
        assert self.url(rf, user, ArticleFactory()) == ""

    def test_is_nothing_for_readers(self, rf):
        assert self.url(rf, AnonymousUser(), ArticleFactory()) == ""

    def test_is_nothing_without_a_request(self):
        assert guide.edit_url({}, ArticleFactory()) == ""
