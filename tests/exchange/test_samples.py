"""Test made-up guides: like real ones, marked, and removed again."""

import os
import random
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from careerguide.exchange.guide_yaml import to_yaml
from careerguide.exchange.samples import samples
from careerguide.exchange.samples.guide import NOTICE, SampleGuide
from careerguide.exchange.samples.names import FIELDS, GROUPS, OCCUPATIONS, names
from careerguide.exchange.samples.tables import tables
from careerguide.models import Career, CareerGroup
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import ContentVersion
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.models.snapshots import snapshot
from faq.models import FAQEntry
from statistics.figures import chart_form, figure_of
from statistics.models import StatTable
from tests.factories import ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db

CONTENT = guide_models()


@pytest.fixture
def run(capsys):
    def run(*arguments, **options):
        call_command("make_sample_guides", *arguments, **options)
        return capsys.readouterr().out

    return run


class TestGuide:
    def test_is_whole_valid_and_published(self, run):
        run(1)
        for model, count in {
            Career: 1,
            Article: 10,
            StatTable: 10,
            FAQEntry: 20,
        }.items():
            assert model.objects.published().count() == count
            for item in model.objects.all():
                item.full_clean()

    def test_says_that_it_is_a_sample(self, run):
        run(1)
        assert Career.objects.get().summary.startswith(NOTICE)
        for model in (Career, *CONTENT):
            assert not model.objects.exclude(slug__startswith="sample-").exists()

    def test_has_every_form_of_chart_and_quick_facts(self, run):
        run(1)
        tables = StatTable.objects.all()
        forms = {str(chart_form(table, figure_of(table))[0]) for table in tables}
        assert forms == {"bars", "line", "parts", "list", "none"}
        assert sum(table.headline is not None for table in tables) == 4

    def test_pay_is_in_whole_pounds(self, run):
        run(1)
        pay = StatTable.objects.filter(topic="Pay")
        cells = [row["cells"][1] for table in pay for row in table.data["rows"]]
        assert len(cells) > 20
        assert all(cell.isdigit() for cell in cells)

    def test_pages_answer_and_its_articles_show_tables(self, run, client):
        run(1)
        for item in [Career.objects.get(), *(m.objects.first() for m in CONTENT)]:
            assert client.get(item.get_absolute_url()).status_code == 200
        page = client.get(Article.objects.first().get_absolute_url())
        assert b'<figure class="figure"' in page.content

    def test_has_a_field_of_work_and_other_names(self, run):
        run(2)
        one, two = Career.objects.all()
        assert one.group is not None and one.group == two.group
        assert one.other_name_list[1] == two.other_name_list[1]
        assert [one.is_featured, two.is_featured] == [True, False]

    def test_a_thousand_have_names_of_their_own(self):
        assert len({names(number).name for number in range(1, 1_001)}) == 1_000

    def test_is_named_in_each_text(self):
        first, last = names(1), names(len(FIELDS))
        assert (first.name, last.name) == ("Harbour Engineer", "Playground Engineer")
        assert names(len(FIELDS) + 1).name == "Harbour Planner"
        assert names(len(FIELDS) * len(OCCUPATIONS) + 1).name == first.name
        assert first.fill("{name}: {one}, {many}, {Many}") == (
            "Harbour Engineer: a harbour engineer, harbour engineers, Harbour engineers"
        )
        assert names(1 + FIELDS.index("Aviation")).one == "an aviation engineer"

    def test_is_the_same_in_every_version(self):
        """What was measured with it can be compared; `UPDATE_GOLDEN` writes it anew."""
        guide = SampleGuide(1)
        tables, articles, entries, *_others = guide.by_kind()
        items = [guide.career, *tables, articles[0], *entries[::5]]
        shown = [snapshot(item) for item in items]
        text = to_yaml([{k: v for k, v in one.items() if v} for one in shown])
        path = Path(__file__).parent / "sample-1.yaml"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    def test_shares_add_up_and_none_is_nothing(self):
        for number in range(1, 30):
            for fields in tables(random.Random(number)):
                if not fields["subtitle"].startswith("Share of all"):
                    continue
                rows = [row["cells"] for row in fields["data"]["rows"]]
                parts = [int(part) for _name, part in rows]
                assert sum(parts) == 100
                assert min(parts) > 0


class TestMake:
    def test_tops_up_and_leaves_what_is_there(self, run):
        run(1)
        before = list(Article.objects.order_by("pk").values())
        assert run(2) == "Made 1 sample guides; there are 2.\n"
        assert list(Article.objects.order_by("pk").values()[:10]) == before
        assert run(2) == "Made 0 sample guides; there are 2.\n"

    def test_is_one_change_for_caches(self, run):
        run(2)
        assert ContentVersion.current() == 1

    def test_passes_over_a_number_whose_address_somebody_has(self, run):
        ArticleFactory(slug="sample-1-diary")
        assert run(2, beside_real_guides=True).startswith("Made 1 ")

    @pytest.mark.parametrize("arguments", [(), (0,), (-1,), (1, "--remove")])
    def test_asks_for_a_number_that_makes_sense(self, run, arguments):
        with pytest.raises(CommandError):
            run(*arguments)
        assert not Career.objects.exists()

    def test_refuses_to_stand_beside_guides_to_read(self, run):
        CareerFactory(name="Beekeeper")
        with pytest.raises(CommandError, match="such as “Beekeeper”"):
            run(1)
        assert Career.objects.count() == 1


class TestRemove:
    def test_takes_away_what_it_made_and_nothing_else(self, run):
        mine = ArticleFactory(slug="sample-diary")
        run(2, beside_real_guides=True)
        assert run(remove=True) == "Removed 2 sample guides.\n"
        assert [*Career.objects.all(), *Article.objects.all()] == [mine.career, mine]
        assert not StatTable.objects.exists() and not FAQEntry.objects.exists()

    def test_is_told_to_caches(self, run):
        run(1)
        run(remove=True)
        assert ContentVersion.current() == 2

    def test_takes_their_fields_of_work_away_but_for_those_in_use(self, run):
        run(2)
        assert CareerGroup.objects.count() == len(GROUPS)
        CareerFactory(group=Career.objects.first().group)
        run(remove=True)
        assert CareerGroup.objects.count() == 1

    def test_leaves_a_guide_that_somebody_changed(self, run):
        run(2)
        changed = Article.objects.filter(slug__startswith="sample-2-").first()
        actions.trash(changed, None)
        assert f"Left {changed.career.slug}: somebody changed it." in run(remove=True)
        assert samples().get() == changed.career
        assert Article.objects.count() == 10

    def test_leaves_a_guide_that_somebody_added_to(self, run):
        run(1)
        added = ArticleFactory.build(career=samples().get(), slug="more")
        actions.create(added, None)
        assert "Removed 0 sample guides." in run(remove=True)

    def test_leaves_a_career_that_is_no_sample_any_more(self, run):
        run(1)
        Career.objects.update(summary="A guide to read.")
        assert run(remove=True) == "Removed 0 sample guides.\n"
        assert Article.objects.count() == 10
