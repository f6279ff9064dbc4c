"""Test that what is previewed is what is published, and leaves no trace."""

import datetime
from functools import partial
from unittest import mock

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models.signals import post_save, pre_save
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.slugs import save_with_free_slug
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.related import (
    ContentVersion,
    PreviewLink,
    WorkingCopy,
)
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.preview.links import address_of, make_link, signer
from careerguide.publishing.preview.render import NoPreview, preview_of, render
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import (
    SALARIES,
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import filled_in

pytestmark = pytest.mark.django_db

CONTENT = [ArticleFactory, FAQEntryFactory, StatTableFactory]
EVERYTHING = [*CONTENT, CareerFactory, PageFactory]
TEXTS = {
    Article: "body",
    Career: "summary",
    FAQEntry: "answer",
    Page: "body",
    StatTable: "note",
}


def name(factory):
    return factory._meta.model._meta.model_name


def fresh(item):
    return type(item)._base_manager.get(pk=item.pk)


def changed(item, **values):
    """The item with other content, unsaved."""
    title = item.title_field
    text = TEXTS[type(item)]
    return apply_snapshot(
        item,
        {
            title: "Rain & <sun>",
            text: f"{getattr(item, text)}\n\nNew: **bold**."[-390:],
            **values,
        },
    )


def drafted(item, **values):
    """The item with a saved draft."""
    actions.save_draft(item, changed(item, **values), UserFactory())
    return actions.draft_of(fresh(item))


def published_page(client, item, path=None):
    client.logout()
    return client.get(path or item.get_absolute_url()).content


def trace():
    """All that a preview could leave in the database."""
    models = [
        m
        for m in apps.get_models()
        if issubclass(m, Publishable | WorkingCopy | ContentVersion)
        or "Historical" in m.__name__
    ]
    return {m: list(m._base_manager.order_by("pk").values()) for m in models}


class TestBytes:
    def test_preview_is_what_is_published_for_the_whole_guide(self, client, seeded):
        models = [m for m in apps.get_models() if issubclass(m, Publishable)]
        items = [item for model in models for item in model.objects.published()[:5]]
        assert len(items) > 12
        by = UserFactory()
        for item in items:
            draft = drafted(item)
            preview = render(draft).content
            actions.publish(fresh(item), by)
            assert published_page(client, item) == preview, item

    def test_unchanged_item_looks_as_it_does(self, client, seeded):
        for item in Article.objects.published():
            assert render(item).content == published_page(client, item)

    def test_new_address_is_that_of_the_draft(self, client):
        item = ArticleFactory()
        preview = render(drafted(item, slug="rain-and-sun")).content
        actions.publish(item, UserFactory())
        path = "/articles/rain-and-sun/"
        assert path.encode() in preview
        assert published_page(client, item, path) == preview

    def test_table_and_the_article_that_shows_it(self, client):
        table = StatTableFactory(slug="pay")
        article = ArticleFactory(career=table.career, body="## Pay\n\n[[table: pay]]")
        data = {**SALARIES, "rows": [{"cells": ["Entry", "99000"]}]}
        preview = render(drafted(table, data=data)).content
        # Its table is published on its own: the article shows what readers have.
        before = render(drafted(article)).content
        assert b"$99,000" in preview
        assert b"$85,000" in before and b"$99,000" not in before
        actions.publish(table, UserFactory())
        assert published_page(client, table) == preview
        preview = render(actions.draft_of(fresh(article))).content
        assert b"$99,000" in preview
        actions.publish(article, UserFactory())
        assert published_page(client, article) == preview

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_first_publication(self, client, factory):
        item = factory(status="draft", first_published_at=None, content_updated_on=None)
        preview = render(item).content
        actions.publish(item, UserFactory())
        assert published_page(client, item) == preview

    @pytest.mark.parametrize("factory", CONTENT, ids=name)
    def test_unsaved_item_follows_the_others(self, client, factory):
        there = factory(order=3)
        item = factory.build(career=there.career, slug="", status="draft")
        base = f"{there.career.slug}-rain"
        preview = preview_of(item, base).content
        assert item.pk is None and item.slug == ""
        save = partial(save_with_free_slug, item, base)
        actions.create(item, UserFactory(), save=save)
        actions.publish(item, UserFactory())
        page = published_page(client, item)
        assert there.get_absolute_url().encode() in page
        assert page == preview

    def test_what_publishing_puts_right_is_right(self, client, monkeypatch):
        def clean(self):
            self.title = self.title.upper()

        item = drafted(ArticleFactory())
        monkeypatch.setattr(Article, "clean", clean)
        preview = render(item).content
        actions.publish(item, UserFactory())
        assert b"RAIN" in preview
        assert published_page(client, item) == preview

    def test_career_that_is_no_longer_public_is_shown_as_if_it_were(self, client):
        career = CareerFactory(status="draft", summary="", first_published_at=None)
        item = ArticleFactory(career=career)
        page = render(item)
        assert page.status_code == 200
        assert item.title.encode() in page.content
        assert fresh(career).status == "draft"

    def test_scheduled_item_is_shown_now(self):
        later = timezone.now() + datetime.timedelta(days=3)
        assert render(ArticleFactory(publish_at=later)).status_code == 200

    def test_staff_and_their_zone_change_nothing(self, client):
        item = ArticleFactory()
        expected = published_page(client, item)
        with timezone.override("Pacific/Kiritimati"):
            assert render(item).content == expected


class TestNoTrace:
    @pytest.fixture
    def listening(self):
        heard = mock.Mock(return_value=None)
        for signal in (pre_save, post_save):
            signal.connect(heard)
        yield heard
        for signal in (pre_save, post_save):
            signal.disconnect(heard)

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_nothing_is_written(self, factory, listening):
        item = drafted(factory())
        before = trace()
        listening.reset_mock()
        assert render(item).status_code == 200
        if factory in CONTENT:
            render(factory.build(career=item.career, slug=""))
        assert trace() == before
        listening.assert_not_called()

    def test_nor_where_the_page_crashes(self):
        item = drafted(ArticleFactory())
        before = trace()
        crash = mock.patch.object(Article, "render_text", side_effect=ZeroDivisionError)
        with crash, pytest.raises(ZeroDivisionError):
            render(item)
        assert trace() == before

    def test_nor_does_the_item_at_hand_change(self):
        item = drafted(ArticleFactory(status="draft"))
        render(item)
        assert item.status == "draft"


class TestNoPreview:
    def test_address_of_another(self):
        taken = ArticleFactory()
        page = render(changed(ArticleFactory(), slug=taken.slug))
        assert page.status_code == 409
        assert "another item has its address" in page.text

    def test_address_of_another_part_of_the_site(self):
        page = render(changed(PageFactory(), slug="admin"))
        assert "Another part of the site has this address" in page.text

    def test_no_career(self):
        with pytest.raises(NoPreview, match="Choose the career first"):
            preview_of(Article(title="Rain"))

    def test_career_that_was_deleted(self):
        with pytest.raises(NoPreview, match="Choose the career first"):
            preview_of(changed(ArticleFactory(), career_id=987654))

    def test_item_that_was_deleted(self):
        item = ArticleFactory()
        gone = fresh(item)
        item.delete()
        with pytest.raises(NoPreview, match="deleted meanwhile"):
            preview_of(gone)

    def test_what_is_missing_is_named_and_not_in_the_way(self):
        page = render(changed(ArticleFactory(), summary="", body="Rain."))
        assert page.status_code == 200
        assert "[Summary: still to be written]" in page.text


def assert_private(response):
    assert {"private", "no-store"} <= {*response.headers["Cache-Control"].split(", ")}
    assert response.headers["X-Robots-Tag"] == "noindex"


class TestHeaders:
    @pytest.mark.parametrize("make", [ArticleFactory, Article], ids=["page", "none"])
    def test_private_and_framed_by_ourselves_alone(self, make):
        page = render(make())
        assert_private(page)
        assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
        assert page.headers["X-Frame-Options"] == "SAMEORIGIN"


def admin_url(item, page):
    opts = item._meta
    args = [item.pk] if item.pk else []
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


JSON = {"accept": "application/json"}


def preview_of_form(client, item, **changes):
    """What the pane beside the form gets for a form with some values changed."""
    data = filled_in(client.get(admin_url(item, "change")), **changes)
    return client.post(admin_url(item, "preview"), data, headers=JSON)


class TestForm:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_shows_what_is_typed_and_saves_nothing(self, admin_client, factory):
        item = factory()
        before = trace()
        answer = preview_of_form(admin_client, item, **{item.title_field: "Rain"})
        assert_private(answer)
        assert answer.json()["notes"] == []
        assert "Rain" in answer.json()["html"]
        assert trace() == before

    def test_is_what_publishing_the_form_gives(self, admin_client):
        item = StatTableFactory()
        values = {"title": "Rain falls", "numbers": "Level\tSalary\nEntry\t9000"}
        preview = preview_of_form(admin_client, item, **values).json()["html"]
        url = admin_url(item, "change")
        data = filled_in(admin_client.get(url), **values)
        not_told = {"note_kind": "none", "note_reason": "It is the same."}
        admin_client.post(url, data | {"_publish": ""} | not_told)
        page = published_page(admin_client, item).decode()
        assert "9,000" in page
        assert page == preview

    def test_value_that_cannot_be_kept_is_shown_as_saved(self, admin_client):
        item = ArticleFactory(summary="As it was.")
        values = {"title": "Rain", "summary": "x" * 401}
        answer = preview_of_form(admin_client, item, **values).json()
        assert "As it was." in answer["html"] and "Rain" in answer["html"]
        [note] = answer["notes"]
        assert note.startswith("Summary: Ensure this value has at most 400 characters")

    def test_value_that_may_not_be_published_yet_is_shown(self, admin_client):
        item = ArticleFactory()
        answer = preview_of_form(admin_client, item, body="Rain\n\n[[table: x]]").json()
        assert "Rain" in answer["html"]
        assert answer["notes"] == [
            "Body: Line 3: There is no table “x”: write the last part of the table’s "
            "address."
        ]

    def test_address_that_is_taken(self, admin_client):
        item, other = ArticleFactory(), ArticleFactory()
        answer = preview_of_form(admin_client, item, slug=other.slug).json()
        assert item.slug in answer["html"]
        assert answer["notes"] == ["Slug: Article with this Slug already exists."]

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_new_item(self, admin_client, factory):
        new = factory._meta.model()
        data = filled_in(admin_client.get(admin_url(new, "add")))
        data[new.title_field] = "Rain"
        if factory in CONTENT:
            data["career"] = CareerFactory().pk
        before = trace()
        url = admin_url(new, "preview_new")
        answer = admin_client.post(url, data, headers=JSON).json()
        assert "Rain" in answer["html"]
        assert trace() == before

    def test_new_item_without_anything(self, admin_client):
        url = admin_url(Article(), "preview_new")
        answer = admin_client.post(url, {}, headers=JSON).json()
        assert answer["html"] == ""
        assert "Choose the career first: it is part of the page." in answer["notes"]

    def test_without_script_it_is_a_page_around_it(self, admin_client):
        item = ArticleFactory()
        data = filled_in(admin_client.get(admin_url(item, "change")), title="Rain")
        page = admin_client.post(admin_url(item, "preview"), data)
        assert "&lt;title&gt;Rain" in page.text
        assert 'sandbox="allow-same-origin"' in page.text

    @pytest.mark.parametrize("key", ["0", "9" * 30, "x", "_00", "-1"])
    def test_item_that_is_not_there(self, admin_client, key):
        for page in ("preview", "share"):
            url = f"/admin/articles/article/{key}/{page}/"
            assert admin_client.get(url).status_code == 404
            assert admin_client.post(url).status_code == 404

    def test_item_in_the_trash(self, admin_client):
        item = ArticleFactory()
        actions.trash(item, None)
        assert admin_client.get(admin_url(item, "preview")).status_code == 404

    def test_nothing_to_get_for_a_new_item(self, admin_client):
        url = admin_url(Article(), "preview_new")
        assert admin_client.get(url).status_code == 405

    def test_garbage_is_no_crash(self, admin_client):
        item = ArticleFactory()
        url = admin_url(item, "preview")
        data = {"career": "9" * 40, "title": "\x00", "picture": "x", "review_by": "-"}
        assert admin_client.post(url, data, headers=JSON).status_code == 200


class TestRights:
    def test_author_previews_their_own(self, client, sign_in):
        author = sign_in("Author")
        own = ArticleFactory(created_by=author)
        assert preview_of_form(client, own).status_code == 200
        assert client.post(admin_url(own, "share")).status_code == 302

    def test_of_another_they_see_what_is_saved(self, client, sign_in):
        sign_in("Author")
        item = drafted(ArticleFactory())
        url = admin_url(item, "preview")
        assert client.post(url, {"title": "Mine"}).status_code == 403
        assert "Rain &amp; &lt;sun&gt;" in client.get(url, headers=JSON).json()["html"]
        assert client.get(admin_url(item, "share")).status_code == 403
        assert client.post(admin_url(item, "share")).status_code == 403
        assert not PreviewLink.objects.exists()

    @pytest.mark.parametrize("page", ["preview", "share"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_nobody_else(self, client, page, method):
        item = ArticleFactory()
        url = admin_url(item, page)
        assert getattr(client, method)(url).status_code == 302
        client.force_login(UserFactory())
        assert getattr(client, method)(url).status_code == 403

    def test_form_offers_what_they_may(self, client, sign_in):
        author = sign_in("Author")
        own, other = ArticleFactory(created_by=author), ArticleFactory()
        assert "Share preview" in client.get(admin_url(own, "change")).text
        page = client.get(admin_url(other, "change")).text
        assert "Share preview" not in page
        assert f'<a href="{admin_url(other, "preview")}"' in page


class TestSharing:
    def test_link_is_made_listed_and_revoked(self, admin_client):
        item = ArticleFactory()
        url = admin_url(item, "share")
        admin_client.post(url)
        link = PreviewLink.objects.get()
        days = (link.expires_at - timezone.now()).total_seconds() / 24 / 3600
        assert round(days) == settings.PREVIEW_LINK_DAYS
        page = admin_client.get(url).text
        assert address_of(link) in page
        assert f"Made by {link.made_by}" in page
        admin_client.post(url, {"_revoke": link.pk})
        assert address_of(link) not in admin_client.get(url).text

    @pytest.mark.parametrize("key", ["", "x", "9" * 40, "\x00"])
    def test_forged_revoking(self, admin_client, key):
        item = ArticleFactory()
        link = make_link(item, None)
        url = admin_url(item, "share")
        assert admin_client.post(url, {"_revoke": key}).status_code == 302
        assert PreviewLink.objects.get() == link

    def test_link_of_another_item_stays(self, admin_client):
        link = make_link(ArticleFactory(), None)
        url = admin_url(ArticleFactory(), "share")
        admin_client.post(url, {"_revoke": link.pk})
        assert PreviewLink.objects.get() == link


def path_of(link):
    return address_of(link).removeprefix(settings.SITE_URL)


class TestLink:
    @pytest.fixture(params=["", "page/"], ids=["wrapper", "page"])
    def part(self, request):
        return request.param

    def test_shows_the_draft_to_anybody(self, client):
        item = drafted(ArticleFactory(title="As published"))
        path = path_of(make_link(item, None))
        page = client.get(path)
        assert "Draft of “Rain &amp; &lt;sun&gt;”, not published." in page.text
        assert f'src="{path}page/"' in page.text
        assert "frame-src 'self'" in page.headers["Content-Security-Policy"]
        assert client.get(f"{path}page/").content == render(item).content

    def test_shows_what_was_saved_last(self, client):
        item = ArticleFactory()
        path = path_of(make_link(item, None))
        assert "as published" in client.get(path).text
        actions.save_draft(item, changed(item, title="Snow"), None)
        assert "Draft of “Snow”" in client.get(path).text
        assert "Snow" in client.get(f"{path}page/").text

    def test_is_private(self, client, part):
        answer = client.get(path_of(make_link(ArticleFactory(), None)) + part)
        assert answer.status_code == 200
        assert_private(answer)

    def assert_ended(self, answer):
        assert answer.status_code == 410
        assert "This preview has ended" in answer.text
        assert "Ask whoever sent it for a new one." in answer.text
        assert_private(answer)

    def test_expired(self, client, part, clock):
        link = make_link(ArticleFactory(), None)
        clock(link.expires_at - datetime.timedelta(seconds=1))
        assert client.get(path_of(link) + part).status_code == 200
        clock(link.expires_at)
        self.assert_ended(client.get(path_of(link) + part))

    def test_revoked(self, client, part):
        link = make_link(ArticleFactory(), None)
        path = path_of(link) + part
        link.delete()
        self.assert_ended(client.get(path))

    def test_trashed(self, client, part):
        item = ArticleFactory()
        path = path_of(make_link(item, None)) + part
        actions.trash(item, None)
        self.assert_ended(client.get(path))

    def test_trashed_without_revoking(self, client, part):
        item = ArticleFactory(status="draft", trashed_at=timezone.now())
        self.assert_ended(client.get(path_of(make_link(item, None)) + part))

    def test_deleted(self, client, part):
        item = ArticleFactory()
        path = path_of(make_link(item, None)) + part
        Article.objects.filter(pk=item.pk)._raw_delete("default")
        self.assert_ended(client.get(path))

    @pytest.mark.parametrize(
        "token",
        [
            "x",
            "1",
            "1.",
            "1.x",
            ".",
            "é",
            "1." + "A" * 5000,
            "1:2",
            signer.sign("1")[:-1],
        ],
        ids=str,
    )
    def test_forged(self, client, part, token):
        make_link(ArticleFactory(), None)
        answer = client.get(f"/preview/{token}/{part}")
        assert answer.status_code == 404
        assert_private(answer)

    def test_nul(self, client, part):
        assert client.get(f"/preview/1%00/{part}").status_code == 400

    def test_other_methods(self, client, part):
        path = path_of(make_link(ArticleFactory(), None)) + part
        assert client.head(path).status_code == 200
        for method in ("post", "put", "delete"):
            assert getattr(client, method)(path).status_code == 405

    def test_stands_in_no_list(self, client):
        make_link(ArticleFactory(), None)
        for path in ("/sitemap.xml", "/robots.txt"):
            assert "preview" not in client.get(path).text
