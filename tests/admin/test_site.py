"""Test the form of the site's settings, and where readers see what it says."""

import io
import json
import sys

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.utils import timezone
from PIL import Image

from careerguide.accounts import mail
from careerguide.identity import current
from careerguide.management.commands.serve import Command
from careerguide.models import Career, Site
from careerguide.publishing.models.related import ContentVersion
from tests.each import each
from tests.factories import (
    ArticleFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import filled_in
from tests.page_cache.caching import Process

pytestmark = pytest.mark.django_db

FORM = "/admin/careerguide/site/1/change/"
YELLOW = "#ffcc00"


def save(client, **values):
    return client.post(FORM, filled_in(client.get(FORM), **values))


def read(client, path):
    return client.get(path).content.decode()


def errors(response):
    return response.context["adminform"].form.errors


class TestForm:
    def test_changes_every_page(self, admin_client, client):
        table = StatTableFactory(slug="bees")
        paths = ["/", "/statistics/", "/nowhere/", table.get_absolute_url()]
        paths += ["/statistics/bees/embed/", "/manifest.webmanifest", "/admin/"]
        assert save(admin_client, name="Vakgids").status_code == 302
        for path in paths:
            page = read(admin_client, path)
            assert "Vakgids" in page and "Career Guide" not in page
        assert "Numbers and notes on Vakgids" in read(admin_client, paths[4])

    @pytest.mark.parametrize("name", ["\u200b", "\u2066\u00ad", "\u3164 \u2800"])
    def test_a_name_that_nobody_sees_is_none(self, admin_client, name):
        assert "only characters that nobody sees" in str(
            errors(save(admin_client, name=name))
        )

    def test_what_is_left_empty_but_for_invisible_characters_is_empty(
        self, admin_client
    ):
        assert save(admin_client, publisher="\u200b", home_lead="\u2060 ")
        site = Site.objects.get()
        assert (site.publisher, site.home_lead) == ("", "")

    @pytest.mark.parametrize("name", ["a\nb", "a\r\nb", "a\u2028b"])
    def test_a_name_is_one_line(self, name):
        site = Site(name=name)
        site.clean_fields()
        assert site.name == "a b"

    def test_is_shown_to_readers_of_pages_in_memory(self, admin_client):
        PageFactory()
        process = Process()
        assert b"Vakgids" not in process.ask("/").body
        version = ContentVersion.current()
        save(admin_client, name="Vakgids")
        assert ContentVersion.current() == version + 1
        process.poll()
        assert b"Vakgids" in process.ask("/").body

    def test_has_one_record_and_no_list(self, admin_client):
        assert admin_client.get("/admin/careerguide/site/")["Location"] == FORM
        for path in ("2/change/", "add/", "1/delete/"):
            answer = admin_client.get(f"/admin/careerguide/site/{path}")
            assert answer.status_code in (302, 403, 404)
        save(admin_client, name="A"), save(admin_client, name="B")
        assert [site.name for site in Site.objects.all()] == ["B"]

    def test_says_what_was_changed_in_its_history(self, admin_client):
        save(admin_client, name="Vakgids", review_articles_article="90")
        entry = LogEntry.objects.get().get_change_message()
        assert "Name: “Career Guide” is now “Vakgids”." in entry
        assert "Articles: “” is now “90”." in entry
        assert "Vakgids" in read(admin_client, FORM.replace("change", "history"))

    def test_keeps_what_somebody_else_saved(self, admin_client):
        form = admin_client.get(FORM)
        save(admin_client, publisher="Theirs")
        answer = admin_client.post(FORM, filled_in(form, publisher="Mine"))
        assert "Somebody saved" in str(errors(answer))
        assert Site.objects.get().publisher == "Theirs"
        again = filled_in(answer)
        assert admin_client.post(FORM, again).status_code == 302
        assert Site.objects.get().publisher == "Mine"

    def test_of_what_the_environment_says_is_closed(self, admin_client, settings):
        Site.objects.create(pk=1, name="Stored")
        settings.SITE_OVERRIDES = {"name": "Bees"}
        page = admin_client.get(FORM)
        field = page.context["adminform"].form.fields["name"]
        assert field.disabled and "SITE_NAME in the environment" in field.help_text
        assert b'value="Bees"' in page.content
        save(admin_client, publisher="Somebody")
        assert (Site.objects.get().name, Site.objects.get().publisher) == (
            *("Stored", "Somebody"),
        )

    @pytest.mark.parametrize(
        ("group", "status"), [("Author", 403), ("Editor", 403), ("Publisher", 302)]
    )
    def test_is_for_publishers(self, client, sign_in, group, status):
        sign_in(group)
        values = {"name": "Vakgids", "accent": "#1d6996", "version_seen": "0"}
        assert client.post(FORM, values).status_code == status

    def test_may_be_read_only(self, client):
        user = UserFactory()
        user.user_permissions.add(Permission.objects.get(codename="view_site"))
        client.force_login(user)
        assert client.get(FORM).status_code == 200
        assert client.post(FORM, {"name": "Mine"}).status_code == 403


class TestSentences:
    def test_stand_at_their_fields(self, admin_client):
        faults = {
            "name": ("", "This field is required."),
            "mark": ("蜂", "font lacks a letter"),
            "accent": (YELLOW, "nearest colour that passes is #856a11"),
            "accent_dark": ("#333", "six digits"),
            "contact": ("nobody", "begins with https://"),
            "licence_url": ("javascript:alert(1)", "Enter a valid URL"),
            "licence": ("", "Name the licence"),
            "review_articles_article": ("0", "greater than or equal to 1"),
        }
        answer = save(admin_client, **{name: one for name, (one, _) in faults.items()})
        found = errors(answer)
        assert {*found} == {*faults}
        for name, (_, sentence) in faults.items():
            assert sentence in str(found[name])
        assert not Site.objects.exists()

    @pytest.mark.parametrize("mark", ["<>&", "B&", "a b", "\u202eB", "★", "-"])
    def test_a_mark_has_no_signs(self, admin_client, mark):
        assert "mark" in errors(save(admin_client, mark=mark))

    @pytest.mark.parametrize("mark", ["Bé", "Ж7", "ñ"])
    def test_a_mark_has_letters_of_any_language(self, admin_client, mark):
        assert save(admin_client, mark=mark).status_code == 302

    def test_dark_colour_is_judged_on_dark_ground(self, admin_client):
        found = errors(save(admin_client, accent_dark="#1d6996"))
        assert "On dark ground" in str(found["accent_dark"])

    def test_address_alone_is_no_licence(self, admin_client):
        answer = save(admin_client, licence_url="https://a.org/by")
        assert "Name the licence" in str(errors(answer)["licence"])

    @each("text", ["<script>x</script>", "\x00", "a" * 5_000, "\ud800"])
    def test_whatever_is_sent_is_no_error_of_ours(self, admin_client, text):
        form = filled_in(admin_client.get(FORM))
        for name in form:
            sent = {**form, name: text.encode("utf-8", "replace")}
            assert admin_client.post(FORM, sent).status_code in (200, 302, 400, 413)


class TestLook:
    def test_is_ours_without_a_colour_or_a_mark(self, client):
        page = read(client, "/")
        assert "/site/" not in page and "careerguide/img/mark.svg" in page
        assert client.get("/favicon.ico")["Location"].endswith("favicon.ico")

    def test_is_on_pages_icons_cards_and_embeds(self, admin_client):
        table = StatTableFactory(slug="bees")
        save(admin_client, accent="#7a1fa2", mark="Bé")
        page = read(admin_client, "/")
        [sheet] = [part for part in page.split('"') if part.endswith("pages.css")]
        assert ">Bé</text>" in page
        assert "--accent: light-dark(#7a1fa2," in read(admin_client, sheet)
        assert sheet in read(admin_client, "/statistics/bees/embed/")
        admin_sheet = sheet.replace("pages", "admin")
        assert admin_sheet in read(admin_client, "/admin/")
        assert "--primary: #7a1fa2" in read(admin_client, admin_sheet)
        mark = admin_client.get(sheet.replace("pages.css", "mark.svg"))
        assert ">Bé</text>" in mark.content.decode()
        assert "#7a1fa2" in read(admin_client, f"{table.get_absolute_url()[:-1]}.svg")

    def test_icons_have_the_colour(self, client):
        Site.objects.create(pk=1, name="Bees", accent="#7a1fa2")
        manifest = json.loads(read(client, "/manifest.webmanifest"))
        assert manifest["theme_color"] == "#7a1fa2"
        sources = [icon["src"] for icon in manifest["icons"]]
        sources.append(client.get("/favicon.ico")["Location"])
        for source in sources:
            image = Image.open(io.BytesIO(client.get(source).content))
            assert image.convert("RGB").getpixel((1, 1)) == (0x7A, 0x1F, 0xA2)

    def test_is_kept_by_browsers_under_its_own_key_alone(self, client):
        site = Site.objects.create(pk=1, name="Bees", mark="B")
        [old] = [p for p in read(client, "/").split('"') if p.endswith("mark.svg")]
        assert "immutable" in client.get(old)["Cache-Control"]
        site.mark = "C"
        site.save()
        answer = client.get(old)
        assert answer["Cache-Control"] == "no-cache" and b">C</text>" in answer.content

    def test_has_no_other_files(self, client):
        assert client.get("/site/abc/passwd").status_code == 404


class TestWords:
    def test_of_the_home_page(self, admin_client):
        save(admin_client, home_title="Bees & you", home_lead="All about bees.")
        page = read(admin_client, "/")
        assert "<title>Bees &amp; you · " in page
        assert '<h1 dir="auto">Bees &amp; you</h1>' in page
        assert page.count("All about bees.") > 1  # for search engines, too

    @pytest.mark.parametrize(
        ("contact", "link"),
        [("a@b.org", "mailto:a@b.org"), ("https://b.org/x", "https://b.org/x")],
    )
    def test_of_the_foot_are_who_publishes(self, client, contact, link):
        Site.objects.create(pk=1, name="Bees", publisher="B <i>", contact=contact)
        page = read(client, "/")
        assert "Published by B &lt;i&gt;" in page and f'<a href="{link}">' in page

    def test_of_mail_name_the_site(self, mailoutbox):
        Site.objects.create(pk=1, name="Vakgids")
        user = UserFactory(email="a@example.org")
        mail.send(user, "factor_added")
        assert "Vakgids" in mailoutbox[0].subject


def test_days_of_review_are_those_of_the_kind(admin_client):
    article = ArticleFactory()
    save(admin_client, review_articles_article="10")
    one = f"articles.article.{article.pk}"
    sent = {"one": one, f"{one}-base_version": article.version}
    admin_client.post("/admin/desk/still-correct/", sent)
    article.refresh_from_db()
    assert (article.review_by - timezone.localdate()).days == 10
    assert (Career.next_review() - timezone.localdate()).days == 365


def test_start_asks_for_a_licence_until_there_is_one(capsys):
    serve = Command(stdout=sys.stdout)
    for licence, is_asked in (("", True), ("All rights reserved", False)):
        current.know(json.dumps({"licence": licence}))
        serve.announce("127.0.0.1", 8000, None)
        assert ("/admin/careerguide/site/" in capsys.readouterr().out) == is_asked
