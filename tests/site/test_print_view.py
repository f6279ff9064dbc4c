"""Test a career's whole guide on one page."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from careerguide.models import Career
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return CareerFactory(slug="beekeeper")


@pytest.fixture
def read(client, career):
    def read():
        response = client.get(reverse("career_print", args=[career.slug]))
        assert response.status_code == 200
        return response.content.decode()

    return read


class TestPrintView:
    def test_holds_every_text_and_every_number(self, read, career):
        ArticleFactory(career=career, body="Bees **sleep**.", takeaways="- Buzz")
        StatTableFactory(career=career, note="Counted *twice*.")
        FAQEntryFactory(career=career, answer="**Yes**, it does.")
        page = read()
        for text in ("Bees <strong>sleep", "Buzz", "$170,000", "<em>twice", "it does."):
            assert text in page

    def test_contents_lead_to_every_part(self, read, career):
        for factory in (ArticleFactory, StatTableFactory, FAQEntryFactory):
            factory(career=career)
        page = read()
        contents = page.split('class="print-contents"')[1].split("</nav>")[0]
        targets = re.findall(r'href="#(.*?)"', contents)
        assert len(targets) == 5
        assert all(f'id="{target}"' in page for target in targets)

    def test_table_shown_by_two_articles_has_each_id_once(self, read, career):
        table = StatTableFactory(career=career)
        for _ in range(2):
            ArticleFactory(career=career, body=f"## A\n\n[[table: {table.slug}]]")
        ids = re.findall(r'\sid="([^"]+)"', read())
        assert sorted(ids) == sorted(set(ids))

    def test_tables_have_names_of_their_own(self, read, career):
        for what in ("Pay in Leeds", "Pay in York"):
            StatTableFactory(career=career, title=f"{what} grows", subtitle=what)
        captions = re.findall(r"<caption>(.*?)</caption>", read())
        names = [re.sub("<[^>]+>", "", caption) for caption in captions]
        assert names == ["The numbers: Pay in Leeds", "The numbers: Pay in York"]

    def test_landmarks_are_few_however_much_it_holds(self, read, career):
        for factory in (ArticleFactory, StatTableFactory, FAQEntryFactory) * 5:
            factory(career=career)
        sections = re.findall(r"<section[^>]*aria-label[^>]*>", read())
        assert len(sections) <= 4

    def test_link_within_the_guide_leads_to_its_place(self, read, career):
        entry = FAQEntryFactory(career=career)
        ArticleFactory(career=career, body=f"[Ask]({entry.get_absolute_url()})")
        page = read()
        assert f'<a href="#{entry.print_id}">Ask</a>' in page
        assert "Where the links lead" not in page

    def test_other_link_is_told_in_a_note(self, read, career):
        body = "[A](https://a.org/?x=1&y=2), [b](/about/), [A](https://a.org/?x=1&y=2)"
        ArticleFactory(career=career, body=body)
        notes = read().split('class="print-links"')[1].split("</ol>")[0]
        assert re.findall(r'id="(link-\d)"><a href="(.*?)"', notes) == [
            ("link-1", "https://a.org/?x=1&amp;y=2"),
            ("link-2", "http://127.0.0.1:8000/about/"),
        ]
        assert read().count('href="#link-1"') == 2

    def test_tables_of_all_its_articles_take_one_query(
        self, client, career, django_assert_num_queries
    ):
        tables = [StatTableFactory(career=career) for _ in range(3)]
        for table in tables:
            ArticleFactory(career=career, body=f"[[table: {table.slug}]]")
        PageFactory()
        url = reverse("career_print", args=[career.slug])
        with django_assert_num_queries(5):
            page = client.get(url).content.decode()
        assert page.count("<figure") == 3

    def test_of_nothing_says_so(self, read):
        assert "Nothing of this guide has been published yet." in read()

    def test_of_a_hidden_career_is_not_found(self, client):
        career = CareerFactory(status="draft")
        url = reverse("career_print", args=[career.slug])
        assert client.get(url).status_code == 404

    def test_is_linked_from_the_career(self, client, career):
        FAQEntryFactory(career=career)
        page = client.get(career.get_absolute_url()).content.decode()
        assert 'href="/careers/beekeeper/all/"' in page


@pytest.mark.one_database
@pytest.mark.usefixtures("seeded")
class TestStyles:
    """The sheet of the print view and its templates name the same things."""

    @staticmethod
    def sheets():
        names = ("careerguide/css/print_view.css", "careerguide/css/print_paper.css")
        return "".join(Path(finders.find(name)).read_text() for name in names)

    @pytest.fixture
    def classes(self, client):
        career = Career.objects.get(slug="machine-learning-engineer")
        ArticleFactory(career=career, body="[Bees](https://example.org/)")
        url = reverse("career_print", args=[career.slug])
        found = re.findall(r'class="([^"]*)"', client.get(url).content.decode())
        return {name for names in found for name in names.split()}

    def test_all_of_its_sheet_is_of_something_on_it(self, classes):
        named = {*re.findall(r"\.(print-[\w-]+)", self.sheets())}
        assert len(named) > 5
        assert named - classes == set()

    def test_all_that_is_named_after_it_has_a_style(self, classes):
        sheet = self.sheets()
        named = {name for name in classes if name.startswith(("print-", "whole-"))}
        assert {name for name in named if f".{name}" not in sheet} <= {"print-address"}
