"""Test that another name of a career leads to it, and nothing hidden is told."""

import pytest

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import CareerFactory, StatTableFactory
from tests.site.test_views import HIDDEN

FACES = ["/", "/all/", ".md", ".epub", ".html", ".card.png", "/feed.xml", "/data.zip"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    """The status of an address and where it leads to."""

    def ask(path):
        answer = client.get(path)
        return answer.status_code, answer.headers.get("Location")

    return ask


@pytest.fixture
def beekeeper():
    return CareerFactory(
        slug="beekeeper",
        name="Keeper of bees",
        other_names="Apiarist, Bee-master (hives), Éleveur d’abeilles, C++ bee, "
        "养蜂人, Straße",
    )


class TestName:
    @pytest.mark.parametrize(
        "slug",
        ["apiarist", "APIARIST", "bee-master-hives", "eleveur-dabeilles", "c-bee"]
        + ["keeper-of-bees", "strasse"],
    )
    def test_of_one_career_leads_to_it_for_now(self, lead, beekeeper, slug):
        assert lead(f"/careers/{slug}/") == (302, "/careers/beekeeper/")

    def test_of_what_was_hidden_since_it_was_read_leads_not_to_itself(self, lead):
        career = CareerFactory(slug="beekeeper", name="Beekeeper")
        assert lead("/careers/BEEKEEPER/") == (302, "/careers/beekeeper/")
        type(career).objects.update(status="draft")  # and no process has heard of it
        for path in ("/careers/beekeeper/", "/careers/beekeeper.epub"):
            assert lead(path) == (404, None)

    def test_keeps_the_page_and_the_query(self, lead, beekeeper):
        assert lead("/careers/apiarist/all/") == (302, "/careers/beekeeper/all/")
        found = lead("/careers/apiarist/?utm=1")
        assert found == (302, "/careers/beekeeper/?utm=1")

    @pytest.mark.parametrize("face", FACES)
    def test_leads_on_whatever_face_is_asked_for(self, client, beekeeper, face):
        StatTableFactory(career=beekeeper)
        address = f"/careers/beekeeper{face}"
        assert client.get(address).status_code == 200
        for path in (f"/careers/apiarist{face}", f"/careers/APIARIST{face}"):
            answer = client.get(path)
            assert (answer.status_code, answer["Location"]) == (302, address)
            assert answer["Access-Control-Allow-Origin"] == "*"

    def test_leads_to_no_face_that_there_is_not(self, lead, beekeeper):
        for face in (".pdf", "/none/", ".html/", "/data.zip"):  # it has no tables
            assert lead(f"/careers/beekeeper{face}")[0] == 404
            status, address = lead(f"/careers/apiarist{face}")
            assert status == 404 or lead(address)[0] == 404

    def test_that_means_nothing_is_not_found(self, lead, beekeeper):
        for slug in ("apiaris", "apiarist-", "-", "a" * 2_000, "bee"):
            assert lead(f"/careers/{slug}/") == (404, None)

    def test_of_several_careers_opens_the_search(self, lead, beekeeper):
        CareerFactory(name="Hive inspector", other_names="apiarist")
        assert lead("/careers/apiarist/") == (302, "/search/?q=Apiarist")

    @pytest.mark.usefixtures("indexed")
    def test_written_otherwise_by_each_is_searched_as_it_was_asked(self, client):
        """Or the search would find the one whose way of writing it was taken."""
        careers = [
            CareerFactory(name=f"Learner {n}", other_names=name)
            for n, name in enumerate(("ML 工程师", "ML مهندس", "ml-специалист"))
        ]
        page = client.get("/careers/ML/", follow=True)
        assert page.redirect_chain == [("/search/?q=ml", 302)]
        for career in careers:
            assert career.get_absolute_url() in page.content.decode()

    def test_twice_of_one_career_is_one(self, lead):
        CareerFactory(slug="nurse", name="Nurse", other_names="A nurse, A. Nurse!")
        assert lead("/careers/a-nurse/") == (302, "/careers/nurse/")

    def test_is_no_page_of_another_kind(self, lead, beekeeper):
        for path in ("/articles/apiarist/", "/apiarist/", "/faq/apiarist/"):
            assert lead(path)[0] == 404

    def test_is_asked_for_by_readers_only(self, client, beekeeper):
        assert client.post("/careers/apiarist/").status_code in (404, 405)

    def test_that_comes_later_is_known_at_once(self, lead, beekeeper):
        assert lead("/careers/bee-father/")[0] == 404
        values = snapshot(beekeeper) | {"other_names": "Bee father"}
        actions.save_draft(beekeeper, apply_snapshot(beekeeper, values), None)
        assert lead("/careers/bee-father/")[0] == 404
        actions.publish(beekeeper, None)
        assert lead("/careers/bee-father/") == (302, "/careers/beekeeper/")
        assert lead("/careers/apiarist/")[0] == 404


class TestOrder:
    def test_live_address_comes_first(self, lead, beekeeper):
        CareerFactory(slug="apiarist")
        assert lead("/careers/apiarist/") == (200, None)

    def test_then_an_old_address(self, lead, beekeeper):
        other = CareerFactory(slug="other")
        OldSlug.objects.create(item=other, slug="apiarist")
        assert lead("/careers/apiarist/") == (301, "/careers/other/")

    def test_old_address_of_a_hidden_career_hides_no_name(self, lead, beekeeper):
        other = CareerFactory(slug="other", status="draft")
        OldSlug.objects.create(item=other, slug="apiarist")
        assert lead("/careers/apiarist/") == (302, "/careers/beekeeper/")


class TestHidden:
    @pytest.mark.parametrize("state", HIDDEN)
    def test_career_is_not_told_by_its_names(self, lead, state):
        CareerFactory(name="Zymurgist", other_names="Brewer", **HIDDEN[state])
        for slug in ("zymurgist", "brewer"):
            assert lead(f"/careers/{slug}/") == (404, None)

    @pytest.mark.parametrize("state", HIDDEN)
    def test_career_shares_no_name(self, lead, beekeeper, state):
        CareerFactory(name="Apiarist", **HIDDEN[state])
        assert lead("/careers/apiarist/") == (302, "/careers/beekeeper/")

    def test_trash_is_not_told(self, lead, beekeeper):
        actions.trash(beekeeper, None)
        assert lead("/careers/apiarist/") == (404, None)


def test_names_are_read_once_for_each_change(
    client, beekeeper, django_assert_num_queries
):
    client.get("/careers/nobody/")
    # The career, and for its error page the version and what stands around it, two
    # where no page is about the site; old addresses; the version.
    with django_assert_num_queries(6):
        assert client.get("/careers/apiarist/").status_code == 302
