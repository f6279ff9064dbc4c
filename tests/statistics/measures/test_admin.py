"""Test measures in the admin, and the fields of a table that name one."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models.related import ContentVersion
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from statistics.measures.models import Measure
from statistics.models import StatTable
from tests.factories import CareerFactory, MeasureFactory, StatTableFactory
from tests.forms import form_errors

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ADD = "/admin/statistics/measure/add/"
SENT = {
    "name": "Average pay",
    "slug": "average-pay",
    "definition": "What people earn on average.",
    "unit_kind": "pay",
    "order": 1,
}
TABLE = {
    "title": "Senior beekeepers earn twice what beginners do",
    "numbers": "Level\tSalary\nEntry\t85000\nSenior\t170000",
    "columns": "Level: text\nSalary: money USD",
    "chart_form": "auto",
    "row_order": "auto",
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "Salary",
}


def url_of(measure, page="change"):
    return reverse(f"admin:statistics_measure_{page}", args=[measure.pk])


@pytest.mark.parametrize(
    "group, add, change, delete",
    [
        ("Author", 403, 403, 403),
        ("Editor", 302, 403, 403),
        ("Publisher", 302, 302, 302),
    ],
)
def test_rights_of_each_group(client, sign_in, group, add, change, delete):
    sign_in(group)
    measure, other = MeasureFactory(), MeasureFactory()
    assert client.post(ADD, SENT).status_code == add
    assert client.post(url_of(measure), SENT | {"name": "Pay"}).status_code == change
    answer = client.post(url_of(other, "delete"), {"post": "yes"})
    assert answer.status_code == delete


def test_menu_of_the_admin_has_it_among_guides(client, sign_in):
    sign_in("Editor")
    menu = client.get("/admin/").context["app_list"]
    assert "Measures" in [str(model["name"]) for model in menu[0]["models"]]


@pytest.mark.parametrize("name", ["average pay", "ＡＶＥＲＡＧＥ pay", "Averäge Pay"])
def test_name_of_another_is_refused(client, sign_in, name):
    sign_in("Publisher")
    MeasureFactory(name="Average pay")
    answer = client.post(ADD, SENT | {"name": name, "slug": "more"})
    sentence = "There is a measure of this name: choose another."
    assert form_errors(answer)["name"] == [sentence]


def test_change_is_told_to_caches_and_keeps_the_address(client, sign_in):
    sign_in("Publisher")
    measure, before = MeasureFactory(slug="pay"), ContentVersion.current()
    client.post(url_of(measure), SENT | {"slug": "other"})
    measure.refresh_from_db()
    assert (measure.name, measure.slug) == ("Average pay", "pay")
    assert ContentVersion.current() == before + 1


def test_kind_that_its_quick_facts_do_not_have_is_refused(client, sign_in):
    sign_in("Publisher")
    measure = MeasureFactory()
    fact = {name: TABLE[name] for name in ("headline_label", "headline_row")}
    table = StatTableFactory(measure=measure, headline_column="salary", **fact)
    answer = client.post(url_of(measure), SENT | {"unit_kind": "share"})
    sentence = f"“{table}” has a quick fact of another kind."
    assert form_errors(answer)["unit_kind"] == [sentence]


def test_one_with_tables_stays_and_they_are_named(client, sign_in):
    sign_in("Publisher")
    table = StatTableFactory(measure=MeasureFactory(), headline_label="Pay")
    answer = client.post(url_of(table.measure, "delete"), {"post": "yes"})
    assert table.title in answer.content.decode()
    assert Measure.objects.count() == 1


class TestTable:
    """The form of a table: what stands at its fields, and what a draft is told."""

    def send(self, client, **more):
        sent = TABLE | {"career": more.pop("career", None) or CareerFactory().pk}
        return client.post("/admin/statistics/stattable/add/", sent | more)

    def test_all_of_it_is_saved(self, client, sign_in):
        sign_in("Publisher")
        said = {
            **{"provenance": "survey", "sample_size": "1240", "margin": "± 3 %"},
            **{"place": "Wales", "statistic": "median", "pay_period": "year"},
            **{"pay_tax": "gross", "pay_parts": "base", "prices": "constant"},
            **{"price_year": "2024", "own_definition": "Full-time only"},
        }
        measure = MeasureFactory()
        self.send(client, measure=measure.pk, _publish="1", **said)
        table = StatTable.objects.published().get()
        assert table.measure == measure
        assert {name: str(getattr(table, name)) for name in said} == said

    @pytest.mark.parametrize(
        "field, sent, sentence",
        [
            ("sample_size", "0", "greater than or equal to 1"),
            ("sample_size", "-4", "greater than or equal to 0"),
            ("sample_size", "99999999999999999999", "less than or equal to"),
            ("sample_size", "many", "Enter a whole number"),
            ("provenance", "hearsay", "not one of the available choices"),
            ("measure", "999999", "not one of the available choices"),
            ("price_year", "2024", "Only amounts at the prices of one year"),
            ("price_year", "99999", "less than or equal to"),
        ],
    )
    def test_each_fault_stands_at_its_field(
        self, client, sign_in, field, sent, sentence
    ):
        sign_in("Publisher")
        answer = self.send(client, **{field: sent})
        assert answer.status_code == 200
        assert sentence in form_errors(answer)[field][0]

    def test_constant_prices_need_their_year(self, client, sign_in):
        sign_in("Publisher")
        answer = self.send(client, prices="constant")
        assert form_errors(answer)["price_year"] == [
            "Say of which year the prices are."
        ]

    def test_measure_of_another_kind_is_refused(self, client, sign_in):
        sign_in("Publisher")
        measure = MeasureFactory(name="Who is happy", unit_kind="share")
        answer = self.send(client, measure=measure.pk)
        assert form_errors(answer)["measure"] == [
            "“Who is happy” is of the kind “A share, in percent”; the column “Salary” "
            "holds money. Choose another measure or another column."
        ]

    def test_measure_without_a_quick_fact_is_refused(self, client, sign_in):
        sign_in("Publisher")
        none = dict.fromkeys(("headline_label", "headline_row", "headline_column"), "")
        answer = self.send(client, measure=MeasureFactory().pk, **none)
        assert form_errors(answer)["measure"] == [
            "There is no quick fact to measure: choose one first."
        ]

    def test_second_of_a_career_is_a_draft_with_a_warning(self, client, sign_in):
        sign_in("Publisher")
        first = StatTableFactory(measure=MeasureFactory(), headline_label="Pay")
        of = {"career": first.career_id, "measure": first.measure_id}
        answer = self.send(client, **of, _publish="1")
        sentence = f"“{first}” has this measure already"
        assert sentence in form_errors(answer)["measure"][0]
        page = client.post(
            "/admin/statistics/stattable/add/", TABLE | of, follow=True
        ).content.decode()
        assert "Before you publish this one, take it away there." in page
        assert StatTable.objects.filter(status="draft").count() == 1


@pytest.mark.parametrize("field", ["name", "definition"])
def test_notation_of_numbers_is_refused_at_its_field(client, sign_in, field):
    sign_in("Editor")
    page = client.post(ADD, SENT | {field: "Pay of [[number: bees; Entry; Salary]]"})
    (error,) = form_errors(page)[field]
    assert "is shown as it is written" in error
    assert not Measure.objects.exists()


@pytest.mark.parametrize("is_planned", [False, True])
def test_one_that_a_draft_or_a_plan_names_stays(client, sign_in, is_planned):
    sign_in("Publisher")
    measure = MeasureFactory()
    fact = {name: TABLE[name] for name in ("headline_label", "headline_row")}
    table = StatTableFactory(title="Pay of bees", headline_column="salary", **fact)
    draft = apply_snapshot(table, snapshot(table) | {"measure_id": measure.pk})
    actions.save_draft(table, draft, None)
    if is_planned:
        hour = timezone.now() + datetime.timedelta(hours=1)
        schedule.schedule(table, None, publish_at=hour)
    page = client.get(url_of(measure, "delete")).content.decode()
    assert ("A plan of" if is_planned else "The draft of") + " “Pay of bees”" in page
    client.post(url_of(measure, "delete"), {"post": "yes"})
    assert Measure.objects.exists()
