"""Test that every text of the interface can be translated, by a pseudo-language."""

import datetime
import re
import struct
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from careerguide.accounts import invitations, login_limit, second_factor
from careerguide.accounts import mail as accounts_mail
from careerguide.accounts.factors import Authenticator
from careerguide.http import errors
from careerguide.identity.values import DEFAULT
from careerguide.languages.tags import own_name
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import Presence
from careerguide.publishing.preview.links import address_of, make_link
from tests import pseudo
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)
from tests.library.helpers import stored

ROOT = Path(settings.BASE_DIR)
APPS = ("careerguide", "articles", "faq", "statistics")

pytestmark = pytest.mark.one_database

# Names, units and codes, the same in every language.
NAMES = {DEFAULT.name, "BibTeX", "CSV", "JSON", "Excel", "SVG", "PNG", "RSS"}
NAMES |= {"EPUB", "HTML"}
NAMES |= {"kB", "UTC"}
CODES = {"USD", *available_timezones()}
CODES |= {own_name(tag) for tag, _name in settings.LANGUAGES}
# Babel writes them in each language, and asks no catalogue of ours.
DATE = re.compile(r"\d{1,2} \w{3} \d{4}, \d\d:\d\d")
# Of Django's own templates, which do not ask for a translation of these.
DJANGOS = {f"img alt: {word}" for word in ("Search", "True", "False", "None")}

TABLES = {
    "bars": (["text", "percent"], [["⟪Hives⟫", "40"], ["⟪Queens⟫", "30"]]),
    "line": (["year", "integer"], [[str(2020 + n), str(40 + n)] for n in range(4)]),
    "list": (["rank", "text"], [["1", "⟪Clover⟫"], ["2", "⟪Lime⟫"]]),
    "gaps": (["text", "money"], [["⟪Wax⟫", "5"], ["⟪Honey⟫", None], ["⟪Mead⟫", "9"]]),
    "wide": (["text"] + ["integer"] * 5, [["⟪Wax⟫", *"12345"]]),
    "bare": ([], []),
}
BODY = """\
## ⟪Spring⟫

⟪The hives wake up.⟫[^1]

[[table: bars]]

| ⟪Month⟫ | ⟪Honey⟫ |
| --- | --- |
| ⟪May⟫ | 4 |

> [!NOTE]
> ⟪Bees sleep in winter.⟫

## ⟪Winter⟫

⟪The bees stay in.⟫

[^1]: ⟪In most years.⟫
"""


def table(career, name):
    kinds, rows = TABLES[name]
    columns = [
        {"key": f"c{n}", "label": f"⟪C{n}⟫", "type": kind}
        | ({"currency": "USD"} if kind == "money" else {})
        for n, kind in enumerate(kinds)
    ]
    lines = [{"cells": cells} for cells in rows]
    if rows:
        lines[-1]["forecast"] = True
    return StatTableFactory(
        career=career,
        slug=name,
        title=f"⟪What {name} say⟫",
        subtitle="⟪in percent⟫" if name == "bars" else "",
        topic="⟪Pay⟫" if name in ("bars", "line") else "",
        note="⟪Asked once.⟫",
        source_name="" if name == "line" else "⟪A survey⟫",
        period="" if name == "list" else "2026",
        data={"columns": columns, "rows": lines},
    )


@pytest.fixture
def maria(db):
    return UserFactory(username="⟪maria⟫", is_superuser=True)


@pytest.fixture
def world(maria):
    """A guide of every kind of content, each stored text marked."""
    # Before the language is installed, as rows that are stored keep their words.
    career = CareerFactory(name="⟪Beekeeper⟫", slug="bees", summary="⟪Looks after.⟫")
    tables = {name: table(career, name) for name in TABLES}
    tables["bars"].headline_label = "⟪Share⟫"
    tables["bars"].headline_row, tables["bars"].headline_column = "⟪Hives⟫", "c1"
    tables["bars"].next_update = datetime.date(2027, 5, 1)
    tables["bars"].save()
    items = {
        "article": ArticleFactory(
            career=career,
            title="⟪A year⟫",
            slug="a-year",
            summary="⟪Four seasons.⟫",
            body=BODY,
            review_by=datetime.date(2027, 1, 5),
        ),
        "second": ArticleFactory(
            career=career, title="⟪Tools⟫", slug="tools", summary="⟪A.⟫", body="⟪B⟫"
        ),
        "faqentry": FAQEntryFactory(
            career=career, question="⟪Stung?⟫", answer="⟪Yes.⟫", topic="⟪Work⟫"
        ),
        "page": PageFactory(title="⟪Contact⟫", slug="contact", body="⟪Write.⟫"),
        "stattable": tables["bars"],
        "career": career,
        "image": stored(alt="⟪A comb⟫"),
    }
    return items


@pytest.fixture
def marked(monkeypatch):
    pseudo.install(monkeypatch)


def left(client, pages, deliberate=NAMES):
    """What each page says that nobody can translate, by its address."""
    found = {}
    for address, status in pages.items():
        page = client.get(address)
        assert page.status_code == status, address
        texts = pseudo.untranslated(page.content.decode(), deliberate)
        texts = [text for text in texts if not DATE.fullmatch(text)]
        if texts := [text for text in texts if text not in DJANGOS]:
            found[address] = texts
    return found


class TestPublicPages:
    def test_say_nothing_that_is_not_translated(self, client, world, marked):
        lists = ["/", "/careers/bees/", "/articles/", "/statistics/", "/faq/"]
        searches = ["/statistics/?q=percent", "/statistics/?q=nothing"]
        items = [world[name].get_absolute_url() for name in ("article", "faqentry")]
        tables = [f"/statistics/{name}/" for name in TABLES]
        embeds = [f"{address}embed/" for address in tables]
        pages = [*lists, *searches, *items, *tables, *embeds, "/contact/", "/tools/"]
        pages += ["/careers/bees/all/"]
        pages = dict.fromkeys(pages, 200) | {"/tools/": 404}
        assert left(client, pages) == {}

    def test_of_an_empty_site_say_so_in_its_language(self, client, db, marked):
        CareerFactory(name="⟪Beekeeper⟫", slug="bees", summary="⟪Looks after.⟫")
        pages = ["/", "/careers/bees/", "/articles/", "/statistics/", "/faq/"]
        assert left(client, dict.fromkeys(pages, 200)) == {}

    def test_of_many_are_counted_in_its_language(self, client, world, marked):
        career = world["career"]
        for _ in range(60):
            ArticleFactory(career=career, title="⟪T⟫", summary="⟪S⟫", body="⟪B⟫")
        assert left(client, {"/articles/": 200, "/articles/?page=2": 200}) == {}

    def test_of_errors_say_nothing_else(self, client, rf, maria, marked, monkeypatch):
        raising = Client(raise_request_exception=False)
        answers = [
            client.get("/?x=%00"),
            client.post("/"),
            client.post("/", CONTENT_LENGTH=str(settings.MAX_REQUEST_BYTES + 1)),
            Client(enforce_csrf_checks=True).post(reverse("admin:login")),
            login_limit.wait_page(rf.get("/"), 120),
            errors.permission_denied(rf.get("/"), None),
            errors.server_error(rf.get("/")),
        ]
        monkeypatch.setattr("careerguide.site.home.HomeView.get", _no_database)
        answers.append(raising.get("/"))
        statuses = [answer.status_code for answer in answers]
        assert statuses == [400, 405, 413, 403, 429, 403, 500, 503]
        texts = [pseudo.untranslated(a.content.decode(), NAMES) for a in answers]
        assert not any(texts), texts


def _no_database(*args, **kwargs):
    raise OperationalError


class TestAdmin:
    def test_says_nothing_that_is_not_translated(self, client, world, maria, marked):
        client.force_login(maria)
        pages = dict.fromkeys(map(reverse, ("admin:index", "admin:trash")), 200)
        pages[reverse("admin:zone")] = 200
        for name in ("article", "career", "page", "faqentry", "stattable", "image"):
            start = f"admin:{world[name]._meta.app_label}_{name}"
            for page in ("changelist", "add"):
                pages[reverse(f"{start}_{page}")] = 200
            pages[reverse(f"{start}_change", args=[world[name].pk])] = 200
        assert left(client, pages, NAMES | CODES) == {}

    def test_pages_of_a_draft_say_nothing_else(self, client, world, maria, marked):
        client.force_login(maria)
        item = world["article"]
        changed = type(item).objects.get(pk=item.pk)
        changed.title, changed.body = "⟪Two years⟫", "⟪All is new.⟫"
        actions.save_draft(item, changed, maria, reason="⟪better⟫")
        other = UserFactory(username="⟪omar⟫")
        kind = ContentType.objects.get_for_model(item)
        Presence.objects.create(content_type=kind, object_id=item.pk, user=other)
        shared = address_of(make_link(item, maria)).removeprefix(settings.SITE_URL)
        actions.trash(world["second"], maria)
        pages = [
            f"admin:articles_article_{name}"
            for name in (
                *("change", "history", "schedule", "share", "preview"),
                *("discard", "unpublish", "archive", "delete"),
            )
        ]
        pages = {reverse(name, args=[item.pk]): 200 for name in pages}
        newest, *_, oldest = item.history.values_list("pk", flat=True)
        history = reverse("admin:articles_article_history", args=[item.pk])
        pages |= {f"{history}{newest}/": 200}
        pages |= {f"{history}compare/?a={oldest}&b={newest}": 200}
        pages |= {reverse("admin:articles_article_order"): 200, shared: 200}
        pages |= {f"{shared}page/": 200, reverse("admin:trash"): 200}
        pages |= {reverse("admin:careerguide_site_change", args=[1]): 200}
        notation = {"[[table: bars]]", "[!NOTE]", "a-year"}  # as it is stored
        assert left(client, pages, NAMES | CODES | notation) == {}

    def test_pages_of_accounts_say_nothing_else(self, client, maria, marked):
        for path in ("password_reset/", "password_reset/sent/", "password_reset/a/b/"):
            assert left(client, {f"/admin/{path}": 200}) == {}
        strangers = ("invitation/x/", "login/second-step/", "password_reset/done/")
        assert left(client, {f"/admin/{path}": 200 for path in strangers}) == {}
        client.force_login(maria)
        invited = UserFactory(username="⟪omar⟫", email="⟪omar@example.org⟫")
        invitations.invite(invited)
        invited.set_unusable_password()
        invited.save()
        session = client.session
        device = second_factor.pending_authenticator(maria, session)
        session.save()
        second_factor.pending_authenticator(invited, {})
        start = f"/admin/auth/user/{invited.pk}"
        pages = ["/admin/account/", "/admin/account/second-step/"]
        pages += ["/admin/account/second-step/remove/", f"{start}/remove-factor/"]
        pages += [f"{start}/change/"]
        secret = {second_factor.secret_as_text(device)}
        groups = {*Group.objects.values_list("name", flat=True)}
        found = left(client, dict.fromkeys(pages, 200), NAMES | CODES | secret | groups)
        ours = {
            page: [t for t in texts if "|" not in t] for page, texts in found.items()
        }
        assert {page: texts for page, texts in ours.items() if texts} == {}
        Authenticator.objects.update(confirmed=True)
        pages = ["/admin/account/", "/admin/account/second-step/codes/new/"]
        assert left(client, dict.fromkeys(pages, 200), NAMES | CODES) == {}

    def test_mail_of_accounts_says_nothing_else(self, maria, marked):
        maria.email = "maria@example.org"
        facts = {"link": "⟪link⟫", "hours": 24, "days": 7, "left": 9}
        facts |= {"total": 1, "sections": [], "desk": "⟪desk⟫"}
        for file in (settings.BASE_DIR / "templates/accounts/mail").glob("[a-z]*.txt"):
            accounts_mail.send(maria, file.stem, **facts)
            message = mail.outbox[-1]
            text = f"{message.subject}\n{message.body}"
            lines = [line for line in text.splitlines() if line.strip()]
            assert [line for line in lines if not {"⟦", "⟪"} & {*line}] == []

    def test_forms_that_come_back_say_what_is_wrong(self, client, world, maria, marked):
        client.force_login(maria)
        add = reverse("admin:statistics_stattable_add")
        sent = {"numbers": "⟪A⟫\t⟪B⟫\n⟪x⟫\t1,2\n\t1.5\t7", "columns": "⟪C⟫: money"}
        page = client.post(add, {**sent, "_publish": ""}).content.decode()
        assert page.count("errorlist") > 3
        assert pseudo.untranslated(page, NAMES | CODES) == []


# --- Scripts --------------------------------------------------------------------------

COMMENTS = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.DOTALL)
TEXT = r'"(?:[^"\\\n]|\\.)*"'
ASKED_FOR = re.compile(rf"\bn?gettext\(\s*{TEXT}(?:,\s*{TEXT})?")
LITERAL = re.compile(rf"(?P<before>[^;{{}}\n]*?)(?P<text>{TEXT}|`[^`\n]*`)")
SELECTS = re.compile(
    r"(?:querySelector(?:All)?|closest|matches)\($|\b(?:from|import) $"
)
SHOWS = re.compile(r"\b(?:title|textContent|ariaLabel|alt|placeholder)\b[ :=?\w.]*$")
WORDS = re.compile(
    r"(?:^|[\s“(])[A-Za-z’]{2,}[,;:]? [A-Za-z“]|[A-Za-z] [a-z]{2,} |[a-z]\.$"
)
# How a column says what it holds is a notation, the same in every language.
NO_WORDS = {"`money ${currency.trim().toUpperCase()}`", "`unit ${unit.trim()}`"}
NO_WORDS |= {"`decimals ${decimals}`"}


def texts_in(script):
    """What a script shows without asking for a translation."""
    code = ASKED_FOR.sub("()", COMMENTS.sub("", script))
    for literal in LITERAL.finditer(code):
        before, text = literal["before"], literal["text"]
        words = re.sub(r"\$\{.*?\}", "X", text[1:-1])
        if SELECTS.search(before) or text in NO_WORDS:
            continue
        if WORDS.search(words) or (SHOWS.search(before) and re.search("[a-z]", words)):
            yield text


class TestScripts:
    def test_show_no_words_of_their_own(self):
        files = {path for app in APPS for path in (ROOT / app).rglob("static/**/*.js")}
        scripts = sorted(path for path in files if "vendor" not in path.parts)
        assert len(scripts) > 60
        found = {str(file): list(texts_in(file.read_text())) for file in scripts}
        assert {name: texts for name, texts in found.items() if texts} == {}

    @pytest.mark.parametrize(
        "script",
        [
            'say("The cells are here.");',
            "count.textContent = `${found} of ${all}`;",
            'button.title = "Undo";',
            'throw new Problem("Choose a file first.")',
        ],
    )
    def test_a_word_of_its_own_is_found(self, script):
        assert list(texts_in(script))

    def test_words_come_with_the_form_before_the_scripts(
        self, client, maria, settings, tmp_path
    ):
        settings.LOCALE_PATHS, settings.LANGUAGE_CODE = [tmp_path], "de"
        write_catalogue(
            tmp_path / "de/LC_MESSAGES/djangojs.mo", {"Nothing found": "Nichts"}
        )
        client.force_login(maria)
        with translation.override("de"):
            form = client.get(reverse("admin:articles_article_add")).content.decode()
            words = client.get(reverse("admin:jsi18n")).content.decode()
        assert '<script src="/admin/jsi18n/"></script>' in form  # before any module
        assert '"Nothing found": "Nichts"' in words


def write_catalogue(path, texts):
    """The smallest .mo file that holds these translations."""
    texts = {"": "Content-Type: text/plain; charset=UTF-8\n", **texts}
    pairs = sorted((k.encode() + b"\0", v.encode() + b"\0") for k, v in texts.items())
    count, blob, places = len(pairs), b"", []
    start = 28 + 16 * count
    for column in zip(*pairs, strict=True):
        for text in column:
            places += [len(text) - 1, start + len(blob)]
            blob += text
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, start)
    path.parent.mkdir(parents=True)
    path.write_bytes(head + struct.pack(f"<{len(places)}I", *places) + blob)
