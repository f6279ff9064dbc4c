"""Test that a site of the release before revisions is upgraded without loss.

`before_revisions/` holds the database of such a site, as SQLite and PostgreSQL dump it:
the guide of the fixtures, edits of all kinds by people of whom one left, a clock that
was set back, a text of an even older release, a right taken from a group. What that
release said of its history is `history.json`, contents as the hash of their JSON.
"""

import gzip
import json
import sqlite3
import threading
import time
from collections import Counter
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.urls import reverse

from articles.models import Article
from careerguide.db.migrated import HalfMigrated, missing_migrations
from careerguide.http.health import _missing
from careerguide.operations.backups.backup import make_backup
from careerguide.operations.backups.restore import restore
from careerguide.operations.checks import site as site_checks
from careerguide.operations.findings import ERROR
from careerguide.publishing.drafts import actions
from careerguide.publishing.models import legacy_history
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.history import Revision
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.operations.conftest import KINDS

BEFORE = Path(__file__).parent / "before_revisions"
EXPECTED = json.loads((BEFORE / "history.json").read_text(encoding="utf-8"))
SHADOWS = {
    *("articles_historicalarticle", "careerguide_historicalcareer"),
    *("careerguide_historicalpage", "faq_historicalfaqentry"),
    "statistics_historicalstattable",
}


def load_before(site):
    with gzip.open(BEFORE / f"{site.kind}.sql.gz", "rt", encoding="utf-8") as dump:
        sql = dump.read()
    if site.kind == "sqlite":
        with closing(sqlite3.connect(site.file)) as database:
            database.executescript(sql)
    else:
        with connection.cursor() as cursor:
            cursor.execute(sql)
        connection.close()  # its search path is that of the dump


@pytest.fixture(params=KINDS)
def old_site(request, sites):
    with sites(request.param, empty=True) as site:
        load_before(site)
        yield site


def migrate():
    call_command("migrate", verbosity=0)


def tables():
    return {*connection.introspection.table_names()}


# Fields that came after it, by model; their values are their defaults.
NEWER = {
    "careerguide.career": {"group_id", "related", "is_featured"},
    "statistics.stattable": {
        *("measure_id", "provenance", "sample_size", "margin", "place"),
        *("own_definition", "statistic", "pay_tax", "pay_parts", "pay_period"),
        *("prices", "price_year"),
    },
}


def newer(model):
    return {"language", *NEWER.get(model._meta.label_lower, ())}


def rows_of(model):
    """All rows, with the columns that they had then."""
    names = [f.attname for f in model._meta.concrete_fields]
    names = [name for name in names if name not in newer(model)]
    return [*model._base_manager.order_by("pk").values(*names)]


def history():
    """Every revision in words, a model after the other, in their order."""
    found = []
    for model in sorted(content_models(), key=lambda model: model._meta.label_lower):
        entries = Revision.objects.of_model(model).select_related("author")
        for entry in entries.order_by("pk"):
            content = {k: v for k, v in entry.content.items() if k not in newer(model)}
            content = json.dumps(content, sort_keys=True)
            times = (entry.created_at, entry.publish_at, entry.unpublish_at)
            created, publish, unpublish = (t and t.isoformat() for t in times)
            found.append(
                [
                    *(model._meta.label_lower, entry.object_id, entry.event),
                    *(entry.version, created, entry.author and entry.author.username),
                    *(entry.reason, entry.form_key, entry.status, publish, unpublish),
                    sha256(content.encode()).hexdigest(),
                ]
            )
    return found


def dropped(rows):
    """What the last keys of the history tables were, by table."""
    with connection.cursor() as cursor:
        for table in rows:
            cursor.execute(f"SELECT max(history_id) FROM {table}")
            yield cursor.fetchone()[0] or 0


def shape():
    """Columns and constraints of every table, by name."""
    found = {}
    with connection.cursor() as cursor:
        for table in tables():
            columns = connection.introspection.get_table_description(cursor, table)
            constraints = connection.introspection.get_constraints(cursor, table)
            found[table] = (
                {(c.name, c.type_code, c.null_ok) for c in columns},
                {json.dumps(constraint) for constraint in constraints.values()},
            )
    return found


class TestUpgrade:
    @pytest.mark.parametrize("batch", [legacy_history.BATCH, 4])
    def test_keeps_every_entry_as_it_was(self, old_site, monkeypatch, batch):
        monkeypatch.setattr(legacy_history, "BATCH", batch)
        assert tables() >= SHADOWS
        last = max(dropped(SHADOWS))
        migrate()
        assert history() == EXPECTED
        assert not tables() & SHADOWS
        # A form that was open meanwhile sends a key of before.
        assert Revision.objects.order_by("pk").first().pk > last
        call_command("migrate", "--check", verbosity=0)

    def test_knows_every_column_of_the_old_tables(self, old_site):
        """By the migrations of then, whatever later ones add to the models."""
        with connection.cursor() as cursor:
            for _model, old in legacy_history.existing(connection):
                table = old._meta.db_table
                found = connection.introspection.get_table_description(cursor, table)
                columns = {field.column for field in old._meta.concrete_fields}
                assert {column.name for column in found} == columns

    def test_keeps_as_many_of_each_model(self, old_site):
        migrate()
        counts = Counter(entry[0] for entry in EXPECTED)
        for model in content_models():
            found = Revision.objects.of_model(model).count()
            assert found == counts[model._meta.label_lower] > 0

    def test_any_version_comes_back(self, old_site):
        migrate()
        ben = User.objects.get(username="ben")
        for entry in Revision.objects.order_by("pk"):
            item = entry.item
            before = snapshot(actions.draft_of(item))
            has_changed = actions.restore(item, entry, ben)
            item.refresh_from_db()
            draft = snapshot(actions.draft_of(item))
            assert has_changed == (draft != before)
            left = {name for name in draft if draft[name] != entry.content[name]}
            assert left <= {"career_id"}, entry  # of a career that was deleted

    def test_history_goes_on(self, old_site):
        migrate()
        article = Article.objects.order_by("pk").first()
        newest = Revision.objects.order_by("pk").last()
        ben = User.objects.get(username="ben")
        draft = actions.draft_of(article)
        actions.save_draft(article, apply_snapshot(draft, {"title": "Anew"}), ben)
        assert article.history.first().pk > newest.pk
        assert [e.event for e in article.history.all()[:2]] == ["saved", "saved"]

    def test_pages_show_it(self, old_site):
        migrate()
        client = Client(HTTP_HOST="localhost")
        client.force_login(User.objects.create_superuser("boss"))
        for model in (Article, StatTable, FAQEntry):
            entries = Revision.objects.of_model(model)
            entry = next(e for e in entries if e.item.history.count() > 1)
            name = f"admin:{model._meta.app_label}_{model._meta.model_name}_history"
            url = reverse(name, args=[entry.object_id])
            oldest = entry.item.history.last()
            for page in ("", f"{entry.pk}/", f"compare/?a={oldest.pk}&b={entry.pk}"):
                answer = client.get(url + page)
                assert answer.status_code == 200, page
            assert answer.context["older"] == oldest

    def test_gives_no_right_back(self, old_site):
        rights = {
            group.name: {*group.permissions.values_list("codename", flat=True)}
            for group in Group.objects.all()
        }
        migrate()
        assert "change_page" not in rights["Editor"]
        for group in Group.objects.all():
            # What is new with the release is granted for the first time.
            new = ("careergroup", "measure", "synonym", "missedsearch", "import")
            new += ("site",)
            granted = group.permissions.exclude(content_type__model__in=new)
            codenames = {*granted.values_list("codename", flat=True)}
            assert codenames == rights[group.name]

    @pytest.mark.parametrize("kind", KINDS)
    def test_makes_the_tables_of_a_new_site(self, sites, kind):
        with sites(kind, empty=True) as site:
            load_before(site)
            migrate()
            upgraded = shape()
        with sites(kind, empty=True):
            migrate()
            assert shape() == upgraded

    def test_that_fails_has_done_nothing_and_can_be_repeated(
        self, old_site, monkeypatch
    ):
        made = []

        def fail(*arguments):
            made.append(arguments)
            if len(made) == 30:
                raise OSError("killed")
            return revision(*arguments)

        revision = legacy_history._revision
        with monkeypatch.context() as patch, pytest.raises(OSError, match="killed"):
            patch.setattr(legacy_history, "_revision", fail)
            migrate()
        assert tables() >= SHADOWS
        assert not Revision.objects.exists()
        migrate()
        assert history() == EXPECTED

    def test_changes_nothing_else(self, old_site):
        models = content_models()
        before = {model: rows_of(model) for model in models}
        migrate()
        after = {model: rows_of(model) for model in models}
        assert before == after


COPY_A_ROW = """
DO $$
DECLARE columns text;
BEGIN
  SELECT string_agg(quote_ident(column_name), ', ') INTO columns
    FROM information_schema.columns
    WHERE table_name = 'articles_historicalarticle' AND column_name <> 'history_id';
  EXECUTE 'INSERT INTO articles_historicalarticle (' || columns || ') SELECT '
    || columns || ' FROM articles_historicalarticle WHERE history_id = 1';
END $$
"""


def test_waits_for_what_an_older_server_is_saving(sites):
    """On SQLite one transaction that writes waits for the other anyway."""
    with sites("postgresql", empty=True) as site:
        load_before(site)
        server = site.server()
        connect = {"host": server["HOST"], "user": server["USER"]}
        url = connect | {"dbname": server["NAME"], "autocommit": False}
        with psycopg.connect(**url) as older, psycopg.connect(**url) as watcher:
            older.execute(COPY_A_ROW)

            def commit_once_it_waits():
                for _time in range(600):
                    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
                    if watcher.execute(waiting).fetchone()[0]:
                        break
                    time.sleep(0.1)
                older.commit()

            thread = threading.Thread(target=commit_once_it_waits)
            thread.start()
            migrate()
            thread.join()
        assert len(history()) == len(EXPECTED) + 1


class TestBackupOfBefore:
    """Made before the upgrade, and restored after it."""

    @pytest.mark.parametrize("source", KINDS)
    @pytest.mark.parametrize("to", KINDS)
    def test_is_restored_with_its_history(self, sites, source, to):
        with sites(source, empty=True) as site:
            load_before(site)
            file = make_backup().path
            assert tables() >= SHADOWS
        with sites(to, empty=True):
            restore(file)
            assert history() == EXPECTED
            assert not tables() & SHADOWS
            call_command("migrate", "--check", verbosity=0)

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_made_of_a_new_site_that_was_not_migrated_to_its_end(self, sites, kind):
        with sites(kind, empty=True):
            migrate()
            call_command("migrate", "publishing", "0005", verbosity=0)
            assert make_backup().size


class TestHalfMigrated:
    """A database that has a part of what a squashed migration replaces is refused."""

    @pytest.fixture(params=["faq.0006_events", "feedback.0002_groups"])
    def half(self, old_site, request):
        """Django says nothing of feedback, on which no other migration depends."""
        app, name = request.param.split(".")
        MigrationRecorder(connection).record_unapplied(app, name)
        return request.param

    def test_by_migrate(self, half):
        before = tables()
        with pytest.raises(SystemCheckError) as refused:
            call_command("migrate", verbosity=0, skip_checks=False)
        assert half in str(refused.value)
        assert "with the release before this one" in str(refused.value)
        assert tables() == before

    def test_by_what_starts_the_site(self, half):
        with pytest.raises(HalfMigrated, match=half):
            missing_migrations(connection)
        with pytest.raises(SystemExit, match="with the release before this one"):
            call_command("serve", dev=False)
        assert "release before" in _missing()

    def test_by_doctor(self, half):
        [finding] = site_checks.migrations()
        assert finding.level == ERROR and half in finding.text

    def test_by_backup(self, half):
        with pytest.raises(CommandError, match=half):
            call_command("backup")

    def test_as_a_backup(self, sites, old_site, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(
                "careerguide.operations.backups.backup.refuse_half_migrated", print
            )
            MigrationRecorder(connection).record_unapplied("faq", "0006_events")
            file = make_backup().path
        with sites(old_site.kind, empty=True):
            with pytest.raises(CommandError, match="faq.0006_events"):
                call_command("restore", str(file))
            assert not tables()
