"""Test the list of findings beside the form: what it finds, and what is ignored."""

import pytest

from articles.models import Article
from careerguide.publishing.checks.finding import all_checks
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.ignored import IgnoredFinding
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

URL = "/admin/articles/article/{}/{}/"
TODO = "TODO: ask Ana about the salary."


@pytest.fixture
def article(db):
    return ArticleFactory(body=f"Bees.\n\n{TODO}", review_by="2030-01-01")


def findings(client, article):
    context = client.get(URL.format(article.pk, "change")).context
    ignored = [(line.finding.check, line.record) for line in context["ignored_list"]]
    return [line.finding for line in context["finding_list"]], ignored


def send(client, article, **data):
    return client.post(URL.format(article.pk, "checks"), data, follow=True)


def ignore(client, article, reason="It stays until May."):
    [[finding], _ignored] = findings(client, article)
    return send(client, article, ignore=finding.key, reason=reason)


def test_it_names_the_field_and_the_passage(client, sign_in, article):
    sign_in("Editor")
    [[finding], _none] = findings(client, article)
    assert (finding.check, finding.field, finding.line) == ("todo", "body", 3)
    page = client.get(URL.format(article.pk, "change")).content.decode()
    assert 'data-passage="TODO: ask Ana about the salary."' in page


def test_what_is_ignored_counts_nowhere_and_says_why(client, sign_in, article):
    by = sign_in("Editor")
    ignore(client, article)
    found, [(check, record)] = findings(client, article)
    assert (found, check, record.reason) == ([], "todo", "It stays until May.")
    assert record.ignored_by == by


def test_it_follows_the_passage_to_another_line(client, sign_in, article):
    sign_in("Editor")
    ignore(client, article)
    wanted = Article.objects.get()
    for body, expected in ((f"One.\n\nTwo.\n\n{TODO}", 0), (f"Bees. {TODO}!", 1)):
        wanted.body = body
        actions.save_draft(article, wanted, None)
        assert len(findings(client, article)[0]) == expected


def test_it_is_taken_back(client, sign_in, article):
    sign_in("Editor")
    ignore(client, article)
    send(client, article, restore=IgnoredFinding.objects.get().key)
    assert len(findings(client, article)[0]) == 1
    assert not IgnoredFinding.objects.exists()


@pytest.mark.parametrize("reason", ["", " ", "x" * 201])
def test_it_takes_a_reason(client, sign_in, article, reason):
    sign_in("Editor")
    assert "Say in up to 200" in ignore(client, article, reason).content.decode()
    assert not IgnoredFinding.objects.exists()


@pytest.mark.parametrize(
    "data", [{}, {"ignore": "\x00"}, {"restore": "\x00" * 30}, {"ignore": "no"}]
)
def test_what_is_not_there_is_said(client, sign_in, article, data):
    sign_in("Editor")
    assert send(client, article, reason="So.", **data).status_code == 200
    assert client.get(URL.format(article.pk, "checks")).status_code == 405


def test_twice_at_once_is_said(client, sign_in, article):
    sign_in("Editor")
    [[finding], _none] = findings(client, article)
    for _time in range(2):
        answer = send(client, article, ignore=finding.key, reason="So.")
        assert answer.status_code == 200
    assert IgnoredFinding.objects.count() == 1


def test_who_may_not_change_it_ignores_nothing(client, sign_in, article):
    sign_in("Author")
    [[finding], _none] = findings(client, article)
    answer = send(client, article, ignore=finding.key, reason="So.")
    assert answer.status_code == 403


def test_a_script_gets_the_list_alone(client, sign_in, article):
    sign_in("Editor")
    [[finding], _none] = findings(client, article)
    data = {"ignore": finding.key, "reason": "So."}
    headers = {"Accept": "text/html+fragment"}
    answer = client.post(URL.format(article.pk, "checks"), data, headers=headers)
    assert answer.content.decode().startswith('<aside id="checks"')


def test_every_check_has_one_name():
    names = {}
    for model in content_models():
        for check in model.checks:
            names.setdefault(check.name, set()).add(check.title)
    assert all(len(titles) == 1 for titles in names.values())
    assert {"no-source", "no-period", "long-answer"} <= all_checks(
        content_models()
    ).keys()
