"""Collect all that a site holds, to be compared with another."""

import datetime
import hashlib

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone

from articles.models import Article
from careerguide.accounts.factors import Authenticator, RecoveryCodes, hash_of
from careerguide.accounts.invitations import invite
from careerguide.accounts.models import SignIn
from careerguide.importing.models import Import, ImportFile
from careerguide.operations.backups.private import is_private
from careerguide.operations.backups.rows import _plain
from careerguide.operations.models import BackupRecord
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models.related import ContentVersion, OldSlug, PreviewLink
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.preview.links import make_link
from careerguide.search import index

PASSWORD = "a-heron-reads-slowly"
RECOVERY_CODE = "heron-code"
SESSION = "session-key-of-somebody-signed-in"


def lived_in():
    """What editors leave in a site: people with second factors and sessions, somebody
    invited, drafts, a plan, history, old addresses, links."""
    user = get_user_model().objects.create_superuser("maria", password=PASSWORD)
    user.groups.set([1, 2])
    first, second = Article.objects.order_by("pk")[:2]
    actions.save_draft(
        first, apply_snapshot(first, {"title": "Ünïcode, „quoted“ 🐝"}), user
    )
    actions.publish(first, user, reason="Bees")
    actions.save_draft(second, apply_snapshot(second, {"body": "Not published"}), user)
    OldSlug.objects.create(item=first, slug="once")
    make_link(first, user), make_link(second, user)
    # The last key that was given is of a row that is gone.
    PreviewLink.objects.order_by("pk").last().delete()
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    schedule.schedule(second, user, publish_at=tomorrow)
    actions.save_draft(second, apply_snapshot(second, {"body": "Later still"}), user)
    Authenticator.objects.create(user=user, name="app", confirmed=True)
    codes = RecoveryCodes.objects.create(user=user, confirmed=True)
    codes.token_set.create(token=hash_of(RECOVERY_CODE))
    invite(get_user_model().objects.create_user("eva"))
    session = Session.objects.create(
        session_key=SESSION, session_data="", expire_date=tomorrow
    )
    SignIn.objects.create(session=session, user=user, browser="Firefox")
    record = Import.objects.create(name="a", kind="text", size=4, created_by=user)
    ImportFile.objects.create(record=record, data=b"\x00\xff\r\n")
    ContentVersion.bump()


def rows():
    """{model: all of its rows}, but for what belongs to one machine and moment."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label_lower
        if is_private(model) or model in (ContentVersion, BackupRecord, *index.MODELS):
            continue
        if model._meta.managed and not model._meta.proxy:
            fields = model._meta.concrete_fields
            found[label] = [
                {f.attname: _plain(getattr(row, f.attname), f) for f in fields}
                for row in model._base_manager.order_by("pk")
            ]
    return found


def files(folder):
    """{path: hash} of all files in a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
