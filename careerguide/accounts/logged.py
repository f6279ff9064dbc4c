"""What is done to an account beside its form, written in words into its History."""

from django.contrib.admin.models import CHANGE, LogEntry


def log(request, user, words):
    LogEntry.objects.log_actions(
        request.user.pk, [user], CHANGE, change_message=str(words), single_object=True
    )
