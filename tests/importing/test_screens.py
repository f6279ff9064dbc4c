"""Test the screens of imports in the admin, as they answer without script."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import Article
from careerguide.importing.models import Import, State
from careerguide.models import Career
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.each import each
from tests.factories import CareerFactory

from .documents import MESSY_TEXT, word_document
from .records import Reviewer, started

pytestmark = pytest.mark.django_db
ADD = "/admin/importing/import/add/"
LIST = "/admin/importing/import/"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def record(admin_client):
    return started("network.txt", MESSY_TEXT.encode())


def page_of(record, name="change", *more):
    return reverse(f"admin:importing_import_{name}", args=[record.pk, *more])


def block_of(record, text):
    return Reviewer(record).block(text)


def do(client, record, operation, **values):
    version = Import.objects.get(pk=record.pk).version
    sent = {"operation": operation, "version": version, **values}
    return client.post(page_of(record, "do"), sent)


def errors(response):
    return {k: " ".join(v) for k, v in response.context["form"].errors.items()}


class TestUpload:
    @each(
        "name, data, sentence",
        [
            ("a.pdf", b"%PDF-1.7", "This is a PDF"),
            (
                "a.odt",
                b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
                "Open",
            ),
            ("a.rtf", b"{\\rtf1 x", "Rich Text"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x", "old .doc"),
            ("a.png", b"\x89PNG\r\n", "picture"),
            ("a.xyz", b"x", "Nothing here reads"),
            ("a.docx", b"x", "no Word document"),
            ("a.txt", b"\0 \n", "empty"),
        ],
    )
    def test_refuses_a_file_at_its_field(self, admin_client, name, data, sentence):
        file = SimpleUploadedFile(name, data)
        response = admin_client.post(ADD, {"file": file})
        assert sentence in errors(response)["file"]
        assert not Import.objects.exists()

    def test_wants_one_of_both(self, admin_client):
        assert "Choose a file" in errors(admin_client.post(ADD))["file"]
        both = {"file": SimpleUploadedFile("a.txt", b"x"), "text": "y"}
        assert "a file and a text" in errors(admin_client.post(ADD, both))["text"]

    def test_leads_to_the_import(self, admin_client):
        sent = {"text": "Baker\n\nBread."}
        response = admin_client.post(f"{ADD}?career=7", sent)
        record = Import.objects.get()
        assert response.url == f"{page_of(record)}?career=7"
        assert "Reading the document" in admin_client.get(response.url).text
        told = admin_client.get(page_of(record, "progress")).json()
        assert not told["is_over"]

    def test_needs_the_right_to_add(self, client, sign_in):
        sign_in("Author")
        assert client.get(ADD).status_code == 200
        assert ADD in client.get("/admin/").text
        user = sign_in("Author")
        user.groups.clear()
        response = client.get(ADD)
        assert response.status_code == 403
        assert "an account with more rights" in response.text
        assert ADD not in client.get("/admin/").text

    def test_is_offered_where_an_editor_looks(self, admin_client):
        career = CareerFactory()
        change = f"/admin/careerguide/career/{career.pk}/change/"
        for place in ("/admin/", "/admin/careerguide/career/", LIST, change):
            assert ADD in admin_client.get(place).text, place
        assert f"{ADD}?career={career.pk}" in admin_client.get(change).text


class TestReview:
    QUERIES = 10  # session, user and the frame of the admin take six
    FIRST = 1  # earlier imports of the file, until something is decided

    def test_asks_few_queries(self, admin_client, record, django_assert_num_queries):
        admin_client.get(page_of(record))
        with django_assert_num_queries(self.QUERIES):
            admin_client.get(page_of(record))
        do(admin_client, record, "place", block="b2", role="left out", item="")
        with django_assert_num_queries(self.QUERIES - self.FIRST):
            admin_client.get(page_of(record))

    def test_career_is_searched_for_and_not_listed(self, admin_client, record):
        other, chosen = CareerFactory(name="Net Mender"), CareerFactory()
        assert other.name not in admin_client.get(page_of(record)).text
        do(admin_client, record, "career", career=chosen.pk)
        page = admin_client.get(page_of(record)).text
        assert f'<option value="{chosen.pk}" selected>' in page
        where = {"app_label": "articles", "model_name": "article"}
        asked = {"term": "", "field_name": "career", **where}
        found = admin_client.get("/admin/autocomplete/", asked).json()["results"]
        assert {one["id"] for one in found} == {str(other.pk), str(chosen.pk)}

    def test_accounts_for_the_words(self, admin_client, record):
        Reviewer(record).decide(decimals=".")
        text = admin_client.get(page_of(record)).text
        assert "words:</strong>" in text
        assert "Left out: navigation of the page" in text
        assert '<td class="number">$74,500</td>' in text

    def test_shows_what_is_hostile_as_text(self, admin_client):
        record = started("a.txt", b"Baker\n\n<script>alert(1)</script> bread\n")
        text = admin_client.get(page_of(record)).text
        assert "<script>alert" not in text and "&lt;script&gt;alert" in text

    def test_saves_each_change(self, admin_client, record):
        block = block_of(record, "Both are on call")
        response = do(
            admin_client, record, "place", block=block.id, role="left out", item=""
        )
        assert response.url == f"{page_of(record)}#{block.id}"
        assert block_of(record, "Both are on call").role == "left out"
        do(admin_client, record, "undo")
        assert block_of(record, "Both are on call").role == "text"

    def test_refuses_what_an_older_page_sends(self, admin_client, record):
        block = block_of(record, "Both are on call")
        place = {"block": block.id, "role": "left out", "item": ""}
        do(admin_client, record, "place", **place)
        response = do(admin_client, record, "undo", version=1)
        assert response.status_code == 409
        assert "meanwhile" in response.text
        assert block_of(record, "Both are on call").role == "left out"

    def test_gives_back_what_was_typed(self, admin_client, record):
        sent = {"decision": "none", "answer": "My words", "version": "1"}
        response = do(admin_client, record, "answer", **sent)
        assert response.status_code in (400, 409)
        assert "My words" in response.text

    @each(
        "operation",
        ["", "place", "split", "nonsense", "answer", "cells", "tie", "career", "move"],
    )
    def test_answers_garbage_with_a_sentence(self, admin_client, record, operation):
        for values in ({}, {"block": "b1", "at": "x"}, {"item": "x", "number": "9"}):
            response = do(admin_client, record, operation, **values)
            assert response.status_code in (302, 400)
            assert response.status_code == 302 or response.context["refusal"].sentences

    def test_draws_only_what_changed_for_its_script(self, admin_client, record):
        rows = admin_client.get(page_of(record)).context["rows"]
        known = ",".join(f"{row.id}:{row.digest}" for row in rows)
        block = block_of(record, "Both are on call")
        place = {"block": block.id, "role": "left out", "item": "", "known": known}
        response = do(admin_client, record, "place", **place)
        drawn = [row.id for row in response.context["rows"] if not row.is_known]
        assert block.id in drawn and len(drawn) <= 3

    def test_is_of_its_author_and_editors(self, client, sign_in, record):
        sign_in("Author")
        assert client.get(page_of(record)).status_code in (302, 403, 404)
        assert do(client, record, "undo").status_code in (403, 404)
        sign_in("Editor")
        assert client.get(page_of(record)).status_code == 200


class TestBlock:
    def change(self, client, record, text, **values):
        block = block_of(record, text)
        version = Import.objects.get(pk=record.pk).version
        address = page_of(record, "block", block.id)
        return client.post(address, {"version": version, **values})

    @each(
        "part, item, role",
        [
            ("article/takeaways", "", "takeaways"),
            ("article/myth", "", "myth"),
            ("question/title", "new", "title"),
            ("question/text", "", "text"),
            ("table/note", "", "note"),
            ("left out", "", "left out"),
        ],
    )
    def test_becomes_what_is_chosen(self, admin_client, record, part, item, role):
        values = {"part": part, "item": item}
        response = self.change(admin_client, record, "Both are on call", **values)
        assert response.status_code == 302, errors(response)
        assert block_of(record, "Both are on call").role == role

    def test_that_compares_may_become_a_table(self, admin_client, record):
        text = "Network Administrator System"
        page = admin_client.get(page_of(record, "block", block_of(record, text).id))
        assert "Cells of a table" in page.text
        self.change(admin_client, record, text, part="table/data", item="")
        assert block_of(record, text).table.is_read
        block = block_of(record, "Both are on call")
        page = admin_client.get(page_of(record, "block", block.id))
        assert "Cells of a table" not in page.text

    def test_wants_an_item_of_its_kind(self, admin_client, record):
        values = {"part": "article/myth", "item": "question-1"}
        response = self.change(admin_client, record, "Both are on call", **values)
        assert "of this kind" in errors(response)["item"]

    def test_wants_a_choice(self, admin_client, record):
        response = self.change(admin_client, record, "Both are on call", part="x")
        assert "part" in errors(response)

    def test_is_refused_on_an_older_page(self, admin_client, record):
        values = {"part": "article/myth", "version": 99}
        response = self.change(admin_client, record, "Both are on call", **values)
        assert "meanwhile" in errors(response)["__all__"]

    def test_that_is_none_is_not_found(self, admin_client, record):
        for name in ("block", "table"):
            assert admin_client.get(page_of(record, name, "b999")).status_code == 404

    def test_cells_are_saved(self, admin_client, record):
        blocks = Reviewer(record).review.blocks
        table = next(b for b in blocks if b.table)
        address = page_of(record, "table", table.id)
        assert "Use these cells" in admin_client.get(address).text
        sent = {"version": 1, "numbers": "Level\tPay\nNew\t$5\nOld\t$9", "columns": ""}
        assert admin_client.post(address, sent).status_code == 302
        after = Reviewer(record).block(table.text).table
        assert after.is_edited and len(after.data["rows"]) == 2
        empty = admin_client.post(address, {"version": 2, "numbers": ""})
        assert "There are no cells" in errors(empty)["numbers"]


class TestDrafts:
    def made(self, client, record):
        Reviewer(record).decide(decimals=".", title="What network administrators do")
        version = Import.objects.get(pk=record.pk).version
        sent = {"version": version, "_create": "1"}
        return client.post(page_of(record, "create"), sent, follow=True)

    def test_are_named_before_and_made(self, admin_client, record):
        page = admin_client.get(page_of(record, "create")).text
        assert "Network Administrator" in page
        assert not Career.objects.exists()
        response = self.made(admin_client, record)
        assert "drafts are made" in response.text
        made = (Career, Article, StatTable, FAQEntry)
        assert [m.objects.count() for m in made] == [1, 2, 3, 3]

    def test_take_the_names_of_the_page(self, admin_client, record):
        Reviewer(record).decide(decimals=".", title="Work")
        [career, *_rest] = Reviewer(record).review.items
        sent = {
            "version": Import.objects.get(pk=record.pk).version,
            f"title-{career.key}": "Network Keeper",
            f"summary-{career.key}": "Keeps networks.",
            "_create": "1",
        }
        admin_client.post(page_of(record, "create"), sent)
        assert Career.objects.get().summary == "Keeps networks."
        assert Career.objects.get().name == "Network Keeper"

    def test_are_not_made_where_an_address_is_taken(self, admin_client, record):
        CareerFactory(slug="network-administrator")
        page = admin_client.get(page_of(record, "create")).text
        assert "the address “network-administrator” is taken" in page
        assert 'aria-invalid="true"' in page
        response = self.made(admin_client, record)
        assert response.status_code == 409
        assert not StatTable.objects.exists()

    def test_are_published_together(self, admin_client, record):
        self.made(admin_client, record)
        for item in Article.objects.filter(summary=""):
            item.summary = "What is said and what is so."
            item.save()
        page = admin_client.get(page_of(record, "publish"))
        assert "is not published yet" not in page.text
        sent = hidden_of(page)
        response = admin_client.post(page_of(record, "publish"), sent, follow=True)
        assert "9 published" in response.text
        assert Career.objects.published().exists()
        assert Article.objects.published().count() == 2

    def test_are_published_by_publishers_alone(self, client, sign_in, record):
        self.made(client, record)
        sign_in("Editor")
        assert client.get(page_of(record, "publish")).status_code == 403
        assert "Publish all" not in client.get(page_of(record)).text

    def test_are_undone_by_name(self, admin_client, record):
        self.made(admin_client, record)
        page = admin_client.get(page_of(record, "undo")).text
        for item in (*Article.objects.all(), *FAQEntry.objects.all()):
            assert str(item).replace("'", "&#x27;") in page
        admin_client.post(page_of(record, "undo"))
        assert Import.objects.get(pk=record.pk).state == State.UNDONE
        assert not Article.objects.not_trashed().exists()
        admin_client.post(page_of(record, "reopen"))
        assert "words:</strong>" in admin_client.get(page_of(record)).text

    def test_of_a_document_that_is_there_are_offered_to_be_renewed(
        self, admin_client, record
    ):
        self.made(admin_client, record)
        newer = started("network.txt", MESSY_TEXT.encode() + b"\nMore.\n")
        assert "was imported before" in admin_client.get(page_of(newer)).text
        sent = {"previous": record.pk}
        admin_client.post(page_of(newer, "read_again"), sent)
        again = Import.objects.order_by("-pk").first()
        assert again.previous == record
        assert not Import.objects.filter(pk=newer.pk).exists()


def hidden_of(page):
    """What the form of a page sends as it stands."""
    sent = {"item": [one.value for one in page.context["listed"] if not one.hindrance]}
    for one in page.context["listed"]:
        for field in one.form:
            value = field.value()
            sent[field.html_name] = "" if value is None else str(value)
    return sent


class TestPictures:
    def test_are_shown_to_reviewers_alone(self, client, admin_client):
        record = started("a.docx", word_document())
        address = page_of(record, "picture", 1)
        assert address in admin_client.get(page_of(record)).text
        response = admin_client.get(address)
        assert response["Content-Type"] == "image/png"
        assert "sandbox" in response["Content-Security-Policy"]
        assert admin_client.get(page_of(record, "picture", 9)).status_code == 404
        client.logout()
        assert client.get(address).status_code == 302


def test_newer_document_is_compared(admin_client, record):
    Reviewer(record).decide(decimals=".", title="Work")
    Reviewer(record).create()
    text = MESSY_TEXT.replace("Both are on call", "Both are often on call")
    newer = started("network.txt", text.encode(), record.created_by, record.pk)
    page = admin_client.get(page_of(newer, "versions"))
    assert "Changed in the document" in page.text
    groups = {str(state): found for state, _name, found in page.context["groups"]}
    [changed] = groups["changed"]
    [(_label, document, draft)] = changed.fields
    assert "often" in str(document)
    assert "often" not in str(draft)
    sent = {"version": newer.version, f"choice-{changed.of.key}": "draft"}
    assert admin_client.post(page_of(newer, "versions"), sent).status_code == 302


def test_delete_takes_the_file_and_leaves_the_rest(admin_client, record):
    response = admin_client.post(
        page_of(record, "delete"), {"post": "yes"}, follow=True
    )
    assert "is deleted" in response.text
    assert not Import.objects.exists()


def test_list_says_how_far_each_is(admin_client, record):
    text = admin_client.get(LIST).text
    assert "network.txt" in text and "to review" in text
    assert "Import a document" in text


class TestNumbers:
    @pytest.fixture
    def record(self, admin_client):
        pay = b"Most earn $85,000 a year, and 43% work at night."
        return started("baker.txt", b"Baker\n\n" + pay + b"\n\nOats\n\nMore.")

    def test_without_a_table_get_a_source(self, admin_client, record):
        page = admin_client.get(page_of(record))
        assert "2 numbers, 2 that nobody answers for" in page.text
        [number, _other] = block_of(record, "Most earn").numbers
        values = {"number": number.id, "source": "Bakers’ union", "url": ""}
        assert do(admin_client, record, "mark", **values).status_code == 302
        assert "Bakers’ union" in admin_client.get(page_of(record)).text

    def test_wants_a_source_or_a_reason(self, admin_client, record):
        [number, _other] = block_of(record, "Most earn").numbers
        response = do(admin_client, record, "mark", number=number.id)
        assert "Name the source" in response.text


def test_pages_of_a_review_lead_back_where_there_is_none(admin_client, record):
    Import.objects.filter(pk=record.pk).update(state=State.FAILED)
    change = page_of(record)
    for name in ("create", "undo", "publish", "versions"):
        assert admin_client.get(page_of(record, name)).url == change
    for name in ("block", "table"):
        assert admin_client.get(page_of(record, name, "b1")).url == change
    assert do(admin_client, record, "undo").url == change
    assert "could not be read" in admin_client.get(change).text


def test_goes_on_where_a_change_can_be_seen(admin_client, record):
    """Also where the block is gone that was changed, or its change was taken back."""
    before, block = Reviewer(record).review.blocks[1:3]
    merged = do(admin_client, record, "join", block=block.id)
    assert merged.url.endswith(f"#{before.id}")
    undone = do(admin_client, record, "undo")
    assert undone.url.endswith(f"#{block.id}")
