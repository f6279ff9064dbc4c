"""Test /llms.txt, whose form llmstxt.org proposes."""

import re

import pytest

from careerguide.faces import llms
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory

from .pages import read

pytestmark = pytest.mark.django_db

LINE = re.compile(r"- \[(?:[^\]\\]|\\.)+\]\(http://127\.0\.0\.1:8000/\S+\)(?:: .+)?")


def test_is_a_heading_a_quote_and_lists_of_links(client):
    article = ArticleFactory(title="A [year] * of bees", slug="a")
    lines = [line for line in read(client, "/llms.txt").splitlines() if line]
    assert lines[0] == "# Career Guide" and lines[1].startswith("> Guides")
    rest = [line for line in lines[2:] if not line.startswith("## ")]
    assert all(LINE.fullmatch(line) for line in rest)
    assert r"- [A \[year\] * of bees](http://127.0.0.1:8000/articles/a.md)" in rest
    assert f"{article.career.get_absolute_url()[:-1]}.md" in "".join(rest)


def test_every_link_leads_somewhere(client):
    StatTableFactory()
    for address in re.findall(r"\((http\S+)\)", read(client, "/llms.txt")):
        assert (
            client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200
        )


def test_of_many_guides_names_the_guides_alone(client, monkeypatch):
    monkeypatch.setattr(llms, "MOST_GUIDES", 1)
    ArticleFactory(slug="a")
    assert "/articles/a.md" in read(client, "/llms.txt")
    CareerFactory(slug="other")
    text = read(client, "/llms.txt")
    assert "/articles/a.md" not in text and "/careers/other.md" in text


def test_hidden_texts_are_not_in_it(client):
    ArticleFactory(title="Secret", status="draft")
    assert "Secret" not in read(client, "/llms.txt")
