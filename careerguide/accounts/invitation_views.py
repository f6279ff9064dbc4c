"""Serve the page on which somebody who was invited chooses a password."""

from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from . import invitations
from .pages import account_page, redirect
from .passwords import NewPasswordForm

IN_SESSION = "invitation"
NO_TOKEN = "set-password"  # stands in the address where the token is in the session


@method_decorator([sensitive_post_parameters(), never_cache], name="dispatch")
class InvitationView(View):
    """The token goes to the session at once, as Django's reset does with its own."""

    def get(self, request, token):
        if token != NO_TOKEN:
            if invitations.find(token) is None:
                return self.is_over(request)
            request.session[IN_SESSION] = token
            return redirect("invitation", NO_TOKEN)
        invitation = invitations.find(request.session.get(IN_SESSION))
        if invitation is None:
            return self.is_over(request)
        return self.show(request, NewPasswordForm(invitation.user))

    def post(self, request, token):
        token = request.session.get(IN_SESSION) if token == NO_TOKEN else None
        invitation = invitations.find(token)
        if invitation is None:
            return self.is_over(request)
        form = NewPasswordForm(invitation.user, request.POST)
        if not form.is_valid():
            return self.show(request, form)
        if not invitations.accept(token, form):
            return self.is_over(request)
        del request.session[IN_SESSION]
        return redirect("password_reset_complete")

    def show(self, request, form):
        title = _("Choose your password")
        return account_page(
            request, "invitation", title, form=form, has_permission=False
        )

    def is_over(self, request):
        title = _("This invitation is over")
        page = account_page(request, "invitation_over", title, has_permission=False)
        page.headers["Referrer-Policy"] = "no-referrer"
        return page
