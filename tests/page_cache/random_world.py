"""Change a small world of guides at random, as editors and the clock do."""

import datetime
import random

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.drafts import actions, notes, ordering, schedule
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import ContentVersion
from faq.models import FAQEntry
from statistics.measures.models import Measure
from statistics.models import StatTable
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    CareerGroupFactory,
    FAQEntryFactory,
    MeasureFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)

SECOND = datetime.timedelta(seconds=1)
TEXTS = {Article: "body", FAQEntry: "answer", Page: "body", Career: "summary"}
REFUSED = (ValidationError, IntegrityError, actions.versions.StaleVersion)


class World:
    """Guides whose texts name tables of each other; `step` changes something."""

    def __init__(self, seed, clock):
        self.chance, self.clock, self.now = random.Random(seed), clock, timezone.now()
        self.count, self.refused, self.done = 0, 0, {}
        self.by = UserFactory()
        clock(self.now)
        self.groups = CareerGroupFactory.create_batch(2)
        self.measures = MeasureFactory.create_batch(2)
        for _number in range(3):
            career = CareerFactory(group=self.chance.choice(self.groups))
            StatTableFactory.create_batch(2, career=career)
            ArticleFactory(career=career, body=self.text())
            FAQEntryFactory(career=career, answer=self.text())
        PageFactory(body=self.text())
        ContentVersion.bump()

    def word(self):
        self.count += 1
        return f"word{self.count}"

    def text(self):
        """Words, a table of any guide, there or not, or a link to an article."""
        slugs = StatTable._base_manager.values_list("slug", flat=True)
        slug = self.chance.choice([*slugs, "none-yet"])
        line = f"[[table: {slug}]]"
        cell = f"They earn [[number: {slug}; Senior; Salary]]."
        links = [a.get_absolute_url() for a in Article._base_manager.all()]
        link = f"[More]({self.chance.choice([*links, '/articles/'])})."
        return "\n\n".join([self.word(), self.chance.choice(["", line, cell, link])])

    def any(self, *models):
        """An item of any kind, also of what readers do not see."""
        model = self.chance.choice(models or content_models())
        items = list(model._base_manager.filter(trashed_at=None))
        return self.chance.choice(items) if items else None

    def step(self):
        """Do one thing; what its rules refuse changes nothing. Return its name."""
        act = self.chance.choice(
            [self.edit] * 8
            + [self.hide, self.show, self.plan, self.tell, self.order, self.add]
            + [self.wait, self.wait, self.rename_measure, self.count_a_change]
        )
        try:
            with transaction.atomic():
                act()
        except REFUSED:
            self.refused += 1
            return f"{act.__name__}, refused"
        self.done[act.__name__] = self.done.get(act.__name__, 0) + 1
        return act.__name__

    def edit(self):
        """Publish an item with another of its values: words, address, guide, …"""
        if not (item := self.any()):
            return
        wanted = self._changed(actions.draft_of(item))
        actions.save_draft(item, wanted, self.by)
        if self.chance.random() < 0.8:
            told = WrittenNote("correction", f"It says {self.word()} now.")
            note = self.chance.choice([None, told])
            actions.publish(item, self.by, note=note)

    def _changed(self, item):
        change = self.chance.choice(["words", "title", "slug", "career", "of its kind"])
        if change == "title":
            setattr(item, item.title_field, f"Is it {self.word()}?")
        elif change == "slug":
            item.slug = f"{item.slug[:40]}-{self.word()}"
        elif change == "career" and isinstance(item, GuideContent):
            item.career = self.any(Career)
        elif isinstance(item, StatTable):
            self._change_table(item)
        elif isinstance(item, Career) and change == "of its kind":
            others = Career._base_manager.exclude(pk=item.pk)
            slugs = list(others.values_list("slug", flat=True))
            item.related = self.chance.sample(slugs, min(2, len(slugs)))
            item.group = self.chance.choice([None, *self.groups])
            item.is_featured = self.chance.random() < 0.5
        elif change == "of its kind" and isinstance(item, Article):
            item.summary = f"About {self.word()}."
        else:
            setattr(item, TEXTS[type(item)], self.text())
        return item

    def _change_table(self, table):
        rows = [["Entry", "85000"], ["Senior", str(self.chance.randint(1, 9) * 50_000)]]
        table.data = table.data | {"rows": [{"cells": cells} for cells in rows]}
        table.note = self.chance.choice(["", f"Read {self.word()}."])
        if self.chance.random() < 0.5:
            return  # which lists do not show, unless their titles have numbers
        if self.chance.random() < 0.5:
            table.title = f"{self.word()}: [[number: Senior; Salary]]"
        table.topic = self.chance.choice(["", "Pay", "Hours"])
        table.measure = self.chance.choice([None, *self.measures])
        table.headline_label = f"Pay, {self.word()}" if table.measure else ""
        table.headline_row, table.headline_column = "Senior", "Salary"

    def hide(self):
        if item := self.any():
            hide = actions.unpublish, actions.archive, actions.trash
            self.chance.choice(hide)(item, self.by)

    def show(self):
        hidden = [
            item
            for model in content_models()
            for item in model._base_manager.exclude(status="published")
        ]
        if hidden:
            item = self.chance.choice(hidden)
            if item.trashed_at:
                actions.recover(item, self.by)
            actions.publish(item, self.by)

    def plan(self):
        """Set an hour: for a draft, for what nobody sees yet, or for an end."""
        if item := self.any():
            later = self.now + self.chance.randint(1, 5) * SECOND
            name = self.chance.choice(["publish_at", "unpublish_at"])
            if name == "publish_at":
                wanted = self._changed(actions.draft_of(item))
                actions.save_draft(item, wanted, self.by)
            schedule.schedule(item, self.by, **{name: later})

    def tell(self):
        if item := self.any():
            note = WrittenNote("update", f"It is about {self.word()}.")
            notes.add(item, note, self.by)

    def order(self):
        model = self.chance.choice([Article, StatTable, FAQEntry, Career])
        items = list(model._base_manager.filter(trashed_at=None))
        self.chance.shuffle(items)
        ordering.set_order(items, self.by)

    def add(self):
        factory = self.chance.choice([ArticleFactory, StatTableFactory, CareerFactory])
        given = {} if factory is CareerFactory else {"career": self.any(Career)}
        slug = self.chance.choice(["none-yet", f"new-{self.word()}"])
        item = factory(status="draft", slug=slug, **given)
        actions.publish(item, self.by)

    def wait(self):
        days = self.chance.choice([0, 0, 0, 30])
        self.now += self.chance.randint(1, 4) * SECOND + datetime.timedelta(days)
        self.clock(self.now)

    def rename_measure(self):
        from careerguide.publishing.signals import Change, announce

        measure = self.chance.choice(self.measures)
        Measure.objects.filter(pk=measure.pk).update(name=f"Pay, {self.word()}")
        announce(Change.MEASURE, measure)

    def count_a_change(self):
        ContentVersion.bump()
