"""Test requests to the admin that none of its pages makes."""

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.urls import reverse

from careerguide.http.keys import is_key
from tests.hostile.visits import all_rows, has_clear_page, share

MODELS = [model._meta for model in admin.site._registry]
NUMBERS = (
    "abc",
    "-1",
    "0",
    "1.5",
    "9" * 25,
    "9" * 5_000,
    "²",
    "٩٩٩",
    " ",
    "1,2",
    "[]",
    "é",
)
FILTERS = (
    *("status__exact=x", "status__exact=", "status__exact__exact=1", "status__regex=("),
    *("status__iregex=[", "title__regex=*", "name__regex=(", "username__regex=("),
    *("career__id__exact=abc", "career__id__exact=" + "9" * 25, "career__id__exact="),
    *(
        "career__created_by__password__startswith=a",
        "created_by__password=a",
        "x__y__z=1",
    ),
    *(
        "id__in=",
        "id__in=a,b",
        "id__in=" + "9" * 25,
        "id=abc",
        "pk=abc",
        "pk__gt=" + "9" * 25,
    ),
    *(
        "topic__exact=" + "x" * 3_000,
        "topic__isnull=maybe",
        "topic__empty=1",
        "__=1",
        "=1",
    ),
    *("review_by__gte=abc", "review_by__gte=99999-01-01", "review_by__isnull=maybe"),
    *(
        "review_by__year=0",
        "review_by__year=99999999",
        "review_by__week_day=" + "9" * 25,
    ),
    *("created_at__year=abc", "created_at__year=0", "created_at__year=99999999"),
    *(
        "created_at__year=2026&created_at__month=13",
        "created_at__day=99",
        "created_at=x",
    ),
    *(
        "created_at__year=2026&created_at__month=2&created_at__day=31",
        "created_at__gt=x",
    ),
    *("last_login__year=0", "last_login__range=1", "is_staff__exact=2", "groups=abc"),
    *("groups__id__exact=abc", "decorative__exact=maybe", "version__gt=" + "9" * 25),
    *("state=x", "state=", "state=live&state=draft", "state__exact=live", "state[]=1"),
    *("trashed_at__isnull=0", "history__id=1", "working_copies__problem=a"),
    *("e=1", "e=", "p=-1", "p=abc", "p=" + "9" * 25, "all=", "o=9.9.9", "o=abc", "o=-"),
    *("o=--1", "o=" + "1." * 900, "o=" + "9" * 25, "_facets=x", "_facets=True", "[]=1"),
    *(
        "q=" + "a+" * 3_000,
        "q=" + "a" * 100_000,
        "q=%22",
        "q='%22",
        "q=%5C%25_",
        "q=%ff",
    ),
    *(
        "_to_field=",
        "_to_field=password",
        "_to_field=nonsense",
        "_to_field=id",
        "_popup=",
    ),
    *("_popup=1&_to_field=", "_popup=x&_to_field=x", "_changelist_filters=%ff"),
    *("_changelist_filters=q%3Da%26p%3D-1", "_source_model=x", "title=a"),
)
INITIAL = (
    *("career=abc", "career=" + "9" * 25, "picture=abc", "picture=-1", "groups=abc"),
    *("groups=" + "9" * 25, "permissions=x", "publish_at=abc", "publish_at=2026-01-01"),
    *(
        "review_by=x",
        "order=abc",
        "order=" + "9" * 25,
        "status=x",
        "title=" + "x" * 3_000,
    ),
    *(
        "version=9",
        "created_by=1",
        "data=%7B",
        "numbers=a",
        "columns=x",
        "image=x",
        "id=1",
    ),
)
ACTIONS = (
    {},
    {"action": "delete_selected"},
    {"action": "nonsense", "_selected_action": "1"},
    {"action": "__class__", "_selected_action": "1"},
    {"action": "delete_selected", "index": "abc", "_selected_action": "0"},
    {"action": "delete_selected", "index": "99", "_selected_action": "0"},
    {"action": "delete_selected", "index": "-5", "_selected_action": "0"},
    {"action": ["", "delete_selected"], "index": "1", "_selected_action": "0"},
    {"action": "publish_selected", "_selected_action": ["1", "abc"]},
    {"action": "unpublish_selected", "select_across": "abc", "_selected_action": "a"},
    {"action": "trash_selected"},
    {"action": "trash_selected", "select_across": "1"},
    {"_save": "1"},
    {"_save": "1", "form-TOTAL_FORMS": "abc", "form-INITIAL_FORMS": "-1"},
)
VERBS = ("delete", "trash", "publish", "unpublish")
FORMS = (
    {},
    {"_save": "1"},
    {"_saveasnew": "1"},
    {"_popup": "1"},
    {"_popup": "1", "_to_field": "password"},
    {"_to_field": ""},
    {"form-TOTAL_FORMS": "9" * 25},
    {"title": "a", "status": "published", "review_by": "x", "_publish": "1"},
    {"title": "a", "review_by": "0000-00-00", "content_updated_on": "99999-01-01"},
    {"title": "a", "review_by": "2027-02-29", "content_updated_on": "9999-12-32"},
    {"title": "a", "_publish": ["1", "2"], "_save": "1", "slug": "a"},
    {"title": "a", "base_version": "x", "form_key": "a" * 5_000, "reason": "a" * 201},
    {"title": "a", "form_key": "\0", "reason": "\0", "theirs": ["title", "\0"]},
    {"title": ["a", "b"], "career": ["1", "2"], "slug": "9" * 3_000},
    {"slug": "../..", "status": "nonsense", "chart_form": "x", "row_order": "x"},
    {"id": "1", "pk": "1", "version": "-1", "created_by": "x", "is_superuser": "maybe"},
    {"data": '{"columns": []}', "numbers": "a\tb", "columns": "nonsense: nonsense"},
)
OF_NUMBERS = [
    dict.fromkeys(("career", "picture", "groups", "order", "focal_x"), number)
    | {"user_permissions": number, "permissions": number, "next_update": number}
    for number in NUMBERS
]


def ids(opts):
    return opts.label_lower


@pytest.fixture
def unchanged(world, admin_client):
    before = all_rows()
    yield
    assert all_rows() == before


def may(opts, name):
    """Whether anybody has the page: nobody deletes the site’s settings."""
    return name != "delete" or "delete" in opts.default_permissions


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("opts", MODELS, ids=ids)
class TestModel:
    @pytest.fixture
    def address(self, opts):
        """The address of one of the model's pages, and whether its answer will do."""
        return lambda name, *args: reverse(
            f"admin:{opts.app_label}_{opts.model_name}_{name}", args=args
        )

    @pytest.fixture
    def some(self, opts):
        """All for articles; a fourth for the others, which have the rest in common."""
        number = MODELS.index(opts)
        whole = opts.label_lower == "articles.article"
        return lambda inputs: inputs if whole else share(inputs, number, 4)

    @pytest.fixture
    def key(self, opts, world):
        return opts.model._default_manager.values_list("pk", flat=True).first() or 1

    def test_pages_of_one_item_with_garbage(
        self, opts, address, key, some, admin_client
    ):
        queries = ("_to_field=", "_to_field=password", "_popup=1", "a=%ff", "e=1")
        for query in some(queries):
            for name in ("change", "delete", "history"):
                response = admin_client.get(f"{address(name, key)}?{query}")
                allowed = (200, 302, 400) if may(opts, name) else (403,)
                assert response.status_code in allowed, (name, query)

    def test_item_that_is_not_there(self, opts, address, admin_client):
        keys = (*NUMBERS, "_00", "_", "_5Fa", "None", "..", "a" * 3_000, "<script>")
        for key in share(keys, MODELS.index(opts), 6):
            for name in ("change", "delete", "history"):
                response = admin_client.get(address(name, key))
                allowed = (302, 404) if may(opts, name) else (403,)
                assert response.status_code in allowed, (name, key)
                # 409: what was sent for an item that went meanwhile is shown again.
                # 403: nobody changes what readers sent.
                response = admin_client.post(address(name, key))
                assert response.status_code in (302, 403, 404, 409), (name, key)

    def test_new_item_filled_in_with_garbage(self, opts, address, some, admin_client):
        """What names no field of the form is sent at once."""
        shown = 200 if "add" in opts.default_permissions else 403
        response = admin_client.get(f"{address('add')}?{'&'.join(INITIAL)}")
        assert response.status_code == shown
        # An upload is no form of its model.
        if shown == 200 and "adminform" in response.context:
            fields = response.context["adminform"].form.fields
            for query in some(INITIAL):
                if query.partition("=")[0] in fields:
                    response = admin_client.get(f"{address('add')}?{query}")
                    assert response.status_code == 200, query

    def test_action_made_by_hand(self, opts, address, some, admin_client):
        by_key = [
            {"action": f"{verb}_selected", "_selected_action": key}
            for place, verb in enumerate(VERBS)
            for key in share(NUMBERS, MODELS.index(opts) + place, len(VERBS))
        ]
        for data in some([*ACTIONS, *by_key]):
            response = admin_client.post(address("changelist"), data)
            assert response.status_code in (200, 302, 400), data
            assert response.status_code != 400 or has_clear_page(response)

    def test_form_made_by_hand(self, opts, address, some, admin_client):
        for data in (*some(FORMS), *share(OF_NUMBERS, MODELS.index(opts), 4)):
            response = admin_client.post(address("add"), data)
            assert response.status_code in (200, 400, 403), data


LISTS = ("articles_article", "statistics_stattable", "library_image", "auth_user")
LISTS += ("feedback_feedback",)


@pytest.mark.every_database
@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("name", LISTS)
def test_list_filtered_by_garbage(name, admin_client):
    """Articles by all of it; by a fourth others with more filters, or with none."""
    address = reverse(f"admin:{name}_changelist")
    number = LISTS.index(name)
    led_to = set()
    for query in share(FILTERS, number, 4) if number else FILTERS:
        response = admin_client.get(f"{address}?{query}")
        assert response.status_code in (200, 302, 400), query[:60]
        if response.status_code == 302:
            led_to.add(response.headers["Location"])
    assert 0 < len(led_to) < 5
    for url in led_to:
        assert admin_client.get(url).status_code == 200, url


@pytest.mark.usefixtures("unchanged")
class TestChangeForm:
    def test_made_by_hand(self, admin_client, world):
        owner = get_user_model().objects.get()
        items = (world.article, world.table, owner, Group.objects.first())
        for number, item in enumerate(items):
            opts = item._meta
            name = f"admin:{opts.app_label}_{opts.model_name}_change"
            forms = share(FORMS, number, 3) if number else FORMS
            for data in (*forms, *share(OF_NUMBERS, number, 4)):
                response = admin_client.post(reverse(name, args=[item.pk]), data)
                assert response.status_code in (200, 302, 400), data
                assert response.status_code != 302 or "_saveasnew" in data


class TestSite:
    @pytest.mark.parametrize(
        "query",
        [
            *("", "app_label=x", "app_label=articles&model_name=x", "term=%ff"),
            "app_label=articles&model_name=article&field_name=title",
            "app_label=articles&model_name=article&field_name=nonsense",
            "app_label=auth&model_name=user&field_name=password",
        ],
    )
    def test_autocomplete_of_nothing_is_refused(self, admin_client, query):
        response = admin_client.get(f"/admin/autocomplete/?{query}")
        assert response.status_code == 403
        assert has_clear_page(response)

    def test_autocomplete_by_garbage(self, admin_client, world):
        start = "/admin/autocomplete/?app_label=articles&model_name=article"
        for word in ("a+" * 3_000, "a" * 100_000, "%ff", "%22", "'", "%25", "\\"):
            url = f"{start}&field_name=career&term={word}"
            assert admin_client.get(url).status_code == 200, word[:20]
        for page in NUMBERS:
            url = f"{start}&field_name=career&page={page}"
            assert admin_client.get(url).status_code in (200, 404), page

    def test_editor_lists_by_garbage(self, admin_client, world):
        for name in ("markdown_images", "markdown_tables"):
            for page in NUMBERS:
                response = admin_client.get(reverse(name), {"page": page, "q": page})
                assert response.status_code == 200, (name, page)
            for word in ("a " * 3_000, "%", "_", "'", '"', "\\", "\U0001f41d"):
                response = admin_client.get(reverse(name), {"q": word})
                assert response.status_code == 200, (name, word[:20])

    def test_shortcut_to_nothing_is_not_found(self, admin_client, world):
        for kind in (*NUMBERS, "1"):
            response = admin_client.get(
                reverse("admin:view_on_site", args=[kind, "abc"])
            )
            assert response.status_code == 404, kind

    def test_app_that_is_none_is_not_found(self, admin_client):
        for path in ("nonsense/", "articles/nonsense/", "auth/permission/", "jsi18n"):
            assert admin_client.get(f"/admin/{path}").status_code in (301, 404), path


class TestControl:
    """What Django's own admin answers to some of these, the tests do notice."""

    @pytest.fixture
    def bare(self, monkeypatch):
        """The admin as Django makes it, without our mixin."""
        for model, hardened in admin.site._registry.items():
            bare = type(hardened).__bases__[1](model, admin.site)
            monkeypatch.setattr(hardened, "__class__", type(bare))

    @pytest.mark.parametrize(
        "address",
        ["article/?created_at__year=0", "article/add/?career=abc"]
        + ["article/?q=" + "a+" * 3_000] * (connection.vendor == "sqlite"),
    )
    def test_without_our_mixin_it_crashes(self, bare, admin_client, address):
        with pytest.raises(AssertionError):
            admin_client.get(f"/admin/articles/{address}")

    def test_what_a_key_is(self):
        assert all(map(is_key, ("0", "1", 7, "9" * 18, str(2**63 - 1))))
        assert not any(map(is_key, (*NUMBERS[:2], *NUMBERS[3:], str(2**63), None)))
