"""Reset passwords by mail, without telling whether there is such an account.

These are Django's views, which count first and look nobody up.

The answer to a request is made before anybody looks for the account, which the thread
for mail does. So neither the answer nor its time tells whether there is one.
"""

import logging

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import get_user_model, views
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.http import rate_limit

from .login_limit import count_try, end_waits_of, wait_page
from .mail import do_later, reaches_people, send
from .passwords import NewPasswordForm, locked
from .sessions import end_sessions

logger = logging.getLogger(__name__)

LINK_IS_OVER = gettext_lazy("This link is over")
# Mails to one account, whoever asks for them and from wherever.
MOST = ((3, 60 * 60), (10, 24 * 60 * 60))


class ResetForm(PasswordResetForm):
    def save(self, **options):
        do_later(send_links, self.cleaned_data["email"])


def send_links(email):
    """Mail links to those who have this address and may sign in, and to nobody else."""
    # As they are stored: SQLite knows the capitals of A to Z alone.
    email = get_user_model().objects.normalize_email(email)
    for user in PasswordResetForm().get_users(email):
        if user.is_staff and not _had_enough(user):
            uid = urlsafe_base64_encode(force_bytes(user.pk))
            token = default_token_generator.make_token(user)
            path = reverse("password_reset_confirm", args=[uid, token])
            hours = settings.PASSWORD_RESET_TIMEOUT // 3600
            link = f"{settings.SITE_URL}{path}"
            send(user, "password_reset", link=link, hours=hours)


def _too_often():
    return (
        _("Too many requests"),
        _("Until then nothing is sent. Look in your mail, and among the junk, too."),
    )


def _had_enough(user):
    counted = [rate_limit.count(f"reset-{user.pk}", s) > most for most, s in MOST]
    if any(counted):
        logger.warning("No more mail to reset a password: account %s", user.pk)
    return any(counted)


class InFrame:
    """A mixin for views whose pages look as the sign-in page does."""

    def get_context_data(self, **kwargs):
        frame = admin.site.each_context(self.request) | {"has_permission": False}
        return frame | super().get_context_data(**kwargs)


class ResetView(InFrame, views.PasswordResetView):
    form_class = ResetForm
    title = gettext_lazy("Forgotten your password?")
    template_name = "registration/password_reset_form.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(sends_mail=reaches_people(), **kwargs)

    def form_valid(self, form):
        seconds = count_try(self.request, f"mail:{form.cleaned_data['email'].lower()}")
        if seconds:
            return wait_page(self.request, seconds, _too_often())
        return super().form_valid(form)


class ResetDoneView(InFrame, views.PasswordResetDoneView):
    title = gettext_lazy("Look in your mail")

    def get_context_data(self, **kwargs):
        return super().get_context_data(sends_mail=reaches_people(), **kwargs)


class ResetConfirmView(InFrame, views.PasswordResetConfirmView):
    form_class = NewPasswordForm
    title = gettext_lazy("Choose a new password")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context if self.validlink else context | {"title": LINK_IS_OVER}

    def get_user(self, uidb64):
        user = super().get_user(uidb64[:100])
        return user if user and user.is_active and user.is_staff else None

    def dispatch(self, *args, **kwargs):
        response = super().dispatch(*args, **kwargs)
        if not self.validlink:
            # Its address may hold a link that still works for somebody else.
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def form_valid(self, form):
        """Set it, once: of two tabs the second is told that the link is used."""
        session_token = self.request.session.get(views.INTERNAL_RESET_SESSION_TOKEN)
        with transaction.atomic():
            user = locked(self.user.pk)
            if not (user and self.token_generator.check_token(user, session_token)):
                self.validlink = False
                return self.render_to_response(self.get_context_data())
            form.user = user
            answer = super().form_valid(form)
            end_sessions(user)
            end_waits_of(user)
        if self.request.user == user:
            # This browser's session has ended with the others, and cannot be saved.
            self.request.session.flush()
        return answer


class ResetCompleteView(InFrame, views.PasswordResetCompleteView):
    title = gettext_lazy("Your password is set")
