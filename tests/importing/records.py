"""Start imports in tests, where they are read at once."""

from django.contrib.auth.models import Group
from django.test import TestCase

from careerguide.importing import jobs, services
from careerguide.importing.models import Import
from tests.factories import UserFactory


def member(group):
    """Somebody of one of the groups that come with the site."""
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    return user


def started(name, data, by=None, previous=None):
    """Return an import that was read, in the thread of the test."""
    by = by or UserFactory(is_superuser=True, is_staff=True)
    with TestCase.captureOnCommitCallbacks():
        record = services.start(name, data, by, previous)
    jobs.read(record.pk)
    return Import.objects.get(pk=record.pk)


class Reviewer:
    """Somebody who reviews an import: each operation on the version they see."""

    def __init__(self, record, by=None):
        self.pk, self.by = record.pk, by or record.created_by
        self.actions = 0

    @property
    def record(self):
        return Import.objects.get(pk=self.pk)

    @property
    def review(self):
        return services.review(self.pk)

    def do(self, name, **values):
        self.actions += 1
        return services.apply(self.pk, self.record.version, name, values, self.by)

    def block(self, text):
        """The block that begins with a text."""
        return next(b for b in self.review.blocks if b.text.startswith(text))

    def decide(self, **answers):
        """Answer what is open, by kind; "" leaves it as it is."""
        while open_ones := self.review.decisions:
            first = open_ones[0]
            self.do("answer", decision=first.id, answer=answers.get(first.kind, ""))

    def create(self):
        self.actions += 1
        return services.create(self.pk, self.record.version, self.by)
