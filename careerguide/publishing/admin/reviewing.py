"""Confirm in the admin that content is still correct: one item, or many of a list."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from careerguide.publishing.drafts import review
from careerguide.publishing.drafts.batch import Batch
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.models.reviews import Due, due_of

from .versions import DecisionForm

CONFIRM = "_still_correct"  # the button of the page of many items
MOST = 100  # items that a page can name


@dataclass(frozen=True)
class Review:
    """Where an item's review stands; `form` has the version that the page shows."""

    day: object
    due: Due | None
    next_day: object
    url: str
    form: DecisionForm

    @property
    def is_overdue(self):
        return self.due is Due.OVERDUE


class Reviews:
    """Add to the admin of content the button “Still correct”, and its action."""

    def get_urls(self):
        page = self.page_path("<path:object_id>/review/", self.review_view, "review")
        return [page, *super().get_urls()]

    def get_changeform_initial_data(self, request):
        """Propose the day of the first review of a new item by its kind."""
        proposed = {"review_by": self.model.next_review()}
        return proposed | super().get_changeform_initial_data(request)

    def review_of(self, request, row):
        """Return the Review of what readers see, for those who may confirm it."""
        if row.status != row.PUBLISHED or not self.may_publish(request):
            return None
        return Review(
            day=row.review_by,
            due=due_of(row),
            next_day=row.next_review(),
            url=self.page_of(row, "review"),
            form=DecisionForm(row, auto_id=False),
        )

    def review_view(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.may_publish(request):
            raise PermissionDenied
        if request.method == "POST":
            done, problems = confirm_all(request, [(item.row, "")])
            tell(request, done, problems)
        return HttpResponseRedirect(
            address_after(request, self.page_of(item, "change"))
        )

    @admin.action(
        description=gettext_lazy("Still correct: set the next review …"),
        permissions=["publish"],
    )
    def review_selected(self, request, queryset):
        keys = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if request.POST.get("select_across") == "1":
            keys = list(queryset.values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            sentence = _("Choose %d at most: the next page names each of them.") % MOST
            self.message_user(request, sentence, messages.WARNING)
            return None
        rows = list(self.get_queryset(request).filter(pk__in=keys))
        if CONFIRM in request.POST:
            done, problems = confirm_all(request, [(row, row.pk) for row in rows])
            tell(request, done, problems)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Is all of this still correct?"),
            "opts": self.opts,
            "listed": listed(self.model, rows),
            "next_day": self.model.next_review(),
            "media": self.media,
        }
        return TemplateResponse(request, "admin/publishing/reviews.html", context)


def listed(model, rows, prefix=""):
    """Return (row, form with the version shown, Due) of rows of one model."""
    batch = Batch.of(model, rows)
    return [
        (
            row,
            DecisionForm(
                row, prefix=f"{prefix}{row.pk}", now=batch.shown(row), auto_id=False
            ),
            due_of(row),
        )
        for row in rows
    ]


def confirm_all(request, pairs):
    """Confirm each (row, prefix of its form in the request) by itself.

    Returns the rows that were confirmed, and a sentence on each that was not.
    """
    done, problems = [], []
    for row, prefix in pairs:
        form = DecisionForm(row, request.POST, prefix=prefix)
        form.is_valid()
        try:
            done.append(review.confirm(row, request.user, shown=form.shown))
        except StaleVersion:
            problems.append(
                _("“%s” was changed while you were looking: read it once more.") % row
            )
        except ValidationError as error:
            problems.append(f"“{row}”: {' '.join(error.messages)}")
        except type(row).DoesNotExist:
            problems.append(_("“%s” was deleted for good at this very moment.") % row)
    return done, problems


def tell(request, done, problems):
    if done:
        days = {row.review_by for row in done}
        day = date_format(min(days)) if len(days) == 1 else ""
        sentence = ngettext(
            "%d is still correct.", "%d are still correct.", len(done)
        ) % len(done)
        if len(done) == 1:
            sentence = _("“%s” is still correct.") % done[0]
        if day:
            sentence += " " + _("The next review is due by %s.") % day
        messages.success(request, sentence)
    for problem in problems:
        messages.warning(request, problem)


def address_after(request, otherwise):
    """Return the page of ours that a form was sent from and names as `next`."""
    wanted = request.POST.get("next", "")
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, None)
    return wanted if is_ours else otherwise
