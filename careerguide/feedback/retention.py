"""Delete old feedback, and forget sooner who sent it.

What is too old goes when the next feedback comes, and daily where cron asks for it.
"""

from datetime import timedelta

from django.utils import timezone

from .models import Feedback

SENDER_DAYS = 2  # the limits ask for one


def forget_senders():
    """Clear the hashes that no limit needs any more; return of how many."""
    before = timezone.now() - timedelta(days=SENDER_DAYS)
    old = Feedback.objects.filter(created_at__lt=before).exclude(sender="")
    return old.update(sender="")


def prune_feedback(days):
    """Delete feedback older than `days`, and return how much; 0 keeps all."""
    if not days:
        return 0
    before = timezone.now() - timedelta(days=days)
    return Feedback.objects.filter(created_at__lt=before).delete()[0]
