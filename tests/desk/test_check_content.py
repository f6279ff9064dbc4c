"""Test `manage.py check_content`, and findings among the facts of a guide."""

import io

import pytest
from django.core.management import CommandError, call_command

from careerguide.desk.facts import keep, refresh_all
from careerguide.desk.models import ItemFacts
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.ignored import IgnoredFinding
from careerguide.publishing.models.related import key_of
from tests.factories import ArticleFactory, CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db

DAY = {"review_by": "2030-01-01"}
PASSAGE = "Bees keep the winter cluster warm by moving the muscles they fly with."


def run(*args):
    out = io.StringIO()
    try:
        call_command("check_content", *args, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def count(item):
    return ItemFacts.objects.of(item).get().finding_count


class TestCommand:
    def test_it_names_what_it_finds_and_ends_with_one(self):
        ArticleFactory(body="TODO: ask.", title="Bees", career=CareerFactory(**DAY))
        code, said = run("--only", "todo")
        assert code == 1
        assert "“Bees”" in said and "[todo]" in said

    def test_a_guide_alone(self):
        bees, birds = CareerFactory(**DAY), CareerFactory(**DAY)
        ArticleFactory(body="TODO: ask.", career=bees, **DAY)
        assert run("--guide", birds.slug)[0] == 0
        assert run("--guide", bees.slug)[0] == 1

    @pytest.mark.parametrize("args", [("--guide", "none"), ("--only", "none")])
    def test_what_is_unknown_is_said(self, args):
        with pytest.raises(CommandError, match="There is no c"):
            run(*args)


class TestFacts:
    def test_what_is_ignored_is_no_fact(self, django_capture_on_commit_callbacks):
        article = ArticleFactory(body="[Bees](/articles/gone/)", **DAY)
        [finding] = keep(article).findings
        assert ItemFacts.objects.get().problem_count == 1
        with django_capture_on_commit_callbacks(execute=True):
            ignored = IgnoredFinding.objects.create(
                **key_of(article), key=finding["key"], reason="So."
            )
        facts = ItemFacts.objects.get()
        assert (facts.problem_count, facts.finding_count) == (0, 0)
        with django_capture_on_commit_callbacks(execute=True):
            ignored.delete()
        assert count(article) == 1

    def test_a_passage_of_two_texts_of_a_guide(
        self, django_capture_on_commit_callbacks
    ):
        career = CareerFactory(**DAY)
        article = ArticleFactory(body=PASSAGE, career=career, **DAY)
        entry = FAQEntryFactory(answer=f"*{PASSAGE}*", career=career, **DAY)
        other = ArticleFactory(body=PASSAGE, **DAY)
        refresh_all(100)
        refresh_all(100)  # what was read before the other
        assert [count(one) for one in (article, entry, other)] == [1, 1, 0]
        wanted = type(article).objects.get(pk=article.pk)
        wanted.body = "Another text."
        with django_capture_on_commit_callbacks(execute=True):
            actions.save_draft(article, wanted, None)
        assert [count(one) for one in (article, entry)] == [0, 0]


class TestGuidePage:
    def test_it_lists_them_with_a_way_to_each(self, client, sign_in):
        sign_in("Editor")
        article = ArticleFactory(body="TODO: ask.", **DAY)
        [finding] = keep(article).findings
        page = client.get(f"/admin/careerguide/career/{article.career_id}/guide/")
        way = f"/admin/articles/article/{article.pk}/change/#finding-{finding['key']}"
        assert way in page.content.decode()
