"""Serve the page "Your account": sessions, password and second factor."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import second_factor
from .login_limit import check_old_password
from .pages import account_page, only_post, redirect, staff_only
from .passwords import OwnPasswordForm
from .sessions import end_sessions, sessions_of


@staff_only
def account_view(request):
    return account_page(
        request,
        "account",
        _("Your account"),
        sessions=sessions_of(request.user),
        current=request.session.session_key,
        has_factor=second_factor.has_factor(request.user),
        codes_left=second_factor.codes_left(request.user),
        is_required=settings.REQUIRE_SECOND_FACTOR,
    )


def change_password(site, request, extra_context=None):
    """`AdminSite.password_change`, which has no setting for the form."""
    if request.method == "POST" and (wait := check_old_password(request)):
        return wait
    request.current_app = site.name
    return PasswordChangeView.as_view(
        form_class=OwnPasswordForm,
        success_url=reverse("admin:password_change_done", current_app=site.name),
        extra_context={**site.each_context(request), **(extra_context or {})},
    )(request)


@only_post
@staff_only
def end_session(request, pk):
    """One of one's own; those of others are as unknown as any number."""
    current = request.session.session_key
    if sessions_of(request.user).filter(pk=pk, session=current).exists():
        messages.warning(
            request, _("This is the browser you are using: log out at the top instead.")
        )
    elif pk < 2**63 and end_sessions(request.user, only=pk):
        messages.success(request, _("That browser is signed out."))
    else:
        messages.info(request, _("That browser was signed out already."))
    return redirect("account")


@only_post
@staff_only
def end_other_sessions(request):
    ended = end_sessions(request.user, but=request.session.session_key)
    if ended:
        done = ngettext(
            "%(count)d other browser is signed out.",
            "%(count)d other browsers are signed out.",
            ended,
        )
        messages.success(request, done % {"count": ended})
    else:
        messages.info(request, _("No other browser was signed in."))
    return redirect("account")
