"""Sign people in: by password, then by a code where the account needs one."""

from django import forms
from django.contrib import messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from . import pending, second_factor
from .login_limit import count_try, wait_page
from .pages import account_page, redirect


class SignInView(LoginView):
    """Stop after the password where a second factor is needed; else as Django's."""

    def form_valid(self, form):
        user = form.get_user()
        if not pending.is_needed(user):
            return super().form_valid(form)
        pending.begin(self.request, user, self.get_success_url())
        return redirect("second_factor")


def sign_in(site, request, extra_context=None):
    """`AdminSite.login`, which has no setting for the view."""
    if request.method == "GET" and site.has_permission(request):
        return redirect("admin:index")
    context = {
        **site.each_context(request),
        "title": _("Sign in"),
        "app_path": request.get_full_path(),
        "username": request.user.get_username(),
        **(extra_context or {}),
    }
    if not {"next"} & {*request.GET, *request.POST}:
        context["next"] = reverse("admin:index")
    request.current_app = site.name
    return SignInView.as_view(
        extra_context=context,
        authentication_form=AdminAuthenticationForm,
        template_name="admin/login.html",
    )(request)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=60,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
                "autofocus": True,
            }
        ),
    )


@never_cache
@sensitive_post_parameters()
def second_factor_view(request):
    """Ask for the code of who has given the right password."""
    user = pending.user_of(request)
    if user is None:
        if request.user.is_authenticated:  # in another tab, or by a double click
            return redirect("admin:index")
        return start_again(request)
    if not pending.is_needed(user):  # it was removed since the password was right
        return HttpResponseRedirect(pending.complete(request, user))
    if not second_factor.has_factor(user):
        return redirect("factor_setup")
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        # Counted as a password is, and taken back only by signing in.
        if seconds := count_try(request, user.get_username()):
            return wait_page(request, seconds)
        result = second_factor.check_code(user, form.cleaned_data["code"])
        if result.is_right:
            return _signed_in(request, user, result)
        form.add_error("code", result.problem)
    title = _("Second step")
    return account_page(
        request, "second_factor", title, form=form, has_permission=False
    )


def start_again(request):
    """A page and no message: that would store a session for every stranger who asks."""
    is_late = pending.IN_SESSION in request.session
    title = _("Please sign in again") if is_late else _("Please sign in first")
    return account_page(
        request, "start_again", title, has_permission=False, is_late=is_late
    )


def _signed_in(request, user, result):
    address = pending.complete(request, user)
    if result.codes_left is not None:
        left = ngettext(
            "You signed in with a recovery code; %(left)d is left.",
            "You signed in with a recovery code; %(left)d are left.",
            result.codes_left,
        )
        messages.warning(request, left % {"left": result.codes_left})
    return HttpResponseRedirect(address)
