"""Log what is done to an account outside its form, as entries of its History."""

from django.contrib.admin.models import CHANGE, LogEntry


def log(request, user, message):
    LogEntry.objects.log_actions(
        request.user.pk, [user], CHANGE, change_message=str(message), single_object=True
    )
