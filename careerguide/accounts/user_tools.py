"""Add buttons to an account in the admin for what its form does not do."""

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import invitations, roles, second_factor
from .factor_views import PasswordForm
from .forms import LAST_DELETE, LAST_SWITCH, OWN_DELETE, OWN_SWITCH, User
from .logged import log
from .login_limit import check_old_password
from .mail import reaches_people
from .models import Invitation
from .pages import account_page, only_post
from .sessions import end_sessions, sessions_of


def invitation_of(user):
    return getattr(user, "invitation", None)


def state_of(user):
    """Name the state of an account in a word or two, for the list."""
    if not user.is_active:
        return _("switched off")
    if not user.is_staff:
        return _("cannot sign in")
    if user.has_usable_password():
        return _("active")
    invitation = invitation_of(user)
    if invitation is None:
        return _("not invited")
    return _("invitation too old") if invitations.is_old(invitation) else _("invited")


def panel(request, user):
    """Return what the page of an account shows below its form."""
    return {
        "invitation": invitation_of(user),
        "is_old": bool(invitation_of(user) and invitations.is_old(invitation_of(user))),
        "may_be_invited": invitations.may_be_invited(user),
        "days": settings.INVITATION_DAYS,
        "sessions": sessions_of(user),
        "has_factor": second_factor.has_factor(user),
        "is_own": user.pk == request.user.pk,
    }


def tool(model_admin, function):
    """Return a view of one account, for who may change it."""

    def view(request, id):
        user = model_admin.get_object(request, id)
        if user is None:
            raise Http404
        if not model_admin.has_change_permission(request, user):
            raise PermissionDenied
        return function(request, user)

    return view


def send_invitation(request, user, token):
    """Mail it; where that fails, show the link to the administrator instead."""
    went = invitations.mail_link(user, token)
    if went:
        sent = _("The invitation is sent to %s.") % user.email
        messages.success(request, sent)
        log(request, user, _("Invited by mail to %s.") % user.email)
        return
    log(request, user, _("Invited by a link that was shown."))
    why = _("The mail server did not take the invitation.")
    if went is None:
        why = _("The mail server takes long: the mail may arrive later, or never.")
    elif not user.email:
        why = _("This account has no e-mail address.")
    elif not reaches_people():
        why = _("This site sends no mail yet, so nothing was sent.")
    messages.warning(
        request,
        format_html(
            "{} {} <code>{}</code>",
            why,
            _("Give this link to the person yourself; it is shown only now:"),
            invitations.link_of(token),
        ),
    )


@only_post
def invite(request, user):
    if not invitations.may_be_invited(user):
        messages.warning(
            request, _("Only an active account with a role and no password is invited.")
        )
        return _back(user)
    send_invitation(request, user, invitations.invite(user))
    return _back(user)


@only_post
def withdraw(request, user):
    deleted, _models = Invitation.objects.filter(user=user).delete()
    if deleted:
        log(request, user, _("Withdrew the invitation."))
        messages.success(
            request,
            _("The invitation is withdrawn: its link is dead. The account stays."),
        )
    else:
        messages.info(request, _("There is no invitation any more."))
    return _back(user)


@only_post
def end_all_sessions(request, user):
    but = request.session.session_key if user.pk == request.user.pk else None
    ended = end_sessions(user, but=but)
    if ended:
        log(request, user, _("Signed out all browsers."))
    done = ngettext(
        "%(count)d browser is signed out.", "%(count)d browsers are signed out.", ended
    )
    messages.success(request, done % {"count": ended})
    return _back(user)


@only_post
def deactivate(request, user):
    """Deactivate in place of deleting: nobody can sign in, and texts keep the name."""
    if user.pk == request.user.pk:
        messages.error(request, OWN_SWITCH)
        return _back(user)
    with transaction.atomic():
        if roles.is_last_administrator(user):
            messages.error(request, LAST_SWITCH)
            return _back(user)
        if User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
            log(request, user, _("Switched the account off."))
        end_sessions(user)
    messages.success(
        request, _("%s can no longer sign in. What they wrote stays.") % user
    )
    return _back(user)


def remove_factor(request, user):
    """Remove the factor of somebody who lost it, for one's own password."""
    if user.pk == request.user.pk:
        return HttpResponseRedirect(reverse("factor_remove"))
    form = PasswordForm(request.user)
    if request.method == "POST":
        if wait := check_old_password(request):
            return wait
        form = PasswordForm(request.user, request.POST)
        if form.is_valid():
            if second_factor.remove(user):
                end_sessions(user)
                log(request, user, _("Removed the second step."))
                messages.success(request, _("The second step of %s is gone.") % user)
            else:
                messages.info(request, _("The second step was removed already."))
            return _back(user)
    title = _("Remove the second step of %s") % user
    return account_page(request, "factor_remove", title, form=form, of=user)


@transaction.atomic
def why_not_delete(request, user):
    """Return the sentence of who may not be deleted, or an empty one."""
    if user == request.user:
        return OWN_DELETE
    return LAST_DELETE if roles.is_last_administrator(user) else ""


TOOLS = {
    "invite": invite,
    "withdraw": withdraw,
    "end_sessions": end_all_sessions,
    "deactivate": deactivate,
    "remove_factor": remove_factor,
}


def count_written(user):
    """Count where content names the account; deleting it empties those places."""
    return sum(
        model._default_manager.filter(**{field.name: user}).count()
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model is User
        and field.remote_field.on_delete is models.SET_NULL
    )


def _back(user):
    return HttpResponseRedirect(reverse("admin:auth_user_change", args=[user.pk]))
