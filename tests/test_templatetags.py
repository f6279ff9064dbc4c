"""Test the tags and filters of all templates."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from careerguide.templatetags import guide
from tests.factories import ArticleFactory, PageFactory, UserFactory


class TestText:
    def test_markdown_becomes_safe_html(self):
        html = guide.markdown("**Bees** <script>x</script>")
        assert "<strong>Bees</strong>" in html
        assert "<script" not in html

    def test_plain_has_no_marks(self):
        assert guide.plain("**Bees** and\n[honey](/a/)") == "Bees and honey"

    @pytest.mark.parametrize(
        ("words", "minutes"), [(0, 1), (229, 1), (230, 1), (460, 2), (1_150, 5)]
    )
    def test_reading_takes_whole_minutes(self, words, minutes):
        assert guide.reading_minutes(words) == minutes


@pytest.mark.django_db
class TestSitePages:
    def test_are_the_published_ones_in_order(self):
        last, first = PageFactory(order=2), PageFactory(order=1)
        PageFactory(status="draft")
        assert list(guide.site_pages()) == [first, last]

    def test_leave_the_text_in_the_database(self):
        PageFactory()
        assert "body" in guide.site_pages()[0].get_deferred_fields()


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
