"""Say in words what roles and operations are."""

from django.utils.translation import gettext_lazy as _

from careerguide.importing.plan import (
    DATA,
    FACT,
    LEFT_OUT,
    MYTH,
    NOTE,
    QUESTION,
    TAKEAWAYS,
    TEXT,
    TITLE,
)

ROLES = {
    TITLE: _("Title"),
    TEXT: _("Text"),
    TAKEAWAYS: _("Key takeaways"),
    MYTH: _("Myth"),
    FACT: _("Fact"),
    DATA: _("Table"),
    NOTE: _("Note below the table"),
    LEFT_OUT: _("Left out"),
}
OPERATIONS = {
    "place": _("Place"),
    "split": _("Split"),
    "join": _("Merge"),
    "up": _("Move up"),
    "down": _("Move down"),
    "move": _("Move"),
    "level": _("Change a heading’s level"),
    "cells": _("Edit a table"),
    "answer": _("Answer a question"),
    "item": _("Name"),
    "item_up": _("Move up"),
    "item_down": _("Move down"),
    "career": _("Choose the career"),
    "describe": _("Describe a picture"),
    "tie": _("Tie a number"),
    "tie_all": _("Tie all numbers that one cell says"),
    "mark": _("Say where a number comes from"),
    "untie": _("Leave a number as it is"),
    "version": _("Choose a version"),
}


def role_label(role, kind=""):
    """Return what a role is called in an item of a kind."""
    if kind == QUESTION and role in (TITLE, TEXT):
        return _("Question") if role == TITLE else _("Answer")
    return ROLES[role]


def undo_label(step):
    """Return what would be taken back, "" for nothing."""
    return OPERATIONS.get(step.operation, step.operation) if step else ""
