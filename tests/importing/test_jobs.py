"""Test that documents are read beside requests, and what breaks off is found again."""

from datetime import timedelta

import pytest
from django.test import TestCase
from django.utils import timezone

from careerguide.importing import intake, jobs, services
from careerguide.importing.errors import Refusal, gettext_noop
from careerguide.importing.models import Import, ImportFile, ImportPicture, State
from careerguide.importing.refusals import Refused
from tests.factories import UserFactory

from .documents import word_document
from .records import member, started

pytestmark = pytest.mark.django_db
TEXT = b"Baker\n\nA baker bakes bread."


@pytest.fixture
def record():
    """An import that nobody has read yet."""
    with TestCase.captureOnCommitCallbacks():
        return services.start("a.txt", TEXT, UserFactory(is_superuser=True))


def stored(record):
    return Import.objects.get(pk=record.pk)


def silent(record):
    long_ago = timezone.now() - timedelta(minutes=5)
    Import.objects.filter(pk=record.pk).update(seen_at=long_ago)


def test_file_is_read_after_the_transaction(monkeypatch):
    begun = []
    monkeypatch.setattr(jobs, "begin", begun.append)
    with TestCase.captureOnCommitCallbacks(execute=True) as callbacks:
        record = services.start("a.txt", TEXT, UserFactory(is_superuser=True))
        assert not begun
    assert callbacks and begun == [record.pk]


def test_pictures_and_file_are_in_the_database():
    record = started("a.docx", word_document())
    picture = ImportPicture.objects.get(record=record)
    kind, data = services.picture(record.pk, picture.number)
    assert (kind, data) == ("image/png", bytes(picture.data))
    services.delete(record.pk, record.created_by)
    assert not ImportFile.objects.exists() and not ImportPicture.objects.exists()


def test_progress_is_told(record, monkeypatch):
    told = []
    monkeypatch.setattr(jobs, "EVERY", timedelta(0))
    monkeypatch.setattr(jobs, "resume", lambda record: None)

    def read(name, data, tick):
        told.append(services.progress(record.pk))
        tick()
        return jobs_read(name, data, tick)

    jobs_read = jobs.read_document
    monkeypatch.setattr(jobs, "read_document", read)
    assert services.progress(record.pk).percent == 0
    jobs.read(record.pk)
    assert told[0].sentence == "Reads the file" and not told[0].is_over
    assert services.progress(record.pk).is_over


def test_killed_while_it_was_read_is_read_again(record, monkeypatch):
    """The process ended, and nothing of what it read is there."""

    def killed(name, data, tick):
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "read_document", killed)
        with pytest.raises(SystemExit):
            jobs.read(record.pk)
    assert stored(record).state == State.READING and stored(record).document is None
    jobs.read(record.pk)  # too early: somebody may be at it
    assert stored(record).state == State.READING
    silent(record)
    monkeypatch.setattr(jobs, "begin", jobs.read)
    services.progress(record.pk)
    assert stored(record).state == State.REVIEW


def test_given_up_after_some_attempts(record):
    for _attempt in range(jobs.MOST_ATTEMPTS):
        silent(record)
        assert jobs._taken(record.pk, "x")
    silent(record)
    jobs.read(record.pk)
    assert stored(record).state == State.FAILED
    assert "broken off" in services.progress(record.pk).sentence
    with TestCase.captureOnCommitCallbacks():
        services.read_again(record.pk, record.created_by)
    jobs.read(record.pk)
    assert stored(record).state == State.REVIEW


def test_who_is_late_writes_nothing(record, monkeypatch):
    """Another process read the document meanwhile."""
    read = jobs.read_document

    def slow(name, data, tick):
        silent(record)
        with monkeypatch.context() as patched:
            patched.setattr(jobs, "read_document", read)
            jobs.read(record.pk)
        services.apply(record.pk, 1, "item", {"item": "career-1", "title": "X"}, by)
        return read(name, data, tick)

    by = record.created_by
    monkeypatch.setattr(jobs, "read_document", slow)
    jobs.read(record.pk)
    assert stored(record).version == 2
    assert stored(record).guide.items[0].written == "X"


def test_deleted_while_it_is_read(record, monkeypatch):
    def deleted(name, data, tick):
        Import.objects.all().delete()
        tick(done=1)

    monkeypatch.setattr(jobs, "read_document", deleted)
    jobs.read(record.pk)
    assert not Import.objects.exists()


def test_failure_is_a_sentence(record, monkeypatch):
    def refused(name, data, tick):
        raise Refusal(gettext_noop("It is damaged."))

    monkeypatch.setattr(jobs, "read_document", refused)
    jobs.read(record.pk)
    assert services.progress(record.pk) == services.Progress(
        State.FAILED, 100, "It is damaged.", True
    )


def test_error_of_ours_is_a_sentence(record, monkeypatch, caplog):
    monkeypatch.setattr(jobs, "recognise", lambda *of: 1 / 0)
    jobs.read(record.pk)
    assert "cannot be read" in services.progress(record.pk).sentence
    assert "could not be read" in caplog.text


def test_pasted_text_has_a_name():
    by = UserFactory(is_superuser=True)
    with TestCase.captureOnCommitCallbacks():
        text = services.start_pasted("Baker\n\nBread.", by)
        page = services.start_pasted("", by, html="<h1>Baker</h1><p>Bread.")
    assert (text.kind, page.kind) == ("text", "html")
    assert text.name.startswith("Pasted ")


def test_who_may_not_import_is_told():
    with pytest.raises(Refused, match="may not"):
        services.start("a.txt", TEXT, UserFactory())
    with TestCase.captureOnCommitCallbacks():
        assert services.start("a.txt", TEXT, member("Author"))


def test_one_person_waits_for_ten(record):
    with TestCase.captureOnCommitCallbacks():
        for _number in range(intake.MOST_WAITING - 1):
            services.start("a.txt", TEXT, record.created_by)
    with pytest.raises(Refused, match="Ten documents"):
        services.start("a.txt", TEXT, record.created_by)


def test_name_is_tidied():
    by = UserFactory(is_superuser=True)
    with TestCase.captureOnCommitCallbacks():
        record = services.start("C:\\a/" + "b" * 300 + ".TXT", TEXT, by)
    assert record.name == "b" * 196 + ".TXT"
    assert services.same_before(TEXT, "a.txt") == []
