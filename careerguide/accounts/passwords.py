"""Save a new password and no other field, as the row may have changed since."""

from django.contrib.admin.forms import AdminPasswordChangeForm as OwnPasswordChangeForm
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import AdminPasswordChangeForm, SetPasswordForm
from django.db import transaction

from .factors import Authenticator
from .models import Invitation


class SavesOnlyPassword:
    """A mixin for Django's forms, which save the whole account as it was once read."""

    def set_password_and_save(self, user, *args, commit=True, **kwargs):
        user = super().set_password_and_save(user, *args, commit=False, **kwargs)
        if commit:
            store(user)
        return user


class NewPasswordForm(SavesOnlyPassword, SetPasswordForm):
    """Form of a new password by a link that was mailed."""


class OwnPasswordForm(SavesOnlyPassword, OwnPasswordChangeForm):
    """One's own, for which the old one is asked."""


class OthersPasswordForm(SavesOnlyPassword, AdminPasswordChangeForm):
    """Form with which an administrator sets somebody else's password."""


@transaction.atomic
def store(user):
    """Write the password that was set on `user`, and end what went with the old one."""
    get_user_model().objects.filter(pk=user.pk).update(password=user.password)
    Invitation.objects.filter(user=user).delete()
    # Whoever knew the old password may have seen the secret of it.
    Authenticator.objects.filter(user=user, confirmed=False).delete()


def locked(pk):
    """Return the account as it is now, locked, if it is active and has a role."""
    users = get_user_model().objects.select_for_update()
    return users.filter(pk=pk, is_active=True, is_staff=True).first()
