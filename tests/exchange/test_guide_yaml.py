"""Test the guide of the fixtures, and that loading never undoes an editor."""

import datetime
import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from django.apps import apps
from django.core.management import CommandError, call_command

from articles.models import Article
from careerguide import markup
from careerguide.exchange import guide_yaml
from careerguide.markup.normalise import normalise
from careerguide.models import Career, CareerGroup, Page, SeededGuide
from careerguide.publishing.models.content import Publishable
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
from tests.hostile import naughty

pytestmark = pytest.mark.django_db

FOLDER = Path(__file__).resolve().parent.parent.parent / "fixtures"
NAMES = ["site", "machine-learning-engineer", "synonyms", "synonyms-2"]
MODELS = [m for m in apps.get_models() if issubclass(m, Publishable)]


def run(*arguments, **options):
    """What a command prints."""
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def snapshot():
    """Everything in the database that is content."""
    return {
        model.__name__: list(model.objects.order_by("pk").values()) for model in MODELS
    }


class TestLoaddata:
    def test_loads_the_guide(self):
        call_command("loaddata", "machine-learning-engineer", verbosity=0)
        counts = [m.objects.published().count() for m in (Article, StatTable, FAQEntry)]
        assert counts == [2, 11, 10]

    def test_loads_the_pages_of_the_site(self):
        call_command("loaddata", "site", verbosity=0)
        assert list(Page.objects.values_list("slug", flat=True)) == [
            "about",
            "privacy",
            "accessibility",
        ]

    def test_may_be_done_again(self):
        for _ in range(2):
            call_command("loaddata", "machine-learning-engineer", verbosity=0)
        assert Career.objects.count() == 1


class TestSeed:
    def test_loads_every_guide_and_says_so(self):
        assert run("seed").splitlines() == [
            "site: loaded.",
            "machine-learning-engineer: loaded.",
            "synonyms: loaded.",
            "synonyms-2: loaded.",
        ]
        assert set(SeededGuide.objects.values_list("name", flat=True)) == set(NAMES)

    def test_does_so_once(self, seeded):
        before = snapshot()
        assert run("seed").splitlines() == [
            "site: loaded before, left as it is.",
            "machine-learning-engineer: loaded before, left as it is.",
            "synonyms: loaded before, left as it is.",
            "synonyms-2: loaded before, left as it is.",
        ]
        assert snapshot() == before

    def test_loads_one_by_name(self):
        run("seed", "site")
        assert Page.objects.exists() and not Career.objects.exists()

    def test_unknown_name_is_told_with_the_known_ones(self):
        with pytest.raises(
            CommandError, match="no guide plumber .* There are: site, m"
        ):
            run("seed", "plumber")

    def test_leaves_changed_content_alone(self, seeded):
        Article.objects.filter(order=1).update(title="Changed")
        run("seed")
        assert Article.objects.get(order=1).title == "Changed"

    def test_leaves_renamed_content_alone(self, seeded):
        Career.objects.update(slug="ml-engineer")
        Article.objects.filter(order=1).update(slug="the-job")
        before = snapshot()
        run("seed")
        assert snapshot() == before

    def test_does_not_bring_deleted_content_back(self, seeded):
        for model in (FAQEntry, StatTable, Article, Career, Page):
            model.objects.all().delete()
        run("seed")
        assert not any(model.objects.exists() for model in MODELS)

    def test_leaves_alone_what_loaddata_brought(self):
        call_command("loaddata", "machine-learning-engineer", verbosity=0)
        Article.objects.filter(order=1).update(title="Changed")
        before = snapshot()
        assert "is here already, so nothing was loaded" in run("seed", NAMES[1])
        assert snapshot() == before
        assert SeededGuide.objects.get().name == NAMES[1]

    def test_leaves_alone_what_editors_made_at_an_address_of_the_guide(self):
        PageFactory(slug="about", title="Who we are")
        assert "site: “about” is here already" in run("seed", "site")
        assert Page.objects.get().title == "Who we are"

    def test_that_fails_is_not_recorded(self, tmp_path):
        path = tmp_path / "broken.yaml"
        path.write_text(
            "- model: careerguide.page\n  fields: {slug: a, status: live}\n"
        )
        with pytest.raises(Exception, match="status_is_known|CHECK"):
            guide_yaml.seed("broken", path)
        assert not SeededGuide.objects.exists()


class TestExport:
    def test_writes_each_fixture_byte_for_byte(self, seeded, tmp_path):
        stored = {name: (FOLDER / f"{name}.yaml").read_bytes() for name in NAMES}
        later = stored.pop("synonyms-2").partition(b"\n")[2]
        stored["synonyms"] += later  # editors keep all of them
        for name, file in stored.items():
            call_command("export_guide", name, output=tmp_path / "out.yaml")
            assert (tmp_path / "out.yaml").read_bytes() == file, name

    def test_goes_to_standard_output_without_a_file(self, seeded):
        assert run("export_guide", "site") == (FOLDER / "site.yaml").read_text()

    def test_unknown_guide_is_told_with_the_known_ones(self, seeded):
        with pytest.raises(CommandError, match="there are: machine-learning-engineer"):
            run("export_guide", "plumber")

    def test_fields_of_the_record_stay_out(self, seeded):
        text = guide_yaml.export(NAMES[1])
        assert not any(f"\n    {name}:" in text for name in guide_yaml.RECORD_FIELDS)

    def test_drafts_and_schedules_go_along(self):
        career = CareerFactory(slug="beekeeper")
        moment = datetime.datetime(2026, 5, 4, 3, 2, 1, 123456, tzinfo=datetime.UTC)
        ArticleFactory(career=career, status="archived", publish_at=moment)
        assert there_and_back("beekeeper")
        stored = Article.objects.get()
        assert (stored.status, stored.publish_at) == ("archived", moment)

    def test_data_of_a_table_is_in_one_order_however_it_is_stored(self):
        """PostgreSQL keeps an order of keys of its own."""
        career = CareerFactory(slug="beekeeper")
        column = {"type": "text", "label": "Level", "key": "level"}
        StatTableFactory(career=career, data={"rows": [], "columns": [column]})
        text = guide_yaml.export("beekeeper")
        places = [text.index(f"{key}:") for key in ("columns", "key", "label", "rows")]
        assert places == sorted(places)

    def test_other_guides_stay_out(self, seeded):
        ArticleFactory(title="A year with the bees")
        assert "A year with the bees" not in guide_yaml.export(NAMES[1])


def there_and_back(name):
    """Export a guide, delete it, load the export; is the export the same again?"""
    text = guide_yaml.export(name)
    for model in (FAQEntry, StatTable, Article, Career, Page):
        model.objects.all().delete()
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.yaml")
        path.write_text(text, encoding="utf-8", newline="")
        call_command("loaddata", str(path), verbosity=0)
    return guide_yaml.export(name) == text


AWKWARD = [
    "line one\r\nline two\r\n",
    "trailing space \nand more  \n",
    "  leading space\n",
    "\n\nleading lines",
    "ends with many lines\n\n\n",
    "emoji 🐝 and 蜜蜂",
    "key: value # no comment",
    "- a list\n- it seems",
    "--- a document",
    "... its end",
    "'single' and \"double\"",
    "\ttab\tand\ttab",
    "* star & anchor !tag %directive @at `tick`",
    "{brace} [bracket]",
    "null",
    "2026-11-22",
    "yes",
    "0x10",
    "1e3",
    "~",
    "|",
    ">",
    "a\x85b\nc",
    "a\x85b",
    "a\u2028b\u2029c\nd",
    "a\u2028b",
    "\ufeffmark",
    "bell\x07 and\x1b escape",
    "nbsp\xa0\n",
    "x" * 300 + " " + "y" * 300,
    "#",
    "? question",
    ": colon",
    "a:\n  b\n",
    "\n",
    " ",
    "trailing backslash \\\n",
]


class TestAwkwardText:
    @pytest.mark.parametrize("text", AWKWARD, ids=repr)
    def test_survives_yaml(self, text):
        assert yaml.safe_load(guide_yaml.to_yaml([{"text": text}])) == [{"text": text}]

    def test_all_naughty_strings_survive_yaml(self):
        texts = [
            *naughty.STRINGS,
            *(f"first\n{text}\nlast\n" for text in naughty.STRINGS),
        ]
        assert yaml.safe_load(guide_yaml.to_yaml(texts)) == texts

    def test_comes_back_from_the_database_as_it_is_stored(self):
        career = CareerFactory(slug="beekeeper", summary="a: b # c")
        for number, text in enumerate(AWKWARD):
            slug = f"beekeeper-{number:02}"
            FAQEntryFactory(career=career, slug=slug, question="- Why?", answer=text)
        StatTableFactory(career=career, note="\r\n", source_name=" 'x' ")
        assert there_and_back("beekeeper")
        answers = FAQEntry.objects.order_by("slug").values_list("answer", flat=True)
        assert list(answers) == [normalise(text) for text in AWKWARD]

    def test_text_of_several_lines_is_a_block_a_person_can_edit(self):
        written = guide_yaml.to_yaml([{"body": "One.\n\nTwo: 🐝\n"}])
        assert written == "- body: |\n    One.\n\n    Two: 🐝\n"

    def test_long_line_is_not_folded(self):
        assert guide_yaml.to_yaml(["bee " * 100 + "end"]).count("\n") == 1


# The founding document's tables, each by its slug: (label or rank …, value) by row.
NUMBERS = {
    "machine-learning-engineer-industries": [
        ["1", "Information Technology", "25"],
        ["2", "Finance", "20"],
        ["3", "Healthcare", "18"],
        ["4", "Retail", "15"],
        ["5", "Manufacturing", "12"],
    ],
    "machine-learning-engineer-salaries": [
        ["Entry Level", "85000"],
        ["Mid-Level", "120000"],
        ["Senior Level", "170000"],
    ],
    "machine-learning-programming-languages": [
        ["1", "Python"],
        ["2", "R"],
        ["3", "Java"],
    ],
    "machine-learning-startups-by-country": [
        ["1", "United States", "452"],
        ["2", "India", "287"],
        ["3", "United Kingdom", "176"],
        ["4", "China", "140"],
        ["5", "Germany", "97"],
    ],
    "machine-learning-engineer-education-levels": [
        ["Bachelor’s Degree", "40"],
        ["Master’s Degree", "55"],
        ["Ph.D.", "5"],
    ],
    "machine-learning-engineer-job-satisfaction": [
        ["Highly Satisfied", "46"],
        ["Moderately Satisfied", "39"],
        ["Neutral", "10"],
        ["Moderately Dissatisfied", "4"],
        ["Highly Dissatisfied", "1"],
    ],
    "machine-learning-engineer-gender": [
        ["Male", "82"],
        ["Female", "17"],
        ["Other", "1"],
    ],
    "machine-learning-engineer-certifications": [
        ["1", "Coursera Machine Learning Certification"],
        ["2", "Google Cloud Machine Learning Engineer"],
        ["3", "Microsoft Certified: Azure AI Engineer Associate"],
    ],
    "machine-learning-engineer-ages": [
        ["18-24", "10"],
        ["25-34", "50"],
        ["35-44", "25"],
        ["45-54", "12"],
        ["55+", "3"],
    ],
    "machine-learning-engineer-job-postings": [
        ["North America", "45"],
        ["Europe", "30"],
        ["Asia-Pacific", "20"],
        ["Latin America", "4"],
        ["Africa", "1"],
    ],
    "machine-learning-market-size": [["2020", "8.43"], ["2027", "96.7"]],
}
TYPES = {
    "machine-learning-engineer-industries": "rank text percent",
    "machine-learning-engineer-salaries": "text money",
    "machine-learning-programming-languages": "rank text",
    "machine-learning-startups-by-country": "rank text integer",
    "machine-learning-engineer-certifications": "rank text",
    "machine-learning-market-size": "year money",
}


@pytest.mark.usefixtures("seeded")
class TestContent:
    def test_tables_hold_every_label_and_number(self):
        stored = {
            table.slug: [row["cells"] for row in table.data["rows"]]
            for table in StatTable.objects.all()
        }
        assert stored == NUMBERS

    @pytest.mark.one_database
    def test_columns_are_typed(self):
        found = {
            table.slug: " ".join(column.type for column in table.table.columns)
            for table in StatTable.objects.all()
        }
        assert found == dict.fromkeys(NUMBERS, "text percent") | TYPES

    def test_market_size_is_in_billions_and_its_end_a_forecast(self):
        table = StatTable.objects.get(slug="machine-learning-market-size").table
        assert (table.columns[1].currency, table.columns[1].scale) == ("USD", "billion")
        assert [row.forecast for row in table.rows] == [False, True]

    def test_only_the_market_names_a_source(self):
        sourced = StatTable.objects.exclude(source_name="")
        assert [table.slug for table in sourced] == ["machine-learning-market-size"]
        assert "Grand View Research" in sourced.get().source_name

    def test_tables_without_a_source_say_so(self):
        notes = StatTable.objects.filter(source_name="").values_list("note", flat=True)
        assert len(notes) == 10
        assert all("founding document" in note for note in notes)

    def test_where_the_document_disagrees_with_itself_is_told(self):
        notes = {table.slug: table.plain("note") for table in StatTable.objects.all()}
        assert "41.7%" in notes["machine-learning-market-size"]
        assert "43.8%" in notes["machine-learning-market-size"]
        assert "90%" in notes["machine-learning-engineer-industries"]

    def test_titles_have_at_most_fifteen_words(self):
        titles = [table.title for table in StatTable.objects.all()]
        assert [title for title in titles if len(title.split()) > 15] == []

    def test_order_of_levels_and_ages_is_kept(self):
        given = StatTable.objects.filter(row_order="given")
        assert len(given) == 7
        assert "machine-learning-engineer-ages" in {table.slug for table in given}

    def test_every_item_is_valid_and_public(self):
        for model in MODELS:
            items = list(model.objects.all())
            assert items, model
            for item in items:
                item.full_clean()
                assert item.is_published, item

    def test_articles_show_the_tables_they_name(self):
        article = Article.objects.get(slug="what-a-machine-learning-engineer-does")
        slugs = markup.table_slugs(article.body)
        assert "machine-learning-market-size" in slugs
        html = Article.render_text(article.body).html
        assert html.count('<figure class="figure"') == len(slugs)

    def test_every_quick_fact_has_its_number(self):
        for table in StatTable.objects.with_headline():
            assert table.headline, table.slug

    def test_every_link_between_pages_leads_somewhere(self, client):
        links = set()
        for item in [
            *Article.objects.all(),
            *FAQEntry.objects.all(),
            *Page.objects.all(),
        ]:
            page = client.get(item.get_absolute_url()).content.decode()
            links |= set(re.findall(r'href="(/[^"#]*)"', page))
        broken = {link for link in links if not link.startswith("/static/")}
        assert [link for link in broken if client.get(link).status_code != 200] == []


class TestNamesInFixtures:
    def test_site_comes_first(self, tmp_path):
        for name in ("beekeeper", "site", "actor"):
            (tmp_path / f"{name}.yaml").touch()
        assert guide_yaml.names_in_fixtures([tmp_path]) == [
            "site",
            "actor",
            "beekeeper",
        ]


class TestFieldOfWork:
    """A guide's file holds the field of its career, which several guides share."""

    def seeded_with(self, tmp_path, **fields):
        group = CareerGroupFactory(name="Farming", slug="farming", order=3)
        career = CareerFactory(slug="shepherd", group=group, **fields)
        path = tmp_path / "shepherd.yaml"
        guide_yaml.export("shepherd", path=path)
        career.delete()
        return group, path

    def test_comes_along_with_what_is_related_and_chosen(self, tmp_path):
        of_career = {"related": ["not-here-yet", "nurse"], "is_featured": True}
        group, path = self.seeded_with(tmp_path, **of_career)
        group.delete()
        guide_yaml.seed("shepherd", path)
        career = Career.objects.get()
        assert career.related == ["not-here-yet", "nurse"] and career.is_featured
        assert (career.group.name, career.group.order) == ("Farming", 3)

    def test_that_is_here_keeps_its_name_and_stops_nothing(self, tmp_path):
        group, path = self.seeded_with(tmp_path)
        CareerGroup.objects.update(name="Land", order=7)
        assert guide_yaml.seed("shepherd", path) == "shepherd: loaded."
        career = Career.objects.get()
        assert career.group == group
        assert (career.group.name, career.group.order) == ("Land", 7)

    def test_of_a_guide_without_one_is_not_written(self):
        CareerFactory(slug="shepherd")
        text = guide_yaml.export("shepherd")
        assert "careergroup" not in text and "related" not in text
