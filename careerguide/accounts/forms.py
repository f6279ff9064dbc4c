"""Define the forms with which administrators add and change accounts."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from . import roles

User = get_user_model()

OWN_ROLE = _("You cannot change your own role: ask another administrator.")
OWN_SWITCH = _("You cannot switch off your own account: ask another administrator.")
OWN_DELETE = _("You cannot delete your own account: ask another administrator.")
LAST_DELETE = _(
    "This is the last administrator who can sign in. Make somebody else an "
    "administrator before you delete this account."
)
LAST_ROLE = _(
    "This is the last administrator who can sign in. Make somebody else an "
    "administrator first, or nobody could administer the site."
)
LAST_SWITCH = _(
    "This is the last administrator who can sign in. Make somebody else an "
    "administrator before you switch this account off."
)


class GroupForm(forms.ModelForm):
    class Meta:
        model = Group
        fields = ("name", "permissions")

    def clean_name(self):
        """The groups of ours are known by their names."""
        name, before = self.cleaned_data["name"], self.initial.get("name")
        if before in roles.GROUPS and name != before:
            raise ValidationError(
                _("This group comes with the site: it has to be called %(name)s."),
                params={"name": before},
            )
        if name != before and roles.is_taken(name):
            raise ValidationError(
                _("This is the name of a role already: give the group another one.")
            )
        return name


class RoleField(forms.ChoiceField):
    widget = forms.RadioSelect

    def choose_from(self, given):
        self.choices = [
            (
                role,
                format_html(
                    "<strong>{}</strong> – {}",
                    roles.name_of(role),
                    roles.description_of(role),
                ),
            )
            for role in given
        ]


class AccountForm(forms.ModelForm):
    """Base of the forms that add and change accounts; the admin sets `actor`."""

    actor = None
    role = RoleField(
        label=_("Role"),
        help_text=_(
            "What this account may do. Editors may do what authors may, and publishers "
            "what both may."
        ),
    )

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email")
        field_classes = {"username": UsernameField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "role" in self.fields:  # not where the form may only be read
            self.fields["role"].choose_from(self.roles())

    def roles(self):
        return roles.roles_to_give(self.actor)

    def clean_email(self):
        """One account for an address, or a link could be for either."""
        email = User.objects.normalize_email(self.cleaned_data["email"])
        others = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if email and email != self.initial.get("email") and others.exists():
            raise ValidationError(_("Another account has this e-mail address."))
        return email

    def _save_m2m(self):
        super()._save_m2m()
        user = User.objects.get(pk=self.instance.pk)
        if "role" in self.changed_data:
            roles.give(user, self.cleaned_data["role"])
        else:
            roles.follow(user)


class NewAccountForm(AccountForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["email"].help_text = _(
            "The invitation is sent here. Whoever reads it chooses the password."
        )

    def roles(self):
        return [role for role in super().roles() if role != roles.NOBODY]

    def save(self, commit=True):
        self.instance.set_unusable_password()
        return super().save(commit=commit)


class ChangeAccountForm(AccountForm):
    """Write only what was changed here: others may have changed the rest meanwhile."""

    current_password = forms.CharField(
        label=_("Your password"),
        required=False,
        max_length=4096,
        strip=False,
        help_text=_("Only to change your e-mail address, as links are sent there."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    class Meta(AccountForm.Meta):
        fields = (*AccountForm.Meta.fields, "is_active", "user_permissions")
        help_texts = {
            "is_active": _(
                "Switched off, nobody can sign in with it; what was written stays."
            )
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["role"] = roles.role_of(self.instance)
        if not self.is_own():
            self.fields.pop("current_password", None)
        for name in {*self.fields} - {"current_password"}:
            # So what counts as changed is what was changed on the page, since shown.
            sent = self.add_initial_prefix(name) in self.data
            self.fields[name].show_hidden_initial = sent or not self.is_bound

    def is_own(self):
        return self.actor is not None and self.instance.pk == self.actor.pk

    def roles(self):
        return roles.roles_to_give(self.actor, self.instance)

    @cached_property
    def changed_data(self):
        return [name for name in super().changed_data if name != "current_password"]

    def _save_m2m(self):
        if "user_permissions" not in self.changed_data:
            self.cleaned_data.pop("user_permissions", None)
        super()._save_m2m()

    def clean(self):
        cleaned = super().clean()
        if self.is_own():
            self._refuse(OWN_ROLE, OWN_SWITCH)
            self._check_password()
        elif self._takes_rights() and roles.is_last_administrator(self.instance):
            self._refuse(LAST_ROLE, LAST_SWITCH)
        self._check_rights()
        return cleaned

    def _check_password(self):
        """A browser that was left open must not be enough to take the account over."""
        if "email" not in self.changed_data or "email" not in self.cleaned_data:
            return
        password = self.cleaned_data.get("current_password")
        if not password:
            problem = _("Type your password, too, to change your e-mail address.")
            self.add_error("current_password", problem)
        elif not self.actor.check_password(password):
            self.add_error("current_password", _("This is not your password."))

    def _check_rights(self):
        role, chosen = (self.cleaned_data.get(n) for n in ("role", "user_permissions"))
        if chosen is None:  # they are for administrators
            return
        if role == roles.RIGHTS and not chosen:
            problem = _("Choose “Rights one by one” below, or another role.")
            self.add_error("role", problem)
        if role == roles.NOBODY and chosen and "role" not in self.changed_data:
            problem = _("With rights given one by one, choose “Own rights” or more.")
            self.add_error("role", problem)

    def _refuse(self, about_role, about_switch):
        if "role" in self.changed_data and "role" in self.cleaned_data:
            self.add_error("role", about_role)
        if self.cleaned_data.get("is_active") is False and "is_active" in self.fields:
            self.add_error("is_active", about_switch)

    def _takes_rights(self):
        role, active = (self.cleaned_data.get(name) for name in ("role", "is_active"))
        return role != roles.ADMINISTRATOR or not active
