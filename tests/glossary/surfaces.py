"""Wherever readers meet content they meet terms, and never hidden ones."""

import datetime
import re

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.utils import timezone

from careerguide.exchange import guide_yaml
from careerguide.feedback.models import Feedback
from careerguide.models import Career
from careerguide.publishing.checks.texts import text_faults
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory, CareerFactory, TermFactory
from tests.feedback.sending import send
from tests.importing.records import Reviewer, started
from tests.offline.books import text_of
from tests.page_cache.caching import Process

from .models import Term

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
HIDDEN = {
    "draft": {"status": "draft"},
    "archived": {"status": "archived"},
    "scheduled": {"publish_at": timezone.now() + DAY},
    "expired": {"unpublish_at": timezone.now() - DAY},
}


def make(**fields):
    career = CareerFactory(slug="beekeeper")
    TermFactory(career=career, slug="hive", term="Hive", meaning="Where **bees** live.")
    return TermFactory(career=career, slug="swarm", term="Zymurgy", order=1, **fields)


def read(client, path):
    response = client.get(path)
    assert response.status_code in (200, 404)
    return words_of(response.content)


def words_of(content):
    return text_of(content) if content.startswith(b"PK") else content.decode()


SURFACES = {
    "its page": "/glossary/swarm/",
    "neighbours": "/glossary/hive/",
    "list": "/glossary/",
    "list of a career": "/glossary/?career=beekeeper",
    "list of words": "/glossary/?q=zymurgy+beekeeper",
    "search": "/search/?q=zymurgy+beekeeper&kind=term",
    "home": "/",
    "career": "/careers/beekeeper/",
    "whole guide": "/careers/beekeeper/all/",
    "book": "/careers/beekeeper.epub",
    "one file": "/careers/beekeeper.html",
    "Markdown": "/glossary/swarm.md",
    "whole guide as Markdown": "/careers/beekeeper.md",
    "feed": "/feed.xml",
    "feed of a guide": "/careers/beekeeper/feed.xml",
    "for language models": "/llms.txt",
}
every_surface = pytest.mark.parametrize("path", SURFACES.values(), ids=SURFACES)


@pytest.mark.usefixtures("indexed")
class TestSurface:
    @every_surface
    def test_published_term_shows(self, client, path):
        make()
        assert "Zymurgy" in read(client, path)

    @every_surface
    @pytest.mark.parametrize("state", HIDDEN)
    def test_hidden_term_does_not(self, client, path, state):
        make(**HIDDEN[state])
        assert "Zymurgy" not in read(client, path)

    @every_surface
    def test_term_of_a_hidden_career_does_not(self, client, path):
        actions.unpublish(make().career, None)
        assert "Zymurgy" not in read(client, path)

    @pytest.mark.parametrize("state", [None, *HIDDEN])
    def test_sitemap(self, client, state):
        make(**HIDDEN.get(state, {}))
        found = re.findall(r"<loc>.*?:8000(/.*?)</loc>", read(client, "/sitemap.xml"))
        assert {"/glossary/", "/glossary/hive/"} <= {*found}
        assert ("/glossary/swarm/" in found) == (state is None)


class TestPlace:
    @pytest.mark.parametrize("path", ["/", "/articles/", "/no-such-page/"])
    def test_menu_leads_to_the_list(self, client, path):
        menu = read(client, path).split('class="site-nav"')[1].split("</ul>")[0]
        assert '<li><a href="/glossary/">Glossary</a></li>' in menu

    def test_menu_marks_its_pages(self, client):
        make()
        for path in ("/glossary/", "/glossary/hive/"):
            page = read(client, path)
            assert '<a href="/glossary/" aria-current="true">' in page
            assert page.count('aria-current="true"') == 1

    def test_career_leads_to_its_part_and_to_all_of_it(self, client):
        make()
        page = read(client, "/careers/beekeeper/")
        assert '<a href="#glossary">Glossary</a>' in page
        assert '<h2 id="glossary"' in page
        assert 'href="/glossary/?career=beekeeper"' in page

    def test_career_shows_as_many_as_are_declared(self, client):
        career = make().career
        for number in range(Term.guide.on_career_page):
            TermFactory(career=career, term=f"Word {number}", order=2)
        part = read(client, "/careers/beekeeper/").split('id="glossary"')[1]
        shown = part.split("</section>")[0]
        assert shown.count('<li><a href="/glossary/') == Term.guide.on_career_page

    def test_home_shows_as_many_as_are_declared(self, client):
        career = make().career
        for number in range(Term.guide.on_home):
            TermFactory(career=career, term=f"Word {number}", order=2)
        part = read(client, "/").split('id="glossary"')[1].split("</section>")[0]
        assert part.count('<li><a href="/glossary/') == Term.guide.on_home

    def test_whole_guide_has_the_text_and_leads_to_it(self, client):
        career = make().career
        ArticleFactory(career=career, body="See [hive](/glossary/hive/).")
        page = read(client, "/careers/beekeeper/all/")
        assert "Where <strong>bees</strong> live." in page
        assert '<h4 id="term-hive" dir="auto">Hive</h4>' in page
        assert page.count('href="#term-hive"') == 2  # in the contents and the article

    def test_whole_guide_has_no_id_twice(self, client):
        career = make().career
        ArticleFactory(career=career, slug="hive", body="## Hive")
        ids = re.findall(r'\sid="([^"]+)"', read(client, "/careers/beekeeper/all/"))
        assert sorted(ids) == sorted({*ids})

    def test_old_address_leads_on(self, client):
        term = make()
        actions.save_draft(term, apply_snapshot(term, {"slug": "swarming"}), None)
        actions.publish(term, None)
        answer = client.get("/glossary/swarm/")
        assert (answer.status_code, answer["Location"]) == (301, "/glossary/swarming/")


class TestLinks:
    @pytest.mark.parametrize(
        ("link", "blocks"),
        [
            ("/glossary/hive/", []),
            ("/glossary/none/", [True]),
            ("/careers/beekeeper/#glossary", []),
        ],
    )
    def test_to_terms_are_known(self, link, blocks):
        career = make().career
        article = ArticleFactory.build(career=career, body=f"[a]({link})")
        faults = text_faults(article).get("body", [])
        assert [fault.blocks for fault in faults] == blocks


class TestFeedback:
    def test_vote_is_stored_with_the_term_and_can_be_listed(self, admin_client):
        make(), send(admin_client, "/glossary/swarm/", helpful="yes")
        send(admin_client, ArticleFactory(), helpful="yes")
        about = Feedback.objects.get(page="/glossary/swarm/")
        assert about.item == Term.objects.get(slug="swarm")
        url = "/admin/feedback/feedback/?about=glossary.term"
        assert list(admin_client.get(url).context["cl"].result_list) == [about]


class TestExchange:
    def test_guide_goes_out_and_comes_back_into_an_empty_database(self, tmp_path):
        term, path = make(meaning="To *brew*: a — b.\n\n- one"), tmp_path / "guide.yaml"
        own = {"id", "career_id", "created_at", "modified_at"}

        def terms():
            rows = Term.objects.order_by("slug").values()
            return [{k: row[k] for k in row if k not in own} for row in rows]

        before = terms()
        guide_yaml.export(term.career.slug, path)
        Term.objects.all().delete(), Career.objects.all().delete()
        call_command("loaddata", str(path), verbosity=0)
        assert terms() == before

    def test_sample_guides_have_terms(self, client):
        call_command("make_sample_guides", "2", verbosity=0)
        assert Term.objects.published().count() == 20
        for term in Term.objects.all():
            term.full_clean()
        assert read(client, Term.objects.first().get_absolute_url())
        call_command("make_sample_guides", remove=True, verbosity=0)
        assert not Term.objects.exists()


class TestChecks:
    def test_of_the_site_find_nothing(self):
        assert run_checks() == []

    def test_of_migrations_find_none_missing(self):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


class TestPageCache:
    def test_change_of_a_term_is_on_every_page(self):
        term, process = make(), Process()
        process.poll()
        paths = [path for path in SURFACES.values() if "?" not in path]
        for path in paths:
            process.ask(path)
        assert set(process.cached) == {*paths}
        actions.save_draft(term, apply_snapshot(term, {"term": "Mead"}), None)
        actions.publish(term, None)
        process.poll()
        for path in paths:
            page = words_of(process.ask(path).body)
            assert "Mead" in page and "Zymurgy" not in page, path


def test_documents_have_terms(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    reviewer = Reviewer(started("bees.txt", b"Beekeeper\n\nBees.\n\nHive\n\nA home.\n"))
    block = reviewer.block("Hive").id
    reviewer.do("place", block=block, role="title", item="new:term", following="1")
    reviewer.do("place", block=reviewer.block("A home").id, role="text", item="term-1")
    reviewer.create()
    assert Term.objects.get(slug="beekeeper-hive").meaning == "A home.\n"
