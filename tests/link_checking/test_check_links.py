"""Test when addresses are asked, and where what they answer is shown."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from careerguide.desk.models import ItemFacts
from careerguide.link_checking import checking, fetching
from careerguide.link_checking.models import ExternalLink
from careerguide.publishing.checks.findings import findings_of
from tests.factories import ArticleFactory, StatTableFactory

pytestmark = pytest.mark.django_db

URL = "https://bees.example/a"
DAY = {"review_by": "2030-01-01"}


@pytest.fixture
def answers(monkeypatch, settings):
    """{address: status or error}, 200 for any other; and what was asked."""
    settings.CHECK_LINKS = True
    found, asked = {}, []

    def status_of(url, agent):
        asked.append(url)
        answer = found.get(url, 200)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(fetching, "status_of", status_of)
    monkeypatch.setattr(checking.time, "sleep", lambda seconds: None)
    found["asked"] = asked
    return found


def run(*args):
    out = io.StringIO()
    call_command("check_links", *args, stdout=out)
    return out.getvalue()


def test_it_is_off_unless_it_is_allowed():
    with pytest.raises(CommandError, match="CHECK_LINKS"):
        run()


def test_a_page_that_is_gone_is_named_beside_its_text_and_on_the_desk(answers):
    article = ArticleFactory(body=f"Bees.\n\n[A page]({URL}#part)", **DAY)
    answers[URL] = 404
    assert "broken: 1" in run()
    [finding] = findings_of(article)
    assert (finding.check, finding.field, finding.line) == ("external-link", "body", 3)
    assert ItemFacts.objects.of(article).get().problem_count == 1
    answers[URL] = 200
    run("--again")
    assert ItemFacts.objects.of(article).get().problem_count == 0


def test_sources_of_tables_are_links(answers):
    StatTableFactory(source_url=URL, **DAY)
    run()
    assert URL in answers["asked"]


@pytest.mark.parametrize(
    "answer", [503, TimeoutError(), ConnectionResetError(), fetching.NotFound("bees")]
)
def test_what_fails_once_is_asked_again_before_it_is_told(answers, answer):
    ArticleFactory(body=f"[A page]({URL})", **DAY)
    answers[URL] = answer
    assert "broken: 0" in run()
    assert "broken: 1" in run("--again")


@pytest.mark.parametrize("status", [200, 401, 403, 429])
def test_who_wants_no_programs_is_not_broken(answers, status):
    ArticleFactory(body=f"[A page]({URL})", **DAY)
    answers[URL] = status
    assert "broken: 0" in run()


def test_each_is_asked_once_a_week(answers):
    ArticleFactory(body=f"[A page]({URL})", **DAY)
    run()
    run()
    assert answers["asked"] == [URL]
    ExternalLink.objects.update(checked_at=timezone.now() - timedelta(days=8))
    run()
    assert len(answers["asked"]) == 2


def test_hosts_take_turns_with_a_pause(answers):
    slept = []
    urls = ["https://a.example/1", "https://a.example/2", "https://b.example/"]
    checking.check(urls, sleep=slept.append)
    assert answers["asked"] == [urls[0], urls[2], urls[1]]
    assert [round(seconds) for seconds in slept] == [checking.PAUSE]


def test_what_no_text_links_to_is_forgotten(answers):
    article = ArticleFactory(body=f"[A page]({URL})", **DAY)
    run()
    type(article).objects.update(body="Nothing.")
    run()
    assert not ExternalLink.objects.exists()
