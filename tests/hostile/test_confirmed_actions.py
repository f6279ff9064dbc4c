"""Test confirmations and hidden fields with values that no page sends."""

import datetime
import zoneinfo
from itertools import cycle

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import snapshot
from careerguide.publishing.models.time_zone import EditorZone
from tests.forms import decide, filled_in
from tests.hostile.naughty import STRINGS, WITH_NUL
from tests.hostile.test_admin_requests import NUMBERS
from tests.hostile.visits import all_rows, has_clear_page, share

pytestmark = pytest.mark.one_database

CONTENT = ("article", "table", "entry", "career", "page")
CONFIRMED_ACTIONS = ("discard", "unpublish", "archive", "schedule", "delete")
PAGES = (*CONFIRMED_ACTIONS, "history", "history_compare")
KEYS = (*NUMBERS, "_00", "_", "_5Fa", "None", "..", "a" * 3_000, "<script>")
METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "NONSENSE")
VERSIONS = (*NUMBERS, "", "-5", "2.0", "1e0", "0x1", "null", "99", str(2**63 - 1))
NOON = datetime.datetime(2027, 1, 15, 12, tzinfo=datetime.UTC)
BERLIN = "Europe/Berlin"


@pytest.fixture(params=CONTENT)
def item(request, world):
    """A live item with a draft; of a career, one that nothing needs."""
    found = getattr(world, request.param)
    if request.param == "career":
        for other in (world.article, world.table, world.entry):
            other.delete()
    edit(found, review_by=datetime.date(2030, 1, 1))
    return found


def edit(item, form_key="theirs", **content):
    """Somebody else saves a draft."""
    edited = actions.draft_of(stored(item))
    for name, value in content.items():
        setattr(edited, name, value)
    actions.save_draft(item, edited, None, form_key=form_key)


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def address(item, page, *args):
    opts = item._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_{page}"
    return reverse(name, args=args or [item.pk])


@pytest.fixture
def number(request):
    """Of the kind of content: what the kinds have in common they share."""
    return CONTENT.index(request.node.callspec.params["item"])


class TestDecision:
    def test_about_an_item_that_is_not_there(self, admin_client, item, number):
        before = all_rows()
        for key in share(KEYS, number, len(CONTENT)):
            for page in PAGES:
                for ask in (admin_client.get, admin_client.post):
                    response = ask(address(item, page, key))
                    assert response.status_code in (302, 404), (page, key)
                    assert response.status_code == 302 or has_clear_page(response)
        assert all_rows() == before

    def test_about_an_item_in_the_trash(self, admin_client, item):
        actions.trash(item, None)
        before = all_rows()
        for page in PAGES:
            for ask in (admin_client.get, admin_client.post):
                answer = ask(address(item, page))
                # Whoever presses “Move to trash” twice is led back to the list.
                is_second = page == "delete" and ask == admin_client.post
                assert answer.status_code == (302 if is_second else 404)
        assert all_rows() == before

    def test_about_a_version_that_is_none_of_its(self, admin_client, item, number):
        before = all_rows()
        for key in share(KEYS, number, 2):
            url = address(item, "history_entry", item.pk, key)
            for ask in (admin_client.get, admin_client.post):
                assert ask(url).status_code in (302, 404), key
            url = address(item, "history_compare")
            response = admin_client.get(url, {"a": key, "b": key})
            assert response.status_code == 302
        assert all_rows() == before

    def test_by_another_method_changes_nothing(self, admin_client, item, number):
        before = all_rows()
        for method in share(METHODS, number, 3):
            for page in PAGES:
                body = b"reason=a&post=yes&_publish=1"
                response = admin_client.generic(method, address(item, page), body)
                assert response.status_code in (200, 302, 405), (method, page)
        assert all_rows() == before

    @pytest.mark.parametrize("action", CONFIRMED_ACTIONS)
    def test_for_no_reason_that_can_be_kept_is_not_taken(
        self, admin_client, item, number, action
    ):
        before = all_rows()
        reasons = ("a" * 201, "a" * 100_000, "\U0001f41d" * 201, *WITH_NUL)
        for reason in share(reasons, number, len(CONTENT)):
            response = admin_client.post(address(item, action), {"reason": reason})
            assert response.status_code == 200
            [sentence] = response.context["form"].errors["reason"]
            assert sentence in response.content.decode()
        assert all_rows() == before

    def test_keeps_any_reason_as_it_was_written(self, admin_client, world):
        """And shows it in the history, as nothing but text."""
        item, kept = world.page, []
        for number, reason in enumerate(STRINGS[::48]):
            if len(reason.strip()) > 200 or "\0" in reason:
                continue
            # One form for all three, so each has a third of the texts.
            for page in share(("unpublish", "archive", "delete"), number, 3):
                data = {"reason": reason}
                response = decide(admin_client, address(item, page), **data)
                assert response.status_code == 302, (page, reason)
                entry = item.history.first()
                assert entry.reason == reason.strip(), page
                kept.append(entry)
            if page == "delete":
                actions.recover(item, None)
            actions.publish(item, None)
        assert len(kept) > 10
        assert admin_client.get(address(item, "history")).status_code == 200

    def test_many_reasons_are_one(self, admin_client, item):
        data = {"reason": ["first", "last"], "name": "delete", "object_id": "9"}
        decide(admin_client, address(item, "unpublish"), **data)
        assert stored(item).status == item.DRAFT
        assert item.history.first().reason == "last"

    def test_twice_is_once(self, admin_client, item):
        for page in ("discard", "unpublish", "archive"):
            decide(admin_client, address(item, page))
            entries = item.history.count()
            response = admin_client.post(address(item, page), follow=True)
            assert "There is nothing to do" in response.content.decode()
            assert item.history.count() == entries


@pytest.mark.parametrize("item", ["article", "table"], indirect=True)
class TestForm:
    """What the form of content keeps for itself, made by hand."""

    @pytest.fixture
    def send(self, admin_client, item):
        """Load the form, change a date, and send it after somebody else has saved."""
        url = address(item, "change")
        data = filled_in(admin_client.get(url)) | {"review_by": "2031-01-01"}
        edit(item, review_by=datetime.date(2032, 1, 1))

        def send(button="_save", **fields):
            return admin_client.post(url, data | {button: ""} | fields)

        return send

    @pytest.fixture
    def theirs(self, item, send):
        before = all_rows()
        yield snapshot(actions.draft_of(stored(item)))
        assert all_rows() == before

    @pytest.mark.parametrize("button", ["_save", "_publish"])
    def test_no_version_overwrites_what_was_not_seen(
        self, send, theirs, item, number, button
    ):
        current = str(stored(item).version)
        assert current not in VERSIONS
        versions = share(VERSIONS, number * 2 + (button == "_publish"), 4)
        for version, key in zip(versions, cycle(("", "a", "null"))):
            response = send(button, base_version=version, form_key=key)
            assert response.status_code == 200, (version, key)
            form = response.context["adminform"].form
            sent = form.data.get("review_by") or str(form["review_by"].value())
            assert sent == "2031-01-01", "The text is lost."

    def test_nor_what_was_saved_without_a_form(self, send, item):
        """As a version is that somebody brought back; an empty key is not the same."""
        version = stored(item).version
        edit(item, "", review_by=datetime.date(2033, 1, 1))
        assert send(base_version=version, form_key="").status_code == 200
        assert actions.draft_of(stored(item)).review_by.year == 2033

    def test_key_that_is_none_is_refused(self, send, theirs):
        for key in ("a" * 41, "a" * 100_000, "\0"):
            assert send(form_key=key).status_code == 200

    def test_reason_that_cannot_be_kept_is_refused(self, send, theirs, item, number):
        version = stored(item).version
        for reason in share(("a" * 201, *WITH_NUL), number, 2):
            response = send(reason=reason, base_version=version)
            assert response.status_code == 200
            assert response.context["adminform"].form.errors["reason"]

    def test_fields_to_keep_as_they_are_are_only_those_there_are(
        self, send, item, admin_client
    ):
        before = snapshot(actions.draft_of(stored(item)))
        names = ["review_by", "", "id", "pk", "status", "version", "trashed_at", "slug"]
        names += ["__class__", "\0", "review_by ", "a" * 100_000, "[]", "created_by_id"]
        version = stored(item).version
        assert send(theirs=names, base_version=version).status_code == 302
        now = stored(item)
        assert snapshot(actions.draft_of(now)) == before
        assert (now.pk, now.status, now.trashed_at) == (item.pk, "published", None)
        assert now.version == version

    def test_control_with_the_right_version_it_is_saved(self, send, item):
        assert send(base_version=stored(item).version).status_code == 302
        assert str(actions.draft_of(stored(item)).review_by) == "2031-01-01"


IMPOSSIBLE = (
    *(("2027-02-29", "10:00"), ("2027-13-01", "10:00"), ("2027-00-00", "10:00")),
    *(("2027-05-01", "24:00"), ("2027-05-01", "99:99"), ("2027-05-01", "25")),
    *(("", "10:00"), ("x", "y"), ("2027-05-01", "x"), ("\0", "\0"), ("²", "²")),
    *(("9" * 5_000, "10:00"), ("2027-05-01", "9" * 5_000), ("99999-01-01", "00:00")),
    *(("0001-01-01", "00:00"), ("9999-12-31", "23:59:59"), ("0000-01-01", "00:00")),
    *(("1900-01-01", "00:00"), ("-1", "-1"), ("2027-05-01T10:00", ""), ("٢٠٢٧", "1")),
)
AT_THE_ENDS = [moment for moment in IMPOSSIBLE if moment[0][:4] in ("0001", "9999")]
# What the clocks of Berlin leave out in spring, and have twice in autumn.
SPRING = ("2027-03-28", "02:30")
AUTUMN = ("2027-10-31", "02:30")
SENTENCES = {
    SPRING: "02:30 does not exist on 28 March 2027 in Europe/Berlin",
    AUTUMN: "02:30 comes twice on 31 October 2027 in Europe/Berlin",
}


@pytest.mark.parametrize("item", ["article"], indirect=True)
class TestSchedule:
    @pytest.fixture(autouse=True)
    def january(self, clock, settings):
        clock(NOON)
        settings.TIME_ZONE = BERLIN

    def send(self, client, item, **times):
        data = {}
        for name, (day, hour) in times.items():
            data |= {f"{name}_0": day, f"{name}_1": hour}
        return decide(client, address(item, "schedule"), **data)

    @pytest.mark.parametrize("field", ["publish_at", "unpublish_at"])
    @pytest.mark.parametrize("zone", [BERLIN, "Pacific/Kiritimati", "Etc/GMT+12"])
    def test_for_no_moment_there_is(self, admin_client, item, field, zone, settings):
        """Far from Greenwich, where some of them end up out of all calendars.

        The two fields are one kind of field: each has half of those of any zone.
        """
        settings.TIME_ZONE = zone
        before = all_rows()
        half = share(IMPOSSIBLE, field == "publish_at", 2)
        for day, hour in half if zone == BERLIN else AT_THE_ENDS:
            response = self.send(admin_client, item, **{field: (day, hour)})
            assert response.status_code == 200, (day[:20], hour[:20])
            errors = response.context["form"].errors
            assert set(errors) == {field}, (day[:20], hour[:20])
            assert all(errors[field])
        assert all_rows() == before

    @pytest.mark.parametrize("field", ["publish_at", "unpublish_at"])
    @pytest.mark.parametrize("moment", SENTENCES, ids=["spring", "autumn"])
    def test_for_an_hour_that_is_not_one(self, admin_client, item, field, moment):
        before = all_rows()
        response = self.send(admin_client, item, **{field: moment})
        [sentence] = response.context["form"].errors[field]
        assert sentence.startswith(SENTENCES[moment])
        shown = response.content.decode()
        assert sentence in shown
        assert all(f'value="{part}"' in shown for part in moment)
        assert all_rows() == before

    @pytest.mark.parametrize(
        ("moment", "hour"),
        [
            (("2027-03-28", "01:59"), "00:59"),
            (("2027-03-28", "03:00"), "01:00"),
            (("2027-10-31", "01:59"), "23:59"),
            (("2027-10-31", "03:00"), "02:00"),
        ],
    )
    def test_hours_beside_it_are_what_they_say(self, admin_client, item, moment, hour):
        response = self.send(admin_client, item, publish_at=moment)
        assert response.status_code == 302
        when = Plan.objects.of(item).get().publish_at
        assert f"{when.astimezone(datetime.UTC):%H:%M}" == hour

    def test_in_the_zone_of_the_editor_not_the_site(self, admin_client, item):
        admin_client.post("/admin/zone/", {"zone": "America/New_York"})
        assert self.send(admin_client, item, publish_at=SPRING).status_code == 302
        when = Plan.objects.of(item).get().publish_at
        assert when == datetime.datetime(2027, 3, 28, 6, 30, tzinfo=datetime.UTC)
        gap = ("2027-03-14", "02:30")
        response = self.send(admin_client, item, publish_at=gap)
        [sentence] = response.context["form"].errors["publish_at"]
        assert "does not exist on 14 March 2027 in America/New_York" in sentence

    def test_that_takes_it_down_before_it_shows(self, admin_client, item):
        before = all_rows()
        times = {"publish_at": ("2027-05-02", "10:00")}
        times["unpublish_at"] = ("2027-05-01", "10:00")
        response = self.send(admin_client, item, **times)
        assert "later than" in str(response.context["form"].errors["unpublish_at"])
        assert all_rows() == before


class TestZone:
    NAMES = (
        *("x", "europe/berlin", "Europe/Berlin\0", "../../etc/passwd", "/etc/passwd"),
        *("Europe", "Europe/", "UTC+1", "+01:00", "a" * 100_000, "\0", "é", "[]", " "),
        *("localtime", "posixrules", "right/UTC", "posix/UTC", "<script>"),
    )

    def test_that_is_none_is_refused(self, admin_client, world):
        before = all_rows()
        for name in self.NAMES[::2]:  # all of them come from sessions, below
            if name in zoneinfo.available_timezones() or not name.strip():
                continue
            response = admin_client.post("/admin/zone/", {"zone": name})
            assert response.status_code == 200, name[:20]
            assert b"errorlist" in response.content
        assert all_rows() == before

    def test_by_another_method_changes_nothing(self, admin_client, world):
        before = all_rows()
        for method in METHODS:
            response = admin_client.generic(method, "/admin/zone/", b"zone=UTC")
            assert response.status_code in (200, 405)
        assert all_rows() == before

    def test_of_a_session_that_has_none_any_more_is_the_sites(
        self, admin_client, world
    ):
        urls = ("/admin/", "/admin/zone/", address(world.page, "schedule"))
        for name, url in zip((*self.NAMES, None, 5), cycle(urls)):
            session = admin_client.session
            session["time_zone"] = name
            session.save()
            assert admin_client.get(url).status_code == 200, name

    def test_far_from_ours_shows_every_page(self, admin_client, world):
        schedule.schedule(
            world.page, None, unpublish_at=timezone.now() + datetime.timedelta(hours=1)
        )
        for name in ("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "Factory"):
            if name not in zoneinfo.available_timezones():
                continue
            assert admin_client.post("/admin/zone/", {"zone": name}).status_code == 302
            for page in ("change", "schedule", "history"):
                assert admin_client.get(address(world.page, page)).status_code == 200
        assert EditorZone.objects.count() == 1


def test_every_kind_of_content_is_here(world):
    kinds = {type(getattr(world, name)) for name in CONTENT}
    assert kinds == {m for m in apps.get_models() if issubclass(m, Publishable)}
