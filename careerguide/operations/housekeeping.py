"""Run the daily housekeeping, each step by itself."""

import logging
import time
from collections import namedtuple
from importlib import import_module
from pathlib import Path

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import close_old_connections, connection
from django.utils import timezone

from careerguide.desk.daily_mail import send_lists
from careerguide.desk.facts import refresh_all
from careerguide.importing import retention
from careerguide.library.former import remove_old_files
from careerguide.publishing.admin.presence import GONE_AFTER
from careerguide.publishing.models.related import Presence, PreviewLink
from careerguide.readership import counting
from careerguide.search import missed
from careerguide.server.diagnose import sentence_for

logger = logging.getLogger(__name__)

A_DAY = 23 * 3600  # seconds, as a timer is never on the second
LINKS_CHECKED = "links-checked"  # a file, whose time says when
READ_AT_ONCE = 2_000  # texts, which takes a minute
Outcome = namedtuple("Outcome", "name error")


def publish_due(**streams):
    call_command("publish_due", **streams)


def empty_trash(**streams):
    call_command("empty_trash", **streams)


def remove_replaced_pictures(stdout, stderr):
    count = remove_old_files(settings.TRASH_DAYS)
    stdout.write(f"Files of pictures that were replaced, deleted: {count}.")


def prune_history(**streams):
    call_command("prune_history", **streams)


def prune_feedback(**streams):
    call_command("prune_feedback", **streams)


def end_sessions(stdout, stderr):
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    stdout.write("Sessions that have expired are deleted.")


def end_preview_links(stdout, stderr):
    links = PreviewLink.objects.filter(expires_at__lte=timezone.now())
    stdout.write(f"Preview links that have expired, deleted: {links.delete()[0]}.")


def forget_presences(stdout, stderr):
    old = Presence.objects.filter(seen_at__lt=timezone.now() - GONE_AFTER)
    stdout.write(f"Editors who closed a form, forgotten: {old.delete()[0]}.")


def forget_tries(stdout, stderr):
    before = timezone.now() - settings.AXES_COOLOFF_TIME
    old = AccessAttempt.objects.filter(attempt_time__lt=before)
    stdout.write(f"Tries to sign in that no longer count: {old.delete()[0]}.")


def prune_missed_searches(stdout, stderr):
    stdout.write(f"Searches in vain that are too old, deleted: {missed.prune()}.")


def prune_imports(stdout, stderr):
    files, imports = retention.prune()
    stdout.write(f"Files of imports that are done with, deleted: {files}.")
    stdout.write(f"Imports that nobody went on with, deleted: {imports}.")


def prune_views(stdout, stderr):
    count = counting.prune(settings.VIEW_DAYS)
    stdout.write(f"Views of pages that are too old, deleted: {count}.")


def read_texts(stdout, stderr):
    stdout.write(f"Texts read for the desk: {refresh_all(READ_AT_ONCE)}.")


def send_daily_mail(stdout, stderr):
    count, failed = send_lists()
    stdout.write(f"Lists sent by mail: {count}.")
    if failed:
        raise CommandError(
            f"Lists that could not be sent by mail: {failed}. The log says why; they "
            "are sent the next time."
        )


def check_links(stdout, stderr):
    """Once a day, whatever it finds: all texts are read for it."""
    last = Path(settings.STATE_DIR, LINKS_CHECKED)
    if not settings.CHECK_LINKS:
        stdout.write("Links to other sites are not checked: see CHECK_LINKS.")
    elif last.exists() and 0 < time.time() - last.stat().st_mtime < A_DAY:
        stdout.write("Links to other sites were checked today.")
    else:
        call_command("check_links", stdout=stdout, stderr=stderr)
        last.touch()


STEPS = (
    *(publish_due, empty_trash, remove_replaced_pictures),
    *(prune_history, prune_feedback),
    *(end_sessions, end_preview_links, forget_presences, forget_tries),
    *(prune_missed_searches, prune_imports, prune_views),
    *(read_texts, send_daily_mail),
    check_links,  # the last, as it takes longest
)


def housekeeping(stdout, stderr, steps=STEPS):
    """Do every step, whatever became of the others; return an `Outcome` of each."""
    return [_outcome(step, stdout, stderr) for step in steps]


def _outcome(step, stdout, stderr):
    try:
        if not connection.in_atomic_block:  # a test's
            close_old_connections()
        step(stdout=stdout, stderr=stderr)
    except CommandError as error:
        return Outcome(step.__name__, str(error))
    except Exception as error:
        sentence = sentence_for(error)
        if sentence is None:
            logger.exception("A step of the housekeeping failed: %s", step.__name__)
        return Outcome(step.__name__, sentence or f"{type(error).__name__}: {error}")
    return Outcome(step.__name__, "")
