"""Delete feedback that is too old, and forget who sent it."""

from django.conf import settings
from django.core.management.base import BaseCommand

from careerguide.feedback.retention import forget_senders, prune_feedback
from careerguide.publishing.management.days import days


class Command(BaseCommand):
    help = (
        "Delete readers' feedback older than FEEDBACK_DAYS days; 0 keeps all. Forget "
        "whom it came from after two days. Run it once a day."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--days",
            type=days,
            help="days to keep, instead of FEEDBACK_DAYS; 0 for all",
        )

    def handle(self, *, days, **options):
        days = settings.FEEDBACK_DAYS if days is None else days
        forgotten = forget_senders()
        senders = "1 sender" if forgotten == 1 else f"{forgotten} senders"
        self.stdout.write(f"{senders} forgotten.")
        if not days:
            self.stdout.write("All feedback is kept: FEEDBACK_DAYS is 0.")
            return
        deleted = prune_feedback(days)
        answers = "1 answer" if deleted == 1 else f"{deleted} answers"
        self.stdout.write(f"{answers} older than {days} days deleted.")
