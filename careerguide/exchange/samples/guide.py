"""Build a sample guide in memory; the same number gives the same guide."""

import datetime
import random

from django.utils.text import slugify

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.models.texts import markdown_fields
from faq.models import FAQEntry
from statistics.models import StatTable

from . import words
from .names import names
from .tables import tables

NOTICE = "A sample guide, made up to measure this site: nothing in it is true."
SOURCE = "Numbers made up for a sample guide"
FEATURED = 50  # one of so many is the editors' choice
ITEMS = 10  # of a kind that nothing here is written for
FIRST_PLACE = 10_000  # after the guides that are meant to be read
YEAR_OF_UPDATES = datetime.date(2026, 1, 1)
FIRST_PUBLISHED = datetime.datetime(2025, 12, 1, 9, tzinfo=datetime.UTC)


class SampleGuide:
    """The `career` of a number, and what belongs to it: nothing of it is saved."""

    def __init__(self, number):
        self.names = names(number)
        self.chance = random.Random(number)
        self.slug = f"sample-{number}-{slugify(self.names.name)}"
        self.career = Career(
            name=self.names.name,
            slug=self.slug,
            summary=f"{NOTICE} {self.sentences(2)}",
            other_names=self.names.other_names,
            is_featured=number % FEATURED == 1,
            order=FIRST_PLACE + number,
            **self.published(),
        )

    def by_kind(self):
        """Its 10 tables, its 10 articles, its 20 answers, and 10 of each other kind."""
        shown = [self.table(fields) for fields in tables(self.chance)]
        articles = zip(words.ARTICLES, shown, strict=True)
        found = [
            shown,
            [self.article(*texts, table) for texts, table in articles],
            [self.entry(n, text) for n, text in enumerate(words.QUESTIONS)],
        ]
        known = (StatTable, Article, FAQEntry)
        for model in guide_models():
            if model not in known:
                found.append([self.item(model, n + 1) for n in range(ITEMS)])
        for items in found:
            for place, item in enumerate(items, start=1):
                item.career, item.order = self.career, place
        return found

    def table(self, fields):
        texts = {name: self.names.fill(fields[name]) for name in ("title", "subtitle")}
        slug = f"{self.slug}-{fields.pop('end')}"
        made_up = {"slug": slug, "source_name": SOURCE, "period": "2017 to 2028"}
        note = f"{NOTICE} {self.sentences(1)}"
        return StatTable(**fields | texts | made_up, note=note, **self.published())

    def article(self, end, title, summary, table):
        return Article(
            title=self.names.fill(title),
            slug=f"{self.slug}-{end}",
            summary=f"{summary} {self.sentences(1)}",
            takeaways="".join(f"- {self.sentences(1)}\n" for _ in range(4)),
            body=self.body(table),
            **self.published(),
        )

    def body(self, table):
        """About 6,000 characters: six sections, a list, a note, links and a table."""
        headings = self.chance.sample(words.SECTIONS, 6)
        end = self.chance.choice(words.ARTICLES)[0]
        points = self.chance.sample(words.POINTS, 5)
        parts = [self.sentences(5)]
        for heading in headings:
            parts += [f"## {heading}", self.sentences(6), self.sentences(5)]
        parts[4:4] = ["\n".join(f"{n}. {text}" for n, text in enumerate(points, 1))]
        parts[9:9] = [f"[[table: {table.slug}]]", f"> [!NOTE]\n> {self.sentences(2)}"]
        parts += [
            f"[Another article](/articles/{self.slug}-{end}/) says more, and so does "
            f"[the guide's first question](/faq/{self.slug}-1/)."
        ]
        return "\n\n".join(parts)

    def entry(self, place, question):
        return FAQEntry(
            topic=words.TOPICS[place * len(words.TOPICS) // len(words.QUESTIONS)],
            question=self.names.fill(question),
            slug=f"{self.slug}-{place + 1}",
            answer=f"{self.sentences(3)}\n\n{self.sentences(2)}",
            **self.published(),
        )

    def item(self, model, number):
        """Of any kind: what its published items need, in words."""
        texts = {name: self.sentences(1) for name in model.needed_to_publish()}
        texts |= {field.name: self.sentences(3) for field in markdown_fields(model)}
        texts |= {model.title_field: words.SECTIONS[number]}
        for name, text in texts.items():
            texts[name] = text[: model._meta.get_field(name).max_length]
        return model(slug=f"{self.slug}-{number}", **texts | self.published())

    def sentences(self, count):
        """Return sentences of a text, all different."""
        return self.names.fill(" ".join(self.chance.sample(words.SENTENCES, count)))

    def published(self):
        updated = YEAR_OF_UPDATES + datetime.timedelta(self.chance.randrange(300))
        return {
            "status": Career.PUBLISHED,
            "first_published_at": FIRST_PUBLISHED,
            "content_updated_on": updated,
            "review_by": updated + datetime.timedelta(365),
        }
