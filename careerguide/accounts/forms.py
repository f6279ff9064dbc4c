"""The forms by which administrators add and change accounts."""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import UsernameField
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
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
    """What adding and changing share; `actor` is set by the admin."""

    actor = None
    role = RoleField(
        label=_("Role"),
        help_text=_("What this account may do. Each may do what those above it may."),
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
        email = self.cleaned_data["email"]
        others = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if email and email != self.initial.get("email") and others.exists():
            raise ValidationError(_("Another account has this e-mail address."))
        return email

    def _save_m2m(self):
        super()._save_m2m()
        if "role" in self.changed_data:
            roles.give(self.instance, self.cleaned_data["role"])


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

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk == self.actor.pk:
            self._refuse(OWN_ROLE, OWN_SWITCH)
        elif self._takes_rights() and roles.is_last_administrator(self.instance):
            self._refuse(LAST_ROLE, LAST_SWITCH)
        return cleaned

    def _refuse(self, about_role, about_switch):
        if "role" in self.changed_data and "role" in self.cleaned_data:
            self.add_error("role", about_role)
        if self.cleaned_data.get("is_active") is False and "is_active" in self.fields:
            self.add_error("is_active", about_switch)

    def _takes_rights(self):
        role, active = (self.cleaned_data.get(name) for name in ("role", "is_active"))
        return role != roles.ADMINISTRATOR or not active
