"""Test that the index says what is published, in the transaction that publishes it."""

import datetime
import random
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.utils import timezone

from articles.models import Article
from careerguide.exchange import samples
from careerguide.models import Career, CareerGroup, Page
from careerguide.operations.checks import site as site_checks
from careerguide.operations.findings import OK, WARNING
from careerguide.publishing.drafts import actions, due, schedule
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.signals import Change, announce
from careerguide.search import index, updates
from careerguide.search.backends import backend
from careerguide.search.comparison import compare
from careerguide.search.documents import all_documents
from careerguide.search.models import Document, IndexState
from careerguide.search.search import search
from careerguide.search.stored import careers_of
from careerguide.search.updates import rebuild, rebuild_where_needed
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    CareerGroupFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

HOUR = datetime.timedelta(hours=1)
FACTORIES = (ArticleFactory, FAQEntryFactory, StatTableFactory, PageFactory)


def titles(text):
    keys = [page[0].hit.document for page in search(text, correct=False).documents]
    found = Document.objects.in_bulk(keys)
    return [found[key].title for key in keys]


def rename(item, text):
    name = item.title_field
    actions.save_draft(item, apply_snapshot(item, {name: text}), None)
    return actions.publish(item, None)


def move(item, slug):
    actions.save_draft(item, apply_snapshot(item, {"slug": slug}), None)
    return actions.publish(item, None)


def links(text):
    return [page[0].hit.url for page in search(text, correct=False).documents]


@pytest.mark.parametrize("factory", [CareerFactory, *FACTORIES])
class TestPublished:
    def test_item_is_found_and_its_draft_is_not(self, factory):
        item = factory(status="draft")
        actions.save_draft(
            item, apply_snapshot(item, {item.title_field: "Zymurgy"}), None
        )
        assert titles("zymurgy") == []
        actions.publish(item, None)
        assert titles("zymurgy") == ["Zymurgy"]
        actions.save_draft(item, apply_snapshot(item, {item.title_field: "Mead"}), None)
        assert titles("mead") == []

    def test_old_title_is_forgotten(self, factory):
        item = rename(factory(), "Zymurgy")
        rename(item, "Mead")
        assert titles("zymurgy") == []
        assert titles("mead") == ["Mead"]

    @pytest.mark.parametrize(
        "hide", [actions.unpublish, actions.archive, actions.trash]
    )
    def test_hidden_item_is_not_found(self, factory, hide):
        item = rename(factory(), "Zymurgy")
        hide(item, None)
        assert titles("zymurgy") == []

    def test_undone_change_leaves_the_index(self, factory):
        item = rename(factory(), "Zymurgy")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            rename(item, "Mead")
            assert titles("mead") == ["Mead"]
            1 / 0  # noqa: B018
        assert (titles("mead"), titles("zymurgy")) == ([], ["Zymurgy"])


@pytest.mark.parametrize("factory", [CareerFactory, *FACTORIES])
def test_clock_shows_and_hides(factory, clock):
    item = rename(factory(), "Zymurgy")
    actions.unpublish(item, None)
    noon = timezone.now() + HOUR
    schedule.schedule(item, None, publish_at=noon, unpublish_at=noon + 2 * HOUR)
    for hours, found in ((0, []), (1, ["Zymurgy"]), (3, [])):
        clock(noon + hours * HOUR - datetime.timedelta(hours=0 if hours else 1))
        assert titles("zymurgy") == found


class TestCareer:
    @pytest.fixture
    def career(self):
        career = CareerFactory(name="Beekeeper", other_names="apiarist")
        for factory in (ArticleFactory, FAQEntryFactory, StatTableFactory):
            rename(factory(career=career), "Swarms")
        return actions.publish(career, None)

    def test_guide_goes_and_comes_with_it(self, career):
        actions.unpublish(career, None)
        assert titles("swarms") == []
        actions.publish(career, None)
        assert len(titles("swarms")) == 3

    def test_guide_is_found_by_its_names(self, career):
        assert len(titles("apiarist")) == 4
        draft = apply_snapshot(career, {"other_names": "honey maker"})
        actions.save_draft(career, draft, None)
        actions.publish(career, None)
        assert titles("apiarist") == []
        assert len(titles("honey maker")) == 4

    @pytest.mark.parametrize(
        "names",
        [
            {"name": "Apiculturist"},
            {"name": "Beekeeper, apiarist", "other_names": ""},  # the same words
        ],
    )
    def test_new_name_of_it_is_shown_with_its_guide(self, career, names):
        actions.save_draft(career, apply_snapshot(career, names), None)
        actions.publish(career, None)
        shown = {page[0].hit.career_name for page in search("swarms").documents}
        assert shown == {names["name"]}
        assert compare(all_documents()).is_equal

    def test_hours_of_it_are_those_of_its_guide(self, career, clock):
        schedule.schedule(career, None, unpublish_at=timezone.now() + HOUR)
        assert len(titles("swarms")) == 3
        clock(timezone.now() + 2 * HOUR)
        assert titles("swarms") == []

    def test_item_that_moves_is_of_the_other(self, career):
        article, other = Article.objects.get(), CareerFactory(name="Falconer")
        actions.publish(other, None)
        draft = apply_snapshot(article, {"career_id": other.pk})
        actions.save_draft(article, draft, None)
        actions.publish(article, None)
        assert titles("falconer swarms")[:1] == ["Swarms"]
        assert titles("apiarist swarms") == ["Swarms", "Swarms", "Beekeeper"]


class TestFieldOfWork:
    """It is no content: its name changes and it goes without a word of the index."""

    @pytest.mark.parametrize("change", [Change.GROUP, Change.DELETED])
    def test_change_of_it_leaves_the_index(self, change, monkeypatch):
        monkeypatch.setattr(updates, "rebuild", pytest.fail)
        career = CareerFactory(group=CareerGroupFactory())
        with transaction.atomic():
            announce(change, career.group)

    def test_deleting_several_makes_no_index_anew(self, admin_client, monkeypatch):
        monkeypatch.setattr(updates, "rebuild", pytest.fail)
        keys = [CareerGroupFactory().pk, CareerGroupFactory().pk]
        sent = {"action": "delete_selected", "_selected_action": keys, "post": "yes"}
        admin_client.post("/admin/careerguide/careergroup/", sent)
        assert not CareerGroup.objects.exists()


class TestAddress:
    """Results lead to pages by what the index knows, in the same transaction."""

    @pytest.mark.parametrize("factory", [CareerFactory, *FACTORIES])
    def test_of_an_item_that_moved(self, factory):
        item = rename(factory(), "Zymurgy")
        before = item.get_absolute_url()
        moved = move(item, f"{item.slug}-anew")
        assert links("zymurgy") == [moved.get_absolute_url()] != [before]

    def test_of_a_career_whose_guide_stays_where_it_is(self):
        career = CareerFactory(name="Beekeeper", slug="beekeeper")
        article = rename(ArticleFactory(career=career), "Swarms")
        career = move(actions.publish(career, None), "apiarist")
        assert {*links("beekeeper")} == {
            career.get_absolute_url(),
            article.get_absolute_url(),
        }
        hits = [page[0].hit for page in search("swarms").documents]
        [named] = careers_of(hits).values()
        assert (named.slug, named.url) == ("apiarist", "/careers/apiarist/")

    def test_undone_with_its_transaction(self):
        page = rename(PageFactory(slug="mead"), "Zymurgy")
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            move(page, "wine")
            1 / 0  # noqa: B018
        assert links("zymurgy") == ["/mead/"]


class TestLoaded:
    def test_seed(self, seeded):
        assert compare(all_documents()).is_equal
        assert titles("machine learning engineer")

    def test_sample_guides(self):
        samples.make(1)
        assert compare(all_documents()).is_equal
        assert Document.objects.count() == 41
        samples.remove()
        assert not Document.objects.exists()

    def test_guide_from_a_file(self, tmp_path, seeded):
        file = str(tmp_path / "guide.yaml")
        call_command("export_guide", "machine-learning-engineer", output=file)
        for model in (Article, FAQEntry, StatTable, Career):
            model.objects.all().delete()
        rebuild()
        call_command("loaddata", file, verbosity=0)
        assert compare(all_documents()).is_equal

    def test_file_beside_other_guides_is_indexed_alone(
        self, tmp_path, seeded, monkeypatch
    ):
        file = tmp_path / "guide.yaml"
        call_command("export_guide", "machine-learning-engineer", output=str(file))
        text = file.read_text().replace("Mid-Level", "Middle Rank")
        file.write_text(text.replace("name: Machine Learn", "name: Zymurgy Learn"))
        monkeypatch.setattr(updates, "rebuild", pytest.fail)
        call_command("loaddata", str(file), verbosity=0)
        assert compare(all_documents()).is_equal
        assert titles("zymurgy") and titles('"middle rank"')


class TestDoctor:
    def test_is_content_with_a_true_index(self):
        rename(PageFactory(), "Zymurgy")
        [found] = site_checks.search()
        assert found.level == OK

    def test_says_what_is_wrong_and_how_to_mend_it(self):
        item = rename(PageFactory(), "Zymurgy")
        PageFactory(title="Mead")
        type(item).objects.filter(pk=item.pk).update(title="Wine")
        [found] = site_checks.search()
        assert found.level == WARNING and "rebuild_search" in found.advice
        assert "missing items: 1, items that changed since: 1." in found.text
        rebuild()
        assert [one.level for one in site_checks.search()] == [OK]


class TestRebuild:
    def test_command_finds_what_was_written_past_it(self, capsys):
        PageFactory(title="Zymurgy")
        assert titles("zymurgy") == []
        call_command("rebuild_search")
        assert titles("zymurgy") == ["Zymurgy"]
        assert capsys.readouterr().out == "1 item indexed.\n"

    @pytest.mark.parametrize(
        "fault", ["new rules", "no state", "no words", "old addresses"]
    )
    def test_migrate_mends_an_index_that_is_not_whole(self, fault):
        PageFactory(title="Zymurgy")
        rebuild()
        if fault == "new rules":
            IndexState.objects.update(version="0")
        elif fault == "no state":
            IndexState.objects.all().delete()
        elif fault == "no words":
            backend().clear()
        else:
            Document.objects.update(url=Concat(Value("/old"), "url"))
        call_command("migrate", verbosity=0)
        assert titles("zymurgy") == ["Zymurgy"]
        assert compare(all_documents()).is_equal

    def test_migrate_leaves_a_whole_one(self, django_assert_max_num_queries):
        rebuild()
        state = IndexState.objects.get()
        rebuild_where_needed(None, using="default", verbosity=0)
        assert IndexState.objects.get().version == state.version

    def test_publishing_waits_for_the_rebuild_of_other_rules(self):
        PageFactory(title="Mead")
        IndexState.objects.update(version="0")
        rename(PageFactory(), "Zymurgy")
        assert not index.is_current()
        call_command("migrate", verbosity=0)
        assert compare(all_documents()).is_equal
        assert (titles("zymurgy"), titles("mead")) == (["Zymurgy"], ["Mead"])


class TestIndexOfOtherRules:
    """It waits for its rebuild, and shows nothing of what was hidden meanwhile."""

    @pytest.fixture
    def career(self):
        career = CareerFactory(name="Zymurgist")
        rename(ArticleFactory(career=career), "Mead")
        rename(PageFactory(), "Wine")
        actions.publish(career, None)
        IndexState.objects.update(version="0")
        return career

    @pytest.mark.parametrize(
        "hide", [actions.unpublish, actions.archive, actions.trash]
    )
    def test_hidden_item_is_not_found(self, career, hide):
        hide(Article.objects.get(), None)
        assert (titles("mead"), titles("wine")) == ([], ["Wine"])
        assert not index.is_current()

    def test_nor_the_guide_of_a_hidden_career(self, career):
        actions.unpublish(career, None)
        assert titles("mead") == titles("zymurgist") == []

    def test_nor_after_its_hour(self, career, clock):
        schedule.schedule(career, None, unpublish_at=timezone.now() + HOUR)
        clock(timezone.now() + 2 * HOUR)
        assert titles("mead") == titles("zymurgist") == []

    def test_nor_without_a_state(self, career):
        IndexState.objects.all().delete()
        actions.unpublish(Article.objects.get(), None)
        assert titles("mead") == []
        assert not index.is_current()

    def test_where_all_may_have_changed_it_is_made_anew(self, career):
        Article.objects.update(status="draft")
        with transaction.atomic():
            announce(Change.LOADED)
        assert (titles("mead"), titles("wine")) == ([], ["Wine"])
        assert index.is_current()

    def test_all_is_found_after_its_rebuild(self, career):
        rename(Article.objects.get(), "Cider")
        call_command("migrate", verbosity=0)
        assert (titles("cider"), titles("mead")) == (["Cider"], [])
        assert compare(all_documents()).is_equal


class Chance:
    """Do to content whatever editors may do, in any order."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.moment = timezone.now()
        self.careers = [CareerFactory(name=f"Career {n}") for n in "ab"]
        self.items = [
            factory(career=career)
            for factory in FACTORIES[:3]
            for career in self.careers
        ]
        self.items += [PageFactory(), *self.careers]

    def hours(self, least, most):
        return self.moment + self.random.randint(least, most) * HOUR

    def step(self):
        item = self.random.choice(self.items)
        item.refresh_from_db()
        with suppress(ValidationError):  # which undoes the step
            getattr(self, self.random.choice(self.STEPS))(item)

    STEPS = ("write", "write", "show", "show", "hide", "trash", "plan", "end", "wait")

    def write(self, item):
        words = " ".join(
            self.random.choices(("bees", "wax", "hive", "Ph.D.", "5 %"), k=3)
        )
        actions.save_draft(item, apply_snapshot(item, {item.title_field: words}), None)

    def show(self, item):
        if item.trashed_at:
            actions.recover(item, None)
        career = getattr(item, "career", None)
        if career is None or not Career.objects.get(pk=career.pk).trashed_at:
            actions.publish(item, None)

    def hide(self, item):
        actions.unpublish(item, None)

    def trash(self, item):
        if not isinstance(item, Career):  # its guide keeps it
            actions.trash(item, None)

    def plan(self, item):
        if not item.trashed_at:
            schedule.schedule(item, None, publish_at=self.hours(1, 3))

    def end(self, item):
        if item.is_published:
            schedule.schedule(item, None, unpublish_at=self.hours(1, 3))

    def wait(self, item):
        due.publish_due()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_the_index_is_true(seed, clock):
    chance = Chance(seed)
    rebuild()
    for _ in range(25):
        if chance.random.random() < 0.2:
            chance.moment += HOUR
            clock(chance.moment)
        chance.step()
        assert compare(all_documents()).is_equal
        found = {
            (document.content_type.model_class(), document.object_id)
            for document in Document.objects.select_related("content_type")
            if (document.visible_from or chance.moment) <= timezone.now()
            and (document.visible_until or timezone.now() + HOUR) > timezone.now()
        }
        shown = {
            (model, pk)
            for model in (Career, Page, Article, FAQEntry, StatTable)
            for pk in model.objects.published().values_list("pk", flat=True)
        }
        assert found == shown
