"""Send plain-text mail to people with an account, with links made from SITE_URL."""

import logging
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor, wait
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connections, transaction
from django.template.loader import render_to_string

from careerguide.identity.current import asked_once, current

logger = logging.getLogger(__name__)

REACH_NOBODY = (
    "django.core.mail.backends.console.EmailBackend",
    "django.core.mail.backends.dummy.EmailBackend",
)
# Seconds, after which the answer is out: its time must not tell what the thread finds.
AFTER = 0.5
WAITING = 200  # jobs; more are dropped, as they must not fill the memory
# Seconds somebody, or the mail that comes next, waits for one to be sent. EMAIL_TIMEOUT
# is for each answer of the server, which may take its time with every byte of it.
LONGEST = 10

_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")
_room = threading.BoundedSemaphore(WAITING)
_sending = threading.BoundedSemaphore(8)  # beyond that a server has to answer first


def reaches_people():
    """Return whether mail goes out at all.

    By default it is printed where the site runs.
    """
    return settings.EMAIL_BACKEND not in REACH_NOBODY


def send(user, name, to="", **context):
    """Send `accounts/mail/<name>.txt`, the subject its first line; True if it went.

    None where that is not known yet, and it may still go. Why it did not is logged by
    the kind of error alone: its words may hold the address.
    """
    with asked_once():
        context |= {"user": user, "site_name": current().name}
    context["site_url"] = settings.SITE_URL
    text = render_to_string(f"accounts/mail/{name}.txt", context)
    subject, _, body = text.partition("\n")
    message = EmailMessage(" ".join(subject.split()), body.strip() + "\n")
    message.to = [to or user.email]
    sending = _hand_over(message)
    if not sending or wait([sending], timeout=LONGEST).not_done:
        logger.warning("Mail “%s” was not sent in %d s", name, LONGEST)
        return None if sending else False
    try:
        return sending.result() == 1
    except (SMTPException, OSError, ValueError) as error:
        logger.warning("Mail “%s” was not sent: %s", name, type(error).__name__)
        return False


def _hand_over(message):
    """Send it in a thread that a slow server may hold; None where it holds too many."""
    room, sending = _sending, Future()
    if not room.acquire(blocking=False):
        return None

    def run():
        try:
            sending.set_result(message.send())
        except Exception as error:
            sending.set_exception(error)
        finally:
            room.release()

    threading.Thread(target=run, name="mail-server", daemon=True).start()
    return sending


def send_later(user, name, to="", **context):
    """Tell somebody what happened to their account, once that is stored."""
    if to := to or user.email:
        transaction.on_commit(lambda: do_later(send, user, name, to, **context))


def do_later(job, *args, **kwargs):
    """Run `job` in the thread for mail, so that no answer waits for it or tells of it.

    A process that is asked to stop finishes what waits; one that is killed does not.
    """
    if not _room.acquire(blocking=False):
        logger.error("Too much mail waits to be sent: some is dropped")
        return
    _thread.submit(_run, time.monotonic() + AFTER, job, args, kwargs)


def _run(due, job, args, kwargs):
    time.sleep(max(0, due - time.monotonic()))
    try:
        job(*args, **kwargs)
    except Exception as error:
        # Without the traceback, whose words may hold a link.
        logger.error("Mail failed: %s", type(error).__name__)
    finally:
        connections.close_all()
        _room.release()
