"""Limit what the desk shows: to what somebody may see, to a guide, to a person."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from careerguide.http.keys import is_key
from careerguide.models import Career
from careerguide.publishing.models.content import content_models

from .models import DailyMail, Responsibility

CAN_SIGN_IN = Q(user__is_active=True, user__is_staff=True)
LONGEST = 100  # characters of the name of a guide
MOST = 200  # people


@dataclass(frozen=True)
class Scope:
    """`guide` is what a guide's name has to contain; `person` the key of somebody."""

    user: object
    models: tuple
    guide: str = ""
    person: int | None = None

    @classmethod
    def of(cls, request):
        models = tuple(m for m in content_models() if may_view(request, m))
        asked, guide = request.GET.get("person", ""), request.GET.get("guide", "")
        guide = " ".join(guide.replace("\0", "").split())[:LONGEST]
        person = int(asked) if is_key(asked) else None
        return cls(request.user, models, guide, person)

    @property
    def whose(self):
        """The key of whose drafts are shown."""
        return self.user.pk if self.person is None else self.person

    @cached_property
    def parameters(self):
        sent = {"guide": self.guide, "person": self.person or ""}
        return {name: value for name, value in sent.items() if value}

    def condition(self, model):
        """Return the condition for the items of `model` within the scope."""
        return self.of_guide(model) & self.of_person(model)

    def of_guide(self, model):
        """Those of guides of that name; of one that is archived nobody needs any."""
        of_career = hasattr(model, "career")
        awake = ~Q(career__in=archived_careers()) if of_career else Q()
        if not self.guide:
            return awake
        if model is Career:
            return Q(name__icontains=self.guide)
        if of_career:
            return awake & Q(career__name__icontains=self.guide)
        return Q(pk=None)

    def of_person(self, model):
        """Their own items; those of their guides, unless somebody else has them.

        Who cannot sign in any more has nothing: what was theirs is of whoever has its
        guide.
        """
        if self.person is None:
            return Q()
        own = _responsibilities(model, "pk").filter(CAN_SIGN_IN)
        mine = Q(Exists(own.filter(user=self.person)))
        if not hasattr(model, "career"):
            return mine
        guide = _responsibilities(Career, "career_id").filter(user=self.person)
        return mine | Q(~Exists(own) & Exists(guide))

    def records(self, queryset):
        """Filter records of any item, such as feedback, to those of the scope."""
        if not self.guide and self.person is None:
            return queryset
        within = Q(pk=None)
        for model in self.models:
            keys = model.objects.filter(self.condition(model)).order_by()
            kind = ContentType.objects.get_for_model(model)
            within |= Q(content_type=kind, object_id__in=keys.values("pk"))
        return queryset.filter(within)


def archived_careers():
    return Career.objects.filter(status=Career.ARCHIVED).values("pk")


def _responsibilities(model, key):
    return Responsibility.objects.of_model(model).filter(object_id=OuterRef(key))


def may_view(request, model):
    if not admin.site.is_registered(model):
        return False
    return admin.site.get_model_admin(model).has_view_permission(request)


def people(first=None):
    """Return those to choose from, who may sign in to the admin; `first` comes first.

    Each knows in `wants_mail` whether the list goes to them.
    """
    users = get_user_model().objects.filter(is_staff=True, is_active=True)
    wants = DailyMail.objects.filter(user=OuterRef("pk"))
    own = Case(When(pk=first.pk if first else None, then=Value(0)), default=Value(1))
    return users.annotate(wants_mail=Exists(wants)).order_by(own, "username")[:MOST]
