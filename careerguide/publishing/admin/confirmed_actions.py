"""Define the actions on an item that are asked about first, and their words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from careerguide.publishing.drafts import actions


@dataclass(frozen=True)
class ConfirmedAction:
    name: str  # in the address
    button: str
    question: str
    consequence: str
    done: str
    carry_out: Callable
    applies: Callable  # to an item as the admin has it: its row, draft and plan
    right: str = "publish"
    is_grave: bool = False
    hides: bool = False  # live pages may lose something by it
    unseen: str = ""  # its consequence for what readers do not see, if another

    def consequence_for(self, row):
        return self.consequence if row.is_published else self.unseen or self.consequence


CONFIRMED_ACTIONS = {
    action.name: action
    for action in (
        ConfirmedAction(
            "discard",
            _("Discard draft"),
            _("Discard the draft of “%s”?"),
            _(
                "The text goes back to what was published last. What is discarded "
                "stays in the history."
            ),
            _("The draft was discarded."),
            actions.discard_draft,
            lambda item: item.working is not None and item.plan is None,
            right="change",
            is_grave=True,
        ),
        ConfirmedAction(
            "correct",
            _("Edit what readers see"),
            _("Edit what readers see of “%s”?"),
            _(
                "The form goes back to what is published, so that you can correct it "
                "now. The plan stays, and takes your correction over. What was saved "
                "and is not in the plan stays in the history."
            ),
            _("This is what readers see. The plan stays as it is."),
            actions.discard_draft,
            lambda item: item.working is not None and item.plan is not None,
            right="change",
        ),
        ConfirmedAction(
            "take-plan",
            _("Edit what is planned"),
            _("Edit what is planned for “%s”?"),
            _(
                "What is planned becomes the draft. The plan stays as it is until the "
                "draft is planned in its place, on the page Schedule. The draft of now "
                "stays in the history."
            ),
            _("What is planned is the draft now. The plan stays as it is."),
            actions.take_plan,
            lambda item: item.plan is not None and not item.has_draft_as_planned,
            right="change",
        ),
        ConfirmedAction(
            "unpublish",
            _("Unpublish"),
            _("Unpublish “%s”?"),
            _(
                "Readers no longer find it; its address answers “There is no page "
                "here”. It can be published again at any time."
            ),
            _("Readers no longer see it."),
            actions.unpublish,
            lambda item: item.row.status == item.PUBLISHED,
            hides=True,
            unseen=_(
                "Readers do not see it now, and will not. It can be published again at "
                "any time."
            ),
        ),
        ConfirmedAction(
            "archive",
            _("Archive"),
            _("Archive “%s”?"),
            _(
                "Readers do not find it, and it is marked as no longer worked on. It "
                "can be published again at any time."
            ),
            _("It is archived."),
            actions.archive,
            lambda item: item.row.status != item.ARCHIVED and item.row.was_published,
            hides=True,
        ),
        ConfirmedAction(
            "delete",  # Django's address, on which the admin's links lead
            _("Move to trash"),
            _("Move “%s” to the trash?"),
            format_lazy(
                ngettext_lazy(
                    "Readers no longer find it. It can be taken out of the trash "
                    "again, with its address and its history, for {days} day.",
                    "Readers no longer find it. It can be taken out of the trash "
                    "again, with its address and its history, for {days} days.",
                    settings.TRASH_DAYS,
                ),
                days=settings.TRASH_DAYS,
            ),
            _("It is in the trash, and can be taken out again."),
            actions.trash,
            lambda item: item.row.trashed_at is None,
            right="delete",
            is_grave=True,
            hides=True,
            unseen=format_lazy(
                ngettext_lazy(
                    "Readers do not see it as it is. It can be taken out of the trash "
                    "again, with its address and its history, for {days} day.",
                    "Readers do not see it as it is. It can be taken out of the trash "
                    "again, with its address and its history, for {days} days.",
                    settings.TRASH_DAYS,
                ),
                days=settings.TRASH_DAYS,
            ),
        ),
    )
}
