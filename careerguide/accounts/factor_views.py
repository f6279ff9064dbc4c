"""Serve the pages that set up, replace and remove somebody's second factor."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from . import pending, second_factor
from .login_limit import check_old_password
from .pages import account_page, redirect, staff_only
from .sign_in_views import CodeForm, start_again

CODES_IN_SESSION = "recovery_codes"  # until they are shown


class PasswordForm(forms.Form):
    """The password anew: a browser that was left open must not be enough."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        max_length=4096,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, user, *args, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self):
        if not self.user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("This is not your password."))


class SetupForm(PasswordForm, CodeForm):
    field_order = ("code", "password")


@never_cache
@sensitive_post_parameters()
def factor_setup(request):
    """Set up or replace it; also for who must have one before signing in."""
    signed_in = admin.site.has_permission(request)
    user = request.user if signed_in else pending.user_of(request)
    if user is None:
        return start_again(request)
    if not signed_in and (
        second_factor.has_factor(user) or not pending.is_needed(user)
    ):
        return redirect("second_factor")
    # Of who comes from the sign-in page the password was asked a moment ago.
    form_of = (lambda *sent: SetupForm(user, *sent)) if signed_in else CodeForm
    form = form_of()
    if request.method == "POST":
        if signed_in and (wait := check_old_password(request)):
            return wait
        form = form_of(request.POST)
        if form.is_valid():
            codes, problem = second_factor.confirm(
                user, form.cleaned_data["code"], request.session
            )
            if codes is None and second_factor.is_set_up(user):
                return redirect("recovery_codes")  # by a double click, or another tab
            if codes:
                return _set_up(request, user, codes, signed_in)
            form.add_error("code", problem)
    authenticator = second_factor.pending_authenticator(user, request.session)
    return account_page(
        request,
        "factor_setup",
        _("Set up a second step"),
        form=form,
        qr_code=second_factor.qr_code(authenticator),
        secret=second_factor.secret_as_text(authenticator),
        replaces=signed_in and second_factor.has_factor(user),
        is_required=not signed_in,
    )


@staff_only
def recovery_codes(request):
    """Show new codes, once."""
    codes = request.session.pop(CODES_IN_SESSION, None)
    if not codes:
        if second_factor.has_factor(request.user):
            once = _(
                "Recovery codes are shown once. If you have not kept them, make new."
            )
            messages.warning(request, once)
        return redirect("account")
    title = _("Your recovery codes")
    next_url = request.session.pop("next_after_codes", None)
    return account_page(
        request, "recovery_codes", title, codes=codes, next_url=next_url
    )


@sensitive_post_parameters()
@staff_only
def new_recovery_codes(request):
    if not second_factor.has_factor(request.user):
        messages.info(request, _("Recovery codes come with the second step."))
        return redirect("account")
    form, answer = _ask_password(request)
    if answer or not form.is_valid():
        return answer or account_page(
            request, "new_recovery_codes", _("New recovery codes"), form=form
        )
    request.session[CODES_IN_SESSION] = second_factor.make_recovery_codes(request.user)
    return redirect("recovery_codes")


@sensitive_post_parameters()
@staff_only
def factor_remove(request):
    if settings.REQUIRE_SECOND_FACTOR:
        messages.warning(
            request,
            _("This site asks everybody for a second step: replace yours instead."),
        )
        return redirect("account")
    form, answer = _ask_password(request)
    if answer or not form.is_valid():
        return answer or account_page(
            request, "factor_remove", _("Remove the second step"), form=form
        )
    if second_factor.remove(request.user):
        messages.success(request, _("From now on your password is enough."))
    else:
        messages.info(request, _("The second step was removed already."))
    return redirect("account")


def _set_up(request, user, codes, signed_in):
    next_url = None if signed_in else pending.complete(request, user)
    second_factor.mark_session(request)
    request.session[CODES_IN_SESSION] = codes
    request.session["next_after_codes"] = next_url
    messages.success(request, _("The second step is set up."))
    return redirect("recovery_codes")


def _ask_password(request):
    """The form, filled in where it was sent, and the page of who has to wait."""
    if request.method != "POST":
        return PasswordForm(request.user), None
    wait = check_old_password(request)
    return PasswordForm(request.user, request.POST), wait or None
