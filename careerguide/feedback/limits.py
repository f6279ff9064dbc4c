"""Limit how much feedback one client may send, and how much is stored at most.

A client is counted in the cache, by the hash that lasts a day. What is stored is
counted in the database, so that a flood from many addresses ends there, too: a day adds
at most 5,000 answers, which is 40 MB of text at worst and usually far less.
"""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.http import rate_limit

from .models import Feedback

DAY = 24 * 60 * 60
# (times, seconds) for one client; a class may share an address.
PER_CLIENT = ((20, 10 * 60), (200, DAY))
STORED_A_DAY = 5_000
STORED_A_DAY_OF_ONE_PAGE = 500

TOO_OFTEN = _(
    "That is a lot from one place. Your text is still here: please send it again in "
    "some minutes."
)
TOO_MUCH = _(
    "We have been sent more today than we can read. Your text is still here: please "
    "send it again tomorrow."
)


class LimitReached(Exception):
    """Holds a sentence for the reader, and the seconds until it is worth another try"""

    def __init__(self, sentence, seconds):
        super().__init__(sentence)
        self.sentence, self.seconds = sentence, seconds


def check_client(sender):
    for times, seconds in PER_CLIENT:
        if rate_limit.count(f"feedback-{sender}", seconds) > times:
            raise LimitReached(TOO_OFTEN, seconds)


def check_room(page):
    """Counted, not locked: of many at the same moment, a few more may get in."""
    since = timezone.now() - timedelta(seconds=DAY)
    today = Feedback.objects.filter(created_at__gt=since)
    if (
        today.count() >= STORED_A_DAY
        or today.filter(page=page).count() >= STORED_A_DAY_OF_ONE_PAGE
    ):
        raise LimitReached(TOO_MUCH, DAY)
