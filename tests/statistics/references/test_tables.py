"""Test tables embedded in articles, for readers and for editors."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models import Article
from careerguide.publishing.drafts import actions
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory

pytestmark = pytest.mark.django_db

HIDDEN = [
    {"status": "draft"},
    {"status": "archived"},
    {"publish_at": "2999-01-01T00:00Z"},
    {"unpublish_at": "2001-01-01T00:00Z"},
]


@pytest.fixture
def career():
    return CareerFactory()


class TestForReaders:
    def test_line_becomes_the_figure(self, client):
        StatTableFactory(slug="pay")
        article = ArticleFactory(body="Before.\n\n[[table: pay]]\n\nAfter.")
        page = client.get(article.get_absolute_url()).content.decode()
        assert page.count('<figure class="figure" aria-labelledby="figure-pay">') == 1
        assert "$170,000" in page
        assert page.index("Before.") < page.index("figure-pay") < page.index("After.")

    def test_unknown_table_shows_nothing(self, client):
        article = ArticleFactory(body="Before.\n\n[[table: pay]]\n\nAfter.")
        page = client.get(article.get_absolute_url()).content.decode()
        assert "<figure" not in page
        assert "[[table" not in page

    @pytest.mark.parametrize("hidden", HIDDEN)
    def test_table_that_is_not_public_shows_nothing(self, client, hidden):
        StatTableFactory(slug="pay", **hidden)
        article = ArticleFactory(body="[[table: pay]]")
        page = client.get(article.get_absolute_url()).content.decode()
        assert "figure-pay" not in page
        assert "$170,000" not in page

    def test_table_of_a_hidden_career_shows_nothing(self):
        StatTableFactory(slug="pay", career=CareerFactory(status="draft"))
        assert "figure" not in Article.render_text("[[table: pay]]").html

    def test_many_tables_take_one_query(self, django_assert_num_queries):
        slugs = [StatTableFactory().slug for _ in range(5)]
        text = "\n\n".join(f"[[table: {slug}]]" for slug in slugs)
        with django_assert_num_queries(1):
            assert Article.render_text(text).html.count("<figure") == 5

    def test_text_without_tables_asks_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert Article.render_text("Some text.").html == "<p>Some text.</p>\n"


@pytest.mark.parametrize("line", [r"\[[table: pay]]", "`[[table: pay]]`"])
class TestMeantAsItStands:
    def test_is_shown_on_every_page(self, admin_client, line):
        table = StatTableFactory(slug="pay", order=1)
        article = ArticleFactory(body=f"Before.\n\n{line}", career=table.career)
        sent = {"text": article.body, "model": "articles.article", "field": "body"}
        preview = admin_client.post("/admin/editor/preview/", sent).json()
        assert preview["warnings"] == []
        article_page = admin_client.get(article.get_absolute_url()).content.decode()
        whole = admin_client.get(f"{table.career.get_absolute_url()}all/")
        for page in (preview["html"], article_page, whole.content.decode()):
            assert "[[table: pay]]" in page
        assert "figure-pay" not in preview["html"] + article_page

    def test_needs_no_table(self, line):
        table = StatTableFactory(slug="pay", status="draft")
        article = ArticleFactory(status="draft", body=line, career=table.career)
        assert table.named_in() == []
        actions.publish(article, None)
        assert Article.objects.get().is_live


class TestForEditors:
    @staticmethod
    def problems(body):
        article = ArticleFactory.build(career=CareerFactory(), body=body)
        return [f.problem for f in article.faults_of_embeds().get("body", [])]

    def test_known_table_is_no_problem(self):
        StatTableFactory(slug="pay")
        assert self.problems("[[table: pay]]") == []

    def test_unknown_table_is_named_once(self):
        assert self.problems("[[table: pay]]\n\n[[table: pay]]") == [
            "There is no table “pay”: write the last part of the table’s address."
        ]

    def test_table_in_the_trash_is_said_to_be_there(self):
        StatTableFactory(slug="pay", status="draft", trashed_at=timezone.now())
        StatTableFactory(slug="work")
        assert self.problems("[[table: pay]]\n\n[[table: work]]") == [
            "The table “pay” is in the trash: restore it, or take its line out."
        ]

    @pytest.mark.parametrize("hidden", HIDDEN)
    def test_published_article_may_not_name_a_hidden_table(self, hidden):
        StatTableFactory(slug="pay", **hidden)
        assert self.problems("[[table: pay]]") == [
            "The table “pay” is not published yet."
        ]

    def test_draft_may(self):
        StatTableFactory(slug="pay", status="draft")
        ArticleFactory.build(
            career=CareerFactory(), status="draft", body="[[table: pay]]"
        ).full_clean()

    def test_problem_is_an_error_of_the_body(self, career):
        article = ArticleFactory.build(career=career, body="Text.\n\n[[table: pay]]")
        with pytest.raises(ValidationError) as caught:
            article.full_clean()
        assert caught.value.message_dict == {
            "body": [
                "Line 3: There is no table “pay”: write the last part of the table’s "
                "address."
            ]
        }

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("[[table: pay]]", 1),
            ("# A\n\nb\n[[table: pay]]\n\n[[table: pay]]", 4),
            ("\\[[table: pay]]\n\n[[ TABLE: pay ]]", 3),
            ("```\n[[table: pay]]\n```\n\n[[table: pay]]", 5),
            ("<p>a</p>\n<p>\n[[table: pay]]</p>", 3),
            ("a<br>[[table: pay]]", 1),
            ("a  \nb\n[[table: pay]]  \nc", 3),
        ],
    )
    def test_problem_names_the_line(self, career, text, line):
        article = ArticleFactory.build(career=career, body=text)
        [fault] = article.faults_of_embeds()["body"]
        assert fault.line == line
        assert fault.sentence.startswith(f"Line {line}: There is no table “pay”")


class TestRenaming:
    def test_text_shows_the_table_by_the_address_it_once_had(self):
        table = StatTableFactory(slug="pay", title="Senior beekeepers earn twice")
        article = ArticleFactory(body="[[table: pay]]")
        table.slug = "wages"
        actions.save_draft(table, table, by=None)
        actions.publish(table, by=None)
        page = Article.render_text(article.body).html
        assert "Senior beekeepers earn twice" in page
        article.full_clean()

    def test_table_that_a_text_names_by_an_old_address_is_still_needed(self):
        table = StatTableFactory(slug="pay")
        article = ArticleFactory(body="[[table: pay]]")
        table.slug = "wages"
        actions.save_draft(table, table, by=None)
        actions.publish(table, by=None)
        table.refresh_from_db()
        assert table.named_in() == [article]

    def test_table_that_only_a_draft_names_is_needed(self):
        table, article = StatTableFactory(slug="pay"), ArticleFactory()
        article.body = "[[table: pay]]"
        actions.save_draft(article, article, by=None)
        assert table.named_in() == [article]
