"""Test every page and button of content in the admin, by each group, GET and POST."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.urls import get_resolver, reverse

from careerguide.publishing.drafts import actions, notes
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import PreviewLink
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import ArticleFactory, UserFactory
from tests.publishing.two_types import TWO_TYPES

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

GROUPS = ["nobody", "Author", "Editor", "Publisher"]
READ, WRITE, DECIDE = set(GROUPS[1:]), {"Editor", "Publisher"}, {"Publisher"}

# Who may open and who may send each page of an item that is somebody else's.
PAGES = {
    "change": (READ, WRITE),
    "history": (READ, None),
    "history_entry": (READ, WRITE),
    "history_compare": (READ, None),
    "preview": (READ, WRITE),
    "share": (WRITE, WRITE),
    "discard": (WRITE, WRITE),
    "correct": (WRITE, WRITE),
    "take-plan": (WRITE, WRITE),
    "checks": (WRITE, WRITE),
    "changes": (READ, WRITE),
    "review": (DECIDE, DECIDE),
    "unpublish": (DECIDE, DECIDE),
    "archive": (DECIDE, DECIDE),
    "schedule": (DECIDE, DECIDE),
    "notes": (DECIDE, DECIDE),
    "note": (DECIDE, DECIDE),
    "delete": (DECIDE, DECIDE),
}
# And of a kind of content, for authors' kinds; careers and pages need an editor.
LISTS = {
    "changelist": (READ, None),
    "add": (READ, READ),
    "preview_new": (set(), READ),
    "order": (DECIDE, DECIDE),
}


def name(factory):
    return factory._meta.model._meta.model_name


@pytest.fixture
def item(request):
    """Live, with a draft, and made by somebody else."""
    item = request.param(created_by=UserFactory())
    content = apply_snapshot(item, snapshot(item) | {item.title_field: "Other"})
    actions.save_draft(item, content, None)
    return item


@pytest.fixture(params=GROUPS)
def group(request, client, sign_in):
    if request.param == "nobody":
        client.force_login(UserFactory())
    else:
        sign_in(request.param)
    return request.param


@contextmanager
def undone():
    """Leave nothing of what is done within, so that the next page finds the same."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def note_on(item):
    notes.add(item, WrittenNote("update", "The hives are counted anew."), None)
    return item.change_notes.first()


def address(item, page):
    opts = item._meta
    args = [] if page in LISTS else [item.pk]
    if page == "history_entry":
        args.append(item.history.first().pk)
    if page == "note":
        args.append(note_on(item).pk)
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def pages_of_content():
    """The names of all pages that the admin of an article has."""
    names = {str(key) for key in get_resolver().namespace_dict["admin"][1].reverse_dict}
    start = "articles_article_"
    return {name.removeprefix(start) for name in names if name.startswith(start)}


def who_gets_it(client, method, url, data=None):
    with undone():
        return getattr(client, method)(url, data).status_code != 403


@pytest.mark.parametrize("item", TWO_TYPES, indirect=True, ids=name)
def test_pages_of_an_item(client, group, item):
    opened, taken = {}, {}
    for word, (readers, writers) in PAGES.items():
        url = address(item, word)
        opened[word] = who_gets_it(client, "get", url) == (group in readers)
        if writers is not None:
            taken[word] = who_gets_it(client, "post", url, {}) == (group in writers)
    assert all(opened.values()), opened
    assert all(taken.values()), taken


@pytest.mark.parametrize("item", TWO_TYPES, indirect=True, ids=name)
def test_pages_of_a_type(client, group, item):
    opened, taken = {}, {}
    is_guide = item._meta.model_name in ("career", "page")
    for word, (readers, writers) in LISTS.items():
        if is_guide and word in ("add", "preview_new"):
            readers, writers = readers - {"Author"}, writers - {"Author"}
        url = address(item, word)
        if readers:
            opened[word] = who_gets_it(client, "get", url) == (group in readers)
        if writers is not None:
            taken[word] = who_gets_it(client, "post", url, {}) == (group in writers)
    assert all(opened.values()), opened
    assert all(taken.values()), taken


@pytest.mark.parametrize("item", [ArticleFactory], indirect=True, ids=name)
def test_no_page_is_left_out(item):
    assert pages_of_content() - {"autocomplete"} == {*PAGES, *LISTS}


@pytest.mark.parametrize("item", TWO_TYPES, indirect=True, ids=name)
def test_without_an_account_every_page_asks_to_sign_in(client, item):
    before = snapshot(actions.draft_of(item))
    for word in (*PAGES, *LISTS):
        url = address(item, word)
        for answer in (client.get(url), client.post(url, {})):
            assert answer.status_code == 302, word
            assert answer.url.startswith(reverse("admin:login"))
        assert snapshot(actions.draft_of(item)) == before, word


@pytest.mark.parametrize("item", TWO_TYPES, indirect=True, ids=name)
def test_link_is_revoked_by_those_who_may_share(client, group, item):
    link = PreviewLink.objects.create(item=item, expires_at="2999-01-01T00:00Z")
    client.post(address(item, "share"), {"_revoke": link.pk})
    assert PreviewLink.objects.exists() == (group not in WRITE)


@pytest.mark.parametrize("item", TWO_TYPES, indirect=True, ids=name)
def test_trash_gives_back_to_those_who_may_delete(client, group, item):
    actions.trash(item, None)
    client.post("/admin/trash/", {"item": f"{item._meta.label_lower}.{item.pk}"})
    item.refresh_from_db()
    assert (item.trashed_at is None) == (group in DECIDE)
